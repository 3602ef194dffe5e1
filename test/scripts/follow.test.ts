import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { follow } from '../../scripts/stack/follow.ts';

it('a file is followed line by line from where it ends, over letters and lines that come in pieces', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'follow-test-'));
  const file = join(folder, 'log');
  writeFileSync(file, 'before\n');
  const lines: string[] = [];
  const end = follow(file, (line) => lines.push(line));
  const letter = Buffer.from('繋');
  appendFileSync(file, Buffer.concat([Buffer.from('one\ntw'), letter.subarray(0, 2)]));
  await vi.waitFor(() => expect(lines).toEqual(['one']), 2000);
  appendFileSync(file, Buffer.concat([letter.subarray(2), Buffer.from('\n\u001b[31mred\u001b[39m\n')]));
  await vi.waitFor(() => expect(lines).toEqual(['one', 'tw繋', 'red']), 2000);
  end();
  rmSync(folder, { recursive: true });
});
