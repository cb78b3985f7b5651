import type { CdaHeader } from '../../cda/cda-header.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { confidentialityWords } from './confidentiality-words.ts';
import { dispositionWords } from './disposition-words.ts';
import { labelWords } from './fact-labels.ts';
import { valueWords } from './fact-value-words.ts';
import { periodWords } from './hl7-time.ts';
import { codeWords, idWords } from './null-words.ts';
import { idLines, joined, participationRows, words, type HeaderRow } from './participation-row.ts';
import { languageName, patientRow } from './patient-row.ts';
import { organisationLine } from './reach-words.ts';
import { relationWords } from './related-words.ts';
import { serviceClassWords } from './service-class-words.ts';

/** Every part of the header as rows: the document and its people first, what only machines need last. */
export function headerRows(header: CdaHeader): readonly HeaderRow[] {
  const row = (key: MessageKey, ...lines: readonly (string | undefined)[]): HeaderRow => ({
    label: t(key),
    lines: words(...lines),
    ids: [],
  });
  return [
    row('cda.row.type', codeWords(header.code)),
    row('cda.row.made', periodWords(header.effectiveTime)),
    row('cda.row.confidentiality', confidentialityWords(header.confidentiality)),
    ...header.patients.flatMap((patient) => [
      patientRow(patient, header.effectiveTime),
      ...participationRows(patient.participations),
    ]),
    ...participationRows(header.participations),
    ...header.services.flatMap((service) => [
      {
        ...row(
          'cda.row.service',
          codeWords(service.code),
          serviceClassWords(service.classCode),
          periodWords(service.period),
        ),
        ids: idLines(service.ids),
      },
      ...participationRows(service.performers),
    ]),
    ...header.encounters.flatMap((encounter) => [
      {
        ...row(
          'cda.row.encounter',
          codeWords(encounter.code),
          periodWords(encounter.period),
          encounter.location,
          ...encounter.organisations.map((organisation) => organisationLine(organisation)),
          codeWords(encounter.facility),
          codeWords(encounter.referralSource),
          dispositionWords(encounter.disposition),
        ),
        ids: idLines([
          ...encounter.ids,
          ...encounter.facilityIds,
          ...encounter.organisations.flatMap(({ ids }) => ids),
        ]),
      },
      ...participationRows(encounter.participations),
    ]),
    ...header.acts.map((act) => ({
      ...row(
        act.kind === 'order' ? 'cda.row.order' : 'cda.row.consent',
        codeWords(act.code),
        joined(codeWords(act.priority), act.status),
      ),
      ids: idLines(act.ids),
    })),
    ...header.related.map((related) =>
      row(
        'cda.row.related',
        relationWords(related.typeCode),
        codeWords(related.code),
        idLines(related.ids).join(', '),
        idWords(related.setId),
        related.version && t('cda.header.version', { version: related.version }),
        related.text,
      ),
    ),
    ...header.rest.map(({ label, values }) => ({
      label: labelWords(label),
      lines: words(...values.map(valueWords)),
      ids: [],
    })),
    row(
      'cda.row.more',
      header.restLeft > 0 ? t('cda.header.more', { count: header.restLeft }) : undefined,
    ),
    row('cda.row.language', header.language && languageName(header.language)),
    row('cda.row.version', header.version),
    row('cda.row.set', idWords(header.setId)),
    row('cda.row.id', ...idLines(header.ids)),
  ].filter(({ lines, ids }) => lines.length + ids.length > 0);
}
