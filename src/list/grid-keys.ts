/**
 * Which row a key leads to, from 0, within `count` rows; undefined for keys that are not the grid's.
 * Source: https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function rowAfterKey(
  key: string,
  row: number,
  count: number,
  rowsPerPage: number,
): number | undefined {
  if (count === 0) return undefined;
  const within = (target: number) => Math.min(Math.max(target, 0), count - 1);
  switch (key) {
    case 'ArrowDown':
      return within(row + 1);
    case 'ArrowUp':
      return within(row - 1);
    case 'PageDown':
      return within(row + rowsPerPage);
    case 'PageUp':
      return within(row - rowsPerPage);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
