import { parseReplaces } from '../../headers/replaces.ts';
import type { Call, Dialog, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { addressesInferred, endedBefore, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import { changesOf, hostOf } from '../session-changes.ts';
import { isUnreported, referOf, reportsOf, type Transfers, targetOf, transfersOf } from '../transfers.ts';

type Shown = {
  /**
   * `refused`: the REFER itself. `target`: the new call failed, as its NOTIFY reports. `unreported`: no NOTIFY came.
   * `replaces`: the new call came with Replaces, and there was nothing to replace.
   */
  kind: 'refused' | 'target' | 'unreported' | 'replaces';
  /** Who wants to transfer; with `replaces` who sent the INVITE. */
  client: string;
  /** Who is to make the new call; with `replaces` who got the INVITE. */
  server: string;
  status: number;
  phrase: string;
  /** Where the call was to go; empty where the REFER was not captured. */
  target: string;
  /** An attended transfer: the new call was to take the place of another. */
  attended: boolean;
  /** Since the REFER was accepted, ms. */
  waited: number;
};

const TEXT_LENGTH = 80;
/** A call is transferred once or twice; what reports more is no phone. */
const REPORT_LIMIT = 64;

/** The target was reached and did not take the call: nobody's fault. */
export const NOT_TAKEN = [408, 480, 486, 487, 600, 603];
/** RFC 3891 §3: no such dialog, one that is over, one that was answered although only an early one was meant. */
const NOT_REPLACED = [481, 603, 486];
/** Steps on the way to the answer, with rules of their own. */
const CHALLENGES = [401, 407];

/** The host of that side of the dialog. */
function nameOf(request: SipMessage, tag: string, call: Call): string | undefined {
  const dialog = dialogOf(request, call);
  return dialog && hostOf(tag, dialog, call)?.name;
}

function sides({ client, server, request }: Transaction, call: Call): Pick<Shown, 'client' | 'server'> {
  return { client: (request && nameOf(request, request.fromTag, call)) ?? client.name, server: server.name };
}

/** A REFER that was refused, unless another one got through. */
function* refusals({ refers }: Transfers, call: Call) {
  const accepted = new Map<string, number>();
  for (const { request, final, cseq } of refers) {
    // One whose answer the capture lacks may have been.
    if (request !== undefined && (final === undefined || final.status < 300)) accepted.set(request.fromTag, cseq);
  }
  for (const refer of refers) {
    const { request, final } = refer;
    if (request === undefined || final === undefined || final.status < 300 || CHALLENGES.includes(final.status))
      continue;
    if (passedOn(refer, call).some((lower) => (lower.final?.status ?? 0) >= 300)) continue;
    if ((accepted.get(request.fromTag) ?? 0) > refer.cseq) continue;
    yield {
      at: [final, request],
      args: {
        ...sides(refer, call),
        ...targetOf(request),
        kind: 'refused',
        status: final.status,
        phrase: final.phrase.slice(0, TEXT_LENGTH),
        waited: 0,
      },
      severity: 'error',
      confidence: 'certain',
      device: refer.server.address,
    } as const;
  }
}

/** What the NOTIFYs report of the new call. */
function* reports(transfers: Transfers, call: Call) {
  for (const { notify, source, status, phrase } of reportsOf(transfers).slice(0, REPORT_LIMIT)) {
    if (status < 300 || CHALLENGES.includes(status)) continue;
    const refer = referOf(notify, transfers);
    yield {
      at: [notify, ...(refer?.request === undefined ? [] : [refer.request])],
      args: {
        client: nameOf(notify, notify.toTag, call) ?? (refer?.client ?? source.server).name,
        server: source.client.name,
        ...targetOf(refer?.request),
        kind: 'target',
        status,
        phrase,
        waited: refer?.final === undefined ? 0 : milliseconds(refer.final.time, notify.time),
      },
      severity: NOT_TAKEN.includes(status) ? 'warning' : 'error',
      confidence: 'certain',
      device: source.client.address,
    } as const;
  }
}

function dialogOf({ fromTag, toTag }: SipMessage, { dialogs }: Call): Dialog | undefined {
  return dialogs.find(
    (one) => [one.callerTag, one.calleeTag].includes(fromTag) && [one.callerTag, one.calleeTag].includes(toTag),
  );
}

/** An accepted REFER after which nobody said what became of it. */
function* silences({ refers, notifies }: Transfers, call: Call, context: Context) {
  if (notifies.length > 0) return;
  const { transactionTimeout } = context.thresholds;
  for (const refer of refers) {
    const { request, final } = refer;
    if (request === undefined || final === undefined || final.status >= 300 || addressesInferred(request)) continue;
    if (isUnreported(request, final) || passedOn(refer, call).length > 0) continue;
    const dialog = dialogOf(request, call);
    const bye = dialog && changesOf(dialog, call).bye;
    // Many phones hang up on an accepted REFER and hear no more of it.
    if (bye !== undefined && milliseconds(final.time, bye.start) < transactionTimeout) continue;
    if (endedBefore(context, final.time, transactionTimeout)) {
      yield { undetermined: 'G-END' } as const;
      continue;
    }
    yield {
      at: [final, request],
      args: {
        ...sides(refer, call),
        ...targetOf(request),
        kind: 'unreported',
        status: final.status,
        phrase: final.phrase.slice(0, TEXT_LENGTH),
        waited: milliseconds(final.time, bye?.start ?? context.now),
      },
      severity: 'warning',
      confidence: 'possible',
      device: refer.server.address,
    } as const;
  }
}

/** The new call of an attended transfer, or a pick-up, that found nothing to take the place of. */
function* replacements(call: Call) {
  for (const invite of call.transactions) {
    const { method, request, final } = invite;
    if (method !== 'INVITE' || request === undefined || request.toTag !== '' || final === undefined) continue;
    if (!NOT_REPLACED.includes(final.status) || !request.has('Replaces')) continue;
    const replaces = parseReplaces(request.header('Replaces') ?? '');
    if (final.status === 486 && replaces?.earlyOnly !== true) continue;
    if (passedOn(invite, call).some((lower) => lower.final?.status === final.status)) continue;
    yield {
      at: [final, request],
      args: {
        ...sides(invite, call),
        kind: 'replaces',
        status: final.status,
        phrase: final.phrase.slice(0, TEXT_LENGTH),
        target: (replaces?.callId ?? '').slice(0, TEXT_LENGTH),
        attended: true,
        waited: 0,
      },
      severity: 'error',
      confidence: 'certain',
      device: invite.server.address,
    } as const;
  }
}

/** What to do about a REFER that was refused, by code. */
function refusalRemedy({ client, server, status }: Shown): string {
  if (status === 481 || status === 404)
    return `Check where ${client} sent its REFER: to the Contact of the call, with its tags and Route.`;
  if (status === 420 || status === 400 || status === 416)
    return `Compare the Refer-To with what ${server} accepts: a sip URI in angle brackets, with Replaces escaped.`;
  return `Allow REFER on ${server} (in many products: allow transfer), or turn off transfer by REFER in ${client}: trunks often forbid it with ${status}.`;
}

/** Rule 81: a call that was to be handed on and was not. */
export const transferFailed = defineRule<'call', Shown>({
  id: 'transfer-failed',
  severity: 'error',
  scope: 'call',
  title: 'Transfer that failed',
  spec: ['RFC 3515 §2.4.2', 'RFC 3515 §2.4.4', 'RFC 3515 §2.4.5', 'RFC 3891 §3', 'RFC 4488 §4', 'RFC 5589 §6'],
  example: {
    kind: 'target',
    client: '192.0.2.7:5060',
    server: '192.0.2.1:5060',
    status: 404,
    phrase: 'Not Found',
    target: 'sip:carol@example.com',
    attended: false,
    waited: 420,
  },
  why: ({ kind }) =>
    ({
      refused: 'The user pressed transfer and nothing happened; both parties stay where they are, often on hold.',
      target:
        'The caller does not get through to the person that was promised, and stays on hold until somebody takes the call back.',
      unreported:
        'Whoever transfers cannot tell whether it worked: the phone keeps the call, or drops a caller who went nowhere.',
      replaces: 'Caller and target stay in two calls that were to become one.',
    })[kind],
  fix: (args) => {
    const { kind, client, server, target, status, attended } = args;
    const bridge = `Let the PBX or border controller between make the transfer itself (as a B2BUA) instead of passing REFER on.`;
    return {
      refused: [refusalRemedy(args), bridge],
      target: NOT_TAKEN.includes(status)
        ? [
            'Take the caller back: the target was reached and did not take the call.',
            `Let ${client} resume the first call by itself when the NOTIFY reports a failure.`,
          ]
        : [
            ...(attended
              ? [
                  'Compare the Replaces in Refer-To with Call-ID and tags of the second call as its far end knows them: behind a B2BUA each leg has its own.',
                ]
              : []),
            `Check that ${server} can call ${target === '' ? 'the address in Refer-To' : target}: number format, domain and dial plan are those of the side that is transferred, not of the one that transfers.`,
            bridge,
          ],
      unreported: [
        `Let ${server} report with NOTIFY (Event: refer) how the new call fares, or let it say Refer-Sub: false.`,
        `Check that its NOTIFY can reach ${client}: it goes to the Contact of the REFER.`,
      ],
      replaces: [
        `Compare Call-ID and tags in Replaces (${target}) with the call that ${server} is to give up: to-tag is its own, and behind a B2BUA each leg has others.`,
        'If that call had just ended, the transfer came too late: let the phone transfer before it hangs up the second call.',
        bridge,
      ],
    }[kind];
  },
  message: ({ kind, client, server, status, phrase, target, attended, waited }) => {
    const answer = `${status}${phrase === '' ? '' : ` ${phrase}`}`;
    const where = target === '' ? '' : ` to ${target}`;
    const what = attended ? 'attended transfer' : 'transfer';
    return {
      refused: `${server} refused the ${what}${where} that ${client} asked for with REFER: ${answer}.`,
      target: `The ${what}${where} that ${client} asked ${server} for failed: its NOTIFY reports ${answer}.`,
      unreported: `${server} accepted the ${what}${where} with ${status} and sent no NOTIFY about it to ${client} for ${duration(waited)}.`,
      replaces: `${server} refused the call by which ${client} was to take the place of another: ${answer}.`,
    }[kind];
  },
  limits: ({ kind }) =>
    kind === 'replaces'
      ? 'The call that was to be replaced has another Call-ID: it shows, if it was captured, as another call in this report.'
      : kind === 'refused'
        ? ''
        : kind === 'target'
          ? 'The new call usually has a Call-ID of its own: if it was captured, it shows as another call in this report, with what made it fail.'
          : 'The new call usually has a Call-ID of its own and shows as another call in this report: it may well have succeeded.',
  concerns: (method, end) => method === 'REFER' || method === 'NOTIFY' || (method === 'INVITE' && end === 'refused'),
  when: ({ call }) =>
    call.transactions.some(
      ({ method, final, request }) =>
        method === 'REFER' ||
        method === 'NOTIFY' ||
        (method === 'INVITE' &&
          final !== undefined &&
          NOT_REPLACED.includes(final.status) &&
          request?.has('Replaces') === true),
    ),
  *check({ call }, context) {
    const transfers = transfersOf(call);
    yield* refusals(transfers, call);
    yield* reports(transfers, call);
    yield* silences(transfers, call, context);
    yield* replacements(call);
  },
});
