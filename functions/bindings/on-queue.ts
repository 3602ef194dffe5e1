import { HttpsError } from 'firebase-functions/https';
import type { SecretParam } from 'firebase-functions/params';
import { onTaskDispatched } from 'firebase-functions/tasks';
import type { ComponentName } from '../model/component.ts';
import { Later, type Work } from '../model/effect.ts';
import { asRoomJob, type RoomJob } from '../model/event.ts';
import type { Checked } from '../model/guard.ts';
import { asSlashCommand, type SlashCommand } from '../slack/slash-command.ts';
import { log } from './log.ts';
import { accountsOf, placed } from './own-account.ts';
import { type About, type Principal, principal, run } from './principal.ts';

/** A job comes again after 1 s, then 2, 4 … 60 s, for about three minutes; after that `sweep` gives the next turn. Cloud Tasks' own default gives up after 0.7 s. */
const retryConfig = { maxAttempts: 8, minBackoffSeconds: 1, maxBackoffSeconds: 60, maxDoublings: 6 };

/** The secrets that a component needs, and who may put jobs on its queue. */
type Options = { secrets: SecretParam[]; from: ComponentName[] };

/** Runs a component for every turn that a room is given. */
export const onRoomJob = (
  name: ComponentName,
  make: (as: Principal) => (job: RoomJob) => Work,
  options: Options,
) => onJob(name, asRoomJob, make, options);

/** Runs a component for every slash command that was typed. */
export const onSlashCommand = (
  name: ComponentName,
  make: (as: Principal) => (job: SlashCommand) => Work,
  options: Options,
) => onJob(name, asSlashCommand, make, options);

/** Runs a component for every job on its queue. Nobody but the named components may put one there. */
function onJob<Job extends object>(
  name: ComponentName,
  asJob: (value: unknown) => Checked<Job>,
  make: (as: Principal) => (job: Job) => Work,
  { secrets, from }: Options,
) {
  const component = make(principal(name));
  const queue = { ...placed(name), retryConfig, secrets, invoker: accountsOf(from) };
  return onTaskDispatched(queue, async ({ data }) => {
    const seen = asJob(data);
    if (!seen.ok) return log.error('malformed', { component: name, reason: seen.wrong });
    const about: About = 'room' in seen.value ? { room: String(seen.value.room) } : {};
    try {
      await run(name, component(seen.value), about);
    } catch (error) {
      if (!(error instanceof Later)) throw error;
      log.debug('later', { component: name, ...about, reason: error.message });
      throw new HttpsError('unavailable', error.message);
    }
  });
}
