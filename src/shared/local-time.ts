/** `2026-11-22T10:25:21-06:00`: the time here, and how it stands to everybody else's. */
export function localTime(at: Date): string {
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const east = -at.getTimezoneOffset();
  const offset = `${east < 0 ? '-' : '+'}${two(east / 60)}:${two(east % 60)}`;
  const local = new Date(at.getTime() + east * 60_000);
  return `${local.toISOString().slice(0, 19)}${offset}`;
}
