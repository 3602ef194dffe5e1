import * as v from 'valibot';

/** A value that has been named, or what is wrong with it, in words a log may show (field names, never their contents). */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly wrong: string };

/** What is asked for, where a schema has no words of its own for it. Valibot's own words quote the value. */
const needed = ({ expected, requirement }: v.BaseIssue<unknown>): string => expected ?? String(requirement);

/** Makes of a schema a guard for values from outside; `what` is what the value claims to be. */
export const guard =
  <Schema extends v.GenericSchema>(what: string, schema: Schema) =>
  (value: unknown): Checked<v.InferOutput<Schema>> => {
    const seen = v.safeParse(schema, value, { abortPipeEarly: true, message: needed });
    if (seen.success) return { ok: true, value: seen.output };
    const [issue] = seen.issues;
    const where = v.getDotPath(issue);
    return { ok: false, wrong: `${what}${where ? `.${where}` : ''} should be ${issue.message}` };
  };

/** How long a text is, counted as the rules count it: in Unicode code points. */
export const length = (text: string): number => {
  let points = 0;
  for (const _ of text) points += 1;
  return points;
};

/** A text of at most `max` code points. */
export const text = (max: number) =>
  v.pipe(
    v.string(),
    v.check((value) => length(value) <= max, `at most ${max} characters`),
  );

/** A text of at most `max` code points with something to see in it. */
export const words = (max: number) =>
  v.pipe(
    text(max),
    v.check((value) => value.trim() !== '', 'not empty'),
  );

/** Slack's id of a team, a channel, a person. https://docs.slack.dev/reference/objects */
export const slackId = () => v.pipe(v.string(), v.regex(/^[A-Z0-9]{2,40}$/));

/** Slack's id of a post: `<seconds>.<micros>`. */
export const slackTs = () => v.pipe(v.string(), v.regex(/^[0-9]{1,20}[.][0-9]{6}$/));

/** A whole number from `least` on. */
export const count = (least = 0) => v.pipe(v.number(), v.safeInteger(), v.minValue(least));
