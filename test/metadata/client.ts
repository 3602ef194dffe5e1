import type { Call } from './platform.ts';

/** Whoever arranges what goes wrong with the platform's tokens: the control interface, for tests. */
export type MetadataDesk = {
  /** Lets something go wrong: see the table of faults in README.md. */
  fail(fault: object): Promise<void>;
  /** Lets all be well again. */
  heal(): Promise<void>;
  /** Every call so far, the oldest first. */
  calls(): Promise<readonly Call[]>;
};

/** The desk of the stand-in at this address; an answer other than 200 rejects with its sentence. */
export function metadataDesk(url: string): MetadataDesk {
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}/control/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as { error?: string };
    if (!response.ok) throw new Error(answer.error);
    return answer;
  };
  return {
    fail: async (fault) => void (await send('POST', 'faults', fault)),
    heal: async () => void (await send('DELETE', 'faults')),
    calls: async () => ((await send('GET', 'calls')) as { calls: readonly Call[] }).calls,
  };
}
