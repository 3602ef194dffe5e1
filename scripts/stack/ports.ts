import { UserError } from '../user-error.ts';

/** Who listens, on which port by default, and what to call it. */
export const LISTENERS = {
  web: { port: 5000, what: 'the web app' },
  slack: { port: 4390, what: 'the Slack stand-in' },
  metadata: { port: 4391, what: 'the metadata stand-in' },
  identity: { port: 4392, what: 'identity' },
  courier: { port: 4393, what: 'the courier of events' },
  auth: { port: 9099, what: 'the Auth emulator' },
  firestore: { port: 8080, what: 'the Firestore emulator' },
  websocket: { port: 9150, what: "the Firestore emulator's websocket" },
  functions: { port: 5001, what: 'the Functions emulator' },
  tasks: { port: 9499, what: 'the Cloud Tasks emulator' },
  eventarc: { port: 9299, what: 'the Eventarc emulator' },
  hub: { port: 4400, what: 'the emulator hub' },
  logging: { port: 4500, what: "the emulators' log" },
} as const;

export type PortName = keyof typeof LISTENERS;
export type Ports = Readonly<Record<PortName, number>>;

export const PORT_NAMES = Object.keys(LISTENERS).filter((name): name is PortName => name in LISTENERS);

/** Asks for a port for each listener. */
export const eachPort = (portOf: (name: PortName) => number): Ports => ({
  web: portOf('web'),
  slack: portOf('slack'),
  metadata: portOf('metadata'),
  identity: portOf('identity'),
  courier: portOf('courier'),
  auth: portOf('auth'),
  firestore: portOf('firestore'),
  websocket: portOf('websocket'),
  functions: portOf('functions'),
  tasks: portOf('tasks'),
  eventarc: portOf('eventarc'),
  hub: portOf('hub'),
  logging: portOf('logging'),
});

/** The variable that sets a port: `TSUNAGI_WEB_PORT`. */
export const variableOf = (name: PortName): string => `TSUNAGI_${name.toUpperCase()}_PORT`;

/** The variable that shifts all ports. */
export const OFFSET = 'TSUNAGI_PORT_OFFSET';

const HIGHEST = 65_535;

/** Ports from 1024 up that browsers and `fetch` refuse to speak to: https://fetch.spec.whatwg.org/#port-blocking */
const BLOCKED = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10_080,
]);

/** The ports as the environment sets them; what `given` names is taken as it is. */
export function portsFrom(env: NodeJS.ProcessEnv, given: Partial<Ports> = {}): Ports {
  const offset = numberIn(env, OFFSET, -HIGHEST) ?? 0;
  const takenBy = new Map<number, PortName>();
  return eachPort((name) => {
    const port = given[name] ?? numberIn(env, variableOf(name), 1) ?? LISTENERS[name].port + offset;
    const variable = offset === 0 ? variableOf(name) : `${variableOf(name)} or ${OFFSET}`;
    const wanting = `Port ${port}, meant for ${LISTENERS[name].what},`;
    if (port < 1 || port > HIGHEST)
      throw new UserError(`${wanting} is no port from 1 to ${HIGHEST}: set ${variable} to another number.`);
    if (BLOCKED.has(port))
      throw new UserError(`${wanting} is one that browsers refuse: set ${variable} to another number.`);
    const other = takenBy.get(port);
    if (other)
      throw new UserError(
        `${wanting} is meant for ${LISTENERS[other].what} too: set ${variableOf(name)} or ${variableOf(other)} to another number.`,
      );
    takenBy.set(port, name);
    return port;
  });
}

function numberIn(env: NodeJS.ProcessEnv, variable: string, lowest: number): number | undefined {
  const text = env[variable]?.trim();
  if (!text) return undefined;
  const value = Number(text);
  if (/^-?\d+$/.test(text) && value >= lowest && value <= HIGHEST) return value;
  throw new UserError(`${variable} is "${text}": it must be a whole number from ${lowest} to ${HIGHEST}.`);
}
