import type { Change } from './change.ts';
import type { Channel } from './channel.ts';
import type { App, Seed, Team } from './seed.ts';
import { type Clock, timestamps } from './timestamp.ts';
import type { User } from './user.ts';

/** A change as it is announced: the workspace stamps it unless it bears its own time. */
type Unstamped<C> = C extends Change ? Omit<C, 'ts'> & { ts?: string } : never;

/** A Slack workspace: its people, its channels, and word of whatever happens in it. */
export class Workspace {
  readonly team: Team;
  readonly app: App;
  readonly now: Clock;
  readonly channels = new Map<string, Channel>();
  readonly users = new Map<string, User>();
  /** Where the page, permalinks and pictures are served from; known once the server listens. */
  origin = '';
  /** The next timestamp: unique in the workspace and always rising. */
  readonly ts: () => string;
  readonly #seed: Seed;
  readonly #listeners = new Set<(change: Change) => void>();

  constructor(team: Team, app: App, seed: Seed, now: Clock) {
    this.team = team;
    this.app = app;
    this.now = now;
    this.ts = timestamps(now);
    this.#seed = seed;
    this.#sow();
  }

  /** Back to the seed. Time goes on: no timestamp is ever given twice. */
  reset(): void {
    this.channels.clear();
    this.users.clear();
    this.#sow();
    this.announce({ kind: 'reset' });
  }

  addUser(user: Seed['users'][number]): User {
    const full: User = {
      real_name: user.name,
      display_name: user.real_name ?? user.name,
      deleted: false,
      updated: this.seconds(),
      ...user,
    };
    this.users.set(full.id, full);
    return full;
  }

  addChannel({ id, name, is_private = false, is_member = true }: Seed['channels'][number]): Channel {
    const members = new Set([...this.users.keys()].filter((user) => user !== this.app.bot_user || is_member));
    const channel: Channel = {
      id,
      name,
      is_private,
      is_archived: false,
      created: this.seconds(),
      members,
      messages: new Map(),
    };
    this.channels.set(id, channel);
    return channel;
  }

  announce(change: Unstamped<Change>): void {
    const stamped: Change = { ...change, ts: change.ts ?? this.ts() };
    for (const listener of this.#listeners) listener(stamped);
  }

  /** Calls `listener` with every change from now on; returns what ends that. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  #sow(): void {
    const { id: app_id, name, bot_id, bot_user } = this.app;
    this.addUser({ id: bot_user, name, bot: { id: bot_id, app_id } });
    for (const user of this.#seed.users) this.addUser(user);
    for (const channel of this.#seed.channels) this.addChannel(channel);
  }
}
