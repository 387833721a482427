/** One input while it is read: what it is, how far it could be read, and what was not understood in it. */
import type { Locale } from '../locales/locale.ts';
import type { Evidence, SipMessage, Tally } from '../model.ts';
import type { InputClock, NotDecoded, ReportInput } from '../report.ts';
import { evidenceOf } from '../state/evidence.ts';
import type { PointClock } from '../state/point-clocks.ts';
import { isoTime } from './time.ts';

/** Kinds of things that are not understood; each counts, so that a new one cannot make the list grow without end. */
const REASON_LIMIT = 200;

/** µs that times may fall back without being worth a note: capture queues and interfaces mix up less than that. */
const DISORDER = 100_000;

interface Count {
  count: number;
  readonly frame: number;
  readonly position: number;
}

function showClock({ ahead, against, way, messages }: PointClock): InputClock {
  return { ahead: ahead / 1000, against, way: way === undefined ? null : way / 1000, messages };
}

export class InputRecord implements Tally {
  readonly path: string;
  kind: ReportInput['kind'] = 'capture';
  format = '';
  links: readonly string[] = [];
  bytes = 0;
  frames = 0;
  sipMessages = 0;
  duplicates = 0;
  /** Messages that another input showed first. */
  shared = 0;
  readonly clock: PointClock | undefined;
  /** µs; NaN while no packet was read. */
  start = Number.NaN;
  end = Number.NaN;
  complete = true;
  /** A log that begins with its newest record. */
  newestFirst = false;
  /** Why nothing could be read at all; empty when something could. */
  problem = '';
  /** What ended the reading from outside, where the bytes alone would not tell: unpacking, the file system, the user. */
  broken = '';
  firstMessage: Evidence | undefined;
  /** Where times fell back the most from one message to the next. */
  setBack: { readonly by: number; readonly at: Evidence } | undefined;
  setBacks = 0;
  #last = Number.NEGATIVE_INFINITY;
  readonly #counts = new Map<string, Count>();

  constructor(path: string, clock?: PointClock) {
    this.path = path;
    this.clock = clock;
  }

  /** `twin`, of this input, is a second look at `first`. */
  seeTwin(first: SipMessage, twin: SipMessage): void {
    // Elsewhere it is another capture point; here it is one that looks twice.
    if (first.input === twin.input) this.duplicates++;
    else this.shared++;
  }

  /** Each message, in the order of the input. */
  see(message: SipMessage): void {
    this.sipMessages++;
    this.firstMessage ??= evidenceOf(message);
    const by = this.#last - message.time;
    this.#last = message.time;
    if (by < DISORDER || (message.log?.resolution ?? 0) > DISORDER) return;
    this.setBacks++;
    if (by > (this.setBack?.by ?? 0)) this.setBack = { by, at: evidenceOf(message) };
  }

  count(reason: string, frame: number, position: number): void {
    this.countMany(reason, 1, frame, position);
  }

  countMany(reason: string, more: number, frame: number, position: number): void {
    if (more === 0) return;
    // An end within a record is then the consequence, and its position is that of no file.
    if (reason === 'capture-cut' && this.broken !== '') return;
    const known = this.#counts.get(reason);
    if (known !== undefined) known.count += more;
    else if (this.#counts.size < REASON_LIMIT) this.#counts.set(reason, { count: more, frame, position });
  }

  countOf(reason: string): { readonly count: number; readonly frame: number } {
    return this.#counts.get(reason) ?? { count: 0, frame: 0 };
  }

  /** Something is missing that was there: the user who stops reading has damaged nothing. */
  get cut(): boolean {
    return !this.complete && this.broken !== 'interrupted';
  }

  report(locale: Locale): ReportInput {
    const notDecoded: NotDecoded[] = [...this.#counts].map(([reason, { count, frame, position }]) => ({
      reason,
      text: locale.reason(reason),
      count,
      firstAt: { frame, position },
    }));
    return {
      path: this.path,
      kind: this.kind,
      format: this.format,
      links: this.links,
      bytes: this.bytes,
      frames: this.frames,
      sipMessages: this.sipMessages,
      duplicates: this.duplicates,
      ...(this.shared === 0 ? {} : { shared: this.shared }),
      ...(this.clock === undefined ? {} : { clock: showClock(this.clock) }),
      ...(this.newestFirst ? { newestFirst: true } : {}),
      start: Number.isNaN(this.start) ? null : isoTime(this.start),
      end: Number.isNaN(this.end) ? null : isoTime(this.end),
      complete: this.complete,
      ...(this.problem === '' ? {} : { problem: { code: this.problem, text: locale.reason(this.problem) } }),
      notDecoded,
    };
  }
}
