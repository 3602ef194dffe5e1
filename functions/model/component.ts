import * as v from 'valibot';

/** Every component with an identity of its own: the value of the `component` claim in its token. */
export const COMPONENTS = [
  'reply',
  'mirror',
  'mirrorReactions',
  'slackPost',
  'slackReceive',
  'slackApply',
  'slackCommand',
  'sweep',
  'operate',
] as const;

export const ComponentName = v.picklist(COMPONENTS);
export type ComponentName = v.InferOutput<typeof ComponentName>;

/** Every function: the components, and `identity`, which gives them their tokens and has none. */
export type FunctionName = ComponentName | 'identity';

/** The uid a component signs in under. */
export const componentUid = (name: ComponentName): string => `component:${name}`;

/** The id of the service account that a function runs as: `tsunagi-slack-post`. Google takes 6 to 30 lower-case letters, digits and hyphens. https://cloud.google.com/iam/docs/service-accounts-create */
export const accountId = (name: FunctionName): string =>
  `tsunagi-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The e-mail address by which Google knows that account. */
export const accountEmail = (name: FunctionName, project: string): string =>
  `${accountId(name)}@${project}.iam.gserviceaccount.com`;

/** The component whose account of this project has this e-mail address; of any other, none. */
export const componentOf = (email: string, project: string): ComponentName | undefined =>
  COMPONENTS.find((name) => accountEmail(name, project) === email);
