import { Fragment, type ReactNode } from 'react';
import type {
  Narrative,
  NarrativeItem,
  NarrativeList,
  NarrativeStyle,
} from '../../cda/cda-document.ts';
import { narrativeText } from '../../cda/section-text.ts';
import { t } from '../../messages/messages.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { withBreaks } from './break-text.ts';
import { useCdaDocument } from './cda-context.ts';
import { MediaView } from './MediaView.tsx';
import { narrativeClass } from './narrative-class.ts';
import { nodePieces, textPieces, type NarrativePiece } from './narrative-pieces.ts';
import { NarrativeLink } from './NarrativeLink.tsx';
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
  return nodesOf(nodes, within, verbatim);
}

/** As a function: each component counts where a document has a hundred thousand cells. */
function nodesOf(nodes: readonly Narrative[], within: string, verbatim: boolean): ReactNode {
  const [first] = nodes;
  if (nodes.length === 1 && first?.kind === 'text') return visibleText(first.text, verbatim);
  return inPieces(nodePieces(nodes), (part) =>
    // Narrative never changes once read: positions are identities.
    part.map((node, index) =>
      node.kind === 'text' ? (
        visibleText(node.text, verbatim)
      ) : (
        <NarrativeNode key={index} node={node} within={within} verbatim={verbatim} />
      ),
    ),
  );
}

/** The style sheet lays out each piece apart. */
function inPieces<T>(
  pieces: readonly NarrativePiece<T>[],
  render: (part: T) => ReactNode,
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

interface NarrativeNodeProps {
  readonly node: Element;
  readonly within: string;
  readonly verbatim: boolean;
}

function NarrativeNode({ node, within, verbatim }: NarrativeNodeProps) {
  const document = useCdaDocument();
  const anchor: Anchor = {
    ...(node.id === undefined ? {} : { id: document.domId(node.id) }),
    ...(node.language === undefined ? {} : { lang: node.language }),
  };
  const inner = (nodes: readonly Narrative[]) => nodesOf(nodes, within, verbatim);
  switch (node.kind) {
    case 'content': {
      const styled = { ...anchor, ...narrativeClass(node.styles) };
      if (node.revised === 'insert') {
        return (
          <ins {...styled} title={t('cda.inserted')}>
            {inner(node.children)}
          </ins>
        );
      }
      if (node.revised === 'delete') {
        return (
          <del {...styled} title={t('cda.deleted')}>
            {inner(node.children)}
          </del>
        );
      }
      return <span {...styled}>{inner(node.children)}</span>;
    }
    case 'link':
      return (
        <span {...anchor} {...narrativeClass(node.styles)}>
          <NarrativeLink href={node.href} title={node.title} text={narrativeText(node.children)}>
            {inner(node.children)}
          </NarrativeLink>
        </span>
      );
    case 'sub':
      return (
        <sub {...anchor} {...narrativeClass(node.styles)}>
          {inner(node.children)}
        </sub>
      );
    case 'sup':
      return (
        <sup {...anchor} {...narrativeClass(node.styles)}>
          {inner(node.children)}
        </sup>
      );
    case 'break':
      return node.rule === true ? (
        <hr {...anchor} {...narrativeClass(node.styles, 'cda-line')} />
      ) : (
        <br {...anchor} />
      );
    case 'image':
      return (
        <span {...anchor} className="cda-note cda-block" data-added="">
          {imageWords(node)}
        </span>
      );
    case 'footnote':
      return (
        <span
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
      return <FootnoteReference anchor={anchor} styles={node.styles} target={node.target} />;
    case 'media':
      return (
        <span {...anchor} {...narrativeClass(node.styles, 'cda-media')}>
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
        <>
          {node.caption !== undefined && <div className="cda-caption">{inner(node.caption)}</div>}
          <Paragraph {...anchor} {...narrativeClass(node.styles, 'cda-paragraph')}>
            {inner(node.children)}
          </Paragraph>
        </>
      );
    }
    case 'preformatted':
      return (
        <pre {...anchor} {...narrativeClass(node.styles, 'cda-preformatted')}>
          <NarrativeNodes nodes={node.children} within={within} verbatim />
        </pre>
      );
    case 'list':
      return <ListView list={node} anchor={anchor} within={within} />;
    case 'table':
      return <TableView table={node} within={within} renderNodes={inner} />;
    case 'unknown':
      return (
        <span {...anchor} {...narrativeClass(node.styles)}>
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

interface ListViewProps {
  readonly list: NarrativeList;
  readonly anchor: Anchor;
  readonly within: string;
}

function ListView({ list, anchor, within }: ListViewProps) {
  const List = list.ordered ? 'ol' : 'ul';
  return (
    <>
      {list.caption !== undefined && (
        <div className="cda-caption">
          <NarrativeNodes nodes={list.caption} within={within} />
        </div>
      )}
      <List {...anchor} {...narrativeClass(list.styles, 'cda-list')}>
        {list.items.map((item, index) => (
          <ItemView key={index} item={item} within={within} />
        ))}
      </List>
    </>
  );
}

function ItemView({ item, within }: { readonly item: NarrativeItem; readonly within: string }) {
  const { domId } = useCdaDocument();
  return (
    <li
      {...(item.id === undefined ? {} : { id: domId(item.id) })}
      {...(item.language === undefined ? {} : { lang: item.language })}
      {...narrativeClass(item.styles)}
    >
      {item.caption !== undefined && (
        <span className="cda-caption">
          <NarrativeNodes nodes={item.caption} within={within} />{' '}
        </span>
      )}
      <NarrativeNodes nodes={item.children} within={within} />
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
