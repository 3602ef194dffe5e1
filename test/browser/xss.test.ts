import type { Firestore } from 'firebase-admin/firestore';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messagesPath } from '#model/message.ts';
import { roomPath } from '#model/room.ts';
import { until } from '../../scripts/client/within.ts';
import { running } from '../flow/running.ts';
import { openBrowser, picture, signInAs } from './browser.ts';
import {
  asName,
  CHANNEL,
  CROWD,
  hostileDocuments,
  hostileMessages,
  NAMED,
  named,
  openAdmin,
  SLACK,
  WEB,
  write,
} from './hostile-world.ts';
import { PAYLOADS, slack } from './payloads/index.ts';
import { type Watch, watch } from './watch.ts';

const stack = running();
const { urls } = stack;
const PATIENCE = { timeout: 30_000 };
const HOME = [urls.web, urls.auth, urls.firestore];

/** Payloads in one message from Slack, a paragraph each. */
const TOGETHER = 12;

let browser: Browser;
let admin: Firestore;
let page: Page;
let watched: Watch;
let inSlack: Promise<number>;
beforeAll(async () => {
  admin = openAdmin(stack);
  await write(admin, hostileDocuments('sam', PAYLOADS));
  inSlack = sayInSlack();
  browser = await openBrowser();
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1100, height: 760 } });
  watched = await watch(page, HOME);
  await page.goto(urls.web);
  await signInAs(page, /Sam/);
});
afterAll(() => browser.close());

async function control(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const sent = await fetch(`${urls.slack}/control/${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (!sent.ok) throw new Error(`${path}: ${await sent.text()}`);
}

/** Everything, as typed by people at Slack whose names are hostile too; and what is in Slack's own form, as it is. */
async function sayInSlack(): Promise<number> {
  await control('channels', { id: CHANNEL, name: 'hostile' });
  const people = ['U0XSSA', 'U0XSSB', 'U0XSSC', 'U0XSSD'];
  for (const [nth, id] of people.entries())
    await control('users', { id, name: id.toLowerCase(), display_name: asName(PAYLOADS[nth * 50] ?? '') });
  let count = 0;
  const say = async (text: string, raw: boolean): Promise<void> => {
    const user = people[count % people.length];
    await control('messages', { user, channel: CHANNEL, text, raw });
    count += 1;
  };
  for (const text of slack) await say(text, true);
  await reactInSlack(people, await saidFirst());
  for (let from = 0; from < PAYLOADS.length; from += TOGETHER)
    await say(PAYLOADS.slice(from, from + TOGETHER).join('\n\n'), false);
  return count;
}

/** The `ts` of what was said first. */
async function saidFirst(): Promise<string> {
  const told = await fetch(`${urls.slack}/control/channels/${CHANNEL}/messages`);
  const { messages } = (await told.json()) as { messages: { ts: string }[] };
  return messages.map(({ ts }) => ts).sort()[0] ?? '';
}

/** People whose names are hostile react; and Slack tells of reactions with hostile names, as it never would. */
async function reactInSlack(people: readonly string[], ts: string): Promise<void> {
  for (const user of people)
    for (const name of ['tada', 'it-s_+1'])
      await control(`channels/${CHANNEL}/messages/${ts}/reactions`, { user, name });
  for (const [nth, reaction] of PAYLOADS.entries()) {
    const item = { type: 'message', channel: CHANNEL, ts };
    const told = { type: 'reaction_added', user: people[nth % people.length], reaction, item };
    if (nth % 20 === 0)
      await control('events', { event: { ...told, event_ts: `1700000000.${100_000 + nth}` } });
  }
}

const chipsAt = (nth: number) =>
  page.getByRole('log').getByRole('article').nth(nth).locator('[aria-pressed]');

/** Scrolls to a message until it has so many reactions: they come when it is seen. */
async function lookAt(nth: number, reactions: number): Promise<void> {
  await page.getByRole('log').getByRole('article').nth(nth).scrollIntoViewIfNeeded();
  await chipsAt(nth)
    .nth(reactions - 1)
    .waitFor(PATIENCE);
}

/** Looks at a message; returns who is not said to have reacted to it, of those who have. */
async function missedAt(nth: number, people: readonly string[]): Promise<string[]> {
  await lookAt(nth, 1);
  let missed = [...people];
  const all = async (): Promise<true | undefined> => {
    const titles = await chipsAt(nth).evaluateAll((chips) =>
      chips.map((chip) => chip.getAttribute('title') ?? '').join('\n'),
    );
    missed = people.filter((name) => !titles.includes(name));
    return missed.length === 0 || undefined;
  };
  await until(PATIENCE.timeout, `everybody’s reaction to message ${nth}`, all).catch((error: unknown) => {
    if (missed.length === 0) throw error;
  });
  return missed;
}

/** Opens a room of which there are so many messages, and all of its pages. */
async function readAll(room: string, count: number): Promise<void> {
  await page.evaluate((path) => history.pushState(null, '', path), `/rooms/${room}`);
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
  await page.getByRole('heading', { level: 1, name: room }).waitFor(PATIENCE);
  const articles = page.getByRole('log').getByRole('article');
  await articles.first().waitFor(PATIENCE);
  await until(PATIENCE.timeout, `${count} messages in ${room}`, async () => {
    // Who is close to the first message is given the ones before it.
    await page.getByRole('log').evaluate((view) => view.scrollTo(0, 0));
    return (await articles.count()) === count || undefined;
  });
}

/** In the page: who said something, and what. */
const said = (articles: Element[]): { name: string; text: string }[] =>
  articles.map((article) => ({
    name: article.querySelector('strong')?.textContent ?? '',
    text: article.querySelector(':scope > div > div')?.textContent?.trim() ?? '',
  }));

describe('hostile texts', () => {
  it('are many, and no two alike', () => {
    expect(new Set([...PAYLOADS, ...slack]).size).toBeGreaterThan(500);
  });

  it.each(WEB)('of people on the web (%s), and their names, run, load and lead nowhere', async (room) => {
    const messages = hostileMessages(PAYLOADS).filter((message) => message.room === room);
    await readAll(room, messages.length);
    const shown = await until(PATIENCE.timeout, 'everybody’s name', async () => {
      const articles = await page.getByRole('log').getByRole('article').evaluateAll(said);
      return articles.some(({ name }) => name === 'Somebody') ? undefined : articles;
    });
    expect(shown.map(({ name }) => name)).toEqual(messages.map(({ name }) => name));
    expect(shown.filter(({ text }) => text === '')).toEqual([]);
    for (let first = 0; first < messages.length; first += CROWD) {
      const crowd = messages.slice(first, first + CROWD).map(({ name }) => name);
      expect(await missedAt(first, crowd)).toEqual([]);
    }
    await picture(page, `hostile-${room}`);
    expect(await watched.found()).toEqual([]);
  });

  it('of people in Slack, and their names, do no more', async () => {
    const count = await inSlack;
    await until(60_000, 'everything that was said in Slack', async () => {
      const { count: there } = (await admin.collection(messagesPath(SLACK)).count().get()).data();
      return there === count || undefined;
    });
    await readAll(SLACK, count);
    await lookAt(0, 2);
    await picture(page, 'hostile-slack');
    expect(await watched.found()).toEqual([]);
  });

  it('do no more as names of rooms', async () => {
    for (let from = 0; from < PAYLOADS.length; from += NAMED) {
      const names = PAYLOADS.slice(from, from + NAMED).map(asName);
      const batch = admin.batch();
      for (const [nth, name] of names.entries()) batch.update(admin.doc(roomPath(named(nth))), { name });
      await batch.commit();
      await until(PATIENCE.timeout, 'the names of rooms', async () => {
        const shown = new Set(await page.getByRole('navigation').getByRole('link').allTextContents());
        return names.every((name) => shown.has(name)) || undefined;
      });
    }
    await page.getByRole('navigation').getByRole('link', { name: /</ }).first().click();
    await page.getByRole('heading', { level: 1, name: /</ }).waitFor(PATIENCE);
    expect(await watched.found()).toEqual([]);
  });
});
