import { useEffect, useState } from 'react';
import type { EncapsulatedData } from '../../cda/cda-media.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import type { Content } from '../../model/content.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { useCdaDocument } from './cda-context.ts';
import type { RendererProps } from '../renderer.ts';
import { decodeData, type DataError } from './decode-data.ts';
import { linkTarget } from './link-target.ts';
import { NarrativeLink } from './NarrativeLink.tsx';
import { nullWords } from './null-words.ts';

interface NestedDataProps {
  readonly data: EncapsulatedData;
  /** Sentences for what is outside the document and for what cannot be decoded. */
  readonly outside: MessageKey;
  readonly damaged: MessageKey;
  /** Takes what its renderer can do; must not change. */
  readonly handle?: RendererProps['handle'];
}

type Decoding =
  | { readonly kind: 'decoding' }
  | { readonly kind: 'decoded'; readonly content: Content }
  | { readonly kind: 'failed'; readonly error: DataError };

/** A body or picture inside the document, by the renderer of its own type. An address is never followed. */
export function NestedData({ data, outside, damaged, handle }: NestedDataProps) {
  const { renderNested } = useCdaDocument();
  const [state, setState] = useState<Decoding>({ kind: 'decoding' });
  useEffect(
    function decode() {
      let current = true;
      void decodeData(data).then((result) => {
        if (!current) return;
        // What holds no byte is no picture and no document, though it decodes.
        if (!result.ok) setState({ kind: 'failed', error: result.error });
        else if (result.value.size === 0) setState({ kind: 'failed', error: { kind: 'damaged' } });
        else setState({ kind: 'decoded', content: result.value });
      });
      return () => {
        current = false;
      };
    },
    [data],
  );
  if (data.text === '' && data.reference !== undefined) {
    return (
      <p className="cda-note" data-added="">
        {t(outside, { target: data.reference })}
        {linkTarget(data.reference).kind === 'outside' && (
          <>
            {' '}
            <NarrativeLink href={data.reference} title={undefined} text="">
              {t('cda.body.open')}
            </NarrativeLink>
          </>
        )}
      </p>
    );
  }
  if (data.text === '' && data.nullFlavor !== undefined) {
    return (
      <p className="cda-note" data-added="">
        {t('cda.body.null', { why: nullWords(data.nullFlavor) })}
      </p>
    );
  }
  switch (state.kind) {
    case 'decoding':
      return null;
    case 'decoded':
      return (
        <div className="cda-nested" data-added="">
          {renderNested(state.content, handle)}
        </div>
      );
    case 'failed':
      return (
        <p className="cda-note" data-added="">
          {failureWords(state.error, damaged)}
        </p>
      );
    default:
      return assertNever(state);
  }
}

function failureWords(error: DataError, damaged: MessageKey): string {
  switch (error.kind) {
    case 'unknownCompression':
      return t('cda.body.compression', { name: error.name });
    case 'tooLarge':
      return t('cda.body.tooLarge', { megabytes: error.limit / 1_000_000 });
    case 'damaged':
      return t(damaged);
    default:
      return assertNever(error);
  }
}
