import type { EventCallback } from './envelope.ts';
import { happening } from './happening.ts';
import { OWN_POST } from './heard.ts';
import { OWN_REACTION, reacted } from './reaction.ts';

/**
 * Whether Slack tells us what we have done ourselves, and says so: a post of ours, a change to it, a reaction of our bot's. Where it
 * does not say whose an app's post is, it has to be asked, and this is not yet an echo.
 */
export function isEcho(told: EventCallback): boolean {
  const what = reacted(told) ?? happening(told);
  return what.kind === 'ignored' && (what.reason === OWN_POST || what.reason === OWN_REACTION);
}
