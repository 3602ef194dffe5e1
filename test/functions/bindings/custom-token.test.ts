import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { customToken } from '../../../functions/bindings/custom-token.ts';
import { type Cloud, startCloud } from './cloud.ts';

let cloud: Cloud;
beforeEach(async () => {
  cloud = await startCloud();
  for (const [name, value] of Object.entries(cloud.environment)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await cloud.stop();
});

const opened = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe("a component's token", () => {
  it('carries its name and nothing else', async () => {
    const { uid, claims } = opened(await customToken('slackPost'));
    expect({ uid, claims }).toEqual({ uid: 'component:slackPost', claims: { component: 'slackPost' } });
  });
  it('is asked for by the address of its own account, for identity alone', async () => {
    await customToken('slackPost');
    expect((await cloud.metadata.calls())[0]).toMatchObject({
      account: 'tsunagi-slack-post@demo-cloud.iam.gserviceaccount.com',
      audience: cloud.environment.IDENTITY_URL,
      status: 200,
    });
  });

  it.each([
    ['expired', 'expired'],
    ['wrong_audience', 'audience'],
    ['unsigned', 'algorithm'],
    ['other_key', 'signature'],
    ['foreign_issuer', 'issuer'],
    ['foreign_project', 'no_component'],
    ['unverified', 'email_unverified'],
  ])(
    'is not given for a token that is %s; identity tells why, the component does not',
    async (fault, reason) => {
      await cloud.metadata.fail({ fault });
      await expect(customToken('slackPost')).rejects.toThrow(
        /^identity answered 403 to slackPost: its own log says why\.$/,
      );
      expect(cloud.told).toMatchObject([{ event: 'refused', reason }]);
    },
  );
  it('is not had where the platform does not know the account', async () => {
    vi.stubEnv('GCLOUD_PROJECT', 'demo-other');
    await expect(customToken('reply')).rejects.toThrow(
      'The metadata server answered 404 when asked who tsunagi-reply@demo-other.iam.gserviceaccount.com is',
    );
  });
  it("is not had while Google's keys are not", async () => {
    await cloud.metadata.fail({ fault: 'down', at: 'keys' });
    await expect(customToken('reply')).rejects.toThrow('identity answered 503');
    expect(cloud.told).toEqual([]);
    expect(opened(await customToken('reply')).uid).toBe('component:reply');
  });
  it('is not waited for longer than it makes sense: 3 s for the platform, 8 s for identity', async () => {
    const limits: number[] = [];
    let short = 3_000;
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    // The one that is waited for is short; whoever answers has as long as ever.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
      limits.push(milliseconds);
      return timeout(milliseconds === short ? 50 : milliseconds);
    });
    const { url, server } = await somebody(() => undefined);
    await cloud.metadata.fail({ fault: 'slow', ms: 500 });
    await expect(customToken('reply')).rejects.toThrow(/^The metadata server did not answer \(.*timeout\)/);
    vi.stubEnv('IDENTITY_URL', url);
    short = 8_000;
    await expect(customToken('reply')).rejects.toThrow(/^identity did not answer \(.*timeout\)/);
    expect(limits).toEqual([3_000, 3_000, 8_000]);
    server.closeAllConnections();
    server.close();
  });
});

describe('what identity is asked', () => {
  it('carries the same word of Google twice: for the door of the platform, and for identity behind it', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const { url, server } = await somebody((headers) => {
      seen.push(headers);
      return { status: 200, body: 'a.b.' };
    });
    vi.stubEnv('IDENTITY_URL', url);
    expect(await customToken('reply')).toBe('a.b.');
    expect(seen[0]?.authorization).toMatch(/^Bearer eyJ/);
    expect(seen[0]?.['x-serverless-authorization']).toBe(seen[0]?.authorization);
    server.close();
  });
  it('is not taken where it is answered with something that is no token', async () => {
    const { url, server } = await somebody(() => ({ status: 200, body: '<html>' }));
    vi.stubEnv('IDENTITY_URL', url);
    await expect(customToken('reply')).rejects.toThrow(
      'identity answered reply with something that is no token.',
    );
    server.close();
  });
  it('is carried on to nobody else', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const elsewhere = await somebody((headers) => {
      seen.push(headers);
      return { status: 200, body: 'a.b.' };
    });
    const { url, server } = await somebody(() => ({ status: 307, body: '', location: elsewhere.url }));
    vi.stubEnv('IDENTITY_URL', url);
    await expect(customToken('reply')).rejects.toThrow('identity did not answer');
    expect(seen).toEqual([]);
    for (const one of [server, elsewhere.server]) one.close();
  });
});

/** Somebody in the place of identity; without an answer, one who never gives any. */
async function somebody(
  answer: (
    headers: IncomingHttpHeaders,
  ) => { readonly status: number; readonly body: string; readonly location?: string } | undefined,
): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const given = answer(request.headers);
    if (!given) return;
    const { status, body, location } = given;
    response.writeHead(status, location === undefined ? {} : { location }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, server };
}
