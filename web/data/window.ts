/** What is asked of a document's snapshot. */
export type Kept = { readonly id: string; readonly metadata: { readonly hasPendingWrites: boolean } };

/** A page as a listener shows it now, and the ids it showed before. */
export type Page<Doc extends Kept> = { readonly docs: readonly Doc[]; readonly before: ReadonlySet<string> };

/** Whether nothing is left of what the page showed before: messages in between may then be missing. */
export const isOvertaken = <Doc extends Kept>({ docs, before }: Page<Doc>, full: boolean): boolean =>
  full && before.size > 0 && !docs.some(({ id }) => before.has(id));

/**
 * Puts a page that a listener delivered among what is already shown.
 * What left the page because newer messages came stays; a write that was refused goes.
 */
export const absorb = <Doc extends Kept>(
  kept: ReadonlyMap<string, Doc>,
  { docs, before }: Page<Doc>,
): Map<string, Doc> => {
  const now = new Map(kept);
  const there = new Set(docs.map(({ id }) => id));
  for (const id of before) if (!there.has(id) && kept.get(id)?.metadata.hasPendingWrites) now.delete(id);
  for (const doc of docs) now.set(doc.id, doc);
  return now;
};
