import { COMPONENTS, type ComponentName, componentUid } from '#model/component.ts';
import { guest, nobody, type Principal, person } from '../wire/index.ts';

/** People, by what they are in the room that a row is about. */
const PEOPLE = {
  guest: guest('gus'),
  guestOutside: guest('gwen'),
  outsider: person('otto'),
  reader: person('rita'),
  member: person('mia'),
  owner: person('olga'),
  operator: person('opal', { operator: true }),
} as const satisfies Record<string, Principal>;

type PersonName = keyof typeof PEOPLE;

/** `identity` mints and touches no data: it signs in nowhere, and may nothing if it did. */
export type FigureName = 'nobody' | PersonName | ComponentName | 'identity';

/** A person under a component's uid is a person outside like any other. */
export const namesake = (name: ComponentName): Principal => person(componentUid(name));

const minted = (called: string, uid: string, component: string): Principal => ({
  called,
  uid,
  claims: { firebase: { sign_in_provider: 'custom', identities: {} }, component },
});

const components = [...new Set([...COMPONENTS, 'identity'])] as (ComponentName | 'identity')[];

/** Everybody who is tried in every row. */
export const FIGURES = new Map<FigureName, Principal>([
  ['nobody', nobody],
  ...(Object.entries(PEOPLE) as [PersonName, Principal][]),
  ...components.map((name): [FigureName, Principal] => [name, minted(name, `component:${name}`, name)]),
]);

/** Whoever is called so. */
export function figure(name: FigureName): Principal {
  const principal = FIGURES.get(name);
  if (!principal) throw new Error(`Nobody is called ${name}.`);
  return principal;
}

/** Whoever is signed in as a person. */
export const EVERYBODY = Object.keys(PEOPLE) as PersonName[];
/** The same but for guests. */
export const NO_GUESTS = EVERYBODY.filter((name) => !name.startsWith('guest'));
/** Whoever is in the room. */
export const INSIDE = ['guest', 'reader', 'member', 'owner'] as const;
/** Whoever may write there. */
export const WRITERS = ['guest', 'member', 'owner'] as const;

/** What somebody is in a room that they are not in. */
export const ELSEWHERE: Readonly<Partial<Record<FigureName, FigureName>>> = {
  guest: 'guestOutside',
  reader: 'outsider',
  member: 'outsider',
  owner: 'outsider',
};

/** Whether it is no component. */
export const isPerson = (name: FigureName): boolean => name === 'nobody' || name in PEOPLE;

export const isComponentName = (name: FigureName): name is ComponentName =>
  (COMPONENTS as readonly string[]).includes(name);

/** Everybody who claims to be a component and is not. */
export const forgersOf = (name: ComponentName): readonly Principal[] => [
  {
    called: `a person with the claim of ${name}`,
    uid: 'mallory',
    claims: { firebase: { sign_in_provider: 'google.com', identities: {} }, component: name },
  },
  {
    called: `a person under the uid and with the claim of ${name}`,
    uid: componentUid(name),
    claims: { firebase: { sign_in_provider: 'password', identities: {} }, component: name },
  },
  minted(`a minted token with the claim of ${name} and another uid`, 'mallory', name),
  minted(`a minted token with the uid of ${name} and another claim`, componentUid(name), 'identity'),
];
