import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SCOPES } from '../../../functions/slack/port.ts';
import { METADATA_TYPE } from '../../../functions/slack/post.ts';

const manifest = readFileSync(join(import.meta.dirname, '../../../slack-app.yaml'), 'utf8');

/** The items of a list in the manifest, by the key it stands under. */
const listed = (key: string): string[] => {
  const [, list = ''] = new RegExp(`^ *${key}:\\n((?: +- .*\\n)+)`, 'm').exec(manifest) ?? [];
  return [...list.matchAll(/- (\S+)/g)].map(([, item = '']) => item);
};

it('asks for the scopes that the app uses, and no more', () => {
  expect(listed('bot')).toEqual([...SCOPES]);
});

it('asks for what is said in channels, public and private, for reactions, for how people look, and for our own metadata', () => {
  expect(listed('bot_events')).toEqual([
    'message.channels',
    'message.groups',
    'reaction_added',
    'reaction_removed',
    'user_change',
  ]);
  expect(manifest).toContain(`event_type: ${METADATA_TYPE}`);
});
