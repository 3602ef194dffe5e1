import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FULL, openRules, rulesAndFloor } from '../../../scripts/bench/rules.ts';

const text = (file: string): string => readFileSync(file, 'utf8');

describe('the rules of a measurement', () => {
  it("are the project's, with collections of their own and nothing else besides", () => {
    const [project, measured] = [text(FULL), text(rulesAndFloor())];
    const lines = new Set(project.split('\n'));
    const [added = '', ...more] = measured.split('\n').filter((line) => !lines.has(line));
    expect(added).toContain('allow read, write: if floor in ["floor","alone","component","echoes"];');
    expect(more).toEqual([]);
    expect(measured.replace(`${added}\n`, '')).toBe(project);
  });

  it("are open where the project's are compared with none", () => {
    expect(text(openRules())).toContain('match /{path=**} { allow read, write: if true; }');
  });
});
