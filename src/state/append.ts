/** Lists that nearly always stay short: an engine gives a list that is pushed to room for 17 items at once. */

const SHORT = 8;

/** The list with one more item: a new one of exactly that size while it is short, the same one after. */
export function append<T>(list: readonly T[], item: T): readonly T[] {
  if (list.length < SHORT) return [...list, item];
  (list as T[]).push(item);
  return list;
}
