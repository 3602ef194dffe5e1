import type { Channel } from './channel.ts';
import type { Message } from './message.ts';
import type { User } from './user.ts';

/** Something that happened in the workspace. `ts` is the time of the happening, in Slack's form. */
export type Change =
  | { kind: 'posted'; channel: Channel; message: Message; ts: string }
  | { kind: 'changed'; channel: Channel; message: Message; previous: Message; ts: string }
  | { kind: 'deleted'; channel: Channel; previous: Message; ts: string }
  | {
      kind: 'reaction_added' | 'reaction_removed';
      channel: Channel;
      message: Message;
      user: string;
      name: string;
      ts: string;
    }
  | { kind: 'joined'; channel: Channel; user: string; ts: string }
  | { kind: 'channel_created' | 'channel_rename'; channel: Channel; ts: string }
  | { kind: 'channel_archive' | 'channel_unarchive'; channel: Channel; user: string; ts: string }
  | { kind: 'user_change' | 'team_join'; user: User; ts: string }
  | { kind: 'reset'; ts: string };
