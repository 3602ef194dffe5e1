import { type Expression, expr, projectID } from 'firebase-functions/params';
import { accountId, type ComponentName, type FunctionName } from '../model/component.ts';
import { REGION } from '../params.ts';

/** Where a function runs, and as whom: under a service account of its own. */
export type Placed = { readonly region: string; readonly serviceAccount: Expression<string> };

/**
 * Places a function under its own account.
 *
 * The address is written out: the Firebase CLI completes `tsunagi-reply@` too, but not where it grants access to secrets.
 */
export const placed = (name: FunctionName): Placed => ({
  region: REGION,
  serviceAccount: expr`${accountId(name)}@${projectID}.iam.gserviceaccount.com`,
});

/** The accounts of components as the Firebase CLI takes them for who may call a function. */
export const accountsOf = (names: readonly ComponentName[]): string[] =>
  names.map((name) => `${accountId(name)}@`);
