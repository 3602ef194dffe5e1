import { startSlack } from './server.ts';

const { SLACK_PORT, SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, SLACK_EVENTS_URL, SLACK_SPEED } = process.env;

/** Starts the workspace from the environment; returns why it cannot, as a sentence, or nothing. */
async function main(): Promise<string | undefined> {
  if (!SLACK_SIGNING_SECRET || !SLACK_BOT_TOKEN)
    return 'The Slack stand-in needs SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN in its environment.';
  const port = Number(SLACK_PORT ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return `SLACK_PORT must be a port from 0 to 65535, not "${SLACK_PORT}".`;
  const speed = Number(SLACK_SPEED || 1);
  if (!(speed > 0)) return `SLACK_SPEED must be a number above 0, not "${SLACK_SPEED}".`;
  const events = SLACK_EVENTS_URL ? { eventsUrl: SLACK_EVENTS_URL } : {};
  const secrets = { signingSecret: SLACK_SIGNING_SECRET, botToken: SLACK_BOT_TOKEN };
  try {
    const slack = await startSlack({ port, speed, ...secrets, ...events });
    process.stdout.write(`Slack stand-in on ${slack.url}\n`);
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => void slack.stop().then(() => process.exit(0)));
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      return `Port ${port} is taken: give the Slack stand-in another one in SLACK_PORT.`;
    throw error;
  }
}

const problem = await main();
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
