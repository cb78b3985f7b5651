/** What the parts of an entry are called: by a name of ours, else by the element's own. */
import type { EntryDetail, FactItem } from '../../cda/entry-fact.ts';
import { t, type MessageKey } from '../../messages/messages.ts';
import { participationTypeWords } from './participation-types.ts';

export const DETAIL_KEYS: Readonly<Record<EntryDetail, MessageKey>> = {
  subject: 'cda.facts.subject',
  dose: 'cda.facts.dose',
  rate: 'cda.facts.rate',
  maxDose: 'cda.facts.maxDose',
  form: 'cda.facts.form',
  route: 'cda.facts.route',
  frequency: 'cda.facts.frequency',
  asNeeded: 'cda.facts.asNeeded',
  repeats: 'cda.facts.repeats',
  quantity: 'cda.facts.quantity',
  brand: 'cda.facts.brand',
  manufacturer: 'cda.facts.manufacturer',
  lot: 'cda.facts.lot',
  reaction: 'cda.facts.reaction',
  severity: 'cda.facts.severity',
  criticality: 'cda.facts.criticality',
  age: 'cda.facts.age',
  range: 'cda.facts.range',
  interpretation: 'cda.facts.interpretation',
  priority: 'cda.facts.priority',
  site: 'cda.facts.site',
  method: 'cda.facts.method',
  specimen: 'cda.facts.specimen',
  device: 'cda.facts.device',
  reason: 'cda.facts.reason',
  instructions: 'cda.facts.instructions',
  performer: 'cda.facts.performer',
  location: 'cda.facts.location',
  disposition: 'cda.facts.disposition',
  document: 'cda.facts.document',
  concern: 'cda.facts.concern',
  author: 'cda.facts.author',
  informant: 'cda.facts.informant',
  participant: 'cda.facts.participant',
  id: 'cda.facts.id',
  kind: 'cda.facts.kind',
  comment: 'cda.facts.comment',
};

const NAMES: ReadonlyMap<string, MessageKey> = new Map<string, MessageKey>([
  ['addr', 'cda.name.addr'],
  ['telecom', 'cda.name.telecom'],
  ['deceasedInd', 'cda.name.deceasedInd'],
  ['deceasedTime', 'cda.name.deceasedTime'],
  ['birthTime', 'cda.name.birthTime'],
  ['desc', 'cda.name.desc'],
  ['entry', 'cda.name.entry'],
  ['organizer', 'cda.name.organizer'],
  ['effectiveTime', 'cda.name.effectiveTime'],
  ['statusCode', 'cda.name.statusCode'],
  ['value', 'cda.name.value'],
  ['code', 'cda.name.code'],
  ['originalText', 'cda.name.originalText'],
  ['translation', 'cda.name.translation'],
  ['languageCode', 'cda.name.languageCode'],
  ['playingDevice', 'cda.name.playingDevice'],
  ['observationRange', 'cda.name.observationRange'],
  ['act', 'cda.facts.concern'],
  ['recordTarget', 'cda.row.patient'],
  ['custodian', 'cda.role.custodian'],
  ['dataEnterer', 'cda.role.dataEnterer'],
  ['informationRecipient', 'cda.role.informationRecipient'],
  ['legalAuthenticator', 'cda.role.legalAuthenticator'],
  ['authenticator', 'cda.role.authenticator'],
  ['documentationOf', 'cda.row.service'],
  ['componentOf', 'cda.row.encounter'],
  ['inFulfillmentOf', 'cda.row.order'],
  ['authorization', 'cda.row.consent'],
  ['relatedDocument', 'cda.row.related'],
]);

const isDetail = (name: string): name is EntryDetail => Object.hasOwn(DETAIL_KEYS, name);

/** `sdtc:birthOrderNumber` as "birth order number". */
function nameWords(name: string): string {
  const plain = name.replace(/^[^ ]*:/, '');
  if (plain.startsWith('typeCode ')) return participationTypeWords(plain.slice('typeCode '.length));
  const key = NAMES.get(plain) ?? (isDetail(plain) ? DETAIL_KEYS[plain] : undefined);
  if (key !== undefined) return t(key);
  return plain
    .replace(/(?<=[a-z])(Code|Ind|Text)$/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

/** Of the elements that something stands in, the outermost and the innermost name it. */
export function labelWords(label: FactItem['label']): string {
  if (typeof label === 'string') return t(DETAIL_KEYS[label]);
  const typed = label.find((name) => name.startsWith('typeCode '));
  const [first = ''] = typed === undefined ? label : [typed];
  const last = label.at(-1) ?? first;
  if (first === last) return capital(nameWords(first));
  return capital(
    t('cda.facts.joined', { first: nameWords(first), last: nameWords(last).toLowerCase() }),
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
