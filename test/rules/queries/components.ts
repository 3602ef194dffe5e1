import type { Reading } from '../../../functions/components/reading.ts';
import type { FigureName } from '../matrix/figures.ts';
import { ASKED, ROOM } from '../matrix/scene.ts';
import { LONG_AGO } from '../wire/index.ts';

/** One read that components make: by whom, how, and, of a list, on which filters the permission hangs and who else has it. */
export type Read = {
  readonly by: readonly FigureName[];
  readonly read: (store: Reading) => Promise<unknown>;
  /** The most that may be asked for at once. */
  readonly most?: number;
  /** Who else may list this. */
  readonly also?: readonly FigureName[];
  /** Who may list it of all collections of that name. */
  readonly everywhere?: readonly FigureName[];
};

const NOW = new Date();
const INSIDE = ['guest', 'reader', 'member', 'owner'] as const;
const MIRROR_LISTS = { most: 50, also: ['slackPost', 'slackApply', 'sweep', 'operate'] } as const;
const ROOM_LISTS = { most: 50, also: [...MIRROR_LISTS.also, ...INSIDE] } as const;

/** Every read there is in functions/bindings/store.ts. */
export const READS: Readonly<Record<keyof Reading, Read>> = {
  room: { by: ['reply', 'slackPost', 'sweep', 'operate'], read: (store) => store.room(ROOM) },
  person: { by: ['slackPost'], read: (store) => store.person('mia') },
  message: {
    by: ['reply', 'slackPost', 'slackApply', 'sweep'],
    read: (store) => store.message(ROOM, ASKED),
  },
  messagesSince: {
    by: ['slackPost', 'slackApply', 'sweep'],
    read: (store) => store.messagesSince(ROOM, LONG_AGO, 50),
    most: 50,
    also: INSIDE,
    everywhere: ['slackApply', 'sweep'],
  },
  messagesBefore: {
    by: ['slackPost'],
    read: (store) => store.messagesBefore(ROOM, NOW, 50),
    most: 50,
    also: [...INSIDE, 'slackApply', 'sweep'],
  },
  saidBetween: {
    by: ['sweep', 'slackApply'],
    read: (store) => store.saidBetween(LONG_AGO, NOW, 50),
    most: 50,
  },
  repliesOpen: {
    by: ['sweep'],
    read: (store) => store.repliesOpen(NOW, 50),
    most: 50,
    also: ['slackApply'],
  },
  link: {
    by: ['mirror', 'mirrorReactions', 'slackPost', 'slackApply', 'slackCommand', 'sweep', 'operate'],
    read: (store) => store.link(ROOM),
  },
  linkGrant: { by: ['operate'], read: (store) => store.linkGrant(ROOM) },
  pause: { by: ['slackCommand', 'operate'], read: (store) => store.pause('T1', 'C1') },
  reaction: { by: ['slackApply'], read: (store) => store.reaction(ROOM, ASKED, 'T1-U1-f09f8e89') },
  reactionsOfPeople: {
    by: ['slackPost'],
    read: (store) => store.reactionsOfPeople(ROOM, ASKED, 200),
    most: 200,
    also: [...INSIDE, 'slackApply'],
  },
  reactionsFromSlack: {
    by: ['slackApply'],
    read: (store) => store.reactionsFromSlack(ROOM, ASKED, 200),
    most: 200,
    also: [...INSIDE, 'slackPost'],
  },
  reactionMirror: { by: ['mirrorReactions'], read: (store) => store.reactionMirror(ROOM, ASKED) },
  reactionMirrorsDue: {
    by: ['slackPost', 'operate'],
    read: (store) => store.reactionMirrorsDue(ROOM, 20),
    most: 50,
    also: ['sweep'],
  },
  reactionMirrorsWaiting: {
    by: ['operate'],
    read: (store) => store.reactionMirrorsWaiting(NOW, 50),
    most: 50,
    also: ['slackPost', 'sweep'],
  },
  nextReactionMirrorWaiting: {
    by: ['sweep'],
    read: (store) => store.nextReactionMirrorWaiting(''),
    most: 50,
    also: ['slackPost', 'operate'],
  },
  linksTo: {
    by: ['slackApply', 'slackCommand'],
    read: (store) => store.linksTo('T1', 'C1'),
    most: 20,
    also: ['operator', 'sweep', 'operate'],
  },
  linksOfThread: {
    by: ['slackApply'],
    read: (store) => store.linksOfThread('T1', 'C1', '1700000000.000100'),
    most: 20,
    also: ['slackCommand', 'operator', 'sweep', 'operate'],
  },
  linksUnheard: {
    by: ['sweep'],
    read: (store) => store.linksUnheard(LONG_AGO, NOW, 50),
    most: 50,
    also: ['operator', 'operate'],
  },
  mirror: { by: ['mirror', 'slackPost', 'sweep'], read: (store) => store.mirror(ROOM, ASKED) },
  mirrorsDue: { by: ['slackPost', 'operate'], read: (store) => store.mirrorsDue(ROOM, 20), ...ROOM_LISTS },
  mirrorsWaiting: {
    by: ['operate'],
    read: (store) => store.mirrorsWaiting(NOW, 50),
    ...MIRROR_LISTS,
  },
  nextMirrorWaiting: {
    by: ['sweep'],
    read: (store) => store.nextMirrorWaiting(''),
    ...MIRROR_LISTS,
  },
  mirrorsSince: {
    by: ['slackPost'],
    read: (store) => store.mirrorsSince(ROOM, LONG_AGO, 50),
    ...ROOM_LISTS,
  },
  mirrorAt: {
    by: ['slackPost', 'slackApply'],
    read: (store) => store.mirrorAt(ROOM, 'C1', '1700000000.000200'),
    ...ROOM_LISTS,
  },
  mirrorPosted: {
    by: ['slackApply'],
    read: (store) => store.mirrorPosted('T1', 'C1', '1700000000.000200'),
    ...MIRROR_LISTS,
  },
  mirrorInThread: {
    by: ['slackApply'],
    read: (store) => store.mirrorInThread('T1', 'C1', '1700000000.000100'),
    ...MIRROR_LISTS,
  },
  eventsWaiting: {
    by: ['sweep'],
    read: (store) => store.eventsWaiting(NOW, 50),
    most: 50,
    also: ['operate'],
  },
  eventsPassedOver: {
    by: ['operate'],
    read: (store) => store.eventsPassedOver(50),
    most: 50,
    also: ['sweep'],
  },
  links: { by: ['operate'], read: (store) => store.links(50), most: 50, also: ['operator', 'sweep'] },
  deadLettersOpen: {
    by: ['operate'],
    read: (store) => store.deadLettersOpen(50),
    most: 50,
    also: ['operator'],
  },
  deadLetter: { by: ['slackPost', 'operate'], read: (store) => store.deadLetter('lobby-x') },
  slackPerson: { by: ['slackApply', 'slackPost'], read: (store) => store.slackPerson('T1-U1') },
};
