import { together, type Update, update, type Work } from '../model/effect.ts';
import { allowed } from './allowed.ts';

/** What is still to be written: it may go in one request with what is written next, or `alone`. */
export type Unwritten = Update & { readonly alone: () => Work };

/** Writes what is left to be written, if anything is. */
export async function* write(left: Unwritten | undefined): Work {
  if (left) yield* left.alone();
}

/**
 * Changes a document, in one request with what is left to be written: both or none. Where the rules refuse that, one after the
 * other. Returns whether the change was let through; what was left is written in any case.
 */
export async function* writeWith(left: Unwritten | undefined, next: Update): Work<boolean> {
  if (left && (yield* allowed(together(left, next)))) return true;
  yield* write(left);
  return yield* allowed(update(next.path, next.fields));
}
