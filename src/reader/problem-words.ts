import { t } from '../messages/messages.ts';
import type { ProblemWords } from '../ui/Alert.tsx';
import { contentErrorWords } from './content-error-words.ts';
import type { BodyState } from './view-state.ts';

/** A problem in words: why the bytes did not come, else what the renderer said. */
export function problemWords(body: Extract<BodyState, { kind: 'problem' }>): ProblemWords {
  const { sentence, error } = body;
  if (error !== undefined) return contentErrorWords(error);
  const what = sentence === undefined ? t('reader.problem') : t(sentence.key, sentence.values);
  return { what, todo: t('errors.saveInstead') };
}
