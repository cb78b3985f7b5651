import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

/** Compiles ICU messages (`src/messages/<language>/*.json`) at build time, so that no parser is shipped. */
export function compileMessages(): Plugin {
  return {
    name: 'dossier:compile-messages',
    enforce: 'pre',
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
