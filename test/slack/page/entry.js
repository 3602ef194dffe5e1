import { EMOJI, emoji, nodes, unescape } from './text.js';

/** Makes an element with properties and children; `aria` and `data` values go in as attributes. */
export function element(tag, properties = {}, ...children) {
  const { attributes = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/**
 * One message as a list item. `actions` are what its reader may do: `reply`, `react`, `edit` and `remove`,
 * the last two only on one's own.
 */
export function entry({ message, isReply }, { users, you, actions }) {
  const name = writerName(message, users);
  const item = element('li', {
    id: `m${message.ts.replace('.', '')}`,
    className: isReply ? 'reply' : '',
    tabIndex: 0,
  });
  const text = element('p', { className: 'text' }, ...nodes(message.text, users));
  if (message.edited) text.append(' ', element('span', { className: 'note' }, '(edited)'));
  const body = element('div', { className: 'entry' }, heading(message, name), text, ...previews(message));
  if (message.subtype !== 'tombstone')
    body.append(reactions(message, you, actions), buttons(message, { name, you, actions, body }));
  item.append(portrait(message, users), body);
  return item;
}

function heading(message, name) {
  const time = new Date(Number(message.ts) * 1000);
  const shown = time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const by = element('p', { className: 'by' }, element('strong', {}, name));
  if (message.bot_id) by.append(element('span', { className: 'badge' }, 'APP'));
  by.append(element('time', { dateTime: time.toISOString(), title: time.toLocaleString() }, shown));
  if (message.subtype === 'thread_broadcast') by.append(note('also sent to the channel'));
  if (message.reply_count > 0)
    by.append(note(message.reply_count === 1 ? '1 reply' : `${message.reply_count} replies`));
  return by;
}

const note = (text) => element('span', { className: 'note' }, text);

export const writerName = (message, users) =>
  message.username ?? users.get(message.user)?.profile.display_name ?? message.user ?? message.bot_id ?? '';

function portrait({ icons, user }, users) {
  const named = icons?.emoji?.replaceAll(':', '');
  if (named !== undefined) return element('span', { className: 'emoji picture' }, emoji(named));
  const src = icons?.image_48 ?? users.get(user)?.profile.image_48;
  return src
    ? element('img', { className: 'picture', src, alt: '' })
    : element('span', { className: 'picture' });
}

const previews = ({ attachments = [] }) =>
  attachments.map(({ title, text, fallback }) =>
    element('p', { className: 'preview' }, title ?? text ?? fallback ?? ''),
  );

function reactions(message, you, { react }) {
  const shown = (message.reactions ?? []).map(({ name, users, count }) => {
    const mine = users.includes(you);
    const attributes = { 'aria-pressed': mine, 'aria-label': `${name}, ${count}` };
    return element(
      'button',
      { type: 'button', attributes, onclick: () => react(message, name, !mine) },
      `${emoji(name)} ${count}`,
    );
  });
  return element('div', { className: 'reactions' }, ...shown);
}

function buttons(message, { name, you, actions, body }) {
  const row = element('div', { className: 'actions' });
  const add = (label, onclick, about = `${label}: ${name}`) =>
    row.append(element('button', { type: 'button', onclick, attributes: { 'aria-label': about } }, label));
  for (const short of Object.keys(EMOJI))
    add(EMOJI[short], () => actions.react(message, short, true), `React with ${short}`);
  add('Reply in thread', () => actions.reply(message));
  if (message.user !== you) return row;
  add('Edit', () => body.querySelector('.text').replaceWith(editor(message, actions)));
  add('Delete', () => actions.remove(message));
  return row;
}

function editor(message, { edit, redraw }) {
  const box = element('textarea', {
    value: unescape(message.text),
    attributes: { 'aria-label': 'Edit message' },
  });
  const save = element('button', { type: 'submit' }, 'Save');
  const cancel = element('button', { type: 'button', onclick: () => redraw(message) }, 'Cancel');
  const onsubmit = (event) => (event.preventDefault(), edit(message, box.value));
  const form = element('form', { className: 'edit', onsubmit }, box, save, cancel);
  onEnter(box, () => form.requestSubmit());
  box.addEventListener('keydown', ({ key }) => key === 'Escape' && redraw(message));
  queueMicrotask(() => box.focus());
  return form;
}

/** Calls `send` on Enter: not with Shift, and not while an input method composes (Safari tells that by 229 alone). */
export function onEnter(box, send) {
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  });
}
