/** A person at Slack, and whoever arranges what goes wrong there: the control interface, for tests. */
export interface ControlClient {
  get(path: string): Promise<Answer>;
  post(path: string, body?: Record<string, unknown>): Promise<Answer>;
  put(path: string, body: Record<string, unknown>): Promise<Answer>;
  patch(path: string, body: Record<string, unknown>): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** Says something as a person, and returns its `ts`. */
  say(user: string, channel: string, text: string, more?: Record<string, unknown>): Promise<string>;
  /** Lets something go wrong: see the table of faults in README.md. */
  fault(order: Record<string, unknown>): Promise<void>;
  /** Resolves once no event is on its way; rejects after 10 s. */
  idle(): Promise<void>;
}

/** A JSON object, as it came. */
export type Answer = Record<string, unknown>;

/** Talks to the workspace at `url`; an answer other than 200 rejects with its sentence. */
export function controlClient(url: string): ControlClient {
  const send = async (method: string, path: string, body?: Record<string, unknown>): Promise<Answer> => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${url}/control${path}`, { method, ...init });
    const answer: unknown = await response.json();
    if (typeof answer !== 'object' || answer === null) throw new Error(`${method} ${path}: no JSON object.`);
    const found: Answer = { ...answer };
    if (!response.ok) throw new Error(typeof found.error === 'string' ? found.error : JSON.stringify(found));
    return found;
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path) => send('DELETE', path),
    say: async (user, channel, text, more = {}) => {
      const { ts } = await send('POST', '/messages', { user, channel, text, ...more });
      if (typeof ts !== 'string') throw new Error('POST /messages answered without a ts.');
      return ts;
    },
    fault: async (order) => void (await send('POST', '/faults', order)),
    idle: async () => void (await send('GET', '/idle')),
  };
}
