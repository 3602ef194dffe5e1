import type { Settings } from '../settings.ts';
import type { Change } from '../workspace/change.ts';
import { userView } from '../workspace/user.ts';
import type { Workspace } from '../workspace/workspace.ts';
import * as channels from './channels.ts';
import type { SlackEvent } from './envelope.ts';
import * as files from './files.ts';
import { isHeard } from './heard.ts';
import * as messages from './messages.ts';

/** A change as the Events API tells it, in one event or in several; none for what the app is not told. */
export function tell(change: Change, workspace: Workspace, settings: Settings): SlackEvent[] {
  return told(change, workspace, settings).filter((event) => isHeard(event, change, workspace, settings));
}

function told(change: Change, workspace: Workspace, settings: Settings): SlackEvent[] {
  const { ts: event_ts } = change;
  switch (change.kind) {
    case 'posted':
      return [...messages.posted(change, settings), ...messages.replied(change, workspace, settings)];
    case 'changed':
      return [messages.changed(change, workspace, settings)];
    case 'deleted':
      return [messages.deleted(change, settings)];
    case 'reaction_added':
    case 'reaction_removed':
      return [messages.reacted(change)];
    case 'file_shared':
      return [files.shared(change)];
    case 'file_deleted':
      return [files.deleted(change)];
    case 'joined':
      return [channels.joined(change, workspace)];
    case 'left':
      return channels.left(change, workspace);
    case 'channel_created':
      // A new private channel is told to nobody.
      return change.channel.is_private ? [] : [channels.named(change, workspace)];
    case 'channel_rename':
      return [channels.named(change, workspace)];
    case 'channel_archive':
    case 'channel_unarchive':
    case 'channel_deleted':
      return [channels.closed(change)];
    case 'user_change':
    case 'team_join': {
      const user = userView(change.user, workspace.team.id, workspace.origin);
      return [{ type: change.kind, user, cache_ts: change.user.updated, event_ts }];
    }
    case 'app_uninstalled':
      return [{ type: 'app_uninstalled' }];
    case 'tokens_revoked':
      // Ids of users, not tokens: https://docs.slack.dev/reference/events/tokens_revoked
      return [{ type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.app.bot_user] } }];
    case 'ephemeral':
    case 'unsaid':
    case 'reset':
      return [];
  }
}
