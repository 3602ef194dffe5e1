import { useState } from 'preact/hooks';
import type { LinkGrant, Place } from '#model/link-grant.ts';
import type { Listed } from '../../../data/operator.ts';
import { words } from '../../../i18n/words.ts';
import { Button } from '../../button/button.tsx';
import { entered } from '../../form/entered.ts';
import css from './operate.module.css';
import { PlaceFields } from './place-fields.tsx';

type Props = {
  grants: Listed<LinkGrant>;
  /** Both reject where the rules refuse it. */
  onAllow: (room: string, place: Place) => Promise<void>;
  onForbid: (room: string) => Promise<void>;
  /** Shows more of them, where there may be any. */
  onMore: (() => void) | undefined;
};

/** Which rooms their owners may link to Slack by themselves, and to which channels. */
export const Grants = ({ grants, onAllow, onForbid, onMore }: Props) => {
  const say = words.value.operate;
  const [state, setState] = useState<'idle' | 'working' | 'done' | 'refused'>('idle');
  const attempt = (change: Promise<void>): void => {
    setState('working');
    change.then(
      () => setState('done'),
      () => setState('refused'),
    );
  };
  const allow = (form: HTMLFormElement): void => {
    const place = { team: entered(form, 'team'), channel: entered(form, 'channel') };
    attempt(onAllow(entered(form, 'room'), place));
  };
  if (grants === undefined) return <p class={css.hint}>{say.loading}</p>;
  if (grants === 'failed') return <p class={css.problem}>{say.failed}</p>;
  return (
    <section class={css.part}>
      <h2>{say.grants}</h2>
      <p class={css.hint}>{grants.length === 0 ? say.noGrants : say.grantsHint}</p>
      <ul class={css.list}>
        {grants.map(({ id, value: { places } }) => (
          <li key={id} class={css.row}>
            <span class={css.name}>
              <strong>{id}</strong> → {places.map((place) => place.replace('-', ' ')).join(', ')}
            </span>
            <Button
              look="danger"
              disabled={state === 'working'}
              aria-label={say.forbidOf(id)}
              onClick={() => attempt(onForbid(id))}
            >
              {say.forbid}
            </Button>
          </li>
        ))}
      </ul>
      {onMore && <Button onClick={onMore}>{say.moreGrants}</Button>}
      <form
        class={css.form}
        aria-label={say.grants}
        onSubmit={(event) => {
          event.preventDefault();
          allow(event.currentTarget);
        }}
      >
        <PlaceFields />
        <Button type="submit" disabled={state === 'working'}>
          {say.allow}
        </Button>
      </form>
      <output class={state === 'refused' ? css.problem : css.told}>
        {state === 'done' && say.done}
        {state === 'refused' && say.grantRefused}
      </output>
    </section>
  );
};
