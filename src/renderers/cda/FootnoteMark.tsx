import { t } from '../../messages/messages.ts';
import { useCdaDocument } from './cda-context.ts';
import { useReference } from './use-reference.ts';

interface FootnoteMarkProps {
  readonly id: string | undefined;
  readonly number: number;
}

/** The footnote's number: a way back to where the text refers to it, if it does. */
export function FootnoteMark({ id, number }: FootnoteMarkProps) {
  const { domId, goTo } = useCdaDocument();
  const referred = useReference(({ footnoteReferred }) => id !== undefined && footnoteReferred(id));
  if (id === undefined || !referred) return <sup data-added="">{`[${number}] `}</sup>;
  return (
    <sup data-added="">
      <a
        href={`#${domId(id)}`}
        aria-label={t('cda.footnote.back', { number })}
        onClick={(event) => {
          event.preventDefault();
          goTo(`reference ${id}`);
        }}
      >
        {`[${number}]`}
      </a>{' '}
    </sup>
  );
}
