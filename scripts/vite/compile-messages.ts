import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const parser = '@lingui/message-utils/compileMessage';
const noParser = '\0dossier:no-message-parser';

/**
 * Compiles ICU messages (`src/messages/<language>/*.json`) at build time, so that no parser is shipped with
 * the page. @lingui/core imports one for development only; the import would tie the parser to the first chunk.
 */
export function compileMessages(): Plugin {
  return {
    name: 'dossier:compile-messages',
    enforce: 'pre',
    resolveId(source, importer) {
      return source === parser && importer?.includes('/@lingui/core/') ? noParser : undefined;
    },
    load(id) {
      return id === noParser ? 'export const compileMessage = undefined;' : undefined;
    },
    transform(code, id) {
      if (!/\/src\/messages\/[^/]+\/[^/]+\.json$/.test(id)) return undefined;
      const source = JSON.parse(code) as Record<string, string>;
      const compiled = Object.fromEntries(
        Object.entries(source).map(([key, message]) => [key, compileMessage(message)]),
      );
      return { code: JSON.stringify(compiled), map: null };
    },
  };
}
