import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { manifestHeader, manifestJar } from '../../scripts/stack/jar.ts';

const folder = mkdtempSync(join(tmpdir(), 'jar-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const urls = [
  'file:///a/long/way/to/a/jar/that/needs/more/than/a/line/of/a/manifest/emulator.jar',
  'file:///b.jar',
];

describe('a header of a manifest', () => {
  it.each([10, 60, 61, 62, 63, 130, 131, 132, 133, 400])(
    'keeps to 72 bytes a line for a value of %i',
    (length) => {
      const value = 'x'.repeat(length);
      const text = manifestHeader('Name', value);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line) + 2).toBeLessThanOrEqual(72);
      expect(text.replaceAll('\r\n ', '')).toBe(`Name: ${value}`);
    },
  );
});

describe('a jar with a manifest alone', () => {
  const jar = manifestJar('a.b.Main', urls);

  it('is a zip that holds the manifest, uncompressed', () => {
    const text = jar.toString('latin1').replaceAll('\r\n ', '');
    expect(jar.subarray(0, 4)).toEqual(Buffer.from('PK\x03\x04'));
    expect(text).toContain('META-INF/MANIFEST.MFManifest-Version: 1.0\r\n');
    expect(text).toContain(`Main-Class: a.b.Main\r\nClass-Path: ${urls.join(' ')}\r\n\r\n`);
  });

  it('lets Java look for the class it names', () => {
    const file = join(folder, 'main.jar');
    writeFileSync(file, jar);
    expect(spawnSync('java', ['-jar', file], { encoding: 'utf8' }).stderr).toContain(
      'Could not find or load main class a.b.Main',
    );
  });

  it('says the size and the checksum of what it holds', () => {
    const manifest = jar.subarray(jar.indexOf('Manifest-Version'), jar.indexOf('PK\x01\x02'));
    expect(jar.readUInt32LE(14)).toBe(crc32(manifest));
    expect(jar.readUInt32LE(18)).toBe(manifest.length);
    expect(jar.readUInt32LE(22)).toBe(manifest.length);
  });
});
