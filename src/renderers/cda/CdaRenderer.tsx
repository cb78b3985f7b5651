/** Shows a CDA document as its sections, parsed in a worker. Runs nothing of it, requests nothing for it. */
import { useEffect, useEffectEvent, useId, useMemo, useRef } from 'react';
import { t } from '../../messages/messages.ts';
import { createDomFind } from '../dom-find.ts';
import type { RendererProps } from '../renderer.ts';
import { CdaDocumentContext, type CdaContext } from './cda-context.ts';
import { CdaDocumentView } from './CdaDocumentView.tsx';
import { documentText } from './document-text.ts';
import { IdentityBar } from './IdentityBar.tsx';
import { openAround } from './open-around.ts';
import { printDocument, removePrintedCopy } from './print-document.ts';
import { SourceText } from './SourceText.tsx';
import { useCdaReading } from './use-cda-reading.ts';
import './cda.css';

export function Renderer(props: RendererProps) {
  // Another content is another document: nothing of the one before may stay.
  return <Reading key={props.content.key} {...props} />;
}

function Reading(props: RendererProps) {
  const { reading, references, whole } = useCdaReading(props);
  const root = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const { renderNested, handle } = props;
  const context = useMemo<CdaContext>(
    () => ({
      domId: (id) => `${prefix}-${id}`,
      mediaOf: (id) => references.media.get(id),
      footnoteNumber: (id) => references.footnotes.get(id),
      goTo: (id) => goTo(`${prefix}-${id}`),
      renderNested,
    }),
    [prefix, references, renderNested],
  );
  const readable = reading.header !== undefined && reading.status !== 'unreadable';
  const current = useEffectEvent(() => reading);
  const print = useEffectEvent(() => {
    if (root.current !== null) printDocument(root.current, reading.header, props.patient);
  });
  const publish = useEffectEvent(() => {
    const find = createDomFind(() => root.current?.querySelector('.cda-sections'));
    handle({
      find: {
        ...find,
        search(query, onResult) {
          if (query.trim() !== '') openAround(root.current?.querySelector('.cda-empty'));
          find.search(query, onResult);
        },
      },
      print: () => print(),
      goTo: (target) => goTo(`${prefix}-${target}`),
      text: async () => {
        await whole;
        return documentText(current());
      },
    });
    return () => {
      find.clear();
      handle(undefined);
    };
  });
  useEffect(
    function publishCapabilities() {
      return readable ? publish() : undefined;
    },
    [readable],
  );
  useEffect(function leaveNoCopyBehind() {
    return removePrintedCopy;
  }, []);
  if (reading.status === 'unreadable') {
    return (
      <>
        {reading.match?.verdict === 'same' ? null : (
          <IdentityBar
            named={reading.header?.patients.map(({ identity }) => identity)}
            patient={props.patient.identity}
          />
        )}
        <SourceText {...props} />
      </>
    );
  }
  if (reading.header === undefined) {
    return (
      <p className="cda-note" role="status">
        {t('cda.reading')}
      </p>
    );
  }
  return (
    <CdaDocumentContext value={context}>
      <CdaDocumentView
        root={root}
        reading={reading}
        header={reading.header}
        patient={props.patient}
        requested={props.document.requestedPeriod}
      />
    </CdaDocumentContext>
  );
}

/** Brings an element into sight and the focus to it, so that reading goes on there. */
function goTo(id: string): void {
  const element = document.getElementById(id);
  if (element === null) return;
  openAround(element);
  const heading = element.matches('section')
    ? element.querySelector('.cda-section-title')
    : element;
  element.scrollIntoView({ block: 'start' });
  if (heading instanceof HTMLElement) {
    if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}
