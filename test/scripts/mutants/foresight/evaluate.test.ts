import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../../scripts/mutants/foresight/evaluate.ts';
import { Duration, ERROR, Narrowed, UNKNOWN } from '../../../../scripts/mutants/foresight/value.ts';
import { readRules } from '../../../../scripts/mutants/language/ruleset.ts';
import { double } from '../../../rules/wire/index.ts';

/** Rules with a function whose result it is. */
const rulesWith = (expression: string): string => `service cloud.firestore {
  function twice(x) { let more = x + x; return more; }
  function place(id) { return /databases/$(database)/documents/b/$(id); }
  function asked() { return ${expression}; }
}`;

const documents = (more: object) => (path: string) => ({ 'b/1': { n: 1 }, ...more })[path];
const names = {
  database: '(default)',
  time: new Date('2024-01-01T00:00:00Z'),
  later: new Date('2024-01-01T00:01:00Z'),
  map: { a: 1, b: [1, 2] },
  other: { a: 1, b: [2], c: 3 },
  half: double(1),
  nothing: null,
  list: new Narrowed({ open: true }),
  somewhere: UNKNOWN,
};

function valueOf(expression: string): unknown {
  const source = rulesWith(expression);
  const { functions } = readRules(source);
  const result = functions.at(-1)?.result;
  return (
    result &&
    evaluate(result, {
      source,
      functions: new Map(functions.map((one) => [one.name, one])),
      names,
      before: documents({}),
      after: documents({ 'b/2': { n: 2 } }),
    })
  );
}

const broken = 'map.none';

describe('an expression comes without the emulator to', () => {
  it.each<[string, unknown]>([
    ["'it\\'s'", "it's"],
    ['-1 + 3', 2],
    ['!(1 == 1)', false],
    ["!'x'", ERROR],
    ['map.a', 1],
    ["map['a']", 1],
    ['map.b[1]', 2],
    ['map.b[2]', ERROR],
    [broken, ERROR],
    ['nothing.data', ERROR],
    ['nobody', ERROR],
    ["'a' in map", true],
    ['3 in [1, 2]', false],
    ['half is int', false],
    ['half is float', true],
    ['half == 1', true],
    ['1 is string', false],
    ["1 < 'x'", ERROR],
    ["'b' >= 'a'", true],
    ["time + duration.value(1, 'm') == later", true],
    ["later - duration.value(60, 's') < later", true],
    ["duration.value(1, 'm') == duration.value(60, 's') ? 1 : 2", 2],
    ['1 == 1 ? 1 : 2', 1],
    ['timestamp.value(1704067200000) == time', true],
    ["timestamp.value('x')", ERROR],
    ["2 * 'x'", ERROR],
    ['half * 2', UNKNOWN],
    ['6 / 2', UNKNOWN],
    ['[1, map.a]', [1, 1]],
    ["{ 'a': 1, 'b': [1, 2] } == map", true],
    ["{ 'a': 1 } == map", false],
    ['twice(2)', 4],
    ['twice(1, 2)', ERROR],
    ["string(1) + 'x'", '1x'],
    ["map.get('a', 2)", 1],
    ["map.get('z', 2)", 2],
    ["map.keys().hasOnly(['a', 'b', 'c'])", true],
    ["map.keys().hasOnly(['a'])", false],
    ["map.keys().hasAny(['a', 'z'])", true],
    ["map.keys().hasAll(['a', 'z'])", false],
    ["map.diff(other).affectedKeys().hasOnly(['b', 'c'])", true],
    ["map.diff(other).affectedKeys().hasOnly(['c'])", false],
    ['map.b.concat([3]).size()', 3],
    ['map.b.removeAll([1])', [2]],
    ["'a-b'.split('-')[1]", 'b'],
    ["'a-b'.split('-!')[0]", 'a-b'],
    ["'a-b'.split('[-]')[0]", UNKNOWN],
    ["'aé'.toUtf8().toHexString().lower()", '61c3a9'],
    ["['a', 'b'].join('-')", 'a-b'],
    ["[1, 'b'].join('-')", UNKNOWN],
    ["'あ'.size()", 1],
    ["'😀'.size()", 1],
    ["'ab'.matches('[a-z]+')", true],
    ["'ab!'.matches('[a-z]+')", false],
    [String.raw`'\u00a0'.matches('(?s).*[^\\s\\x0b\\pZ\\x{FEFF}].*')`, true],
    ["'a'.matches('(?<=a)(')", UNKNOWN],
    ['get(place(1)).data.n', UNKNOWN],
    ["get(place('1')).data.n", 1],
    ["get(place('2')).data.n", ERROR],
    ["getAfter(place('2')).data.n", 2],
    ["exists(place('2')) || existsAfter(place('2'))", true],
    ['get(/elsewhere/1)', UNKNOWN],
    ['list.open', true],
    ['list.closed', UNKNOWN],
    ['somewhere.a == 1', UNKNOWN],
    ["request.auth.uid == 'a'", ERROR],
    ['math.abs(1)', ERROR],
  ])('%s → %j', (source, value) => {
    expect(valueOf(source)).toEqual(value);
  });

  it.each<[string, unknown]>([
    [`false && ${broken}`, false],
    [`${broken} && false`, false],
    [`${broken} && true`, ERROR],
    [`${broken} || true`, true],
    [`${broken} || false`, ERROR],
    ['somewhere && false', false],
    ['somewhere && true', UNKNOWN],
    ['true || somewhere', true],
    ['false || somewhere', UNKNOWN],
    ["'x' && true", ERROR],
    ['true && true', true],
    ['false || false', false],
  ])('what the one side decides, whatever the other is: %s → %s', (source, value) => {
    expect(valueOf(source)).toBe(value);
  });

  it('a duration of each unit', () => {
    expect(['w', 'd', 'h', 'm', 's', 'ms'].map((unit) => valueOf(`duration.value(1, '${unit}')`))).toEqual(
      [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000, 1].map(
        (milliseconds) => new Duration(milliseconds),
      ),
    );
  });
});
