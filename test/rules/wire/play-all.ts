import { type Case, disagreementOf, stepsOf, titleOf } from './case.ts';
import { writesOf } from './request.ts';
import { isRestless, type Stage } from './stage.ts';
import { valuesOf } from './value.ts';

/** Cases at one time that change nothing. More bring nothing: the emulator is busy with eight. */
const AT_ONCE = 8;

/** A case that changes no document as long as it sees what it should. */
const isQuiet = (one: Case): boolean => {
  const [first, ...more] = stepsOf(one);
  return more.length === 0 && !isRestless(one) && (!one.may || (!!first && writesOf(first).length === 0));
};

/** The same for the same documents. */
const scene = ({ given = {} }: Case): string =>
  JSON.stringify(
    Object.entries(given)
      .map(([path, fields]) => [path, valuesOf(fields, 0)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/**
 * Plays many cases, each in documents of its own, as fast as it goes: those that leave their documents alone and have the
 * same ones are asked together. Resolves with what went wrong, by case.
 */
export async function playAll(stage: Stage, cases: readonly Case[]): Promise<ReadonlyMap<Case, string>> {
  const scenes = new Map<string, Case[]>();
  for (const one of cases) {
    const key = scene(one);
    const together = scenes.get(key);
    if (together) together.push(one);
    else scenes.set(key, [one]);
  }
  const wrong = new Map<Case, string>();
  for (const together of scenes.values()) {
    const quiet = together.filter(isQuiet);
    const doubted = await disagreeing(stage, quiet);
    // What disagrees may have disturbed others, or was disturbed: it is asked again by itself.
    for (const one of [...doubted, ...together.filter((one) => !isQuiet(one))]) {
      const what = await stage.play(one).catch((error: unknown) => `${titleOf(one)}: ${String(error)}`);
      if (what) wrong.set(one, what);
    }
  }
  return wrong;
}

/** Those of some quiet cases with the same documents that do not see what they should when they are asked together. */
async function disagreeing(stage: Stage, quiet: readonly Case[]): Promise<Case[]> {
  const found: Case[] = [];
  const waiting = [...quiet];
  if (waiting[0]) await stage.bring(waiting[0].given ?? {});
  const ask = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const [request] = stepsOf(one);
      if (!request) continue;
      const seen = await stage.ask(one, request, Date.now()).catch(() => undefined);
      if (!seen || disagreementOf(one, [seen])) found.push(one);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return found;
}
