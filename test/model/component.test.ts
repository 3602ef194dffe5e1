import { describe, expect, it } from 'vitest';
import { accountEmail, accountId, COMPONENTS, componentOf } from '#model/component.ts';

describe("a function's account", () => {
  it.each([
    ['slackPost', 'tsunagi-slack-post'],
    ['reply', 'tsunagi-reply'],
    ['identity', 'tsunagi-identity'],
  ] as const)('of %s is called %s', (name, id) => {
    expect(accountId(name)).toBe(id);
  });
  it.each(COMPONENTS)('has an id as Google takes it: %s', (name) => {
    expect(accountId(name)).toMatch(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/);
  });
  it.each(COMPONENTS)('is known by its address in its own project, and in no other: %s', (name) => {
    expect(componentOf(accountEmail(name, 'demo'), 'demo')).toBe(name);
    expect(componentOf(accountEmail(name, 'demo'), 'demo2')).toBeUndefined();
  });
  it('is nobody’s where it is not of a component', () => {
    expect(componentOf(accountEmail('identity', 'demo'), 'demo')).toBeUndefined();
    expect(componentOf('', 'demo')).toBeUndefined();
  });
});
