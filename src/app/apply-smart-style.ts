import type { Net } from '../net/net.ts';
import { chooseStyle } from './smart-style.ts';

const LONGEST_STYLE = 20_000;

/**
 * Fetches the style that the launch named, from the configured `styleOrigins` only, and shows the page in it.
 * Whatever fails, fails silently: the app looks as it always does. The result ends it.
 */
export function wearStyle(net: Net, address: string | undefined): () => void {
  if (address === undefined) return () => undefined;
  const abort = new AbortController();
  let takeOff: () => void = () => undefined;
  void fetchStyle(net, address, abort.signal).then((json) => {
    if (json !== undefined && !abort.signal.aborted) takeOff = applyStyle(json);
  });
  return () => {
    abort.abort();
    takeOff();
  };
}

async function fetchStyle(net: Net, url: string, signal: AbortSignal): Promise<string | undefined> {
  const answer = await net.request({ purpose: 'style', url, accept: 'application/json', signal });
  if (!answer.ok || answer.value.status !== 200) return undefined;
  const text = await answer.value.text();
  return text.ok && text.value.length <= LONGEST_STYLE ? text.value : undefined;
}

/** Contrast is measured against the theme that is shown, so each change of theme measures anew. */
function applyStyle(json: string): () => void {
  const root = document.documentElement;
  const controller = new AbortController();
  let set: readonly string[] = [];
  const takeOff = () => {
    for (const name of set) root.style.removeProperty(name);
    root.style.removeProperty('font-size');
    set = [];
  };
  const apply = () => {
    takeOff();
    // The person's own colours go first.
    if (window.matchMedia('(forced-colors: active)').matches) return;
    const computed = getComputedStyle(root);
    const style = chooseStyle(json, (name) => computed.getPropertyValue(name));
    set = Object.keys(style.properties);
    for (const [name, value] of Object.entries(style.properties))
      root.style.setProperty(name, value);
    if (style.fontPercent !== undefined) root.style.fontSize = `${style.fontPercent}%`;
  };
  apply();
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    window.matchMedia(query).addEventListener('change', apply, { signal: controller.signal });
  const themes = new MutationObserver(apply);
  themes.observe(root, { attributeFilter: ['data-theme'] });
  return () => {
    controller.abort();
    themes.disconnect();
    takeOff();
  };
}
