import { doc, serverTimestamp, setDoc } from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkGrantPath } from '#model/link-grant.ts';
import type { Member } from '#model/member.ts';
import { memberPath } from '#model/member.ts';
import { mirrorPath } from '#model/mirror.ts';
import { type Room, roomPath } from '#model/room.ts';
import { type Person, signIn } from '../../scripts/client/person.ts';
import { ACCOUNTS, OPERATOR } from '../../scripts/seed/accounts.ts';
import { flowWorld } from './world.ts';

const world = flowWorld();
const DESK = 'desk';
const tie = { room: DESK, team: 'T0TSUNAGI', channel: 'C0RANDOM' };

let taro: Person;
beforeAll(async () => {
  taro = await signIn(world.stack, ACCOUNTS[1]);
  const now = new Date();
  const room: Room = {
    name: 'Desk',
    visibility: 'closed',
    reply: 'off',
    guests: false,
    owners: [OPERATOR],
    created: now,
    changed: now,
  };
  const owner: Member = { person: OPERATOR, role: 'owner', joined: now };
  await world.admin.doc(roomPath(DESK)).set(room);
  await world.admin.doc(memberPath(DESK, OPERATOR)).set(owner);
});
afterAll(() => taro.leave());

const declined = (code: string) => expect.objectContaining({ code: `functions/${code}` });

describe('operate, called from a browser', () => {
  it('declines who is no operator, and does nothing', async () => {
    await expect(taro.call('operate', { do: 'link', ...tie })).rejects.toEqual(declined('permission-denied'));
    expect((await world.admin.doc(`links/${DESK}`).get()).exists).toBe(false);
  });
  it('says what is wrong with a channel that the bot is not in, and links the room once it is', async () => {
    const { alice, desk } = world;
    await desk.channel(tie.channel, { is_member: false });
    const link = () => alice.call('operate', { do: 'link', ...tie });
    await expect(link()).rejects.toThrow('The bot is not in #random');
    await desk.channel(tie.channel, { is_member: true });
    await link();
    const id = await alice.say(DESK, `linked ${Date.now()}`);
    expect(await desk.shows(tie.channel, id)).toMatchObject({ username: 'Alice Weber (web)' });
  });
  it('puts to work again what was given up', async () => {
    const { alice, desk, reaches } = world;
    await desk.fail({ method: 'chat.postMessage', times: 1, fault: 'error', error: 'msg_too_long' });
    const id = await alice.say(DESK, `given up ${Date.now()}`);
    await reaches(mirrorPath(DESK, id), ({ state }) => state === 'failed');
    await reaches(`deadLetters/${DESK}-${id}`, ({ state }) => state === 'open');
    expect(await alice.call('operate', { do: 'health' })).toMatchObject({ health: { deadLetters: 1 } });
    await alice.call('operate', { do: 'redrive', job: `${DESK}-${id}` });
    await desk.shows(tie.channel, id);
    await reaches(mirrorPath(DESK, id), ({ state }) => state === 'sent');
  });
  it('links a room for its owner where an operator has allowed it, and nowhere else', async () => {
    const room = 'booth';
    const now = new Date();
    const { admin, alice, desk } = world;
    const settings = { name: 'Booth', visibility: 'closed', reply: 'off', guests: false };
    await admin.doc(roomPath(room)).set({ ...settings, owners: [taro.uid], created: now, changed: now });
    await admin.doc(memberPath(room, taro.uid)).set({ person: taro.uid, role: 'owner', joined: now });
    const link = (channel: string) =>
      taro.call('operate', { do: 'link', room, team: tie.team, channel, mode: 'thread' });
    await expect(link(tie.channel)).rejects.toEqual(declined('permission-denied'));

    const grant = { places: [`${tie.team}-${tie.channel}`], by: OPERATOR, at: serverTimestamp() };
    const grants = ({ firestore }: Person) => setDoc(doc(firestore, linkGrantPath(room)), grant);
    await expect(grants(taro)).rejects.toEqual(expect.objectContaining({ code: 'permission-denied' }));
    await grants(alice);
    await expect(link('C0LOBBY')).rejects.toEqual(declined('permission-denied'));
    await link(tie.channel);
    const id = await taro.say(room, `of my own ${Date.now()}`);
    expect(await desk.shows(tie.channel, id)).toMatchObject({ username: '山田 太郎 (web)' });
    await world.reaches(`links/${room}`, ({ lease }) => lease.held === false);
    await taro.call('operate', { do: 'unlink', room });
    expect((await admin.doc(`links/${room}`).get()).exists).toBe(false);
  });
  it('unties the room', async () => {
    const { alice } = world;
    await world.reaches(`links/${DESK}`, ({ lease }) => lease.held === false);
    await alice.call('operate', { do: 'unlink', room: DESK });
    expect((await world.admin.doc(`links/${DESK}`).get()).exists).toBe(false);
  });
});
