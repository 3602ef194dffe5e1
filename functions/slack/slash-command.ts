import * as v from 'valibot';
import { guard, slackId } from '../model/guard.ts';
import { isRoomId } from '../model/room.ts';

const id = slackId();

/** A slash command as it is kept: who typed what, and where. */
const SlashCommand = v.object({
  type: v.literal('slash_command'),
  team_id: id,
  api_app_id: id,
  channel_id: id,
  user_id: id,
  command: v.string(),
  text: v.string(),
});
export type SlashCommand = v.InferOutput<typeof SlashCommand>;

export const asSlashCommand = guard('slash command', SlashCommand);

/** What is asked for by what follows `/tsunagi`. */
export type Wish =
  | { readonly do: 'link'; readonly room: string }
  | { readonly do: 'unlink' }
  | { readonly do: 'status' };

/** Reads it; what is not understood is no wish. */
export function wishOf(text: string): Wish | undefined {
  const [what = '', room, ...more] = text.trim().split(/\s+/);
  if (more.length > 0) return undefined;
  if (what === 'link' && room !== undefined && isRoomId(room)) return { do: 'link', room };
  if (room !== undefined) return undefined;
  return what === 'unlink' || what === 'status' ? { do: what } : undefined;
}
