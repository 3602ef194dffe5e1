/** A user group: who is mentioned under one handle. */
export interface Group {
  id: string;
  handle: string;
  name: string;
  disabled: boolean;
  /** Seconds since 1970. */
  updated: number;
}

/** The object of https://docs.slack.dev/reference/methods/usergroups.list */
export const groupView = ({ id, handle, name, disabled, updated }: Group, team: string) => ({
  id,
  team_id: team,
  is_usergroup: true,
  is_subteam: true,
  name,
  description: '',
  handle,
  is_external: false,
  date_create: updated,
  date_update: updated,
  date_delete: disabled ? updated : 0,
});
