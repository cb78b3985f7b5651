import type { CdaFailure, RepairKind, Repairs } from '../../cda/cda-document.ts';
import { locale, t, type MessageKey } from '../../messages/messages.ts';

const REPAIRS: Readonly<Record<RepairKind, MessageKey>> = {
  rawAmpersand: 'cda.repair.rawAmpersand',
  rawLessThan: 'cda.repair.rawLessThan',
  htmlEntity: 'cda.repair.htmlEntity',
  controlCharacter: 'cda.repair.controlCharacter',
  leadingJunk: 'cda.repair.leadingJunk',
  trailingJunk: 'cda.repair.trailingJunk',
  undeclaredPrefix: 'cda.repair.undeclaredPrefix',
  strayCloseTag: 'cda.repair.strayCloseTag',
  misnested: 'cda.repair.misnested',
  badTag: 'cda.repair.badTag',
  openCdata: 'cda.repair.openCdata',
  truncated: 'cda.repair.truncated',
  badBytes: 'cda.repair.badBytes',
};

/** Each kind of repair with its count, as a list; empty when nothing was mended. */
export function repairWords(repairs: Repairs): string {
  const kinds = (Object.keys(REPAIRS) as RepairKind[]).flatMap((kind) => {
    const count = repairs[kind];
    return count === undefined ? [] : [t(REPAIRS[kind], { count })];
  });
  return new Intl.ListFormat(locale()).format(kinds);
}

/** Why reading ended, as part of a sentence. */
export function failureWords(failure: CdaFailure): string {
  switch (failure.kind) {
    case 'tooLarge':
    case 'tooDeep':
    case 'tooManyElements':
    case 'tooManySections':
      return t(`cda.failure.${failure.kind}`, { limit: failure.limit });
    case 'tooSlow':
      return t('cda.failure.tooSlow', { seconds: failure.seconds });
    default:
      return t(`cda.failure.${failure.kind}`);
  }
}
