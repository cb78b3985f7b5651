// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { wasBlocked } from './blocked-connections.ts';

/** What a browser tells of a refused connection, whichever policy refused it. */
function refuse(blockedURI: string, effectiveDirective: string, disposition = 'enforce'): void {
  const told = { blockedURI, effectiveDirective, disposition };
  document.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), told));
}

it('remembers where the page’s own policy lets no request go, and nothing else', async () => {
  refuse('https://fhir.example.org/r4/metadata', 'connect-src');
  refuse('https://images.example.org/a.png', 'img-src');
  refuse('https://watched.example.org/', 'connect-src', 'report');
  refuse('inline', 'connect-src');
  expect(await wasBlocked(new URL('https://fhir.example.org/r4/Patient/1'))).toBe(true);
  for (const other of ['https://images.example.org/', 'https://watched.example.org/'])
    expect(await wasBlocked(new URL(other))).toBe(false);
});
