import { createPrivateKey } from 'node:crypto';
import { startMetadata } from './server.ts';

const { METADATA_PORT, METADATA_KEY, METADATA_PROJECT } = process.env;

/** Starts the stand-in from the environment; returns why it cannot, as a sentence, or nothing. */
async function main(): Promise<string | undefined> {
  if (!METADATA_KEY || !METADATA_PROJECT)
    return 'The metadata stand-in needs METADATA_KEY (an RSA private key, PEM) and METADATA_PROJECT in its environment.';
  const port = Number(METADATA_PORT ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return `METADATA_PORT must be a port from 0 to 65535, not "${METADATA_PORT}".`;
  try {
    const metadata = await startMetadata({
      port,
      key: createPrivateKey(METADATA_KEY),
      project: METADATA_PROJECT,
    });
    process.stdout.write(`Metadata stand-in on ${metadata.url}\n`);
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.once(signal, () => void metadata.stop().then(() => process.exit(0)));
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      return `Port ${port} is taken: give the metadata stand-in another one in METADATA_PORT.`;
    throw error;
  }
}

const problem = await main();
if (problem !== undefined) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
