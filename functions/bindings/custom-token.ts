import { accountEmail, type ComponentName } from '../model/component.ts';
import { identityUrl } from '../params.ts';
import { ask } from './ask.ts';
import { platformToken } from './platform-token.ts';
import { projectId } from './project.ts';

/** Milliseconds until `identity` is given up: longer than its own start takes, shorter than any caller is waited for. */
const TIMEOUT = 8_000;

/** A custom token, signed or, on the emulator, not. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Asks `identity` for the token of this component's name.
 *
 * Google's word on who asks goes in twice: the platform's door takes the first header's signature off when it has looked,
 * and hands on the second as it came. https://cloud.google.com/run/docs/authenticating/service-to-service
 */
export async function customToken(name: ComponentName): Promise<string> {
  const url = identityUrl.value();
  const bearer = `Bearer ${await platformToken(accountEmail(name, projectId()), url)}`;
  const { status, body } = await ask('identity', url, TIMEOUT, {
    method: 'POST',
    headers: {
      'x-serverless-authorization': bearer,
      authorization: bearer,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ component: name }),
  });
  if (status !== 200) throw new Error(`identity answered ${status} to ${name}: its own log says why.`);
  if (!TOKEN.test(body)) throw new Error(`identity answered ${name} with something that is no token.`);
  return body;
}
