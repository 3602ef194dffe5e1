import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Faults } from './fault.ts';
import type { SigningKey } from './key.ts';
import { tokenOf } from './tokens.ts';

/** A call that was seen; `status` is 0 where none was given. */
export type Call = {
  readonly path: string;
  status: number;
  readonly account?: string;
  readonly audience?: string;
  fault?: string;
};

export type PlatformParts = {
  readonly key: SigningKey;
  readonly project: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly faults: Faults;
  readonly calls: Call[];
};

type Bound = { Bindings: HttpBindings };

/** Where Google shows its keys, and where the platform tells who runs. */
export const KEYS = '/oauth2/v3/certs';
const TOKENS = '/computeMetadata/v1/instance/service-accounts/:account/identity';

/** As Google's own answer; a run is over sooner. */
const KEPT = 'public, max-age=21600, must-revalidate';

/** The two things that functions ask of Google about identities. Whatever else is asked is 404, and is seen among the calls. */
export function platform({ key, project, clock, faults, calls }: PlatformParts): Hono<Bound> {
  const app = new Hono<Bound>();
  const own = new RegExp(`^tsunagi-[a-z-]+@${project}\\.iam\\.gserviceaccount\\.com$`);

  /** Answers a call after what shall go wrong with it. */
  const struck = async (c: Context<Bound>, call: Call, answer: (fault?: string) => Response) => {
    const fault = faults.take(call.path === KEYS ? 'keys' : 'tokens', call.account);
    calls.push(call);
    if (fault) call.fault = fault.fault;
    if (fault?.fault === 'down') {
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
    if (fault?.fault === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms).unref());
    const response = answer(fault?.fault);
    call.status = response.status;
    return response;
  };

  app.get(KEYS, (c) =>
    struck(c, { path: KEYS, status: 0 }, () => {
      c.header('Cache-Control', KEPT);
      return c.json({ keys: [key.shown] });
    }),
  );
  app.get(TOKENS, (c) => {
    const account = c.req.param('account');
    const audience = c.req.query('audience') ?? '';
    return struck(c, { path: c.req.path, status: 0, account, audience }, (fault) => {
      if (c.req.header('Metadata-Flavor') !== 'Google')
        return c.text('Missing Metadata-Flavor:Google header.', 403);
      c.header('Metadata-Flavor', 'Google');
      if (!own.test(account)) return c.text('Not Found', 404);
      if (audience === '') return c.text('non-empty audience parameter required', 400);
      const isFull = c.req.query('format') === 'full';
      return c.text(tokenOf(account, audience, { key, now: clock(), isFull, fault }));
    });
  });
  app.all('*', (c) => {
    calls.push({ path: c.req.path, status: 404 });
    return c.text('Not Found', 404);
  });
  return app;
}
