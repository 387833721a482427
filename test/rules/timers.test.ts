/** T1 as a client's own retransmissions show it (RFC 3261 §17.1.1.2): timers B, F and H follow it. */
import { expect, it } from 'vitest';
import type { Call, SipMessage, Transaction } from '../../src/model.ts';
import type { Context } from '../../src/rules/define.ts';
import { defaultThresholds } from '../../src/rules/thresholds.ts';
import { withLearnedTimers } from '../../src/rules/timers.ts';

const context: Context = { now: 0, atEnd: true, thresholds: defaultThresholds } as Context;

/** A call whose INVITE is sent at these seconds. */
function calling(times: readonly number[], transport = 'udp', method = 'INVITE'): Call {
  const [request, ...requestRepeats] = times.map((time) => ({ time: time * 1e6, transport }) as SipMessage);
  return { transactions: [{ method, request, requestRepeats } as unknown as Transaction] } as unknown as Call;
}

it.each<[string, number, number, readonly number[]]>([
  ['0.5 s is the default', 500, 32_000, [0, 0.5, 1.5, 3.5]],
  ['a little more is network delay', 500, 32_000, [0, 0.55, 1.6, 3.6]],
  ['2 s, as IMS phones have it', 2_000, 128_000, [0, 2, 6, 14]],
  ['100 ms, as in a LAN', 100, 6_400, [0, 0.1, 0.3, 0.7]],
  ['one repeat shows no schedule', 500, 32_000, [0, 2]],
  ['equal gaps are no timer A but a user who dials again', 500, 32_000, [0, 4, 8, 12]],
  ['the first repeat is missing in the capture: gaps 1.5 s and 2 s', 500, 32_000, [0, 1.5, 3.5, 7.5]],
  ['half a minute is no T1', 500, 32_000, [0, 30, 90]],
])('%s', (_, t1, timeout, times) => {
  const { thresholds } = withLearnedTimers(context, calling(times));
  expect(thresholds.t1).toBeCloseTo(t1, 3);
  expect(thresholds.transactionTimeout).toBeCloseTo(timeout, 3);
});

it('is learned from INVITEs over UDP only', () => {
  expect(withLearnedTimers(context, calling([0, 2, 6], 'tcp')).thresholds.t1).toBe(500);
  // Timer E is capped by T2, so its gaps say less.
  expect(withLearnedTimers(context, calling([0, 2, 6], 'udp', 'REGISTER')).thresholds.t1).toBe(500);
});
