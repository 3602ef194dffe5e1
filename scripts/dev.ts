import { join } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { watchFunctions } from './build-functions.ts';
import { stepReport } from './report.ts';
import { ACCOUNTS } from './seed/accounts.ts';
import { seed } from './seed/index.ts';
import { webConfig } from './stack/config.ts';
import { follow } from './stack/follow.ts';
import { assertFree } from './stack/free-ports.ts';
import { type Stack, startStack } from './stack/index.ts';
import { portsFrom } from './stack/ports.ts';
import { HOST, ROOT } from './stack/project.ts';
import { watchRules } from './stack/rules.ts';
import { everyMinute } from './stack/schedule.ts';
import { sayAddresses, untilEnd } from './start.ts';
import { UserError } from './user-error.ts';

/** What is worth a developer's while in the emulators' log: what functions print, and what goes wrong. */
const NOTEWORTHY = /^(>|⚠ {2}(functions|firestore)|⬢ {2}functions)/;
/** The same in the log of `identity`, which runs in a process of its own. */
const REFUSED_OR_WRONG = /"severity":"(WARNING|ERROR)"|Error/;

/** `npm run dev`: everything on this machine; a change of the web app, the functions or the rules shows at once. */
export default async function dev(signal: AbortSignal): Promise<void> {
  const report = stepReport();
  await assertFree(portsFrom(process.env), ['web']);
  const stack = await startStack({ name: 'dev', report, web: false, own: true, signal });
  const ends: (() => unknown)[] = [];
  try {
    ends.push(
      follow(join(stack.runFolder, 'emulators.log'), (line) => NOTEWORTHY.test(line) && report(line)),
    );
    ends.push(
      follow(join(stack.runFolder, 'identity.log'), (line) => REFUSED_OR_WRONG.test(line) && report(line)),
    );
    ends.push(watchRules(stack.urls.firestore, join(ROOT, 'firestore.rules'), report));
    ends.push(await watching(stack, report));
    ends.push(await serveWeb(stack));
    await seed(stack);
    sayAddresses(stack);
    ends.push(everyMinute(stack.urls.functions, 'sweep', report));
    await untilEnd(stack, signal);
  } finally {
    report('Stopping …');
    await Promise.all([stack.stop(), ...ends.map((end) => end())]);
  }
}

/** Builds the functions at each change and lets the emulator load them; the first build is the one already loaded. */
function watching(stack: Stack, report: (line: string) => void): Promise<() => Promise<void>> {
  let isLoaded = true;
  const reload = () =>
    stack.reloadFunctions().then(
      () => report('Functions reloaded'),
      (error: unknown) => report(error instanceof UserError ? error.text : String(error)),
    );
  return watchFunctions({ outdir: join(stack.runFolder, 'functions', 'build') }, (errors) => {
    for (const line of errors) report(line);
    if (errors.length === 0 && !isLoaded) void reload();
    isLoaded = false;
  });
}

/** Vite's server in the place of hosting, with the configuration that hosting would serve. */
async function serveWeb({ ports }: Stack): Promise<() => Promise<void>> {
  const config: Plugin = {
    name: 'config.json',
    configureServer: ({ middlewares }) => {
      middlewares.use('/config.json', (_, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(webConfig(ports, ACCOUNTS)));
      });
    },
  };
  const server = await createServer({
    root: join(ROOT, 'web'),
    configFile: join(ROOT, 'web', 'vite.config.ts'),
    plugins: [config],
    logLevel: 'warn',
    server: { host: HOST, port: ports.web, strictPort: true },
  });
  await server.listen();
  return () => server.close();
}
