import { Suspense, useCallback, useEffect, useState } from 'react';
import { t } from '../messages/messages.ts';
import type { ClinicalDocument } from '../model/clinical-document.ts';
import type { Content } from '../model/content.ts';
import type { PatientContext } from '../model/patient-context.ts';
import type {
  RendererCapabilities,
  RendererEvent,
  RendererSettings,
} from '../renderers/renderer.ts';
import { Alert } from '../ui/Alert.tsx';
import { lazyRenderer, forgetRenderer } from './lazy-renderer.ts';
import { Notices } from './Notices.tsx';
import { problemWords } from './problem-words.ts';
import { RendererBoundary } from './RendererBoundary.tsx';
import { useRendererEntry } from './use-renderer-entry.ts';
import { afterEvent, initialView } from './view-state.ts';

export interface RendererHostProps {
  readonly content: Content;
  readonly document: ClinicalDocument;
  readonly patient: PatientContext;
  readonly settings: RendererSettings;
  readonly report: (event: RendererEvent) => void;
  readonly handle: (capabilities: RendererCapabilities | undefined) => void;
  /** How many contents this one lies in; a document inside a document inside … ends somewhere. */
  readonly depth?: number;
}

/** Shows one content by the renderer that its bytes call for. `report` and `handle` must not change. */
export function RendererHost(props: RendererHostProps) {
  const { content, document, patient, settings, report, handle, depth = 0 } = props;
  const state = useRendererEntry(content);
  const error = state.kind === 'failed' ? state.error : undefined;
  useEffect(
    function reportFailure() {
      if (error === undefined) return;
      report({ kind: 'problem', sentence: { key: 'reader.problem' }, error });
    },
    [error, report],
  );
  if (state.kind !== 'chosen') return null;
  const { entry } = state;
  const Renderer = lazyRenderer(entry);
  const onCrash = () => {
    forgetRenderer(entry);
    report({ kind: 'problem', sentence: { key: 'errors.rendererCrash' } });
  };
  return (
    <RendererBoundary key={`${content.key} ${entry.id}`} onCrash={onCrash}>
      <Suspense fallback={null}>
        {/* The component of an entry is kept: the same entry gives the same one. */}
        {/* oxlint-disable-next-line react/static-components */}
        <Renderer
          content={content}
          document={document}
          patient={patient}
          settings={settings}
          report={report}
          handle={handle}
          renderNested={(nested, nestedHandle = noHandle) => (
            <NestedContent
              content={nested}
              document={document}
              patient={patient}
              settings={settings}
              depth={depth + 1}
              outer={report}
              handle={nestedHandle}
            />
          )}
        />
      </Suspense>
    </RendererBoundary>
  );
}

const deepest = 3;
const noHandle = () => undefined;

interface NestedContentProps {
  readonly content: Content;
  readonly document: ClinicalDocument;
  readonly patient: PatientContext;
  readonly settings: RendererSettings;
  readonly depth: number;
  readonly outer: (event: RendererEvent) => void;
  readonly handle: RendererHostProps['handle'];
}

/** A content inside another one: its own notices and problems, the outer document's toolbar. */
function NestedContent(props: NestedContentProps) {
  const { content, depth, outer } = props;
  const [view, setView] = useState(initialView);
  const report = useCallback(
    (event: RendererEvent) => {
      if (event.kind === 'link') outer(event);
      else setView((old) => afterEvent(old, event));
    },
    [outer],
  );
  if (depth > deepest) return <p>{t('reader.tooDeep')}</p>;
  return (
    <div className="reader-nested">
      <Notices notices={view.notices} />
      {view.body.kind === 'refused' ? (
        <Alert words={{ what: t(view.body.sentence.key, view.body.sentence.values) }} />
      ) : null}
      {view.body.kind === 'problem' ? <Alert words={problemWords(view.body)} /> : null}
      <RendererHost {...props} key={content.key} report={report} />
    </div>
  );
}
