/**
 * The origins of the pages that MPages are shown in, as cerner-smart-embeddable-lib 1.7.0 lists them; it answers no
 * other.
 */
export const mpagesOrigins: readonly string[] = [
  'https://embedded.applications.au.cerner.com',
  'https://embedded.applications.ca.cerner.com',
  'https://embedded.applications.uae-1.cerner.com',
  'https://embedded.au.cernerpowerchart.net',
  'https://embedded.ca.cernerpowerchart.net',
  'https://embedded.cerner.com',
  'https://embedded.devcerner.com',
  'https://embedded.emea-2.cerner.com',
  'https://embedded.sandboxcerner.com',
];
