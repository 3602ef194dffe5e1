import { beforeEach, describe, expect, it } from 'vitest';
import { isOwners } from '../../../functions/components/owning.ts';
import type { Command } from '../../../functions/model/operation.ts';
import { at, link, Memory, room } from '../memory.ts';

let memory: Memory;
beforeEach(() => {
  memory = new Memory();
  memory.set('rooms/lobby', room({ owners: ['olga', 'otto'] }));
  memory.set('deadLetters/lobby-m1', { state: 'open', room: 'lobby', message: 'm1', at: at(1) });
});
const may = (command: Command, uid = 'otto') => isOwners({ store: memory.reading }, uid, command);
const allowed = (...places: string[]) => memory.set('linkGrants/lobby', { places, by: 'opal', at: at(1) });
const isAt = (channel: string, team = 'T1') => memory.set('links/lobby', link({ team, channel }));

const here = { room: 'lobby', team: 'T1', channel: 'C1' };
const LINK: Command = { do: 'link', ...here };
const MOVE: Command = { do: 'move', ...here };
const UNLINK: Command = { do: 'unlink', room: 'lobby' };
const MEND: Command = { do: 'mend', room: 'lobby' };

describe('an owner', () => {
  it.each<[string, Command, () => void]>([
    ['links the room where that is allowed', LINK, () => allowed('T2-C1', 'T1-C1')],
    ['moves it between places that are', MOVE, () => (allowed('T1-C1', 'T1-C2'), isAt('C2'))],
    ['unlinks it from one that is', UNLINK, () => (allowed('T1-C2'), isAt('C2'))],
    ['says that one is mended', MEND, () => (allowed('T1-C2'), isAt('C2'))],
    ['tries again what was given up', { do: 'redrive', job: 'lobby-m1' }, () => undefined],
    ['leaves it', { do: 'discard', job: 'lobby-m1' }, () => undefined],
  ])('%s', async (_, command, arrange) => {
    arrange();
    expect(await may(command)).toBe(true);
    expect(await may(command, 'olga')).toBe(true);
    expect(await may(command, 'alice')).toBe(false);
  });
  it.each<[string, Command, () => void]>([
    ['link it where nobody has allowed it', LINK, () => undefined],
    ['link it elsewhere', LINK, () => allowed('T1-C2')],
    ['link it in another workspace', LINK, () => allowed('T2-C1')],
    ['move it elsewhere', MOVE, () => (allowed('T1-C2'), isAt('C2'))],
    ['move it from where an operator has put it', MOVE, () => (allowed('T1-C1'), isAt('C2'))],
    ['move it from another workspace', MOVE, () => (allowed('T1-C1'), isAt('C1', 'T2'))],
    ['unlink it from where an operator has put it', UNLINK, () => (allowed('T1-C1'), isAt('C2'))],
    ['unlink it where nobody has allowed it', UNLINK, () => isAt('C1')],
    ['say that it is mended where nobody has allowed it', MEND, () => isAt('C1')],
    ['unlink what is not linked, where nobody has allowed it', UNLINK, () => undefined],
    ['decide about what is not there', { do: 'redrive', job: 'lobby-m2' }, () => undefined],
    ['decide about everything', { do: 'redriveAll' }, () => allowed('T1-C1')],
    ['see how all rooms stand', { do: 'health' }, () => allowed('T1-C1')],
    ['see how all channels are called', { do: 'channels' }, () => allowed('T1-C1')],
    ['link a room that is not there', { ...LINK, room: 'attic' }, () => allowed('T1-C1')],
  ])('does not %s', async (_, command, arrange) => {
    arrange();
    expect(await may(command)).toBe(false);
  });
});
