import type { Fields } from '#model/effect.ts';
import { asPause, pausePath } from '#model/pause.ts';
import { type Collection, hasPassed, isNow, onlyHas, type Situation } from './situation.ts';
import { are, isComponent } from './who.ts';

/** Whether Slack does not want us to wait before we ask it about a channel. */
export function isOpen(s: Situation, team: unknown, channel: unknown): boolean {
  const pause = s.was.get(pausePath(String(team), String(channel)));
  return pause === undefined || hasPassed(s, pause.since, Number(pause.seconds));
}

const isAsked = (s: Situation): boolean =>
  s.after !== undefined &&
  asPause(s.after).ok &&
  onlyHas(s.after, 'since', 'seconds') &&
  isNow(s, s.after.since);

const end = (pause: Fields | undefined): number =>
  pause?.since instanceof Date ? pause.since.getTime() + Number(pause.seconds) * 1_000 : Number.NaN;

export const pauses: Collection = {
  get: [['slackPost, slackCommand and operate', are('slackPost', 'slackCommand', 'operate')]],
  list: [],
  create: [
    [
      'slackPost, which was asked to wait',
      (s) => isComponent(s.who, 'slackPost') && isAsked(s) && /^[A-Z0-9]{2,40}-[A-Z0-9]{2,40}$/.test(s.id),
    ],
  ],
  update: [
    [
      'slackPost, for longer',
      (s) => isComponent(s.who, 'slackPost') && isAsked(s) && end(s.after) >= end(s.before),
    ],
  ],
  delete: [],
};
