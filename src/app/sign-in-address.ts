import type { LaunchContext } from '../session/session-state.ts';

/** Where a person signs in anew to the record system of this launch, in a new document. */
export const signInAddress = ({ iss }: LaunchContext): string =>
  `${window.location.pathname}?iss=${encodeURIComponent(iss)}`;
