import { useState } from 'preact/hooks';
import type { Health } from '#model/operation.ts';
import { words } from '../../../i18n/words.ts';
import { Button } from '../../button/button.tsx';
import css from './operate.module.css';

type Props = {
  /** Asks how things stand. */
  health: () => Promise<Health | undefined>;
};

/** Why what Slack told lately was passed over, or could not be applied, and how often; asked for when somebody wants to know. */
export const PassedOver = ({ health }: Props) => {
  const say = words.value.operate;
  const [told, setTold] = useState<Health['passedOver'] | 'asking' | 'failed'>();
  const ask = (): void => {
    setTold('asking');
    health().then(
      (seen) => setTold(seen?.passedOver ?? 'failed'),
      () => setTold('failed'),
    );
  };
  return (
    <section class={css.part}>
      <h2>{say.passedOver}</h2>
      <Button disabled={told === 'asking'} onClick={ask}>
        {say.passedOverShow}
      </Button>
      <output>
        {told === 'failed' && <p class={css.problem}>{say.failed}</p>}
        {Array.isArray(told) && told.length === 0 && <p class={css.hint}>{say.noPassedOver}</p>}
        {Array.isArray(told) && told.length > 0 && (
          <ul class={css.list}>
            {told.map(({ reason, count }) => (
              <li key={reason} class={css.row}>
                <span class={css.name}>{reason}</span> <strong>{say.times(count)}</strong>
              </li>
            ))}
          </ul>
        )}
      </output>
    </section>
  );
};
