import { element, onEnter } from './dom.js';
import { typed } from './text.js';

/** The box in which one's own message is edited, in the place of its text. */
export function editor(message, { names, actions }) {
  const attributes = { 'aria-label': 'Edit your message' };
  const box = element('textarea', { value: typed(message.text, names), attributes });
  const save = element('button', { type: 'submit' }, 'Save');
  const leave = () => actions.redraw(message);
  const cancel = element('button', { type: 'button', onclick: leave }, 'Cancel');
  const onsubmit = (event) => {
    event.preventDefault();
    void actions.edit(message, box.value);
  };
  const form = element('form', { className: 'edit', onsubmit }, box, save, cancel);
  onEnter(box, () => form.requestSubmit());
  box.addEventListener('keydown', ({ key }) => key === 'Escape' && leave());
  queueMicrotask(() => box.focus());
  return form;
}
