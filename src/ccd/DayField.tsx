import { parseDate } from '@internationalized/date';
import { useId, useRef, useState } from 'react';
import { DateField, DateInput, DateSegment, Label, Text } from 'react-aria-components';
import { t } from '../messages/messages.ts';
import { DayCalendar } from './DayCalendar.tsx';
import { PartialDay } from './PartialDay.tsx';
import type { CalendarDay } from './summary-range.ts';

export interface DayFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: CalendarDay | undefined;
  readonly maximum: CalendarDay;
  readonly onChange: (value: CalendarDay | undefined) => void;
  /** Some segments are typed and others not: neither a day nor an open side. */
  readonly onPartial: (partial: boolean) => void;
}

/** One day, typed in segments or chosen in a calendar that unfolds below; empty means an open side. */
export function DayField({ label, help, value, maximum, onChange, onPartial }: DayFieldProps) {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const calendar = useId();
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <div className="day-field">
      <DateField
        className="day-field-typed"
        value={value === undefined ? null : parseDate(value)}
        onChange={(next) => onChange(next === null ? undefined : next.toString())}
        validationBehavior="aria"
        shouldForceLeadingZeros
      >
        <Label className="day-field-label">{label}</Label>
        <div className="day-field-group">
          <DateInput className="day-field-input">
            {(segment) => (
              <>
                <DateSegment className="day-field-segment" segment={segment} />
                {segment.type === 'year' && <PartialDay onChange={onPartial} />}
              </>
            )}
          </DateInput>
          {value !== undefined && (
            <button
              type="button"
              className="day-field-button"
              aria-label={t('ccd.clearDayOf', { side: label })}
              onClick={() => onChange(undefined)}
            >
              {t('ccd.clearDay')}
            </button>
          )}
          <button
            type="button"
            ref={opener}
            className="day-field-button"
            aria-label={t('ccd.openCalendar', { side: label })}
            title={t('ccd.openCalendar', { side: label })}
            aria-expanded={open}
            aria-controls={open ? calendar : undefined}
            onClick={() => setOpen(!open)}
          >
            <CalendarIcon />
          </button>
        </div>
        <Text slot="description" className="day-field-help">
          {help}
        </Text>
      </DateField>
      {open && (
        <DayCalendar
          id={calendar}
          label={label}
          value={value}
          maximum={maximum}
          onClose={close}
          onChange={(day) => {
            onChange(day);
            close();
          }}
        />
      )}
    </div>
  );
}

function CalendarIcon() {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <path
        d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
