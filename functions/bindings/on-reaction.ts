import { onDocumentWritten } from 'firebase-functions/firestore';
import type { ComponentName } from '../model/component.ts';
import type { Work } from '../model/effect.ts';
import type { Felt } from '../model/event.ts';
import { asReaction, reactionsPath } from '../model/reaction.ts';
import { read } from './fields.ts';
import { log } from './log.ts';
import { placed } from './own-account.ts';
import { type Principal, principal, run } from './principal.ts';

/** Runs a component for every reaction that is added, changed or taken away: then as it was. */
export function onReactionWritten(name: ComponentName, make: (as: Principal) => (event: Felt) => Work) {
  const component = make(principal(name));
  const document = `${reactionsPath('{room}', '{message}')}/{reaction}`;
  return onDocumentWritten({ ...placed(name), document, retry: true }, async ({ params, data }) => {
    const { room = '', message = '' } = params;
    const about = { room, message };
    const seen = asReaction(read((data?.after.exists ? data.after : data?.before)?.data()));
    if (!seen.ok) return log.error('malformed', { component: name, ...about, reason: seen.wrong });
    await run(name, component({ ...about, reaction: seen.value }), about);
  });
}
