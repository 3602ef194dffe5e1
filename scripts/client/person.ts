import { deleteApp, initializeApp } from 'firebase/app';
import { connectAuthEmulator, GoogleAuthProvider, getAuth, signInWithCredential } from 'firebase/auth';
import {
  collection,
  connectFirestoreEmulator,
  doc,
  type Firestore,
  getDocFromServer,
  getFirestore,
  limit,
  onSnapshot,
  orderBy,
  query,
  terminate,
} from 'firebase/firestore';
import { connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions';
import { type Message, messagePath, messagesPath } from '#model/message.ts';
import { reactionPath } from '#model/reaction.ts';
import { asSlackPerson, slackPersonPath } from '#model/slack-person.ts';
import type { Account } from '../stack/config.ts';
import type { Stack } from '../stack/index.ts';
import { API_KEY, HOST, REGION } from '../stack/project.ts';
import { plain } from './plain.ts';
import { type Voice, voiceOf } from './voice.ts';
import { PATIENCE, within } from './within.ts';

/** What a browser sees of a message, under its id. */
export type Seen = Pick<Message, 'author' | 'text' | 'reply' | 'thread'> & { readonly id: string };

/** A person at a browser of their own: the real client SDK, signed in, under the rules. */
export interface Person extends Pick<Voice, 'react' | 'reword' | 'withdraw'> {
  readonly uid: string;
  readonly firestore: Firestore;
  /** Writes a message, in a thread where one is named, and resolves with its id when the server has it. Under the same id it is the same message. */
  say(room: string, text: string, id?: string, thread?: string): Promise<string>;
  /** Resolves with the first message of the room's newest page that fits. `patience` is in milliseconds. */
  sees(room: string, what: string, fits: (message: Seen) => boolean, patience?: number): Promise<Seen>;
  /** The display name of somebody in Slack, by the id of a message's author. */
  nameOf(slackPerson: string): Promise<string>;
  /** Whether the server has it: tells a late snapshot from a lost message. */
  isThere(room: string, id: string): Promise<boolean>;
  /** Whether this person's reaction to a message is there. */
  hasReacted(room: string, id: string, emoji: string): Promise<boolean>;
  /** Calls a function of the project as the web app does. */
  call(name: string, data: unknown): Promise<unknown>;
  leave(): Promise<void>;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id of a message, as the rules want it: 20 letters and digits. */
export const freshId = (): string =>
  Array.from({ length: 20 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('');

/** Signs in as Google would: the Auth emulator takes Google's word from us, where its popup needs the internet. */
export async function signIn(
  stack: Pick<Stack, 'projectId' | 'urls' | 'ports'>,
  account: Account,
): Promise<Person> {
  const app = initializeApp({ projectId: stack.projectId, apiKey: API_KEY }, `${account.sub}-${freshId()}`);
  const auth = getAuth(app);
  connectAuthEmulator(auth, stack.urls.auth, { disableWarnings: true });
  const { sub, email, name } = account;
  const claims = JSON.stringify({ sub, email, email_verified: true, name });
  const { user } = await signInWithCredential(auth, GoogleAuthProvider.credential(claims));
  const firestore = getFirestore(app);
  connectFirestoreEmulator(firestore, HOST, stack.ports.firestore);
  const functions = getFunctions(app, REGION);
  connectFunctionsEmulator(functions, HOST, stack.ports.functions);
  const voice = voiceOf(firestore, user.uid);
  const exists = async (path: string): Promise<boolean> =>
    (await getDocFromServer(doc(firestore, path))).exists();

  return {
    uid: user.uid,
    firestore,
    async say(room, text, id = freshId(), thread?: string) {
      await voice.say(room, text, id, thread);
      return id;
    },
    reword: voice.reword,
    withdraw: voice.withdraw,
    react: voice.react,
    sees: (room, what, fits, patience = PATIENCE) =>
      within(patience, `${name} to see ${what}`, (found, failed) =>
        onSnapshot(
          query(collection(firestore, messagesPath(room)), orderBy('at', 'desc'), limit(50)),
          ({ docs }) => {
            const seen = docs.map((one) => ({ ...(one.data() as Message), id: one.id })).find(fits);
            if (seen) found(seen);
          },
          failed,
        ),
      ),
    async nameOf(id) {
      const seen = asSlackPerson(plain((await getDocFromServer(doc(firestore, slackPersonPath(id)))).data()));
      if (!seen.ok) throw new Error(`${id} has no page: ${seen.wrong}.`);
      return seen.value.name;
    },
    isThere: (room, id) => exists(messagePath(room, id)),
    hasReacted: (room, id, emoji) => exists(reactionPath(room, id, user.uid, emoji)),
    call: async (name, data) => (await httpsCallable(functions, name)(data)).data,
    async leave() {
      await terminate(firestore);
      await deleteApp(app);
    },
  };
}
