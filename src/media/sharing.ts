/** Which calls have a stream: the legs of one story share it, and a call can take it over from the one before. */

/** What has to be known of a call: when it was over (µs), NaN while it may go on. */
interface Sharer {
  readonly ended: number;
}

export class Sharing {
  /** Those that were not let go yet. */
  readonly #open: Sharer[] = [];
  /** When the last of those before was over. */
  #left = Number.NaN;

  /** No call has it. */
  get isOver(): boolean {
    return this.#open.length === 0;
  }

  join(call: Sharer): void {
    this.#open.push(call);
  }

  /** The call was let go. */
  leave(call: Sharer): void {
    const at = this.#open.indexOf(call);
    if (at < 0) return;
    this.#open.splice(at, 1);
    this.#left = latest(this.#left, call.ended);
  }

  /** When the last of its calls but this one was over (µs): Infinity while one may go on, NaN when there is none. */
  elsewhere(call: Sharer): number {
    let last = this.#left;
    for (const other of this.#open) if (other !== call) last = latest(last, other.ended);
    return last;
  }
}

/** Of two ends of calls; a call without one may go on. */
function latest(before: number, ended: number): number {
  const end = Number.isNaN(ended) ? Number.POSITIVE_INFINITY : ended;
  return before > end ? before : end;
}
