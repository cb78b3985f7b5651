import { useState } from 'react';
import { t, type MessageKey } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { chooseTheme, storedTheme, type Theme } from './theme.ts';

const themes: readonly (readonly [Theme, MessageKey])[] = [
  ['auto', 'app.menu.themeAuto'],
  ['light', 'app.menu.themeLight'],
  ['dark', 'app.menu.themeDark'],
];

export interface ChartMenuProps {
  readonly onAbout: () => void;
  /** Signs in anew to choose whose record to view; undefined where only the EHR can open another chart. */
  readonly onAnotherPerson: (() => void) | undefined;
  readonly onSignOut: () => void;
}

/** What is rarely needed: theme, about, sign out. */
export function ChartMenu({ onAbout, onAnotherPerson, onSignOut }: ChartMenuProps) {
  const [theme, setTheme] = useState(storedTheme);
  return (
    <Menu label={t('app.menu')}>
      <div className="menu-themes" role="group" aria-label={t('app.menu.theme')}>
        {themes.map(([value, key]) => (
          <Button
            key={value}
            variant="quiet"
            aria-pressed={theme === value}
            onClick={() => {
              chooseTheme(value);
              setTheme(value);
            }}
          >
            {t(key)}
          </Button>
        ))}
      </div>
      <hr />
      <Button variant="quiet" onClick={onAbout}>
        {t('app.menu.about')}
      </Button>
      {onAnotherPerson === undefined ? null : (
        <Button variant="quiet" onClick={onAnotherPerson}>
          {t('app.menu.anotherPerson')}
        </Button>
      )}
      <Button variant="quiet" onClick={onSignOut}>
        {t('app.menu.signOut')}
      </Button>
    </Menu>
  );
}
