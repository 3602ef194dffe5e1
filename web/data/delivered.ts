import { type Link, permalink } from '#model/link.ts';
import type { Mirror } from '#model/mirror.ts';
import { type Trouble, troubleOf } from './trouble.ts';

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
