/** One page of a list. `isFull`: there may be others behind it. `isServers`: the server has said so, and not what is kept here. */
export type Page<Document> = {
  readonly docs: readonly Document[];
  readonly isFull: boolean;
  readonly isServers: boolean;
};

/** All pages of a list that are open. */
export type Listing<Document> = {
  readonly docs: readonly Document[];
  /** After which document each page begins; the first has none before it. */
  readonly starts: readonly (Document | undefined)[];
  /** Behind the last page there may be others. */
  readonly isMore: boolean;
  readonly isServers: boolean;
};

/** Follows one page: from the beginning, or after a document. Returns how to stop. */
export type ListenToPage<Document> = (
  after: Document | undefined,
  heard: (page: Page<Document>) => void,
) => () => void;

export type Paging = {
  /** Opens one page more, where there may be one, and none is on its way. */
  readonly more: () => void;
  readonly stop: () => void;
};

type Opened<Document> = {
  readonly after: Document | undefined;
  stop: () => void;
  page?: Page<Document>;
};

/**
 * Follows a list in pages, of which it opens the first `most` by itself.
 *
 * Each begins where the one before it ends: where that moves, what comes after it is begun anew. Until all pages fit together
 * again nothing is told, so that nothing is missed in between that is merely on its way from one page to the next.
 */
export function paging<Document>(
  listen: ListenToPage<Document>,
  isSame: (one: Document, other: Document) => boolean,
  most: number,
  heard: (listing: Listing<Document>) => void,
): Paging {
  const opened: Opened<Document>[] = [];
  let wanted = most;
  const open = (after?: Document): void => {
    const one: Opened<Document> = { after, stop: () => undefined };
    opened.push(one);
    one.stop = listen(after, (page) => {
      one.page = page;
      goOn(one, page);
    });
  };
  const closeFrom = (nth: number): void => {
    for (const { stop } of opened.splice(nth)) stop();
  };
  const goOn = (one: Opened<Document>, { docs, isFull }: Page<Document>): void => {
    const nth = opened.indexOf(one) + 1;
    const end = isFull ? docs.at(-1) : undefined;
    const after = opened[nth]?.after;
    if (after !== undefined && !(end !== undefined && isSame(end, after))) closeFrom(nth);
    if (end !== undefined && opened.length === nth && nth < wanted) open(end);
    tell();
  };
  const tell = (): void => {
    const pages = opened.flatMap(({ page }) => page ?? []);
    if (pages.length < opened.length) return;
    heard({
      docs: pages.flatMap(({ docs }) => docs),
      starts: opened.map(({ after }) => after),
      isMore: pages.at(-1)?.isFull === true,
      isServers: pages.every(({ isServers }) => isServers),
    });
  };
  open();
  return {
    more: () => {
      const last = opened.at(-1)?.page;
      if (!last?.isFull) return;
      wanted = opened.length + 1;
      open(last.docs.at(-1));
    },
    stop: () => closeFrom(0),
  };
}
