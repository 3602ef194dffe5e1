/** The ports of who works for several workspaces, as long as it is not known for which. */
export type ForTeams<Ports extends { readonly slack: unknown }> = Omit<Ports, 'slack'> & {
  readonly slackOf: (team: string) => Ports['slack'];
};

/** The ports as they are in one workspace. */
export const inTeam = <Ports, Slack>(
  ports: Ports & { readonly slackOf: (team: string) => Slack },
  team: string,
): Ports & { readonly slack: Slack } => ({ ...ports, slack: ports.slackOf(team) });
