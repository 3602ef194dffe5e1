import { THEMES, theme } from '../../data/theme.ts';
import { choose, LANGUAGES, LOCALES, locale, words } from '../../i18n/words.ts';
import css from './preferences.module.css';

/** How the app looks and which language it speaks. */
export const Preferences = () => {
  const say = words.value.preferences;
  return (
    <div class={css.preferences}>
      <label>
        <span class="visually-hidden">{say.language}</span>
        <select
          value={locale.value}
          onChange={({ currentTarget }) => {
            const chosen = LOCALES.find((one) => one === currentTarget.value);
            if (chosen) choose(chosen);
          }}
        >
          {LOCALES.map((one) => (
            <option key={one} value={one} lang={one}>
              {LANGUAGES[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="visually-hidden">{say.theme}</span>
        <select
          value={theme.value}
          onChange={({ currentTarget }) => {
            theme.value = THEMES.find((one) => one === currentTarget.value) ?? 'system';
          }}
        >
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {say[one]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};
