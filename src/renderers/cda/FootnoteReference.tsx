import type { NarrativeStyle } from '../../cda/narrative.ts';
import { t } from '../../messages/messages.ts';
import { useCdaDocument } from './cda-context.ts';
import type { NarrativeAnchor } from './narrative-anchor.ts';
import { narrativeClass } from './narrative-class.ts';
import { useReference } from './use-reference.ts';

interface FootnoteReferenceProps {
  readonly anchor: NarrativeAnchor;
  readonly styles: readonly NarrativeStyle[] | undefined;
  readonly target: string | undefined;
}

/** The number in the text that leads to its footnote. */
export function FootnoteReference({ anchor, styles, target }: FootnoteReferenceProps) {
  const { domId, goTo } = useCdaDocument();
  const number = useReference(({ footnoteNumber }) =>
    target === undefined ? undefined : footnoteNumber(target),
  );
  if (target === undefined) return <span {...anchor} />;
  const mark = `[${number ?? '*'}]`;
  return (
    <sup
      {...anchor}
      {...narrativeClass(styles)}
      data-added=""
      data-reference={`reference ${target}`}
      tabIndex={-1}
    >
      <a
        {...(number === undefined ? {} : { 'aria-label': t('cda.footnote', { number }) })}
        href={`#${domId(target)}`}
        onClick={(event) => {
          event.preventDefault();
          goTo(target);
        }}
      >
        {mark}
      </a>
    </sup>
  );
}
