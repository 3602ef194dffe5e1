import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Case, disagreementOf, stepsOf, titleOf } from './case.ts';
import type { Documents, Project, Verdict } from './project.ts';
import { type Request, writesOf } from './request.ts';
import { hasTransform, isTimely } from './value.ts';

/**
 * Milliseconds from reckoning a case's times to its last answer. What took longer says nothing about a limit of a second,
 * and is asked again: cases leave half a second either side, `ago(59.5)` and `ago(60.5)` for a limit of 60 s.
 */
const TIMELY = 300;
/** Milliseconds for which it is, before the machine is called too slow, and between two times: others may be at work on it. */
const PATIENCE = 60_000;
const PAUSE = 100;

/** Whether a case has to be written anew for each asking, though nothing was changed. */
export const isRestless = ({ given = {} }: Case): boolean => isTimely(given) || hasTransform(given);

/**
 * A project that cases are played in, one after another, each with its own documents and no others. It remembers what the
 * project holds: a case costs one request where the one before had the same documents and changed none of them.
 */
export class Stage {
  readonly #project: Project;
  /** The documents of the project. Nothing while it is not known what they are. */
  #held: Map<string, Documents[string]> | undefined;
  /** Where a write may have changed or made something. */
  readonly #doubtful = new Set<string>();

  constructor(project: Project) {
    this.#project = project;
  }

  /** Asks a case. What it saw instead of what it should see, in a sentence; nothing where all was well. Throws where an answer is no verdict. */
  async play(one: Case): Promise<string | undefined> {
    const timely = isTimely(one.given) || isTimely(one.ask);
    const end = Date.now() + PATIENCE;
    for (;;) {
      const now = Date.now();
      await this.bring(one.given ?? {}, now);
      const seen: Verdict[] = [];
      for (const request of stepsOf(one)) seen.push(await this.ask(one, request, now));
      if (!timely || Date.now() - now <= TIMELY) return disagreementOf(one, seen);
      if (Date.now() > end)
        throw new Error(`${titleOf(one)}: for ${PATIENCE} ms each answer took longer than ${TIMELY} ms.`);
      await sleep(PAUSE);
    }
  }

  /** One request of a case whose documents are there. */
  async ask({ as }: Case, request: Request, now: number): Promise<Verdict> {
    const doubt = () => {
      for (const { path } of writesOf(request)) this.#doubtful.add(path);
    };
    try {
      const verdict = await this.#project.ask(as, request, now);
      if (verdict === 'allowed') doubt();
      return verdict;
    } catch (error) {
      doubt();
      throw error;
    }
  }

  /** Sees to it that the project holds these documents and no others. */
  async bring(documents: Documents, now = Date.now()): Promise<void> {
    const held = this.#held ?? new Map<string, Documents[string]>();
    if (!this.#held) await this.#project.clear();
    this.#held = undefined; // Until it is known again.
    const stale = Object.entries(documents).filter(([path, fields]) => !this.#holds(held, path, fields));
    const gone = [...new Set([...held.keys(), ...this.#doubtful])].filter((path) => !(path in documents));
    await this.#project.keep(Object.fromEntries(stale), gone, now);
    for (const path of gone) held.delete(path);
    for (const [path, fields] of stale) held.set(path, fields);
    this.#doubtful.clear();
    this.#held = held;
  }

  #holds(held: ReadonlyMap<string, Documents[string]>, path: string, fields: Documents[string]): boolean {
    if (this.#doubtful.has(path) || isTimely(fields) || hasTransform(fields)) return false;
    const there = held.get(path);
    return there === fields || isDeepStrictEqual(there, fields);
  }
}
