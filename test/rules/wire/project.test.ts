import { beforeAll, describe, expect, it } from 'vitest';
import {
  ABSENT,
  ago,
  batch,
  component,
  connect,
  create,
  type Documents,
  double,
  forger,
  get,
  guest,
  increment,
  LONG_AGO,
  list,
  listGroup,
  nobody,
  owner,
  type Principal,
  type Project,
  person,
  projectOf,
  type Request,
  remove,
  SERVER_TIME,
  set,
  update,
} from './index.ts';

const rules = (body: string) =>
  `rules_version = '2'; service cloud.firestore { match /databases/{database}/documents { ${body} } }`;

let project: Project;
beforeAll(() => {
  const host = process.env.FIRESTORE_EMULATOR_HOST;
  if (!host) throw new Error('No Firestore emulator: run "npm run test:rules".');
  project = projectOf(connect(host), 'demo-wire');
});

/** A project under such rules with such documents. */
const given = async (body: string, documents: Documents = {}): Promise<void> => {
  await project.clear();
  await project.keep(documents);
  expect(await project.load(rules(body))).toBeUndefined();
};

const alice = person('alice');

describe('rules', () => {
  it('that are broken are told of, and not loaded', async () => {
    await given('match /a/{id} { allow get: if true; }');
    expect(await project.load('service cloud.firestore {')).toContain('error');
    expect(await project.ask(nobody, get('a/1'))).toBe('allowed');
  });
});

describe('a principal', () => {
  const seen = async (as: Principal, condition: string) => {
    await given(`match /a/{id} { allow get: if ${condition}; }`);
    return project.ask(as, get('a/1'));
  };
  const provider = (name: string) => `request.auth.token.firebase.sign_in_provider == '${name}'`;
  it.each<[Principal, string]>([
    [nobody, 'request.auth == null'],
    [
      alice,
      `request.auth.uid == 'alice' && !('component' in request.auth.token) && ${provider('google.com')}`,
    ],
    [alice, "!('operator' in request.auth.token)"],
    [person('olga', { operator: true }), 'request.auth.token.operator == true'],
    [guest('gus'), `request.auth.uid == 'gus' && ${provider('anonymous')}`],
    [
      component('reply'),
      `request.auth.uid == 'component:reply' && request.auth.token.component == 'reply' && ${provider('custom')}`,
    ],
    [forger('reply'), "request.auth.uid == 'mallory' && request.auth.token.component == 'reply'"],
    [owner, 'false'],
  ])('$called is known to the rules as such', async (as, condition) => {
    expect(await seen(as, condition)).toBe('allowed');
  });
  it('who is nobody is denied where somebody is wanted', async () => {
    expect(await seen(nobody, 'request.auth != null')).toBe('denied');
  });
});

describe('a request', () => {
  const documents = { 'a/1': { n: 1, kept: 'x', map: { x: 1, y: 2 } }, 'b/1/a/2': { n: 2 } };
  const only = (operation: string, condition = 'true') =>
    given(`match /{path=**}/a/{id} { allow ${operation}: if ${condition}; }`, documents);

  it.each<[string, Request]>([
    ['get', get('a/1')],
    ['get', get('a/none')],
    ['list', list('a', { where: [['n', '==', 1]], orderBy: ['-n'], limit: 3 })],
    ['list', listGroup('a', { limit: 3 })],
    ['create', create('a/3', { n: 1 })],
    ['create', create('a/1', { n: 1 })],
    ['create', set('a/3', { n: 1 })],
    ['update', set('a/1', { n: 1 })],
    ['update', update('a/1', { n: 3 })],
    ['update', update('a/none', { n: 3 })],
    ['delete', remove('a/1')],
    ['create', batch(create('a/3', { n: 1 }), set('b/1/a/3', { n: 1 }))],
  ])('is judged as %s: %o', async (operation, request) => {
    await only(operation);
    expect(await project.ask(alice, request)).toBe('allowed');
    const rest = ['get', 'list', 'create', 'update', 'delete'].filter((name) => name !== operation);
    await only(rest.join(', '));
    expect(await project.ask(alice, request)).toBe('denied');
  });

  it('narrows a list', async () => {
    await only('list', 'resource.data.n == 1 && request.query.limit <= 3 && request.query.offset == 1');
    const where = [['n', '==', 1]] as const;
    expect(await project.ask(alice, list('a', { where, limit: 3, offset: 1 }))).toBe('allowed');
    expect(await project.ask(alice, list('a', { where, limit: 4, offset: 1 }))).toBe('denied');
    expect(await project.ask(alice, list('a', { where, limit: 3 }))).toBe('denied');
    expect(await project.ask(alice, list('a', { limit: 3, offset: 1 }))).toBe('denied');
  });

  it('lists from a place on', async () => {
    await only('list');
    expect(await project.ask(alice, list('a', { orderBy: ['n'], startAfter: [1] }))).toBe('allowed');
  });

  it('writes what the fields say', async () => {
    await only('create, update');
    await project.ask(
      alice,
      create('a/3', { whole: 1, double: double(1), at: SERVER_TIME, list: [{ x: LONG_AGO }] }),
    );
    const made = await project.read('a/3');
    expect(made).toEqual({ whole: 1, double: 1, at: expect.any(Date), list: [{ x: LONG_AGO }] });
    await only('create, update', 'request.resource.data.at == request.time && request.resource.data.n == 2');
    expect(await project.ask(alice, set('a/1', { n: 2, at: SERVER_TIME }))).toBe('allowed');
    expect(await project.ask(alice, set('a/1', { n: 2, at: ago(1) }))).toBe('denied');
  });

  it('changes the named fields alone', async () => {
    await only('update');
    await project.ask(
      alice,
      update('a/1', {
        n: increment(4),
        'map.x': ABSENT,
        'map.z': 'z',
        nested: { at: SERVER_TIME, by: 1 },
        'odd-name': 1,
      }),
    );
    expect(await project.read('a/1')).toEqual({
      n: 5,
      kept: 'x',
      map: { y: 2, z: 'z' },
      nested: { at: expect.any(Date), by: 1 },
      'odd-name': 1,
    });
  });

  it('is done whole or not at all in a batch', async () => {
    await only('create', "id != 'no'");
    expect(await project.ask(alice, batch(create('a/3', {}), create('a/no', {})))).toBe('denied');
    expect(await project.read('a/3')).toBeUndefined();
  });

  it('that Firestore does not understand is no verdict', async () => {
    await only('list');
    const asked = project.ask(alice, list('a', { where: [['n', 'in', []]] }));
    await expect(asked).rejects.toThrow('alice asks {"do":"list"');
  });

  it.each<Request>([get('a'), get('a/1/b'), list('a/1'), create('a', {}), batch(remove('a'))])(
    'at a path of the wrong length is refused: %o',
    async (request) => {
      await expect(project.ask(alice, request)).rejects.toThrow('is no path of a');
    },
  );

  it('creates nothing that is absent', async () => {
    await expect(project.ask(alice, create('a/3', { x: ABSENT }))).rejects.toThrow('ABSENT is for updates');
  });
});

describe('documents past the rules', () => {
  it('are kept and removed', async () => {
    await given('match /b/{id} { allow get: if false; }', { 'a/1': { n: 1 }, 'a/2': { n: 2 } });
    await project.keep({ 'a/3': { n: 3 } }, ['a/1']);
    expect(await project.read('a/1')).toBeUndefined();
    expect(await project.read('a/2')).toEqual({ n: 2 });
    expect(await project.read('a/3')).toEqual({ n: 3 });
    await project.clear();
    expect(await project.read('a/2')).toBeUndefined();
  });
});
