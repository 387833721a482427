import { parseRetryAfter } from '../../headers/retry-after.ts';
import { parseWarning } from '../../headers/warning.ts';
import type { Call, Dialog, SipMessage, Transaction } from '../../model.ts';
import { parseSdp } from '../../sdp/session.ts';
import { type Context, defineRule } from '../define.ts';
import { bodyUnreliable, endedBefore, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import {
  type Changes,
  changesOf,
  describedBefore,
  fateOf,
  firstAt,
  hasFailedChange,
  hostOf,
  isRefresh,
  nameOf,
  wasGivenUp,
} from '../session-changes.ts';

/** What the change was for, as far as its offer shows. */
type Purpose = 'fax' | 'video' | 'hold' | 'offerless' | 'media' | 'other';

type Shown = {
  kind: Purpose;
  method: string;
  client: string;
  server: string;
  /** 0: no answer at all. */
  status: number;
  phrase: string;
  /** Text of a Warning of the refusal. */
  warning: string;
  /** Copies of the request. */
  sends: number;
  /** `retried`: the sender got its way with another offer. `stays`: the call went on as it was. */
  outcome: 'ended' | 'retried' | 'stays';
  /** From the refusal to the BYE, ms; 0 unless `ended`. */
  after: number;
  /** Seconds of a Retry-After that came with 500: the server still worked on another INVITE (RFC 3261 §14.2); -1 without. */
  retryAfter: number;
};

/** Challenges, glare and too short intervals are steps on the way, and have rules of their own. */
const STEPS = [401, 407, 422, 491];

const purposes: Readonly<Record<Purpose, string>> = {
  fax: 'to switch to fax (T.38)',
  video: 'to add video',
  hold: 'to put the call on hold',
  offerless: 'without an offer',
  media: 'with other media',
  other: '',
};

function purposeOf(change: Transaction, call: Call): Purpose {
  const { request } = change;
  if (request === undefined || bodyUnreliable(request)) return 'other';
  if (!request.hasSdp) return request.method === 'INVITE' ? 'offerless' : 'other';
  const offered = parseSdp(request.bodyText())?.media.filter(({ rejected }) => !rejected) ?? [];
  const before = describedBefore(change, call);
  const known =
    before === undefined ? [] : (parseSdp(before.bodyText())?.media.filter(({ rejected }) => !rejected) ?? []);
  const adds = (kind: string) =>
    offered.some((media) => media.kind === kind) && !known.some((media) => media.kind === kind);
  if (adds('image')) return 'fax';
  if (adds('video')) return 'video';
  const held = ({ direction, connection }: (typeof offered)[number]) =>
    direction === 'sendonly' || direction === 'inactive' || connection?.address === '0.0.0.0';
  if (offered.length > 0 && offered.every(held) && !(known.length > 0 && known.every(held))) return 'hold';
  return 'media';
}

/** Changes after a failed one that are looked at, and failures of one dialog: more are a broken loop. */
const REACH = 64;

function after<T>(list: readonly T[], since: number, timeOf: (one: T) => number): readonly T[] {
  const first = firstAt(list, since, timeOf);
  return list.slice(first, first + REACH);
}

/** `unknown`: the capture may have missed or not yet seen what came next. */
function outcomeOf(
  failed: Transaction,
  since: number,
  dialog: Dialog,
  call: Call,
  context: Context,
): Pick<Shown, 'outcome' | 'after'> | 'unknown' {
  const { changeFailureEnd, changeRetry } = context.thresholds;
  const changes = changesOf(dialog, call);
  const ended = changes.bye?.start;
  const answers = after(changes.answers, since, ({ time }) => time);
  const attempts = after(changes.attempts, since, ({ start }) => start);
  const soon = (time: number) => time > since && milliseconds(since, time) <= changeRetry;
  const own = failed.request?.fromTag;
  if (answers.some((answer) => soon(answer.time) && answer.fromTag === own && answer.cseq > failed.cseq))
    return { outcome: 'retried', after: 0 };
  const tries = attempts.filter(({ start, request }) => soon(start) && request?.fromTag === own);
  if (tries.some((one) => fateOf(one, context) === 'unknown')) return 'unknown';
  if (ended !== undefined && ended >= since && milliseconds(since, ended) <= changeFailureEnd) {
    return { outcome: 'ended', after: milliseconds(since, ended) };
  }
  if (ended === undefined && endedBefore(context, since, changeRetry)) return 'unknown';
  return { outcome: 'stays', after: 0 };
}

/** Fax and video are tried because a refusal costs nothing but the try. */
function severityOf(kind: Purpose, outcome: Shown['outcome']): 'error' | 'warning' | 'info' {
  if (outcome === 'ended') return 'error';
  return outcome === 'retried' || kind === 'fax' || kind === 'video' ? 'info' : 'warning';
}

const lostRemedy = (server: string) => [
  `Find out where ${server} lost the call: a restart, a fail-over, or a way through another node for want of Record-Route.`,
  'Compare the Request-URI with the newest Contact of the other side: a phone that changed its address must say so with a re-INVITE.',
];

function remediesOf({ kind, status, server, client, retryAfter, method }: Shown): string[] {
  if (status === 0) {
    return [
      `Check that ${server} can be reached at the Contact and Route of the call: the INVITE may have gone another way.`,
      'If it has been silent for long before, a NAT binding or firewall session has closed: send keep-alives.',
    ];
  }
  if (status === 481 || status === 408 || status === 404) return lostRemedy(server);
  if (retryAfter >= 0) {
    return [`Let ${client} wait until its earlier INVITE has its final answer before it sends the next.`];
  }
  if (status === 405 || status === 501) {
    return [
      `Let ${client} use another method than ${method}, or none: ${server} does not take it in the middle of a call.`,
    ];
  }
  return {
    fax: [
      `Turn on T.38 on ${server} and on what stands behind it, or turn it off in ${client} and send fax as G.711.`,
      'If a transcoder or border controller stands between, let it pass m=image through.',
    ],
    video: [`Allow video on ${server}, or turn it off in ${client}.`],
    hold: [
      `Look into the log of ${server} for what it dislikes in the offer: the version in o=, a missing codec, a=inactive or c=0.0.0.0.`,
      'Let a border controller answer hold itself where the far side cannot.',
    ],
    offerless: [
      `Let ${client} send its re-INVITE with an offer: ${server} does not make one of its own.`,
      `Or turn on delayed offers on ${server}.`,
    ],
    media: [
      `Compare the offer with what ${server} accepted before: it must still hold a codec of the call, and its o= version must rise by one.`,
      `Turn off in ${client} what brings about the re-INVITE (direct media, codec renegotiation) where nobody needs it.`,
    ],
    other: [`Look into the log of ${server} for the reason of its refusal.`],
  }[kind];
}

/** Rule 39: a change of a call that is up was refused or ignored. */
export const reinviteFailed = defineRule<'dialog', Shown>({
  id: 'reinvite-failed',
  severity: 'warning',
  scope: 'dialog',
  title: 'Change of a running call that failed',
  spec: ['RFC 3261 §14.1', 'RFC 3261 §14.2', 'RFC 3261 §12.2.1.2', 'RFC 3311 §5.2', 'RFC 6141 §3'],
  example: {
    kind: 'hold',
    method: 're-INVITE',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    status: 488,
    phrase: 'Not Acceptable Here',
    warning: 'Media type not available',
    sends: 1,
    outcome: 'ended',
    after: 240,
    retryAfter: -1,
  },
  why: ({ outcome, status, kind }) =>
    ({
      ended: 'The user loses the call in the middle of the conversation.',
      retried: 'Nothing is lost but the time of one more try.',
      stays:
        status === 0 || status === 481 || status === 408
          ? 'The other side does not know this call any more; the user talks to nobody.'
          : kind === 'fax'
            ? 'The fax goes on as sound, where one lost packet costs a line or the page.'
            : 'The call goes on as it was, and what the user or the system wanted (hold, transfer, fax, another codec) did not happen.',
    })[outcome],
  fix: (args) => remediesOf(args),
  message: ({ kind, method, client, server, status, phrase, warning, sends, outcome, after }) =>
    `${client} sent ${method === 'UPDATE' ? 'an' : 'a'} ${method}${kind === 'other' ? '' : ` ${purposes[kind]}`}, and ${server} ` +
    (status === 0
      ? `did not answer (${sends === 1 ? '1 copy' : `${sends} copies`})`
      : `refused it with ${status}${phrase === '' ? '' : ` ${phrase}`}${warning === '' ? '' : ` ("${warning}")`}`) +
    {
      ended: `; the call ended ${duration(after)} later.`,
      retried: '; a second try succeeded.',
      stays: '; the call went on unchanged.',
    }[outcome],
  limits: ({ outcome }) =>
    outcome === 'ended' ? 'That the one follows from the other is likely, but no message says so.' : '',
  when: ({ call }) => hasFailedChange(call),
  *check({ dialog, call }, context) {
    const failures = new Set<Transaction>();
    for (const one of changesOf(dialog, call).attempts) {
      const fate = fateOf(one, context);
      const status = one.final?.status ?? 0;
      if ((fate !== 'refused' || status < 400) && fate !== 'unanswered') continue;
      if (!STEPS.includes(status) && !wasGivenUp(one, changesOf(dialog, call))) failures.add(one);
    }
    for (const failed of [...failures].slice(0, REACH)) {
      const { request, final, requestRepeats, client, server } = failed;
      if (request === undefined || isRefresh(failed, call)) continue;
      if (passedOn(failed, call).some((lower) => failures.has(lower))) continue;
      const last = requestRepeats[requestRepeats.length - 1] ?? request;
      const given = changesOf(dialog, call).bye === undefined && final === undefined;
      if (given && endedBefore(context, request.time, context.thresholds.transactionTimeout)) {
        yield { undetermined: 'G-END' };
        continue;
      }
      const found = outcomeOf(failed, final?.time ?? last.time, dialog, call, context);
      if (found === 'unknown') {
        yield { undetermined: 'G-END' };
        continue;
      }
      const kind = purposeOf(failed, call);
      yield {
        at: [
          ...(final === undefined ? [request, last] : [final, request]),
          ...byeOf(changesOf(dialog, call), found.outcome),
        ],
        args: {
          kind,
          method: nameOf(failed),
          client: (hostOf(request.fromTag, dialog, call) ?? client).name,
          server: server.name,
          status: final?.status ?? 0,
          phrase: (final?.phrase ?? '').slice(0, 60),
          warning: (final?.headers('Warning').flatMap(parseWarning)[0]?.text ?? '').slice(0, 100),
          sends: 1 + requestRepeats.length,
          ...found,
          retryAfter: final?.status === 500 ? (parseRetryAfter(final.header('Retry-After') ?? '')?.delay ?? -1) : -1,
        },
        severity: severityOf(kind, found.outcome),
        confidence: final === undefined ? 'likely' : 'certain',
        device: server.address,
        ...(final === undefined ? { needsAnswersOf: { client: client.address, server: server.address } } : {}),
      };
    }
  },
});

function byeOf({ bye }: Changes, outcome: Shown['outcome']): SipMessage[] {
  return outcome === 'ended' && bye?.request !== undefined ? [bye.request] : [];
}
