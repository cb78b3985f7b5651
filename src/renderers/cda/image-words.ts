import { t } from '../../messages/messages.ts';

/** HTML's `img` could only be fetched from elsewhere: it is said in words, with what its author says of it. */
export function imageWords({
  alt,
  source,
}: {
  readonly alt?: string;
  readonly source?: string;
}): string {
  const target = source?.slice(0, 300);
  if (target === undefined) {
    return alt === undefined ? t('cda.image.none') : t('cda.image.altOnly', { alt });
  }
  return alt === undefined ? t('cda.image', { target }) : t('cda.image.alt', { alt, target });
}
