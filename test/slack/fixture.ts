import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect } from 'vitest';
import { type ControlClient, controlClient } from './client.ts';
import type { SlackOptions } from './options.ts';
import { type Receiver, record, startReceiver } from './receiver.ts';
import { type Slack, startSlack } from './server.ts';

export const SECRET = 'a-signing-secret';
export const TOKEN = 'xoxb-a-bot-token';

/** A workspace with an app beside it. */
export interface Fixture {
  slack: Slack;
  receiver: Receiver;
  control: ControlClient;
  client: WebClient;
  /** Posts to #lobby, or where `more` says, by Slack's client; returns Slack's answer. */
  post(text: string, more?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** The messages of #lobby as they are stored, replies and metadata among them. */
  stored(): Promise<Record<string, unknown>[]>;
}

/** Slack's own client as the app uses it: one attempt, no waiting for a rate limit. */
export const clientOf = (slack: Slack, token = TOKEN, timeout = 8000): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logLevel: LogLevel.ERROR,
  });

/** A fresh workspace, receiver and client for every test of a file; retries come 6,000 times as fast. */
export function useSlack(options: Partial<SlackOptions> = {}): Fixture {
  const fixture: Partial<Fixture> = {};
  beforeEach(async () => {
    const receiver = await startReceiver(SECRET);
    const secrets = { signingSecret: SECRET, botToken: TOKEN };
    const slack = await startSlack({ ...secrets, eventsUrl: receiver.url, speed: 6000, ...options });
    const control = controlClient(slack.url);
    const stored = async () => {
      const { messages } = await control.get('/channels/C0LOBBY/messages');
      return Array.isArray(messages) ? messages.map(record) : [];
    };
    const client = clientOf(slack);
    const post = async (text: string, more: Record<string, unknown> = {}) =>
      record(await client.apiCall('chat.postMessage', { channel: 'C0LOBBY', text, ...more }));
    Object.assign(fixture, { slack, receiver, control, client, post, stored });
  });
  afterEach(async () => {
    await fixture.slack?.stop();
    await fixture.receiver?.stop();
    // Whatever a test is about: nothing ever comes with a wrong signature, and only outgoing webhooks with none.
    for (const { signature, envelope } of fixture.receiver?.received ?? [])
      expect(signature).toBe('service_id' in envelope && signature === 'none' ? 'none' : 'right');
  });
  return live(fixture);
}

/** The parts of the running test, looked up when they are asked for. */
function live(fixture: Partial<Fixture>): Fixture {
  const part = <Name extends keyof Fixture>(name: Name): Fixture[Name] => {
    const found = fixture[name];
    if (found === undefined) throw new Error('The workspace is there while a test runs, and only then.');
    return found;
  };
  return {
    get slack() {
      return part('slack');
    },
    get receiver() {
      return part('receiver');
    },
    get control() {
      return part('control');
    },
    get client() {
      return part('client');
    },
    post: (text, more) => part('post')(text, more),
    stored: () => part('stored')(),
  };
}
