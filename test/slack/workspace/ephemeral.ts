import type { Workspace } from './workspace.ts';

/**
 * What one person alone sees in a channel, until it is gone: an answer to a slash command, or chat.postEphemeral.
 * Slack keeps no history of these. Source: https://docs.slack.dev/reference/methods/chat.postEphemeral
 */
export interface Ephemeral {
  ts: string;
  channel: string;
  /** Who sees it. */
  user: string;
  text: string;
  /** Whose words they are: a name as shown, and the user who bears it, the app's bot or Slackbot. */
  from: string;
  by: string;
  blocks?: unknown[];
  attachments?: unknown[];
  /** The slash command it answers. */
  command?: string;
}

/** Shows something to one person. */
export function whisper(workspace: Workspace, words: Omit<Ephemeral, 'ts'>): Ephemeral {
  const ephemeral = { ts: workspace.ts(), ...words };
  workspace.ephemerals.push(ephemeral);
  workspace.announce({ kind: 'ephemeral', ephemeral });
  return ephemeral;
}

/** Takes back what was shown to one person in answer to a command. */
export function unsay(workspace: Workspace, command: string): void {
  const kept = workspace.ephemerals.filter((one) => one.command !== command);
  const gone = workspace.ephemerals.find((one) => one.command === command);
  workspace.ephemerals.splice(0, workspace.ephemerals.length, ...kept);
  if (gone) workspace.announce({ kind: 'unsaid', ephemeral: gone });
}
