import { connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions';
import type { Command, Operated } from '#model/operation.ts';
import { config } from '../config.ts';
import { app } from '../firebase.ts';

/** Where the functions run: the same as `REGION` of theirs. */
const REGION = 'asia-northeast1';

const functions = getFunctions(app, REGION);
const { emulators } = await config();
if (emulators) {
  const [host = '', port] = emulators.functions.split(':');
  connectFunctionsEmulator(functions, host, Number(port));
}

const call = httpsCallable<Command, Operated>(functions, 'operate');

/** Asks `operate` for something. Rejects with its own words for why not. */
export const operate = async (command: Command): Promise<Operated> => (await call(command)).data;
