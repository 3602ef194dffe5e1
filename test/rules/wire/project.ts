import type { Fields } from '#model/effect.ts';
import { queryBody, writeBody } from './body.ts';
import type { Answer, Send } from './connection.ts';
import { bearerOf, owner, type Principal } from './principal.ts';
import { type Request, remove, set, type Write, writesOf } from './request.ts';
import { plainFields, type Values } from './value.ts';

/** Documents by their paths. */
export type Documents = { readonly [path: string]: Fields };

/** What the rules say to a request. */
export type Verdict = 'allowed' | 'denied';

/** A project of the Firestore emulator, asked by plain REST. Rules, their coverage and documents are each project's own. */
export type Project = {
  readonly id: string;
  /** Puts the project under rules and forgets its coverage. Resolves with what is wrong with them, where they are broken. */
  load(rules: string): Promise<string | undefined>;
  /** `now` is what times like `ago(60)` are reckoned from, in milliseconds. Throws where the answer is no verdict. */
  ask(as: Principal, request: Request, now?: number): Promise<Verdict>;
  /** Writes some documents whole and removes others, past the rules. */
  keep(documents: Documents, gone?: readonly string[], now?: number): Promise<void>;
  /** A document past the rules, or nothing where none is. */
  read(path: string): Promise<Record<string, unknown> | undefined>;
  /** The emulator's report of what the rules have evaluated since they were loaded. */
  coverage(): Promise<unknown>;
  /** Removes all documents. */
  clear(): Promise<void>;
};

/** Throws where a path has not the length of a document's (2, 4, …) or a collection's (1, 3, …): it would ask something else. */
function assertLength(path: string, odd: 0 | 1): void {
  const isRight = path.split('/').length % 2 === odd && path !== '';
  if (!isRight) throw new Error(`"${path}" is no path of a ${odd ? 'collection' : 'document'}.`);
}

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

export function projectOf(send: Send, id: string): Project {
  const root = `projects/${id}/databases/(default)/documents`;
  const tokens = new Map<Principal, string | undefined>();
  const tokenOf = (principal: Principal): string | undefined => {
    if (!tokens.has(principal)) tokens.set(principal, bearerOf(principal, id));
    return tokens.get(principal);
  };
  const commit = async (as: Principal, writes: readonly Write[], now: number): Promise<Answer> => {
    for (const { path } of writes) assertLength(path, 0);
    const body = { writes: writes.map((write) => writeBody(write, root, now)) };
    return send('POST', `/v1/${root}:commit`, body, tokenOf(as));
  };
  const sent = async (as: Principal, request: Request, now: number): Promise<Answer> => {
    if (request.do === 'get') {
      assertLength(request.path, 0);
      return send('GET', `/v1/${root}/${encoded(request.path)}`, undefined, tokenOf(as));
    }
    if (request.do !== 'list') return commit(as, writesOf(request), now);
    assertLength(request.collection, 1);
    const names = request.collection.split('/');
    const parent = [root, ...names.slice(0, -1).map(encodeURIComponent)].join('/');
    const query = queryBody(names.at(-1) ?? '', request.group, request.narrowed, now);
    return send('POST', `/v1/${parent}:runQuery`, { structuredQuery: query }, tokenOf(as));
  };
  const done = (what: string, answer: Answer): string => {
    if (answer.status !== 200) throw unexpected(`${id}: ${what}`, answer);
    return answer.text;
  };

  return {
    id,
    load: async (rules) => {
      const files = [{ name: 'firestore.rules', content: rules }];
      const answer = await send('PUT', `/emulator/v1/projects/${id}:securityRules`, { rules: { files } });
      if (answer.status === 400) return answer.text;
      done('loading rules', answer);
      return undefined;
    },
    ask: async (as, request, now = Date.now()) => {
      const answer = await sent(as, request, now);
      const verdict = verdictOf(answer);
      if (!verdict) throw unexpected(`${as.called} asks ${JSON.stringify(request)}`, answer);
      return verdict;
    },
    keep: async (documents, gone = [], now = Date.now()) => {
      const writes = [
        ...Object.entries(documents).map(([path, fields]) => set(path, fields)),
        ...gone.map(remove),
      ];
      if (writes.length > 0) done('keeping documents', await commit(owner, writes, now));
    },
    read: async (path) => {
      const answer = await sent(owner, { do: 'get', path }, 0);
      if (answer.status === 404) return undefined;
      const { fields = {} } = JSON.parse(done(`reading ${path}`, answer)) as { fields?: Values };
      return plainFields(fields);
    },
    coverage: async () => {
      const text = done('reading coverage', await send('GET', `/emulator/v1/projects/${id}:ruleCoverage`));
      return JSON.parse(text) as unknown;
    },
    clear: async () => {
      done('clearing', await send('DELETE', `/emulator/v1/${root}`));
    },
  };
}

const unexpected = (what: string, { status, text }: Answer): Error =>
  new Error(`${what}: the emulator answers ${status}: ${text}`);

/**
 * The emulator judges before it looks whether the document of a creation or an update is there: an answer that it is (409)
 * or is not (404) comes only to what the rules allow. Nothing for an answer that is no verdict.
 */
function verdictOf({ status, text }: Answer): Verdict | undefined {
  if (status === 200 || (status === 404 && text.includes('"NOT_FOUND"')) || status === 409) return 'allowed';
  return status === 403 ? 'denied' : undefined;
}
