import * as v from 'valibot';

/** Anything of Slack's with the parts that texts are made of; whatever has another shape says nothing. */
const Part = v.object({
  type: v.optional(v.string(), ''),
  text: v.fallback(v.optional(v.union([v.string(), v.looseObject({})])), undefined),
  elements: v.fallback(v.optional(v.array(v.unknown()), []), []),
  fields: v.fallback(v.optional(v.array(v.unknown()), []), []),
  style: v.fallback(v.optional(v.union([v.string(), v.record(v.string(), v.unknown())])), undefined),
  url: v.fallback(v.optional(v.string()), undefined),
  user_id: v.fallback(v.optional(v.string()), undefined),
  usergroup_id: v.fallback(v.optional(v.string()), undefined),
  channel_id: v.fallback(v.optional(v.string()), undefined),
  range: v.fallback(v.optional(v.string()), undefined),
  name: v.fallback(v.optional(v.string()), undefined),
  alt_text: v.fallback(v.optional(v.string()), undefined),
  fallback: v.fallback(v.optional(v.string()), undefined),
  indent: v.fallback(v.optional(v.number(), 0), 0),
});
export type Part = v.InferOutput<typeof Part>;

/** Parts of one block that are read: more than Slack takes. https://docs.slack.dev/reference/block-kit/blocks */
export const PARTS_MAX = 200;

export const part = (value: unknown): Part | undefined => {
  const seen = v.safeParse(Part, value);
  return seen.success ? seen.output : undefined;
};

/** Texts, a line each; blank ones left out. */
export const lines = (said: readonly string[]): string => said.filter((one) => one.trim() !== '').join('\n');

/** The parts among these, read, as many as Slack takes. */
export const each = (values: readonly unknown[], read: (one: Part) => string): string[] =>
  values.slice(0, PARTS_MAX).flatMap((value) => {
    const one = part(value);
    return one ? [read(one)] : [];
  });
