import type { Channel } from './channel.ts';
import type { Ephemeral } from './ephemeral.ts';
import type { File } from './file.ts';
import type { Message } from './message.ts';
import type { User } from './user.ts';

interface InChannel {
  channel: Channel;
}

/** Something that happened in a workspace. `ts` is the time of the happening, in Slack's form. */
export type Change = { ts: string } & (
  | ({ kind: 'posted'; message: Message } & InChannel)
  | ({ kind: 'changed'; message: Message; previous: Message } & InChannel)
  | ({ kind: 'deleted'; previous: Message } & InChannel)
  | ({
      kind: 'reaction_added' | 'reaction_removed';
      message: Message;
      user: string;
      name: string;
    } & InChannel)
  | ({ kind: 'file_shared' | 'file_deleted'; file: File; user: string } & InChannel)
  | ({ kind: 'joined' | 'left'; user: string; actor: string } & InChannel)
  | ({ kind: 'channel_created' | 'channel_rename' } & InChannel)
  | ({ kind: 'channel_archive' | 'channel_unarchive' | 'channel_deleted'; user: string } & InChannel)
  | { kind: 'user_change' | 'team_join'; user: User }
  | { kind: 'app_uninstalled' | 'tokens_revoked' }
  | { kind: 'ephemeral' | 'unsaid'; ephemeral: Ephemeral }
  | { kind: 'reset' }
);

/** A change of one kind. */
export type Of<Kind extends Change['kind']> = Change & { kind: Kind };
