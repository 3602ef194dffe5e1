import { closeSync, openSync, readSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

const INTERVAL = 200;
const CHUNK = 65_536;

/** Calls `onLine` with each line that a file gains from now on, until it is told to end. */
export function follow(file: string, onLine: (line: string) => void): () => void {
  const buffer = Buffer.alloc(CHUNK);
  const descriptor = openSync(file, 'r');
  const decoder = new TextDecoder();
  let rest = '';
  const read = (): string => {
    let text = '';
    for (let bytes = CHUNK; bytes === CHUNK; ) {
      bytes = readSync(descriptor, buffer);
      text += decoder.decode(buffer.subarray(0, bytes), { stream: true });
    }
    return stripVTControlCharacters(text);
  };
  read();
  const timer = setInterval(() => {
    const lines = `${rest}${read()}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  }, INTERVAL);
  return () => {
    clearInterval(timer);
    closeSync(descriptor);
  };
}
