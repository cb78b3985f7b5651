/** What the tests call in the bare page. */
import { focusOurs } from '../keyboard-focus.ts';
import { clear, show, type Way } from './walls.ts';

export interface HostilePage {
  show(way: Way, base64: string): Promise<void>;
  clear(): void;
  /**
   * Resolves when what a document starts at once was started (two frames and an answer of the page's server), our
   * search having the keyboard unless the document took it.
   */
  settled(): Promise<void>;
}

declare global {
  interface Window {
    hostile?: HostilePage;
  }
}

window.hostile = {
  show,
  clear,
  async settled() {
    await focusOurs();
    await fetch('/settled');
  },
};
