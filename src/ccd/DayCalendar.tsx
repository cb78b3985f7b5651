import { parseDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components';
import { t } from '../messages/messages.ts';
import type { CalendarDay } from './summary-range.ts';

export interface DayCalendarProps {
  readonly id: string;
  readonly label: string;
  readonly value: CalendarDay | undefined;
  readonly maximum: CalendarDay;
  readonly onChange: (day: CalendarDay) => void;
  readonly onClose: () => void;
}

/** A month of days. It takes the focus; Escape closes it and not the dialog around it. */
export function DayCalendar({ id, label, value, maximum, onChange, onClose }: DayCalendarProps) {
  return (
    <div
      id={id}
      className="day-calendar"
      role="presentation"
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <Calendar
        aria-label={label}
        autoFocus
        value={value === undefined ? null : parseDate(value)}
        maxValue={parseDate(maximum)}
        onChange={(day) => onChange(day.toString())}
      >
        <header className="day-calendar-head">
          <Button slot="previous" aria-label={t('ccd.previousMonth')}>
            ‹
          </Button>
          <Heading className="day-calendar-month" />
          <Button slot="next" aria-label={t('ccd.nextMonth')}>
            ›
          </Button>
        </header>
        <CalendarGrid className="day-calendar-grid">
          <CalendarGridHeader>
            {(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => <CalendarCell className="day-calendar-cell" date={date} />}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </div>
  );
}
