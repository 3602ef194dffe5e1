// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { messageId } from '../../web/data/random-id.ts';

it('is 20 letters and digits', () => {
  for (let n = 0; n < 200; n += 1) expect(messageId()).toMatch(/^[A-Za-z0-9]{20}$/);
});

it('is another one every time', () => {
  expect(new Set(Array.from({ length: 500 }, () => messageId())).size).toBe(500);
});

it('throws bytes away that would favour the first letters', () => {
  let call = 0;
  const bytes = (array: Uint8Array<ArrayBuffer>) => array.fill(call++ === 0 ? 248 : 61);
  expect(messageId(bytes)).toBe('9'.repeat(20));
});
