import { initializeApp } from 'firebase-admin/app';
import { type Firestore, getFirestore } from 'firebase-admin/firestore';
import { NAME_MAX } from '#model/limits.ts';
import type { Link } from '#model/link.ts';
import { linkPath } from '#model/link.ts';
import { type Member, memberPath } from '#model/member.ts';
import { type Message, messagePath } from '#model/message.ts';
import { type Person, personPath } from '#model/person.ts';
import { type Reaction, reactionPath } from '#model/reaction.ts';
import { type Room, roomPath } from '#model/room.ts';
import { type SlackPerson, slackPersonPath } from '#model/slack-person.ts';
import type { Running } from '../flow/running.ts';

/** Rooms in which people wrote hostile texts on the web, one to which they come from Slack, and some that are only named. */
export const WEB = ['xssweba', 'xsswebb', 'xsswebc', 'xsswebd'];
export const SLACK = 'xssslack';
/** How many have hostile names at a time. */
export const NAMED = 40;
export const named = (nth: number): string => `xss${nth}`;

export const TEAM = 'T0TSUNAGI';
export const CHANNEL = 'C0XSS';

/** Firestore's most for one batch. https://firebase.google.com/docs/firestore/manage-data/transactions */
const BATCH = 500;

/** A payload as far as a name may go. */
export const asName = (payload: string): string => Array.from(payload).slice(0, NAME_MAX).join('').trim();

/** A payload's message on the web: the rooms take them in turn. */
export type Hostile = { readonly room: string; readonly text: string; readonly name: string };

/** Each payload is said by somebody who has another one for a name. */
export const hostileMessages = (payloads: readonly string[]): Hostile[] =>
  payloads.map((text, nth) => ({
    room: WEB[nth % WEB.length] ?? '',
    text,
    name: asName(payloads[payloads.length - 1 - nth] ?? ''),
  }));

const placeOf = (nth: number): string => `xss${String(nth).padStart(17, '0')}`;

/** The rooms' documents for one person who reads them, and the messages on the web with who said them. */
export function* hostileDocuments(reader: string, payloads: readonly string[]): Generator<[string, object]> {
  const now = new Date();
  const times = { created: now, changed: now };
  const hostile = { visibility: 'closed', reply: 'off', guests: false, ...times } as const;
  const member: Member = { person: reader, role: 'member', joined: now };
  const rooms = [...WEB, SLACK, ...Array.from({ length: NAMED }, (_, nth) => named(nth))];
  for (const id of rooms) {
    const room: Room = { ...hostile, owners: [reader], name: id };
    yield [roomPath(id), room];
    yield [memberPath(id, reader), member];
  }
  const link: Link = {
    team: TEAM,
    channel: CHANNEL,
    mode: 'channel',
    lease: { number: 0, held: false, since: now },
    pause: { since: now, seconds: 0 },
    settled: now,
    heard: now,
  };
  yield [linkPath(SLACK), link];
  for (const [nth, { room, text, name }] of hostileMessages(payloads).entries()) {
    const kind = nth % 2 === 0 ? 'person' : 'slack';
    const id = kind === 'person' ? `xss${nth}` : `${TEAM}-UXSS${nth}`;
    const person: Person = { name, guest: false, changed: now };
    const slackPerson: SlackPerson = { name, fetched: now };
    yield kind === 'person' ? [personPath(id), person] : [slackPersonPath(id), slackPerson];
    const at = new Date(now.getTime() - (payloads.length - nth) * 1_000);
    const message: Message = { author: { kind, id }, text, at, revision: 1 };
    yield [messagePath(room, placeOf(nth)), message];
    yield* hostileReactions(room, message, nth, text);
  }
}

/** Messages of a room whose authors all react to the first of them, and with what: no chip has more of them than names are read out. */
export const CROWD = 30;
const EMOJI = ['🎉', '👍', '👀'];

/** The reaction of a message's author to the first of the crowd; and one with a payload for an emoji, which the rules would not let in. */
function* hostileReactions(
  room: string,
  { author: { kind, id } }: Message,
  nth: number,
  payload: string,
): Generator<[string, object]> {
  if (kind === 'component') return;
  const place = Math.floor(nth / WEB.length);
  const first = nth - (place % CROWD) * WEB.length;
  const emoji = EMOJI[place % EMOJI.length] ?? '';
  const reaction: Reaction = { by: { kind, id }, emoji, on: true, at: new Date() };
  const path = reactionPath(room, placeOf(first), id, emoji);
  yield [path, reaction];
  yield [`${path}-hostile`, { ...reaction, emoji: payload }];
}

/** All documents, whatever the rules say. */
export const openAdmin = ({ projectId }: Pick<Running, 'projectId'>): Firestore =>
  getFirestore(initializeApp({ projectId }, `browser-${Date.now()}`));

export async function write(admin: Firestore, documents: Iterable<[string, object]>): Promise<void> {
  const all = [...documents];
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = admin.batch();
    for (const [path, fields] of all.slice(from, from + BATCH)) batch.set(admin.doc(path), fields);
    await batch.commit();
  }
}
