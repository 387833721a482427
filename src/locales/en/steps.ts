/** What each step of a call's story says beyond the code's general words. */
import { type CauseCode, findCause } from '../../catalogue/causes.ts';
import { findWarning, type WarningCode } from '../../catalogue/warnings.ts';
import type { Args } from '../../model.ts';
import { causes } from './causes.ts';
import { capitalize, count, duration, host, sentences } from './phrases.ts';
import { warnings } from './warnings.ts';

/** "Q.850 cause 17: the user is busy." */
export function causeSentence(args: Args): string {
  if (args.reason === undefined) return '';
  const cause = args.cause === undefined ? undefined : findCause(Number(args.cause));
  if (cause === undefined) return `Reason given: ${args.reason}.`;
  return `Reason given: ${args.reason}; cause ${cause.code} means that ${causes[cause.code as CauseCode].means}.`;
}

export function warningSentence(args: Args): string {
  if (args.warning === undefined) return '';
  const warning = findWarning(Number(args.warning));
  const text = args.warningText ? ` "${args.warningText}"` : '';
  if (warning === undefined) return `Warning ${args.warning}${text}.`;
  return `Warning ${warning.code}${text}: ${warnings[warning.code as WarningCode].means}.`;
}

function retrySentence(args: Args): string {
  return args.retryAfter === undefined
    ? ''
    : `It asks to wait ${duration(Number(args.retryAfter) * 1000)} (Retry-After).`;
}

function mediaPhrase(args: Args): string {
  if (!args.sdp) return Number(args.status) > 100 && Number(args.status) < 300 ? ', without SDP' : '';
  return args.media === undefined ? ', with SDP' : `, with SDP (${args.media})`;
}

function response(args: Args): string {
  const reliable = args.reliable ? ', sent reliably (100rel)' : '';
  const relayed = args.relayedBy === undefined ? '' : `, relayed by ${args.relayedBy}`;
  return sentences(
    `From ${host(args)}${relayed}${mediaPhrase(args)}${reliable}.`,
    args.repeats !== undefined && `Sent ${count(Number(args.repeats) + 1, 'time', 'times')}.`,
    args.insteadOf !== undefined && `It stands in for a ${args.insteadOf} that this host received from further down.`,
    causeSentence(args),
    warningSentence(args),
    retrySentence(args),
    args.contact !== undefined && args.contact !== '' && `It points to ${args.contact}.`,
  );
}

/** What the round that followed shows about the refusal that led to it. */
function prefix(args: Args): string {
  const status = Number(args.status);
  const what =
    status === 401 || status === 407
      ? 'A normal challenge: the caller answered it with credentials in its next INVITE.'
      : status >= 300 && status < 400
        ? `The caller followed it to ${args.contact || 'another target'}.`
        : 'The caller tried again with a changed INVITE.';
  return sentences(`From ${host(args)}.`, what);
}

export const steps = {
  response,
  prefix,
  'no-response': (args: Args) =>
    `${count(args.sends, 'INVITE', 'copies of the INVITE')} to ${args.host}, and no response of any kind.`,
  cancel: (args: Args) =>
    sentences(`${args.host} gave up and sent CANCEL.`, args.reason !== undefined && `Reason given: ${args.reason}.`),
  bye: (args: Args) =>
    sentences(
      `${capitalize(args.known ? (args.byCaller ? 'the caller' : 'the called side') : 'one side')} (${args.host}) hung up` +
        `${args.talked === undefined ? '' : ` after ${duration(args.talked)}`}.`,
      causeSentence(args),
      args.answer === undefined && 'Its BYE was not answered in this trace.',
      args.answer !== undefined && Number(args.answer) >= 300 && `The BYE was answered with ${args.answer}.`,
    ),
} as const satisfies Record<string, (args: Args) => string>;
