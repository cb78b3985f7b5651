/** Before each unit test: every sentence is known, whichever renderer would have brought it. */
import { addCdaMessages } from '../../src/messages/cda-messages.ts';

addCdaMessages();
