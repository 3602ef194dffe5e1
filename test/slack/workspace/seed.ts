import type { User } from './user.ts';

export interface Team {
  id: string;
  name: string;
  domain: string;
}

/** The app under test: the same in all workspaces but for its bot, which each has its own of. */
export interface App {
  id: string;
  name: string;
  bot_id: string;
  bot_user: string;
}

export interface Seed {
  /** `is_member` says whether the app's bot is in the channel; people always are. */
  channels: {
    id: string;
    name: string;
    is_private?: boolean;
    is_member?: boolean;
    is_ext_shared?: boolean;
  }[];
  users: (Pick<User, 'id' | 'name'> & Partial<User>)[];
}

/** A workspace as it is configured: who and what is there at the start, and the app's token. */
export interface Plan {
  team: Team;
  app: App;
  token: string;
  scopes: readonly string[];
  seed: Seed;
}

export const TEAM: Team = { id: 'T0TSUNAGI', name: 'Tsunagi', domain: 'tsunagi' };

export const APP: App = { id: 'A0TSUNAGI', name: 'tsunagi', bot_id: 'B0TSUNAGI', bot_user: 'U0BOT' };

/** Whoever speaks for Slack itself. The user object says that it is no bot. */
export const SLACKBOT = {
  id: 'USLACKBOT',
  name: 'slackbot',
  real_name: 'Slackbot',
  display_name: 'Slackbot',
};

/** Two channels, two people, of whom Hana runs the workspace, and another app's bot; the app's own bot user is added by the workspace. */
export const SEED: Seed = {
  channels: [
    { id: 'C0LOBBY', name: 'lobby' },
    { id: 'C0RANDOM', name: 'random' },
  ],
  users: [
    { id: 'U0HANA', name: 'hana', real_name: 'Hana Suzuki', display_name: 'Hana', is_admin: true },
    { id: 'U0KEN', name: 'ken', real_name: 'Ken Mori', display_name: '森 健' },
    {
      id: 'U0DEPLOY',
      name: 'deploy',
      real_name: 'Deploy',
      display_name: 'Deploy',
      bot: { id: 'B0DEPLOY', app_id: 'A0DEPLOY' },
    },
  ],
};
