/** Milliseconds since 1970. */
export type Clock = () => number;

/** Microseconds in Slack's form: seconds, a point, and exactly six digits. */
export const timestamp = (time: number): string =>
  `${Math.floor(time / 1e6)}.${String(time % 1e6).padStart(6, '0')}`;

/** Microseconds of "1700000000.000100", "1700000000" or "0"; nothing for what is no timestamp. */
export function micros(ts: string): number | undefined {
  const parts = /^(\d{1,10})(?:\.(\d{1,6}))?$/.exec(ts);
  return parts ? Number(parts[1]) * 1e6 + Number((parts[2] ?? '').padEnd(6, '0')) : undefined;
}

/** Gives timestamps that follow the clock and always rise, also when the clock stands still or goes back. */
export function timestamps(now: Clock): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.floor(now() * 1000));
    return timestamp(last);
  };
}
