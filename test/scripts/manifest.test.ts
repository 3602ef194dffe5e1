import { describe, expect, it } from 'vitest';
import { retriedIn } from '../../scripts/stack/manifest.ts';

describe('what functions say of themselves', () => {
  it('tells which of them want an event again that failed, by where their events go', () => {
    const retried = retriedIn({
      endpoints: {
        reply: { region: ['asia-northeast1'], eventTrigger: { retry: true } },
        once: { region: ['asia-northeast1'], eventTrigger: { retry: false } },
        slackReceive: { region: ['asia-northeast1'] },
        elsewhere: { region: ['europe-west1'], eventTrigger: { retry: true } },
      },
    });
    expect([...retried]).toEqual([
      '/functions/projects/demo-tsunagi/triggers/asia-northeast1-reply-0',
      '/functions/projects/demo-tsunagi/triggers/europe-west1-elsewhere-0',
    ]);
  });
});
