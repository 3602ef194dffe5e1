import { beforeEach, describe, expect, it } from 'vitest';
import { groupsOver } from '../../../functions/bindings/slack-groups.ts';
import { clientOf, useSlack } from '../../slack/fixture.ts';

const app = useSlack();
let now: number;
let slack: ReturnType<typeof groupsOver>;
beforeEach(async () => {
  now = 0;
  slack = groupsOver(clientOf(app.slack), () => now);
  await app.control.put('/usergroups/S0OPS', { handle: 'ops' });
  await app.control.put('/usergroups/S0OLD', { handle: 'old', disabled: true });
});
const minutes = (count: number) => (now += count * 60_000);
const groups = async () => [...(await slack.groups())];
const calls = async (): Promise<unknown> => (await app.control.get('/calls?method=usergroups.list')).calls;

describe('user groups', () => {
  it('are those that are not disabled, by their handles', async () => {
    expect(await groups()).toEqual([['ops', 'S0OPS']]);
  });
  it('are asked for once in five minutes', async () => {
    await groups();
    await app.control.put('/usergroups/S0OPS', { handle: 'operations' });
    minutes(4.9);
    expect(await groups()).toEqual([['ops', 'S0OPS']]);
    minutes(0.1);
    expect(await groups()).toEqual([['operations', 'S0OPS']]);
  });
  it('are not asked for again and again by who may not know them', async () => {
    await app.control.delete('/scopes/usergroups:read');
    const lacking = { trouble: { kind: 'configuration', code: 'missing_scope' } };
    await expect(slack.groups()).rejects.toMatchObject(lacking);
    await expect(slack.groups()).rejects.toMatchObject(lacking);
    expect(await calls()).toHaveLength(1);
    await app.control.put('/scopes/usergroups:read', {});
    minutes(5);
    expect(await groups()).toEqual([['ops', 'S0OPS']]);
  });
  it('are asked for again after the time for which Slack wants us to wait', async () => {
    await app.control.fault({ method: 'usergroups.list', fault: 'rate_limited', retry_after: 30 });
    const limited = { trouble: { kind: 'limited', seconds: 30 } };
    await expect(slack.groups()).rejects.toMatchObject(limited);
    now += 29_900;
    await expect(slack.groups()).rejects.toMatchObject(limited);
    expect(await calls()).toHaveLength(1);
    now += 100;
    // Slack's clock is no other: it still wants us to wait.
    await expect(slack.groups()).rejects.toMatchObject({ trouble: { kind: 'limited' } });
    expect(await calls()).toHaveLength(2);
  });
  it('are asked for again soon after there was no answer', async () => {
    await app.control.fault({ method: 'usergroups.list', fault: 'http_error', status: 503 });
    await expect(slack.groups()).rejects.toMatchObject({ trouble: { kind: 'unknown' } });
    now += 9_900;
    await expect(slack.groups()).rejects.toMatchObject({ trouble: { kind: 'unknown' } });
    now += 100;
    expect(await groups()).toEqual([['ops', 'S0OPS']]);
  });
});
