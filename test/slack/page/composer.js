import { askIn, onEnter, part } from './dom.js';
import { writerName } from './entry.js';

/**
 * The form at the foot. `send` gets `{text, thread_ts, reply_broadcast, files}`; what could not be sent stays in the
 * box. `editLast` is called for an arrow up in the empty box.
 */
export function createComposer({ send, editLast }) {
  const [form, box, note, broadcast] = ['composer', 'message', 'thread', 'broadcast'].map(part);
  let thread;
  const leave = () => {
    thread = undefined;
    note.hidden = true;
    broadcast.checked = false;
  };
  const whole = (said) => ({
    ...said,
    ...(thread && { thread_ts: thread, reply_broadcast: broadcast.checked }),
  });
  const say = async () => {
    const text = box.value;
    if (text.trim() === '') return;
    box.value = '';
    if (!(await send(whole({ text }))) && box.value === '') box.value = text;
  };
  const share = async () => {
    const fields = await askIn(part('share'), { text: box.value });
    if (!fields) return;
    const { text, name, mimetype, kilobytes } = fields;
    const file = { name, mimetype, size: Math.round(Number(kilobytes) * 1024) };
    if (await send(whole({ text, files: [file] }))) box.value = '';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void say();
  });
  onEnter(box, () => form.requestSubmit());
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave();
    if (event.key === 'ArrowUp' && box.value === '' && !event.isComposing && editLast())
      event.preventDefault();
  });
  part('leave-thread').addEventListener('click', () => (leave(), box.focus()));
  part('share-file').addEventListener('click', () => void share());
  const reply = (message, users) => {
    thread = message.thread_ts ?? message.ts;
    part('thread-of').textContent = `Replying in the thread of ${writerName(message, users)}`;
    note.hidden = false;
    box.focus();
  };
  return { reply, leave };
}
