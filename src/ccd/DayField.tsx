import { parseDate, type CalendarDate } from '@internationalized/date';
import { useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Label,
  Popover,
  Text,
} from 'react-aria-components';
import { t } from '../messages/messages.ts';
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
  /** Where the calendar opens: inside the modal, or the browser would put it beneath. */
  readonly container: HTMLElement | null;
}

/** One day, typed in segments or chosen in a calendar; empty means an open side. */
export function DayField({
  label,
  help,
  value,
  maximum,
  onChange,
  onPartial,
  container,
}: DayFieldProps) {
  const [open, setOpen] = useState(false);
  const day: CalendarDate | null = value === undefined ? null : parseDate(value);
  return (
    <DatePicker
      className="day-field"
      value={day}
      isOpen={open}
      onOpenChange={setOpen}
      onChange={(next) => onChange(next === null ? undefined : next.toString())}
      validationBehavior="aria"
      shouldForceLeadingZeros
    >
      <Label className="day-field-label">{label}</Label>
      <Group className="day-field-group">
        <DateInput className="day-field-input">
          {(segment) => (
            <>
              <DateSegment className="day-field-segment" segment={segment} />
              {segment.type === 'year' && <PartialDay onChange={onPartial} />}
            </>
          )}
        </DateInput>
        {value !== undefined && (
          <button type="button" className="day-field-clear" onClick={() => onChange(undefined)}>
            {t('ccd.clearDay')}
          </button>
        )}
        <Button className="day-field-button" aria-label={t('ccd.openCalendar')}>
          <CalendarIcon />
        </Button>
      </Group>
      <Text slot="description" className="day-field-help">
        {help}
      </Text>
      <Popover
        className="day-field-popover"
        placement="bottom start"
        {...(container === null ? {} : { UNSTABLE_portalContainer: container })}
      >
        <Dialog className="day-field-dialog">
          <Calendar maxValue={parseDate(maximum)}>
            <header className="day-field-calendar-head">
              <Button slot="previous" aria-label={t('ccd.previousMonth')}>
                ‹
              </Button>
              <Heading className="day-field-month" />
              <Button slot="next" aria-label={t('ccd.nextMonth')}>
                ›
              </Button>
            </header>
            <CalendarGrid className="day-field-calendar">
              <CalendarGridHeader>
                {(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>
                {(date) => <CalendarCell className="day-field-cell" date={date} />}
              </CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
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
