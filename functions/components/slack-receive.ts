import type { Answer } from '../answers/answer.ts';
import { parsed, textOf } from '../model/bytes.ts';
import { create, SERVER_TIME, type Work } from '../model/effect.ts';
import type { Request, Response } from '../model/event.ts';
import { inboxPath } from '../model/inbox.ts';
import { EVENT_BYTES_MAX, FORM_BYTES_MAX, INBOX_DAYS } from '../model/limits.ts';
import { isEcho } from '../slack/echo.ts';
import { asEnvelope, type EventCallback, teamOf } from '../slack/envelope.ts';
import { fieldsOf, type Hooked, hookedIn, isKnown, isOfBot, typedIn } from '../slack/form.ts';
import { gestureTold } from '../slack/gesture.ts';
import { isSigned } from '../slack/signature.ts';
import { wishOf } from '../slack/slash-command.ts';
import { fromSlack, toSlack } from '../slack/text.ts';

export type SlackReceivePorts = {
  /** The signing secrets that are good now: one, or two while they rotate. */
  readonly secrets: () => readonly string[];
  /** The tokens of outgoing webhooks; none where they are switched off. */
  readonly hookTokens: () => readonly string[];
  /** What an outgoing webhook is answered. */
  readonly answer: Answer;
  readonly now: () => Date;
};

const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000;

const answer = (status: number, body = ''): Response => ({ status, body });
const say = (words: object): Response => ({
  status: 200,
  body: JSON.stringify(words),
  type: 'application/json',
});

const ON_IT =
  'On it: the answer follows here. If none comes, invite me first (`/invite @tsunagi`). · 承知しました。返事がなければ、先に `/invite @tsunagi` で招待してください。';
const HELP = [
  '`/tsunagi link <room>` shows an open room in this channel · このチャンネルにルームを表示します',
  '`/tsunagi unlink` ends that · 表示をやめます',
  '`/tsunagi status` tells how it stands · 状態を表示します',
].join('\n');

const isForm = ({ headers }: Request): boolean =>
  (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

/**
 * Takes what Slack sends: verifies, stores, answers. A trigger does the rest.
 *
 * 401 with an empty body for what Slack did not sign, before anything else is looked at; 413 for what cannot be stored; 400
 * for what is not an event. An event that comes again finds its document, and is answered the same way; so does the second of
 * two messages that Slack makes of one gesture. The echo of what we have done in Slack ourselves is no news, and is not stored.
 *
 * Outgoing webhooks are older than Slack's signatures: they bear a token, and are answered at once, with nothing stored.
 */
export const slackReceive = (ports: SlackReceivePorts) =>
  async function* (request: Request): Work<Response> {
    if (request.method !== 'POST') return answer(405);
    const moment = ports.now();
    const signed = isSigned(request, ports.secrets(), moment);
    if (!signed && !isForm(request)) return answer(401);
    const most = isForm(request) ? FORM_BYTES_MAX : EVENT_BYTES_MAX;
    if (request.body.byteLength > most)
      return signed ? answer(413, 'That is more than an event.') : answer(401);
    const body = textOf(request.body);
    if (body === undefined) return signed ? answer(400, 'That is not UTF-8.') : answer(401);
    const expires = new Date(moment.getTime() + INBOX_DAYS * DAY_MILLISECONDS);
    return yield* isForm(request) ? takeForm(ports, body, signed, expires) : takeEvent(body, expires);
  };

async function* takeEvent(body: string, expires: Date): Work<Response> {
  const seen = asEnvelope(parsed(body));
  if (!seen.ok) return answer(400, seen.wrong);
  const envelope = seen.value;
  if (envelope.type === 'url_verification') return answer(200, envelope.challenge);
  if (envelope.type === 'event_callback' && isEcho(envelope)) return answer(200);
  const { api_app_id: app, type } = envelope;
  if (type === 'app_rate_limited') {
    const { team_id: team, minute_rate_limited } = envelope;
    yield store(`Rl${team}x${minute_rate_limited}`, { team, app, type, body, expires });
  } else
    yield store(nameOf(envelope), { team: teamOf(envelope), app, type: envelope.event.type, body, expires });
  return answer(200);
}

/** What an event is stored under: what comes under the same name is the same. So is all that one gesture said. */
function nameOf(told: EventCallback): string {
  const gesture = gestureTold(told.event);
  return gesture === undefined ? told.event_id : `${teamOf(told)}-${gesture}`;
}

const store = (
  event: string,
  entry: {
    readonly team: string;
    readonly app: string;
    readonly type: string;
    readonly body: string;
    readonly expires: Date;
  },
) => create(inboxPath(event), { ...entry, received: SERVER_TIME, state: 'received' });

async function* takeForm(
  ports: SlackReceivePorts,
  body: string,
  signed: boolean,
  expires: Date,
): Work<Response> {
  const fields = fieldsOf(body);
  const hooked = hookedIn(fields);
  if (hooked && fields.command === undefined) return greet(ports, hooked);
  if (!signed) return answer(401);
  const typed = typedIn(fields);
  if (!typed.ok) return answer(400, typed.wrong);
  const { id, command } = typed.value;
  if (!wishOf(command.text)) return say({ response_type: 'ephemeral', text: HELP });
  const { team_id: team, api_app_id: app, type } = command;
  yield store(id, { team, app, type, body: JSON.stringify(command), expires });
  return say({ response_type: 'ephemeral', text: ON_IT });
}

/** Answers an outgoing webhook, whose token says that it is one of ours. What it told pings nobody by coming back. */
function greet({ answer: ask, hookTokens }: SlackReceivePorts, hooked: Hooked): Response {
  const tokens = hookTokens();
  if (tokens.length === 0) return answer(404, 'Outgoing webhooks are switched off here.');
  if (!isKnown(hooked.token, tokens)) return answer(401);
  if (isOfBot(hooked)) return answer(200);
  const said = ask({ text: fromSlack(hooked.text, new Map()) });
  return typeof said === 'string' ? say({ text: toSlack(said, { pings: 'none' }) }) : answer(200);
}
