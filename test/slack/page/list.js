import { element, part } from './dom.js';
import { entry, isReply } from './entry.js';

/** So many messages are shown at first, and so many more on request. */
const PAGE = 200;

/** How near to its end, in pixels, the log counts as being there, and follows what is new. */
const NEAR = 40;

/** The messages of a channel. Draws anew only what differs, so that a screen reader reads only what is new. */
export function createList() {
  const drawn = new Map();
  let [shown, place, again] = [PAGE, '', () => undefined];
  const log = part('log');
  const list = part('messages');
  list.addEventListener('keydown', moveByKey);
  list.addEventListener('focusin', ({ target }) => target.closest('li').scrollIntoView({ block: 'nearest' }));
  part('earlier').addEventListener('click', () => {
    shown += PAGE;
    again();
  });
  const render = (messages, context) => {
    if (place !== context.place) {
      [shown, place] = [PAGE, context.place];
      drawn.clear();
    }
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    const all = threaded(messages);
    const items = all.slice(-shown).map((message) => draw(drawn, message, context));
    part('earlier').hidden = all.length <= shown;
    again = () => render(messages, context);
    settle(list, items);
    part('empty').hidden = items.length > 0;
    if (atEnd) log.scrollTop = log.scrollHeight;
    keepOneTabStop(list);
    showLinked();
  };
  return { render, forget: ({ ts }) => drawn.delete(ts) };
}

function draw(drawn, message, context) {
  const { you, version } = context;
  const before = drawn.get(message.ts);
  if (before && before.message === message && before.you === you && before.version === version)
    return before.item;
  const item = entry(message, context);
  drawn.set(message.ts, { message, you, version, item });
  return item;
}

/** Puts the items into the list in their order, and touches none that is in its place already. */
function settle(list, items) {
  const wanted = new Set(items);
  for (const item of Array.from(list.children)) if (!wanted.has(item)) item.remove();
  let next = list.firstElementChild;
  for (const item of items) {
    if (item === next) next = next.nextElementSibling;
    else list.insertBefore(item, next);
  }
}

/** Where a message stands among the others: at its root, or by its own time. */
const placeOf = (message) => (isReply(message) ? message.thread_ts : message.ts);

/** Roots in the order of their time, each followed by its replies. */
const threaded = (messages) =>
  messages.toSorted((one, other) => compare(placeOf(one), placeOf(other)) || compare(one.ts, other.ts));

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** One message is a stop of the Tab key; arrows go from there to the others. */
function keepOneTabStop(list) {
  const items = Array.from(list.children);
  if (items.some(({ tabIndex }) => tabIndex === 0)) return;
  if (items.length > 0) items.at(-1).tabIndex = 0;
}

const STEPS = { ArrowUp: (at) => at - 1, ArrowDown: (at) => at + 1, Home: () => 0, End: (_, last) => last };

function moveByKey(event) {
  const step = STEPS[event.key];
  if (!step || event.target.tagName !== 'LI') return;
  const items = Array.from(event.currentTarget.children);
  const at = step(items.indexOf(event.target), items.length - 1);
  if (!items[at]) return;
  event.preventDefault();
  event.target.tabIndex = -1;
  items[at].tabIndex = 0;
  items[at].focus();
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

/** Fills a part of the page when its data differ: whoever has the focus there keeps it. */
const filled = new Map();
export function fill(id, data, make) {
  const key = JSON.stringify(data);
  if (filled.get(id) === key) return;
  filled.set(id, key);
  part(id).replaceChildren(...make());
}

export const option = (value, label, selected) => element('option', { value, selected }, label);
