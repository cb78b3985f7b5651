// Replaced by the build.
declare const __VERSION__: string;
declare const __COMMIT__: string;

/** Version and commit of this build, as shown in About and in error details. */
export const buildInfo = { version: __VERSION__, commit: __COMMIT__ } as const;

/** One line for error details: `Dossier 0.1.0 (1a2b3c4)`. */
export const buildLine = (): string => `Dossier ${buildInfo.version} (${buildInfo.commit})`;
