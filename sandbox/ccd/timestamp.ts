/** HL7 TS of a chart's date, offset and precision kept: `2019-12-26T09:14:00-06:00` → `20191226091400-0600`. */
export function timestampOf(date: string): string {
  const [day = '', time = ''] = date.split('T');
  if (time === '') return day.replaceAll('-', '');
  const match = /^(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(time);
  if (!match) return day.replaceAll('-', '');
  const [, hours, minutes, seconds = '00', fraction = '', zone = ''] = match;
  const offset = zone === 'Z' ? '+0000' : zone.replace(':', '');
  return `${day.replaceAll('-', '')}${hours}${minutes}${seconds}${fraction}${offset}`;
}

/** HL7 TS of an instant, in UTC with milliseconds: `20240101060000.000+0000`. */
export function timestampOfInstant(milliseconds: number): string {
  return timestampOf(new Date(milliseconds).toISOString());
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A chart's date in words, in its author's own time: `26 December 2019, 09:14`. */
export function dateInWords(date: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?/.exec(date);
  if (!match) return date;
  const [, year = '', month, day, time] = match;
  if (month === undefined) return year;
  const named = `${months[Number(month) - 1] ?? month} ${year}`;
  if (day === undefined) return named;
  return `${Number(day)} ${named}${time === undefined ? '' : `, ${time}`}`;
}
