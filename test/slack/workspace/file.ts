import { randomBytes } from 'node:crypto';
import type { Channel } from './channel.ts';
import type { User } from './user.ts';
import type { Workspace } from './workspace.ts';

/**
 * A file as messages carry it. `mode` is `hosted`, or `tombstone` once deleted and `hidden_by_limit` past a free
 * workspace's limit: these two have an id and nothing else.
 * Source: https://docs.slack.dev/reference/objects/file-object
 */
export type File = Record<string, unknown> & { id: string; mode: string };

/** What a person says of a file they share; `size` is in bytes. */
export interface Shared {
  name: string;
  title?: string;
  mimetype: string;
  size: number;
}

const PRETTY: Record<string, string> = { pdf: 'PDF', png: 'PNG', jpg: 'JPEG', gif: 'GIF', txt: 'Plain Text' };

/** The file object of a file that a person has just shared in a channel. */
export function hosted(workspace: Workspace, channel: Channel, user: User, shared: Shared): File {
  const id = `F0${randomBytes(5).toString('hex').toUpperCase()}`;
  const { name, title = name, mimetype, size } = shared;
  const { origin, team } = workspace;
  const filetype = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? 'binary';
  const path = encodeURIComponent(name);
  const url = `${origin}/files-pri/${team.id}-${id}`;
  return {
    id,
    created: workspace.seconds(),
    timestamp: workspace.seconds(),
    name,
    title,
    mimetype,
    filetype,
    pretty_type: PRETTY[filetype] ?? filetype.toUpperCase(),
    user: user.id,
    user_team: team.id,
    editable: false,
    size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: !channel.is_private,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${url}/${path}`,
    url_private_download: `${url}/download/${path}`,
    media_display_type: 'unknown',
    permalink: `${origin}/files/${user.id}/${id}/${path}`,
    permalink_public: `${origin}/files-pub/${team.id}-${id}`,
    is_starred: false,
    has_rich_preview: false,
    file_access: 'visible',
  };
}
