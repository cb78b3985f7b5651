import { randomBytes } from 'node:crypto';
import type { Plugin } from 'vite';
import { parseConfig } from '../../src/config/parse-config.ts';
import { securityHeaders } from '../../src/config/security-headers.ts';

/**
 * Sends the shipped headers from the development server, with one nonce more for the styles and the script
 * that its client injects, and serves `config` as config.json.
 */
export function developmentHeaders(config: () => unknown): Plugin {
  const nonce = randomBytes(16).toString('base64');
  return {
    name: 'dossier:development-headers',
    config: () => ({ html: { cspNonce: nonce } }),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const parsed = parseConfig(config());
        if (!parsed.ok) throw new Error(`config.json is wrong: ${JSON.stringify(parsed.error)}`);
        const headers = securityHeaders(parsed.value, 'document', nonce);
        // The development client is told of changes over a socket of the same origin.
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
        if (request.url?.split('?')[0] !== '/config.json') return next();
        response.setHeader('Content-Type', 'application/json; charset=utf-8');
        return response.end(JSON.stringify(config()));
      });
    },
  };
}
