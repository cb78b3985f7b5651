import { Fragment, type ReactNode } from 'react';
import type {
  Narrative,
  NarrativeItem,
  NarrativeList,
  NarrativeStyle,
} from '../../cda/narrative.ts';
import { narrativeText } from '../../cda/section-text.ts';
import { t } from '../../messages/messages.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { withBreaks } from './break-text.ts';
import { useCdaDocument } from './cda-context.ts';
import { MediaView } from './MediaView.tsx';
import { narrativeClass } from './narrative-class.ts';
import { nodePieces, textPieces, type NarrativePiece } from './narrative-pieces.ts';
import { NarrativeLink } from './NarrativeLink.tsx';
import { PlainBlock } from './PlainBlock.tsx';
import { TableView } from './TableView.tsx';
import { useReference } from './use-reference.ts';
import './cda-narrative.css';

interface NarrativeProps {
  readonly nodes: readonly Narrative[];
  /** Title of the section, to name tables by. */
  readonly within: string;
  /** White space counts: inside `pre`. */
  readonly verbatim?: boolean;
}

/** Narrative in the author's order. */
export function NarrativeNodes({ nodes, within, verbatim = false }: NarrativeProps): ReactNode {
  const { domId } = useCdaDocument();
  return nodesOf(nodes, { within, verbatim, domId });
}

interface Place {
  readonly within: string;
  readonly verbatim: boolean;
  readonly domId: (id: string) => string;
}

/** As a function: each component counts where a document has a hundred thousand cells. */
function nodesOf(nodes: readonly Narrative[], place: Place): ReactNode {
  const [first] = nodes;
  if (nodes.length === 1 && first?.kind === 'text') return visibleText(first.text, place.verbatim);
  const pieces = nodePieces(nodes);
  const [whole] = pieces;
  if (pieces.length === 1 && whole !== undefined) return pieceOf(whole.part, place);
  return pieces.map(({ part, apart }, index) =>
    apart ? (
      <PlainBlock
        key={index}
        as="span"
        attributes={{ className: 'cda-piece' }}
        content={() => pieceOf(part, place)}
      />
    ) : (
      <Fragment key={index}>{pieceOf(part, place)}</Fragment>
    ),
  );
}

// Narrative never changes once read: positions are identities.
const pieceOf = (nodes: readonly Narrative[], place: Place): ReactNode =>
  nodes.map((node, index) =>
    node.kind === 'text' ? visibleText(node.text, place.verbatim) : elementOf(index, node, place),
  );

/** The style sheet lays out each piece apart. */
function inPieces(
  pieces: readonly NarrativePiece<string>[],
  render: (part: string) => ReactNode,
): ReactNode {
  const [first] = pieces;
  if (pieces.length === 1 && first !== undefined) return render(first.part);
  return pieces.map(({ part, apart }, index) =>
    apart ? (
      <span key={index} className="cda-piece">
        {render(part)}
      </span>
    ) : (
      <Fragment key={index}>{render(part)}</Fragment>
    ),
  );
}

/**
 * Authors break lines by newlines inside a text; newlines at its edges only lay out the source. The style
 * sheet keeps the former (`pre-line`).
 */
const visibleText = (text: string, verbatim: boolean): ReactNode =>
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

type Element = Exclude<Narrative, { kind: 'text' }>;

function elementOf(key: number, node: Element, place: Place): ReactNode {
  const { within, domId } = place;
  const anchor: Anchor = {
    ...(node.id === undefined ? {} : { id: domId(node.id) }),
    ...(node.language === undefined ? {} : { lang: node.language }),
  };
  const inner = (nodes: readonly Narrative[]) => nodesOf(nodes, place);
  switch (node.kind) {
    case 'content': {
      const styled = { ...anchor, ...narrativeClass(node.styles) };
      if (node.revised === 'insert') {
        return (
          <ins key={key} {...styled} title={t('cda.inserted')}>
            {inner(node.children)}
          </ins>
        );
      }
      if (node.revised === 'delete') {
        return (
          <del key={key} {...styled} title={t('cda.deleted')}>
            {inner(node.children)}
          </del>
        );
      }
      return (
        <span key={key} {...styled}>
          {inner(node.children)}
        </span>
      );
    }
    case 'link':
      return (
        <span key={key} {...anchor} {...narrativeClass(node.styles)}>
          <NarrativeLink href={node.href} title={node.title} text={narrativeText(node.children)}>
            {inner(node.children)}
          </NarrativeLink>
        </span>
      );
    case 'sub':
      return (
        <sub key={key} {...anchor} {...narrativeClass(node.styles)}>
          {inner(node.children)}
        </sub>
      );
    case 'sup':
      return (
        <sup key={key} {...anchor} {...narrativeClass(node.styles)}>
          {inner(node.children)}
        </sup>
      );
    case 'break':
      return node.rule === true ? (
        <hr key={key} {...anchor} {...narrativeClass(node.styles, 'cda-line')} />
      ) : (
        <br key={key} {...anchor} />
      );
    case 'image':
      return (
        <span key={key} {...anchor} className="cda-note cda-block" data-added="">
          {imageWords(node)}
        </span>
      );
    case 'footnote':
      return (
        <span
          key={key}
          {...anchor}
          {...narrativeClass(node.styles, 'cda-footnote')}
          role="note"
          aria-label={t('cda.footnote', { number: node.number })}
          tabIndex={-1}
        >
          <FootnoteMark id={node.id} number={node.number} />
          {inner(node.children)}
        </span>
      );
    case 'footnoteReference':
      return (
        <FootnoteReference key={key} anchor={anchor} styles={node.styles} target={node.target} />
      );
    case 'media':
      return (
        <span key={key} {...anchor} {...narrativeClass(node.styles, 'cda-media')}>
          {node.targets.map((target, index) => (
            <MediaView key={index} target={target} />
          ))}
          {node.targets.length === 0 && (
            <span className="cda-note cda-block" data-added="">
              {t('cda.media.unnamed')}
            </span>
          )}
          {node.caption !== undefined && (
            <span className="cda-caption cda-block">{inner(node.caption)}</span>
          )}
        </span>
      );
    case 'paragraph': {
      const Paragraph = node.children.every(isPhrasing) ? 'p' : 'div';
      return (
        <Fragment key={key}>
          {node.caption !== undefined && <div className="cda-caption">{inner(node.caption)}</div>}
          <Paragraph {...anchor} {...narrativeClass(node.styles, 'cda-paragraph')}>
            {inner(node.children)}
          </Paragraph>
        </Fragment>
      );
    }
    case 'preformatted':
      return (
        <pre key={key} {...anchor} {...narrativeClass(node.styles, 'cda-preformatted')}>
          {nodesOf(node.children, { ...place, verbatim: true })}
        </pre>
      );
    case 'list':
      return listOf(key, node, anchor, { ...place, verbatim: false });
    case 'table':
      return <TableView key={key} table={node} within={within} renderNodes={inner} />;
    case 'unknown':
      return (
        <span key={key} {...anchor} {...narrativeClass(node.styles)}>
          {inner(node.children)}
        </span>
      );
    default:
      return assertNever(node);
  }
}

/** Where an element can be jumped to, and its language. */
interface Anchor {
  readonly id?: string;
  readonly lang?: string;
}

/** HTML's `img` could only be fetched from elsewhere: it is said in words, with what its author says of it. */
function imageWords({ alt, source }: { readonly alt?: string; readonly source?: string }): string {
  const target = source?.slice(0, 300);
  if (target === undefined) {
    return alt === undefined ? t('cda.image.none') : t('cda.image.altOnly', { alt });
  }
  return alt === undefined ? t('cda.image', { target }) : t('cda.image.alt', { alt, target });
}

interface FootnoteMarkProps {
  readonly id: string | undefined;
  readonly number: number;
}

/** The footnote's number: a way back to where the text refers to it, if it does. */
function FootnoteMark({ id, number }: FootnoteMarkProps) {
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

interface FootnoteReferenceProps {
  readonly anchor: Anchor;
  readonly styles: readonly NarrativeStyle[] | undefined;
  readonly target: string | undefined;
}

function FootnoteReference({ anchor, styles, target }: FootnoteReferenceProps) {
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

function listOf(key: number, list: NarrativeList, anchor: Anchor, place: Place): ReactNode {
  const List = list.ordered ? 'ol' : 'ul';
  return (
    <Fragment key={key}>
      {list.caption !== undefined && (
        <div className="cda-caption">{nodesOf(list.caption, place)}</div>
      )}
      <List {...anchor} {...narrativeClass(list.styles, 'cda-list')}>
        {list.items.map((item, index) => itemOf(index, item, place))}
      </List>
    </Fragment>
  );
}

function itemOf(key: number, item: NarrativeItem, place: Place): ReactNode {
  return (
    <li
      key={key}
      {...(item.id === undefined ? {} : { id: place.domId(item.id) })}
      {...(item.language === undefined ? {} : { lang: item.language })}
      {...narrativeClass(item.styles)}
    >
      {item.caption !== undefined && (
        <span className="cda-caption">{nodesOf(item.caption, place)} </span>
      )}
      {nodesOf(item.children, place)}
    </li>
  );
}

function isPhrasing(node: Narrative): boolean {
  switch (node.kind) {
    case 'text':
    case 'image':
    case 'footnoteReference':
      return true;
    case 'break':
      return node.rule !== true;
    case 'content':
    case 'link':
    case 'sub':
    case 'sup':
    case 'unknown':
      return node.children.every(isPhrasing);
    default:
      return false;
  }
}
