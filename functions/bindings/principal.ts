import type { Alarm } from '../components/alarm.ts';
import type { Reading } from '../components/reading.ts';
import type { ComponentName } from '../model/component.ts';
import { Refused, type Work } from '../model/effect.ts';
import { type LogFields, log } from './log.ts';
import { performerOf, work } from './perform.ts';
import { as } from './session.ts';
import { storeOf } from './store.ts';

/** A component as somebody: what it reads and does, it reads and does under its own name. */
export type Principal = {
  readonly name: ComponentName;
  readonly store: Reading;
  /** A line of severity ERROR: what watches the log tells an operator. */
  readonly alarm: Alarm;
};

/** The component of this name as a principal. Nothing is connected until it is used. */
export const principal = (name: ComponentName): Principal => ({
  name,
  store: storeOf(as(name), ({ message }) => log.error('malformed', { component: name, reason: message })),
  alarm: (event, told) => log.error(event, { component: name, ...told }),
});

/** What an event's work needs told in its log lines. */
export type About = Omit<LogFields, 'component'>;

/**
 * Runs a component's work under its name.
 *
 * What the rules refuse is final: it is written to the log and not tried again. Everything else is thrown, so that the
 * platform delivers the event again.
 */
export async function run<Result>(
  name: ComponentName,
  job: Work<Result>,
  about: About,
): Promise<Result | undefined> {
  try {
    return await work(job, performerOf(as(name)));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    log.error('refused', { component: name, ...about, reason: error.message });
    return undefined;
  }
}
