import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type HTMLElement as Element, type HTMLDialogElement, Window } from 'happy-dom';
import { vi } from 'vitest';

/** The page of the stand-in as a person has it open, in a document without pictures. */
export interface OpenPage {
  window: Window;
  /** The element with this id, or the first that this selector finds; throws when there is none. */
  find(selector: string): Element;
  /** The words of each message, as they stand in the list. */
  lines(): string[];
  /** The message that has these words. */
  message(words: string): Element;
  /** Presses the button with these words, or this label, within an element. */
  press(words: string, within?: Element): void;
  /** Writes into the composer and sends it. */
  write(text: string): void;
  /** Fills in a dialog and sends it. */
  fillIn(dialog: string, fields: Record<string, string>): void;
  /** Resolves when nothing it began goes on. */
  close(): Promise<void>;
}

/** What a browser's EventSource does, as far as the page needs it; happy-dom and Node have none. */
class StreamedEvents extends EventTarget {
  readonly #abort = new AbortController();

  constructor(url: string) {
    super();
    void this.#read(url).catch((error: unknown) => {
      if (!this.#abort.signal.aborted) throw error;
    });
  }

  close(): void {
    this.#abort.abort();
  }

  async #read(url: string): Promise<void> {
    const response = await fetch(url, { signal: this.#abort.signal });
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.#tell(block);
    }
  }

  #tell(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const [name, data] = [field('event'), field('data')];
    if (name !== undefined) this.dispatchEvent(Object.assign(new Event(name), { data }));
  }
}

/** Opens the page of the stand-in at `url`; resolves when its messages are there. */
export async function openPage(url: string, path = '/'): Promise<OpenPage> {
  const window = new Window({ url: `${url}${path}` });
  window.document.write(
    readFileSync(new URL('page/index.html', import.meta.url), 'utf8').replace(/<(link|script).*?>/g, ''),
  );
  const streams: StreamedEvents[] = [];
  const original = globalThis.fetch;
  let asking = 0;
  vi.stubGlobal('fetch', (where: string, init?: RequestInit) => {
    asking += 1;
    return original(new URL(where, url), init).finally(() => (asking -= 1));
  });
  for (const name of ['document', 'location', 'sessionStorage', 'FormData'] as const)
    vi.stubGlobal(name, window[name]);
  vi.stubGlobal('EventSource', function open(this: unknown, where: string) {
    const stream = new StreamedEvents(where);
    streams.push(stream);
    return stream;
  });
  vi.resetModules();
  await import(new URL('page/page.js', import.meta.url).href);
  return { window, ...hands(window), close: () => end(window, streams, () => asking) };
}

/** Longer than the page gathers changes before it draws them, in milliseconds. */
const SETTLED = 50;

async function end(window: Window, streams: StreamedEvents[], asking: () => number): Promise<void> {
  for (const stream of streams) stream.close();
  do await pause(SETTLED);
  while (asking() > 0);
  vi.unstubAllGlobals();
  window.close();
}

function hands({ document }: Window): Omit<OpenPage, 'window' | 'close'> {
  const find = (selector: string): Element => {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`There is nothing like "${selector}" on the page.`);
    return found as Element;
  };
  const items = () => [...document.querySelectorAll('#messages > li')] as Element[];
  const words = (item: Element) => item.querySelector('.text, .edit')?.textContent ?? '';
  const press = (label: string, within: Element = find('body')) => {
    const buttons = [...within.querySelectorAll('button')] as Element[];
    const named = buttons.find(
      (one) => one.textContent.trim() === label || one.getAttribute('aria-label') === label,
    );
    if (!named) throw new Error(`There is no button "${label}".`);
    named.click();
  };
  return {
    find,
    lines: () => items().map(words),
    message: (text) => {
      const found = items().find((item) => words(item) === text);
      if (!found) throw new Error(`There is no message "${text}".`);
      return found;
    },
    press,
    write: (text) => {
      Object.assign(find('#message'), { value: text });
      press('Send');
    },
    fillIn: (id, fields) => {
      const dialog = find(`#${id}`);
      for (const [name, value] of Object.entries(fields))
        Object.assign(dialog.querySelector(`[name="${name}"]`) ?? {}, { value });
      (dialog as HTMLDialogElement).close('send');
    },
  };
}
