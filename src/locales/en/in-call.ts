/** Words of status codes within the story of one call, where its facts are known. */
import type { InCallWords } from '../status-in-call.ts';

export const inCall: InCallWords = {
  trying: {
    callee: "The callee's device has the INVITE and works on it; whether it rings is not known yet.",
    nextHop: 'The next hop has the INVITE and works on it; nothing is known yet about the callee.',
  },
  ringing: {
    here: "The callee's device is ringing, and it offers early media: the ringing tone may come from the far end.",
    nowhere: "The callee's device is ringing. The ringing tone is left to the caller's device.",
    before: (code) =>
      `The callee's device is ringing. The ${code} before had opened early media: the caller hears either ` +
      'that or a ringing tone of its own device.',
  },
  progress: {
    here: 'Early media: the audio path opens before the answer, for a ringing tone or an announcement from the far end.',
    nowhere:
      'The call makes progress, but without SDP there is no audio yet, and no ringing tone unless a 180 follows.',
    before: (code) => `The call makes progress. The early media that the ${code} had opened goes on.`,
  },
  answered: {
    here: 'The call is answered. The SDP says where the answering side wants its audio.',
    nowhere: 'The call is answered, but without SDP: nobody said where the answering side wants its audio.',
    before: (code) => `The call is answered. The SDP had come before, in the ${code}.`,
  },
  redirected: 'For now the call should be sent to the address in its Contact.',
  challenge: {
    proxy:
      'A proxy wants credentials before it lets the call pass; its challenge is in Proxy-Authenticate. The ' +
      'caller has to send the INVITE again with an answer to it.',
    server:
      'The server itself wants credentials; its challenge is in WWW-Authenticate. The caller has to send the ' +
      'INVITE again with an answer to it.',
    howToFix:
      'Configure user name and password for the realm of the challenge in the caller, or have the server accept ' +
      'the call by its IP address.',
  },
  timeout: {
    silent: {
      howToFix:
        'Find the hop that sent it, and test the hop behind it with OPTIONS. Check DNS and the registration of ' +
        'the callee.',
    },
    underWay: {
      description: 'The call was under way, and nobody answered before a timer ran out.',
      howToFix:
        'If it should ring longer, or voicemail should have taken over, look for the no-answer timer and the ' +
        'forwarding on no answer.',
    },
  },
  unavailable: {
    rang: {
      description: "The callee's device was alerted, but nobody took the call.",
      howToFix:
        'The phone was reached. If voicemail should have taken over, check the forwarding on no answer and its timer.',
    },
    otherwise: { howToFix: 'Check the registration of the callee first, then its do-not-disturb setting.' },
  },
  busy: {
    unrung: 'It was refused without ringing: the device is in a call, set to do-not-disturb, or at its call limit.',
    rang: 'Nothing is broken.',
    forward: 'If such calls should go on to voicemail, let the proxy or PBX forward them on busy.',
  },
  cancelled: 'The INVITE is over because it was cancelled; this is its normal end.',
  media: {
    readWarning: 'Read the Warning and compare the offer with what the device supports.',
    compare: 'Compare the offer with what the device supports.',
    howToFix: 'Add a common codec such as G.711, align the SRTP policy, or transcode on the SBC.',
  },
  fault: {
    description: 'The server gave up because of a fault of its own.',
    temporary: 'With Retry-After it calls the fault temporary.',
    own: 'Look in the logs of the host that sent it: a script or database error, or the next hop that it tried.',
    made: 'Look further down: the server made this of another response that it had received.',
  },
  overload: {
    description: 'The server says that it cannot handle calls now: overload, maintenance or missing resources.',
    otherServer: 'The caller should use another server or route.',
    leaveAlone: 'The caller should leave it alone for the time given and use another server meanwhile.',
    howToFix: 'Fail over to another server or route, then check capacity and gateway state on the one that sent it.',
    oneTrunk: 'If only one trunk was full, stop it from sending Retry-After: callers may avoid the whole server.',
  },
  busyEverywhere: {
    description: 'The callee was reached and is busy on all devices; nothing else, not even voicemail, would answer.',
    later: 'Call again later.',
    afterRetry: 'Call again after the time in Retry-After.',
    howToFix: 'If voicemail or another device should have taken over, make the far side answer 486 instead of 600.',
  },
  declined: {
    rang: {
      description: 'The user, or an app that acts for the user, refuses the call for all devices and gives no reason.',
      howToFix:
        'Nothing is broken. If voicemail or another phone should take such calls, let the device answer 486 or 480: ' +
        'a 603 forbids trying any other.',
    },
    otherwise: {
      description: 'The call is refused for all devices of the callee, and no reason is given.',
      howToFix:
        'Look for do-not-disturb, a block list or call screening on the called side. If it was analytics, check the ' +
        'reputation and attestation of the calling number.',
    },
  },
};
