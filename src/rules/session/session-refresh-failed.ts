import type { Call, Dialog, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { endedBefore, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import {
  changesOf,
  describedBefore,
  type Fate,
  fateOf,
  hasFailedChange,
  hostOf,
  isChange,
  isDisallowed,
  isRefresh,
  nameOf,
  type SessionTimer,
  timerAt,
  wasGivenUp,
} from '../session-changes.ts';

type Shown = {
  kind: 'refused' | 'unanswered';
  method: string;
  client: string;
  server: string;
  status: number;
  phrase: string;
  /** Copies of the request. */
  sends: number;
  /** `dropped`: the call ended by it. `ended`: it ended otherwise before the timer. `expired`: it should have ended. */
  outcome: 'dropped' | 'ended' | 'expired';
  /** Seconds; 0 where the 2xx that set it was not captured. */
  interval: number;
  /** From the refresh to the BYE, ms; 0 without one. */
  after: number;
  /** The other side had said that it does not take this method. */
  disallowed: boolean;
  /** The media stayed the same, and yet the offer counts as a new one. */
  renumbered: boolean;
};

/** Challenges, glare and too short intervals are steps on the way, and have rules of their own. */
const STEPS = [401, 407, 422, 491];

/** Attempts from the newest back: nobody tries more often before the timer ends. */
const LOOK_BACK = 256;

/** The refresh after which nothing renewed the session any more; `unknown`: one whose answer may not be captured. */
function lastFailure(dialog: Dialog, call: Call, context: Context): Transaction | 'unknown' | undefined {
  const changes = changesOf(dialog, call);
  const { attempts, answers } = changes;
  const renewed = answers[answers.length - 1]?.time ?? Number.NEGATIVE_INFINITY;
  let failed: Transaction | undefined;
  const oldest = Math.max(0, attempts.length - LOOK_BACK);
  for (let i = attempts.length - 1; i >= oldest && attempts[i].start > renewed; i--) {
    const fate = fateOf(attempts[i], context);
    if (fate === 'unknown') return failed === undefined ? undefined : 'unknown';
    if (STEPS.includes(attempts[i].final?.status ?? 0) || !isRefresh(attempts[i], call)) continue;
    if (wasGivenUp(attempts[i], changes)) continue;
    const deeper = passedOn(attempts[i], call).some((lower) => fateOf(lower, context) === fate);
    if (!deeper) failed = attempts[i];
  }
  return failed;
}

/** RFC 3261 §12.2.1.2: after these the sender should hang up. */
function isLost(fate: Fate, refusal: SipMessage | undefined): boolean {
  return fate === 'unanswered' || refusal?.status === 481 || refusal?.status === 408;
}

/** Undefined: the session may still be renewed. */
function outcomeOf(
  ended: number | undefined,
  since: number,
  lost: boolean,
  timer: SessionTimer | undefined,
  context: Context,
): Shown['outcome'] | undefined {
  const { changeFailureEnd, sessionTimerWindow } = context.thresholds;
  const expiry = timer && timer.answer.time + timer.interval * 1000;
  if (ended === undefined) {
    if (timer === undefined || endedBefore(context, timer.answer.time, timer.interval)) return undefined;
    return 'expired';
  }
  if (lost && milliseconds(since, ended) <= changeFailureEnd) return 'dropped';
  // The side that does not refresh hangs up 32 s before the end, or a third of the interval (RFC 4028 §10).
  const early = timer === undefined ? 0 : Math.min(32_000, timer.interval / 3) + sessionTimerWindow;
  return expiry !== undefined && milliseconds(ended, expiry) <= early ? 'dropped' : 'ended';
}

/** Only the version in its o= line differs from what its sender described before (RFC 4028 §7.4). */
function isRenumbered(refresh: Transaction, call: Call): boolean {
  const before = refresh.request?.hasSdp === true ? describedBefore(refresh, call) : undefined;
  const originOf = (message: SipMessage | undefined) => /^o=.*$/m.exec(message?.bodyText() ?? '')?.[0].trim();
  return before !== undefined && originOf(before) !== originOf(refresh.request);
}

/** Rule 21: what was to keep the session alive failed. */
export const sessionRefreshFailed = defineRule<'call', Shown>({
  id: 'session-refresh-failed',
  severity: 'error',
  scope: 'call',
  title: 'Session refresh that failed',
  spec: ['RFC 4028 §7.4', 'RFC 4028 §10', 'RFC 3261 §12.2.1.2', 'RFC 3311 §5.1'],
  example: {
    kind: 'refused',
    method: 're-INVITE',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    status: 488,
    phrase: 'Not Acceptable Here',
    sends: 1,
    outcome: 'dropped',
    interval: 1800,
    after: 868_000,
    disallowed: false,
    renumbered: false,
  },
  why: ({ outcome }) =>
    outcome === 'ended'
      ? 'This call ended before it mattered; a longer one would have been dropped when the session timer ran out.'
      : 'Without a refresh both sides take the call for dead when the session timer runs out: long calls drop, always after the same time.',
  fix: ({ kind, method, status, client, server, disallowed, renumbered }) => [
    ...(disallowed
      ? [`Let ${client} refresh with re-INVITE: ${server} does not have ${method} in its Allow header field.`]
      : []),
    ...(kind === 'unanswered'
      ? [
          `Check that ${server} can still be reached at the Contact and Route of the call: a NAT binding or firewall session closes while nobody sends anything.`,
          'Keep the way open with keep-alives (OPTIONS or CRLF every 30 s), or let the other side refresh.',
        ]
      : status === 481 || status === 408 || status === 404
        ? [
            `Find out where ${server} lost the call: a restart, a fail-over, or a proxy without Record-Route that sends the refresh to another node.`,
            `Compare the Request-URI of the ${method} with the newest Contact of the other side.`,
          ]
        : [
            `Let ${server} accept ${method} in the middle of a call; ${status} is no answer to a refresh that changes nothing.`,
            ...(method === 'UPDATE'
              ? []
              : [`Or let ${client} refresh with UPDATE without SDP where the other side allows UPDATE.`]),
          ]),
    ...(renumbered
      ? [`Let ${client} repeat the o= line of its last offer: a new version makes ${server} negotiate the media again.`]
      : []),
  ],
  message: ({ kind, method, client, server, status, phrase, sends, outcome, interval, after }) =>
    `The ${method} by which ${client} was to refresh the session ` +
    (kind === 'unanswered'
      ? `got no answer from ${server} (${sends === 1 ? '1 copy' : `${sends} copies`})`
      : `was refused by ${server} with ${status}${phrase === '' ? '' : ` ${phrase}`}`) +
    {
      dropped: `, and the call was dropped ${duration(after)} later.`,
      ended: '; the call ended before the session timer did.',
      expired: `, and the session timer of ${interval} s ran out.`,
    }[outcome],
  limits: ({ kind }) =>
    kind === 'unanswered'
      ? 'The trace shows that no answer passed this capture point; whether the other side got the request is not visible here.'
      : '',
  concerns: (method, end) => isChange(method) && end !== 'success',
  when: ({ call }) => call.dialogs.length > 0 && hasFailedChange(call),
  *check({ call }, context) {
    for (const dialog of call.dialogs) {
      const failed = lastFailure(dialog, call, context);
      if (failed === undefined || failed === 'unknown') {
        if (failed === 'unknown') yield { undetermined: 'G-LOSS' };
        continue;
      }
      const { request, final, requestRepeats, client, server } = failed;
      if (request === undefined) continue;
      const fate = fateOf(failed, context);
      const { bye } = changesOf(dialog, call);
      if (
        bye === undefined &&
        fate === 'unanswered' &&
        endedBefore(context, request.time, context.thresholds.transactionTimeout)
      ) {
        yield { undetermined: 'G-END' };
        continue;
      }
      const timer = timerAt(changesOf(dialog, call), request.time);
      const last = requestRepeats[requestRepeats.length - 1] ?? request;
      const outcome = outcomeOf(bye?.start, final?.time ?? last.time, isLost(fate, final), timer, context);
      if (outcome === undefined) {
        yield { undetermined: 'G-END' };
        continue;
      }
      yield {
        at: [
          ...(final === undefined ? [request, last] : [final, request]),
          ...(bye?.request === undefined ? [] : [bye.request]),
        ],
        args: {
          kind: final === undefined ? 'unanswered' : 'refused',
          method: nameOf(failed),
          client: (hostOf(request.fromTag, dialog, call) ?? client).name,
          server: server.name,
          status: final?.status ?? 0,
          phrase: (final?.phrase ?? '').slice(0, 60),
          sends: 1 + requestRepeats.length,
          outcome,
          interval: timer === undefined ? 0 : Math.round(timer.interval / 1000),
          after: bye === undefined ? 0 : milliseconds(request.time, bye.start),
          disallowed: isDisallowed(failed, call),
          renumbered: isRenumbered(failed, call),
        },
        severity: outcome === 'ended' ? 'warning' : 'error',
        confidence: final === undefined ? 'likely' : 'certain',
        device: server.address,
        ...(final === undefined ? { needsAnswersOf: { client: client.address, server: server.address } } : {}),
      };
    }
  },
});
