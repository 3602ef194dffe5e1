/** A link of ours: an address to the web or to a mailbox, and a label without a sign of its own. */
const link = /<(?:https?:\/\/|mailto:)[^\s<>|]+(?:\|[^<>|\n]+)?>/g;

/** What Slack would take for an entity, apart from links of ours and the sign that quotes a line. */
export const entitiesIn = (text: string): string[] => {
  const rest = text.replace(link, '').replace(/^>(?:>>)? ?/gm, '');
  return [...(rest.match(/[<>]/g) ?? []), ...(rest.match(/&(?!amp;|lt;|gt;)/g) ?? [])];
};

/** Slack's longest text, made of one piece again and again. */
export const madeOf = (piece: string): string =>
  piece.repeat(Math.ceil(40_000 / piece.length)).slice(0, 40_000);

/** Work in one pass takes milliseconds; what goes back over what it has read would take minutes. */
export const LIMIT_MILLISECONDS = 3_000;

/** The processor's time: how busy the machine is with others does not count. */
export const timeOf = (work: () => unknown): number => {
  const begin = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1_000;
};
