import type { WebClient } from '@slack/web-api';
import * as v from 'valibot';
import { type Found, type Slack, SlackError } from '../slack/port.ts';
import { timestampOf } from '../slack/timestamp.ts';
import { patient } from './patience.ts';
import { foundIn, HistoryPage, Page } from './slack-answers.ts';
import { asked } from './slack-trouble.ts';

/** Posts of a channel that Slack is asked for at once, and pages in which one is looked for that may be there. */
const PAGE = 200;
const PAGES = 5;

/** What a channel, or a thread of it, holds, over HTTP. */
export function historyOver(client: WebClient): Pick<Slack, 'find' | 'history'> {
  const askOfHistory = patient();
  const find: Slack['find'] = async (channel, origin, since, thread) => {
    const oldest = timestampOf(since);
    const found: Found[] = [];
    let cursor = '';
    for (let page = 0; page < PAGES; page += 1) {
      const where = {
        channel,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor !== '' && { cursor }),
      };
      const answer = await asked(
        thread === undefined
          ? client.conversations.history(where)
          : client.conversations.replies({ ...where, ts: thread }),
      );
      const { messages, response_metadata } = v.parse(Page, answer);
      // Of an answer in a thread Slack shows that alone: what is looked for stands under the root.
      const root = messages[0]?.thread_ts;
      if (thread !== undefined && root !== undefined && root !== thread)
        return find(channel, origin, since, root);
      for (const { ts, metadata: said } of messages) {
        const one = foundIn(ts, said, origin);
        if (one) found.push(one);
      }
      cursor = response_metadata?.next_cursor ?? '';
      if (cursor === '') return found;
    }
    throw new SlackError({ kind: 'unknown' });
  };
  return {
    find,
    async history(channel, { thread, page, oldest, latest }) {
      const which = {
        channel,
        limit: PAGE,
        include_all_metadata: true,
        ...(oldest !== undefined && { oldest }),
        ...(latest !== undefined && { latest }),
        ...(page !== undefined && { cursor: page }),
      };
      const answer = await askOfHistory(() =>
        asked(
          thread === undefined
            ? client.conversations.history(which)
            : client.conversations.replies({ ...which, ts: thread }),
        ),
      );
      const { messages, is_limited: isLimited, response_metadata } = v.parse(HistoryPage, answer);
      return { messages, isLimited, next: response_metadata?.next_cursor || undefined };
    },
  };
}
