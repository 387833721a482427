/** The verdict of a call, and what to do about it. */
import { address, capitalize, named } from '../phrases.ts';
import { verdictsFrom } from '../verdict.ts';
import { after, duration, host, times } from './phrases.ts';
import { pieces } from './pieces.ts';
import { storyOf } from './root-causes.ts';
import { wordsOf } from './words.ts';

export const verdicts = verdictsFrom({
  wordsOf,
  storyOf,
  pieces,
  but: (opening, clause) => `${opening}, but ${clause}.`,
  deeds: {
    refused: 'refused the call',
    declined: 'declined the call',
    unwanted: 'rejected the call as unwanted',
    blocked: 'blocked the call',
    ended: 'ended the attempt',
    redirected: 'redirected the call',
    challenged: 'asked for credentials',
    waited: 'gave up waiting',
    gaveUp: 'gave up the call',
    passedOn: 'passed on a refusal',
  },
  whys: {
    busy: 'busy',
    busyEverywhere: 'the callee is busy on all devices',
    gone: 'the number or user no longer exists',
    incomplete: 'the number is incomplete',
    ambiguous: 'several users share this address',
    nowhere: 'no such number or user anywhere',
    notFound: 'no such number or user',
    forbidden: 'its rules forbid it',
    credentials: 'it does not accept the credentials of the caller',
    unavailable: 'the callee is not reachable now',
    body: 'it cannot read this kind of body',
    media: 'the media offered does not fit',
  },
  refused: (args, deed, why) =>
    `${capitalize(host(args))} ${deed}${after(args.after)}${why === '' ? '' : `: ${why}`} (${named(args)}).`,
  relayed: (server) => `The proxy ${server} passed it on.`,
  // "Answered after 5.5 s by the callee 192.0.2.7".
  answeredBy(args) {
    if (args.host === undefined) return `Answered${after(args.after)}`;
    if (args.role === undefined) return `Answered${after(args.after)} by ${args.host}`;
    return `Answered${after(args.after)} ${args.role === 'proxy' ? 'through' : 'by'} ${host(args)}`;
  },
  answeredBefore: 'The call was already answered when the capture began',
  nothingElse: 'A 6xx ends forking: no other phone, route or voicemail may be tried (RFC 3261 §16.7).',
  cancelled(args, reached) {
    const who = args.role === 'proxy' ? `${capitalize(host(args))} cancelled the call` : 'The caller gave up';
    const when = {
      nothing: ', before anything rang',
      ringing:
        args.rang === undefined ? ', while the phone was ringing' : `; it had been ringing for ${duration(args.rang)}`,
      'early-media': ', during early media',
      progress: '',
    }[reached];
    return `${who}${after(args.cancelledAfter ?? args.after)}${when}.`;
  },
  silentProgress: 'Progress had come without SDP and without 180, so that the caller most likely heard nothing.',
  cancelledElsewhere: (time) =>
    `This branch was cancelled${after(time)} because the call was answered on another device.`,
  noCancel: {
    expired: 'No CANCEL is in the trace.',
    unexplained: 'No CANCEL is in the trace: an Expires timer, a B2BUA, or a CANCEL on another path ended it.',
  },
  noAnswer(args) {
    const waited = args.rang === undefined ? after(args.after) : ` after ${duration(args.rang)} of ringing`;
    return `Nobody answered: ${host(args)} ended the attempt${waited} (${named(args)}).`;
  },
  ringingTone: 'The caller should have heard a ringing tone.',
  redirection: {
    to: (contact, target) =>
      target === 'called'
        ? `It named ${contact}, which is the address that was called.`
        : `It named ${contact}, and the caller did not go there in this trace.`,
    service: 'Its body names another service instead of a target.',
    nowhere: 'It named no target.',
  },
  credentials: {
    unusable: 'Its response holds no challenge that a client could answer.',
    ignored: 'The caller did not send any.',
    notAnswered: (scheme) => `It offers ${scheme} only, and the caller did not answer that.`,
    none: 'The trace shows no attempt of the caller to send any.',
    rejected(kind, given) {
      const why = {
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
    },
  },
  noResponse: (server, sends) =>
    `${server} did not answer at all: the INVITE was sent ${times(sends)}, and no response came back.`,
  stalled: (server, time) =>
    `${server} took the INVITE and then went quiet: nothing but 100 Trying${time === undefined ? '' : ` in ${duration(time)}`}.`,
  open: {
    nothing: 'No response to this call is in the trace.',
    trying: 'Nothing but 100 Trying is in the trace for this call.',
    progress: 'The trace ends before the call had a result. Progress had been reported.',
    ringing: 'The trace ends before the call had a result. The phone was ringing.',
  },
  neverEnded: (server, status, waited) =>
    `The call never got a final response: the last word of ${address(server)} was a ${status}, and nothing followed it for ${duration(waited)}.`,
  fragments: 'Only fragments of this call are in the trace.',
  advice: {
    tooEarly: 'If a ringing tone is heard after the answer, this route answers too early: compare it with another one.',
    audio: 'If the call was bad all the same, look at the audio: the addresses in the SDP, and RTP both ways.',
    beginEarlier: 'Begin the capture before the call to see how it was set up.',
    ringLonger: 'If calls should ring longer, raise the Expires of the INVITE at the caller.',
    noAnswerTimer: 'Look at the no-answer timer of the system that sent the CANCEL.',
    earlyMedia: 'Find out what the early media held: a ringing tone, or an announcement that made the caller hang up.',
    nextHopSilent: 'Find out why nothing rang: the next hop had the request, so look at what it did with it.',
    nextHopDead: 'Find out why nothing rang: check address, port, transport and firewall of the next hop.',
    callerGaveUp:
      'Nothing to mend where a caller hangs up while it rings. If voicemail should have taken the call by then, shorten the no-answer timer.',
    elsewhere: 'Nothing to mend: the phone should not show it as a missed call.',
    findCancel:
      'Look for a CANCEL on the next hop, for Expires in the INVITE, and in the log of the host that sent 487.',
    redirection: 'Allow the caller to follow redirections, or let the redirecting system forward the call itself.',
    newPassword: 'Set user name and password anew on both sides, and compare the realm with that of the challenge.',
    noResponse: 'Check address, port, transport and firewall, and whether the server accepts this source.',
    stalled:
      'A 100 proves the next hop only. Look one hop further: a dead gateway, a blocking lookup, or an empty location table.',
    neverEnded: 'Find out what the far side waits for: a no-answer timer should end such a call.',
    bothWays: 'Capture longer, and in both directions.',
    longer: 'Capture longer to see how it ends.',
  },
  beginWith: (status, name) => `Begin with the ${status} of ${name}.`,
});
