import type { Stack } from '../../scripts/stack/index.ts';

export type Running = Pick<Stack, 'projectId' | 'urls' | 'ports' | 'secrets' | 'runFolder'>;

/** Everything that was started for these tests. */
export function running(): Running {
  const told = process.env.TSUNAGI_STACK;
  if (!told) throw new Error('Nothing is running: run "npm test -- stack".');
  return JSON.parse(told) as Running;
}
