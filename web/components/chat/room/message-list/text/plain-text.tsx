import css from './text.module.css';

/** `text`: what somebody wrote, in markdown. */
export type TextProps = { text: string };

/** A text as it was typed. */
export const PlainText = ({ text }: TextProps) => <span class={css.plain}>{text}</span>;
