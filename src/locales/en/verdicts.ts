/** The verdict of a call in one short paragraph, and what to do about it. Composed from its facts. */
import { findStatus } from '../../catalogue/statuses.ts';
import { type RootCause, tellsTheSame } from '../../explain/cause.ts';
import type { VerdictKey } from '../../explain/verdict.ts';
import type { Args } from '../../model.ts';
import { address, after, capitalize, count, duration, host, named, sentences, times } from './phrases.ts';
import { causeAdvice, reasonName, reasonSentence, tellingCause, warningSentence } from './reason.ts';
import { type Story, storyOf } from './root-causes.ts';
import { conversation, hangsUp } from './steps.ts';
import { wordsOf } from './words.ts';

export interface VerdictWords {
  readonly text: string;
  readonly advice: string;
}

type Words = (args: Args, cause: RootCause | undefined) => VerdictWords;

// ── Pieces ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** "The gateway 192.0.2.9 (…) refused the call after 8.0 s: busy (486 Busy Here). The proxy 192.0.2.5 passed it on." */
function refusedBy(args: Args, verb: string, reason = ''): string {
  const why = reason === '' ? '' : `: ${reason}`;
  const did = isPassedOn(args) ? 'passed on a refusal' : verb;
  const relay = args.relayed ? ` The proxy ${args.server} passed it on.` : '';
  return `${capitalize(host(args))} ${did}${after(args.after)}${why} (${named(args)}).${relay}`;
}

/** Codes that a device gives, seen no further than the proxy that handed them on. */
function isPassedOn({ role, status, rang }: Args): boolean {
  return role === 'proxy' && (rang !== undefined || [486, 488, 600, 603, 606, 607].includes(Number(status)));
}

function heard(args: Args): string {
  switch (args.audible) {
    case 'early-media':
      return 'Before that, early media was offered: the caller may have heard ringing or an announcement.';
    case 'ringback':
      if (args.rang === undefined) return 'It was ringing before that: the caller should have heard a ringing tone.';
      return Number(args.rang) < 1_000
        ? `It had been ringing for ${duration(args.rang)} only.`
        : `It had been ringing for ${duration(args.rang)}: the caller should have heard a ringing tone.`;
    case 'silence':
      return 'Before that came progress without SDP and no 180: most likely the caller heard nothing.';
    default:
      return '';
  }
}

/** The code was another one on its way. */
function changed(args: Args): string {
  if (args.insteadOf === undefined) return '';
  return `Further down it began as a ${args.insteadOf} from ${args.insteadOfHost}: look there first.`;
}

function rounds(args: Args): string {
  return Number(args.rounds) > 0
    ? `${capitalize(count(args.rounds, 'round', 'rounds'))} of authentication, redirection or retry came before.`
    : '';
}

/** Timers that their length gives away, in ms (response-codes.md §6.1 item 4). */
function timer(ms: unknown, ringing: boolean): string {
  const seconds = Number(ms) / 1000;
  const near = (wanted: number, margin: number) => seconds >= wanted - 0.5 && seconds <= wanted + margin;
  if (!ringing && near(30, 3))
    return 'That is about how long proxies wait for a next hop that does not answer (Kamailio 30 s, timer B 32 s).';
  if (near(120, 2)) return "No-answer timers often have this length (Kamailio's fr_inv_timer: 120 s).";
  return near(180, 5) ? 'That is the length of timer C in proxies (180 s).' : '';
}

/** Q.850 causes of routes, trunks and switches, in which no user has a part. */
const ofNetwork: ReadonlySet<number> = new Set([2, 3, 25, 27, 34, 38, 41, 42, 44, 46, 47, 58]);

/** Who or what decided, where code and timing tell (response-codes.md §6.1 items 3 and 4); nothing is better than a guess. */
function decider(args: Args): string {
  const status = Number(args.status);
  const cause = tellingCause(args);
  if (cause !== undefined)
    return ofNetwork.has(cause.code) ? 'The cause shows that the network decided, not the user.' : '';
  if (args.insteadOf !== undefined || args.after === undefined) return '';
  if (status === 408 || status === 504) return timer(args.rang ?? args.after, args.rang !== undefined);
  if (args.rang !== undefined && (status === 486 || status === 603 || status === 607)) {
    const rang = Number(args.rang);
    if (rang < 500) return 'That fast after the first ringing, an app or a setting decided, not a person.';
    return rang >= 1_000 && rang <= 20_000 ? 'Somebody pressed reject, or an app did.' : '';
  }
  if (args.ringing === true || Number(args.after) >= 300) {
    return status >= 500 && status < 600 && args.ringing !== true ? timer(args.after, false) : '';
  }
  if (status === 603) return 'So fast and without ringing, a rule or a setting decided, not a person.';
  if (status === 480)
    return args.role === 'callee'
      ? 'So fast and without ringing, a setting of the device decided, not a person.'
      : 'So fast and without ringing, most likely no device was tried.';
  if (status === 403) return 'So fast, it was most likely a rule of this host itself.';
  return status >= 500 && status < 600 ? 'So fast, the fault lies most likely in this host itself, not behind it.' : '';
}

function adviceOf(args: Args): string {
  return causeAdvice(args) || wordsOf(Number(args.status), args).howToFix;
}

function storyFor(key: VerdictKey, args: Args, cause: RootCause | undefined): Story | undefined {
  return cause === undefined || tellsTheSame(key, cause.rule) ? undefined : storyOf(cause, args);
}

function told(story: Story | undefined): string {
  return story === undefined ? '' : `${capitalize(story.text)}.`;
}

/** Somebody said no: who, what, after how long, why, and what the caller heard. */
function refusal(key: VerdictKey, verb: string, reason?: (args: Args) => string): Words {
  return (args, cause) => {
    const story = storyFor(key, args, cause);
    const text = sentences(
      refusedBy(args, verb, reason?.(args)),
      changed(args),
      reasonSentence(args),
      warningSentence(args),
      !story?.silence && heard(args),
      decider(args),
      told(story),
    );
    return { text, advice: adviceOf(args) };
  };
}

function release(args: Args): string {
  if (args.releasedBy === undefined) return '';
  const who = args.releaseRole === undefined ? `${args.releasedBy}` : hangsUp(args.releaseRole);
  const { releaseReason: reason, releaseReasonText: reasonText, releaseCause: cause } = args;
  // Normal clearing says nothing that "hung up" does not say.
  const telling = reason !== undefined && (cause === undefined || tellingCause({ cause }) !== undefined);
  const given = telling ? { reason, ...(reasonText && { reasonText }), ...(cause && { cause }) } : undefined;
  const giving = given === undefined ? '' : `, giving ${reasonName(given)}`;
  return `${who} hung up${conversation(args)}${giving}.`;
}

/** What the caller heard before the answer, where it is odd. */
function answeredHow(args: Args): string {
  if (args.reach === 'answered' && args.ringing === false)
    return 'Nothing rang before that: a machine or a conference answered, or a server hides the ringing.';
  return args.audible === 'silence'
    ? 'Progress came without SDP and without 180, so that the caller most likely heard nothing before the answer.'
    : '';
}

function opening(text: string, story: Story | undefined): string {
  return story === undefined
    ? `${text}.`
    : `${text}${story.join}${story.join === '. ' ? capitalize(story.text) : story.text}.`;
}

/** What a code says; a cause says it better. */
function unless(reason: string): (args: Args) => string {
  return (args) => (tellingCause(args) === undefined ? reason : '');
}

function notFound(args: Args): string {
  switch (args.status) {
    case 410:
      return 'the number or user no longer exists';
    case 484:
      return 'the number is incomplete';
    case 485:
      return 'several users share this address';
    case 604:
      return 'no such number or user anywhere';
    default:
      return 'no such number or user';
  }
}

function credentials(args: Args, cause: RootCause | undefined): string {
  const { kind, offered, given } = cause?.args ?? {};
  if (cause?.rule === 'auth-challenge-unanswered') {
    if (kind === 'unusable') return 'Its response holds no challenge that a client could answer.';
    return kind === 'ignored'
      ? 'The caller did not send any.'
      : `It offers ${offered} only, and the caller did not answer that.`;
  }
  if (Number(args.rounds) === 0) return 'The trace shows no attempt of the caller to send any.';
  const why =
    cause?.rule !== 'auth-credentials-rejected'
      ? undefined
      : {
          user: ': the user name is missing',
          realm: `: they are made for realm "${given}"`,
          nonce: ': they answer an older challenge',
          server: ': the challenge had come from another server',
          algorithm: `: they use ${given}, which was not offered`,
          qop: `: they use qop ${given}, which was not offered`,
          refused: ', although they answer its challenge: user or password are wrong',
          expired: ': their nonce had run out',
        }[String(kind)];
  return `Those that the caller sent were not accepted${why ?? ''}.`;
}

/** What to do about a caller who gave up: something only if nothing rang. */
function abandoned(reach: unknown): string {
  if (reach === 'trying')
    return 'Find out why nothing rang: the next hop had the request, so look at what it did with it.';
  return reach === 'nothing'
    ? 'Find out why nothing rang: check address, port, transport and firewall of the next hop.'
    : '';
}

/** How far a call had got that has no result. */
const open: Readonly<Record<string, string>> = {
  nothing: 'No response to this call is in the trace.',
  trying: 'Nothing but 100 Trying is in the trace for this call.',
  progress: 'The trace ends before the call had a result. Progress had been reported.',
  ringing: 'The trace ends before the call had a result. The phone was ringing.',
};

// ── Verdicts ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const verdicts: Readonly<Record<VerdictKey, Words>> = {
  answered: (args, cause) => {
    const story = storyFor('answered', args, cause);
    const text = sentences(
      opening(`Answered${after(args.after)}`, story),
      !story?.silence && answeredHow(args),
      rounds(args),
      !story?.ending && release(args),
    );
    return { text, advice: '' };
  },
  'answered-before-capture': (args, cause) => {
    const story = storyFor('answered-before-capture', args, cause);
    const text = opening('The call was already answered when the capture began', story);
    return { text: sentences(text, !story?.ending && release(args)), advice: '' };
  },
  'busy-here': refusal('busy-here', 'refused the call', () => 'busy'),
  'busy-everywhere': (args, cause) => ({
    text: sentences(
      refusedBy(args, 'refused the call', 'the callee is busy on all devices'),
      changed(args),
      reasonSentence(args),
      'A 6xx ends forking: no other phone, route or voicemail may be tried (RFC 3261 §16.7).',
      heard(args),
      told(storyFor('busy-everywhere', args, cause)),
    ),
    advice: wordsOf(600, args).howToFix,
  }),
  declined: refusal('declined', 'declined the call'),
  unwanted: refusal('unwanted', 'rejected the call as unwanted'),
  blocked: refusal('blocked', 'blocked the call'),
  cancelled: (args, cause) => {
    const story = storyFor('cancelled', args, cause);
    const waited =
      args.reach === 'ringing'
        ? ', while the phone was ringing'
        : args.reach === 'trying' || args.reach === 'nothing'
          ? ', before anything rang'
          : '';
    const silent = 'Progress had come without SDP and without 180, so that the caller most likely heard nothing.';
    return {
      text: sentences(
        `The caller gave up${after(args.cancelledAfter ?? args.after)}${waited}.`,
        !story?.silence && args.audible === 'silence' && silent,
        told(story),
      ),
      advice: cause === undefined ? abandoned(args.reach) : '',
    };
  },
  'cancelled-elsewhere': (args) => ({
    text: `This branch was cancelled${after(args.cancelledAfter ?? args.after)} because the call was answered on another device.`,
    advice: '',
  }),
  terminated: (args, cause) => ({
    text: sentences(
      refusedBy(args, 'ended the attempt'),
      'No CANCEL is in the trace: an Expires timer, a B2BUA, or a CANCEL on another path ended it.',
      reasonSentence(args),
      told(storyFor('terminated', args, cause)),
    ),
    advice: 'Look for a CANCEL on the next hop, for Expires in the INVITE, and in the log of the host that sent 487.',
  }),
  'no-answer': (args, cause) => {
    const story = storyFor('no-answer', args, cause);
    const waited = args.rang === undefined ? after(args.after) : ` after ${duration(args.rang)} of ringing`;
    const text = sentences(
      `Nobody answered: ${host(args)} ended the attempt${waited} (${named(args)}).`,
      args.relayed ? `The proxy ${args.server} passed it on.` : '',
      changed(args),
      reasonSentence(args),
      tellingCause(args) === undefined && timer(args.rang ?? args.after, true),
      args.audible === 'ringback' ? 'The caller should have heard a ringing tone.' : !story?.silence && heard(args),
      told(story),
    );
    return { text, advice: adviceOf(args) };
  },
  redirected: (args, cause) => {
    const there =
      cause?.args.kind === 'same-target'
        ? 'which is the address that was called'
        : 'and the caller did not go there in this trace';
    return {
      text: sentences(
        refusedBy(args, 'redirected the call'),
        args.contact ? `It named ${args.contact}, ${there}.` : 'It named no target.',
        told(storyFor('redirected', args, cause)),
      ),
      advice: 'Allow the caller to follow redirections, or let the redirecting system forward the call itself.',
    };
  },
  'not-found': refusal('not-found', 'refused the call', notFound),
  forbidden: (args, cause) =>
    cause?.rule === 'auth-credentials-rejected'
      ? { text: refusedBy(args, 'refused the call', 'it does not accept the credentials of the caller'), advice: '' }
      : refusal('forbidden', 'refused the call', unless('its rules forbid it'))(args, cause),
  unavailable: refusal('unavailable', 'refused the call', unless('the callee is not reachable now')),
  'media-refused': refusal('media-refused', 'refused the call', ({ status }) =>
    status === 415 ? 'it cannot read this kind of body' : 'the media offered does not fit',
  ),
  rejected: refusal('rejected', 'refused the call', (args) =>
    findStatus(Number(args.status)) === undefined ? '' : wordsOf(Number(args.status), args).means,
  ),
  unauthorized: (args, cause) => ({
    text: sentences(
      refusedBy(args, 'asked for credentials'),
      credentials(args, cause),
      told(storyFor('unauthorized', args, cause)),
    ),
    advice:
      Number(args.rounds) > 0
        ? 'Set user name and password anew on both sides, and compare the realm with that of the challenge.'
        : adviceOf(args),
  }),
  'no-response': (args, cause) => ({
    text: sentences(
      `${args.server} did not answer at all: the INVITE was sent ${times(args.sends ?? 1)}, and no response came back.`,
      told(storyFor('no-response', args, cause)),
    ),
    advice: 'Check address, port, transport and firewall, and whether the server accepts this source.',
  }),
  stalled: (args, cause) => ({
    text: sentences(
      `${args.server} took the INVITE and then went quiet: nothing but 100 Trying` +
        `${args.after === undefined ? '' : ` in ${duration(args.after)}`}.`,
      told(storyFor('stalled', args, cause)),
    ),
    advice:
      'A 100 proves the next hop only. Look one hop further: a dead gateway, a blocking lookup, or an empty location table.',
  }),
  timeout: (args, cause) => {
    const { text, advice } = refusal('timeout', 'gave up waiting')(args, cause);
    // The hop that fell silent is known.
    const known = cause?.rule === 'invite-no-response' || cause?.rule === 'invite-stalled-after-trying';
    return { text, advice: known ? '' : advice };
  },
  'server-failure': refusal('server-failure', 'gave up the call'),
  unfinished: (args, cause) => {
    if (cause?.rule === 'invite-no-final-response' && cause.args.kind === 'ringing') {
      const { server, status, waited } = cause.args;
      return {
        text: `The call never got a final response: the last word of ${address(server)} was a ${status}, and nothing followed it for ${duration(waited)}.`,
        advice: 'Find out what the far side waits for: a no-answer timer should end such a call.',
      };
    }
    return {
      text: sentences(open[String(args.reach)] ?? open.progress, told(storyFor('unfinished', args, cause))),
      advice:
        args.reach === 'nothing' ? 'Capture longer, and in both directions.' : 'Capture longer to see how it ends.',
    };
  },
  unknown: (_args, cause) => ({
    text: sentences('Only fragments of this call are in the trace.', cause && told(storyOf(cause, {}))),
    advice: '',
  }),
};
