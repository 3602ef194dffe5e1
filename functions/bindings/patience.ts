import { SlackError } from '../slack/port.ts';

/**
 * Asks, unless Slack wanted us to wait and the time is not over: then it fails as Slack would, and Slack is left in peace.
 *
 * Kept by this process for as long as it lives. It is for what has no other place to remember: a room's posts wait by the
 * pause on its link.
 */
export const patient = (now: () => number = () => performance.now()) => {
  let until = 0;
  return async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const left = until - now();
    if (left > 0) throw new SlackError({ kind: 'limited', seconds: Math.ceil(left / 1_000) });
    try {
      return await ask();
    } catch (error) {
      if (error instanceof SlackError && error.trouble.kind === 'limited')
        until = now() + error.trouble.seconds * 1_000;
      throw error;
    }
  };
};
