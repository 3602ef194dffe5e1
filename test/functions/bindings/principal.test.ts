import { error } from 'firebase-functions/logger';
import { expect, it, vi } from 'vitest';
import { principal } from '../../../functions/bindings/principal.ts';

vi.mock('firebase-functions/logger', async (load) => ({
  ...(await load<typeof import('firebase-functions/logger')>()),
  error: vi.fn<typeof error>(),
}));

it('tells an operator in one line of severity ERROR, with the name of the component', () => {
  const told = { room: 'lobby', message: 'm1', reason: 'msg_too_long' };
  principal('slackPost').alarm('given up', told);
  expect(vi.mocked(error).mock.calls).toEqual([['given up', { component: 'slackPost', ...told }]]);
});
