import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Member, memberPath } from '#model/member.ts';
import { messagePath, slackMessageId } from '#model/message.ts';
import { mirrorPath } from '#model/mirror.ts';
import { reactionPath } from '#model/reaction.ts';
import { type Room, roomPath } from '#model/room.ts';
import { slackPersonPath } from '#model/slack-person.ts';
import { PATIENCE, until } from '../../scripts/client/within.ts';
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

describe('a room that has moved to another workspace', () => {
  const NEW = `C0NOMAD${Date.now()}`;
  let before: string;
  let theirs: string;
  beforeAll(async () => {
    const { alice, desk, reaches } = world;
    before = await alice.say(ROOM, `before we moved ${Date.now()}`);
    await there().shows(channel, before);
    theirs = await there().say(pat, channel, world.saying(`before you moved ${Date.now()}`));
    await reaches(messagePath(ROOM, slackMessageId(channel, theirs)), () => true);
    await desk.control('POST', 'channels', { name: NEW.toLowerCase(), id: NEW, is_member: true });
    await reaches(`links/${ROOM}`, ({ lease }) => lease.held === false);
    await alice.call('operate', { do: 'move', room: ROOM, team: 'T0TSUNAGI', channel: NEW });
  });

  it('shows in the new one what is new, and in the old one what becomes of what is there', async () => {
    const { alice, desk } = world;
    await desk.shows(NEW, await alice.say(ROOM, `here we are ${Date.now()}`));
    const anew = world.saying(`edited after we moved ${Date.now()}`);
    await alice.reword(ROOM, before, 2, anew);
    const { ts } = await there().shows(channel, before);
    await until(PATIENCE, 'the edit in the old workspace', async () => {
      return (await there().posts(channel)).some((post) => post.ts === ts && post.text === anew) || undefined;
    });
    await world.reaches(
      mirrorPath(ROOM, before),
      ({ team, state }) => team === PARTNER.id && state === 'sent',
    );
    await alice.react(ROOM, slackMessageId(channel, theirs), '🎉', true);
    await until(PATIENCE, 'the reaction in the old workspace', async () => {
      const post = (await there().posts(channel)).find((one) => one.ts === theirs);
      return post?.reactions?.some(({ name }) => name === 'tada') || undefined;
    });
  });
  it('hears in the old one what is answered, changed and felt there, and nothing else', async () => {
    const { ts } = await there().shows(channel, before);
    const aside = await there().say(pat, channel, world.saying(`to nobody ${Date.now()}`));
    for (const [root, thread] of [
      [ts, before],
      [theirs, slackMessageId(channel, theirs)],
    ] as const) {
      const answer = await there().say(pat, channel, world.saying(`an answer ${Date.now()}`), root);
      const said = await world.reaches(messagePath(ROOM, slackMessageId(channel, answer)), () => true);
      expect(said).toMatchObject({ thread, author: { id: `${PARTNER.id}-${pat}` } });
    }
    await there().react(pat, channel, ts, 'eyes');
    await world.reaches(reactionPath(ROOM, before, `${PARTNER.id}-${pat}`, '👀'), ({ on }) => on);
    const anew = world.saying(`changed since ${Date.now()}`);
    await there().edit(pat, channel, theirs, anew);
    const path = messagePath(ROOM, slackMessageId(channel, theirs));
    await world.reaches(path, ({ text }) => text === anew);
    await there().remove(pat, channel, theirs);
    await world.reaches(path, ({ deleted }) => deleted !== undefined);
    await until(PATIENCE, 'what was said aside to be passed over', async () => {
      const { docs } = await world.admin.collection('inbox').where('state', '==', 'ignored').get();
      return docs.some((one) => String(one.get('body')).includes(`"${aside}"`)) || undefined;
    });
    expect(await world.alice.isThere(ROOM, slackMessageId(channel, aside))).toBe(false);
  });
});
