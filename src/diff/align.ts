/** What two sequences have in common, in order (the longest common subsequence). */

/** Longer ones are compared up to here: the table has a cell for each pair. */
export const ALIGN_LIMIT = 600;

/** Indices into both; -1 where the other has nothing like it. */
export type Step = readonly [a: number, b: number];

export function align(a: readonly string[], b: readonly string[]): readonly Step[] {
  const [rows, columns] = [Math.min(a.length, ALIGN_LIMIT), Math.min(b.length, ALIGN_LIMIT)];
  const width = columns + 1;
  // Length of what is common from here on.
  const common = new Uint16Array((rows + 1) * width);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const below = common[(row + 1) * width + column];
      const right = common[row * width + column + 1];
      common[row * width + column] =
        a[row] === b[column] ? common[(row + 1) * width + column + 1] + 1 : Math.max(below, right);
    }
  }
  const steps: Step[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (a[row] === b[column]) steps.push([row++, column++]);
    else if (common[(row + 1) * width + column] >= common[row * width + column + 1]) steps.push([row++, -1]);
    else steps.push([-1, column++]);
  }
  while (row < rows) steps.push([row++, -1]);
  while (column < columns) steps.push([-1, column++]);
  return steps;
}
