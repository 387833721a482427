/** The verdict of a call in one short paragraph, and what to do about it. Composed from its facts. */
import { type CauseCode, findCause } from '../../catalogue/causes.ts';
import type { VerdictKey } from '../../explain/verdict.ts';
import type { Args } from '../../model.ts';
import { causes } from './causes.ts';
import { capitalize, count, duration, host, sentences } from './phrases.ts';
import { statuses } from './statuses.ts';
import { causeSentence, warningSentence } from './steps.ts';

export interface VerdictWords {
  readonly text: string;
  readonly advice: string;
}

type Words = (args: Args) => VerdictWords;

function refusedBy(args: Args, verb: string): string {
  const relay = args.relayed ? ` It reached the caller through ${args.server}.` : '';
  return `${capitalize(host(args))} ${verb} after ${duration(args.after)} (${args.status} ${args.phrase}).${relay}`;
}

function heard(args: Args): string {
  switch (args.audible) {
    case 'early-media':
      return 'Before that, early media was offered: the caller may have heard ringing or an announcement from the network.';
    case 'ringback':
      return 'The phone was ringing before that, and the caller heard its own ringback tone.';
    case 'silence':
      return 'Before that the caller had progress without SDP and without 180: most likely it heard nothing.';
    default:
      return '';
  }
}

function changed(args: Args): string {
  if (args.insteadOf === undefined) return '';
  return `Further down it began as a ${args.insteadOf} from ${args.insteadOfHost}: look there first.`;
}

function rounds(args: Args): string {
  return Number(args.rounds) > 0
    ? `${capitalize(count(args.rounds, 'round', 'rounds'))} of authentication, redirection or retry came before.`
    : '';
}

/** Whether a machine or a person decided, where the timing tells (response-codes.md §6.1 item 4). */
function decider(args: Args): string {
  const after = Number(args.after);
  if (args.cause !== undefined && findCause(Number(args.cause))?.userSide === false) {
    return 'The cause shows that the network decided, not the user.';
  }
  if (!args.ringing && after < 300) return 'So fast, without ringing, a server or a setting decided, not a person.';
  if (
    args.ringing &&
    args.sinceProgress !== undefined &&
    Number(args.sinceProgress) > 1000 &&
    args.audible === 'ringback'
  ) {
    return 'After ringing that long, a person or a no-answer timer decided.';
  }
  return '';
}

function refusal(verb: string): Words {
  return (args) => ({
    text: sentences(
      refusedBy(args, verb),
      changed(args),
      causeSentence(args),
      warningSentence(args),
      heard(args),
      decider(args),
    ),
    advice: causeAdvice(args) || adviceOf(args),
  });
}

function causeAdvice(args: Args): string {
  const cause = args.cause === undefined ? undefined : findCause(Number(args.cause));
  // Causes 16 and 31 say nothing that the code does not say better.
  return cause === undefined || cause.code === 16 || cause.code === 31 ? '' : causes[cause.code as CauseCode].advice;
}

function adviceOf(args: Args): string {
  const words = statuses[Number(args.status) as keyof typeof statuses];
  return words?.howToFix ?? 'Ask the operator of the host that refused: its log holds the reason.';
}

function release(args: Args): string {
  if (args.talked === undefined) return '';
  const who = args.byCaller ? 'The caller' : 'The called side';
  const reason = args.releaseReason === undefined ? '' : `, giving ${args.releaseReason}`;
  return `${who} hung up after ${duration(args.talked)}${reason}.`;
}

function answeredHow(args: Args): string {
  if (args.sinceProgress === undefined)
    return 'It was answered without any ringing: a machine, a conference, or a proxy that hides 18x.';
  return args.audible === 'silence'
    ? 'Progress came without SDP and without 180, so the caller likely heard nothing before the answer.'
    : '';
}

export const verdicts: Readonly<Record<VerdictKey, Words>> = {
  answered: (args) => ({
    text: sentences(`Answered after ${duration(args.after)}.`, answeredHow(args), rounds(args), release(args)),
    advice: '',
  }),
  'answered-before-capture': (args) => ({
    text: sentences('The call was already answered when the capture began.', release(args)),
    advice: '',
  }),
  'busy-here': refusal('is busy'),
  'busy-everywhere': (args) => ({
    text: sentences(
      refusedBy(args, 'refused the call for all devices of the callee'),
      changed(args),
      causeSentence(args),
      'A 6xx ends forking: no other phone, route or voicemail may be tried (RFC 3261 §16.7).',
      heard(args),
    ),
    advice:
      'Call again later. If voicemail or another device should have taken over, make the far side answer 486 instead of 600.',
  }),
  declined: refusal('declined the call'),
  unwanted: refusal('marked the call as unwanted'),
  blocked: refusal('blocked the call'),
  cancelled: (args) => ({
    text: sentences(
      `The caller gave up after ${duration(args.cancelledAfter ?? args.after)}` +
        (args.reach === 'ringing'
          ? ' of waiting; the phone was ringing.'
          : args.reach === 'trying'
            ? ', before anything rang.'
            : '.'),
      args.audible === 'silence' && 'Progress came without SDP and without 180, so the caller likely heard nothing.',
    ),
    advice:
      args.reach === 'trying' || args.reach === 'nothing'
        ? 'Find out why nothing rang: the next hop had the request, so look at what it did with it.'
        : '',
  }),
  'cancelled-elsewhere': (args) => ({
    text: `This branch was cancelled after ${duration(args.cancelledAfter ?? args.after)} because the call was answered on another device.`,
    advice: '',
  }),
  terminated: (args) => ({
    text: sentences(
      refusedBy(args, 'ended the attempt'),
      'No CANCEL is in the trace: an Expires timer, a B2BUA, or a CANCEL on another path ended it.',
      causeSentence(args),
    ),
    advice: 'Look for a CANCEL on the next hop, for Expires in the INVITE, and in the log of the host that sent 487.',
  }),
  'no-answer': (args) => ({
    text: sentences(refusedBy(args, 'reported that nobody answered'), changed(args), causeSentence(args), heard(args)),
    advice:
      causeAdvice(args) ||
      'The phone was reached. If voicemail should have taken over, check the no-answer forwarding and its timer.',
  }),
  redirected: (args) => ({
    text: sentences(
      refusedBy(args, 'redirected the call'),
      args.contact ? `It named ${args.contact}, and the caller did not go there in this trace.` : 'It named no target.',
    ),
    advice: 'Allow the caller to follow redirections, or let the redirecting system forward the call itself.',
  }),
  'not-found': refusal('does not know this number or user'),
  forbidden: refusal('refused the call by policy'),
  unavailable: refusal('reported the callee as not reachable now'),
  'media-refused': refusal('refused the offered media'),
  rejected: refusal('refused the call'),
  unauthorized: (args) => ({
    text: sentences(
      refusedBy(args, 'asked for credentials'),
      Number(args.rounds) > 0 ? 'Those that the caller sent were not accepted.' : 'The caller did not send any.',
    ),
    advice: adviceOf(args),
  }),
  'no-response': (args) => ({
    text: `${args.server} did not answer at all: ${count(args.sends, 'INVITE', 'copies of the INVITE')}, no response.`,
    advice: 'Check address, port, transport and firewall, and whether the server accepts this source.',
  }),
  stalled: (args) => ({
    text: `${args.server} took the INVITE and then went quiet: nothing but 100 Trying for ${duration(args.after)}.`,
    advice:
      'A 100 proves the next hop only. Look one hop further: a dead gateway, a blocking lookup, or an empty location table.',
  }),
  timeout: refusal('gave up waiting'),
  'server-failure': refusal('failed to handle the call'),
  unfinished: (args) => ({
    text: sentences(
      'The trace ends before the call had a result.',
      args.reach === 'ringing'
        ? 'The phone was ringing.'
        : args.reach === 'progress'
          ? 'Progress had been reported.'
          : '',
    ),
    advice: 'Capture longer to see how it ends.',
  }),
  unknown: () => ({ text: 'Only fragments of this call are in the trace.', advice: '' }),
};
