import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const files = globSync('{functions,web}/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/node_modules|\/build\/|\.d\.ts$|\.config\.ts$/.test(file),
);

/** What a file imports: paths of ours from the root, packages by name. */
const importsOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, name = '']) => {
      if (name.startsWith('#model/')) return name.replace('#model', 'functions/model');
      return name.startsWith('.') ? normalize(join(dirname(file), name)) : name;
    },
  );

/** Each room of the house, and what it may import. The first room that a file is in counts. */
const rooms: [room: string, file: RegExp, may: RegExp][] = [
  ['the model', /^functions\/model\//, /^(functions\/model\/|valibot$)/],
  ['the Slack formats', /^functions\/slack\//, /^(functions\/(slack|model)\/|valibot$|node:crypto$)/],
  ['the reply engines', /^functions\/answers\//, /^functions\/(answers|model)\//],
  ['the components', /^functions\/components\//, /^functions\/(components|answers|slack|model)\//],
  [
    'the bindings',
    /^functions\/bindings\//,
    /^(functions\/(bindings|components|slack|model)\/|functions\/params\.ts$|firebase(-admin|-functions)?\/|@slack\/web-api$|valibot$|node:(crypto|http)$)/,
  ],
  ['the parameters', /^functions\/params\.ts$/, /^firebase-functions\/params$/],
  [
    'the table of contents',
    /^functions\/index\.ts$/,
    /^functions\/(bindings|components|answers)\/|^functions\/params\.ts$/,
  ],
  [
    'the data of the web',
    /^web\/(data\/|firebase\.ts)/,
    /^(web\/|functions\/model\/|firebase\/|@preact\/signals$|preact|valibot$)/,
  ],
  ['the web', /^web\//, /^(?!firebase)(?!functions\/(?!model\/))/],
];

describe('the house', () => {
  it('has files to read', () => expect(files.length).toBeGreaterThan(40));

  it.each(rooms)('%s: imports point one way', (room, place, may) => {
    const mine = files.filter((file) => rooms.find(([, where]) => where.test(file))?.[0] === room);
    expect(mine.length).toBeGreaterThan(0);
    expect(place).toBeInstanceOf(RegExp);
    expect(
      mine.flatMap((file) =>
        importsOf(file)
          .filter((name) => !may.test(name))
          .map((name) => `${file} → ${name}`),
      ),
    ).toEqual([]);
  });

  it('has a room for every file', () => {
    expect(files.filter((file) => !rooms.some(([, place]) => place.test(file)))).toEqual([]);
  });

  it('gives no function Admin access to data', () => {
    const forbidden = /^(firebase-admin$|firebase-admin\/(firestore|database|storage)|@google-cloud\/)/;
    const found = files.filter((file) => importsOf(file).some((name) => forbidden.test(name)));
    expect(found).toEqual([]);
  });

  it('makes tokens in one place, and uses it for one function', () => {
    const importing = (what: RegExp) =>
      files.filter((file) => importsOf(file).some((name) => what.test(name)));
    expect(importing(/^firebase-admin\/auth/)).toEqual(['functions/bindings/mint.ts']);
    expect(importing(/bindings\/mint\.ts$/)).toEqual(['functions/index.ts']);
    const contents = readFileSync(join(root, 'functions/index.ts'), 'utf8');
    const using = contents.split(/^(?=export const )/m).filter((part) => /^export [^]*\bmint\b/.test(part));
    expect(using.map((part) => /^export const (\w+)/.exec(part)?.[1])).toEqual(['identity']);
  });

  it('has no circle of imports', () => {
    const known = new Map(
      files.map((file) => [file, importsOf(file).filter((name) => files.includes(name))]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (done.has(file) || trail.includes(file)) return;
      for (const next of known.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(relative('.', file), []);
    expect(circles).toEqual([]);
  });
});
