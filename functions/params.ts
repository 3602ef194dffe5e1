import { defineSecret, defineString } from 'firebase-functions/params';

/** Where functions run: beside the Firestore database. */
export const REGION = 'asia-northeast1';

/** The project's web API key: a component signs in as a person does. */
export const webApiKey = defineString('WEB_API_KEY', {
  description: 'The web API key of the Firebase project (Project settings → General).',
});

/** Where Slack's Web API is. */
export const slackApiUrl = defineString('SLACK_API_URL', {
  default: 'https://slack.com/api/',
  description: "Slack's Web API, with a slash at the end.",
});

/** Signs what Slack sends. Two secrets, separated by a comma, are accepted while they rotate. */
export const slackSigningSecret = defineSecret('SLACK_SIGNING_SECRET');

/** Lets the app speak in Slack. */
export const slackBotToken = defineSecret('SLACK_BOT_TOKEN');
