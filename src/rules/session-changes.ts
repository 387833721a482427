/**
 * What happens to a session after it began: re-INVITEs and UPDATEs of a dialog, and the session timer that they keep
 * running (RFC 3261 §14, RFC 3311, RFC 4028).
 */
import { parseSessionExpires } from '../headers/session-expires.ts';
import type { Call, Dialog, Endpoint, SipMessage, Transaction } from '../model.ts';
import type { Context } from './define.ts';
import { isReliable } from './guards.ts';

export interface Changes {
  /** re-INVITEs and UPDATEs whose request is here, on every hop, in order. */
  readonly attempts: readonly Transaction[];
  /** 2xx to INVITE, the first one included, and to UPDATE, on every hop, in order of time. */
  readonly answers: readonly SipMessage[];
  /** What ended the dialog: the first BYE, which may show by its response only. */
  readonly bye: Transaction | undefined;
}

export interface SessionTimer {
  /** The 2xx that started it last. */
  readonly answer: SipMessage;
  /** ms */
  readonly interval: number;
  /** Tag of the side that must refresh; empty when the 2xx names nobody. */
  readonly refresher: string;
}

/** `unknown`: an answer may have been missed by the capture. */
export type Fate = 'accepted' | 'refused' | 'unanswered' | 'unknown';

const none: Changes = { attempts: [], answers: [], bye: undefined };

/** Rules ask one after the other about the same call, which is complete by then. */
const known = new WeakMap<Call, ReadonlyMap<string, Changes>>();

const keyOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Whether requests of this method change the session, or refresh it. */
export function isChange(method: string): boolean {
  return method === 'INVITE' || method === 'UPDATE';
}

interface Gathered extends Changes {
  readonly attempts: Transaction[];
  readonly answers: SipMessage[];
  bye: Transaction | undefined;
}

function gather(call: Call): ReadonlyMap<string, Changes> {
  const found = new Map<string, Gathered>();
  const of = ({ fromTag, toTag }: SipMessage) => {
    const key = keyOf(fromTag, toTag);
    const one = found.get(key) ?? { attempts: [], answers: [], bye: undefined };
    found.set(key, one);
    return one;
  };
  for (const transaction of call.transactions) {
    const { method, request, responses } = transaction;
    if (method === 'BYE') {
      const message = request ?? responses[0]?.message;
      if (message !== undefined) of(message).bye ??= transaction;
    }
    if (!isChange(method)) continue;
    if (request !== undefined && request.toTag !== '') of(request).attempts.push(transaction);
    for (const { message } of responses) {
      if (message.status >= 200 && message.status < 300 && message.toTag !== '') of(message).answers.push(message);
    }
  }
  for (const { answers, attempts } of found.values()) {
    answers.sort((a, b) => a.time - b.time);
    attempts.sort((a, b) => a.start - b.start);
  }
  return found;
}

export function changesOf({ callerTag, calleeTag }: Dialog, call: Call): Changes {
  let all = known.get(call);
  if (all === undefined) {
    all = gather(call);
    known.set(call, all);
  }
  return all.get(keyOf(callerTag, calleeTag)) ?? none;
}

/** Copies of one 2xx on the hops of a call, and not more, lie side by side. */
const HOPS = 8;

/** The timer as the last 2xx up to `time` left it; undefined when that one has none (RFC 4028 §7.2: it is off then). */
export function timerAt({ answers }: Changes, time: number): SessionTimer | undefined {
  let last = answers.length - 1;
  while (last >= 0 && answers[last].time > time) last--;
  if (last < 0) return undefined;
  const { cseq, fromTag } = answers[last];
  for (let i = last; i >= Math.max(0, last - HOPS); i--) {
    const answer = answers[i];
    if (answer.cseq !== cseq || answer.fromTag !== fromTag) continue;
    const timer = timerOf(answer);
    if (timer !== undefined) return { ...timer, answer: answers[last] };
  }
  return undefined;
}

export function timerOf(answer: SipMessage): SessionTimer | undefined {
  const value = answer.header('Session-Expires');
  const expires = value === undefined ? undefined : parseSessionExpires(value);
  if (expires === undefined || expires.interval === 0) return undefined;
  const refresher = expires.refresher === undefined ? '' : expires.refresher === 'uac' ? answer.fromTag : answer.toTag;
  return { answer, interval: expires.interval * 1000, refresher };
}

/** RFC 4028 §10: the side that does not refresh hangs up this long before the end, or a third of the interval. */
const BEFORE_EXPIRY = 32_000;

/** ms. The BYE came when a session timer makes one: at the end of the interval, or shortly before (RFC 4028 §10). */
export function isExpiry(after: number, interval: number, window: number): boolean {
  const early = interval - Math.min(BEFORE_EXPIRY, interval / 3);
  // Short intervals would be all window.
  const tolerance = Math.min(window, interval / 18);
  return Math.abs(after - early) <= tolerance || Math.abs(after - interval) <= tolerance;
}

export function nameOf({ method }: Transaction): string {
  return method === 'INVITE' ? 're-INVITE' : method;
}

export function fateOf({ request, requestRepeats, responses, final }: Transaction, { thresholds }: Context): Fate {
  if (final !== undefined) return final.status < 300 ? 'accepted' : 'refused';
  const sends = 1 + requestRepeats.length;
  const silent = responses.length === 0 && request !== undefined && !isReliable(request);
  return silent && sends >= thresholds.unansweredSends ? 'unanswered' : 'unknown';
}

/** A re-INVITE or UPDATE that was refused or had to be repeated: worth a closer look. */
export function hasFailedChange({ transactions }: Call): boolean {
  return transactions.some(
    ({ method, request, requestRepeats, final }) =>
      isChange(method) &&
      request !== undefined &&
      request.toTag !== '' &&
      (final === undefined ? requestRepeats.length > 0 : final.status >= 300),
  );
}

/** Cancelled by its sender, or the call was hung up before the answer came: no failure of the change. */
export function wasGivenUp({ final, peer, request }: Transaction, { bye }: Changes): boolean {
  if (peer !== undefined || final?.status === 487) return true;
  if (request === undefined || bye === undefined) return false;
  return final === undefined ? bye.start <= request.time : bye.start <= final.time;
}

/** The host of one side of the dialog, as near to it as the capture shows. */
export function hostOf(tag: string, { callerTag, calleeTag, answer }: Dialog, call: Call): Endpoint | undefined {
  if (tag === callerTag) return call.attempts[0]?.client;
  return tag === calleeTag ? answer?.source : undefined;
}

/** Index of the first of a list in order of time that is not before `time`. */
export function firstAt<T>(list: readonly T[], time: number, timeOf: (one: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeOf(list[middle]) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Messages before a change that are searched for what its two sides said before. */
const LOOK_BACK = 256;

/** The newest message before this change that one side sent and that fits. */
function saidBefore(
  { request }: Transaction,
  { messages }: Call,
  tagOf: (request: SipMessage) => string,
  fits: (message: SipMessage, request: SipMessage) => boolean,
): SipMessage | undefined {
  if (request === undefined) return undefined;
  const tag = tagOf(request);
  const low = firstAt(messages, request.time, ({ time }) => time);
  for (let i = low - 1; i >= Math.max(0, low - LOOK_BACK); i--) {
    const message = messages[i];
    if ((message.isRequest ? message.fromTag : message.toTag) === tag && fits(message, request)) return message;
  }
  return undefined;
}

/** What the sender of this change said of its media last, on the same hop. */
export function describedBefore(change: Transaction, call: Call): SipMessage | undefined {
  return saidBefore(
    change,
    call,
    ({ fromTag }) => fromTag,
    ({ hasSdp, source }, request) => hasSdp && source.address === request.source.address,
  );
}

/** True when the other side said what it allows, and this method is not among it. */
export function isDisallowed(change: Transaction, call: Call): boolean {
  const said = saidBefore(
    change,
    call,
    ({ toTag }) => toTag,
    (message) => message.has('Allow'),
  );
  return said !== undefined && !said.headers('Allow').some((method) => method.toUpperCase() === change.method);
}

/** A description without the line that only counts its versions. */
const bodyOf = (message: SipMessage) =>
  message
    .bodyText()
    .replace(/^o=.*$/m, '')
    .trim();

/**
 * A change that is only to keep the session alive: it carries Session-Expires and describes nothing, or what its sender
 * described before (RFC 4028 §7.4).
 */
export function isRefresh(transaction: Transaction, call: Call): boolean {
  const { request } = transaction;
  if (request === undefined || !request.has('Session-Expires')) return false;
  if (!request.hasSdp) return true;
  const before = describedBefore(transaction, call);
  return before !== undefined && bodyOf(before) === bodyOf(request);
}
