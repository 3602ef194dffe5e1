import type { ApiParts } from '../api/api.ts';
import type { Commands } from '../commands/commands.ts';
import type { Dispatcher } from '../events/dispatcher.ts';
import type { Sender } from '../events/sender.ts';
import type { Traffic } from '../events/traffic.ts';
import type { Hooks } from '../hooks/hooks.ts';
import type { Settings } from '../settings.ts';

/** Everything a running Slack consists of, for the routes that show and steer it. */
export interface Parts extends ApiParts {
  /** As the settings were at the start, and are again after a reset. */
  initial: Settings;
  sender: Sender;
  dispatcher: Dispatcher;
  traffic: Traffic;
  commands: Commands;
  hooks: Hooks;
  signingSecret: string;
}
