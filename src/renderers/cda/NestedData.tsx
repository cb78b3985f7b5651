import { useEffect, useState } from 'react';
import type { EncapsulatedData } from '../../cda/cda-document.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import type { Content } from '../../model/content.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { useCdaDocument } from './cda-context.ts';
import { decodeData } from './decode-data.ts';

interface NestedDataProps {
  readonly data: EncapsulatedData;
  /** Sentences for what is outside the document and for what cannot be decoded. */
  readonly outside: MessageKey;
  readonly damaged: MessageKey;
}

type Decoding =
  | { readonly kind: 'decoding' }
  | { readonly kind: 'decoded'; readonly content: Content }
  | { readonly kind: 'damaged' };

/** A body or picture inside the document, by the renderer of its own type. An address is never followed. */
export function NestedData({ data, outside, damaged }: NestedDataProps) {
  const { renderNested } = useCdaDocument();
  const [state, setState] = useState<Decoding>({ kind: 'decoding' });
  useEffect(
    function decode() {
      let current = true;
      void decodeData(data).then((result) => {
        if (!current) return;
        // What holds no byte is no picture and no document, though it decodes.
        const decoded = result.ok && result.value.size !== 0;
        setState(decoded ? { kind: 'decoded', content: result.value } : { kind: 'damaged' });
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
      </p>
    );
  }
  switch (state.kind) {
    case 'decoding':
      return null;
    case 'decoded':
      return (
        <div className="cda-nested" data-added="">
          {renderNested(state.content)}
        </div>
      );
    case 'damaged':
      return (
        <p className="cda-note" data-added="">
          {t(damaged)}
        </p>
      );
    default:
      return assertNever(state);
  }
}
