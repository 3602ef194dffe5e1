/** Whether a text is an id of a Slack message: seconds, a point, six digits. */
export const isTimestamp = (text: string): boolean => /^\d{9,11}\.\d{6}$/.test(text);

/** The moment a Slack timestamp stands for, to the millisecond. */
export const dateOf = (ts: string): Date => new Date(Math.floor(Number(ts) * 1_000));

/** A moment as Slack's `oldest` and `latest` take it, in seconds. */
export const timestampOf = (date: Date): string => (date.getTime() / 1_000).toFixed(6);
