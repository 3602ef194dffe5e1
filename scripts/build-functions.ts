import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, context, type Plugin } from 'esbuild';
import { say } from './report.ts';
import { ROOT } from './stack/project.ts';
import { UserError } from './user-error.ts';

/** The platform brings these along, and the CLI looks for them: they stay outside of the bundle. */
const EXTERNAL = ['firebase-functions', 'firebase-functions/*', 'firebase-admin', 'firebase-admin/*'];

/** Bundled CommonJS asks for Node's own modules through `require`, which an ES module doesn't have. */
const REQUIRE =
  "import { createRequire as toRequire } from 'node:module'; const require = toRequire(import.meta.url);";

export interface BuildFunctions {
  /** The folder `index.js` is written to. */
  readonly outdir: string;
  /** The folder that `index.ts` lies in. */
  readonly source?: string;
}

/** Bundles the functions into one file. Without an internet and in a tenth of a second: types are checked elsewhere. */
export async function buildFunctions(options: BuildFunctions): Promise<void> {
  try {
    await build(settings(options));
  } catch (error) {
    throw new UserError(
      `The functions don't build: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Builds them at each change, and says so; the first build counts too. Ends when the disposer is called. */
export async function watchFunctions(
  options: BuildFunctions,
  onBuilt: (errors: readonly string[]) => void,
): Promise<() => Promise<void>> {
  const tell: Plugin = {
    name: 'tell',
    setup: (plugin) =>
      plugin.onEnd(({ errors }) =>
        onBuilt(
          errors.map(({ text, location }) =>
            location ? `${location.file}:${location.line}: ${text}` : text,
          ),
        ),
      ),
  };
  const watcher = await context({ ...settings(options), plugins: [tell] });
  await watcher.watch();
  return () => watcher.dispose();
}

function settings({ outdir, source = join(ROOT, 'functions') }: BuildFunctions): BuildOptions {
  const entry = ['index.ts', 'index.js'].map((file) => join(source, file)).find((file) => existsSync(file));
  if (!entry) throw new UserError(`There is no index.ts in ${source}: that is where the functions begin.`);
  return {
    entryPoints: [entry],
    outfile: join(outdir, 'index.js'),
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    external: EXTERNAL,
    banner: { js: REQUIRE },
    sourcemap: true,
    logLevel: 'silent',
  };
}

/** `npm run build:functions`: what a deploy uploads. */
export default async function run(): Promise<void> {
  const outdir = join(ROOT, 'functions', 'build');
  await buildFunctions({ outdir });
  say(`Built ${join(outdir, 'index.js')}`);
}
