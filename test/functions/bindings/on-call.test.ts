import { defineSecret } from 'firebase-functions/params';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { log } from '../../../functions/bindings/log.ts';
import { onOperatorCall } from '../../../functions/bindings/on-call.ts';
import { valueOf } from '../../../functions/bindings/secret.ts';
import { Declined } from '../../../functions/model/event.ts';

afterEach(() => vi.restoreAllMocks());

/** Calls a function that comes to this end, as somebody who is signed in. */
function called(end: () => never) {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const operate = onOperatorCall('operate', () => () => end(), { secrets: [] });
  const auth = { uid: 'olga', token: { operator: true } };
  return { logged, answer: operate.run({ data: {}, auth } as unknown as Parameters<typeof operate.run>[0]) };
}

describe('a call', () => {
  it('that lacks its secret tells the log which, and the caller nothing', async () => {
    const { logged, answer } = called(() => {
      throw new Error(valueOf(defineSecret('NO_SUCH_SECRET')));
    });
    await expect(answer).rejects.toMatchObject({
      code: 'internal',
      message: 'That did not work. Try again.',
    });
    expect(logged).toHaveBeenCalledExactlyOnceWith('failed', {
      component: 'operate',
      reason: expect.stringContaining('The secret NO_SUCH_SECRET is not set') as string,
    });
  });
  it('that is declined tells the caller why, and the log nothing', async () => {
    const { logged, answer } = called(() => {
      throw new Declined('not-found', 'There is no room attic.');
    });
    await expect(answer).rejects.toMatchObject({ code: 'not-found', message: 'There is no room attic.' });
    expect(logged).not.toHaveBeenCalled();
  });
});
