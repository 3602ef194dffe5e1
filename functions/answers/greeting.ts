import type { Answer } from './answer.ts';

/** The bot of the first exercise: greets with what was said. */
export const answerGreeting: Answer = ({ text }) => `Hello ${text}`;
