import { optionsFrom } from './environment.ts';
import { startSlack } from './server.ts';

/** Starts Slack from the environment; returns why it cannot, as a sentence, or nothing. */
async function main(): Promise<string | undefined> {
  const options = optionsFrom(process.env);
  if (typeof options === 'string') return options;
  try {
    const slack = await startSlack(options);
    process.stdout.write(`Slack stand-in on ${slack.url}\n`);
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => void slack.stop().then(() => process.exit(0)));
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      return `Port ${options.port} is taken: give the Slack stand-in another one in SLACK_PORT.`;
    throw error;
  }
}

const problem = await main();
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
