import { useRef, type ComponentProps } from 'react';
import { t } from '../messages/messages.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import './search-field.css';

export interface SearchFieldProps extends Omit<
  ComponentProps<'input'>,
  'value' | 'onChange' | 'type' | 'aria-label' | 'ref'
> {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** A search box with its name inside; Escape empties it. */
export function SearchField({ label, value, onValue, onKeyDown, ...rest }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const clear = () => {
    onValue('');
    input.current?.focus();
  };
  return (
    <div className="search-field">
      <Icon name="search" />
      <input
        placeholder={label}
        {...rest}
        ref={input}
        type="search"
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            event.stopPropagation();
            clear();
          }
          onKeyDown?.(event);
        }}
      />
      {value === '' ? null : (
        <IconButton icon="close" label={t('ui.clearSearch')} onClick={clear} />
      )}
    </div>
  );
}
