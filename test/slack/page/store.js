import { ask, withQuery } from './ask.js';

/** Milliseconds in which changes are gathered before they are shown. */
const BREATH = 16;

/** What the page shows: a workspace, and the messages of the chosen channel, kept fresh by the stream. */
export function createStore(onChange, you) {
  const store = {
    teams: [],
    team: undefined,
    app: {},
    channels: [],
    users: new Map(),
    messages: new Map(),
    ephemerals: [],
    channel: undefined,
    you,
    /** Rises when people changed: what was drawn of messages has to be drawn anew. */
    version: 0,
    news: undefined,
  };
  const changed = gathered(onChange);
  const refresh = async () => {
    await loadState(store);
    await loadMessages(store);
    changed();
  };
  listen(store, changed, refresh);
  const choose = async (what) => {
    Object.assign(store, what);
    if ('team' in what) await loadState(store);
    await loadMessages(store);
    changed();
  };
  return { ...views(store), choose };
}

/** Read access to what is there now. */
const views = (store) => ({
  teams: () => store.teams,
  team: () => store.team,
  version: () => store.version,
  you: () => store.you,
  channel: () => store.channels.find(({ id }) => id === store.channel),
  channels: () => store.channels,
  users: () => store.users,
  people: () => peopleIn(store),
  messages: () => [...store.messages.values()],
  ephemerals: () => store.ephemerals,
});

const peopleIn = ({ users }) =>
  [...users.values()].filter((user) => !user.is_bot && !user.deleted && user.id !== 'USLACKBOT');

function listen(store, changed, refresh) {
  const stream = new EventSource('/control/stream');
  const on = (name, act) =>
    stream.addEventListener(name, ({ data }) => {
      const { team, channel, ...news } = JSON.parse(data);
      if (team !== store.team || channel !== store.channel) return;
      const apply = () => act({ channel, ...news });
      apply();
      store.news?.push(apply);
      changed();
    });
  for (const name of ['hello', 'state']) stream.addEventListener(name, () => void refresh());
  on('message', ({ message }) => store.messages.set(message.ts, message));
  on('gone', ({ ts }) => store.messages.delete(ts));
  on('ephemeral', (one) => one.user === store.you && store.ephemerals.push(one));
  on('unsaid', ({ command }) => {
    store.ephemerals = store.ephemerals.filter((one) => one.command !== command);
  });
}

async function loadState(store) {
  const state = await ask('GET', withQuery('/state', { messages: 'none', team: store.team }));
  const { workspaces, team, app, channels, users } = state;
  if (!same(users, [...store.users.values()])) store.version += 1;
  Object.assign(store, {
    teams: workspaces,
    team: team.id,
    app,
    channels,
    users: new Map(users.map((user) => [user.id, user])),
  });
  const linked = decodeURIComponent(location.pathname).split('/')[2];
  const known = (id) => channels.some((channel) => channel.id === id);
  if (!known(store.channel)) store.channel = known(linked) ? linked : channels[0]?.id;
  const people = peopleIn(store);
  if (!people.some(({ id }) => id === store.you)) store.you = people[0]?.id;
}

/** What comes by the stream meanwhile is newer than what is loaded, and is done once more. */
async function loadMessages(store) {
  const { team, channel, you: user } = store;
  if (channel === undefined) return;
  const news = [];
  store.news = news;
  const [{ messages }, { ephemerals }] = await Promise.all([
    ask('GET', withQuery(`/channels/${channel}/messages`, { team })),
    ask('GET', withQuery('/ephemerals', { team, channel, user })),
  ]);
  if (store.news !== news) return;
  store.news = undefined;
  const kept = (one) => (same(one, store.messages.get(one.ts)) ? store.messages.get(one.ts) : one);
  Object.assign(store, { messages: new Map(messages.map((one) => [one.ts, kept(one)])), ephemerals });
  for (const apply of news) apply();
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Calls `act` once for all calls of a short while. */
function gathered(act) {
  let due;
  return () => {
    due ??= setTimeout(() => {
      due = undefined;
      act();
    }, BREATH);
  };
}
