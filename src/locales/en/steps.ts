/** What each step of a call's story says beyond the code's general words. */
import type { Args } from '../../model.ts';
import type { ToneName } from '../locale.ts';
import { after, capitalize, duration, host, role, sentences, times } from './phrases.ts';
import { reasonName, reasonSentence, retrySentence, warningSentence } from './reason.ts';
import { toneNames } from './tones.ts';

function mediaPhrase(args: Args): string {
  if (!args.sdp) return Number(args.status) > 100 && Number(args.status) < 300 ? ', without SDP' : '';
  if (args.media === undefined) return ', with SDP';
  const place = args.mediaAddress === '' ? `port ${args.mediaPort}` : `${args.mediaAddress}:${args.mediaPort}`;
  return `, with SDP (${args.media} at ${place})`;
}

/** Why a response is sent again. */
const repetitions: Readonly<Record<string, string>> = {
  ack: 'It is repeated until an ACK arrives.',
  prack: 'It is repeated until a PRACK arrives.',
  'keep-alive': 'Repeats this far apart only keep timer C of the proxies from running out.',
};

function response(args: Args): string {
  const reliable = args.reliable ? ', sent reliably (100rel)' : '';
  const relayed = args.relayedBy === undefined ? '' : `, relayed by ${args.relayedBy}`;
  return sentences(
    `From ${host(args)}${relayed}${mediaPhrase(args)}${reliable}.`,
    args.rtpAfter !== undefined && `RTP to the caller began${after(args.rtpAfter)}.`,
    args.rtpTone !== undefined && `The caller heard the ${toneNames[args.rtpTone as ToneName]}.`,
    args.repeats !== undefined && `Sent ${times(Number(args.repeats) + 1)}.`,
    repetitions[String(args.repeated)],
    args.ownPhrase !== undefined && `It says "${args.ownPhrase}".`,
    args.insteadOf !== undefined && `It stands in for a ${args.insteadOf} that this host received from further down.`,
    reasonSentence(args),
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
      ? 'A normal challenge: the caller sent credentials in its next INVITE.'
      : status >= 300 && status < 400
        ? `The caller followed it to ${args.contact || 'another target'}.`
        : 'The caller tried again with another INVITE.';
  return sentences(`From ${host(args)}.`, what);
}

/** Who hung up: the side that answered is only seen as far as the nearest host. */
export function hangsUp(role: unknown): string {
  switch (role) {
    case 'caller':
    case 'gateway':
    case 'server':
    case 'callee':
      return `The ${role}`;
    case 'proxy':
      return 'The far end';
    default:
      return 'One side';
  }
}

/** "after a conversation of 3.0 s"; without an ACK, or within a second, nobody is sure to have talked. */
export function conversation({ talked, unacknowledged }: Args): string {
  if (talked === undefined) return '';
  const ms = Number(talked);
  return ms < 1000 || unacknowledged === true
    ? ` ${duration(ms)} after the answer`
    : ` after a conversation of ${duration(ms)}`;
}

export const steps = {
  response,
  prefix,
  'no-response': (args: Args) =>
    `The INVITE was sent ${times(args.sends)} to ${args.host}` +
    `${args.over === undefined ? '' : ` over ${duration(args.over)}`}, and no response of any kind came back.`,
  cancel: (args: Args) =>
    sentences(
      args.elsewhere === true
        ? `${capitalize(role(args.role))} (${args.host}) sent CANCEL: the call was answered elsewhere.`
        : `${capitalize(role(args.role))} (${args.host}) gave up and sent CANCEL.`,
      args.reason !== undefined && args.elsewhere !== true && `Reason given: ${reasonName(args)}.`,
    ),
  bye: (args: Args) =>
    sentences(
      `${hangsUp(args.role)} (${args.host}) hung up${conversation(args)}.`,
      reasonSentence(args),
      args.answer === undefined && 'The BYE was not answered in this trace.',
      args.answer !== undefined && Number(args.answer) >= 300 && `The BYE was answered with ${args.answer}.`,
    ),
} as const satisfies Record<string, (args: Args) => string>;
