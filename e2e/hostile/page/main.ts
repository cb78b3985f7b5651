/** What the tests call in the bare page. */
import { clear, show, type Way } from './walls.ts';

export interface HostilePage {
  show(way: Way, base64: string): Promise<void>;
  clear(): void;
  /** Resolves when what a document starts at once was started: two frames and an answer of the page's server. */
  settled(): Promise<void>;
}

declare global {
  interface Window {
    hostile?: HostilePage;
  }
}

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

window.hostile = {
  show,
  clear,
  async settled() {
    await nextFrame();
    await nextFrame();
    await fetch('/settled');
  },
};
