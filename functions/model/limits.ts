/** Characters (Unicode code points) of one message by a person: what Slack advises for one post. https://docs.slack.dev/reference/methods/chat.postMessage */
export const PERSON_TEXT_MAX = 4_000;

/** Characters of one message that came from Slack: Slack's own ceiling. https://docs.slack.dev/reference/methods/chat.postMessage */
export const SLACK_TEXT_MAX = 40_000;

/** Characters of one reply: what Slack takes as `markdown_text`. https://docs.slack.dev/reference/methods/chat.postMessage */
export const REPLY_TEXT_MAX = 12_000;

/** Characters of a name of a person or a room: Slack's display names end there too. https://docs.slack.dev/reference/methods/users.profile.set */
export const NAME_MAX = 80;

/** Characters of a URL that browsers and proxies agree to carry. */
export const URL_MAX = 2_048;

/** Bytes of a stored Slack event: under Firestore's 1 MiB for a document, with room for the other fields. https://firebase.google.com/docs/firestore/quotas */
export const EVENT_BYTES_MAX = 900_000;

/** Characters of a reason or an error that is kept. */
export const REASON_MAX = 500;

/** Seconds a worker may hold a room: longer than its longest run (see components/slack-post.ts). */
export const LEASE_SECONDS = 60;

/** Attempts at one post before it becomes a dead letter. */
export const ATTEMPTS_MAX = 20;

/** Messages in one page of a room, and the most that a listener may ask for. */
export const PAGE_SIZE = 50;

/** Days a Slack event is kept after it arrived: Slack sends it again for minutes, people ask about it for days. */
export const INBOX_DAYS = 14;
