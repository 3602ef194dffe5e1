import type { Calls } from '../api/calls.ts';
import type { Dispatcher } from '../events/dispatcher.ts';
import type { Sender } from '../events/sender.ts';
import type { Cooldowns } from '../faults/cooldowns.ts';
import type { Faults } from '../faults/faults.ts';
import type { Pace } from '../faults/pace.ts';
import type { Settings } from '../settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Everything a running workspace consists of, for the routes that show and steer it. */
export interface Parts {
  workspace: Workspace;
  /** As they are now; `initial` as they were at the start, and are again after a reset. */
  settings: Settings;
  initial: Settings;
  faults: Faults;
  cooldowns: Cooldowns;
  pace: Pace;
  calls: Calls;
  sender: Sender;
  dispatcher: Dispatcher;
  signingSecret: string;
  botToken: string;
}
