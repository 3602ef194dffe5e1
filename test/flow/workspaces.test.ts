import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Member, memberPath } from '#model/member.ts';
import { slackMessageId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { type Room, roomPath } from '#model/room.ts';
import { slackPersonPath } from '#model/slack-person.ts';
import { PARTNER } from '../../scripts/seed/partner.ts';
import { flowWorld } from './world.ts';

const world = flowWorld();
const ROOM = 'embassy';
const [{ id: channel }] = PARTNER.channels;
const [{ id: pat }] = PARTNER.users;
const there = () => world.desk.in(PARTNER.id);
const link = (team: string) => world.alice.call('operate', { do: 'link', room: ROOM, team, channel });

beforeAll(async () => {
  const now = new Date();
  const room: Room = {
    name: 'Embassy',
    visibility: 'closed',
    reply: 'off',
    guests: false,
    owners: [world.alice.uid],
    created: now,
    changed: now,
  };
  const owner: Member = { person: world.alice.uid, role: 'owner', joined: now };
  await world.admin.doc(roomPath(ROOM)).set(room);
  await world.admin.doc(memberPath(ROOM, world.alice.uid)).set(owner);
});
afterAll(async () => {
  await world.reaches(`links/${ROOM}`, ({ lease }) => lease.held === false);
  await world.alice.call('operate', { do: 'unlink', room: ROOM });
});

describe('a room in another workspace', () => {
  it('is linked by the name of that workspace, and no other', async () => {
    await expect(link('T0NOWHERE')).rejects.toThrow('The app has no good token for T0NOWHERE');
    await expect(link('T0TSUNAGI')).rejects.toThrow(`Slack shows the bot no channel ${channel} in T0TSUNAGI`);
    await link(PARTNER.id);
    expect((await world.admin.doc(`links/${ROOM}`).get()).get('team')).toBe(PARTNER.id);
  });
  it('shows there what is said in the web', async () => {
    const id = await world.alice.say(ROOM, `to the partner ${Date.now()}`);
    expect(await there().shows(channel, id)).toMatchObject({ username: 'Alice Weber (web)' });
    await world.reaches(mirrorPath(ROOM, id), ({ state }) => state === 'sent');
  });
  it('shows in the web what is said there, under the name that its author has there', async () => {
    const ts = await there().say(pat, channel, world.saying(`from the partner ${Date.now()}`));
    const author = { kind: 'slack', id: `${PARTNER.id}-${pat}` };
    const said = await world.reaches(`rooms/${ROOM}/messages/${slackMessageId(channel, ts)}`, () => true);
    expect(said.author).toEqual(author);
    await world.reaches(slackPersonPath(author.id), ({ name }) => name === 'Pat');
  });
  it('waits while there is no good token for it, and loses nothing', async () => {
    await there().control('POST', 'revoke', { silently: true });
    const id = await world.alice.say(ROOM, `in the meantime ${Date.now()}`);
    // A worker that knows whose the token is hears from Slack itself that it is good no more.
    await world.reaches(`links/${ROOM}`, ({ error, lease }) => {
      return lease.held === false && ['invalid_auth', 'team_not_connected'].includes(error);
    });
    const lobby = await world.alice.say('lobby', `the others go on ${Date.now()}`);
    await world.desk.shows('C0LOBBY', lobby);
    await there().control('POST', 'install', {});
    await world.alice.call('operate', { do: 'mend', room: ROOM });
    await there().shows(channel, id);
  });
});
