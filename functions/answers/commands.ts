import type { Answer } from './answer.ts';

type Command = { readonly says: string; readonly run: (rest: string) => string };

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['help', { says: 'what I understand · 使い方', run: () => help() }],
  [
    'hello',
    { says: 'a greeting · あいさつ', run: (rest) => (rest === '' ? 'Hello! こんにちは！' : `Hello ${rest}`) },
  ],
]);

const help = (): string => [...commands].map(([name, { says }]) => `/${name} — ${says}`).join('\n');

/** Answers what begins with a slash and a word. */
export const answerCommands: Answer = ({ text }) => {
  const [, name, rest] = /^\/([a-z]+)(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? [];
  if (name === undefined) return undefined;
  const command = commands.get(name.toLowerCase());
  return command
    ? command.run(rest?.trim() ?? '')
    : `I don't know /${name}. /${name} は分かりません。\n${help()}`;
};
