/**
 * Words of a status code within the story of one call, where its facts are known: they take the place of general words
 * that say "if". What is not here is told as the catalogue tells it.
 */
import type { Args } from '../../model.ts';

export interface StoryWords {
  readonly description?: string;
  readonly howToFix?: string;
}

type Words = (args: Args) => StoryWords;

/** What had come before the end: with `progress`, somebody may have been alerted beyond what the trace shows. */
function before({ rang, progress, ringing }: Args): 'ringing' | 'progress' | 'nothing' {
  if (rang !== undefined) return 'ringing';
  return progress === true || ringing === true ? 'progress' : 'nothing';
}

const challenge: Words = ({ prefix, status }) =>
  prefix === true
    ? {}
    : {
        description:
          status === 407
            ? 'A proxy wants credentials before it lets the call pass; its challenge is in Proxy-Authenticate. The ' +
              'caller has to send the INVITE again with an answer to it.'
            : 'The server itself wants credentials; its challenge is in WWW-Authenticate. The caller has to send the ' +
              'INVITE again with an answer to it.',
        howToFix:
          'Configure user name and password for the realm of the challenge in the caller, or have the server accept ' +
          'the call by its IP address.',
      };

const overload: Words = ({ retryAfter }) => ({
  description:
    'The server says that it cannot handle calls now: overload, maintenance or missing resources. ' +
    (retryAfter === undefined
      ? 'The caller should use another server or route.'
      : 'The caller should leave it alone for the time given and use another server meanwhile.'),
  howToFix:
    'Fail over to another server or route, then check capacity and gateway state on the one that sent it.' +
    (retryAfter === undefined
      ? ''
      : ' If only one trunk was full, stop it from sending Retry-After: callers may avoid the whole server.'),
});

const busy = {
  nothing: 'It was refused without ringing: the device is in a call, set to do-not-disturb, or at its call limit. ',
  progress: '',
  ringing: 'Nothing is broken. ',
} as const;
const forwardOnBusy = 'let the proxy or PBX forward them on busy.';

const specific: Readonly<Record<number, Words>> = {
  100: ({ role }) => ({
    description:
      role === 'callee'
        ? "The callee's device has the INVITE and works on it; whether it rings is not known yet."
        : 'The next hop has the INVITE and works on it; nothing is known yet about the callee.',
  }),
  180: ({ sdp, sdpBefore }) => ({
    description:
      sdp === true
        ? "The callee's device is ringing, and it offers early media: the ringing tone may come from the far end."
        : sdpBefore === undefined
          ? "The callee's device is ringing. The ringing tone is left to the caller's device."
          : `The callee's device is ringing. The ${sdpBefore} before had opened early media: the caller hears either ` +
            'that or a ringing tone of its own device.',
  }),
  183: ({ sdp, sdpBefore }) => ({
    description:
      sdp === true
        ? 'Early media: the audio path opens before the answer, for a ringing tone or an announcement from the far end.'
        : sdpBefore === undefined
          ? 'The call makes progress, but without SDP there is no audio yet, and no ringing tone unless a 180 follows.'
          : `The call makes progress. The early media that the ${sdpBefore} had opened goes on.`,
  }),
  200: ({ sdp, sdpBefore }) => ({
    description:
      sdp === true
        ? 'The call is answered. The SDP says where the answering side wants its audio.'
        : sdpBefore === undefined
          ? 'The call is answered, but without SDP: nobody said where the answering side wants its audio.'
          : `The call is answered. The SDP had come before, in the ${sdpBefore}.`,
  }),
  302: () => ({ description: 'For now the call should be sent to the address in its Contact.' }),
  401: challenge,
  407: challenge,
  408: (args) =>
    before(args) === 'nothing'
      ? {
          howToFix:
            'Find the hop that sent it, and test the hop behind it with OPTIONS. Check DNS and the registration of ' +
            'the callee.',
        }
      : {
          description: 'The call was under way, and nobody answered before a timer ran out.',
          howToFix:
            'If it should ring longer, or voicemail should have taken over, look for the no-answer timer and the ' +
            'forwarding on no answer.',
        },
  480: (args) =>
    before(args) === 'ringing'
      ? {
          description: "The callee's device was alerted, but nobody took the call.",
          howToFix:
            'The phone was reached. If voicemail should have taken over, check the forwarding on no answer and its timer.',
        }
      : { howToFix: 'Check the registration of the callee first, then its do-not-disturb setting.' },
  486: (args) => ({ howToFix: `${busy[before(args)]}If such calls should go on to voicemail, ${forwardOnBusy}` }),
  487: ({ cancelled }) =>
    cancelled === true ? { description: 'The INVITE is over because it was cancelled; this is its normal end.' } : {},
  488: ({ warning }) => ({
    howToFix:
      (warning === undefined
        ? 'Compare the offer with what the device supports. '
        : 'Read the Warning and compare the offer with what the device supports. ') +
      'Add a common codec such as G.711, align the SRTP policy, or transcode on the SBC.',
  }),
  500: ({ retryAfter, insteadOf }) => ({
    description:
      'The server gave up because of a fault of its own.' +
      (retryAfter === undefined ? '' : ' With Retry-After it calls the fault temporary.'),
    howToFix:
      insteadOf === undefined
        ? 'Look in the logs of the host that sent it: a script or database error, or the next hop that it tried.'
        : 'Look further down: the server made this of another response that it had received.',
  }),
  503: overload,
  600: ({ retryAfter }) => ({
    description: 'The callee was reached and is busy on all devices; nothing else, not even voicemail, would answer.',
    howToFix:
      (retryAfter === undefined ? 'Call again later. ' : 'Call again after the time in Retry-After. ') +
      'If voicemail or another device should have taken over, make the far side answer 486 instead of 600.',
  }),
  603: (args) => ({
    description:
      before(args) === 'ringing'
        ? 'The user, or an app that acts for the user, refuses the call for all devices and gives no reason.'
        : 'The call is refused for all devices of the callee, and no reason is given.',
    howToFix:
      before(args) === 'ringing'
        ? 'Nothing is broken. If voicemail or another phone should take such calls, let the device answer 486 or 480: ' +
          'a 603 forbids trying any other.'
        : 'Look for do-not-disturb, a block list or call screening on the called side. If it was analytics, check the ' +
          'reputation and attestation of the calling number.',
  }),
};

export function storyWords(code: number, args: Args): StoryWords {
  return specific[code]?.(args) ?? {};
}
