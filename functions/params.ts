import { defineInt, defineSecret, defineString } from 'firebase-functions/params';

/** Where functions run: beside the Firestore database. */
export const REGION = 'asia-northeast1';

/** The project's web API key: a component signs in as a person does. */
export const webApiKey = defineString('WEB_API_KEY', {
  description: 'The web API key of the Firebase project (Project settings → General).',
});

/** What is known of the platform. A deploy does not ask for it; a local run sets it otherwise, under this name. */
const known = (name: string, value: () => string) => ({ value: () => process.env[name] || value() });

/** Where the platform tells a function who it is, without a slash at the end. https://cloud.google.com/run/docs/container-contract#metadata-server */
export const metadataUrl = known('METADATA_URL', () => 'http://metadata.google.internal');

/** The keys by which Google signs ID tokens, as a JSON Web Key Set. https://accounts.google.com/.well-known/openid-configuration */
export const googleKeysUrl = known('GOOGLE_KEYS_URL', () => 'https://www.googleapis.com/oauth2/v3/certs');

/** Where `identity` answers, and whom a token for it must be addressed to. https://cloud.google.com/functions/docs/calling/http#url */
export const identityUrl = known(
  'IDENTITY_URL',
  () => `https://${REGION}-${process.env.GCLOUD_PROJECT}.cloudfunctions.net/identity`,
);

/** Where Slack's Web API is. */
export const slackApiUrl = defineString('SLACK_API_URL', {
  default: 'https://slack.com/api/',
  description: "Slack's Web API, with a slash at the end.",
});

/** Instances that are kept ready for Slack's requests: one costs a little by the month, and none makes Slack wait at times. */
export const instancesKept = defineInt('SLACK_RECEIVE_INSTANCES', {
  default: 0,
  description:
    "Instances of slackReceive that are kept ready; with 0 some of Slack's events come a second time.",
});

/** Signs what Slack sends. Two secrets, separated by a comma, are accepted while they rotate. */
export const slackSigningSecret = defineSecret('SLACK_SIGNING_SECRET');

/** Lets the app speak in Slack: a token for each workspace that it is installed in, with commas between them. */
export const slackBotToken = defineSecret('SLACK_BOT_TOKEN');

/**
 * The tokens of Slack's older outgoing webhooks, with commas between them. `off` where there are none: a deploy wants every secret
 * to be set.
 */
export const slackWebhookToken = defineSecret('SLACK_WEBHOOK_TOKEN');
