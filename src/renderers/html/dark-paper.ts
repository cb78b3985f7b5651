/** The reader's own choice of dark paper: a preference of the person, nothing of a document. */
import { createStore, type Observable } from '../../shared/observable.ts';

const storageKey = 'dossier-dark-paper';

function stored(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'on';
  } catch {
    return false;
  }
}

const isDark = createStore(stored());

/** Whether documents lie on dark paper, in all of them at once. */
export const darkPaper: Observable<boolean> = isDark;

/** Remembers where the browser allows; else the choice lasts as long as the page. */
export function chooseDarkPaper(on: boolean): void {
  isDark.set(on);
  try {
    if (on) localStorage.setItem(storageKey, 'on');
    else localStorage.removeItem(storageKey);
  } catch {
    // Refused in some frames.
  }
}
