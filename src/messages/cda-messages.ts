/** The sentences about clinical documents (C-CDA): a sixteenth of the front page's weight, which shows none. */
import cda from './en/cda.json';
import cdaEntries from './en/cda-entries.json';
import { addEnglish } from './messages.ts';

/** Makes them known; called by what shows such documents, before it says anything. */
export const addCdaMessages = (): void => addEnglish({ ...cda, ...cdaEntries });
