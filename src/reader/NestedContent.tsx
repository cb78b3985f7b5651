import { useCallback, useState } from 'react';
import { t } from '../messages/messages.ts';
import type { ClinicalDocument } from '../model/clinical-document.ts';
import type { Content } from '../model/content.ts';
import type { PatientContext } from '../model/patient-context.ts';
import type { RendererEvent, RendererSettings } from '../renderers/renderer.ts';
import { Alert } from '../ui/Alert.tsx';
import { Notices } from './Notices.tsx';
import { problemWords } from './problem-words.ts';
import { RendererHost } from './RendererHost.tsx';
import { afterEvent, initialView } from './view-state.ts';

const deepest = 3;
const noHandle = () => undefined;

export interface NestedContentProps {
  readonly content: Content;
  readonly document: ClinicalDocument;
  readonly patient: PatientContext;
  readonly settings: RendererSettings;
  readonly depth: number;
}

/** A content inside another one: its own notices and problems, the outer document's toolbar. */
export function NestedContent(props: NestedContentProps) {
  const { content, depth } = props;
  const [view, setView] = useState(initialView);
  const report = useCallback(
    (event: RendererEvent) => setView((old) => afterEvent(old, event)),
    [],
  );
  if (depth > deepest) return <p>{t('reader.tooDeep')}</p>;
  return (
    <div className="reader-nested">
      <Notices notices={view.notices} />
      {view.body.kind === 'refused' ? (
        <Alert words={{ what: t(view.body.sentence.key, view.body.sentence.values) }} />
      ) : null}
      {view.body.kind === 'problem' ? <Alert words={problemWords(view.body)} /> : null}
      <RendererHost {...props} key={content.key} report={report} handle={noHandle} />
    </div>
  );
}
