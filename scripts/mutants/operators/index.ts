import { ACCESS } from './access.ts';
import { ALLOW } from './allow.ts';
import { COMPARISON } from './comparison.ts';
import { LIST } from './list.ts';
import { LOGIC } from './logic.ts';
import type { Operator } from './operator.ts';
import { TEXT } from './text.ts';
import { TIME } from './time.ts';

/** The ways in which the rules are made wrong. */
export const OPERATORS: readonly Operator[] = [
  ...LOGIC,
  ...COMPARISON,
  ...ALLOW,
  ...ACCESS,
  ...LIST,
  ...TEXT,
  ...TIME,
];
