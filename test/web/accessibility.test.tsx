// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { Composer } from '../../web/components/chat/room/composer/composer.tsx';
import { MessageList } from '../../web/components/chat/room/message-list/message-list.tsx';
import { SignIn } from '../../web/components/sign-in/sign-in.tsx';
import { appearance, idle, said, unreadable } from './lines.ts';

afterEach(cleanup);

/** What axe finds wrong. Colours are not known here: a browser's test looks at those. */
const wrongs = async (): Promise<string[]> => {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
};

const nothing = () => undefined;
const done = () => Promise.resolve();
const ways = { google: done, account: done, guest: done, password: done, create: done, reset: done };

it('finds a nameless button', async () => {
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- that is what is to be found
  render(<button type="button" />);
  expect(await wrongs()).toMatchObject([expect.stringContaining('button-name')]);
});

it.each([
  ['the page before signing in', undefined],
  ['the form for e-mail', 'Sign in with e-mail'],
  ['the name of a guest', 'Continue as guest'],
  ['the choice of an account', 'Continue with Google'],
])('finds nothing wrong with %s', async (_, button) => {
  render(<SignIn ways={ways} accounts={[{ sub: 'a', email: 'a@example.org', name: 'Alice' }]} />);
  if (button) fireEvent.click(screen.getByRole('button', { name: button }));
  expect(await wrongs()).toEqual([]);
});

const EVERYTHING = `# Heading
### Another

**bold** *italic* ~~struck~~ \`code\`
https://example.org [words](https://example.org) ![picture](https://example.org/a.png) <a@example.org>

- one
  1. two

> quoted

---

|a|b|
|-|-|
|c|d|

\`\`\`js
const x = 1;
\`\`\``;

it('finds nothing wrong with a room', async () => {
  const reply = { author: { kind: 'component', id: 'reply' }, text: '' } as const;
  const lines = [
    said('a', { text: EVERYTHING }),
    said('b', {}, 'failed'),
    said('c', { thread: 'a', edited: new Date() }),
    said('d', { ...reply, reply: { to: 'a', state: 'writing' } }),
    said('e', { ...reply, reply: { to: 'b', state: 'failed' } }),
    unreadable('f'),
  ];
  render(
    <main>
      <h1>Lobby</h1>
      <MessageList
        room="Lobby"
        uid="alice"
        lines={lines}
        older="some"
        appearance={appearance}
        authoring={{ ...idle, editing: 'c' }}
        onOlder={nothing}
        onRetry={nothing}
        onRemove={nothing}
      />
      <Composer
        room="Lobby"
        draft=""
        readOnly={false}
        thread={{ id: 'a', root: lines[0] }}
        onThreadEnd={nothing}
        onDraft={nothing}
        onSend={nothing}
        onUp={nothing}
      />
    </main>,
  );
  expect(await screen.findByRole('table')).toBeTruthy();
  expect(screen.getAllByRole('heading')).toHaveLength(1);
  expect(await wrongs()).toEqual([]);
});
