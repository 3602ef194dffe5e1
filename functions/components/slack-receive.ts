import { parsed, textOf } from '../model/bytes.ts';
import { create, SERVER_TIME, type Work } from '../model/effect.ts';
import type { Request, Response } from '../model/event.ts';
import { inboxPath } from '../model/inbox.ts';
import { EVENT_BYTES_MAX, INBOX_DAYS } from '../model/limits.ts';
import { asEnvelope } from '../slack/envelope.ts';
import { isSigned } from '../slack/signature.ts';

export type SlackReceivePorts = {
  /** The signing secrets that are good now: one, or two while they rotate. */
  readonly secrets: () => readonly string[];
  readonly now: () => Date;
};

const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000;

const answer = (status: number, body = ''): Response => ({ status, body });

/**
 * Takes what Slack sends: verifies, stores, answers. A trigger does the rest.
 *
 * 401 with an empty body for what Slack did not sign, before anything else is looked at; 413 for what cannot be stored; 400
 * for what is not an event. An event that comes again finds its document, and is answered the same way.
 */
export const slackReceive = ({ secrets, now }: SlackReceivePorts) =>
  async function* (request: Request): Work<Response> {
    if (request.method !== 'POST') return answer(405);
    const moment = now();
    if (!isSigned(request, secrets(), moment)) return answer(401);
    if (request.body.byteLength > EVENT_BYTES_MAX) return answer(413, 'That is more than an event.');

    const body = textOf(request.body);
    const seen = body === undefined ? undefined : asEnvelope(parsed(body));
    if (body === undefined || seen === undefined) return answer(400, 'That is not UTF-8.');
    if (!seen.ok) return answer(400, seen.wrong);

    const envelope = seen.value;
    if (envelope.type === 'url_verification') return answer(200, envelope.challenge);
    if (envelope.type === 'app_rate_limited') return answer(200);
    yield create(inboxPath(envelope.event_id), {
      team: envelope.team_id,
      app: envelope.api_app_id,
      type: envelope.event.type,
      body,
      received: SERVER_TIME,
      expires: new Date(moment.getTime() + INBOX_DAYS * DAY_MILLISECONDS),
      state: 'received',
    });
    return answer(200);
  };
