/** One thing that is wrong with a configuration or with the site that serves it. */
export interface Finding {
  /** `error`: the app will not work, or not safely. `warning`: it works, perhaps not as meant. */
  readonly level: 'error' | 'warning';
  /** Where: `issuers[0].authOrigins[1]`, `assets/index-1.js`, or an address that was asked. */
  readonly path: string;
  /** What is wrong and what to do. */
  readonly sentence: string;
}

export const error = (path: string, sentence: string): Finding => ({
  level: 'error',
  path,
  sentence,
});

export const warning = (path: string, sentence: string): Finding => ({
  level: 'warning',
  path,
  sentence,
});

/** One line: level, place and sentence, two spaces apart. */
export const lineOf = ({ level, path, sentence }: Finding): string =>
  `${level}  ${path}  ${sentence}`;

/** "2 errors, 1 warning." */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (level: Finding['level']): string => {
    const number = findings.filter((finding) => finding.level === level).length;
    return `${number} ${level}${number === 1 ? '' : 's'}`;
  };
  return findings.length === 0 ? 'Nothing is wrong.' : `${count('error')}, ${count('warning')}.`;
}
