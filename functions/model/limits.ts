/** Messages, edits and deletions that one person may send to one room within {@link SEND_WINDOW_SECONDS}: twice what a fast typist does. */
export const SENDS_PER_WINDOW = 60;

/** Seconds after which a person's count of what they sent may begin anew. */
export const SEND_WINDOW_SECONDS = 60;

/** Seconds between two changes of one page, room or role: a document takes about one write a second for long. https://firebase.google.com/docs/firestore/best-practices#hotspots */
export const CHANGE_SECONDS = 1;

/** Seconds in a room before one may leave it: coming and going is a write each. It is also one for each thing sent in the window: who comes again has a new allowance. */
export const STAY_SECONDS = 5;

/** Owners of one room: as many as a list in its document should hold. */
export const OWNERS_MAX = 10;

/** Channels to which an operator may let a room's owners link it: a room is in one at a time. */
export const GRANTED_MAX = 10;

/** Days an invitation may be good for: as long as one to a Slack workspace. https://slack.com/help/articles/201330256 */
export const INVITATION_DAYS_MAX = 30;

/** Letters and digits of an invitation's code: 32 of 62 are 190 bits, beyond guessing. */
export const INVITATION_CODE_LENGTH = 32;

/** Parts in which one reply may come: each is a version of its document that every member reads. */
export const REPLY_REVISIONS_MAX = 500;

/** Seconds after which nobody works on a reply any more: a function's default time (60 s) and half again. https://firebase.google.com/docs/functions/quotas#time_limits */
export const REPLY_SECONDS_MAX = 90;

/** Times that an event which nobody applied is brought up again before it is given up. */
export const NUDGES_MAX = 5;

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

/** Characters of one of Slack's ids: theirs have about 11, and nothing says that they will not grow. */
export const SLACK_ID_MAX = 40;

/** Characters of the name of a kind of Slack event: twice what the longest has. https://docs.slack.dev/reference/events */
export const SLACK_TYPE_MAX = 100;

/** Characters of a uid. https://firebase.google.com/docs/auth/admin/manage-users */
export const UID_MAX = 128;

/** Seconds a worker may hold a room: longer than its longest run (see components/slack-post.ts). */
export const LEASE_SECONDS = 60;

/** Seconds of a pause that Slack asks for: its own are about a minute, and to ask again after an hour does no harm. https://docs.slack.dev/apis/web-api/rate-limits */
export const PAUSE_SECONDS_MAX = 3_600;

/** Milliseconds until a call to Slack that has no answer is in doubt: Slack answers within seconds, or not at all. */
export const SLACK_MILLISECONDS = 8_000;

/** Posts in Slack of one message: more than the longest reply of the heaviest characters is cut into (see slack/text/parts.ts). */
export const PARTS_MAX = 500;

/** Attempts at one post before it becomes a dead letter. */
export const ATTEMPTS_MAX = 20;

/** Messages in one page of a room, and the most that a listener may ask for. */
export const PAGE_SIZE = 50;

/** Bytes of a form that Slack sends: a message of 40,000 characters, each of them percent-encoded UTF-8. */
export const FORM_BYTES_MAX = 500_000;

/** Days a Slack event is kept after it arrived: Slack sends it again for minutes, people ask about it for days. */
export const INBOX_DAYS = 14;
