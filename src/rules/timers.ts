/**
 * T1 as the hosts of a conversation keep it. RFC 3261 §17.1.1.2 allows other values than 0.5 s on fast or slow networks;
 * timers B, F and H are 64·T1, so a rule that waits for them must wait as long as the hosts do.
 */
import type { Transaction } from '../model.ts';
import type { Context, Conversation } from './define.ts';
import { isReliable } from './guards.ts';

/** Gaps that differ by less are the same gap. */
const TOLERANCE = 0.2;
/** A T1 outside of these (ms) is no T1 but a loss or a load test. */
const LEAST = 50;
const MOST = 10_000;

/** Milliseconds; undefined when the transaction does not show two gaps of which the second is twice the first (timer A). */
function t1Of({ method, request, requestRepeats }: Transaction): number | undefined {
  if (method !== 'INVITE' || requestRepeats.length < 2 || request === undefined || isReliable(request))
    return undefined;
  if ((request.log?.resolution ?? 0) > LEAST * 1000) return undefined;
  const first = (requestRepeats[0].time - request.time) / 1000;
  const second = (requestRepeats[1].time - requestRepeats[0].time) / 1000;
  if (Math.abs(second / first - 2) > 2 * TOLERANCE) return undefined;
  return first >= LEAST && first <= MOST ? first : undefined;
}

/** The context with the timers that the conversation itself shows, where they are not those configured. */
export function withLearnedTimers(context: Context, conversation: Conversation): Context {
  const { thresholds } = context;
  for (const transaction of conversation.transactions) {
    if (transaction.requestRepeats.length < 2) continue;
    const t1 = t1Of(transaction);
    if (t1 === undefined || Math.abs(t1 / thresholds.t1 - 1) <= TOLERANCE) continue;
    const transactionTimeout = (thresholds.transactionTimeout / thresholds.t1) * t1;
    return { ...context, thresholds: { ...thresholds, t1, transactionTimeout } };
  }
  return context;
}
