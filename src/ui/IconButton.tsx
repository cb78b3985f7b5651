import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './button.css';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  readonly icon: IconName;
  /** Accessible name and tooltip. */
  readonly label: string;
}

/** A button with a familiar icon; its name is its tooltip. */
export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  const classes = ['button', 'button-quiet', 'button-icon', className].filter(Boolean).join(' ');
  return (
    <button type="button" {...rest} aria-label={label} title={label} className={classes}>
      <Icon name={icon} />
    </button>
  );
}
