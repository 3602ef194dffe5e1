import { onEnter, writerName } from './entry.js';

const part = (id) => document.getElementById(id);

/** The form at the foot. Sends `{text, thread_ts, reply_broadcast}`; what could not be sent stays in the box. */
export function createComposer(send) {
  const [form, box, note, broadcast] = ['composer', 'message', 'thread', 'broadcast'].map(part);
  let thread;
  const leave = () => {
    thread = undefined;
    note.hidden = true;
    broadcast.checked = false;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void say();
  });
  const say = async () => {
    const text = box.value;
    if (text.trim() === '') return;
    const more = thread && { thread_ts: thread, reply_broadcast: broadcast.checked };
    box.value = '';
    if (!(await send({ text, ...more })) && box.value === '') box.value = text;
  };
  onEnter(box, () => form.requestSubmit());
  part('leave-thread').addEventListener('click', () => (leave(), box.focus()));
  const reply = (message, users) => {
    thread = message.thread_ts ?? message.ts;
    part('thread-of').textContent = `Replying in the thread of ${writerName(message, users)}`;
    note.hidden = false;
    box.focus();
  };
  return { reply, leave };
}
