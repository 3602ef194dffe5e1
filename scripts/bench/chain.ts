import { doc, setDoc } from 'firebase/firestore';
import { messagePath, replyId } from '#model/message.ts';
import { slackPersonId, slackPersonPath } from '#model/slack-person.ts';
import { freshId, type Person } from '../client/person.ts';
import { beside, type Compared, type Figures, figuresOf } from './figures.ts';
import { quietRoom } from './quiet-rooms.ts';
import { interleaved, type Rounds } from './rounds.ts';
import { sample } from './sample.ts';

export type Chain = {
  /** An echo with the Admin SDK, without rules, beside a second function on the same document, as `mirror` is beside `reply`. */
  readonly floor: Figures;
  /** A person's message and the reply to it. */
  readonly reply: Compared;
  /** The same echo with nothing beside it; `ratio` is that of the reply. */
  readonly alone: Compared;
  /** A component's write under its rules, in the place of that echo. */
  readonly component: Compared;
};

/** Sends, and waits until what comes of it is seen by the same client: the functions are those of `test/bench/functions/`. */
export async function measureChain(person: Person, rounds: Rounds): Promise<Chain> {
  const asks = (collection: string, id: string) => () =>
    setDoc(doc(person.firestore, collection, id), { text: 'bench' });
  const echo = (collection: string) => () => {
    const id = freshId();
    return sample(person, `echoes/${id}`, asks(collection, id));
  };
  const samples = await interleaved(
    {
      floor: echo('floor'),
      reply: (round) => {
        const [id, room] = [freshId(), quietRoom(round)];
        return sample(person, messagePath(room, replyId(id)), () => person.say(room, 'bench', id));
      },
      alone: echo('alone'),
      component: () => {
        const id = freshId().toUpperCase();
        return sample(person, slackPersonPath(slackPersonId('T0BENCH', id)), asks('component', id));
      },
    },
    rounds,
  );
  const floor = figuresOf(samples('floor'));
  const alone = figuresOf(samples('alone'));
  const reply = figuresOf(samples('reply'));
  return {
    floor,
    reply: beside(reply, floor),
    alone: { ...alone, ratio: beside(reply, alone).ratio },
    component: beside(figuresOf(samples('component')), alone),
  };
}
