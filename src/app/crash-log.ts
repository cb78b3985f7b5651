/**
 * What the console learns of a crash: the error's name and where it happened. React's own log would add the
 * message, which may quote what was being shown.
 */
export const crashLog = {
  onCaughtError: logCrash,
  onUncaughtError: logCrash,
  onRecoverableError: logCrash,
} as const;

function logCrash(error: unknown): void {
  // oxlint-disable-next-line no-console
  console.error(crashLines(error).join('\n'));
}

/** The name, then the stack's lines without the message. */
export function crashLines(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return ['Crash'];
  // Chromium indents a frame with "at", Firefox and Safari write "name@address".
  const frames = (error.stack ?? '').replace(error.message, '').split('\n');
  return [error.name, ...frames.filter((line) => /^\s+at .+:\d+|@.+:\d+:\d+$/.test(line))];
}
