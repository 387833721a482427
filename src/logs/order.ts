/**
 * Logs that begin with the newest record, as web consoles and `journalctl -r` export them: recognised by times that fall
 * from message to message, and handed on from the end. Lines within a record keep their order in such a log.
 */
import type { Tally } from '../model.ts';
import type { FramedMessage } from './message.ts';
import { DAY, type Stamp } from './stamps.ts';
import { parseVia } from './via.ts';

export interface Arrival {
  readonly message: FramedMessage;
  /** Time of the full date that the log printed last before it, µs. */
  readonly dated: number | undefined;
}

interface Order {
  add(arrival: Arrival): void;
  /** What is held goes out. Messages may follow. */
  end(): void;
  /** Messages came from the end. */
  readonly reversed: boolean;
}

/** So many times must have fallen, and so many times as often as they rose. */
const PROOF = 3;
const TIMES_AS_OFTEN = 10;
/** Messages that are held while times neither rise nor fall. */
const UNDECIDED = 256;
/** What is held of a log whose times fall: messages, and bytes of the file that they span. */
const MAX_HELD = 20_000;
const MAX_SPAN = 33_554_432;

export function createOrder(onArrival: (arrival: Arrival) => void, tally: Tally): Order {
  let held: Arrival[] = [];
  /** It is known which way the log goes, or can no longer be helped. */
  let decided = false;
  let helpless = false;
  let reversed = false;
  let falls = 0;
  let rises = 0;
  let last: Stamp | undefined;
  /** Requests and responses by transaction, whichever came first: what tells the way of messages with equal times. */
  const seen = new Map<string, 'request' | 'response' | 'both'>();

  const falling = (): boolean => falls > 0 && rises * TIMES_AS_OFTEN <= falls;

  function compare({ opening, facts }: FramedMessage): void {
    const { time } = opening;
    if (!time) return;
    const step = last ? stepBetween(last, time) : undefined;
    last = time;
    if (step !== undefined && step < 0) falls++;
    else if (step !== undefined && step > 0) rises++;
    const via = parseVia(facts.via);
    if (!via?.branch || facts.cseq === '') return;
    const key = `${via.branch} ${via.host} ${facts.cseq}`;
    const kind = facts.isRequest ? 'request' : 'response';
    const other = seen.get(key);
    if (other === undefined) seen.set(key, kind);
    if (other === undefined || other === kind || other === 'both') return;
    seen.set(key, 'both');
    if (step !== 0) return;
    if (kind === 'request') falls++;
    else rises++;
  }

  function release(): void {
    const messages = held;
    held = [];
    last = undefined;
    seen.clear();
    // What dates the first of them may stand behind it.
    const dated = messages.find((arrival) => arrival.dated !== undefined)?.dated;
    messages.forEach((arrival, index) => {
      onArrival(index === 0 && arrival.dated === undefined ? { ...arrival, dated } : arrival);
    });
  }

  function isTooMuch(message: FramedMessage): boolean {
    return held.length >= MAX_HELD || message.position - held[0].message.position > MAX_SPAN;
  }

  function hold(arrival: Arrival): void {
    held.push(arrival);
    compare(arrival.message);
    if (falling() ? !isTooMuch(arrival.message) : rises < PROOF && held.length < UNDECIDED) return;
    decided = true;
    helpless = falling() && falls >= PROOF;
    if (helpless) for (const { message } of held) complain(message);
    release();
  }

  function complain({ number, position }: FramedMessage): void {
    tally.count('newest-first-limit', number, position);
  }

  return {
    add(arrival) {
      if (!decided) {
        hold(arrival);
        return;
      }
      if (helpless) complain(arrival.message);
      onArrival(arrival);
    },
    end() {
      decided = true;
      if (held.length === 0) return;
      if (falling() && falls >= PROOF) {
        reversed = true;
        held.reverse();
      }
      release();
    },
    get reversed() {
      return reversed;
    },
  };
}

/** Undefined where stamps do not compare. Days and years that are not printed are those that make the step small. */
function stepBetween(before: Stamp, after: Stamp): number | undefined {
  if (before.kind === 'absolute' && after.kind === 'absolute') return after.time - before.time;
  if (before.kind === 'time-of-day' && after.kind === 'time-of-day') {
    return around(after.timeOfDay - before.timeOfDay, DAY);
  }
  if (before.kind === 'no-year' && after.kind === 'no-year') {
    const days = (after.month - before.month) * MONTH + after.day - before.day;
    return around(days * DAY + after.timeOfDay - before.timeOfDay, 12 * MONTH * DAY);
  }
  if (before.kind === 'either-order' && after.kind === 'either-order') {
    const same = before.first === after.first && before.second === after.second && before.year === after.year;
    return same ? after.timeOfDay - before.timeOfDay : undefined;
  }
  return undefined;
}

/** Days; more than any month has would do as well. */
const MONTH = 31;

function around(step: number, round: number): number {
  if (step > round / 2) return step - round;
  return step < -round / 2 ? step + round : step;
}
