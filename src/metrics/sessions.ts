/** Figures over many calls: RFC 6076 §4.3–4.9, and those that telephone networks use beside them. */
import type { Percentiles, SessionFigures, SplitFigures } from '../report.ts';
import type { Attempt } from './attempt.ts';
import { percentiles } from './percentiles.ts';
import type { CallTimings } from './timings.ts';

/** The user decided, not the network (RFC 6076 §4.7). */
const userDecided = new Set([480, 486, 600, 603]);
/** The network failed (RFC 6076 §4.8). */
const networkFailed = new Set([408, 500, 503, 504]);

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}

/** Values by name, gathered in the order in which they come. */
class Series {
  readonly #values: number[] = [];

  add(value: number | undefined): void {
    if (value !== undefined && value >= 0) this.#values.push(value);
  }

  figures(): Percentiles | null {
    return percentiles(this.#values);
  }

  mean(): number | null {
    const { length } = this.#values;
    return length === 0 ? null : Math.round(this.#values.reduce((sum, value) => sum + value, 0) / length);
  }
}

export class SessionTally {
  #attempts = 0;
  #answered = 0;
  #redirected = 0;
  #undetermined = 0;
  #userDecided = 0;
  #userGaveUp = 0;
  #networkFailed = 0;
  #completed = 0;
  #open = 0;
  readonly #requested = { success: new Series(), failure: new Series() };
  readonly #disconnected = { success: new Series(), failure: new Series() };
  readonly #durations = new Series();
  readonly #rings = new Series();

  get attempts(): number {
    return this.#attempts;
  }

  add({ status, alerted, release, disconnect }: Attempt, timings: Readonly<CallTimings>): void {
    if (status === 0) {
      this.#undetermined++;
      return;
    }
    this.#attempts++;
    const isAnswered = status < 300;
    if (isAnswered) this.#answered++;
    else if (status < 400) this.#redirected++;
    if (userDecided.has(status)) this.#userDecided++;
    if (status === 487 && alerted) this.#userGaveUp++;
    if (networkFailed.has(status)) this.#networkFailed++;
    // A redirection is neither.
    if (isAnswered || status >= 400)
      this.#requested[isAnswered ? 'success' : 'failure'].add(timings.postDial ?? timings.final);
    if (release === 'open') this.#open++;
    if (release === 'completed') this.#completed++;
    if (release === 'completed' || release === 'failed')
      this.#disconnected[release === 'completed' ? 'success' : 'failure'].add(disconnect);
    this.#durations.add(timings.duration);
    this.#rings.add(timings.ring);
  }

  figures(): SessionFigures {
    const seized = this.#attempts - this.#redirected;
    const split = ({ success, failure }: { readonly success: Series; readonly failure: Series }): SplitFigures => ({
      success: success.figures(),
      failure: failure.figures(),
    });
    return {
      attempts: this.#attempts,
      answered: this.#answered,
      redirected: this.#redirected,
      undetermined: this.#undetermined,
      establishmentRatio: percent(this.#answered, seized),
      effectivenessRatio: percent(this.#answered + this.#userDecided, seized),
      ineffectiveAttempts: percent(this.#networkFailed, this.#attempts),
      completionRatio: percent(this.#completed, this.#attempts - this.#open),
      networkEffectivenessRatio: percent(this.#answered + this.#userDecided + this.#userGaveUp, seized),
      requestDelay: split(this.#requested),
      disconnectDelay: split(this.#disconnected),
      averageDuration: this.#durations.mean(),
      duration: this.#durations.figures(),
      ringTime: this.#rings.figures(),
    };
  }
}
