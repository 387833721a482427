/** The verdict of a call in one short paragraph, and what to do about it. Composed from its facts. */
import { findStatus } from '../../catalogue/statuses.ts';
import { type RootCause, tellsTheSame } from '../../explain/cause.ts';
import { tellingCause } from '../../explain/decision.ts';
import type { VerdictKey } from '../../explain/verdict.ts';
import type { Args } from '../../model.ts';
import { address, capitalize, named, sentences } from '../phrases.ts';
import { decider } from './decider.ts';
import { after, duration, host, times } from './phrases.ts';
import { answeredHow, branches, changed, heard, release, rounds } from './pieces.ts';
import { causeAdvice, reasonSentence, retrySentence, warningSentence } from './reason.ts';
import { type Story, storyOf } from './root-causes.ts';
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

const RING_LONGER = 'If calls should ring longer, raise the Expires of the INVITE at the caller.';

function adviceOf(args: Args): string {
  if (args.decision === 'expires') return RING_LONGER;
  if (args.insteadOf === undefined) return causeAdvice(args) || wordsOf(Number(args.status), args).howToFix;
  return `Begin with the ${args.insteadOf} of ${args.insteadOfHost}. ${wordsOf(Number(args.insteadOf)).howToFix}`;
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
      retrySentence(args),
      branches(args),
      !story?.silence && heard(args),
      decider(args),
      told(story),
    );
    return { text, advice: adviceOf(args) };
  };
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

/** "Answered after 5.5 s by the callee 192.0.2.7"; who stands behind a proxy is not seen. */
function answeredBy(args: Args): string {
  if (args.host === undefined) return `Answered${after(args.after)}`;
  if (args.role === undefined) return `Answered${after(args.after)} by ${args.host}`;
  return `Answered${after(args.after)} ${args.role === 'proxy' ? 'through' : 'by'} ${host(args)}`;
}

/** What is left to look at when the signalling went well. */
function afterAnswer({ ringing }: Args): string {
  return ringing === false
    ? 'If a ringing tone is heard after the answer, this route answers too early: compare it with another one.'
    : 'If the call was bad all the same, look at the audio: the addresses in the SDP, and RTP both ways.';
}

const BEGIN_EARLIER = 'Begin the capture before the call to see how it was set up.';

/** Behind a proxy the capture shows nobody else. */
function gaveUp(args: Args): string {
  return args.role === 'proxy' ? `${capitalize(host(args))} cancelled the call` : 'The caller gave up';
}

/** How far the call had got when it was cancelled. */
function waited({ reach, audible, rang }: Args): string {
  if (reach === 'ringing')
    return rang === undefined ? ', while the phone was ringing' : `; it had been ringing for ${duration(rang)}`;
  if (reach === 'trying' || reach === 'nothing') return ', before anything rang';
  return audible === 'early-media' ? ', during early media' : '';
}

/** What to do about a call that was given up. */
function abandoned({ reach, audible, decision }: Args): string {
  if (decision !== undefined) return 'Look at the no-answer timer of the system that sent the CANCEL.';
  if (reach === 'progress' && audible === 'early-media')
    return 'Find out what the early media held: a ringing tone, or an announcement that made the caller hang up.';
  if (reach === 'trying' || reach === 'progress')
    return 'Find out why nothing rang: the next hop had the request, so look at what it did with it.';
  return reach === 'nothing'
    ? 'Find out why nothing rang: check address, port, transport and firewall of the next hop.'
    : 'Nothing to mend where a caller hangs up while it rings. If voicemail should have taken the call by then, shorten the no-answer timer.';
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
      opening(answeredBy(args), story),
      !story?.silence && answeredHow(args, story === undefined),
      branches(args),
      rounds(args),
      !story?.ending && release(args),
    );
    return { text, advice: cause === undefined ? afterAnswer(args) : '' };
  },
  'answered-before-capture': (args, cause) => {
    const story = storyFor('answered-before-capture', args, cause);
    const text = opening('The call was already answered when the capture began', story);
    return { text: sentences(text, !story?.ending && release(args)), advice: cause === undefined ? BEGIN_EARLIER : '' };
  },
  'busy-here': refusal('busy-here', 'refused the call', () => 'busy'),
  'busy-everywhere': (args, cause) => ({
    text: sentences(
      refusedBy(args, 'refused the call', 'the callee is busy on all devices'),
      changed(args),
      reasonSentence(args),
      retrySentence(args),
      'A 6xx ends forking: no other phone, route or voicemail may be tried (RFC 3261 §16.7).',
      branches(args),
      heard(args),
      decider(args),
      told(storyFor('busy-everywhere', args, cause)),
    ),
    advice: wordsOf(600, args).howToFix,
  }),
  declined: refusal('declined', 'declined the call'),
  unwanted: refusal('unwanted', 'rejected the call as unwanted'),
  blocked: refusal('blocked', 'blocked the call'),
  cancelled: (args, cause) => {
    const story = storyFor('cancelled', args, cause);
    const silent = 'Progress had come without SDP and without 180, so that the caller most likely heard nothing.';
    return {
      text: sentences(
        `${gaveUp(args)}${after(args.cancelledAfter ?? args.after)}${waited(args)}.`,
        !story?.silence && args.audible === 'silence' && silent,
        branches(args),
        decider(args),
        told(story),
      ),
      advice: cause === undefined ? abandoned(args) : '',
    };
  },
  'cancelled-elsewhere': (args) => ({
    text: `This branch was cancelled${after(args.cancelledAfter ?? args.after)} because the call was answered on another device.`,
    advice: 'Nothing to mend: the phone should not show it as a missed call.',
  }),
  terminated: (args, cause) => ({
    text: sentences(
      refusedBy(args, 'ended the attempt'),
      args.decision === 'expires'
        ? 'No CANCEL is in the trace.'
        : 'No CANCEL is in the trace: an Expires timer, a B2BUA, or a CANCEL on another path ended it.',
      decider(args),
      reasonSentence(args),
      told(storyFor('terminated', args, cause)),
    ),
    advice:
      args.decision === 'expires'
        ? RING_LONGER
        : 'Look for a CANCEL on the next hop, for Expires in the INVITE, and in the log of the host that sent 487.',
  }),
  'no-answer': (args, cause) => {
    const story = storyFor('no-answer', args, cause);
    const waited = args.rang === undefined ? after(args.after) : ` after ${duration(args.rang)} of ringing`;
    const text = sentences(
      `Nobody answered: ${host(args)} ended the attempt${waited} (${named(args)}).`,
      args.relayed ? `The proxy ${args.server} passed it on.` : '',
      changed(args),
      reasonSentence(args),
      branches(args),
      decider(args),
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
        args.contact
          ? `It named ${args.contact}, ${there}.`
          : args.status === 380
            ? 'Its body names another service instead of a target.'
            : 'It named no target.',
        told(storyFor('redirected', args, cause)),
      ),
      advice:
        args.status === 380
          ? adviceOf(args)
          : 'Allow the caller to follow redirections, or let the redirecting system forward the call itself.',
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
  'server-failure': refusal('server-failure', 'gave up the call', (args) =>
    args.status === 500 ||
    args.status === 503 ||
    tellingCause(args) !== undefined ||
    findStatus(Number(args.status)) === undefined
      ? ''
      : wordsOf(Number(args.status), args).means,
  ),
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
