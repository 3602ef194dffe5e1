import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE, until } from '../../scripts/client/within.ts';
import { ANNEX, ANNEX_CHANNEL, closeAnnex, openAnnex } from './annex.ts';
import { flowWorld } from './world.ts';

const world = flowWorld();
beforeAll(() => openAnnex(world));
afterAll(() => closeAnnex(world));

/** Types something, and resolves with what somebody alone is told with these words in it. */
async function types(user: string, text: string, expected: string): Promise<string> {
  const { desk } = world;
  expect(await desk.command(user, ANNEX_CHANNEL, `/tsunagi ${text}`)).toMatchObject({ state: 'answered' });
  const told = await until(PATIENCE, `${user} to be told "${expected}"`, async () =>
    (await desk.whispers(user, ANNEX_CHANNEL)).find((one) => one.text.includes(expected)),
  );
  return told.text;
}

describe('/tsunagi, typed in Slack', () => {
  it('tells what it understands', async () => {
    expect(await types('U0KEN', 'help', '/tsunagi link <room>')).toContain('/tsunagi status');
  });
  it('is refused to who does not run the workspace', async () => {
    await types('U0KEN', `link ${ANNEX}`, 'Only who runs this workspace');
    expect((await world.admin.doc(`links/${ANNEX}`).get()).exists).toBe(false);
  });
  it('shows an open room in the channel, tells how it stands, and ends it', async () => {
    const { alice, desk, reaches } = world;
    await types('U0HANA', `link ${ANNEX}`, `${ANNEX} is shown here from now on.`);
    const id = await alice.say(ANNEX, `linked from Slack ${Date.now()}`);
    await desk.shows(ANNEX_CHANNEL, id);
    await types('U0KEN', 'status', `${ANNEX} is linked, and all is well.`);
    await reaches(`links/${ANNEX}`, ({ lease }) => lease.held === false);
    await types('U0HANA', 'unlink', `${ANNEX} is no longer shown here.`);
    expect((await world.admin.doc(`links/${ANNEX}`).get()).exists).toBe(false);
  });
  it('shows no room that is not open', async () => {
    await types('U0HANA', 'link closet', 'There is no open room closet');
    expect((await world.admin.doc('links/closet').get()).exists).toBe(false);
  });
});

describe('an outgoing webhook', () => {
  it('is answered with a greeting in the channel, and pings nobody', async () => {
    const { desk, stack } = world;
    const hook = { channel: ANNEX_CHANNEL, token: stack.secrets.SLACK_WEBHOOK_TOKEN, username: 'greeter' };
    const made = (await desk.control('POST', 'webhooks', hook)) as { webhook: { id: string } };
    await desk.say('U0HANA', ANNEX_CHANNEL, 'everybody @channel');
    const answer = await until(PATIENCE, 'a greeting', async () =>
      (await desk.posts(ANNEX_CHANNEL)).find(({ username }) => username === 'greeter'),
    );
    expect(answer.text).toBe('Hello everybody @channel');
    await desk.control('DELETE', `webhooks/${made.webhook.id}`);
  });
});
