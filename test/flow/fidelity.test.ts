import { beforeAll, describe, expect, it } from 'vitest';
import { replyId, slackMessageId } from '#model/message.ts';
import { freshId } from '../../scripts/client/person.ts';
import { furnish, type Place } from '../faults/rooms.ts';
import { DEEDS } from '../fidelity/deeds.ts';
import { type Both, HANA, inRoom, inSlack } from '../fidelity/place.ts';
import { SLACK_TEXTS, WEB_TEXTS } from '../fidelity/texts.ts';
import { flowWorld } from './world.ts';

const world = flowWorld();

/** Rooms of their own: what is said here is answered in one and in the other not. */
const PLACES = {
  deeds: { room: 'fidelity', channel: 'C0FIDELITY', reply: 'always' },
  texts: { room: 'fidelitytexts', channel: 'C0FIDELITYTEXTS', reply: 'always' },
} as const satisfies Record<string, Place>;

const both = (place: Place): Both => ({
  place,
  person: world.alice,
  desk: world.desk,
  firestore: world.admin,
});

beforeAll(() => furnish(world.admin, world.desk.control, Object.values(PLACES)));

describe('what is done on one side is shown on the other', () => {
  it.concurrent.each(DEEDS)('in $from, $what: $shown', async ({ see }) => {
    await expect(see(both(PLACES.deeds))).resolves.not.toThrow();
  });
});

describe('what is written in the web is shown in Slack', () => {
  it.concurrent.each(WEB_TEXTS)('$what', async ({ says, shows }) => {
    const place = both(PLACES.texts);
    const id = freshId();
    await world.alice.say(place.place.room, says, id);
    expect((await inSlack(place, id)).text).toBe(shows);
  });
  it.concurrent.each(WEB_TEXTS.filter(({ inline }) => inline))('within a reply: $what', async (row) => {
    const place = both(PLACES.texts);
    const id = freshId();
    await world.alice.say(place.place.room, row.says, id);
    expect((await inSlack(place, replyId(id))).text).toBe(`Hello ${row.shows}`);
  });
});

describe('what is written in Slack is shown in the web', () => {
  it.concurrent.each(SLACK_TEXTS)('$what', async ({ says, shows }) => {
    const { channel } = PLACES.texts;
    world.saying(says);
    const { ts } = (await world.desk.control('POST', 'messages', {
      user: HANA,
      channel,
      text: says,
      raw: true,
    })) as { ts: string };
    expect((await inRoom(both(PLACES.texts), slackMessageId(channel, ts))).text).toBe(shows);
  });
});
