import type { Random } from '../simulation/random.ts';

/** A request as somebody would send it who means no good: what it is, the media type it claims, and its body. */
export type Hostile = { readonly what: string; readonly type: string; readonly body: Buffer };

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Characters that stores, pages and parsers stumble over. */
const NASTY = [
  '\0',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u200b',
  '\u2028',
  '\ud800',
  '\udfff',
  '"',
  '\\',
  '<',
  '<!channel>',
  '<@U1|',
  '&lt;',
  '\n'.repeat(50),
  '🇯🇵',
  'e\u0301'.repeat(40),
  '`'.repeat(99),
  '*_~'.repeat(99),
  '> '.repeat(99),
  '[](javascript:x)',
  '__proto__',
  'constructor',
  'x'.repeat(40_000),
];

const said = () => ({
  type: 'event_callback',
  event_id: 'EvHOSTILE',
  team_id: 'T0TSUNAGI',
  api_app_id: 'A0TSUNAGI',
  event: {
    type: 'message',
    channel: 'C0NOBODY',
    user: 'U0HANA',
    text: 'hi',
    ts: '1700000000.000100',
    event_ts: '1700000000.000100',
    thread_ts: '1600000000.000100',
    blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] }],
    files: [{ id: 'F1', name: 'a.txt', size: 1, permalink: 'https://example.org/f', mode: 'hosted' }],
    attachments: [{ fallback: 'x' }],
    bot_profile: { name: 'x', icons: { image_72: 'https://example.org/i.png' } },
    edited: { user: 'U0HANA', ts: '1700000000.000000' },
    metadata: { event_type: 'x', event_payload: {} },
  },
});
const SUBTYPES = [
  'message_changed',
  'message_deleted',
  'bot_message',
  'tombstone',
  'channel_join',
  'x'.repeat(500),
];
const TYPES = [
  'reaction_added',
  'user_change',
  'channel_rename',
  'app_uninstalled',
  'look',
  'slash_command',
  '',
];

/** Any value at all, and often a nasty one. */
function anything(random: Random, depth = 3): unknown {
  const nasty = () => random.pick(NASTY) + random.pick(NASTY);
  const makes: (() => unknown)[] = [
    nasty,
    () => null,
    () => random.pick([0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, true, false]),
    () => '',
    () => random.pick(TYPES),
    () => `17${random.under(10 ** 8)}.${random.under(10 ** 6)}`,
    () => (depth > 0 ? Array.from({ length: random.under(4) }, () => anything(random, depth - 1)) : []),
    () =>
      depth > 0 ? { [nasty().slice(0, 99)]: anything(random, depth - 1), type: anything(random, 0) } : {},
  ];
  return random.pick(makes)();
}

/** A good event in which something is otherwise. */
function twisted(random: Random): unknown {
  const envelope = said() as Record<string, unknown>;
  const event = envelope.event as Record<string, unknown>;
  if (random.chance(0.3)) event.subtype = random.pick(SUBTYPES);
  if (random.chance(0.3))
    Object.assign(event, { bot_id: 'B0OTHER', app_id: 'A0OTHER', bot_profile: { name: anything(random) } });
  if (random.chance(0.2)) event.type = random.pick(TYPES);
  if (random.chance(0.3))
    Object.assign(event, {
      message: { ...said().event, ...oneOther(random) },
      previous_message: anything(random),
    });
  if (random.chance(0.2)) event.deleted_ts = anything(random);
  if (random.chance(0.2)) event.user = { id: 'U0HANA', name: 'hana', profile: anything(random) };
  for (let n = random.under(3); n > 0; n -= 1)
    Object.assign(random.chance(0.3) ? envelope : event, oneOther(random));
  return envelope;
}

function oneOther(random: Random): Record<string, unknown> {
  const names = [
    ...Object.keys(said()),
    ...Object.keys(said().event),
    'subtype',
    'bot_id',
    'app_id',
    'username',
  ];
  return { [random.pick(names)]: anything(random) };
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

const KINDS: readonly ((random: Random) => readonly [what: string, type: string, body: string | Buffer])[] = [
  (random) => [
    'bytes that are no text',
    JSON_TYPE,
    Buffer.from(Array.from({ length: 99 }, () => random.under(256))),
  ],
  () => ['nothing', JSON_TYPE, ''],
  (random) => ['JSON nested deep', JSON_TYPE, random.pick(['[', '{"a":']).repeat(10_000)],
  (random) => [
    'JSON nested deep and closed',
    JSON_TYPE,
    '['.repeat(5_000) + random.pick(['', '1']) + ']'.repeat(5_000),
  ],
  (random) => [
    'a deep event',
    JSON_TYPE,
    JSON.stringify(said()).replace('"hi"', '['.repeat(random.under(4_000))),
  ],
  (random) => ['any JSON', JSON_TYPE, JSON.stringify(anything(random))],
  () => ['more than is stored', JSON_TYPE, JSON.stringify({ ...said(), more: 'x'.repeat(1_000_000) })],
  (random) => [
    'JSON that is cut off',
    JSON_TYPE,
    JSON.stringify(twisted(random)).slice(0, random.under(400)),
  ],
  (random) => ['a form', FORM_TYPE, form({ [String(anything(random, 0))]: String(anything(random, 0)) })],
  (random) => [
    'a command',
    FORM_TYPE,
    form({
      command: random.pick(['/tsunagi', '/', '', '/x/../y', '\0']),
      text: String(anything(random, 0)),
      team_id: random.pick(['T0TSUNAGI', '', '../x']),
      api_app_id: 'A0TSUNAGI',
      channel_id: 'C0NOBODY',
      user_id: random.pick(['U0HANA', '\ud800']),
      trigger_id: `${random.under(10 ** 9)}.1`,
    }),
  ],
  (random) => [
    'a webhook',
    FORM_TYPE,
    form({ token: String(anything(random, 0)), text: String(anything(random, 0)), user_id: 'U1' }),
  ],
  () => ['a form of a million signs', FORM_TYPE, '&='.repeat(500_000)],
];

/** Requests without end, the same for the same source of chance; half of them are events in which something is otherwise. */
export function hostile(random: Random, nth: number): Hostile {
  if (random.chance(0.5)) {
    const event = {
      ...(twisted(random) as object),
      ...(random.chance(0.9) && { event_id: `EvHOSTILE${nth}` }),
    };
    return { what: 'a twisted event', type: JSON_TYPE, body: Buffer.from(JSON.stringify(event)) };
  }
  const [what, type, body] = random.pick(KINDS)(random);
  return { what, type, body: Buffer.from(body) };
}
