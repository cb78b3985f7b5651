const levels = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];

/** The next larger (`1`) or smaller (`-1`) of the usual levels; 1 = 100 %. */
export function stepZoom(level: number, direction: 1 | -1): number {
  const rounding = 0.005;
  const next =
    direction === 1
      ? levels.find((each) => each > level + rounding)
      : levels.findLast((each) => each < level - rounding);
  return next ?? level;
}
