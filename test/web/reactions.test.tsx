// @vitest-environment happy-dom
import { type Signal, signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { render as draw } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reaction } from '#model/reaction.ts';
import { MessageList } from '../../web/components/chat/room/message-list/message-list.tsx';
import { Picker } from '../../web/components/chat/room/message-list/reactions/picker.tsx';
import { InReactions } from '../../web/components/chat/room/message-list/reactions/reacting.ts';
import type { Delivery } from '../../web/data/delivered.ts';
import type { Line } from '../../web/data/line.ts';
import type { Reactions, Tallies } from '../../web/data/reactions.ts';
import { tallied } from '../../web/data/tally.ts';
import { choose } from '../../web/i18n/words.ts';
import { appearance, idle, said } from './lines.ts';

afterEach(() => {
  cleanup();
  choose('en');
  vi.unstubAllGlobals();
});
const settle = () => new Promise((resolve) => setTimeout(resolve));

const reaction = (id: string, emoji: string, second: number, over: Partial<Reaction> = {}): Reaction => ({
  by: { kind: id.startsWith('T1-') ? 'slack' : 'person', id },
  emoji,
  on: true,
  at: new Date(2026, 0, 1, 0, 0, second),
  ...over,
});

describe('reactions are counted', () => {
  it('by emoji, the first one first, and who came first first', () => {
    const all = [
      reaction('bob', '🎉', 3),
      reaction('T1-U1', '❤️', 2),
      reaction('alice', '🎉', 1),
      reaction('bob', '❤️', 4, { on: false }),
    ];
    expect(tallied(all, 'alice').map(({ emoji, by, mine }) => [emoji, by.map(({ id }) => id), mine])).toEqual(
      [
        ['🎉', ['alice', 'bob'], true],
        ['❤️', ['T1-U1'], false],
      ],
    );
  });
  it('as one’s own only by oneself', () => {
    const namesake = reaction('alice', '🎉', 1, { by: { kind: 'slack', id: 'alice' } });
    expect(tallied([namesake], 'alice')).toMatchObject([{ mine: false }]);
  });
});

/** Everything that is observed is in view from then on, until it is told otherwise. */
let inView: (seen: boolean) => void;
beforeEach(() => {
  const told: ((entries: { isIntersecting: boolean }[]) => void)[] = [];
  inView = (seen) => told.forEach((tell) => tell([{ isIntersecting: seen }]));
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
        told.push(tell);
      }
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
});

type Shown = {
  reactions?: readonly Reaction[];
  more?: boolean;
  readOnly?: boolean;
  line?: Line;
  delivery?: Delivery;
  react?: NonNullable<Reactions['react']>;
};
const show = ({ reactions = [], more = false, readOnly = false, line = said('m'), ...over }: Shown) => {
  const tallies: Signal<Tallies> = signal({ all: tallied(reactions, 'alice'), more });
  const react = vi.fn<NonNullable<Reactions['react']>>(over.react ?? (() => Promise.resolve()));
  const stop = vi.fn<() => void>();
  const follow = vi.fn<Reactions['follow']>(() => stop);
  const all: Reactions = { to: () => tallies, follow, ...(!readOnly && { react }) };
  render(
    <InReactions.Provider value={{ reactions: all, appearance, uid: 'alice' }}>
      <MessageList
        room="Lobby"
        uid="alice"
        lines={[line]}
        older="none"
        appearance={appearance}
        authoring={idle}
        deliveries={new Map(over.delivery && [[line.id, over.delivery]])}
        onOlder={() => undefined}
        onRetry={() => undefined}
        onRemove={() => undefined}
      />
    </InReactions.Provider>,
  );
  return { react, follow, stop, tallies };
};
const chips = () =>
  screen
    .queryAllByRole('button', { pressed: true })
    .concat(screen.queryAllByRole('button', { pressed: false }));
const press = (button: HTMLElement | undefined): void => {
  if (!button) throw new Error('There is no such button.');
  fireEvent.click(button);
};
const BOTH = [reaction('alice', '🎉', 1), reaction('T1-U1', '🎉', 2), reaction('bob', '❤️', 3)];

describe('a message', () => {
  it('shows who has reacted with what, and whether oneself has', () => {
    show({ reactions: BOTH });
    expect(
      chips().map((chip) => [
        chip.getAttribute('aria-label'),
        chip.ariaPressed ?? chip.getAttribute('aria-pressed'),
        chip.textContent,
      ]),
    ).toEqual([
      ['tada, 2: you and Sana', 'true', '🎉2'],
      ['heart, 1: Bob', 'false', '❤️1'],
    ]);
    expect(chips()[1]?.title).toBe('Bob · heart');
  });
  it('says so in Japanese', () => {
    choose('ja');
    show({ reactions: BOTH });
    expect(chips()[0]?.getAttribute('aria-label')).toBe('クラッカー、2 件：自分、Sana');
  });
  it('names twenty, and counts the rest', () => {
    show({ reactions: Array.from({ length: 23 }, (_, nth) => reaction(`u${nth}`, '🎉', nth)), more: true });
    expect(chips()[0]?.getAttribute('aria-label')).toMatch(/^tada, 23\+: .*, and 3 more$/);
  });
  it('shows what only Slack has a picture of by its name', () => {
    show({ reactions: [reaction('T1-U1', ':ありがとう:', 1)] });
    expect(chips()[0]?.textContent).toBe(':ありがとう:1');
  });
  it.each<[string, Shown, string | undefined]>([
    [
      'that names who it was, where the message is ours',
      { delivery: { state: 'there', revision: 1 } },
      'In Slack the app reacts for you, and a line under the message says who it was.',
    ],
    [
      'without a name, where it is of somebody there',
      { line: said('m', { author: { kind: 'slack', id: 'T1-U1' } }) },
      'In Slack the app reacts for you; who it was is told here alone.',
    ],
    ['nowhere, where the room is not linked', {}, undefined],
    ['nowhere, where it was deleted there', { delivery: { state: 'gone' } }, undefined],
  ])('tells whoever reacts that Slack shows it as the app’s, %s', async (_, shown, told) => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    show(shown);
    press(screen.getByRole('button', { name: 'Add a reaction' }));
    const search = await screen.findByRole('searchbox', { name: 'Find an emoji by its name' });
    const hint = document.getElementById(search.getAttribute('aria-describedby') ?? '')?.textContent;
    expect(hint).toBe(told);
  });
  it('is joined by a press, and left by another', () => {
    const { react } = show({ reactions: BOTH });
    press(chips()[1]);
    expect(react).toHaveBeenLastCalledWith('m', '❤️', true);
    press(chips()[0]);
    expect(react).toHaveBeenLastCalledWith('m', '🎉', false);
  });
  it('says where its reactions are not told, and asks for them again when that is wished', async () => {
    const { follow, tallies } = show({ reactions: BOTH });
    inView(true);
    await vi.waitFor(() => expect(follow).toHaveBeenCalledOnce());
    expect(screen.queryByText('Reactions could not be loaded.')).toBeNull();
    tallies.value = { ...tallies.value, refused: true };
    await screen.findByText('Reactions could not be loaded.');
    expect(chips()).toHaveLength(2);
    press(screen.getByRole('button', { name: 'Try again' }));
    await vi.waitFor(() => expect(follow).toHaveBeenCalledTimes(2));
    tallies.value = { all: tallies.value.all, more: false };
    await vi.waitFor(() => expect(screen.queryByText('Reactions could not be loaded.')).toBeNull());
  });
  it('follows its reactions while it is in view', async () => {
    const { follow, stop } = show({ reactions: BOTH });
    expect(follow).not.toHaveBeenCalled();
    inView(true);
    await vi.waitFor(() => expect(follow).toHaveBeenCalledExactlyOnceWith('m'));
    expect(stop).not.toHaveBeenCalled();
    inView(false);
    await vi.waitFor(() => expect(stop).toHaveBeenCalledOnce());
    expect(chips()).toHaveLength(2);
  });
  it('says so when a reaction was refused', async () => {
    show({ reactions: BOTH, react: () => Promise.reject(new Error('refused')) });
    press(chips()[0]);
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('was not changed');
  });
  it('only shows them to whoever may only read', () => {
    show({ reactions: BOTH, readOnly: true, line: said('m', { author: { kind: 'person', id: 'bob' } }) });
    expect(chips().map((chip) => chip.getAttribute('aria-disabled'))).toEqual(['true', 'true']);
    expect(screen.queryByRole('button', { name: 'Add a reaction' })).toBeNull();
  });
  it.each<[string, Line]>([
    ['is deleted', said('m', { text: '', deleted: new Date() })],
    ['is on its way', said('m', {}, 'sending')],
  ])('that %s has none', (_, line) => {
    show({ reactions: BOTH, line });
    expect(chips()).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Add a reaction' })).toBeNull();
  });
  it('is without fault to a screen reader', async () => {
    show({ reactions: BOTH });
    press(screen.getAllByRole('button', { name: 'Add a reaction' })[0]);
    const { violations } = await axe.run(document.body, {
      rules: {
        'color-contrast': { enabled: false },
        'page-has-heading-one': { enabled: false },
        region: { enabled: false },
      },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  });
});

describe('the picker', () => {
  it('is open and takes what is typed as soon as it is there, before anything else may happen', () => {
    const show = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
    const place = document.createElement('div');
    document.body.append(place);
    // Without the testing library, which would wait for what happens only after the page was painted.
    draw(<Picker onPick={() => undefined} onClose={() => undefined} />, place);
    expect(show).toHaveBeenCalledOnce();
    show.mockRestore();
    expect(document.activeElement?.getAttribute('type')).toBe('search');
    draw(null, place);
    place.remove();
  });
  const open = (shown: Shown = {}) => {
    const on = show(shown);
    press(screen.getAllByRole('button', { name: 'Add a reaction' })[0]);
    const search = screen.getByRole<HTMLInputElement>('searchbox', { hidden: true });
    const named = (name: string) => screen.getByRole('button', { name, hidden: true });
    const type = (value: string) => fireEvent.input(search, { target: { value } });
    return { ...on, search, named, type };
  };
  const isOpen = () => screen.queryByRole('searchbox', { hidden: true }) !== null;

  it('adds what is picked, to anybody’s message, and closes', () => {
    const { react, named } = open({ line: said('m', { author: { kind: 'slack', id: 'T1-U1' } }) });
    fireEvent.click(named('pray'));
    expect(react).toHaveBeenCalledExactlyOnceWith('m', '🙏', true);
    expect(isOpen()).toBe(false);
  });
  it('adds nothing that is one’s own already', () => {
    const { react, named } = open({ reactions: BOTH });
    fireEvent.click(named('tada'));
    expect(react).not.toHaveBeenCalled();
    expect(isOpen()).toBe(false);
  });
  it('finds by a part of the name, and picks the first with Enter', () => {
    const { react, search, type } = open();
    type('ロケット');
    expect(screen.getByText('1 emoji')).toBeTruthy();
    fireEvent.keyDown(search, { key: 'Enter' });
    expect(react).toHaveBeenCalledExactlyOnceWith('m', '🚀', true);
  });
  it.each([
    ['the Enter of a composition', 'ロケ', { key: 'Enter', isComposing: true }],
    ['the Enter of a composition in Safari', 'ロケ', { key: 'Enter', keyCode: 229 }],
    ['Enter before anything was asked for', '', { key: 'Enter' }],
    ['Enter when nothing is found', 'zzzz', { key: 'Enter' }],
  ])('picks nothing with %s', (_, query, key) => {
    const { react, search, type } = open();
    type(query);
    fireEvent.keyDown(search, key);
    expect(react).not.toHaveBeenCalled();
    expect(isOpen()).toBe(true);
  });
  it('says when nothing is called so', () => {
    open().type('zzzz');
    expect(screen.getByText('No emoji is called so.')).toBeTruthy();
  });
  it('is gone about in with the arrow keys, one emoji being in the order of Tab', () => {
    const { search, type } = open();
    type('circle');
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    const focused = () => document.activeElement as HTMLElement;
    const first = focused();
    expect(first.tabIndex).toBe(0);
    fireEvent.keyDown(first, { key: 'ArrowRight' });
    const second = focused();
    expect(second).toBe(first.nextElementSibling);
    expect([first.tabIndex, second.tabIndex]).toEqual([-1, 0]);
    fireEvent.keyDown(second, { key: 'ArrowLeft' });
    expect(focused()).toBe(first);
    fireEvent.keyDown(first, { key: 'ArrowUp' });
    expect(focused()).toBe(search);
  });
  it('closes with Escape, and adds nothing', () => {
    const { react } = open();
    fireEvent(screen.getByRole('dialog', { hidden: true }), new Event('cancel', { cancelable: true }));
    expect(isOpen()).toBe(false);
    expect(react).not.toHaveBeenCalled();
  });
});
