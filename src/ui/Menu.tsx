import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { usePressElsewhere } from './use-press-elsewhere.ts';
import './menu.css';

export interface MenuProps {
  readonly label: string;
  /** The label is in sight instead of three dots. */
  readonly word?: boolean;
  /** Buttons; one that is no switch (`aria-pressed`) ends the menu. */
  readonly children: ReactNode;
}

/** A "More" button that unfolds a small panel of plain buttons; Escape or a click elsewhere folds it. */
export function Menu({ label, word = false, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  usePressElsewhere(root, open, () => setOpen(false));
  useEffect(
    function closeOnBlur() {
      if (!open) return undefined;
      // A click into a framed document never reaches this page; the page's blur tells of it.
      const onBlur = () => setOpen(false);
      window.addEventListener('blur', onBlur);
      return () => window.removeEventListener('blur', onBlur);
    },
    [open],
  );
  const toggle = {
    ref: button,
    'aria-expanded': open,
    'aria-controls': panel,
    onClick: () => setOpen(!open),
  };
  return (
    // The key handler serves the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      {word ? (
        <Button variant="quiet" {...toggle}>
          {label}
          <Icon name="down" />
        </Button>
      ) : (
        <IconButton icon="more" label={label} {...toggle} />
      )}
      {/* Listens to the buttons inside, which have keys of their own. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className="menu-panel"
        id={panel}
        hidden={!open}
        onClick={(event) => {
          const pressed = event.target instanceof Element ? event.target.closest('button') : null;
          if (pressed !== null && !pressed.hasAttribute('aria-pressed')) setOpen(false);
        }}
      >
        {open ? children : null}
      </div>
    </div>
  );
}
