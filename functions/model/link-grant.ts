import * as v from 'valibot';
import { guard } from './guard.ts';
import { GRANTED_MAX, UID_MAX } from './limits.ts';

/** `linkGrants/{room}`: where in Slack the room's owners may link it, move it and unlink it, as an operator allows. */
export const LinkGrant = v.strictObject({
  /** Channels, each by its workspace's id and its own: {@link placeId}. */
  places: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[A-Z0-9]{2,40}-[A-Z0-9]{2,40}$/))),
    v.minLength(1),
    v.maxLength(GRANTED_MAX),
  ),
  /** The operator's uid. */
  by: v.pipe(v.string(), v.maxLength(UID_MAX)),
  at: v.date(),
});
export type LinkGrant = v.InferOutput<typeof LinkGrant>;

export const asLinkGrant = guard('linkGrant', LinkGrant);
export const linkGrantsPath = 'linkGrants';
export const linkGrantPath = (room: string): string => `${linkGrantsPath}/${room}`;

/** A Slack channel, by its workspace's id and its own. */
export type Place = { readonly team: string; readonly channel: string };

/** A channel, as grants name it. */
export const placeId = ({ team, channel }: Place): string => `${team}-${channel}`;
/** A channel by its name in a grant. */
export const placeOf = (id: string): Place => {
  const [team = '', channel = ''] = id.split('-');
  return { team, channel };
};
