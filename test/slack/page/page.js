import { ask, withQuery } from './ask.js';
import { createComposer } from './composer.js';
import { askIn, element, part } from './dom.js';
import { createList, fill, option } from './list.js';
import { pickEmoji } from './reactions.js';
import { createStore } from './store.js';

const REMEMBERED = 'you';

const store = createStore(render, sessionStorage.getItem(REMEMBERED));
const list = createList();
const composer = createComposer({ send, editLast });

const names = (id) => store.users().get(id)?.profile.display_name;
const place = ({ ts }) => `/channels/${store.channel().id}/messages/${ts}`;
const me = () => ({ user: store.you() });

const actions = {
  reply: (message) => composer.reply(message, store.users()),
  react: (message, name, added) =>
    added
      ? attempt('POST', `${place(message)}/reactions`, { ...me(), name })
      : attempt('DELETE', `${place(message)}/reactions/${encodeURIComponent(name)}`, undefined, me()),
  reactOther: async (message) => {
    const name = await pickEmoji();
    if (name) await actions.react(message, name, true);
  },
  edit: async (message, text) =>
    (await attempt('PATCH', place(message), { ...me(), text })) && actions.redraw(message),
  remove: (message) => attempt('DELETE', place(message), undefined, me()),
  /** Draws one message anew, which ends the editing of it. */
  redraw: (message) => {
    list.forget(message);
    render();
    part(`m${message.ts.replace('.', '')}`)?.focus();
  },
};

/** Does something in the workspace; what went wrong is said below the composer. Returns whether it worked. */
async function attempt(method, path, body, query = {}) {
  part('status').textContent = '';
  try {
    await ask(method, withQuery(path, { ...query, team: store.team() }), body);
    return true;
  } catch (error) {
    part('status').textContent = error.message;
    return false;
  }
}

/** What begins with a slash is a command, as in Slack; the answer to it comes by the stream. */
function send(said) {
  const more = { ...me(), channel: store.channel().id };
  const isCommand = /^\/[a-z]/.test(said.text) && !said.files;
  return isCommand
    ? attempt('POST', '/commands', { ...more, text: said.text })
    : attempt('POST', '/messages', { ...said, ...more });
}

/** Opens one's last message for editing, if there is one. */
function editLast() {
  const mine = store.messages().filter(({ user }) => user === store.you());
  const last = mine.toSorted((one, other) => (one.ts < other.ts ? -1 : 1)).at(-1);
  const item = last && part(`m${last.ts.replace('.', '')}`);
  const edit = Array.from(item?.querySelectorAll('.actions button') ?? []).find(
    ({ textContent }) => textContent === 'Edit',
  );
  edit?.click();
  return edit !== undefined;
}

async function rename() {
  const { real_name, profile } = store.users().get(store.you());
  const fields = await askIn(part('rename'), { display_name: profile.display_name, real_name });
  if (fields) await attempt('PATCH', `/users/${store.you()}`, fields);
}

function render() {
  const channel = store.channel();
  part('channel').textContent = channel ? `# ${channel.name}` : '…';
  document.title = `#${channel?.name ?? ''} · Slack stand-in`;
  renderPeople();
  renderChannels();
  const users = store.users();
  const about = { place: `${store.team()} ${channel?.id}`, version: store.version(), you: store.you() };
  list.render([...store.messages(), ...store.ephemerals()], { ...about, users, names, actions });
}

function renderPeople() {
  const teams = store.teams();
  fill('team', [teams, store.team()], () =>
    teams.map(({ id, name }) => option(id, name, id === store.team())),
  );
  fill('you', [store.people(), store.you()], () =>
    store.people().map(({ id, profile: { display_name }, real_name }) => {
      const name = display_name === real_name ? real_name : `${display_name} (${real_name})`;
      return option(id, name, id === store.you());
    }),
  );
}

function renderChannels() {
  const items = store.channels().map(({ id, name, is_archived, is_private }) => {
    const label = `${is_private ? '🔒' : '#'} ${name}${is_archived ? ' (archived)' : ''}`;
    return { id, label };
  });
  fill('channels', items, () =>
    items.map(({ id, label }) => {
      const onclick = () => (composer.leave(), void store.choose({ channel: id }));
      return element('li', {}, element('button', { type: 'button', value: id, onclick }, label));
    }),
  );
  for (const button of part('channels').querySelectorAll('button')) {
    if (button.value === store.channel()?.id) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
}

part('team').addEventListener('change', ({ target }) => {
  composer.leave();
  void store.choose({ team: target.value, channel: undefined, you: undefined });
});
part('you').addEventListener('change', ({ target }) => {
  sessionStorage.setItem(REMEMBERED, target.value);
  void store.choose({ you: target.value });
});
part('rename-me').addEventListener('click', () => void rename());
