/** Where the reader is: at the end, or with the lower edge of a message this far below the upper edge of the view. */
type Place = 'end' | { readonly row: Element; readonly below: number };

/** Pixels from the end that still count as the end. */
const NEAR = 24;

/** How far a list can be scrolled, in pixels: it changes with what is in it, and with the room it has. */
const reachOf = (view: HTMLElement): number => view.scrollHeight - view.clientHeight;

const placeOf = (view: HTMLElement): Place => {
  if (reachOf(view) - view.scrollTop <= NEAR) return 'end';
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
  let reach = 0;
  let view: HTMLElement | null = null;
  const note = (of: HTMLElement): void => {
    top = of.scrollTop;
    reach = reachOf(of);
  };
  const take = (): void => {
    if (!view) return;
    place = placeOf(view);
    note(view);
  };
  const restore = (): void => {
    if (!view) return;
    if (place === 'end') view.scrollTop = view.scrollHeight;
    else if (place.row.isConnected) {
      const below = place.row.getBoundingClientRect().bottom - view.getBoundingClientRect().top;
      if (below !== place.below) view.scrollTop += below - place.below;
    }
    note(view);
  };
  /**
   * At the end, only who has scrolled up since the last look leaves it. What grows is followed; and where the list changed
   * since then, a smaller number says nothing: it may have shrunk in between, which takes it back without anybody's hand.
   */
  const look = (): void => {
    if (place !== 'end' || (view && view.scrollTop < top && reachOf(view) === reach)) take();
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
