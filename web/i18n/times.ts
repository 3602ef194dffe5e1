import { computed } from '@preact/signals';
import { locale, words } from './words.ts';

const formats = computed(() => ({
  clock: new Intl.DateTimeFormat(locale.value, { hour: 'numeric', minute: '2-digit' }),
  day: new Intl.DateTimeFormat(locale.value, { weekday: 'long', month: 'long', day: 'numeric' }),
  dayOfYear: new Intl.DateTimeFormat(locale.value, { dateStyle: 'full' }),
  full: new Intl.DateTimeFormat(locale.value, { dateStyle: 'full', timeStyle: 'short' }),
}));

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** The time of day, as its reader writes it. */
export const clock = (at: Date): string => formats.value.clock.format(at);

/** Day and time in full. */
export const full = (at: Date): string => formats.value.full.format(at);

/** A day as people say it: today, yesterday, its name; its year where it is another one. */
export const day = (at: Date, now: Date): string => {
  const before = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (sameDay(at, now)) return words.value.room.today;
  if (sameDay(at, before)) return words.value.room.yesterday;
  return formats.value[at.getFullYear() === now.getFullYear() ? 'day' : 'dayOfYear'].format(at);
};
