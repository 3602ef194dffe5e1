/**
 * What the app needs and the scopes it may be given: https://docs.slack.dev/reference/scopes
 */
export const SCOPES = [
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'chat:write.customize',
  'commands',
  'files:read',
  'groups:history',
  'groups:read',
  'reactions:read',
  'reactions:write',
  'team:read',
  'usergroups:read',
  'users:read',
];

/** The app in one workspace: its token there, what the token may do, and whether it is good still. */
export interface Installation {
  token: string;
  scopes: Set<string>;
  /** What every call is answered with since the app was uninstalled or its token revoked. */
  lapse?: string;
}

/** The scopes as Slack lists them in headers and errors. */
export const listed = (scopes: Iterable<string>): string => [...scopes].sort().join(',');
