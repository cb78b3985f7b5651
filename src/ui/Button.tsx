import type { ComponentProps } from 'react';
import './button.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one thing to do here; `quiet`: without a border, among others of its kind. */
  readonly variant?: 'plain' | 'primary' | 'quiet';
}

/** A button with words. */
export function Button({ variant = 'plain', className, children, ...rest }: ButtonProps) {
  const classes = ['button', `button-${variant}`, className].filter(Boolean).join(' ');
  return (
    <button type="button" {...rest} className={classes}>
      {children}
    </button>
  );
}
