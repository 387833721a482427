/** What each step of a call's story says beyond the code's general words. */
import type { Args } from '../../model.ts';
import { capitalize } from '../phrases.ts';
import { hasTalked, sideOf, stepsFrom } from '../steps.ts';
import { after, duration, host, role, times } from './phrases.ts';
import { fields, reasonName } from './reason.ts';
import { toneNames } from './tones.ts';

/** Who hung up, at the beginning of a sentence. */
export function hangsUp(who: unknown): string {
  const side = sideOf(who);
  if (side === 'far') return 'The far end';
  return side === 'one' ? 'One side' : capitalize(role(side));
}

/** " after a conversation of 3.0 s". */
export function conversation(args: Args): string {
  if (args.talked === undefined) return '';
  return hasTalked(args)
    ? ` after a conversation of ${duration(args.talked)}`
    : ` ${duration(args.talked)} after the answer`;
}

const canceller = (args: Args) => `${capitalize(role(args.role))} (${args.host})`;

export const steps = stepsFrom({
  fields,
  from(args, sdp) {
    const place = args.mediaAddress === '' ? `port ${args.mediaPort}` : `${args.mediaAddress}:${args.mediaPort}`;
    const relayed = args.relayedBy === undefined ? '' : `, relayed by ${args.relayedBy}`;
    const body = {
      unexpected: '',
      missing: ', without SDP',
      unread: ', with SDP',
      media: `, with SDP (${args.media} at ${place})`,
    }[sdp];
    return `From ${host(args)}${relayed}${body}${args.reliable ? ', sent reliably (100rel)' : ''}.`;
  },
  fromHost: (args) => `From ${host(args)}.`,
  rtpBegan: (time) => `RTP to the caller began${after(time)}.`,
  heardTone: (tone) => `The caller heard the ${toneNames[tone]}.`,
  sent: (n) => `Sent ${times(n)}.`,
  repeated: {
    ack: 'It is repeated until an ACK arrives.',
    prack: 'It is repeated until a PRACK arrives.',
    'keep-alive': 'Repeats this far apart only keep timer C of the proxies from running out.',
  },
  ownPhrase: (phrase) => `It says "${phrase}".`,
  insteadOf: (status) => `It stands in for a ${status} that this host received from further down.`,
  contact: (uri) => `It points to ${uri}.`,
  followed: {
    challenge: 'A normal challenge: the caller sent credentials in its next INVITE.',
    redirection: (contact) => `The caller followed it to ${contact || 'another target'}.`,
    other: 'The caller tried again with another INVITE.',
  },
  noResponse: ({ sends, host: name, over }) =>
    `The INVITE was sent ${times(sends)} to ${name}${over === undefined ? '' : ` over ${duration(over)}`}, and no response of any kind came back.`,
  cancel: {
    elsewhere: (args) => `${canceller(args)} sent CANCEL: the call was answered elsewhere.`,
    gaveUp: (args) => `${canceller(args)} gave up and sent CANCEL.`,
    reason: (args) => `Reason given: ${reasonName(args)}.`,
  },
  bye: {
    hungUp: (args) => `${hangsUp(args.role)} (${args.host}) hung up${conversation(args)}.`,
    unanswered: 'The BYE was not answered in this trace.',
    refused: (status) => `The BYE was answered with ${status}.`,
  },
});
