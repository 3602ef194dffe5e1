import * as v from 'valibot';
import { guard } from './guard.ts';
import type { InboxEntry } from './inbox.ts';
import type { Message } from './message.ts';
import type { Reaction } from './reaction.ts';
import { roomId } from './room.ts';

/** A message as it stands after it was created or changed. */
export type Posted = { readonly room: string; readonly id: string; readonly message: Message };

/** Somebody's reaction to a message, as it stands after it was added or changed, or stood before it was taken away. */
export type Felt = { readonly room: string; readonly message: string; readonly reaction: Reaction };

/** A room's turn on a queue. */
const RoomJob = v.object({ room: roomId() });
export type RoomJob = Readonly<v.InferOutput<typeof RoomJob>>;

export const asRoomJob = guard('room job', RoomJob);

/** A moment at which something is looked after. */
export type Tick = { readonly now: Date };

/** A call by somebody who may be signed in. `data` is what they sent. */
export type Call = {
  readonly caller?: { readonly uid: string; readonly operator: boolean } | undefined;
  readonly data: unknown;
};

/** Why a call was not carried out, in words for whoever made it. */
export class Declined extends Error {
  override readonly name = 'Declined';
  readonly code:
    | 'unauthenticated'
    | 'permission-denied'
    | 'invalid-argument'
    | 'not-found'
    | 'failed-precondition';
  constructor(code: Declined['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** A Slack event that was stored. `id` is what it was stored under. */
export type Arrived = { readonly id: string; readonly entry: InboxEntry };

/** An HTTPS request, byte exact. Header names are in lower case. */
export type Request = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
};

/** What is answered to it: plain text, unless `type` names another media type. */
export type Response = { readonly status: number; readonly body: string; readonly type?: 'application/json' };
