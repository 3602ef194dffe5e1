import { parsed, textOf } from '../model/bytes.ts';
import { type ComponentName, componentOf } from '../model/component.ts';
import type { Request, Response } from '../model/event.ts';
import type { Checked } from '../model/guard.ts';
import { asTokenRequest } from '../model/token-request.ts';

/** Whom Google says a request comes from. `id` is Google's number of the account. */
export type Caller = { readonly email: string; readonly id: string };

/** Names and ids for the log. */
export type Told = {
  readonly reason?: string;
  /** The component asked for. */
  readonly asked?: ComponentName;
  /** The component that asked, or Google's number of whoever else it was. */
  readonly caller?: string;
};

export type IdentityPorts = {
  readonly project: () => string;
  /** Who holds a token that Google signed for us; `wrong` is a code. */
  readonly verify: (token: string) => Promise<Checked<Caller>>;
  /** A token that carries this component's name, and nothing else. */
  readonly mint: (name: ComponentName) => Promise<string>;
  readonly tell: (event: 'minted' | 'refused', told: Told) => void;
};

/** Bytes of a request: a name is all that is asked. */
const BYTES_MAX = 1_000;

const BEARER = /^Bearer ([\w.-]+)$/;

const answer = (status: number, body = ''): Response => ({ status, body });

/**
 * Gives a component the token of its own name, once Google has said which component asks.
 *
 * 403 with an empty body for everybody else and for another's name, with the reason in the log alone; 405, 413 and 400 for
 * what is no such request. The token is the body of the answer.
 */
export const identity = ({ project, verify, mint, tell }: IdentityPorts) => {
  const refuse = (told: Told): Response => {
    tell('refused', told);
    return answer(403);
  };
  return async ({ method, headers, body }: Request): Promise<Response> => {
    if (method !== 'POST') return answer(405);
    if (body.byteLength > BYTES_MAX) return answer(413);

    const token = BEARER.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) return refuse({ reason: 'no_token' });
    const seen = await verify(token);
    if (!seen.ok) return refuse({ reason: seen.wrong });
    const caller = componentOf(seen.value.email, project());
    if (caller === undefined) return refuse({ reason: 'no_component', caller: seen.value.id });

    const request = asTokenRequest(parsed(textOf(body)));
    if (!request.ok) return answer(400, request.wrong);
    const asked = request.value.component;
    if (asked !== caller) return refuse({ reason: 'another_name', asked, caller });
    const minted = await mint(asked);
    tell('minted', { caller });
    return answer(200, minted);
  };
};
