/** The ports of who works for several workspaces, as long as it is not known for which. */
export type ForTeams<Ports extends { readonly slack: unknown }> = Omit<Ports, 'slack'> & {
  readonly slackOf: (team: string) => Ports['slack'];
};

/** The same, with each workspace connected once: that takes a moment, and what is asked there later does not wait for it again. */
export function connectedOnce<Ports, Slack>(
  ports: Ports & { readonly slackOf: (team: string) => Slack },
): Ports & { readonly slackOf: (team: string) => Slack } {
  const connected = new Map<string, Slack>();
  const slackOf = (team: string): Slack => {
    const slack = connected.get(team) ?? ports.slackOf(team);
    connected.set(team, slack);
    return slack;
  };
  return { ...ports, slackOf };
}

/** The ports as they are in one workspace. */
export const inTeam = <Ports, Slack>(
  ports: Ports & { readonly slackOf: (team: string) => Slack },
  team: string,
): Ports & { readonly slack: Slack } => ({ ...ports, slack: ports.slackOf(team) });
