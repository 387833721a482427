/** What response codes tell together, in the order in which they came. */
import type { SequencePageWords } from '../explain-words.ts';

export const sequence: SequencePageWords = {
  headings: { story: 'The story', steps: 'Step by step', clues: 'What tells more' },
  before: {
    challenge: (code) => `The ${code} is a normal challenge, not the result.`,
    redirected: (code) => `The ${code} sent the call elsewhere, and the caller followed.`,
    changed: (code) => `After the ${code} the caller tried again with a changed INVITE.`,
    glare: 'Both sides had changed the call at once (491); after a pause one of them tried again.',
    answered: (code) =>
      `The ${code} had answered the call; what follows belongs to another request, or a second device answered.`,
    refused: (code) => `The ${code} ended one attempt, and another one followed.`,
  },
  reach: {
    diverted: 'A server diverted the call to another destination (181).',
    queued: 'The call waited in a queue (182).',
    prepared:
      'The audio path was prepared first (183), then a device of the callee rang (180): usual in mobile networks.',
    takenOver: 'A device of the callee rang (180); then an announcement, voicemail or another branch took over (183).',
    rang: 'A device of the callee was ringing (180).',
    progress: 'A server or gateway further down worked on the call and may have sent audio (183).',
    branchEnded: 'One branch of a fork ended before the others (199).',
    further: 'A server further down worked on the call.',
    trying: 'Only the next hop is proven to have the request (100).',
    nothing: 'No provisional response came.',
  },
  heard: {
    earlyMedia({ refused, rang }) {
      const tone = refused ? 'a tone or an announcement of the reason' : 'the tone of the far network';
      const without = rang ? 'the ringing tone was up to its own device' : 'it most likely heard nothing';
      return `If the 183 carried SDP and audio followed, the caller heard ${tone}; without SDP, ${without}.`;
    },
    ringing: 'The caller should have heard a ringing tone.',
    queue: 'If the 182 carried SDP, the caller heard music or an announcement; without SDP, most likely nothing.',
    nothing: 'Before the end the caller most likely heard nothing.',
  },
  end: {
    refused: (name, means) => `It ended with ${name}: ${means}.`,
    answered: (name) => `The call was answered (${name}).`,
    succeeded: (name) => `The request succeeded (${name}).`,
    open: (last) => `Nothing follows the ${last}: the call is still open, or its end is not in the trace.`,
  },
  together: {
    quiet: 'The next hop took the call and went quiet: look at what it does with it.',
    textbook: 'This is the textbook call: if something is wrong with it, look at the media.',
    machine: 'Nothing rang: a machine, a conference, automatic answer, or a server that hides the ringing.',
    machineIfCall: 'If it was an INVITE, nothing rang.',
    notFollowed: 'No INVITE to the new address follows: the caller does not follow redirections, or did so elsewhere.',
    challengedAgain:
      'A second challenge: the credentials are wrong, the nonce had expired (stale=true), or another server asks.',
    notAnswered: 'No answer to the challenge follows: the caller has no credentials for this realm.',
    wrongPassword: 'After a challenge, a 403 often means a wrong user name or password.',
    networkGaveUp:
      'A path to the far network was open, and then it ran out of circuits or lost its next hop: not the user.',
    networkRefused: 'So the far network was reached and opened its audio before it refused the call once and for all.',
  },
  clues: {
    diverted: 'History-Info or Diversion: where the call was diverted to; the result is that of the last target.',
    queued: 'The repeats of the 182: without one a minute, timer C of a proxy (more than 3 min) ends the call.',
    nextHop: 'The next hop: whether it sent the INVITE on, and what it got there.',
    earlyAnswer: 'A ringing tone within the answered audio betrays a route that answers too early.',
    rtpBeforeAnswer: 'RTP between the 183 and the answer: without it the caller heard nothing.',
    toTags: 'The To-tags of ringing and answer: if they differ, another branch of a fork answered.',
    cancel:
      'Who sent the CANCEL, when, and with which Reason: the caller, or a proxy whose no-answer timer ran out (120 s in Kamailio, 180 s timer C).',
    rejected: 'The time after the 180: 1 to 20 s is a person who pressed reject, less than 0.5 s an app or a setting.',
    ringingTime:
      'The time after the 180: round numbers are no-answer timers (10 to 60 s in phones and PBXs, 120 s in Kamailio, 180 s timer C).',
    progressTime: 'The time after the 183: less than 1 s is the network, not a person.',
    inviteTime:
      'The time after the INVITE: less than 0.3 s is a rule of that server itself, 30 to 32 s a next hop that does not answer.',
    reason: (final, cause) =>
      cause === undefined
        ? 'The Reason header: a Q.850 cause says what the telephone network means.'
        : `The Reason header: a Q.850 cause says what the telephone network means (${cause} fits ${final}).`,
    madeBy: (final) => `Who made the ${final}: the deepest hop that shows it, by its Server or User-Agent.`,
    rtpBeforeEnd: 'RTP between the 183 and the end: without it the caller heard silence.',
  },
  answered: 'The call is answered; the ACK of the caller must follow.',
};
