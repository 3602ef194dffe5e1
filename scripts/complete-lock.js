/**
 * Writes into package-lock.json the optional platform builds that a registry did not carry while the lock was made.
 *
 * npm leaves such packages out of the lock without a word, and `npm ci` then refuses the lock on every machine. Only
 * builds for other platforms are added (os, cpu and libc are read off the package's name, as their publishers name
 * them), so nothing is installed here that was not verified. Run after any change of the lock: see CONTRIBUTING.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const lockFile = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(lockFile, 'utf8'));

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'aix',
  'netbsd',
  'openbsd',
  'sunos',
];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

/** The platform a build's name speaks of: `binding-linux-arm64-musl` → linux, arm64, musl; nothing for other names. */
function platform(name) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  if (!os || !cpu) return undefined;
  const libc = words.includes('musl') ? 'musl' : os === 'linux' ? 'glibc' : undefined;
  return { cpu: [cpu], ...(libc && { libc: [libc] }), os: [os] };
}

for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    const builtFor = platform(name);
    if (lock.packages[place] || !builtFor) continue;
    const { cpu, ...rest } = builtFor;
    lock.packages[place] = { version, cpu, ...(parent.dev && { dev: true }), optional: true, ...rest };
    process.stdout.write(`added ${name}@${version}\n`);
  }
}
const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(lockFile, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
