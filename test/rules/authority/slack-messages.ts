import { asMessage, slackOrigin } from '#model/message.ts';
import { isInChannel, isInTeam, linkOf, teamIn } from './in-slack.ts';
import { type Collection, isByNow, onlyChanges, onlyHas, type Situation } from './situation.ts';
import { isComponent } from './who.ts';

/** Under the id that Slack's channel and `ts` make, by somebody in Slack, at times that Slack's clock can have seen. */
function isFromSlack(s: Situation): boolean {
  const seen = asMessage(s.after);
  if (!seen.ok || slackOrigin(s.id) === undefined || seen.value.author.kind !== 'slack') return false;
  const { at, edited, deleted } = seen.value;
  // The time of what is there was judged when it came.
  const written = s.before === undefined ? [at, edited, deleted] : [edited, deleted];
  return written.every((time) => time === undefined || isByNow(s, time));
}

/** In the channel that the room is linked to; or, as long as it is to any, in a thread of what it has in another. */
function isInItsChannel(s: Situation): boolean {
  const [link, seen] = [linkOf(s), asMessage(s.after)];
  if (!link || !seen.ok) return false;
  const { author, thread } = seen.value;
  const [team, channel] = [teamIn(author.id), slackOrigin(s.id)?.channel];
  if (team === link.team && channel === link.channel) return true;
  return thread !== undefined && isInTeam(s, thread, team) && isInChannel(s, thread, channel);
}

const isSaid = (s: Situation): boolean =>
  isFromSlack(s) &&
  isInItsChannel(s) &&
  s.after !== undefined &&
  onlyHas(s.after, 'author', 'text', 'at', 'revision', 'thread', 'edited', 'deleted') &&
  s.after.revision === 1;

/** A tombstone stays one, and an older edit never replaces a newer one. */
function isSaidAnew(s: Situation): boolean {
  if (!isFromSlack(s) || s.before?.deleted !== undefined) return false;
  if (s.after?.revision !== Number(s.before?.revision) + 1) return false;
  if (s.after.deleted !== undefined) return onlyChanges(s, 'text', 'revision', 'deleted');
  const latest = (s.before?.edited ?? s.before?.at) as Date;
  return (
    onlyChanges(s, 'text', 'revision', 'edited') && s.after.edited instanceof Date && s.after.edited > latest
  );
}

/** Messages that came from Slack, among the messages. */
export const slackMessages: Pick<Collection, 'create' | 'update'> = {
  create: [['slackApply, what was said in Slack', (s) => isComponent(s.who, 'slackApply') && isSaid(s)]],
  update: [['slackApply, what came from Slack', (s) => isComponent(s.who, 'slackApply') && isSaidAnew(s)]],
};
