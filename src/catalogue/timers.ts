/** Facts of the timers of SIP: their lengths, who runs them, and which rules judge by them. */

/** What the others are multiples of, in ms; timer C stands on its own. */
export interface BaseTimers {
  readonly t1: number;
  readonly t2: number;
  readonly t4: number;
  readonly c: number;
}

/** RFC 3261 table 4. */
export const baseTimers: BaseTimers = { t1: 500, t2: 4_000, t4: 5_000, c: 180_000 };

/** Between a mobile phone and its first proxy (3GPP TS 24.229 table 7.7.1). */
export const imsTimers: BaseTimers = { t1: 2_000, t2: 16_000, t4: 17_000, c: 180_000 };

/** How long a timer is. */
export type TimerLength =
  /** Ms, or a span of them. */
  | { readonly kind: 'fixed'; readonly ms: number; readonly to?: number }
  /** So many times T1, T2 or T4. */
  | { readonly kind: 'times'; readonly n: number; readonly of: 't1' | 't2' | 't4' }
  /** T1 at first, doubled each time; up to T2 where `capped`. */
  | { readonly kind: 'doubling'; readonly capped: boolean }
  /** More than timer C of the base. */
  | { readonly kind: 'over-c' }
  /** What a header field says; `ms` without one. */
  | { readonly kind: 'header'; readonly header: string; readonly ms?: number };

export interface Timer {
  /** `B`, `T1`, `session`: what stands behind `timer:`. */
  readonly id: string;
  readonly spec: string;
  readonly length: TimerLength;
  /** The side that lets it run; undefined for a value that only others are made of. */
  readonly runs?: 'client' | 'server' | 'proxy' | 'uac' | 'uas' | 'both';
  /** Over TCP, TLS and WebSocket it does not run, or is zero. */
  readonly udpOnly?: true;
  /** Rules that judge by it. */
  readonly rules: readonly string[];
}

// biome-ignore format: a table
const table = [
  { id: 'T1', spec: 'RFC 3261 §17.1.1.1', length: { kind: 'times', n: 1, of: 't1' },
    rules: ['retransmissions-excessive', 'request-terminated-487', 'retry-after-ignored', 'icmp-unreachable'] },
  { id: 'T2', spec: 'RFC 3261 §17.1.2.1', length: { kind: 'times', n: 1, of: 't2' },
    rules: ['retransmissions-excessive', 'non-invite-response-misuse'] },
  { id: 'T4', spec: 'RFC 3261 §17.1.2.2', length: { kind: 'times', n: 1, of: 't4' }, rules: [] },
  { id: 'A', spec: 'RFC 3261 §17.1.1.2', length: { kind: 'doubling', capped: false }, runs: 'client', udpOnly: true,
    rules: ['invite-no-response', 'retransmissions-excessive'] },
  { id: 'B', spec: 'RFC 3261 §17.1.1.2', length: { kind: 'times', n: 64, of: 't1' }, runs: 'client',
    rules: ['invite-no-response', 'invite-stalled-after-trying', 'invite-no-final-response', 'reinvite-failed',
      'udp-fragment-lost', 'upstream-timeout-408-504'] },
  { id: 'C', spec: 'RFC 3261 §16.6', length: { kind: 'over-c' }, runs: 'proxy',
    rules: ['invite-no-final-response', 'upstream-timeout-408-504'] },
  { id: 'D', spec: 'RFC 3261 §17.1.1.2', length: { kind: 'times', n: 64, of: 't1' }, runs: 'client', udpOnly: true,
    rules: [] },
  { id: 'E', spec: 'RFC 3261 §17.1.2.2', length: { kind: 'doubling', capped: true }, runs: 'client', udpOnly: true,
    rules: ['retransmissions-excessive', 'non-invite-response-misuse'] },
  { id: 'F', spec: 'RFC 3261 §17.1.2.2', length: { kind: 'times', n: 64, of: 't1' }, runs: 'client',
    rules: ['bye-unanswered', 'contact-unroutable', 'options-ping-failing', 'registration-failed',
      'session-refresh-failed', 'session-timer-expiry-drop', 'udp-fragment-lost'] },
  { id: 'G', spec: 'RFC 3261 §17.2.1', length: { kind: 'doubling', capped: true }, runs: 'server', udpOnly: true,
    rules: ['non2xx-final-not-acked'] },
  { id: 'H', spec: 'RFC 3261 §17.2.1', length: { kind: 'times', n: 64, of: 't1' }, runs: 'server',
    rules: ['non2xx-final-not-acked'] },
  { id: 'I', spec: 'RFC 3261 §17.2.1', length: { kind: 'times', n: 1, of: 't4' }, runs: 'server', udpOnly: true,
    rules: [] },
  { id: 'J', spec: 'RFC 3261 §17.2.2', length: { kind: 'times', n: 64, of: 't1' }, runs: 'server', udpOnly: true,
    rules: ['cseq-disorder'] },
  { id: 'K', spec: 'RFC 3261 §17.1.2.2', length: { kind: 'times', n: 1, of: 't4' }, runs: 'client', udpOnly: true,
    rules: [] },
  { id: 'L', spec: 'RFC 6026 §7.1', length: { kind: 'times', n: 64, of: 't1' }, runs: 'server', rules: [] },
  { id: 'M', spec: 'RFC 6026 §7.2', length: { kind: 'times', n: 64, of: 't1' }, runs: 'client', rules: [] },
  { id: 'N', spec: 'RFC 6665 §4.1.2.4', length: { kind: 'times', n: 64, of: 't1' }, runs: 'uac',
    rules: ['subscription-no-notify', 'transfer-failed'] },
  { id: '2xx', spec: 'RFC 3261 §13.3.1.4', length: { kind: 'times', n: 64, of: 't1' }, runs: 'uas',
    rules: ['ack-missing-for-2xx', 'call-dropped-32s'] },
  { id: '100rel', spec: 'RFC 3262 §3', length: { kind: 'times', n: 64, of: 't1' }, runs: 'uas',
    rules: ['prack-missing'] },
  { id: 'trying', spec: 'RFC 3261 §17.2.1', length: { kind: 'fixed', ms: 200 }, runs: 'server',
    rules: ['trying-late'] },
  { id: 'progress', spec: 'RFC 3261 §13.3.1.1', length: { kind: 'fixed', ms: 60_000 }, runs: 'uas', rules: [] },
  { id: 'glare', spec: 'RFC 3261 §14.1', length: { kind: 'fixed', ms: 0, to: 4_000 }, runs: 'both',
    rules: ['reinvite-glare'] },
  { id: 'invite', spec: 'RFC 3261 §13.3.1', length: { kind: 'header', header: 'Expires' }, runs: 'uas',
    rules: ['request-terminated-487', 'upstream-timeout-408-504'] },
  { id: 'session', spec: 'RFC 4028 §10', length: { kind: 'header', header: 'Session-Expires' }, runs: 'both',
    rules: ['session-timer-expiry-drop', 'session-refresh-failed', 'interval-rejected-loop'] },
  { id: 'registration', spec: 'RFC 3261 §10.3', length: { kind: 'header', header: 'Expires', ms: 3_600_000 },
    runs: 'server', rules: ['register-refresh-too-late', 'registration-binding-lost'] },
  { id: 'subscription', spec: 'RFC 6665 §4.1.2.1', length: { kind: 'header', header: 'Expires' }, runs: 'both',
    rules: [] },
  { id: 'flow', spec: 'RFC 5626 §4.4', length: { kind: 'header', header: 'Flow-Timer', ms: 120_000 }, runs: 'uac',
    rules: ['registration-binding-lost'] },
] as const satisfies readonly Timer[];

/** A timer of the table. */
export type TimerId = (typeof table)[number]['id'];

export const timers: readonly (Timer & { readonly id: TimerId })[] = table;

const byId = new Map(timers.map((timer) => [timer.id.toLowerCase(), timer]));

/** The facts of a timer, by its letter or name in any capitals; undefined for another. */
export function findTimer(id: string): (typeof timers)[number] | undefined {
  return byId.get(id.toLowerCase());
}

/** How long a timer with a formula is when its parts are these, in ms; undefined for one that has none. */
export function lengthOf({ length }: Pick<Timer, 'length'>, base: BaseTimers): number | undefined {
  switch (length.kind) {
    case 'times':
      return length.n * base[length.of];
    case 'over-c':
      return base.c;
    case 'doubling':
      return base.t1;
    default:
      return undefined;
  }
}
