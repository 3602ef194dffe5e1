import { stripVTControlCharacters } from 'node:util';

/** Milliseconds from which on a call of a function is told: most take less than one second. */
const SLOW = 5_000;
/** Of a line, so much is told. */
const TOLD = 300;

const BEGUN = /Beginning execution of "(?:[a-z0-9]+-)*([A-Za-z]+)"/;
const FINISHED = /Finished "(?:[a-z0-9]+-)*([A-Za-z]+)" in ([0-9.]+)ms/;
const BAD = /"severity":"(?:ERROR|WARNING|CRITICAL)"|⚠|timed out/;

/** What a part of the Functions emulator's log tells of why something did not come: who is still at work, who was slow, what went wrong. */
export function traces(log: string): string[] {
  const lines = stripVTControlCharacters(log).split('\n');
  const atWork = new Map<string, number>();
  const found: string[] = [];
  const count = (name: string, by: number) => atWork.set(name, Math.max(0, (atWork.get(name) ?? 0) + by));
  for (const line of lines) {
    const [, begun] = BEGUN.exec(line) ?? [];
    if (begun !== undefined) count(begun, 1);
    const [, name, milliseconds] = FINISHED.exec(line) ?? [];
    if (name !== undefined) count(name, -1);
    if (Number(milliseconds) >= SLOW) found.push(`${name} took ${Math.round(Number(milliseconds))} ms`);
    if (BAD.test(line)) found.push(line.trim().slice(0, TOLD));
  }
  for (const [name, calls] of atWork)
    if (calls > 0) found.push(`${name} is at work: ${calls} of its calls did not end`);
  return found;
}
