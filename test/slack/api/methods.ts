import { authTest } from './auth.ts';
import type { Method } from './call.ts';
import * as chat from './chat.ts';
import * as conversations from './conversations.ts';
import { history, replies } from './history.ts';
import * as reactions from './reactions.ts';
import * as users from './users.ts';

/** The Web API methods this workspace knows, by Slack's names. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    'auth.test': authTest,
    'chat.postMessage': chat.postMessage,
    'chat.update': chat.update,
    'chat.delete': chat.deleteMessage,
    'chat.getPermalink': chat.getPermalink,
    'conversations.history': history,
    'conversations.replies': replies,
    'conversations.list': conversations.list,
    'conversations.info': conversations.info,
    'conversations.join': conversations.join,
    'users.info': users.info,
    'reactions.add': reactions.add,
    'reactions.remove': reactions.remove,
  }),
);
