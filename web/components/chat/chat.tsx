import { useEffect, useState } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { readAppearance } from '../../data/appearance.ts';
import { openNames } from '../../data/names.ts';
import { keepOwnPage } from '../../data/people.ts';
import { openRooms } from '../../data/rooms.ts';
import { openSending } from '../../data/sending.ts';
import type { SignedIn } from '../../data/session.ts';
import { locale, words } from '../../i18n/words.ts';
import css from './chat.module.css';
import { Inside } from './inside.ts';
import { InvitationPage } from './invitation/invitation-page.tsx';
import { Me } from './me/me.tsx';
import { OperatePage } from './operate/operate-page.tsx';
import { COMPOSER_ID } from './room/composer/composer.tsx';
import { RoomPage } from './room/room-page.tsx';
import { Lobby } from './rooms/lobby.tsx';
import { RoomList } from './rooms/room-list.tsx';

export type ChatProps = { person: SignedIn };

/** On a phone the list of rooms and the room are a page each; the path says which is shown. */
const Layout = ({ person }: ChatProps) => {
  const { path } = useLocation();
  const inRoom = /^\/(rooms|join|operate)(\/|$)/.test(path);
  return (
    <div class={`${css.chat} ${inRoom ? css.inRoom : css.inList}`}>
      {inRoom && (
        <a class={css.skip} href={`#${COMPOSER_ID}`}>
          {words.value.app.skip}
        </a>
      )}
      <aside class={css.side}>
        <RoomList path={path} />
        <Me person={person} />
      </aside>
      <main class={css.main}>
        <Router>
          <Route path="/rooms/:room" component={RoomPage} />
          <Route path="/join/:room/:code" component={InvitationPage} />
          <Route path="/operate" component={OperatePage} />
          <Route default component={Lobby} />
        </Router>
      </main>
    </div>
  );
};

/** Everything a signed-in person sees. */
export const Chat = ({ person }: ChatProps) => {
  const [opened] = useState(() => ({
    person,
    ...openRooms(person),
    sending: openSending(person.uid),
    ...openNames(readAppearance),
  }));
  useEffect(() => {
    return () => {
      opened.close();
      opened.sending.close();
    };
  }, [opened]);
  const inUse = locale.value;
  useEffect(() => {
    const nameless = person.guest ? words.peek().signIn.guestName : words.peek().me.nameless;
    const own = { kind: 'person', id: person.uid } as const;
    return keepOwnPage(person, { locale: inUse, nameless }, (page) => opened.learn(own, page));
  }, [opened, person, inUse]);
  return (
    <Inside.Provider value={opened}>
      <LocationProvider>
        <Layout person={person} />
      </LocationProvider>
    </Inside.Provider>
  );
};
