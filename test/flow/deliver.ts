import { messagePath } from '#model/message.ts';
import type { Running } from './running.ts';
import { LOBBY } from './world.ts';

/** Delivers the creation of a message to a trigger once more, as Firestore does when it is in doubt. Resolves with the trigger's HTTP status. */
export async function deliver(
  { projectId, ports }: Running,
  trigger: 'reply' | 'mirror',
  id: string,
): Promise<number> {
  const name = `projects/${projectId}/databases/(default)/documents/${messagePath(LOBBY, id)}`;
  const told = await fetch(`http://127.0.0.1:${ports.firestore}/v1/${name}`, {
    headers: { authorization: 'Bearer owner' },
  });
  const value = (await told.json()) as object;
  const type = trigger === 'mirror' ? 'written' : 'created';
  const response = await fetch(
    `http://127.0.0.1:${ports.functions}/functions/projects/${projectId}/triggers/asia-northeast1-${trigger}-0`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify({
        specversion: '1.0',
        id: `again-${trigger}-${id}`,
        type: `google.cloud.firestore.document.v1.${type}`,
        source: `//firestore.googleapis.com/projects/${projectId}/databases/(default)`,
        subject: `documents/${messagePath(LOBBY, id)}`,
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        project: projectId,
        database: '(default)',
        namespace: '(default)',
        document: messagePath(LOBBY, id),
        params: { room: LOBBY, message: id },
        data: { value, oldValue: {}, updateMask: {} },
      }),
    },
  );
  return response.status;
}
