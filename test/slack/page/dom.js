export const part = (id) => document.getElementById(id);

/** Makes an element with properties and children; `attributes` go in as such. */
export function element(tag, properties = {}, ...children) {
  const { attributes = {}, ...rest } = properties;
  const made = Object.assign(document.createElement(tag), rest);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Calls `send` on Enter: not with Shift, and not while an input method composes (Safari tells that by 229 alone). */
export function onEnter(box, send) {
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  });
}

/** Opens a dialog that is a form; resolves with its fields once it is sent, or with nothing when it is left. */
export function askIn(dialog, before = {}) {
  const form = dialog.querySelector('form');
  form.reset();
  for (const [name, value] of Object.entries(before)) form.elements[name].value = value;
  return new Promise((resolve) => {
    const done = () => {
      dialog.removeEventListener('close', done);
      resolve(dialog.returnValue === 'send' ? Object.fromEntries(new FormData(form)) : undefined);
    };
    dialog.returnValue = '';
    dialog.addEventListener('close', done);
    dialog.showModal();
  });
}
