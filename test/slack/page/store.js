/** What the page shows: the workspace's state and the messages of the chosen channel, kept fresh by the stream. */
export function createStore(onChange) {
  const store = {
    team: '',
    app: {},
    channels: [],
    users: new Map(),
    messages: new Map(),
    channel: undefined,
  };
  const refresh = async () => {
    await loadState(store);
    await loadMessages(store);
    onChange();
  };
  const stream = new EventSource('/control/stream');
  for (const name of ['hello', 'state']) stream.addEventListener(name, () => void refresh());
  stream.addEventListener('message', ({ data }) => {
    const { channel, message } = JSON.parse(data);
    if (channel !== store.channel) return;
    store.messages.set(message.ts, message);
    onChange();
  });
  stream.addEventListener('gone', ({ data }) => {
    const { channel, ts } = JSON.parse(data);
    if (channel === store.channel && store.messages.delete(ts)) onChange();
  });
  const choose = async (channel) => {
    store.channel = channel;
    await loadMessages(store);
    onChange();
  };
  return { ...views(store), choose };
}

/** Read access to what is there now. */
const views = (store) => ({
  team: () => store.team,
  bot: () => store.app.bot_id,
  channel: () => store.channels.find(({ id }) => id === store.channel),
  channels: () => store.channels,
  users: () => store.users,
  people: () => [...store.users.values()].filter((user) => !user.is_bot && !user.deleted),
  messages: () => threaded([...store.messages.values()]),
});

async function loadState(store) {
  const { team, app, channels, users } = await ask('GET', '/state');
  Object.assign(store, {
    team: team.name,
    app,
    channels,
    users: new Map(users.map((user) => [user.id, user])),
  });
  const linked = decodeURIComponent(location.pathname).split('/')[2];
  const known = (id) => channels.some((channel) => channel.id === id);
  if (!known(store.channel)) store.channel = known(linked) ? linked : channels[0]?.id;
}

async function loadMessages(store) {
  const asked = store.channel;
  if (asked === undefined) return;
  const { messages } = await ask('GET', `/channels/${asked}/messages`);
  if (asked === store.channel) store.messages = new Map(messages.map((message) => [message.ts, message]));
}

const isReply = ({ ts, thread_ts }) => thread_ts !== undefined && thread_ts !== ts;

/** Where a message stands among the others: at its root, or by its own time. */
const place = (message) => (isReply(message) ? message.thread_ts : message.ts);

const order = (one, other) => place(one).localeCompare(place(other)) || one.ts.localeCompare(other.ts);

/** Roots in the order of their time, each followed by its replies. */
function threaded(messages) {
  return messages
    .map((message) => ({ message, isReply: isReply(message) }))
    .sort((a, b) => order(a.message, b.message));
}

/** Asks the control interface; an answer other than 200 is an error with its sentence. */
export async function ask(method, path, body) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`/control${path}`, init);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? `${method} ${path}: ${response.status}`);
  return answer;
}
