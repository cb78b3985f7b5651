import { useId } from 'react';
import './progress.css';

export interface ProgressProps {
  /** What goes on, in words with numbers. */
  readonly label: string;
  readonly value?: number;
  /** Without it the length is not known and the bar is left out. */
  readonly max?: number;
}

/** Progress in words, with a bar where its end is known. */
export function Progress({ label, value, max }: ProgressProps) {
  const id = useId();
  const known = value !== undefined && max !== undefined && max > 0;
  return (
    <div className="progress">
      <p id={id} role="status" className="progress-label">
        {label}
      </p>
      {known ? <progress aria-labelledby={id} value={Math.min(value, max)} max={max} /> : null}
    </div>
  );
}
