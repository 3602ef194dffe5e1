export { identity } from './identity.ts';
export { mirror } from './mirror.ts';
export { operate } from './operate.ts';
export { reply } from './reply.ts';
export { slackApply } from './slack-apply.ts';
export { slackPost } from './slack-post.ts';
export { slackReceive } from './slack-receive.ts';
export { sweep } from './sweep.ts';
