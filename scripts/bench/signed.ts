import { createHmac } from 'node:crypto';

/** Sends a message of Slack's to `slackReceive` at this address, as Slack does, and resolves with the status. `id` tells it from all others. */
export async function sendSigned(
  url: string,
  secret: string,
  id: string,
  over: object = {},
): Promise<number> {
  const said = { type: 'message', channel: 'C0NOBODY', user: 'U0HANA', text: 'hi', ts: '1700000000.000100' };
  const ids = { event_id: `Ev${id}`, team_id: 'T0TSUNAGI', api_app_id: 'A0TSUNAGI' };
  const body = JSON.stringify({ type: 'event_callback', ...ids, event: { ...said, ...over } });
  const time = String(Math.floor(Date.now() / 1_000));
  const hash = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${hash}`,
    },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}
