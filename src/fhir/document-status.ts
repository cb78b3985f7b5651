import type { DocumentStatus, DocumentStatusKind } from '../model/clinical-document.ts';
import { codesOf, isMasked } from './concept.ts';
import { readStatus } from './document-parts.ts';
import type { JsonObject } from './fhir-resource.ts';

/** Source: http://hl7.org/fhir/R4/valueset-diagnostic-report-status.html (DSTU2's codes are among them). */
const reportKinds: ReadonlyMap<string, DocumentStatusKind> = new Map<string, DocumentStatusKind>([
  ['registered', 'preliminary'],
  ['partial', 'preliminary'],
  ['preliminary', 'preliminary'],
  ['final', 'final'],
  ['amended', 'amended'],
  ['corrected', 'amended'],
  ['appended', 'amended'],
  ['cancelled', 'cancelled'],
  ['entered-in-error', 'entered-in-error'],
]);

/** `current` is what servers say of every published document; `docStatus` may say more. */
const referenceKinds: ReadonlyMap<string, DocumentStatusKind> = new Map<string, DocumentStatusKind>(
  [
    ['current', 'final'],
    ['superseded', 'superseded'],
    ['entered-in-error', 'entered-in-error'],
  ],
);

const docStatusKinds: ReadonlyMap<string, DocumentStatusKind> = new Map<string, DocumentStatusKind>(
  [
    ['preliminary', 'preliminary'],
    ['final', 'final'],
    ['amended', 'amended'],
    ['appended', 'amended'],
    ['entered-in-error', 'entered-in-error'],
  ],
);

/** Where a DiagnosticReport stands. */
export const reportStatus = (resource: JsonObject): DocumentStatus =>
  readStatus(resource, reportKinds);

/** Where a DocumentReference stands: the reference's own status, refined by the document's where current. */
export function referenceStatus(resource: JsonObject): DocumentStatus {
  const status = readStatus(resource, referenceKinds);
  const isCurrent = status.kind === 'final' || status.kind === 'unknown';
  if (!isCurrent) return status;
  if (isMasked(resource, 'docStatus')) return { kind: 'masked' };
  const raw = codesOf(resource['docStatus'])[0];
  const kind = raw === undefined ? undefined : docStatusKinds.get(raw);
  return raw === undefined || kind === undefined ? status : { kind, raw };
}
