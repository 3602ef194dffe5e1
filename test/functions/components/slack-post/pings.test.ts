import { beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../../functions/model/message.ts';
import type { Room } from '../../../../functions/model/room.ts';
import type { SlackTrouble } from '../../../../functions/slack/port.ts';
import { at, message, room } from '../../memory.ts';
import { memory, mirrorOf, run, slack, wanted } from './turn.ts';

describe('slackPost and pings', () => {
  const text = 'Hello @channel and @here';
  const pinged = 'Hello <!channel> and <!here>';
  it.each<[string, Partial<Room>, Partial<Message>, string]>([
    ['pings nobody where nothing is said of it', {}, {}, text],
    ['pings nobody where the owners do not want it', { pings: false }, {}, text],
    ['pings the channel where they do', { pings: true }, {}, pinged],
    ['pings nobody for a guest', { pings: true }, { author: { kind: 'person', id: 'gus' } }, text],
    ['pings nobody for who has no page', { pings: true }, { author: { kind: 'person', id: 'x' } }, text],
    ['pings nobody for a reply', { pings: true }, { author: { kind: 'component', id: 'reply' } }, text],
  ])('%s', async (_, settings, over, shown) => {
    memory.set('people/gus', { name: 'Gus', guest: true });
    memory.set('rooms/lobby', room(settings));
    wanted('m1', { text, ...over });
    await run();
    expect(slack.posts.map((one) => one.text)).toEqual([shown]);
  });
});

describe('slackPost and the people it may ping', () => {
  const text = '@Hana @Ken @Deploy @Mia, please';
  const spoke = (id: string, name: string, seconds = 0, team = 'T1') => {
    memory.set(
      `rooms/lobby/messages/slack-C0LOBBY-${id}`,
      message({ at: at(seconds), author: { kind: 'slack', id: `${team}-${id}` } }),
    );
    memory.set(`slackPeople/${team}-${id}`, { name });
  };
  const shown = async () => {
    wanted('m1', { text });
    await run();
    return slack.posts[0]?.text;
  };
  beforeEach(() => memory.set('rooms/lobby', room({ pings: true })));

  it('are those who spoke there from Slack, before it was said', async () => {
    spoke('U1', 'Hana');
    spoke('U2', 'Ken', 2);
    expect(await shown()).toBe('<@U1> @Ken @Deploy @Mia, please');
  });
  it('are no bots, nobody of another workspace, and nobody of two with one name', async () => {
    spoke('U1', 'Hana');
    spoke('B2', 'Deploy');
    spoke('U3', 'Mia', 0, 'T2');
    spoke('U4', 'Ken');
    spoke('U5', 'Ken');
    expect(await shown()).toBe('<@U1> @Ken @Deploy @Mia, please');
  });
  it('are nobody where the owners do not want it', async () => {
    memory.set('rooms/lobby', room());
    spoke('U1', 'Hana');
    expect(await shown()).toBe(text);
  });
  it('are groups of the workspace, and neither where somebody is called like one', async () => {
    spoke('U1', 'Hana');
    spoke('U2', 'Ken');
    slack.handles = new Map([
      ['Deploy', 'S0DEPLOY'],
      ['Ken', 'S0KEN'],
    ]);
    expect(await shown()).toBe('<@U1> @Ken <!subteam^S0DEPLOY> @Mia, please');
  });
  it('are no group of whose name two people are', async () => {
    spoke('U1', 'Ken');
    spoke('U2', 'Ken');
    slack.handles = new Map([['Ken', 'S0KEN']]);
    expect(await shown()).toBe(text);
  });
  it.each<SlackTrouble>([
    { kind: 'configuration', code: 'missing_scope' },
    { kind: 'limited', seconds: 30 },
    { kind: 'unknown' },
  ])('are no groups where Slack does not tell them, and the message goes out: %o', async (trouble) => {
    spoke('U1', 'Hana');
    slack.handles = new Map([['Deploy', 'S0DEPLOY']]);
    slack.troubles = [trouble];
    expect(await shown()).toBe('<@U1> @Ken @Deploy @Mia, please');
    expect(mirrorOf('m1')?.state).toBe('sent');
  });
  it('are asked for only where somebody may be pinged', async () => {
    wanted('m1', { text: 'nobody is meant' });
    await run();
    memory.set('rooms/lobby', room());
    wanted('m2', { text: '@ops, at once' });
    await run();
    expect(slack.calls).toEqual(['post nobody is meant by Alice (web)', 'post @ops, at once by Alice (web)']);
  });
});
