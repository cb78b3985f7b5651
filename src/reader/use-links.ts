import { useEffect, useState, type RefObject } from 'react';

/**
 * The link that is asked about. Links in the page's own part of a document (clinical documents, PDF) are caught
 * wherever they are clicked in `body`, with whatever button and key; frames report theirs through `ask`.
 */
export function useLinks(body: RefObject<HTMLElement | null>) {
  const [asked, setAsked] = useState<string>();
  useEffect(
    function catchLinks() {
      const controller = new AbortController();
      const options = { capture: true, signal: controller.signal };
      const onClick = (event: MouseEvent): void => {
        const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
        const href = link?.getAttribute('href') ?? '';
        // Jumps inside a document are its renderer's own.
        if (link === null || href.startsWith('#')) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.type === 'click' || event.button === 1) setAsked(href);
      };
      body.current?.addEventListener('click', onClick, options);
      body.current?.addEventListener('auxclick', onClick, options);
      return () => controller.abort();
    },
    [body],
  );
  return { asked, ask: setAsked, close: () => setAsked(undefined) };
}
