import { locale } from '../messages/messages.ts';

/** "10:25", with the day where that is not today's; both instants in milliseconds since 1970. */
export function timeWords(instant: number, now: number): string {
  const at = new Date(instant);
  const isToday = at.toDateString() === new Date(now).toDateString();
  const style = isToday ? {} : ({ dateStyle: 'medium' } as const);
  return new Intl.DateTimeFormat(locale(), { timeStyle: 'short', ...style }).format(at);
}
