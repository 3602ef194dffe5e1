import { randomBytes } from 'node:crypto';
import { VERIFICATION_TOKEN } from '../events/envelope.ts';
import type { Channel } from '../workspace/channel.ts';
import type { User } from '../workspace/user.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A slash command that somebody typed, and what became of it. */
export interface Command {
  id: string;
  team: string;
  channel: string;
  user: string;
  /** With its slash: `/tsunagi`. */
  command: string;
  /** What follows it. */
  text: string;
  /** Milliseconds since 1970. */
  at: number;
  state: 'asked' | 'answered' | 'failed' | 'unknown';
  /** The app's HTTP status; null without an answer. */
  status: number | null;
  ms?: number;
  /** Slack's word for what went wrong. */
  error?: string;
  response_url: string;
  /** How often `response_url` was used. */
  responses: number;
}

/** A command as it was typed in a channel. */
export function typedCommand(workspace: Workspace, channel: Channel, user: User, typed: string): Command {
  const [, command = '', text = ''] = /^(\/\S+)\s*([^]*)$/.exec(typed) ?? [];
  const id = randomBytes(9).toString('hex');
  return {
    id,
    team: workspace.team.id,
    channel: channel.id,
    user: user.id,
    command,
    text: text.trimEnd(),
    at: workspace.now(),
    state: 'asked',
    status: null,
    response_url: `${workspace.origin}/commands/${workspace.team.id}/${id}`,
    responses: 0,
  };
}

/**
 * What is POSTed to the app, as a form.
 * Source: https://docs.slack.dev/interactivity/implementing-slash-commands, "Preparing your app to receive commands".
 */
export function form(command: Command, workspace: Workspace, channel: Channel, user: User): string {
  const { team, app } = workspace;
  const trigger = `${command.at}.${team.id.length}.${randomBytes(16).toString('hex')}`;
  const fields = {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.is_private ? 'privategroup' : channel.name,
    user_id: user.id,
    user_name: user.name,
    command: command.command,
    text: command.text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: command.response_url,
    trigger_id: trigger,
  };
  return new URLSearchParams(fields).toString();
}
