import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import css from './button.module.css';

type Props = Omit<ButtonHTMLAttributes, 'class'> & {
  class?: string | undefined;
  children: ComponentChildren;
  look?: 'main' | 'plain' | 'quiet' | 'danger';
  wide?: boolean;
};

/** A button, 44 px high. `quiet` is as small as its words: for what stands inside a line. */
export const Button = ({ children, look = 'plain', wide = false, class: more, ...rest }: Props) => (
  <button type="button" {...rest} class={`${css.button} ${css[look]} ${wide ? css.wide : ''} ${more ?? ''}`}>
    {children}
  </button>
);
