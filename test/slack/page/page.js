import { createComposer } from './composer.js';
import { element, entry } from './entry.js';
import { ask, createStore } from './store.js';

const part = (id) => document.getElementById(id);
const REMEMBERED = 'you';

const store = createStore(render);
const composer = createComposer((said) =>
  attempt('POST', '/messages', { ...said, user: you(), channel: store.channel().id }),
);

const actions = {
  reply: (message) => composer.reply(message, store.users()),
  react: (message, name, added) =>
    added
      ? attempt('POST', `${place(message)}/reactions`, { user: you(), name })
      : attempt('DELETE', `${place(message)}/reactions/${encodeURIComponent(name)}?user=${you()}`),
  edit: async (message, text) =>
    (await attempt('PATCH', place(message), { user: you(), text })) && redraw(message),
  remove: (message) => attempt('DELETE', `${place(message)}?user=${you()}`),
  redraw,
};

const you = () => part('you').value;
const place = ({ ts }) => `/channels/${store.channel().id}/messages/${ts}`;

/** Does something in the workspace; what went wrong is said below the composer. Returns whether it worked. */
async function attempt(method, path, body) {
  part('status').textContent = '';
  try {
    await ask(method, path, body);
    return true;
  } catch (error) {
    part('status').textContent = error.message;
    return false;
  }
}

function render() {
  part('team').textContent = store.team();
  part('channel').textContent = `# ${store.channel()?.name ?? '…'}`;
  document.title = `#${store.channel()?.name ?? ''} · Slack stand-in`;
  renderPeople();
  renderChannels();
  renderMessages();
}

function renderPeople() {
  const people = store.people();
  const chosen = you() || sessionStorage.getItem(REMEMBERED);
  replaceOnce('you', people, () =>
    people.map(({ id, profile, real_name }) => {
      const name = profile.display_name === real_name ? real_name : `${profile.display_name} (${real_name})`;
      return element('option', { value: id, selected: id === chosen }, name);
    }),
  );
}

function renderChannels() {
  const items = store.channels().map(({ id, name, is_archived }) => {
    const onclick = () => (composer.leave(), void store.choose(id));
    const label = `# ${name}${is_archived ? ' (archived)' : ''}`;
    return { id, label, onclick };
  });
  replaceOnce('channels', items, () =>
    items.map(({ id, label, onclick }) =>
      element('li', {}, element('button', { type: 'button', value: id, onclick }, label)),
    ),
  );
  for (const button of part('channels').querySelectorAll('button')) {
    if (button.value === store.channel()?.id) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
}

/** Replaces what stands in a part when its data differ: whoever has the focus there keeps it. */
const shown = new Map();
function replaceOnce(id, data, make) {
  const key = JSON.stringify(data);
  if (shown.get(id) === key) return;
  shown.set(id, key);
  part(id).replaceChildren(...make());
}

/** Draws anew what differs and leaves the rest, so that a screen reader reads only what is new. */
const drawn = new Map();
function renderMessages() {
  const list = part('messages');
  const log = part('log');
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  const users = store.users();
  const messages = store.messages();
  const items = messages.map((one) => {
    const key = JSON.stringify([one, you(), [...users.values()].map(({ id, updated }) => [id, updated])]);
    const before = drawn.get(one.message.ts);
    if (before?.key === key) return before.item;
    const item = entry(one, { users, you: you(), actions });
    drawn.set(one.message.ts, { key, item });
    return item;
  });
  for (const item of Array.from(list.children)) if (!items.includes(item)) item.remove();
  items.forEach(
    (item, at) => list.children[at] !== item && list.insertBefore(item, list.children[at] ?? null),
  );
  part('empty').hidden = items.length > 0;
  if (atEnd) log.scrollTop = log.scrollHeight;
  showLinked();
}

/** Draws one message anew, which ends the editing of it. */
function redraw({ ts }) {
  drawn.delete(ts);
  render();
}

/** The message a permalink names is marked, and brought into view once. */
const linked = /\/p(\d+)$/.exec(location.pathname)?.[1];
let isShown = false;
function showLinked() {
  const item = linked && part(`m${linked}`);
  if (!item) return;
  item.classList.add('linked');
  if (!isShown) item.scrollIntoView({ block: 'center' });
  isShown = true;
}

part('you').addEventListener('change', () => {
  sessionStorage.setItem(REMEMBERED, you());
  render();
});
