import { authTest } from './auth.ts';
import type { Method } from './call.ts';
import * as chat from './chat.ts';
import * as conversations from './conversations.ts';
import * as files from './files.ts';
import * as groups from './groups.ts';
import { history, replies } from './history.ts';
import * as reactions from './reactions.ts';
import type { Needs } from './scopes.ts';
import * as team from './team.ts';
import { update } from './update.ts';
import * as users from './users.ts';

/** A method and the scopes it needs. */
export interface Endpoint {
  run: Method;
  needs: Needs;
}

const READ: Needs = ['channels:read', 'groups:read'];
const HISTORY: Needs = ['channels:history', 'groups:history'];

/** The Web API methods this workspace knows, by Slack's names. */
export const methods: ReadonlyMap<string, Endpoint> = new Map<string, Endpoint>(
  Object.entries({
    'auth.test': { run: authTest, needs: [] },
    'chat.postMessage': { run: chat.postMessage, needs: ['chat:write'] },
    'chat.postEphemeral': { run: chat.postEphemeral, needs: ['chat:write'] },
    'chat.update': { run: update, needs: ['chat:write'] },
    'chat.delete': { run: chat.deleteMessage, needs: ['chat:write'] },
    'chat.getPermalink': { run: chat.getPermalink, needs: [] },
    'conversations.history': { run: history, needs: HISTORY },
    'conversations.replies': { run: replies, needs: HISTORY },
    'conversations.list': { run: conversations.list, needs: READ },
    'conversations.info': { run: conversations.info, needs: READ },
    'conversations.members': { run: conversations.members, needs: READ },
    'conversations.join': { run: conversations.join, needs: ['channels:join'] },
    'usergroups.list': { run: groups.list, needs: ['usergroups:read'] },
    'users.info': { run: users.info, needs: ['users:read'] },
    'users.list': { run: users.list, needs: ['users:read'] },
    'bots.info': { run: users.botInfo, needs: ['users:read'] },
    'team.info': { run: team.info, needs: ['team:read'] },
    'files.info': { run: files.info, needs: ['files:read'] },
    'reactions.add': { run: reactions.add, needs: ['reactions:write'] },
    'reactions.remove': { run: reactions.remove, needs: ['reactions:write'] },
    'reactions.get': { run: reactions.get, needs: ['reactions:read'] },
  }),
);
