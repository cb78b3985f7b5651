import { t } from '../messages/messages.ts';
import type { Sentence } from '../renderers/renderer.ts';
import type { ProblemWords } from '../ui/Alert.tsx';

/** Why a document whose content names another patient is not shown, and what to do. */
export const refusalWords = ({ key, values }: Sentence): ProblemWords => ({
  what: t(key, values),
  todo: t('reader.refusedTodo'),
});
