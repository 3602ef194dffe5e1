import { onDocumentCreated, onDocumentWritten } from 'firebase-functions/firestore';
import type { ComponentName } from '../model/component.ts';
import type { Work } from '../model/effect.ts';
import type { Posted } from '../model/event.ts';
import { asMessage, messagePath } from '../model/message.ts';
import { read } from './fields.ts';
import { log } from './log.ts';
import { placed } from './own-account.ts';
import { type Principal, principal, run } from './principal.ts';

type Component = (event: Posted) => Work;

const trigger = (name: ComponentName) =>
  ({ ...placed(name), document: messagePath('{room}', '{message}'), retry: true }) as const;

/** What the trigger's pattern catches: both names are in it. */
type Params = { readonly [name: string]: string };

function handler(name: ComponentName, make: (as: Principal) => Component) {
  const component = make(principal(name));
  return async ({ room = '', message: id = '' }: Params, data: unknown): Promise<void> => {
    const about = { room, message: id };
    const seen = asMessage(read(data));
    if (!seen.ok) return log.error('malformed', { component: name, ...about, reason: seen.wrong });
    await run(name, component({ room, id, message: seen.value }), about);
  };
}

/** Runs a component for every message that is created. */
export function onMessageCreated(name: ComponentName, make: (as: Principal) => Component) {
  const handle = handler(name, make);
  return onDocumentCreated(trigger(name), ({ params, data }) => handle(params, data?.data()));
}

/** Runs a component for every message that is created or changed. */
export function onMessageWritten(name: ComponentName, make: (as: Principal) => Component) {
  const handle = handler(name, make);
  return onDocumentWritten(trigger(name), async ({ params, data }) => {
    if (data?.after.exists) await handle(params, data.after.data());
  });
}
