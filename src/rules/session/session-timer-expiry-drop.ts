import { parseReason } from '../../headers/reason.ts';
import type { Call, Dialog, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { clockTooCoarse, milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';
import {
  type Changes,
  changesOf,
  fateOf,
  hostOf,
  isExpiry,
  isRefresh,
  nameOf,
  type SessionTimer,
  timerAt,
  timerOf,
} from '../session-changes.ts';

type Shown = {
  /** What became of the refresh: none was sent, it got no answer, it was refused, or it was accepted and not counted. */
  kind: 'absent' | 'unanswered' | 'refused' | 'uncounted';
  /** Who hung up. */
  sender: string;
  /** Who had to refresh; empty when the 2xx named nobody. */
  refresher: string;
  /** Session-Expires, seconds. */
  interval: number;
  /** From the 2xx that started the timer to the BYE, ms. */
  after: number;
  since: 'answer' | 'refresh';
  /** The refresh that failed; empty and 0 without one. */
  method: string;
  status: number;
};

interface Failure {
  readonly kind: Shown['kind'];
  readonly timer: SessionTimer;
  readonly refresh: Transaction | undefined;
}

/** µs; no session timer is shorter (RFC 4028 §4 asks for 90 s, of which two thirds). */
const SHORTEST = 30_000_000;

function blamesSessionTimer(bye: SipMessage): boolean {
  const reasons = bye.headers('Reason').flatMap(parseReason);
  return reasons.some(({ text }) => /session/i.test(text) && /timer|expir|refresh/i.test(text));
}

/** Anything that the side which must refresh sent: without it, that it sent no refresh means nothing. */
function isHeard(refresher: string, { messages }: Call): boolean {
  return (
    refresher === '' || messages.some(({ isRequest, fromTag, toTag }) => (isRequest ? fromTag : toTag) === refresher)
  );
}

/** `G-LOSS`: a refresh was sent whose answer the capture does not show. */
function failureOf(
  bye: SipMessage,
  changes: Changes,
  call: Call,
  context: Context,
): Failure | 'G-LOSS' | 'G-ONESIDED' | undefined {
  const { sessionTimerWindow, transactionTimeout } = context.thresholds;
  const timer = timerAt(changes, bye.time);
  const last = changes.answers.findLast(({ time }) => time <= bye.time);
  if (timer === undefined) {
    const before = changes.answers.findLast((answer) => answer.time <= bye.time && timerOf(answer) !== undefined);
    const started = before && timerOf(before);
    const due =
      started !== undefined &&
      isExpiry(milliseconds(started.answer.time, bye.time), started.interval, sessionTimerWindow);
    // One side turned the timer off and the other did not notice: only the BYE itself can tell.
    return due && last !== before && blamesSessionTimer(bye)
      ? { kind: 'uncounted', timer: started, refresh: undefined }
      : undefined;
  }
  const since = milliseconds(timer.answer.time, bye.time);
  const due = isExpiry(since, timer.interval, sessionTimerWindow);
  const attempts = changes.attempts.filter(({ start }) => start > timer.answer.time && start <= bye.time);
  const refresh = attempts[attempts.length - 1];
  if (refresh?.request === undefined) {
    if (!due) return undefined;
    return isHeard(timer.refresher, call) ? { kind: 'absent', timer, refresh: undefined } : 'G-ONESIDED';
  }
  const fate = fateOf(refresh, context);
  if (fate === 'unknown' || fate === 'accepted') return due ? 'G-LOSS' : undefined;
  const lost = refresh.final?.status === 481 || refresh.final?.status === 408;
  const ended =
    milliseconds(refresh.final?.time ?? refresh.start, bye.time) - (fate === 'unanswered' ? transactionTimeout : 0);
  // A refresh that shows the dialog to be gone ends it at once (RFC 4028 §10, RFC 3261 §12.2.1.2).
  const consequence =
    bye.fromTag === refresh.request.fromTag &&
    (lost || fate === 'unanswered') &&
    Math.abs(ended) <= sessionTimerWindow &&
    isRefresh(refresh, call);
  return due || consequence ? { kind: fate, timer, refresh } : undefined;
}

function describe(dialog: Dialog, bye: SipMessage, { kind, timer, refresh }: Failure, call: Call) {
  const { answer, interval, refresher } = timer;
  const own = bye.fromTag === refresher;
  const must = refresher === '' ? undefined : (hostOf(refresher, dialog, call) ?? (own ? bye.source : bye.destination));
  const refusal = refresh?.final;
  const device = kind === 'absent' ? must : kind === 'uncounted' ? bye.source : refresh?.server;
  return {
    at: [
      bye,
      answer,
      ...(refresh?.request === undefined ? [] : [refresh.request]),
      ...(refusal === undefined ? [] : [refusal]),
    ],
    args: {
      kind,
      sender: bye.source.name,
      refresher: must?.name ?? '',
      interval: Math.round(interval / 1000),
      after: milliseconds(answer.time, bye.time),
      since:
        answer.method === 'INVITE' && answer.cseq === dialog.answer?.cseq && answer.fromTag === dialog.callerTag
          ? 'answer'
          : 'refresh',
      method: refresh === undefined ? '' : nameOf(refresh),
      status: refusal?.status ?? 0,
    },
    confidence: blamesSessionTimer(bye) ? 'certain' : own && kind === 'absent' ? 'possible' : 'likely',
    device: (device ?? bye.source).address,
  } as const;
}

/** Rule 20: the call ends because its session timer ran out, not because anybody hung up. */
export const sessionTimerExpiryDrop = defineRule<'call', Shown>({
  id: 'session-timer-expiry-drop',
  severity: 'error',
  scope: 'call',
  title: 'Call dropped by its session timer',
  spec: ['RFC 4028 §7.2', 'RFC 4028 §9', 'RFC 4028 §10'],
  example: {
    kind: 'absent',
    sender: '192.0.2.7:5060',
    refresher: '192.0.2.1:5060',
    interval: 1800,
    after: 1_768_000,
    since: 'answer',
    method: '',
    status: 0,
  },
  why: ({ kind, interval }) =>
    `Users report that calls always drop after the same time: here the session must be refreshed within ${interval} s, ` +
    (kind === 'uncounted' ? 'and one side did not count the refresh.' : 'and it was not.'),
  fix: ({ kind, refresher, sender, method }) => [
    ...{
      absent: [
        refresher === ''
          ? 'The 2xx names no refresher, so each side waited for the other: let the answering side write refresher=uac or refresher=uas into Session-Expires.'
          : `Find out why ${refresher}, the refresher, sends nothing at half of the interval: its session timer may be off, or a firewall or SIP ALG on its side drops what it sends after the long silence.`,
        'Let the other side refresh instead: refresher=uas or refresher=uac in the settings of the trunk.',
      ],
      unanswered: [
        `Capture on the far side: the ${method} that was to refresh the session does not arrive there, or its answer gets lost. A NAT binding or firewall session that closed during the silence is the usual reason.`,
        'Keep the way open with OPTIONS or keep-alives every 30 s, or use TCP.',
      ],
      refused: [
        `Look at the refusal of the ${method}: what refreshes the session must be accepted, so allow UPDATE or re-INVITE in the middle of a call.`,
        'Refresh with UPDATE without SDP where the other side allows UPDATE: there is nothing in it that could be refused.',
      ],
      uncounted: [
        `Update ${sender}: it let its timer run although the session was refreshed, perhaps because that 2xx carried no Session-Expires.`,
        'Let the answer to every refresh repeat Session-Expires with the refresher.',
      ],
    }[kind],
    'As a way out, turn session timers off on one of the two trunks (Asterisk PJSIP: timers=no; chan_sip: session-timers=refuse; FreeSWITCH: enable-timer=false).',
  ],
  message: ({ kind, sender, refresher, interval, after, since, method, status }) => {
    const when = `${sender} hung up ${duration(after)} after the ${since === 'answer' ? 'answer of the call' : 'last refresh'}`;
    const ranOut = `${when}: the session timer of ${interval} s ran out`;
    return {
      absent:
        refresher === ''
          ? `${ranOut}, because nobody was chosen to refresh it and nobody did.`
          : `${ranOut}, because ${refresher}, which had to refresh it, sent no refresh.`,
      unanswered: `${when}, because the ${method} that was to refresh the session timer of ${interval} s got no answer.`,
      refused: `${when}, because the ${method} that was to refresh the session timer of ${interval} s was refused with ${status}.`,
      uncounted: `${ranOut} there, although a later refresh was accepted.`,
    }[kind];
  },
  limits: ({ kind }) =>
    kind === 'absent'
      ? 'A refresh that was sent and lost before this capture point, or took another path, does not show here.'
      : '',
  concerns: (method) => method === 'BYE',
  when: ({ call }) =>
    call.end - call.start >= SHORTEST &&
    call.transactions.some(({ final }) => final !== undefined && final.status < 300 && final.has('Session-Expires')),
  *check({ call }, context) {
    let first: { dialog: Dialog; bye: SipMessage; failure: Failure } | undefined;
    let doubt: 'G-LOSS' | 'G-ONESIDED' | undefined;
    for (const dialog of call.dialogs) {
      const changes = changesOf(dialog, call);
      const bye = changes.bye?.request;
      if (bye === undefined || clockTooCoarse(bye, context.thresholds.sessionTimerWindow)) continue;
      const failure = failureOf(bye, changes, call, context);
      if (failure === 'G-LOSS' || failure === 'G-ONESIDED') doubt = failure;
      // One BYE shows in several dialogs where a B2BUA keeps the Call-ID: the first is where it began.
      else if (failure !== undefined && (first === undefined || bye.time < first.bye.time))
        first = { dialog, bye, failure };
    }
    if (first !== undefined) yield describe(first.dialog, first.bye, first.failure, call);
    else if (doubt !== undefined) yield { undetermined: doubt };
  },
});
