import { at, before, isCjk, isLetter } from './characters.ts';

/**
 * Whom a text from outside Slack may ping there: nobody, whatever it says; or, in a room that allows it, the channel, the
 * people whose display names are given, and the groups whose handles are, each by name to Slack's id.
 */
export type Pings =
  | { readonly pings: 'none' }
  | {
      readonly pings: 'allowed';
      readonly people: ReadonlyMap<string, string>;
      readonly groups: ReadonlyMap<string, string>;
    };

/** `@everyone` stays words: in Slack it reaches the whole workspace. */
const everybody: ReadonlyMap<string, string> = new Map([
  ['channel', '<!channel>'],
  ['here', '<!here>'],
]);
const userId = /^[A-Z0-9]{2,40}$/;
const groupId = /^S[A-Z0-9]{1,39}$/;

/** Words, or a mention that is one already. */
export type Part = { readonly text: string } | { readonly mention: string };

/** Finds in words who may be pinged. */
export const pinging = (allowance: Pings): ((words: string) => Part[]) => {
  if (allowance.pings === 'none') return (text) => [{ text }];
  const handles = [...allowance.groups].filter(([name, id]) => name !== '' && groupId.test(id));
  const groups = new Map(handles.map(([name, id]) => [name, `<!subteam^${id}>`]));
  const mentions = new Map([...groups, ...everybody]);
  for (const [name, id] of allowance.people)
    if (name !== '' && userId.test(id)) mentions.set(name, `<@${id}>`);
  const sizes = [...new Set([...mentions.keys()].map((name) => name.length))].toSorted((a, b) => b - a);

  return (text) => {
    const parts: Part[] = [];
    let end = 0;
    for (let sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
      const name = isLetter(before(text, sign))
        ? undefined
        : named(text, sign + 1, { mentions, groups, sizes });
      if (name === undefined) continue;
      parts.push({ text: text.slice(end, sign) }, { mention: mentions.get(name) ?? '' });
      end = sign + 1 + name.length;
    }
    return [...parts, { text: text.slice(end) }];
  };
};

type Known = {
  /** What is written for each name. */
  readonly mentions: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  /** Lengths of names, the longest first. */
  readonly sizes: readonly number[];
};

/** A handle of Slack's goes on beyond such a sign: `@ops-night` is not `@ops`. */
const longerHandle = /^[-_.][\p{L}\p{N}]/u;

/** The longest name that stands here whole: `@Hanako` is not Hana. After a Japanese name, words go on without a space. */
const named = (text: string, from: number, { mentions, groups, sizes }: Known): string | undefined => {
  for (const size of sizes) {
    const name = text.slice(from, from + size);
    if (!mentions.has(name)) continue;
    const end = from + size;
    if (groups.has(name) && longerHandle.test(text.slice(end, end + 2))) continue;
    if (isCjk(before(text, end)) || !isLetter(at(text, end))) return name;
  }
  return undefined;
};
