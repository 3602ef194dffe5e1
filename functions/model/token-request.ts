import * as v from 'valibot';
import { ComponentName } from './component.ts';
import { guard } from './guard.ts';

/** What a component asks of `identity`: the token of this name. */
export const TokenRequest = v.strictObject({ component: ComponentName });
export type TokenRequest = v.InferOutput<typeof TokenRequest>;

export const asTokenRequest = guard('token request', TokenRequest);
