import { askIn, element, part } from './dom.js';
import { EMOJI, emoji } from './emoji.js';

/** The reactions to a message: each says who, and takes or gives one's own. */
export function reactions(message, { names, you, actions }) {
  const shown = (message.reactions ?? []).map(({ name, users, count }) => {
    const mine = users.includes(you);
    const who = users.map((user) => names(user) ?? user).join(', ');
    const attributes = { 'aria-pressed': mine, 'aria-label': `${name}, ${count}: ${who}` };
    const onclick = () => actions.react(message, name, !mine);
    const text = `${emoji(name)} ${count}`;
    return element('button', { type: 'button', title: `${who}: :${name}:`, attributes, onclick }, text);
  });
  return element('div', { className: 'reactions' }, ...shown);
}

/** Asks for any emoji, from a list or by its name; resolves with the name, or with nothing. */
export async function pickEmoji() {
  const dialog = part('emoji');
  const list = part('emoji-list');
  if (list.children.length === 0)
    list.append(
      ...Object.entries(EMOJI).map(([name, sign]) => {
        const attributes = { 'aria-label': name };
        const onclick = () => {
          dialog.querySelector('input').value = name;
          dialog.close('send');
        };
        return element('button', { type: 'button', title: `:${name}:`, attributes, onclick }, sign);
      }),
    );
  const fields = await askIn(dialog);
  return fields?.name.trim().replaceAll(':', '') || undefined;
}
