// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { SignIn, type Ways } from '../../web/components/sign-in/sign-in.tsx';

afterEach(cleanup);

const accounts = [
  { sub: 'alice', email: 'alice@example.org', name: 'Alice' },
  { sub: 'bob', email: 'bob@example.org', name: 'Bob' },
];

const done = () => Promise.resolve();

const open = (props: { accounts?: typeof accounts } = {}) => {
  const ways = {
    google: vi.fn<Ways['google']>(done),
    account: vi.fn<Ways['account']>(done),
    guest: vi.fn<Ways['guest']>(done),
    password: vi.fn<Ways['password']>(done),
    create: vi.fn<Ways['create']>(done),
    reset: vi.fn<Ways['reset']>(done),
  };
  render(<SignIn ways={ways} {...props} />);
  return ways;
};
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const fill = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const submit = () => {
  const form = document.querySelector('form');
  if (form) fireEvent.submit(form);
};

it('asks Google where Google can be asked', () => {
  const { google } = open();
  press('Continue with Google');
  expect(google).toHaveBeenCalledOnce();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('lets choose among the accounts an emulator knows', () => {
  const { account, google } = open({ accounts });
  press('Continue with Google');
  const dialog = within(screen.getByRole('dialog', { name: 'Choose an account' }));
  fireEvent.click(dialog.getByRole('button', { name: /Bob/ }));
  expect(account).toHaveBeenCalledExactlyOnceWith(accounts[1]);
  expect(google).not.toHaveBeenCalled();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('makes a new account for an emulator', () => {
  const { account } = open({ accounts });
  press('Continue with Google');
  press('New account');
  fill('Name', 'Carol');
  fill('E-mail', 'carol@example.org');
  submit();
  expect(account).toHaveBeenCalledExactlyOnceWith({
    sub: 'carol@example.org',
    email: 'carol@example.org',
    name: 'Carol',
  });
});

it.each([
  ['the name they give', ' Taro ', 'Taro'],
  ['"Guest", when they give none', '', 'Guest'],
])('lets a guest in under %s', (_, given, name) => {
  const { guest } = open();
  press('Continue as guest');
  fill('Name', given);
  submit();
  expect(guest).toHaveBeenCalledExactlyOnceWith(name);
});

it('signs in with an e-mail and a password', () => {
  const { password } = open();
  press('Sign in with e-mail');
  fill('E-mail', 'a@example.org');
  fill('Password', 'secret');
  submit();
  expect(password).toHaveBeenCalledExactlyOnceWith('a@example.org', 'secret');
});

it('creates an account', () => {
  const { create } = open();
  press('Sign in with e-mail');
  press('New here? Create an account');
  fill('Name', 'Ann');
  fill('E-mail', 'a@example.org');
  fill('Password', 'secret');
  submit();
  expect(create).toHaveBeenCalledExactlyOnceWith('Ann', 'a@example.org', 'secret');
});

it('says what went wrong, in words', async () => {
  const ways = open();
  ways.password.mockRejectedValue(Object.assign(new Error(), { code: 'auth/invalid-credential' }));
  press('Sign in with e-mail');
  submit();
  await waitFor(() =>
    expect(screen.getByRole('alert').textContent).toBe('The e-mail or the password is not right.'),
  );
});

it('sends a link to set a new password, without saying whether there is an account', async () => {
  const { reset } = open();
  press('Sign in with e-mail');
  fill('E-mail', 'a@example.org');
  press('Forgot the password?');
  expect(reset).toHaveBeenCalledExactlyOnceWith('a@example.org');
  await waitFor(() =>
    expect(screen.getByRole('status').textContent).toContain('If a@example.org has an account'),
  );
});
