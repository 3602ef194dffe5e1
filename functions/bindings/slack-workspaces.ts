import { once } from '../components/once.ts';
import { NOT_CONNECTED, type Slack, SlackError } from '../slack/port.ts';
import { slackOver } from './slack-over.ts';

/** Asks something of Slack in a workspace. */
export type Ask = <Answer>(what: (slack: Slack) => Promise<Answer>) => Promise<Answer>;

/**
 * Slack by its workspaces, each of which is served with its own token.
 *
 * Slack alone knows which workspace a token is of, and is asked once for each. A single token is used at once, since there is
 * nothing to choose, and looked at only where Slack refuses something: then it may be another workspace's.
 */
export function workspacesOver({
  tokens,
  url,
}: {
  readonly tokens: readonly string[];
  readonly url: string;
}): (team: string) => Promise<Ask> {
  const installed = tokens.map((token) => {
    const slack = slackOver({ token, url });
    return { slack, team: once(async () => (await slack.workspace()).team) };
  });
  const [first, ...others] = installed;
  if (first && others.length === 0)
    return async (team) => {
      const slack = onlyIn(team, first.slack);
      return (what) => unlessElsewhere(what(slack), first, team);
    };

  const known = new Map<string, Slack>();
  return async (team) => {
    const slack = known.get(team) ?? (await ofTeam(installed, team));
    known.set(team, slack);
    return (what) => what(slack);
  };
}

type Installed = { readonly slack: Slack; readonly team: () => Promise<string> };

const hasCode = (error: unknown): boolean => error instanceof SlackError && 'code' in error.trouble;

/** Slack by a token, for as long as that is of this workspace. */
const onlyIn = (team: string, slack: Slack): Slack => ({
  ...slack,
  async workspace() {
    const workspace = await slack.workspace();
    if (workspace.team !== team) throw notConnected();
    return workspace;
  },
});

async function unlessElsewhere<Answer>(
  answer: Promise<Answer>,
  { team: own }: Installed,
  team: string,
): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (hasCode(error) && (await own()) !== team) throw notConnected();
    throw error;
  }
}

/** Slack as who is installed in a workspace has it: whoever is first to say so. */
async function ofTeam(installed: readonly Installed[], team: string): Promise<Slack> {
  try {
    return await Promise.any(
      installed.map(async ({ slack, team: own }) => {
        if ((await own()) !== team) throw notConnected();
        return slack;
      }),
    );
  } catch (error) {
    // What passes, one waits for; a token that Slack does not take is as good as none.
    const reasons: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
    throw reasons.find((one) => !hasCode(one)) ?? notConnected();
  }
}

const notConnected = () => new SlackError({ kind: 'configuration', code: NOT_CONNECTED });
