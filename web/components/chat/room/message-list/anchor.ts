/** Where the reader is: at the end, or with the lower edge of a message this far below the upper edge of the view. */
type Place = 'end' | { readonly row: Element; readonly below: number };

/** Pixels from the end that still count as the end. */
const NEAR = 24;

const placeOf = (view: HTMLElement): Place => {
  if (view.scrollHeight - view.scrollTop - view.clientHeight <= NEAR) return 'end';
  const { top } = view.getBoundingClientRect();
  for (const row of view.querySelectorAll('article')) {
    const below = row.getBoundingClientRect().bottom - top;
    if (below > 0) return { row, below };
  }
  return 'end';
};

/** A list's grip on what is being read. */
export type Anchor = {
  /** The element that scrolls, and its first child with the messages in it; nothing when they are gone. */
  readonly attach: (view: HTMLElement | null) => void;
  /** Before the rows change. */
  readonly hold: () => void;
  /** After they changed, before they are painted. */
  readonly restore: () => void;
  /** After a scroll; says whether the reader is at the end. */
  readonly scrolled: () => boolean;
  readonly toEnd: () => void;
  /** Whether the reader is close to the first message. */
  readonly isNearStart: () => boolean;
};

/** Pixels before the first message that count as close. */
const AHEAD = 400;

/**
 * Keeps what is being read where it is, whatever comes, goes or grows around it; a reader at the end stays at the end.
 * The browser's own scroll anchoring does nothing at the very top, so the list's style switches it off.
 */
export const openAnchor = (): Anchor => {
  let place: Place = 'end';
  let top = 0;
  let view: HTMLElement | null = null;
  const take = (): void => {
    if (!view) return;
    place = placeOf(view);
    top = view.scrollTop;
  };
  const restore = (): void => {
    if (!view) return;
    if (place === 'end') view.scrollTop = view.scrollHeight;
    else if (place.row.isConnected) {
      const below = place.row.getBoundingClientRect().bottom - view.getBoundingClientRect().top;
      if (below !== place.below) view.scrollTop += below - place.below;
    }
    top = view.scrollTop;
  };
  /** At the end, only who has scrolled up since the last look leaves it: what grows below is followed. */
  const look = (): void => {
    if (place !== 'end' || (view && view.scrollTop < top)) take();
  };
  const resized = new ResizeObserver(restore);
  return {
    restore,
    attach(element) {
      resized.disconnect();
      view = element;
      if (!element) return;
      resized.observe(element);
      if (element.firstElementChild) resized.observe(element.firstElementChild);
    },
    hold: look,
    scrolled() {
      look();
      return place === 'end';
    },
    toEnd() {
      place = 'end';
      restore();
    },
    isNearStart: () => view !== null && view.clientHeight > 0 && view.scrollTop < AHEAD,
  };
};
