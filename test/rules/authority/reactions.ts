import type { Fields } from '#model/effect.ts';
import { messagePath, slackOrigin } from '#model/message.ts';
import { asReaction, REACTIONS_SHOWN, reacting, reactionId } from '#model/reaction.ts';
import { isInTeam, linkOf, teamIn } from './in-slack.ts';
import { type Collection, isByNow, isNow, isShort, onlyChanges, type Situation } from './situation.ts';
import { isPaidFor } from './spending.ts';
import { are, isComponent, isInside, isPerson, uid } from './who.ts';
import { same } from './written.ts';

const isOwn = ({ who }: Situation, reaction: Fields | undefined): boolean =>
  isPerson(who) && same(reaction?.by, { kind: 'person', id: uid(who) });

/** Nobody has two with one emoji: the id says whose it is and which. */
function isNamed({ id, after }: Situation): boolean {
  const seen = asReaction(after);
  return seen.ok && id === reactionId(seen.value.by.id, seen.value.emoji);
}

/** To a message that is there and not deleted. */
function isAdded(s: Situation): boolean {
  const message = s.was.get(messagePath(s.room, s.message));
  return (
    asReaction(s.after).ok &&
    isOwn(s, s.after) &&
    isNamed(s) &&
    s.after?.on === true &&
    s.after.told === undefined &&
    isNow(s, s.after.at) &&
    message !== undefined &&
    message.deleted === undefined &&
    isPaidFor(s, reacting(s.message, String(s.after.emoji), true))
  );
}

const isTakenAway = (s: Situation): boolean =>
  isOwn(s, s.before) && isPaidFor(s, reacting(s.message, String(s.before?.emoji), false));

/** As Slack told it: of somebody in the workspace that has the message, or in which it may come from the room's channel. */
function isHeard(s: Situation): boolean {
  const seen = asReaction(s.after);
  const link = linkOf(s);
  if (!seen.ok || !link || seen.value.by.kind !== 'slack' || seen.value.told === undefined) return false;
  const team = teamIn(seen.value.by.id);
  return (
    isNamed(s) &&
    isByNow(s, seen.value.at) &&
    ((team === link.team && slackOrigin(s.message)?.channel === link.channel) || isInTeam(s, s.message, team))
  );
}

function isNewer(s: Situation): boolean {
  const [was, now] = [asReaction(s.before), asReaction(s.after)];
  if (!was.ok || !now.ok || was.value.told === undefined || now.value.told === undefined) return false;
  return onlyChanges(s, 'on', 'at', 'told') && isByNow(s, now.value.at) && now.value.told > was.value.told;
}

export const reactions: Collection = {
  get: [
    ['a member', isInside],
    ['slackApply, how new it is', are('slackApply')],
  ],
  list: [
    ['a member', (s) => isInside(s) && isShort(s, REACTIONS_SHOWN)],
    [
      'slackPost and slackApply, who has reacted',
      (s) => isComponent(s.who, 'slackPost', 'slackApply') && isShort(s, REACTIONS_SHOWN),
    ],
  ],
  create: [
    ['a member, as themself', isAdded],
    ['slackApply, for somebody in Slack', (s) => isComponent(s.who, 'slackApply') && isHeard(s)],
  ],
  update: [['slackApply, by newer word', (s) => isComponent(s.who, 'slackApply') && isNewer(s)]],
  delete: [['whose it is', isTakenAway]],
};
