import { ABSENT, type Effect } from '../../functions/model/effect.ts';
import { SlackError } from '../../functions/slack/port.ts';
import type { Principal, Request } from '../rules/wire/index.ts';
import type { Planted } from './bug.ts';
import { BOT } from './slack-reactions.ts';

/** Milliseconds of a day. */
const DAY = 24 * 3_600_000;

const isReaction = (effect: Effect): boolean =>
  effect.do !== 'enqueue' && effect.do !== 'together' && effect.path.includes('/reactions/');
const isMirror = (effect: Effect): effect is Extract<Effect, { do: 'update' }> =>
  effect.do === 'update' && effect.path.startsWith('mirrors/');
const reaches = (effect: Effect, state: string): boolean => isMirror(effect) && effect.fields.state === state;
const writes = (request: Request): readonly string[] => {
  if (request.do === 'get' || request.do === 'list') return [];
  return request.do === 'batch' ? request.writes.map(({ path }) => path) : [request.path];
};
const touches =
  (start: string) =>
  (_: Principal, request: Request): boolean =>
    writes(request).some((path) => path.startsWith(start));

/** Each a mistake that some bridge or bot has made, and that the rules or the components keep ours from making. */
export const BUGS: readonly (() => Planted)[] = [
  () => {
    let copies = 0;
    return {
      name: 'a reply without a claim: its id is another at each delivery',
      found: ['doubled', /-copy\d+ answers \S+ once more$/],
      effect: (_, effect, act) => {
        if (effect.do !== 'create' || !effect.path.endsWith('-reply')) return act();
        copies += 1;
        (effect as { path: string }).path = effect.path.replace('-reply', `-copy${copies}`);
        return act();
      },
      lenient: touches('rooms/'),
    };
  },
  () => ({
    name: 'a reply that is as old as its worker’s clock says',
    found: ['reordered', / stands at \S+, after later ones$/],
    effect: (name, effect, act, now) => {
      if (name === 'reply' && effect.do === 'create') Object.assign(effect.fields, { at: now() });
      return act();
    },
    lenient: (who, request) => who.called === 'reply' && request.do === 'create',
  }),
  () => {
    const claimed = new Map<string, number>();
    return {
      name: 'a claim that is forgotten after a day',
      found: ['doubled', /-anew answers \S+ once more$/],
      effect: (name, effect, act, now) => {
        if (name !== 'reply' || effect.do !== 'create') return act();
        const time = now().getTime();
        const since = claimed.get(effect.path) ?? time;
        claimed.set(effect.path, since);
        if (time - since > DAY) (effect as { path: string }).path = effect.path.replace('-reply', '-anew');
        return act();
      },
      lenient: (who, request) => who.called === 'reply' && request.do === 'create',
    };
  },
  () => ({
    name: 'a post without a record before it',
    found: ['doubled', /was posted though Slack had it$/],
    effect: (_, effect, act) => (reaches(effect, 'sending') ? 'done' : act()),
    lenient: touches('mirrors/'),
  }),
  () => ({
    name: 'no look before a post is made again',
    found: ['doubled', /was posted though Slack had it$/],
    slack: (slack) => ({ ...slack, find: async () => [] }),
  }),
  () => ({
    name: 'an answer in a thread that goes to the channel',
    found: ['phantom', / is in the thread of nothing in Slack, and not of \d/],
    slack: (slack) => ({ ...slack, post: (channel, post, origin) => slack.post(channel, post, origin) }),
  }),
  () => ({
    name: 'an answer in Slack that forgets what it answers',
    found: ['phantom', / is in the thread of nothing, and not of /],
    effect: (name, effect, act) => {
      if (name === 'slackApply' && effect.do === 'create')
        delete (effect.fields as { thread?: unknown }).thread;
      return act();
    },
  }),
  () => ({
    name: 'a look that sees the first post of a long message only',
    found: ['doubled', /was posted though Slack had it$/],
    slack: (slack) => ({
      ...slack,
      find: async (...call) => (await slack.find(...call)).filter(({ part }) => part === 1),
    }),
  }),
  () => ({
    name: 'what is said in a thread heard in every room of its channel',
    found: ['phantom', /^nobody said rooms\/\w+\/messages\/slack-/],
    reading: (reading) => ({
      ...reading,
      linksTo: async (team, channel) => [
        ...(await reading.linksTo(team, channel)),
        ...(await reading.linksTo(team, channel, 'thread')),
      ],
    }),
  }),
  () => ({
    name: 'a post that leaves its room’s thread',
    found: ['phantom', /is not in its thread$/],
    slack: (slack) => ({
      ...slack,
      post: async (channel, post, origin, thread) => ({
        ...(await slack.post(channel, post, origin)),
        ...(thread !== undefined && { thread }),
      }),
    }),
  }),
  () => ({
    name: 'a long message that is cut',
    found: ['lost', /is not in Slack \(part [23] of/],
    slack: (slack) => ({
      ...slack,
      post: async (channel, post, origin, thread) =>
        origin.part === 1
          ? slack.post(channel, post, origin, thread)
          : { ts: '1700000000.000001', ...(thread !== undefined && { thread }) },
    }),
  }),
  () => ({
    name: 'posts that stay when their message has become shorter',
    found: ['phantom', /has a part [23] in Slack that is none of it$/],
    slack: (slack) => ({ ...slack, remove: async () => undefined }),
  }),
  () => ({
    name: 'doubt that is forgotten when an attempt is put back',
    found: ['doubled', /was posted though Slack had it$/],
    effect: (_, effect, act) => {
      if (isMirror(effect) && reaches(effect, 'sending') && effect.fields.doubt === undefined)
        Object.assign(effect.fields, { state: 'wanted', doubt: ABSENT });
      return act();
    },
    lenient: touches('mirrors/'),
  }),
  () => ({
    name: 'an acknowledgement before anything is stored, and nobody who looks',
    found: ['lost', / of Slack is not in \w+$/],
    hearsAll: true,
    answersFirst: true,
    reading: (reading) => ({ ...reading, linksUnheard: async () => [] }),
  }),
  () => ({
    name: 'a room without a lease',
    found: ['doubled', /was posted though Slack had it$/],
    lenient: (_, request) => writes(request).some((path) => /^(links|mirrors)\//.test(path)),
  }),
  () => ({
    name: 'triggers that are not delivered again, and nobody who sweeps',
    found: ['lost', /^inbox\/Ev\d+ was not applied$/],
    forgetsTriggers: true,
    neverSweeps: true,
  }),
  () => {
    const queued = new Set<unknown>();
    return {
      name: 'a job that counts as queued because one of its name was',
      found: ['lost', /^mirrors\/\S+ waits$/],
      effect: (_, effect, act) => {
        if (effect.do !== 'enqueue') return act();
        // Every second one of a room: what came of the first one is not what this one is about.
        const { room } = effect.job;
        if (queued.delete(room)) return 'done';
        queued.add(room);
        return act();
      },
      neverSweeps: true,
    };
  },
  () => {
    const applied = new Set<string>();
    return {
      name: 'deduplication in memory, before the work is done',
      found: ['lost', / of Slack is not in \w+$/],
      effect: (name, effect, act) => {
        if (name !== 'slackApply' || effect.do !== 'create') return act();
        if (applied.has(effect.path)) return 'exists';
        applied.add(effect.path);
        if (applied.size % 3 === 0) throw new Error('the worker dies with what it remembers');
        return act();
      },
    };
  },
  () => ({
    name: 'a message without a mark that holds nothing back',
    found: ['reordered', / stands at \S+, after later ones$/],
    reading: (reading) => ({ ...reading, messagesSince: async () => [] }),
  }),
  () => ({
    name: 'an older edit that replaces a newer one, and nobody who looks',
    found: ['lost', / of Slack says the old in \w+$/],
    hearsAll: true,
    reading: (reading) => ({
      ...reading,
      linksUnheard: async () => [],
      message: async (room, id) => {
        const message = await reading.message(room, id);
        return message && { ...message, edited: undefined };
      },
    }),
    lenient: touches('rooms/'),
  }),
  () => ({
    name: 'a tombstone of Slack’s that comes to life, and nobody who looks',
    found: ['phantom', / of Slack says something, and was deleted$/],
    hearsAll: true,
    reading: (reading) => ({
      ...reading,
      linksUnheard: async () => [],
      message: async (room, id) => {
        const message = await reading.message(room, id);
        return message && (id.startsWith('slack-') ? { ...message, deleted: undefined } : message);
      },
    }),
    lenient: touches('rooms/'),
  }),
  () => ({
    name: 'an edit that does not raise the mark',
    found: ['lost', / says the old in Slack \(part \d\)$/],
    effect: (name, effect, act) => (name === 'mirror' && isMirror(effect) ? 'done' : act()),
  }),
  () => ({
    name: 'a wish to wait taken for a refusal',
    found: ['lost', / was given up: ratelimited$/],
    slack: (slack) => ({
      ...slack,
      post: (...call) =>
        slack.post(...call).catch((error: unknown) => {
          throw error instanceof SlackError && error.trouble.kind === 'limited'
            ? new SlackError({ kind: 'final', code: 'ratelimited' })
            : error;
        }),
    }),
  }),
  () => ({
    name: 'a wish to wait that the other rooms of a channel are not told of',
    found: ['doubled', /^\d+ calls within a Retry-After$/],
    effect: (_, effect, act) => ('path' in effect && effect.path.startsWith('pauses/') ? 'done' : act()),
  }),
  () => ({
    name: 'an answer that was lost taken for a refusal',
    found: ['doubled', /was posted though Slack had it$/],
    slack: (slack) => ({
      ...slack,
      post: (...call) =>
        slack.post(...call).catch((error: unknown) => {
          throw error instanceof SlackError && error.trouble.kind === 'unknown'
            ? new SlackError({ kind: 'limited', seconds: 1 })
            : error;
        }),
    }),
    effect: (_, effect, act) => {
      // What is put back as `wanted` is posted again without a look.
      if (reaches(effect, 'sending') && isMirror(effect) && effect.fields.attempts === 0)
        (effect.fields as { state: string }).state = 'wanted';
      return act();
    },
  }),
  () => ({
    name: 'a gap that nobody looks for',
    found: ['lost', / of Slack is not in \w+$/],
    reading: (reading) => ({ ...reading, linksUnheard: async () => [] }),
  }),
  () => ({
    name: 'a gap in which nobody looks for reactions that were taken back',
    found: ['phantom', /^U0\w+’s \S+ to \S+ in the web$/],
    reading: (reading) => ({ ...reading, reactionsFromSlack: async () => [] }),
  }),
  () => ({
    name: 'a gap in which nobody looks for reactions',
    found: ['lost', /^U0\w+’s \S+ to \S+ in the web$/],
    slack: (slack) => ({
      ...slack,
      history: async (...asked) => {
        const page = await slack.history(...asked);
        const messages = page.messages.map((one) => ({ ...(one as object), reactions: 'hidden' }));
        return { ...page, messages };
      },
    }),
  }),
  () => ({
    name: 'our own posts taken for what somebody said',
    found: ['phantom', /^nobody said rooms\/\w+\/messages\/slack-[^-]+-[\d.]+$/],
    event: (event) => {
      const { bot_id, subtype, ...said } = event;
      return bot_id === undefined ? event : { ...said, user: 'U0BOT', told: subtype };
    },
  }),
  () => ({
    name: 'a reaction that was taken back and forgotten, so that older word of it counts, and nobody who looks',
    found: ['phantom', /^U0\w+’s \S+ to \S+ in the web$/],
    hearsAll: true,
    reading: (reading) => ({
      ...reading,
      linksUnheard: async () => [],
      reaction: async (...asked) => {
        const reaction = await reading.reaction(...asked);
        return reaction && (reaction.on ? reaction : { ...reaction, told: '1000000000.000000' });
      },
    }),
    lenient: touches('rooms/'),
  }),
  () => ({
    name: 'reactions of our own bot taken for somebody’s',
    found: ['phantom', / is our own bot’s$/],
    event: (event) => (event.user === BOT ? { ...event, user: 'U0OTHER' } : event),
    effect: (_, effect, act) => {
      if (isReaction(effect) && effect.do === 'create')
        (effect as { path: string }).path = effect.path.replace('U0OTHER', BOT);
      return act();
    },
    lenient: touches('rooms/'),
  }),
  () => {
    const lost = new Set<string>();
    return {
      name: 'a try at reactions without a record before it, and first answers that are lost',
      found: ['phantom', /^the web’s \S+ to \S+ in Slack$/],
      slack: (slack) => ({
        ...slack,
        react: async (...call) => {
          const isShown = await slack.react(...call);
          if (lost.has(call.join(' '))) return isShown;
          lost.add(call.join(' '));
          throw new SlackError({ kind: 'unknown' });
        },
      }),
      effect: (_, effect, act) => {
        const isTry =
          effect.do === 'update' &&
          effect.path.startsWith('reactionMirrors/') &&
          effect.fields.state === 'sending' &&
          'shown' in effect.fields;
        return isTry ? 'done' : act();
      },
      lenient: touches('reactionMirrors/'),
    };
  },
  () => ({
    name: 'a change of reactions that does not raise their mark',
    found: ['phantom', /^the web’s \S+ to \S+ in Slack$/],
    effect: (name, effect, act) => (name === 'mirrorReactions' && effect.do === 'update' ? 'done' : act()),
  }),
];
