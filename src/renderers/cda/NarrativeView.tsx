import { Fragment, type ReactNode } from 'react';
import type { Narrative, NarrativeItem, NarrativeList } from '../../cda/narrative.ts';
import { narrativeText } from '../../cda/section-text.ts';
import { t } from '../../messages/messages.ts';
import { assertNever } from '../../shared/assert-never.ts';
import { useCdaDocument } from './cda-context.ts';
import { FootnoteMark } from './FootnoteMark.tsx';
import { FootnoteReference } from './FootnoteReference.tsx';
import { imageWords } from './image-words.ts';
import { isPhrasing } from './is-phrasing.ts';
import { MediaView } from './MediaView.tsx';
import type { NarrativeAnchor } from './narrative-anchor.ts';
import { narrativeClass } from './narrative-class.ts';
import { nodePieces } from './narrative-pieces.ts';
import { NarrativeLink } from './NarrativeLink.tsx';
import { PlainBlock } from './PlainBlock.tsx';
import { TableView } from './TableView.tsx';
import { visibleText } from './visible-text.ts';
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

type Element = Exclude<Narrative, { kind: 'text' }>;

function elementOf(key: number, node: Element, place: Place): ReactNode {
  const { within, domId } = place;
  const anchor: NarrativeAnchor = {
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

function listOf(
  key: number,
  list: NarrativeList,
  anchor: NarrativeAnchor,
  place: Place,
): ReactNode {
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
