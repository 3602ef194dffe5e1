import { type Link, permalink } from '#model/link.ts';
import type { Mirror } from '#model/mirror.ts';

/** Why Slack does not show something, by what is to be done about it. */
export type Trouble =
  | 'absent'
  | 'archived'
  | 'closed'
  | 'gone'
  | 'length'
  | 'noAnswer'
  | 'permission'
  | 'token'
  | 'unknown'
  | 'workspace';

/** Whether Slack shows what the message said before; `url`: where that is, for those who may be in that workspace. */
type Earlier = { readonly earlier?: 'there' | 'perhaps'; readonly url?: string };

/** How far a message is on its way to Slack. */
export type Delivery =
  /** `trouble`: what Slack has to be freed of first. */
  | ({ readonly state: 'waiting'; readonly trouble?: Trouble; readonly code?: string } & Earlier)
  /** `revision`: the one that Slack shows. */
  | { readonly state: 'there'; readonly revision: number; readonly url?: string }
  /** Somebody in Slack has deleted it there. */
  | { readonly state: 'gone' }
  | ({ readonly state: 'failed'; readonly trouble: Trouble; readonly code: string } & Earlier);

/** What Slack does not show as it is here. */
export type Undone = Extract<Delivery, { state: 'waiting' | 'failed' }>;

/** Slack's codes, and ours, by the words that people are told. */
const TROUBLES: readonly (readonly [Trouble, ...string[]])[] = [
  ['absent', 'channel_not_found', 'not_in_channel', 'team_not_found'],
  ['archived', 'is_archived', 'is_inactive'],
  ['closed', 'messages_tab_disabled', 'method_not_supported_for_channel_type', 'cannot_reply_to_message'],
  ['gone', 'message_not_found', 'thread_not_found', 'the message cannot be read'],
  ['length', 'msg_too_long', 'msg_blocks_too_long'],
  ['noAnswer', 'no_answer', 'no answer from Slack'],
  ['permission', 'missing_scope', 'no_permission', 'access_denied', 'team_access_not_granted'],
  ['token', 'invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'],
  ['workspace', 'team_not_connected'],
];

export const troubleOf = (code: string): Trouble =>
  code.startsWith('restricted_action')
    ? 'closed'
    : (TROUBLES.find(([, ...codes]) => codes.includes(code))?.[0] ?? 'unknown');

/** A link knows where one workspace is: the room's own. */
const placeOf = ({ team, channel, ts, thread }: Mirror, link: Link): string | undefined =>
  channel && ts && team === link.team ? permalink(link, { channel, ts, thread }) : undefined;

const earlierOf = ({ ts, doubt, gone }: Mirror): Earlier['earlier'] => {
  if (gone) return undefined;
  return ts === undefined ? doubt && 'perhaps' : 'there';
};

/** What is told of a message that is deleted here, as of `revision`; nothing, once Slack shows nothing of it. */
export const deletionOf = (delivery: Delivery, revision: number): Undone | undefined => {
  switch (delivery.state) {
    case 'gone':
      return undefined;
    case 'there': {
      const { url } = delivery;
      const waiting = { state: 'waiting', earlier: 'there', ...(url !== undefined && { url }) } as const;
      return delivery.revision < revision ? waiting : undefined;
    }
    default:
      return delivery.earlier && delivery;
  }
};

/** What is told of a message by its mirror; nothing of one that Slack never had to show. A guest is not led into Slack. */
export const deliveryOf = (mirror: Mirror, link: Link, isGuest = false): Delivery | undefined => {
  const { state, sent, gone, error = 'unknown' } = mirror;
  const url = isGuest ? undefined : placeOf(mirror, link);
  const at = url !== undefined && { url };
  const earlier = earlierOf(mirror);
  if (gone && (state === 'sent' || state === 'failed')) return { state: 'gone' };
  switch (state) {
    case 'void':
      return undefined;
    case 'failed':
      return {
        state,
        trouble: troubleOf(error),
        code: error,
        ...(earlier && { earlier, ...at }),
      };
    case 'sent':
      return { state: 'there', revision: sent, ...at };
    default:
      return {
        state: 'waiting',
        ...(link.error !== undefined && { trouble: troubleOf(link.error), code: link.error }),
        ...(earlier && { earlier, ...at }),
      };
  }
};
