import * as v from 'valibot';
import { slackId } from '../model/guard.ts';
import { type EventCallback, teamOf } from './envelope.ts';
import { type About, heard, type Place, placeOf, ts } from './heard.ts';
import { asSlackUser, lookOf, type PersonLook } from './person.ts';
import { type Speaker, speakerOf } from './speaker.ts';
import { shelf, type Words, wordsOf } from './words.ts';

/** What somebody in Slack did, or why an event is none of our business. `at` are Slack timestamps. */
export type Happening =
  | { readonly kind: 'said'; readonly place: Place; readonly by: Speaker; readonly words: Words }
  | {
      readonly kind: 'edited';
      readonly place: Place;
      readonly by: Speaker;
      readonly words: Words;
      readonly at: string;
    }
  | {
      readonly kind: 'deleted';
      readonly place: Place;
      /** Whose message it was, where Slack says so. */
      readonly by: Speaker | undefined;
      readonly at: string;
    }
  /** Somebody calls or shows themself otherwise than before. */
  | { readonly kind: 'renewed'; readonly team: string; readonly user: string; readonly look: PersonLook }
  | { readonly kind: 'ignored'; readonly reason: string };

const Message = v.object({
  type: v.literal('message'),
  subtype: v.nullish(v.string()),
  channel: slackId(),
});
const Changed = v.object({
  message: v.looseObject({ ts, subtype: v.nullish(v.string()), edited: v.nullish(v.object({ ts })) }),
  previous_message: v.nullish(v.looseObject({})),
  ts,
  event_ts: v.nullish(ts),
});
const Deleted = v.object({
  deleted_ts: ts,
  event_ts: v.nullish(ts),
  ts,
  previous_message: v.nullish(v.looseObject({})),
});
const UserChange = v.object({
  type: v.picklist(['user_change', 'user_profile_changed']),
  user: v.unknown(),
});

const ignored = (reason: string): Happening => ({ kind: 'ignored', reason });

/** Reads a Slack event. Never throws: what is not understood is ignored, with the reason. */
export function happening(told: EventCallback): Happening {
  const { api_app_id: app, event } = told;
  const team = teamOf(told);
  if (event.type === 'user_change' || event.type === 'user_profile_changed')
    return changeOfPerson(team, event);
  const about = v.safeParse(Message, event);
  if (!about.success) return ignored(`event ${event.type}`);
  const { channel, subtype } = about.output;
  const where = { team, app, channel };
  if (subtype === 'message_changed') return change(where, event);
  if (subtype === 'message_deleted') return deletion(where, event);
  const said = heard(event, where);
  return 'lacks' in said ? ignored(said.lacks) : { kind: 'said', ...said };
}

function change(where: About, event: unknown): Happening {
  const changed = v.safeParse(Changed, event);
  if (!changed.success) return ignored('a change of no message');
  const { message, previous_message: was, ts: told, event_ts } = changed.output;
  const at = event_ts ?? told;
  // Of a message with a thread, its place is left when it is deleted.
  if (message.subtype === 'tombstone')
    return {
      kind: 'deleted',
      place: placeOf(where, message.ts, message),
      by: speakerOf(was, where.app),
      at,
    };
  const said = heard(message, where);
  if ('lacks' in said) return ignored(said.lacks);
  if (!message.edited && !isOther(said.words, was, said.by)) return ignored('a change that nobody made');
  // `edited.ts` has whole seconds: two edits within one could not be told apart by it.
  return { kind: 'edited', ...said, at };
}

/**
 * Whether a change without an `edited` mark shows: a file was deleted, or a bot changed its blocks. Slack reports previews of
 * links and other changes of its own in the same way.
 */
function isOther(words: Words, was: unknown, { bot }: Speaker): boolean {
  const before = was ? wordsOf(was, bot !== undefined) : undefined;
  return (
    before !== undefined &&
    (shelf(words) !== shelf(before) || (bot !== undefined && words.text !== before.text))
  );
}

function deletion({ team, app, channel }: About, event: unknown): Happening {
  const deleted = v.safeParse(Deleted, event);
  if (!deleted.success) return ignored('a deletion of nothing');
  const { deleted_ts, event_ts, ts: at, previous_message: was } = deleted.output;
  const place = placeOf({ team, channel }, deleted_ts, was);
  return { kind: 'deleted', place, by: speakerOf(was, app), at: event_ts ?? at };
}

/** https://docs.slack.dev/reference/events/user_change */
function changeOfPerson(team: string, event: unknown): Happening {
  const changed = v.safeParse(UserChange, event);
  const seen = changed.success ? asSlackUser(changed.output.user) : undefined;
  if (!seen?.ok) return ignored('a change of nobody');
  return { kind: 'renewed', team, user: seen.value.id, look: lookOf(seen.value) };
}
