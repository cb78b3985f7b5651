import { useState, type ReactNode } from 'react';
import { t } from '../messages/messages.ts';
import { displayName } from '../model/display-name.ts';
import type { PatientContext } from '../model/patient-context.ts';
import type { LaunchContext } from '../session/session-state.ts';
import { patientFacts, sameName } from './patient-words.ts';

export interface PatientRegionProps {
  readonly patient: PatientContext;
  /** False while the identity is being read. */
  readonly settled: boolean;
  readonly user: LaunchContext['user'];
  /** The menu at the end of the line. */
  readonly children: ReactNode;
}

/** Whose chart this is, always in sight; and who is reading it, where that is someone else. */
export function PatientRegion({ patient, settled, user, children }: PatientRegionProps) {
  const [today] = useState(() => new Date());
  const { identity } = patient;
  const name = identity === undefined ? undefined : displayName(identity);
  const userName = user?.name;
  return (
    <section className="patient" aria-label={t('app.patient.region')}>
      <div className="patient-line">
        <h1>{name ?? t(settled ? 'app.patient.unavailable' : 'app.patient.loading')}</h1>
        {identity === undefined ? (
          settled ? (
            <p className="patient-facts">{t('app.patient.unavailableHint')}</p>
          ) : null
        ) : (
          <p className="patient-facts">{patientFacts(identity, today).join(' · ')}</p>
        )}
        {userName === undefined || (name !== undefined && sameName(userName, name)) ? null : (
          <p className="patient-user">{t('app.patient.user', { name: userName })}</p>
        )}
      </div>
      {children}
    </section>
  );
}
