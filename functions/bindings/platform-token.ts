import { metadataUrl } from '../params.ts';
import { ask } from './ask.ts';

/** Milliseconds until the metadata server, which is on the same machine, is given up. */
const TIMEOUT = 3_000;

/**
 * A token in which Google says that whoever holds it is the service account this runs as, for one audience.
 *
 * The platform's metadata server serves the account that is attached and knows no other: `account` is its e-mail address.
 * https://cloud.google.com/compute/docs/instances/verifying-instance-identity#request_signature
 */
export async function platformToken(account: string, audience: string): Promise<string> {
  const place = `${metadataUrl.value()}/computeMetadata/v1/instance/service-accounts/${account}/identity`;
  const query = new URLSearchParams({ audience, format: 'full' });
  const headers = { 'metadata-flavor': 'Google' };
  const url = `${place}?${query.toString()}`;
  const { status, body } = await ask('The metadata server', url, TIMEOUT, { headers });
  if (status === 200) return body.trim();
  throw new Error(
    `The metadata server answered ${status} when asked who ${account} is: run this function as that account.`,
  );
}
