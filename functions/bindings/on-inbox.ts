import { onDocumentWritten } from 'firebase-functions/firestore';
import type { SecretParam } from 'firebase-functions/params';
import type { ComponentName } from '../model/component.ts';
import type { Work } from '../model/effect.ts';
import type { Arrived } from '../model/event.ts';
import { asInboxEntry, inboxPath } from '../model/inbox.ts';
import { read } from './fields.ts';
import { log } from './log.ts';
import { placed } from './own-account.ts';
import { type Principal, principal, run } from './principal.ts';

/** Runs a component for every Slack event that is stored, and again for one that is brought up again; not for what came of it. */
export function onInboxReceived(
  name: ComponentName,
  make: (as: Principal) => (event: Arrived) => Work,
  { secrets }: { secrets: SecretParam[] },
) {
  const component = make(principal(name));
  const trigger = { ...placed(name), document: inboxPath('{event}'), retry: true, secrets };
  return onDocumentWritten(trigger, async ({ params: { event = '' }, data }) => {
    if (!data?.after.exists) return;
    const seen = asInboxEntry(read(data.after.data()));
    if (!seen.ok) return log.error('malformed', { component: name, event, reason: seen.wrong });
    if (seen.value.state !== 'received') return;
    await run(name, component({ id: event, entry: seen.value }), { event });
  });
}
