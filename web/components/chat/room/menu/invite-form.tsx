import { INVITATION_DAYS_MAX } from '#model/limits.ts';
import { words } from '../../../../i18n/words.ts';
import { Button } from '../../../button/button.tsx';
import { entered } from '../../../form/entered.ts';
import css from './menu.module.css';

/** What kind of invitation is wanted. */
export type Choice = { readonly role: 'member' | 'reader'; readonly single: boolean; readonly days: number };

/** Days to choose from. */
const USUAL = 7;
const DAYS = [1, USUAL, INVITATION_DAYS_MAX] as const;

type Props = { onInvite: (choice: Choice) => void };

/** Kinds of an invitation, and the button that makes one. */
export const InviteForm = ({ onInvite }: Props) => {
  const say = words.value.menu;
  const submit = (form: HTMLFormElement): void => {
    onInvite({
      role: entered(form, 'role') === 'reader' ? 'reader' : 'member',
      single: entered(form, 'single') !== 'many',
      days: DAYS.find((days) => String(days) === entered(form, 'days')) ?? DAYS[0],
    });
  };
  return (
    <form
      class={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(event.currentTarget);
      }}
    >
      <label>
        <span>{say.inviteAs}</span>
        <select name="role">
          <option value="member">{say.member}</option>
          <option value="reader">{say.reader}</option>
        </select>
      </label>
      <label>
        <span>{say.forWhom}</span>
        <select name="single">
          <option value="single">{say.single}</option>
          <option value="many">{say.many}</option>
        </select>
      </label>
      <label>
        <span>{say.until}</span>
        <select name="days">
          {DAYS.map((days) => (
            <option key={days} value={days} selected={days === USUAL}>
              {say.days(days)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{say.invite}</Button>
    </form>
  );
};
