/** Shows a CDA document as its sections, parsed in a worker. Runs nothing of it, requests nothing for it. */
import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react';
import type { CdaSection } from '../../cda/cda-document.ts';
import { addCdaMessages } from '../../messages/cda-messages.ts';
import { t } from '../../messages/messages.ts';
import { documentTitle } from '../../model/document-words.ts';
import type { RendererProps } from '../renderer.ts';
import { CdaDocumentContext, type CdaContext } from './cda-context.ts';
import { CdaDocumentView } from './CdaDocumentView.tsx';
import { createReader } from './create-reader.ts';
import { documentText } from './document-text.ts';
import { IdentityBar } from './IdentityBar.tsx';
import { SectionSource } from './SectionSource.tsx';
import { SourceText } from './SourceText.tsx';
import { useCdaReading } from './use-cda-reading.ts';
import { usePrinting } from './use-printing.ts';
import './cda.css';
import './cda-reading.css';
import './cda-waiting.css';

addCdaMessages();

export function Renderer(props: RendererProps) {
  // Another content is another document: nothing of the one before may stay.
  return <Reading key={props.content.key} {...props} />;
}

function Reading(props: RendererProps) {
  const [source, setSource] = useState<CdaSection>();
  const prefix = useId();
  const { renderNested, handle } = props;
  const [reader] = useState(() => createReader((id) => `${prefix}-${id}`, renderNested));
  const { root, view, navigation, find, putting } = reader;
  const { reading, references, whole } = useCdaReading(props, putting);
  const context = useMemo<CdaContext>(
    () => ({
      domId: (id) => `${prefix}-${id}`,
      mediaOf: (id) => references.media.get(id),
      referencesComplete: () => references.complete,
      footnoteNumber: (id) => references.footnotes.get(id),
      footnoteReferred: (id) => references.referred.has(id),
      onReferences: (listener) => {
        references.listeners.add(listener);
        return () => references.listeners.delete(listener);
      },
      goTo: navigation.goTo,
      renderNested: reader.renderNested,
      bodyHandle: reader.bodyHandle,
      view,
      putting,
      move: (key, by) => view.move(reader.sections(), key, by),
      showSource: setSource,
    }),
    [prefix, references, reader, navigation, view, putting],
  );
  const readable = reading.header !== undefined && reading.status !== 'unreadable';
  const current = useEffectEvent(() => reading);
  const { document, patient, report } = props;
  const printing = usePrinting({ root, view, putting, reading, whole, document, patient, report });
  const print = useEffectEvent(() => {
    // Pages and frames cannot be copied: their own renderer prints them, patient and document on each page.
    const alone = reading.bodies.length === 1 && reading.sections.length === 0;
    const printBody = alone ? reader.bodyPrint() : undefined;
    if (printBody === undefined) printing.print();
    else printBody();
  });
  const publish = useEffectEvent(() => {
    handle({
      find,
      print: () => print(),
      goTo: navigation.goTo,
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
  useEffect(
    function followRenderer() {
      reader.nestedIs(renderNested);
    },
    [reader, renderNested],
  );
  useEffect(
    function followSections() {
      reader.sectionsAre(reading.sections);
    },
    [reader, reading.sections],
  );
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
        title={documentTitle(props.document)}
        patient={props.patient}
        requested={props.document.requestedPeriod}
        revisions={references.revisions}
      />
      {printing.waiting && (
        <p className="cda-waiting" role="status">
          {t('cda.print.waiting')}
        </p>
      )}
      {source !== undefined && (
        <SectionSource
          section={source}
          content={props.content}
          onClose={() => setSource(undefined)}
        />
      )}
    </CdaDocumentContext>
  );
}
