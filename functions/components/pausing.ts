import { create, SERVER_TIME, update, type Work } from '../model/effect.ts';
import { PAUSE_SECONDS_MAX } from '../model/limits.ts';
import { pausePath } from '../model/pause.ts';
import { allowed } from './allowed.ts';

/** Keeps all rooms of a channel from asking Slack for a while. Where they have to wait for longer already, they do. */
export async function* pauseChannel(team: string, channel: string, seconds: number): Work {
  const path = pausePath(team, channel);
  const pause = { since: SERVER_TIME, seconds: Math.min(seconds, PAUSE_SECONDS_MAX) };
  if ((yield create(path, pause)) === 'exists') yield* allowed(update(path, pause));
}
