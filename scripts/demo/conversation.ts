import { replyId, slackMessageId } from '#model/message.ts';
import { signIn } from '../client/person.ts';
import { type SlackDesk, slackDesk } from '../client/slack-desk.ts';
import { ACCOUNTS } from '../seed/accounts.ts';
import { LOBBY, LOBBY_CHANNEL } from '../seed/documents.ts';
import type { Stack } from '../stack/index.ts';
import type { Steps } from './steps.ts';

const { channel } = LOBBY_CHANNEL;
const QUESTION = 'Is anybody there? どなたかいますか？';
const ANSWER = 'はい、います。 Yes, I am here.';
/** Somebody of the stand-in's workspace. */
const SLACK_PERSON = 'U0HANA';

/** The main job, from end to end: a person writes in the web, is answered, is seen in Slack, and Slack answers back. */
export async function converse(stack: Stack, steps: Steps): Promise<void> {
  const [alice] = ACCOUNTS;
  const desk = slackDesk(stack.urls.slack);
  const person = await steps.take(
    'Alice signs in',
    () => signIn(stack, alice),
    () => alice.name,
  );
  if (!person) return;
  try {
    const asked = await steps.take(
      'Alice writes in the Lobby',
      () => person.say(LOBBY, QUESTION),
      () => QUESTION,
    );
    if (asked === undefined) return;
    const answered = await steps.take(
      'the reply arrives in the web',
      () =>
        person.sees(LOBBY, 'the reply', ({ id, reply }) => id === replyId(asked) && reply?.state === 'done'),
      ({ text }) => text,
    );
    if (!answered) return;
    await steps.take(
      'both are in Slack, in order, under their names',
      () => inOrder(desk, asked, answered.id),
      (names) => names,
    );

    const ts = await steps.take(
      'Hana answers in Slack',
      () => desk.say(SLACK_PERSON, channel, ANSWER),
      () => ANSWER,
    );
    if (ts === undefined) return;
    const heard = slackMessageId(channel, ts);
    await steps.take(
      'her answer arrives in the web',
      () => person.sees(LOBBY, "Hana's answer", ({ id, author }) => id === heard && author.kind === 'slack'),
      ({ text }) => text,
    );
    await steps.take(
      'she has her name in the web',
      () => person.nameOf('T0TSUNAGI-U0HANA'),
      (name) => name,
    );
    const greeted = await steps.take(
      'the reply greets her',
      () =>
        person.sees(
          LOBBY,
          'the greeting',
          ({ id, text }) => id === replyId(heard) && text === `Hello ${ANSWER}`,
        ),
      ({ text }) => text,
    );
    if (!greeted) return;
    await steps.take(
      'the greeting is in Slack',
      () => desk.shows(channel, greeted.id),
      ({ username }) => username ?? '',
    );
  } finally {
    await person.leave();
  }
}

/** The names under which Slack shows the question and its reply; throws where they are not as they should be. */
async function inOrder(desk: SlackDesk, asked: string, answered: string): Promise<string> {
  const [question, answer] = [await desk.shows(channel, asked), await desk.shows(channel, answered)];
  const [alice] = ACCOUNTS;
  if (question.username !== `${alice.name} (web)` || answer.username !== 'Tsunagi') {
    throw new Error(`Slack shows them under "${question.username}" and "${answer.username}".`);
  }
  if (question.ts >= answer.ts) throw new Error('Slack shows the reply before the question.');
  return `${question.username}, ${answer.username}`;
}
