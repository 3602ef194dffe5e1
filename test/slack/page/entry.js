import { element } from './dom.js';
import { editor } from './editor.js';
import { emoji, OFTEN } from './emoji.js';
import { files } from './files.js';
import { reactions } from './reactions.js';
import { nodes } from './text.js';

/**
 * One message as a list item. `context` has `users`, `names`, `you`, and `actions`: what its reader may do.
 * What only one person sees has no reactions and nothing to do.
 */
export function entry(message, context) {
  const name = writerName(message, context.users);
  const item = element('li', {
    id: `m${message.ts.replace('.', '')}`,
    className: [isReply(message) && 'reply', isWhisper(message) && 'whisper', message.subtype]
      .filter(Boolean)
      .join(' '),
    tabIndex: -1,
  });
  const body = element('div', { className: 'entry' }, heading(message, name, context));
  body.append(...words(message, context), ...previews(message), ...files(message));
  if (message.subtype !== 'tombstone' && !isWhisper(message))
    body.append(reactions(message, context), buttons(message, name, context, body));
  item.append(portrait(message, context.users), body);
  return item;
}

export const isReply = ({ ts, thread_ts }) => thread_ts !== undefined && thread_ts !== ts;

const isWhisper = ({ from }) => from !== undefined;

function words(message, { names }) {
  if (message.text === '') return [];
  const text = element('div', { className: 'text' }, ...nodes(message.text, names));
  if (message.edited) text.append(' ', note('(edited)'));
  return [text];
}

function heading(message, name, { names }) {
  const time = new Date(Number(message.ts) * 1000);
  const shown = time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const by = element('p', { className: 'by' }, element('strong', {}, name));
  if (message.bot_id) by.append(element('span', { className: 'badge' }, 'APP'));
  by.append(element('time', { dateTime: time.toISOString(), title: time.toLocaleString() }, shown));
  if (isWhisper(message)) by.append(note('Only visible to you'));
  if (message.subtype === 'thread_broadcast') by.append(note('also sent to the channel'));
  if (message.reply_count > 0) {
    const who = message.reply_users.map((user) => names(user) ?? user).join(', ');
    by.append(note(`${message.reply_count === 1 ? '1 reply' : `${message.reply_count} replies`} · ${who}`));
  }
  return by;
}

const note = (text) => element('span', { className: 'note' }, text);

export const writerName = (message, users) =>
  message.from ??
  message.username ??
  users.get(message.user)?.profile.display_name ??
  message.user ??
  message.bot_id ??
  '';

function portrait({ icons, user, by }, users) {
  const named = icons?.emoji?.replaceAll(':', '');
  if (named !== undefined) return element('span', { className: 'emoji picture' }, emoji(named));
  const src = icons?.image_48 ?? users.get(by ?? user)?.profile.image_48;
  return src
    ? element('img', { className: 'picture', src, alt: '' })
    : element('span', { className: 'picture' });
}

const previews = ({ attachments = [] }) =>
  attachments.map(({ title, text, fallback }) =>
    element('p', { className: 'preview' }, title ?? text ?? fallback ?? ''),
  );

function buttons(message, name, context, body) {
  const { you, actions } = context;
  const row = element('div', { className: 'actions' });
  const add = (label, onclick, about = `${label}: ${name}`) =>
    row.append(element('button', { type: 'button', onclick, attributes: { 'aria-label': about } }, label));
  for (const short of OFTEN)
    add(emoji(short), () => actions.react(message, short, true), `React with ${short}: ${name}`);
  add('Other …', () => actions.reactOther(message), `Other … emoji for ${name}`);
  add('Reply in thread', () => actions.reply(message));
  if (message.user !== you) return row;
  add('Edit', () => body.querySelector('.text')?.replaceWith(editor(message, context)));
  add('Delete', () => actions.remove(message));
  return row;
}
