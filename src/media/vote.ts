/** The most frequent of many values, told without keeping them. */

/** A running vote for the most frequent value: its place, and behind it its votes. */
export function vote(state: Float64Array, at: number, value: number): void {
  if (value === state[at]) state[at + 1]++;
  else if (state[at + 1] === 0) {
    state[at] = value;
    state[at + 1] = 1;
  } else state[at + 1]--;
}
