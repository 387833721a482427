/** Figures over registrations: RFC 6076 §4.1 and §4.2. */
import type { Exchange } from '../model.ts';
import type { RegistrationFigures } from '../report.ts';
import { elapsed } from '../state/elapsed.ts';
import { percentiles } from './percentiles.ts';

/** Delays kept; a registrar with more has the same distribution. */
const LIMIT = 100_000;

/** RFC 6076 §4.2: a challenge is no failure. */
function isIneffective(status: number): boolean {
  return status >= 400 && status !== 401 && status !== 402 && status !== 407;
}

export class RegistrationTally {
  #requests = 0;
  #ineffective = 0;
  readonly #delays: number[] = [];

  /** `over`: a request sent then and not answered will not be any more. */
  add(exchange: Exchange, over: (sent: number) => boolean): void {
    let begun: number | undefined;
    for (const { method, request, final } of exchange.transactions) {
      if (method !== 'REGISTER' || request === undefined) continue;
      if (final === undefined && !over(request.time)) continue;
      this.#requests++;
      if (final === undefined || isIneffective(final.status)) this.#ineffective++;
      begun ??= request.time;
      if (final === undefined || final.status === 401 || final.status === 407) continue;
      const ms = final.status < 300 ? elapsed(begun, final.time, final.log) : undefined;
      if (ms !== undefined && this.#delays.length < LIMIT) this.#delays.push(ms);
      begun = undefined;
    }
  }

  figures(): RegistrationFigures {
    const share = Math.round((this.#ineffective / this.#requests) * 1000) / 10;
    return {
      requests: this.#requests,
      ineffective: this.#ineffective,
      ineffectiveAttempts: this.#requests === 0 ? null : share,
      requestDelay: percentiles(this.#delays),
    };
  }
}
