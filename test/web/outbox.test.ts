// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { withUnsent } from '../../web/data/line.ts';
import { type Deliver, openOutbox } from '../../web/data/outbox.ts';
import { forgetPersonal } from '../../web/data/stored.ts';
import { said } from './lines.ts';

beforeEach(() => localStorage.clear());

const never: Deliver = () => new Promise(() => undefined);
const refuses: Deliver = () => Promise.reject(new Error('refused'));
const settle = () => new Promise((resolve) => setTimeout(resolve));

it('carries the trimmed text under an id of its own, and is empty when it arrived', async () => {
  const deliver = vi.fn<Deliver>(() => Promise.resolve(undefined));
  const outbox = openOutbox('lobby', deliver, { newId: () => 'id1' });
  outbox.send('  hello\n');
  expect(deliver).toHaveBeenCalledWith('id1', 'hello', undefined);
  expect(outbox.unsent.value).toMatchObject([{ id: 'id1', text: 'hello', state: 'sending' }]);
  await settle();
  expect(outbox.unsent.value).toEqual([]);
  expect(localStorage.length).toBe(0);
});

it('carries what answers in a thread there, also after a reload', async () => {
  const deliver = vi.fn<Deliver>(never);
  openOutbox('lobby', deliver, { newId: () => 'id1' }).send('hello', 'root1');
  expect(deliver).toHaveBeenCalledExactlyOnceWith('id1', 'hello', 'root1');
  const after = vi.fn<Deliver>(() => Promise.resolve(undefined));
  const reloaded = openOutbox('lobby', never);
  expect(withUnsent([], reloaded.unsent.value, 'alice')).toMatchObject([
    { id: 'id1', message: { thread: 'root1' } },
  ]);
  reloaded.resume(after);
  expect(after).toHaveBeenCalledExactlyOnceWith('id1', 'hello', 'root1');
  await settle();
  expect(reloaded.unsent.value).toEqual([]);
});

it('sends nothing that is empty', () => {
  const deliver = vi.fn<Deliver>(never);
  openOutbox('lobby', deliver).send(' \n\t　');
  expect(deliver).not.toHaveBeenCalled();
});

it('keeps the text of what was refused', async () => {
  const outbox = openOutbox('lobby', refuses);
  outbox.send('precious');
  await settle();
  expect(outbox.unsent.value).toMatchObject([{ text: 'precious', state: 'failed' }]);
});

it('says when too much was sent, and tries again when it is told to', async () => {
  const deliver = vi.fn<Deliver>().mockResolvedValueOnce('tooFast').mockResolvedValueOnce(undefined);
  const outbox = openOutbox('lobby', deliver, { newId: () => 'id1' });
  outbox.send('hasty');
  await settle();
  expect(outbox.unsent.value).toMatchObject([{ text: 'hasty', state: 'tooFast' }]);
  outbox.retry('id1');
  await settle();
  expect(outbox.unsent.value).toEqual([]);
});

it('tries again under the same id', async () => {
  const deliver = vi
    .fn<Deliver>()
    .mockRejectedValueOnce(new Error('refused'))
    .mockResolvedValueOnce(undefined);
  const outbox = openOutbox('lobby', deliver);
  outbox.send('again');
  await settle();
  const [first] = outbox.unsent.value;
  outbox.retry(first?.id ?? '');
  expect(outbox.unsent.value).toMatchObject([{ id: first?.id, state: 'sending' }]);
  await settle();
  expect(deliver.mock.calls[1]).toEqual(deliver.mock.calls[0]);
  expect(outbox.unsent.value).toEqual([]);
});

it('does not try again what is on its way', () => {
  const deliver = vi.fn<Deliver>(never);
  const outbox = openOutbox('lobby', deliver, { newId: () => 'id1' });
  outbox.send('once');
  outbox.retry('id1');
  expect(deliver).toHaveBeenCalledTimes(1);
});

it('survives a reload: what failed waits, what was being sent is sent on under its id', async () => {
  openOutbox('lobby', refuses, { newId: () => 'failed1' }).send('one');
  await settle();
  openOutbox('lobby', never, { newId: () => 'going1' }).send('two');

  const reloaded = openOutbox('lobby', never);
  expect(reloaded.unsent.value).toMatchObject([
    { id: 'failed1', text: 'one', state: 'failed' },
    { id: 'going1', text: 'two', state: 'sending' },
  ]);
  const again = vi.fn<Deliver>(() => Promise.resolve(undefined));
  reloaded.resume(again);
  await settle();
  expect(again.mock.calls).toEqual([['going1', 'two', undefined]]);
  expect(reloaded.unsent.value).toMatchObject([{ id: 'failed1' }]);
});

it('keeps rooms apart', () => {
  openOutbox('lobby', never).send('here');
  expect(openOutbox('garden', never).unsent.value).toEqual([]);
});

it('throws away what its writer throws away', async () => {
  const outbox = openOutbox('lobby', refuses, { newId: () => 'id1' });
  outbox.send('never mind');
  await settle();
  outbox.remove('id1');
  expect(openOutbox('lobby', never).unsent.value).toEqual([]);
});

it('begins empty where what was kept cannot be read', () => {
  localStorage.setItem('tsunagi.outbox.lobby', '{not json');
  expect(openOutbox('lobby', never).unsent.value).toEqual([]);
});

it('is forgotten with the person, while the look of the browser stays', () => {
  openOutbox('lobby', never).send('mine');
  localStorage.setItem('tsunagi.draft.lobby', 'mine too');
  localStorage.setItem('tsunagi.theme', 'dark');
  forgetPersonal();
  expect(Object.keys(localStorage)).toEqual(['tsunagi.theme']);
});

it('shows a message once, though it is in the room and in the outbox', () => {
  const unsent = { text: 'text of a', at: 0, state: 'sending' } as const;
  const lines = withUnsent(
    [said('a', {}, 'sending')],
    [
      { id: 'a', ...unsent },
      { id: 'b', ...unsent },
    ],
    'alice',
  );
  expect(lines.map(({ id }) => id)).toEqual(['a', 'b']);
});
