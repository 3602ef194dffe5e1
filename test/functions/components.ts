import { accountId, COMPONENTS, type FunctionName } from '../../functions/model/component.ts';

/** What starts a function, and who may. Accounts are named by their ids. */
export type Trigger =
  | { readonly on: 'created' | 'written'; readonly document: string }
  | { readonly on: 'job'; readonly callers: readonly string[] }
  | { readonly on: 'schedule'; readonly every: string }
  /** Called from the browser, with the caller's token. */
  | { readonly on: 'call' }
  | { readonly on: 'request'; readonly callers: 'everybody' | readonly string[] };

/** What a function is deployed as: where, as whom, on what, and with which secrets. */
export type Deployed = {
  readonly region: string;
  readonly account: string;
  readonly trigger: Trigger;
  readonly secrets: readonly string[];
};

const region = 'asia-northeast1';
const callers = (...names: readonly FunctionName[]) => names.map(accountId);

/** Every function there is. The deploy manifest is held against this table. */
export const FUNCTIONS: Readonly<Record<FunctionName, Deployed>> = {
  reply: {
    region,
    account: 'tsunagi-reply',
    trigger: { on: 'created', document: 'rooms/{room}/messages/{message}' },
    secrets: [],
  },
  mirror: {
    region,
    account: 'tsunagi-mirror',
    trigger: { on: 'written', document: 'rooms/{room}/messages/{message}' },
    secrets: [],
  },
  mirrorReactions: {
    region,
    account: 'tsunagi-mirror-reactions',
    trigger: { on: 'written', document: 'rooms/{room}/messages/{message}/reactions/{reaction}' },
    secrets: [],
  },
  slackPost: {
    region,
    account: 'tsunagi-slack-post',
    trigger: { on: 'job', callers: callers('mirror', 'mirrorReactions', 'slackPost', 'sweep', 'operate') },
    secrets: ['SLACK_BOT_TOKEN'],
  },
  slackReceive: {
    region,
    account: 'tsunagi-slack-receive',
    trigger: { on: 'request', callers: 'everybody' },
    secrets: ['SLACK_SIGNING_SECRET', 'SLACK_WEBHOOK_TOKEN'],
  },
  slackApply: {
    region,
    account: 'tsunagi-slack-apply',
    trigger: { on: 'written', document: 'inbox/{event}' },
    secrets: ['SLACK_BOT_TOKEN'],
  },
  slackCommand: {
    region,
    account: 'tsunagi-slack-command',
    trigger: { on: 'job', callers: callers('slackApply') },
    secrets: ['SLACK_BOT_TOKEN'],
  },
  sweep: {
    region,
    account: 'tsunagi-sweep',
    trigger: { on: 'schedule', every: 'every 1 minutes' },
    secrets: [],
  },
  operate: {
    region,
    account: 'tsunagi-operate',
    trigger: { on: 'call' },
    secrets: ['SLACK_BOT_TOKEN'],
  },
  identity: {
    region,
    account: 'tsunagi-identity',
    trigger: { on: 'request', callers: callers(...COMPONENTS) },
    secrets: [],
  },
};
