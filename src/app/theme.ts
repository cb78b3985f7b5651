export type Theme = 'auto' | 'light' | 'dark';

/** Holds a preference of the person, nothing of a patient. */
const storageKey = 'dossier-theme';

/** The theme chosen in this browser, `auto` where none is or storage is refused. */
export function storedTheme(): Theme {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : 'auto';
  } catch {
    return 'auto';
  }
}

/** Shows the page in `theme` and keeps the choice where the browser allows. */
export function chooseTheme(theme: Theme): void {
  show(theme);
  try {
    if (theme === 'auto') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // Refused in some frames: the choice then lasts as long as the page.
  }
}

/** Shows the page in the theme chosen before. */
export function applyStoredTheme(): void {
  show(storedTheme());
}

function show(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
