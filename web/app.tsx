import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './components/button/button.tsx';
import type { ChatProps } from './components/chat/chat.tsx';
import { Notice } from './components/notice/notice.tsx';
import { SignIn, type Ways } from './components/sign-in/sign-in.tsx';
import { type SignedIn, session } from './data/session.ts';
import { words } from './i18n/words.ts';

const auth = () => import('./data/auth.ts');

const ways: Ways = {
  google: async () => (await auth()).withGoogle(),
  account: async (account) => (await auth()).withAccount(account),
  guest: async (name) => (await auth()).asGuest(name),
  password: async (email, password) => (await auth()).withPassword(email, password),
  create: async (name, email, password) => (await auth()).createAccount(name, email, password),
  reset: async (email) => (await auth()).resetPassword(email),
};

const Failed = () => (
  <Notice title={words.value.app.failed} hint={words.value.app.failedHint}>
    <Button look="main" onClick={() => location.reload()}>
      {words.value.app.reload}
    </Button>
  </Notice>
);

/** The rooms, and Firestore with them, loaded when somebody is signed in. */
const Inside = ({ person }: { person: SignedIn }) => {
  const [loaded, setLoaded] = useState<{ Chat?: FunctionComponent<ChatProps> }>();
  useEffect(() => {
    import('./components/chat/chat.tsx').then(setLoaded, () => setLoaded({}));
  }, []);
  if (!loaded) return <Notice busy title={words.value.app.starting} />;
  return loaded.Chat ? <loaded.Chat key={person.uid} person={person} /> : <Failed />;
};

/** The whole app, by who is signed in. */
export const App = () => {
  const now = session.value;
  switch (now.state) {
    case 'starting':
      return <Notice busy title={words.value.app.starting} />;
    case 'leaving':
      return <Notice busy title={words.value.app.leaving} />;
    case 'failed':
      return <Failed />;
    case 'out':
      return <SignIn ways={ways} accounts={now.accounts} />;
    case 'in':
      return <Inside person={now.person} />;
  }
};
