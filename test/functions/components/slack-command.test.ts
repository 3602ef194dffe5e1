import { beforeEach, describe, expect, it } from 'vitest';
import { slackCommand } from '../../../functions/components/slack-command.ts';
import type { Link } from '../../../functions/model/link.ts';
import { SCOPES, SlackError, type SlackTrouble } from '../../../functions/slack/port.ts';
import { at, link, Memory } from '../memory.ts';

let memory: Memory;
let told: string[];
let isAdmin: boolean;
let joined: boolean;
let trouble: SlackTrouble | undefined;
/** What Slack says when it is asked who somebody is. */
let doubt: SlackTrouble | undefined;
beforeEach(() => {
  memory = new Memory();
  told = [];
  isAdmin = true;
  joined = true;
  trouble = undefined;
  doubt = undefined;
});

const slack = {
  workspace: async () => ({
    team: 'T1',
    url: 'https://t1.slack.com/',
    bot: 'B1',
    user: 'U0BOT',
    scopes: SCOPES,
  }),
  // A room is tied to the whole channel: no thread is looked for or begun.
  find: () => Promise.reject(new Error('nothing is looked for')),
  history: () => Promise.reject(new Error('nothing is looked for')),
  post: () => Promise.reject(new Error('nothing is posted')),
  channel: async () => ({ name: 'lobby', joined, archived: false }),
  isAdmin: async (user: string, team: string) => {
    if (doubt) throw new SlackError(doubt);
    return isAdmin && user === 'U0HANA' && team === 'T1';
  },
  whisper: async (channel: string, user: string, text: string) => {
    if (trouble) throw new SlackError(trouble);
    told.push(`${channel} ${user}: ${text}`);
  },
};
const slackOf = (team: string) => {
  expect(team).toBe('T1');
  return slack;
};
const type = async (text: string, channel = 'C0LOBBY') => {
  const who = { team_id: 'T1', api_app_id: 'A1', channel_id: channel, user_id: 'U0HANA' };
  const command = { type: 'slash_command', command: '/tsunagi', ...who, text } as const;
  await memory.run(slackCommand({ store: memory.reading, slackOf, now: () => at(100) })(command));
  return told.at(-1);
};
const tied = () => memory.get<Link>('links/lobby');

describe('/tsunagi link', () => {
  it('shows a room in the channel, and says so to who typed it alone', async () => {
    expect(await type('link lobby')).toMatch(/^C0LOBBY U0HANA: lobby is shown here from now on/);
    expect(tied()).toMatchObject({ team: 'T1', channel: 'C0LOBBY', lease: { number: at(100).getTime() } });
  });
  it('is done once, and said again, when the job comes again', async () => {
    await type('link lobby');
    expect(await type('link lobby')).toContain('lobby is shown here');
    expect(memory.effects).toHaveLength(1);
  });
  it('is refused to who does not run the workspace', async () => {
    isAdmin = false;
    expect(await type('link lobby')).toContain('Only who runs this workspace');
    expect(memory.effects).toEqual([]);
  });
  it('is refused in the same words for a room that is not open, not there, or shown elsewhere', async () => {
    const sorry = (room: string) => `There is no open room ${room} that is not shown elsewhere.`;
    memory.set('links/lobby', link({ channel: 'C0OTHER' }));
    expect(await type('link lobby')).toContain(sorry('lobby'));
    memory.refuses = () => true;
    expect(await type('link closet')).toContain(sorry('closet'));
  });
  it('says what is in the way', async () => {
    joined = false;
    expect(await type('link lobby')).toContain('The bot is not in #lobby: invite it there.');
    expect(memory.effects).toEqual([]);
  });
});

describe('/tsunagi unlink', () => {
  it('ends what is shown in the channel', async () => {
    memory.set('links/lobby', link());
    memory.set('links/desk', link({ channel: 'C0DESK' }));
    expect(await type('unlink')).toContain('lobby is no longer shown here.');
    expect([...memory.documents.keys()]).toEqual(['links/desk']);
    expect(await type('unlink')).toContain('No room is shown here.');
  });
  it('is refused to who does not run the workspace', async () => {
    memory.set('links/lobby', link());
    isAdmin = false;
    expect(await type('unlink')).toContain('Only who runs this workspace');
    expect(tied()).toBeDefined();
  });
});

describe('/tsunagi status', () => {
  it('tells everybody how it stands', async () => {
    isAdmin = false;
    expect(await type('status')).toContain('No room is shown here.');
    memory.set('links/lobby', link());
    expect(await type('status')).toContain('lobby is linked, and all is well.');
    memory.set('links/lobby', link({ pause: { since: at(90), seconds: 60 } }));
    expect(await type('status')).toContain('Slack asked to wait');
    memory.set('links/lobby', link({ error: 'is_archived' }));
    expect(await type('status')).toContain('is_archived');
  });
  it('tells of a room that is a thread here once that was deleted, in both languages', async () => {
    memory.set('links/booth', link({ mode: 'thread', thread: '1699999999.000200' }));
    expect(await type('status')).toContain('No room is shown here.');
    memory.set(
      'links/booth',
      link({ mode: 'thread', thread: '1699999999.000200', error: 'thread_not_found' }),
    );
    expect(await type('status')).toMatch(
      /booth is a thread that was deleted here: an operator .* · booth のスレッドは削除されました/,
    );
  });
  it('tells that Slack asked the channel to wait, until that is over', async () => {
    memory.set('links/lobby', link());
    memory.set('pauses/T1-C0DESK', { since: at(90), seconds: 60 });
    expect(await type('status')).toContain('all is well');
    memory.set('pauses/T1-C0LOBBY', { since: at(90), seconds: 60 });
    expect(await type('status')).toContain('Slack asked to wait');
    memory.set('pauses/T1-C0LOBBY', { since: at(80), seconds: 15 });
    expect(await type('status')).toContain('all is well');
  });
});

describe('an answer that Slack does not take', () => {
  it.each<SlackTrouble>([{ kind: 'limited', seconds: 30 }, { kind: 'unknown' }])(
    'is tried again: $kind',
    async (kind) => {
      trouble = kind;
      await expect(type('status')).rejects.toThrow(SlackError);
    },
  );
  it.each<SlackTrouble>([
    { kind: 'configuration', code: 'not_in_channel' },
    { kind: 'final', code: 'user_not_in_channel' },
  ])('is left: $kind', async (kind) => {
    trouble = kind;
    await expect(type('status')).resolves.toBeUndefined();
  });
});

describe('a question that Slack does not answer', () => {
  it.each<SlackTrouble>([{ kind: 'limited', seconds: 30 }, { kind: 'unknown' }])(
    'is asked again: $kind',
    async (kind) => {
      doubt = kind;
      await expect(type('link lobby')).rejects.toThrow(SlackError);
      expect(told).toEqual([]);
    },
  );
  it.each<SlackTrouble & { code: string }>([
    { kind: 'configuration', code: 'missing_scope' },
    { kind: 'final', code: 'user_not_visible' },
  ])('is told to who typed, and not asked again, where Slack refuses it: $code', async (kind) => {
    doubt = kind;
    expect(await type('link lobby')).toContain(`Slack refuses that: ${kind.code}.`);
    expect(memory.effects).toEqual([]);
  });
  it('is left where the app has no token for the workspace: nobody can be told there', async () => {
    trouble = { kind: 'configuration', code: 'team_not_connected' };
    doubt = trouble;
    await expect(type('link lobby')).resolves.toBeUndefined();
  });
});

it('does nothing that it does not understand', async () => {
  await type('help');
  expect(told).toEqual([]);
});
