import * as v from 'valibot';

/** Every component with an identity of its own: the value of the `component` claim in its token. */
export const COMPONENTS = [
  'reply',
  'mirror',
  'slackPost',
  'slackReceive',
  'slackApply',
  'sweep',
  'operate',
] as const;

export const ComponentName = v.picklist(COMPONENTS);
export type ComponentName = v.InferOutput<typeof ComponentName>;

/** The uid a component signs in under. */
export const componentUid = (name: ComponentName): string => `component:${name}`;
