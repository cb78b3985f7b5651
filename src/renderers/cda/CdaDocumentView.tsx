import type { RefObject } from 'react';
import type { CdaHeader, CdaSection } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';
import type { RequestedPeriod } from '../../model/clinical-document.ts';
import type { PatientContext } from '../../model/patient-context.ts';
import { useCdaDocument } from './cda-context.ts';
import type { CdaReading } from './cda-reading.ts';
import { CdaHeaderLine, CdaHeaderView } from './CdaHeaderView.tsx';
import { Contents } from './Contents.tsx';
import { IdentityBar } from './IdentityBar.tsx';
import { NestedData } from './NestedData.tsx';
import { sectionName } from './section-name.ts';
import { useDocumentLayout } from './use-document-layout.ts';
import { SectionView } from './SectionView.tsx';

interface CdaDocumentViewProps {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly reading: CdaReading;
  readonly header: CdaHeader;
  readonly patient: PatientContext;
  readonly requested: RequestedPeriod | undefined;
}

/** The document: whose it is where that is not plain, its header, its contents, its sections. */
export function CdaDocumentView({
  root,
  reading,
  header,
  patient,
  requested,
}: CdaDocumentViewProps) {
  const { goTo } = useCdaDocument();
  const wide = useDocumentLayout(root);
  const { sections, body } = reading;
  const complete = reading.status === 'complete';
  const language = header.language;
  return (
    <div
      className="cda-document"
      ref={root}
      {...(language === undefined ? {} : { lang: language })}
    >
      <div className="cda-standing">
        {reading.match?.verdict === 'unclear' && (
          <IdentityBar
            named={header.patients.map(({ identity }) => identity)}
            patient={patient.identity}
          />
        )}
        <CdaHeaderLine header={header} />
      </div>
      <CdaHeaderView header={header} requested={requested} />
      <div className="cda-columns">
        {sections.length > 0 && (
          <Contents
            sections={sections}
            complete={complete}
            open={wide}
            onGo={(key) => goTo(`section-${key}`)}
          />
        )}
        <div className="cda-sections" aria-busy={!complete}>
          {sections
            .filter((section) => !section.withoutContent)
            .map((section) => (
              <SectionView key={section.key} section={section} />
            ))}
          {body !== undefined && (
            <NestedData data={body} outside="cda.body.reference" damaged="cda.body.damaged" />
          )}
          {complete && sections.length === 0 && body === undefined && (
            <p className="cda-note">{t('cda.body.empty')}</p>
          )}
          <EmptySections sections={sections.filter((section) => section.withoutContent)} />
        </div>
      </div>
    </div>
  );
}

function EmptySections({ sections }: { readonly sections: readonly CdaSection[] }) {
  if (sections.length === 0) return null;
  return (
    <details className="cda-empty">
      <summary>
        {t('cda.empty', {
          count: sections.length,
          names: sections.map(sectionName).join(', '),
        })}
      </summary>
      {sections.map((section) => (
        <SectionView key={section.key} section={section} />
      ))}
    </details>
  );
}
