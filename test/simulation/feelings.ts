import { SERVER_TIME } from '../../functions/model/effect.ts';
import { type Member, memberPath, spending } from '../../functions/model/member.ts';
import { type Message, messagePath, slackMessageId } from '../../functions/model/message.ts';
import { type Reaction, reacting, reactionPath } from '../../functions/model/reaction.ts';
import { person } from '../rules/wire/principal.ts';
import { batch, remove, set, update } from '../rules/wire/request.ts';
import type { Ends, Findings } from './checker.ts';
import type { Said } from './plan.ts';
import type { Random } from './random.ts';
import { BOT } from './slack-reactions.ts';
import type { Posted } from './slack-side.ts';
import { PEOPLE, TEAM, type World } from './world.ts';

/** What people here react with, and Slack's names of it. */
export const EMOJI = [
  { emoji: '🎉', name: 'tada' },
  { emoji: '👍', name: '+1' },
] as const;
/** How much of it is taking something back: of a few reactions, few would be met again by chance. */
const TAKEN_BACK = 0.75;
const IN_SLACK = ['U0HANA', 'U0KEN'] as const;

/** What is felt on both sides: how the documents and Slack stand, and who of the web reacts, by which name. */
export type Felt = {
  readonly people: readonly { readonly uid: string; readonly name: string }[];
  readonly database: Pick<Ends['database'], 'documents'>;
  readonly slack: {
    readonly messages: readonly Posted[];
    readonly reactions: {
      users(channel: string, ts: string, name: string): ReadonlySet<string>;
      line(channel: string, ts: string): string | undefined;
    };
  };
};

const idOf = (said: Said): string => (said.from === 'web' ? said.id : slackMessageId(said.channel, said.id));
const postOf = (world: Pick<Felt, 'slack'>, said: Said) =>
  world.slack.messages.find(
    ({ channel, deleted, origin, ts }) =>
      channel === said.channel &&
      !deleted &&
      (said.from === 'web' ? origin?.message === said.id : ts === said.id),
  );

/** Somebody on either side reacts to something that was said, or takes it back. */
export function feel(world: World, random: Random, all: readonly Said[]): void {
  const said = random.pick(all);
  const again = random.chance(TAKEN_BACK) ? feltIn(world, all) : [];
  if (again.length > 0) return random.pick(again)();
  const how = random.pick(EMOJI);
  if (random.chance(0.5)) feelInSlack(world, said, how.name, random.pick(IN_SLACK));
  else feelInWeb(world, said, how.emoji, random.pick(PEOPLE));
}

/** Each reaction that there is, as what takes it back. */
function feltIn(world: World, all: readonly Said[]): (() => void)[] {
  const pairs = all.flatMap((said) => EMOJI.map((how) => ({ said, ...how })));
  return pairs.flatMap(({ said, emoji, name }) => {
    const post = postOf(world, said);
    const inSlack = IN_SLACK.filter(
      (user) => post && world.slack.reactions.users(post.channel, post.ts, name).has(user),
    );
    const inWeb = PEOPLE.filter((uid) =>
      world.database.documents.has(reactionPath(said.room, idOf(said), uid, emoji)),
    );
    return [
      ...inSlack.map((user) => () => feelInSlack(world, said, name, user)),
      ...inWeb.map((uid) => () => feelInWeb(world, said, emoji, uid)),
    ];
  });
}

function feelInSlack(world: World, said: Said, name: string, user: string): void {
  const post = postOf(world, said);
  if (!post) return;
  const { reactions } = world.slack;
  const on = !reactions.users(post.channel, post.ts, name).has(user);
  reactions.change(post.channel, post.ts, name, user, on);
}

function feelInWeb(world: World, said: Said, emoji: string, uid: string): void {
  const { documents } = world.database;
  const message = documents.get(messagePath(said.room, idOf(said))) as unknown as Message | undefined;
  if (!message || message.deleted) return;
  const path = reactionPath(said.room, idOf(said), uid, emoji);
  const on = !documents.has(path);
  const place = memberPath(said.room, uid);
  const { sent } = documents.get(place) as unknown as Member;
  const what = reacting(idOf(said), emoji, on);
  const by = { kind: 'person', id: uid };
  world.database.ask(
    person(uid),
    batch(
      update(place, spending(sent, what, world.scheduler.now)),
      on ? set(path, { by, emoji, on, at: SERVER_TIME }) : remove(path),
    ),
  );
}

/** Compares what is felt on both sides when all is quiet: in the web everybody, in Slack its people, and the bot for the web's. */
export function checkFeelings(world: Felt, history: readonly Said[], findings: Findings): void {
  for (const said of history) if (!said.deleted) checkOne(world, said, findings);
  for (const path of world.database.documents.keys()) {
    if (path.includes(`/reactions/${TEAM}-${BOT}-`)) findings.phantom.push(`${path} is our own bot’s`);
    if (!path.startsWith('reactionMirrors/')) continue;
    const state = world.database.documents.get(path)?.state;
    if (state !== 'sent') findings.lost.push(`${path} is ${String(state)}`);
  }
}

function checkOne(world: Felt, said: Said, { lost, phantom }: Findings): void {
  const post = postOf(world, said);
  if (!post) return;
  const told = (is: boolean, should: boolean, what: string): void => {
    if (is !== should) (should ? lost : phantom).push(what);
  };
  const of = (who: string, emoji: string) =>
    world.database.documents.get(reactionPath(said.room, idOf(said), who, emoji)) as unknown as
      | Reaction
      | undefined;
  let line = '';
  for (const { emoji, name } of EMOJI) {
    const users = world.slack.reactions.users(post.channel, post.ts, name);
    for (const user of IN_SLACK)
      told(
        of(`${TEAM}-${user}`, emoji)?.on ?? false,
        users.has(user),
        `${user}’s ${name} to ${said.id} in the web`,
      );
    const feeling = world.people.filter(({ uid }) => of(uid, emoji));
    told(users.has(BOT), feeling.length > 0, `the web’s ${name} to ${said.id} in Slack`);
    line += feeling.map(({ name: called }) => `${emoji} ${called} (web)`).join();
  }
  if (said.from === 'slack') return;
  const shown = world.slack.reactions.line(post.channel, post.ts) ?? '';
  const isUnder = (emoji: string, name: string): boolean =>
    shown.split(' · ').some((part) => part.startsWith(emoji) && part.includes(`${name} (web)`));
  for (const { emoji } of EMOJI)
    for (const { uid, name } of world.people)
      told(isUnder(emoji, name), of(uid, emoji) !== undefined, `${uid}’s ${emoji} under ${said.id} in Slack`);
  told(shown !== '', line !== '', `a line under ${said.id} in Slack`);
}
