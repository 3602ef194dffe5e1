import type { Change } from './change.ts';
import type { Channel } from './channel.ts';
import type { Ephemeral } from './ephemeral.ts';
import type { Group } from './group.ts';
import type { Installation } from './installation.ts';
import { type App, type Plan, type Seed, SLACKBOT, type Team } from './seed.ts';
import { Timeline } from './timeline.ts';
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
  readonly groups = new Map<string, Group>();
  readonly installation: Installation;
  /** What single people were shown and nobody else. */
  readonly ephemerals: Ephemeral[] = [];
  /** Where the page, permalinks and pictures are served from; known once the server listens. */
  origin = '';
  /** The next timestamp: unique in the workspace and always rising. */
  readonly ts: () => string;
  readonly #plan: Plan;
  readonly #listeners = new Set<(change: Change) => void>();

  constructor(plan: Plan, now: Clock) {
    this.team = plan.team;
    this.app = plan.app;
    this.installation = { token: plan.token, scopes: new Set(plan.scopes) };
    this.now = now;
    this.ts = timestamps(now);
    this.#plan = plan;
    this.#sow();
  }

  /** Back to the seed. Time goes on: no timestamp is ever given twice. */
  reset(): void {
    this.channels.clear();
    this.users.clear();
    this.groups.clear();
    this.ephemerals.splice(0);
    delete this.installation.lapse;
    Object.assign(this.installation, { token: this.#plan.token, scopes: new Set(this.#plan.scopes) });
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

  addChannel(planned: Seed['channels'][number]): Channel {
    const { id, name, is_private = false, is_member = true, is_ext_shared = false } = planned;
    const people = [...this.users.keys()].filter((user) => user !== SLACKBOT.id);
    const channel: Channel = {
      id,
      name,
      is_private,
      is_archived: false,
      is_ext_shared,
      created: this.seconds(),
      members: new Set(people.filter((user) => user !== this.app.bot_user || is_member)),
      previous_names: [],
      messages: new Timeline(),
    };
    this.channels.set(id, channel);
    return channel;
  }

  addGroup(group: Omit<Group, 'updated'>): Group {
    const full = { ...group, updated: this.seconds() };
    this.groups.set(full.id, full);
    return full;
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
    this.addUser(SLACKBOT);
    this.addUser({ id: bot_user, name, bot: { id: bot_id, app_id } });
    for (const user of this.#plan.seed.users) this.addUser(user);
    for (const channel of this.#plan.seed.channels) this.addChannel(channel);
  }
}
