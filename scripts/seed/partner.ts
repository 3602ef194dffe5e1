import type { Workspace } from '../stack/slack.ts';

/** Another company's Slack workspace that has the app. */
export const PARTNER = {
  id: 'T0PARTNER',
  name: 'Partner',
  channels: [{ id: 'C0DOOR', name: 'door' }],
  users: [{ id: 'U0PAT', name: 'pat', display_name: 'Pat' }],
} as const satisfies Workspace;
