import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { Dialog } from '../../../dialog/dialog.tsx';

/** `children` is what asks for it. Without a `yes` it cannot be done, and `ask` says why. */
type Props = {
  label: string;
  ask: string;
  yes: string | undefined;
  onYes: () => void;
  children: (ask: () => void) => ComponentChildren;
};

/** Asks once more before something that cannot be taken back. */
export const Confirm = ({ label, ask, yes, onYes, children }: Props) => {
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  return (
    <>
      {children(() => setAsking(true))}
      {asking && (
        <Dialog title={label} onClose={close}>
          <p>{ask}</p>
          {yes !== undefined && (
            <Button
              look="danger"
              wide
              onClick={() => {
                close();
                onYes();
              }}
            >
              {yes}
            </Button>
          )}
          <Button wide onClick={close}>
            {words.value.app.cancel}
          </Button>
        </Dialog>
      )}
    </>
  );
};
