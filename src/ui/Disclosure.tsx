import type { ReactNode } from 'react';
import './alert.css';

export interface DisclosureProps {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A line that unfolds. */
export function Disclosure({ summary, open = false, children }: DisclosureProps) {
  return (
    <details className="details" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
