import type { ReactNode } from 'react';
import { useCdaDocument } from './cda-context.ts';
import { linkTarget, saysTarget } from './link-target.ts';

interface NarrativeLinkProps {
  readonly href: string | undefined;
  readonly title: string | undefined;
  readonly text: string;
  readonly children: ReactNode;
}

/** A link with its target in sight; what may not be followed is text. */
export function NarrativeLink({ href, title, text, children }: NarrativeLinkProps) {
  const { domId, goTo } = useCdaDocument();
  const target = linkTarget(href);
  const titled = title === undefined ? {} : { title };
  switch (target.kind) {
    case 'inside':
      return (
        <a
          {...titled}
          href={`#${domId(target.id)}`}
          onClick={(event) => {
            // The address of the page names the open document; a jump must not change it.
            event.preventDefault();
            goTo(target.id);
          }}
        >
          {children}
        </a>
      );
    case 'outside':
      return (
        <>
          <a
            {...titled}
            href={target.href}
            target="_blank"
            rel="noopener noreferrer"
            referrerPolicy="no-referrer"
          >
            {children}
          </a>
          {!saysTarget(text, target) && (
            <span className="cda-link-target" data-added="">{` (${target.shown})`}</span>
          )}
        </>
      );
    case 'inert':
      return (
        <span className="cda-link-inert" {...titled}>
          {children}
          {target.shown !== undefined && !text.includes(target.shown) && (
            <span className="cda-link-target" data-added="">{` (${target.shown})`}</span>
          )}
        </span>
      );
  }
}
