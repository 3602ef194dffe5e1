import { signal } from '@preact/signals';

/** Milliseconds after which the date is looked at again. */
const OFTEN = 60_000;

/** This day: what is said to be today is yesterday's after midnight. */
export const today = signal(new Date());

setInterval(() => {
  const now = new Date();
  if (now.toDateString() !== today.peek().toDateString()) today.value = now;
}, OFTEN);
