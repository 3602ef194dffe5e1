import type { Account } from '../stack/config.ts';

/** People who can sign in at once: what Google would say of them. `sub` is their uid here. */
export const ACCOUNTS = [
  { sub: 'alice', email: 'alice@example.org', name: 'Alice Weber' },
  { sub: 'taro', email: 'taro@example.org', name: '山田 太郎' },
  { sub: 'sam', email: 'sam@example.org', name: 'Sam Okafor' },
] as const satisfies readonly Account[];

/** Who of them runs the place. */
export const OPERATOR = 'alice';
