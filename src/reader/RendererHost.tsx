import { Suspense, useEffect } from 'react';
import type { ClinicalDocument } from '../model/clinical-document.ts';
import type { Content } from '../model/content.ts';
import type { PatientContext } from '../model/patient-context.ts';
import type {
  RendererCapabilities,
  RendererEvent,
  RendererSettings,
} from '../renderers/renderer.ts';
import { lazyRenderer, forgetRenderer } from './lazy-renderer.ts';
import { NestedContent } from './NestedContent.tsx';
import { RendererBoundary } from './RendererBoundary.tsx';
import { useRendererEntry } from './use-renderer-entry.ts';

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
          renderNested={(nested) => (
            <NestedContent
              content={nested}
              document={document}
              patient={patient}
              settings={settings}
              depth={depth + 1}
            />
          )}
        />
      </Suspense>
    </RendererBoundary>
  );
}
