import type { WebClient } from '@slack/web-api';
import { codeOf, type Slack } from '../slack/port.ts';
import { asked } from './slack-trouble.ts';

/** Slack's codes for what the bot cannot react with, or to, and never could have. https://docs.slack.dev/reference/methods/reactions.add#errors */
const impossible = new Set([
  'invalid_name',
  'message_not_found',
  'not_reactable',
  'too_many_emoji',
  'too_many_reactions',
]);

/** Whether it was done, or need not be: of these codes Slack's answer is as good as done, or says that there is nothing to be done about it. */
async function unless(answer: Promise<unknown>, codes: ReadonlySet<string>): Promise<string | undefined> {
  try {
    await asked(answer);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined || !codes.has(code)) throw error;
    return code;
  }
}

/** What the bot shows of the web's reactions, over HTTP. */
export const reactionsOver = (client: WebClient): Pick<Slack, 'note' | 'react' | 'unreact'> => ({
  async react(channel, timestamp, name) {
    const add = client.reactions.add({ channel, timestamp, name });
    const code = await unless(add, new Set([...impossible, 'already_reacted']));
    return code === undefined || code === 'already_reacted';
  },
  async unreact(channel, timestamp, name) {
    await unless(
      client.reactions.remove({ channel, timestamp, name }),
      new Set([...impossible, 'no_reaction']),
    );
  },
  async note(channel, ts, line) {
    // What is not given stays as it is, the text above all. https://docs.slack.dev/reference/methods/chat.update
    const attachments = line === undefined ? [] : [{ text: line, fallback: line, mrkdwn_in: [] }];
    await unless(client.chat.update({ channel, ts, attachments }), new Set(['message_not_found']));
  },
});
