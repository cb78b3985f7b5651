import { createElement, Fragment, type ReactNode } from 'react';
import { withBreaks } from './break-text.ts';
import { textPieces, type NarrativePiece } from './narrative-pieces.ts';

/**
 * Authors break lines by newlines inside a text; newlines at its edges only lay out the source. The style
 * sheet keeps the former (`pre-line`).
 */
export const visibleText = (text: string, verbatim: boolean): ReactNode =>
  verbatim
    ? inPieces(textPieces(text), (part) => part)
    : inPieces(
        textPieces(
          text
            .replace(/^[ \t]*\n[ \t\n]*/, ' ')
            .replace(/[ \t]*\n[ \t\n]*$/, ' ')
            .replace(/\n[ \t]*\n[ \t\n]*/g, '\n\n'),
        ),
        withBreaks,
      );

/** The style sheet lays out each piece apart. */
function inPieces(
  pieces: readonly NarrativePiece<string>[],
  render: (part: string) => ReactNode,
): ReactNode {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return render(first.part);
  return pieces.map(({ part, apart }, index) =>
    apart
      ? createElement('span', { key: index, className: 'cda-piece' }, render(part))
      : createElement(Fragment, { key: index }, render(part)),
  );
}
