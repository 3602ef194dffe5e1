import type { Answered } from '../events/attempt.ts';
import { unsay, whisper } from '../workspace/ephemeral.ts';
import { post } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Command } from './command.ts';

/** What an app says to a command; `in_channel` for all to see, else to who typed it. */
export interface Response {
  response_type?: string;
  text: string;
  blocks?: unknown[];
  attachments?: unknown[];
  replace_original?: boolean;
  delete_original?: boolean;
}

/**
 * The answer in the body of a response: JSON, or text that is shown as it is; an empty one says nothing.
 * Source: https://docs.slack.dev/interactivity/implementing-slash-commands, "Sending an immediate response".
 */
export function answerOf({ type, text }: Answered): Response | undefined {
  if (text.trim() === '') return undefined;
  return type.includes('json') ? readResponse(text) : { text };
}

/** Reads a response's JSON; nothing when it is none or says nothing. */
export function readResponse(json: string): Response | undefined {
  const value = parsed(json);
  if (typeof value !== 'object' || value === null) return undefined;
  const { response_type, text, blocks, attachments, replace_original, delete_original } = {
    ...value,
  } as Record<string, unknown>;
  const said = {
    text: typeof text === 'string' ? text : '',
    ...(typeof response_type === 'string' && { response_type }),
    ...(Array.isArray(blocks) && { blocks }),
    ...(Array.isArray(attachments) && { attachments }),
    ...(replace_original === true && { replace_original }),
    ...(delete_original === true && { delete_original }),
  };
  const isSomething = said.text !== '' || said.blocks || said.attachments || said.delete_original;
  return isSomething ? said : undefined;
}

/** Shows a response: to all as a post of the app, or to who typed the command. */
export function show(workspace: Workspace, command: Command, response: Response): void {
  const { response_type, text, blocks, attachments, replace_original, delete_original } = response;
  const parts = { text, ...(blocks && { blocks }), ...(attachments && { attachments }) };
  if (replace_original || delete_original) unsay(workspace, command.id);
  if (delete_original) return;
  const channel = workspace.channels.get(command.channel);
  const { id: app_id, name, bot_id, bot_user: by } = workspace.app;
  if (response_type !== 'in_channel')
    whisper(workspace, {
      channel: command.channel,
      user: command.user,
      ...parts,
      from: name,
      by,
      command: command.id,
    });
  else if (channel)
    post(workspace, channel, { ...parts, subtype: 'bot_message', username: name, bot_id, app_id });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
