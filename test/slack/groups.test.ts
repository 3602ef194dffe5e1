import { expect, it } from 'vitest';
import { useSlack } from './fixture.ts';

const app = useSlack();
const listed = async (more = {}) => {
  const { usergroups } = await app.client.usergroups.list(more);
  return usergroups?.map(({ id, handle, date_delete }) => ({ id, handle, gone: date_delete !== 0 }));
};

it('lists user groups by their handles, and those that are disabled only where they are wanted', async () => {
  expect(await listed()).toEqual([]);
  await app.control.put('/usergroups/S0OPS', { handle: 'ops', name: 'Operations' });
  await app.control.put('/usergroups/S0OLD', { handle: 'old', disabled: true });
  expect(await listed()).toEqual([{ id: 'S0OPS', handle: 'ops', gone: false }]);
  expect(await listed({ include_disabled: true })).toEqual([
    { id: 'S0OPS', handle: 'ops', gone: false },
    { id: 'S0OLD', handle: 'old', gone: true },
  ]);
});

it('lets a group change its handle', async () => {
  await app.control.put('/usergroups/S0OPS', { handle: 'ops' });
  await app.control.put('/usergroups/S0OPS', { handle: 'operations' });
  expect(await listed()).toEqual([{ id: 'S0OPS', handle: 'operations', gone: false }]);
  await app.control.post('/reset');
  expect(await listed()).toEqual([]);
});

it('refuses an id that is none', async () => {
  await expect(app.control.put('/usergroups/ops', { handle: 'ops' })).rejects.toThrow(
    '"ops" is no id of a group',
  );
});

it('tells nothing of them without the scope', async () => {
  await app.control.delete('/scopes/usergroups:read');
  await expect(app.client.usergroups.list()).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'usergroups:read' },
  });
});
