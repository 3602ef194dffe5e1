import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findJava, javaMajor } from '../../scripts/stack/java.ts';

const root = mkdtempSync(join(tmpdir(), 'java-test-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A home of a Java that says it is this version, or fails as macOS's placeholder does. */
function home(version?: string): string {
  const bin = join(root, version ?? 'placeholder', 'bin');
  mkdirSync(bin, { recursive: true });
  const says = version ? `echo 'openjdk version "${version}" 2025-01-01' >&2` : 'echo "no Java" >&2; exit 1';
  writeFileSync(join(bin, 'java'), `#!/bin/sh\n${says}\n`);
  chmodSync(join(bin, 'java'), 0o755);
  return join(bin, '..');
}
const path = (version?: string) => join(home(version), 'bin');

describe('the major version of a Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)', 17],
    ['java version "1.8.0_392"\nJava(TM) SE Runtime Environment', 8],
    ['openjdk version "21" 2023-09-19', 21],
    ['openjdk version "25-ea" 2025-09-16', 25],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "11.0.2" 2019-01-15', 11],
  ])('is read off what it prints: %j is %i', (printed, major) => {
    expect(javaMajor(printed)).toBe(major);
  });

  it('is unknown where nothing says it', () => {
    expect(javaMajor('Unable to locate a Java Runtime.')).toBeUndefined();
  });
});

describe('the Java of a run', () => {
  it("is JAVA_HOME's, put first on PATH", async () => {
    const java = home('17.0.1');
    expect(await findJava({ JAVA_HOME: java, PATH: path('21.0.1') })).toBe(join(java, 'bin'));
  });

  it("is PATH's where JAVA_HOME's is too old", async () => {
    expect(await findJava({ JAVA_HOME: home('1.8.0_392'), PATH: path('21.0.1') })).toBeUndefined();
  });

  it.each([
    [
      'PATH has an older one',
      () => ({ PATH: path('11.0.2') }),
      'needs Java 17, and this machine has 11: install',
    ],
    [
      'there is none',
      () => ({ PATH: join(root, 'nowhere') }),
      'needs Java, and this machine has none: install',
    ],
    ['there is a placeholder', () => ({ PATH: path() }), 'needs Java, and this machine has none: install'],
  ])('is asked for in a sentence where %s', async (_, env, sentence) => {
    await expect(findJava(env())).rejects.toThrow(sentence);
  });
});
