import { type ComponentName, componentUid } from '#model/component.ts';
import type { Fields } from '#model/effect.ts';
import { memberPath } from '#model/member.ts';
import { roomPath } from '#model/room.ts';
import type { Principal } from '../wire/principal.ts';
import type { Documents } from './written.ts';

type Here = { readonly who: Principal; readonly room: string; readonly was: Documents };

/** What a token says, where there is one. */
const claims = (who: Principal): Fields => ('uid' in who ? who.claims : {});
const provider = (who: Principal): unknown => (claims(who).firebase as Fields | undefined)?.sign_in_provider;

/** The uid of whoever is signed in; empty for nobody. */
export const uid = (who: Principal): string => ('uid' in who ? who.uid : '');

/** A person's token is never minted and names no component. */
export const isPerson = (who: Principal): boolean =>
  uid(who) !== '' && provider(who) !== 'custom' && !('component' in claims(who));

export const isGuest = (who: Principal): boolean => isPerson(who) && provider(who) === 'anonymous';

export const isOperator = (who: Principal): boolean => isPerson(who) && claims(who).operator === true;

/** A component's token is minted, names it, and bears the uid that goes with the name. */
export const isComponent = (who: Principal, ...names: ComponentName[]): boolean =>
  provider(who) === 'custom' &&
  names.some((name) => claims(who).component === name && uid(who) === componentUid(name));

/** A clause for components, by name alone. */
export const are =
  (...names: ComponentName[]) =>
  ({ who }: { readonly who: Principal }): boolean =>
    isComponent(who, ...names);

/** What a person is in the room. */
export const membership = ({ who, room, was }: Here): Fields | undefined =>
  isPerson(who) ? was.get(memberPath(room, uid(who))) : undefined;

/** A guest is at home only in rooms that take guests. */
export const isWelcome = ({ who, room, was }: Here): boolean =>
  !isGuest(who) || was.get(roomPath(room))?.guests === true;

export const isInside = (here: Here): boolean => membership(here) !== undefined && isWelcome(here);

export const isOwner = (here: Here): boolean => membership(here)?.role === 'owner' && isWelcome(here);
