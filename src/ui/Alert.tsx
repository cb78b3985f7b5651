import { useId, type ReactNode } from 'react';
import { CopyableDetails } from './CopyableDetails.tsx';
import './alert.css';

/** A problem in words: what happened, what to do, and lines for whoever is asked for help. */
export interface ProblemWords {
  readonly what: string;
  readonly todo?: string;
  readonly details?: readonly string[];
}

export interface AlertProps {
  readonly words: ProblemWords;
  readonly tone?: 'danger' | 'warning' | 'info';
  /** Buttons and links. */
  readonly children?: ReactNode;
}

/** The one alert style. `danger` is told at once, the others politely. */
export function Alert({ words, tone = 'danger', children }: AlertProps) {
  const what = useId();
  return (
    <div
      className={`alert alert-${tone}`}
      role={tone === 'info' ? 'status' : 'alert'}
      aria-labelledby={what}
    >
      <p className="alert-what" id={what}>
        {words.what}
      </p>
      {words.todo === undefined ? null : <p>{words.todo}</p>}
      {children === undefined || children === null ? null : (
        <div className="alert-actions">{children}</div>
      )}
      {words.details === undefined || words.details.length === 0 ? null : (
        <CopyableDetails key={words.details.join('\n')} lines={words.details} />
      )}
    </div>
  );
}
