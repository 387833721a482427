import type { Exchange, Transaction } from '../../model.ts';
import { defineRule } from '../define.ts';
import { addressesInferred, clockTooCoarse, milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';

type Shown = {
  aor: string;
  client: string;
  registrar: string;
  /** Seconds asked for and granted; 0 when the client did not ask for a time. */
  asked: number;
  granted: number;
  /** Between the answer that granted and the next REGISTER, ms. */
  interval: number;
  /** ms without a binding. */
  late: number;
};

/**
 * The first REGISTER of the client after the one with number `cseq`, if none is missing in between: each counts one up
 * (RFC 3261 §10.2.4).
 */
function nextOf(cseq: number, { transactions }: Exchange, callId: string): Transaction | undefined {
  return transactions.find(
    (one) => one.method === 'REGISTER' && one.callId === callId && one.cseq === cseq + 1 && one.request !== undefined,
  );
}

/** Rule 77: the binding was over when its refresh came. */
export const registerRefreshTooLate = defineRule<'registration', Shown>({
  id: 'register-refresh-too-late',
  severity: 'warning',
  scope: 'registration',
  title: 'Registration refreshed too late',
  spec: ['RFC 3261 §10.2.4', 'RFC 3261 §10.3'],
  example: {
    aor: 'alice@example.com',
    client: '192.0.2.1:5060',
    registrar: '192.0.2.5:5060',
    asked: 3600,
    granted: 60,
    interval: 1_800_000,
    late: 1_740_000,
  },
  why: ({ late }) => `For ${duration(late)} calls to this user did not reach the phone.`,
  fix: ({ asked, granted, client, registrar }) => [
    ...(asked > granted
      ? [
          `Let ${client} go by the time that ${registrar} grants (${granted} s), not by the ${asked} s it asks for: many phones have a setting of their own for the refresh interval.`,
        ]
      : []),
    `Let ${client} refresh at 50 to 90 % of the ${granted} s that were granted.`,
    'If it is a mobile phone that sleeps, ask for a longer time or use push notifications (RFC 8599).',
    `Check the clock of ${client} and the load of its network at that time.`,
  ],
  message: ({ aor, client, registrar, granted, interval, late }) =>
    `${registrar} registered ${aor} for ${granted} s, and ${client} refreshed after ${duration(interval)}: ${duration(late)} too late.`,
  when: ({ registration }) => registration.transactions.some(({ final }) => final !== undefined && final.status < 300),
  *check({ registration }, { bindings, thresholds }) {
    const account = bindings.accountOf(registration);
    if (account === undefined) return;
    for (const { kind, exchange, binding, before } of account.changes) {
      if (kind !== 'late' || exchange !== registration.id || before === undefined) continue;
      const first = nextOf(before.cseq, registration, binding.callId);
      const { request, client, server } = first ?? {};
      if (request === undefined || client === undefined || server === undefined) continue;
      if (addressesInferred(request) || clockTooCoarse(request, thresholds.bindingGrace)) continue;
      const late = milliseconds(before.until, request.time);
      // Two recordings, one after the other, may hide what was between.
      if (late < thresholds.bindingGrace || before.at[0].origin.input !== request.input) continue;
      yield {
        at: [request, ...before.at],
        args: {
          aor: account.aor,
          client: client.name,
          registrar: server.name,
          asked: before.asked,
          granted: before.expires,
          interval: milliseconds(before.granted, request.time),
          late,
        },
        confidence: 'certain',
        device: client.address,
      };
    }
  },
});
