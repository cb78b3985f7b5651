import type { ReactNode } from 'react';
import './page.css';

export interface PageProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A screen without a chart: one quiet column. */
export function Page({ title, children }: PageProps) {
  return (
    <main className="plain-page">
      <h1>{title}</h1>
      {children}
    </main>
  );
}
