import { useEffect, useState } from 'react';
import type { Content, ContentError } from '../model/content.ts';
import { readTraits } from '../renderers/content-traits.ts';
import { chooseRenderers } from '../renderers/registry.ts';
import type { RendererEntry } from '../renderers/renderer.ts';

export type EntryState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'chosen'; readonly entry: RendererEntry }
  | { readonly kind: 'failed'; readonly error: ContentError };

const reading: EntryState = { kind: 'reading' };

/** Reads the first bytes of `content` and chooses who shows it. Leaving before that ends the request. */
export function useRendererEntry(content: Content): EntryState {
  const [state, setState] = useState<{ readonly of: Content; readonly state: EntryState }>();
  useEffect(
    function chooseByFirstBytes() {
      let left = false;
      let known = false;
      void readTraits(content).then((traits) => {
        known = true;
        if (left) return;
        if (!traits.ok) {
          setState({ of: content, state: { kind: 'failed', error: traits.error } });
          return;
        }
        const [entry] = chooseRenderers(traits.value);
        if (entry !== undefined) setState({ of: content, state: { kind: 'chosen', entry } });
      });
      return () => {
        left = true;
        if (!known) content.cancel();
      };
    },
    [content],
  );
  return state?.of === content ? state.state : reading;
}
