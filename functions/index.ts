/** What happens when. Read from top to bottom, it follows a message out to Slack and back. */
import { firstOf } from './answers/answer.ts';
import { answerCommands } from './answers/commands.ts';
import { answerGreeting } from './answers/greeting.ts';
import { certificatesAt } from './bindings/certificates.ts';
import { googleTokens } from './bindings/google-token.ts';
import { mint } from './bindings/mint.ts';
import { onOperatorCall } from './bindings/on-call.ts';
import { onComponentRequest } from './bindings/on-component-request.ts';
import { onInboxReceived } from './bindings/on-inbox.ts';
import { onMessageCreated, onMessageWritten } from './bindings/on-message.ts';
import { onRoomJob, onSlashCommand } from './bindings/on-queue.ts';
import { onReactionWritten } from './bindings/on-reaction.ts';
import { onRequest } from './bindings/on-request.ts';
import { everyMinute } from './bindings/on-schedule.ts';
import { projectId } from './bindings/project.ts';
import { remembered } from './bindings/remembered.ts';
import { valuesIfAny, valuesOf } from './bindings/secret.ts';
import { slack } from './bindings/slack.ts';
import * as component from './components/index.ts';
import {
  googleKeysUrl,
  identityUrl,
  slackBotToken,
  slackSigningSecret,
  slackWebhookToken,
} from './params.ts';

/** A person's message is answered in its room. */
export const reply = onMessageCreated('reply', ({ store }) =>
  component.reply({
    answer: firstOf(answerCommands, answerGreeting),
    rooms: { room: remembered((id) => store.room(id)) },
    messages: store,
  }),
);

/** What Slack should show of a message is marked, and its room is given a turn. */
export const mirror = onMessageWritten('mirror', ({ store }) => component.mirror({ store }));

/** That Slack should show other reactions is marked, and the room is given a turn. */
export const mirrorReactions = onReactionWritten('mirrorReactions', ({ store }) =>
  component.mirrorReactions({ store }),
);

/** A room's turn: Slack is made to show what is wanted, in order. */
export const slackPost = onRoomJob(
  'slackPost',
  ({ store, alarm }) =>
    component.slackPost({ store, alarm, slackOf: slack(), elapsed: () => performance.now() }),
  { secrets: [slackBotToken], from: ['mirror', 'mirrorReactions', 'slackPost', 'sweep', 'operate'] },
);

/** What Slack tells us is verified, stored and acknowledged. */
export const slackReceive = onRequest(
  'slackReceive',
  () =>
    component.slackReceive({
      secrets: () => valuesOf(slackSigningSecret),
      hookTokens: () => valuesIfAny(slackWebhookToken),
      answer: answerGreeting,
      now: () => new Date(),
    }),
  { secrets: [slackSigningSecret, slackWebhookToken] },
);

/** What Slack told us becomes messages, edits and deletions, which people see and `reply` answers. */
export const slackApply = onInboxReceived(
  'slackApply',
  ({ store }) => component.slackApply({ store, slackOf: slack() }),
  {
    secrets: [slackBotToken],
  },
);

/** What somebody typed after `/tsunagi` in Slack is done, and answered to them alone. */
export const slackCommand = onSlashCommand(
  'slackCommand',
  ({ store }) => component.slackCommand({ store, slackOf: slack(), now: () => new Date() }),
  { secrets: [slackBotToken], from: ['slackApply'] },
);

/** What was left behind is found and set going again. */
export const sweep = everyMinute('sweep', ({ store }) => component.sweep({ store }));

/** What operators ask is done: rooms are linked, and what was given up is tried again. */
export const operate = onOperatorCall(
  'operate',
  ({ store }) => component.operate({ store, slackOf: slack(), now: () => new Date() }),
  { secrets: [slackBotToken] },
);

/** A component that Google vouches for gets the token of its own name: so do all of the above sign in. */
export const identity = onComponentRequest('identity', (tell) =>
  component.identity({
    project: projectId,
    verify: googleTokens({
      keyOf: certificatesAt(() => googleKeysUrl.value()),
      audience: () => identityUrl.value(),
    }),
    mint,
    tell,
  }),
);
