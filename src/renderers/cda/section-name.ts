import type { CdaSection } from '../../cda/cda-document.ts';
import { t } from '../../messages/messages.ts';

/** The section's title, else what its code says, else its number. */
export const sectionName = (section: CdaSection): string =>
  section.titleText ?? t('cda.section.untitled', { number: section.key });
