import { useState, type ReactNode } from 'react';
import { t } from '../messages/messages.ts';
import { displayName } from '../model/display-name.ts';
import type { PatientContext, PatientIdentity } from '../model/patient-context.ts';
import type { LaunchContext } from '../session/session-state.ts';
import { Button } from '../ui/Button.tsx';
import { birthWords, patientFacts } from './patient-words.ts';
import { readerOf, userWords } from './user-words.ts';

export interface PatientRegionProps {
  readonly patient: PatientContext;
  /** False while the identity is being read. */
  readonly settled: boolean;
  readonly launch: LaunchContext;
  /** Why there is no identity, in words. */
  readonly problem: string | undefined;
  /** Reads the identity again, where that may help. */
  readonly onRetry: (() => void) | undefined;
  /** The menu at the end of the line. */
  readonly children: ReactNode;
}

/**
 * Whose chart this is, always in sight; and who is reading it, where that is someone else. An EHR that shows
 * the patient itself (`need_patient_banner: false`) gets it in one short line, unless a proxy reads.
 */
export function PatientRegion(props: PatientRegionProps) {
  const { patient, settled, launch, problem, onRetry, children } = props;
  const { identity } = patient;
  const name = identity === undefined ? undefined : displayName(identity);
  const user = userWords(launch, name);
  const isShort = !launch.needPatientBanner && readerOf(launch) !== 'proxy';
  return (
    <section
      className={isShort ? 'patient patient-short' : 'patient'}
      aria-label={t('app.patient.region')}
    >
      <div className="patient-line">
        <h1>{name ?? t(settled ? 'app.patient.unavailable' : 'app.patient.loading')}</h1>
        {identity !== undefined ? (
          <Facts identity={identity} isShort={isShort} />
        ) : settled ? (
          <p className="patient-facts">{problem ?? t('app.patient.unavailableHint')}</p>
        ) : null}
        {identity !== undefined || onRetry === undefined ? null : (
          <Button variant="quiet" onClick={onRetry}>
            {t('ui.tryAgain')}
          </Button>
        )}
        {user === undefined ? null : <p className="patient-user">{user}</p>}
      </div>
      {children}
    </section>
  );
}

function Facts({
  identity,
  isShort,
}: {
  readonly identity: PatientIdentity;
  readonly isShort: boolean;
}) {
  const [today] = useState(() => new Date());
  const facts = isShort ? [birthWords(identity, today)] : patientFacts(identity, today);
  return <p className="patient-facts">{facts.join(' · ')}</p>;
}
