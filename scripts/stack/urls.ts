import type { Ports } from './ports.ts';
import { HOST, PROJECT, REGION } from './project.ts';
import type { Values } from './settings.ts';

/** Where each part answers, without a slash at the end. */
export const urlsOf = (ports: Ports) => ({
  web: `http://${HOST}:${ports.web}`,
  slack: `http://${HOST}:${ports.slack}`,
  /** What the platform tells functions of themselves. */
  metadata: `http://${HOST}:${ports.metadata}`,
  identity: `http://${HOST}:${ports.identity}`,
  /** An HTTPS function answers at its name below it. */
  functions: `http://${HOST}:${ports.functions}/${PROJECT}/${REGION}`,
  firestore: `http://${HOST}:${ports.firestore}`,
  auth: `http://${HOST}:${ports.auth}`,
  tasks: `http://${HOST}:${ports.tasks}`,
  hub: `http://${HOST}:${ports.hub}`,
});

/** The variables by which Firebase's SDKs find the emulators: https://firebase.google.com/docs/emulator-suite/connect_auth#admin_sdks */
export const clientEnvironment = (ports: Ports): Values => ({
  GCLOUD_PROJECT: PROJECT,
  FIRESTORE_EMULATOR_HOST: `${HOST}:${ports.firestore}`,
  FIREBASE_AUTH_EMULATOR_HOST: `${HOST}:${ports.auth}`,
  CLOUD_TASKS_EMULATOR_HOST: `${HOST}:${ports.tasks}`,
  // No Google Cloud machine is asked who this is.
  METADATA_SERVER_DETECTION: 'none',
  FIREBASE_EMULATOR_HUB: `${HOST}:${ports.hub}`,
});
