import type { Control } from './slack-control.ts';

/** A call of the Web API as the stand-in saw it; `at` in milliseconds since 1970, `retry_after` in seconds. */
export type SeenCall = {
  readonly method: string;
  readonly team?: string;
  readonly channel?: string;
  readonly at: number;
  readonly status: number | null;
  readonly error?: string;
  readonly ts?: string;
  readonly retry_after?: number;
  readonly violation?: true;
};

/** How events that were held back are let go: as they were kept unless an order is given. */
type Release = {
  readonly order?: 'kept' | 'reversed' | 'shuffled';
  readonly together?: boolean;
  readonly seed?: number;
};

/** What goes wrong at Slack and on the way from it, and what was seen of it. */
export interface SlackTrouble {
  /** Lets the next calls or events go wrong (the table of faults in test/slack/README.md). */
  fail(fault: object): Promise<void>;
  /** Ends all faults and limits, and lets go what they held. */
  mend(): Promise<void>;
  release(how?: Release): Promise<void>;
  /** Tells a message again as Slack does of itself: a change that nobody made. */
  touch(channel: string, ts: string): Promise<void>;
  /** Puts an event of any shape on the wire, signed; `envelope` replaces parts of what is around it. */
  send(event: object, envelope?: object): Promise<void>;
  /** Every call since the last reset. */
  calls(): Promise<readonly SeenCall[]>;
  /** Resolves when nothing is on its way from Slack. `patience` is in milliseconds. */
  quiet(patience?: number): Promise<void>;
  /** Changes settings (the stand-in's settings.ts). */
  set(settings: object): Promise<void>;
  reset(): Promise<void>;
}

export const slackTrouble = (control: Control): SlackTrouble => ({
  async fail(fault) {
    await control('POST', 'faults', fault);
  },
  async mend() {
    await control('DELETE', 'faults');
  },
  async release(how = {}) {
    await control('POST', 'release', how);
  },
  async touch(channel, ts) {
    await control('POST', `channels/${channel}/messages/${ts}/touch`);
  },
  async send(event, envelope) {
    await control('POST', 'events', { event, ...(envelope && { envelope }) });
  },
  async calls() {
    const { calls } = (await control('GET', 'calls')) as { calls: readonly SeenCall[] };
    return calls;
  },
  async quiet(patience = 10_000) {
    await control('GET', `idle?timeout=${patience}`);
  },
  async set(settings) {
    await control('PATCH', 'settings', settings);
  },
  async reset() {
    await control('POST', 'reset');
  },
});
