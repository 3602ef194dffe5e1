import { accountId, COMPONENTS } from '../../functions/model/component.ts';
import { type Chapter, table } from '../rules/matrix/page.ts';
import { type Deployed, FUNCTIONS, type Trigger } from './components.ts';

/** The function that an account is the one of: callers are named by their functions. */
const nameOf = (account: string): string => {
  const name = [...COMPONENTS, 'identity' as const].find((one) => accountId(one) === account);
  return name ? `\`${name}\`` : account;
};

const wordsOf = (trigger: Trigger): string => {
  switch (trigger.on) {
    case 'created':
      return `a document that is created at \`${trigger.document}\``;
    case 'written':
      return `a document that is written at \`${trigger.document}\``;
    case 'job':
      return `a job that ${trigger.callers.map(nameOf).join(', ')} put on its queue`;
    case 'schedule':
      return `the clock, ${trigger.every}`;
    case 'call':
      return 'a call from the browser, with the caller’s token';
    case 'request':
      return trigger.callers === 'everybody'
        ? 'a request of anybody, signed by Slack'
        : `a request of ${trigger.callers.map(nameOf).join(', ')}, with their account’s token`;
  }
};

const row = ([name, { account, trigger, secrets }]: [string, Deployed]): string[] => [
  `\`${name}\``,
  `\`${account}\``,
  wordsOf(trigger),
  secrets.map((secret) => `\`${secret}\``).join(', '),
];

/** Each function as it is deployed, for docs/authorization.md. */
export const functionsChapter = (): Chapter => ({
  title: 'Functions',
  text: `As whom each function runs, what starts it, and the secrets it is given. \`test/functions/manifest.test.ts\` holds the deploy
manifest against the same table. None of the accounts has a role on Firestore, and \`identity\` alone may sign: the
[README](../README.md) has the commands.

${table(['', 'account', 'started by', 'secrets'], Object.entries(FUNCTIONS).map(row))}`,
});
