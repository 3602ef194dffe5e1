import { fileURLToPath } from 'node:url';

/** The folder this repository lies in. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

/** A project id that begins with `demo-` never reaches a real project: https://firebase.google.com/docs/emulator-suite/connect_firestore */
export const PROJECT = 'demo-tsunagi';

/** Where functions run; the same as `REGION` in functions/params.ts. */
export const REGION = 'asia-northeast1';

/** Everything listens on this address alone: nothing of a local run is open to the network. */
export const HOST = '127.0.0.1';

/** The Auth emulator takes any web API key. */
export const API_KEY = 'demo';
