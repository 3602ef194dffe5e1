import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (runFolder: string): string => join(runFolder, 'said.jsonl');

/** Keeps in mind that this was said in the run: no log may show it. Returns it. */
export function saying(runFolder: string, text: string): string {
  appendFileSync(fileIn(runFolder), `${JSON.stringify(text)}\n`);
  return text;
}

/** All that was said in a run so far. */
export function saidIn(runFolder: string): string[] {
  const file = fileIn(runFolder);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return [...new Set(lines.map((line) => JSON.parse(line) as string))];
}
