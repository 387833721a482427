/**
 * Every number that a rule decides by, in one place; each can be set by configuration or `--rule NAME=number`. Times in
 * milliseconds.
 */

import { type BaseTimers, baseTimers, imsTimers } from '../catalogue/timers.ts';

/** Timers B, F and H, and most others that end a wait. */
const timeout = ({ t1 }: BaseTimers) => 64 * t1;

/** Default, and what it is; `sipsleuth list thresholds` prints the table. */
const table = {
  t1: [baseTimers.t1, 'Estimate of the round trip, from which the other timers follow (RFC 3261 §17.1.1.1).'],
  transactionTimeout: [timeout(baseTimers), '64·T1: timers B, F and H (RFC 3261 table 4).'],
  margin: [0.1, 'Share of a timer that must have passed beyond it before silence counts.'],
  timerC: [baseTimers.c, 'Timer C (RFC 3261 §16.6 item 11).'],
  stalledAfterTrying: [10_000, 'Only a 100 for this long is worth a warning.'],
  unansweredSends: [3, 'Sends without answer before an INVITE counts as unanswered while its timer still runs.'],
  challengeAnswer: [5_000, 'How long a client may take to answer a challenge.'],
  redirectFollow: [5_000, 'How long a client may take to follow a redirection.'],
  repeatsBeforeResponse: [2, 'Repeats of a request before its first response that are worth a finding.'],
  stormCopies: [20, 'Copies of one message that make a storm.'],
  ackTimeoutWindow: [3_000, "A BYE this close to 64·T1 after an unacknowledged 2xx is the timer's."],
  repeatsOf2xx: [2, 'Repeats of a 2xx that show that its ACK does not arrive.'],
  repeatsOfRefusal: [2, 'Repeats of a 3xx to 6xx that show that its ACK does not arrive.'],
  repeatsOfReliable: [2, 'Repeats of a reliable provisional response that show that its PRACK does not arrive.'],
  reordering: [20, 'Two messages closer than this may have changed places on their way to the capture.'],
  targetKnown: [1_000, 'How long a new remote target must be known before a request to the old one is a mistake.'],
  cancelRaceRelease: [2_000, 'Time a caller has to release a call that was answered against its CANCEL.'],
  globalFailureCancel: [1_000, 'A branch that still rings this long after a 6xx was not cancelled.'],
  silentAnswer: [4_000, 'Silence between a 183 without SDP and the answer that a caller notices.'],
  silentRefusal: [1_000, 'Silence between a 183 without SDP and a refusal that a caller notices.'],
  stormRate: [10, 'Copies of a request within a second that make a storm.'],
  natRefresh: [15_000, 'An INVITE repeated this long after a 1xx only keeps a NAT binding open (RFC 3581 §3).'],
  sessionTimerWindow: [5_000, "How near to the end of a session timer a BYE must come to be the timer's."],
  changeFailureEnd: [5_000, 'A BYE this soon after a failed re-INVITE or UPDATE is its consequence.'],
  changeRetry: [5_000, 'How long the sender of a failed re-INVITE or UPDATE may take to try something else.'],
  surplusRelease: [2_000, 'How soon a caller must release all but one of several answers.'],
  dialogSilence: [14_400_000, 'An answered call in which nothing was signalled for this long is worth a note.'],
  immediateBye: [2_000, 'A BYE this soon after the answer leaves no time for a word.'],
  nonceLoop: [30_000, 'Challenges that follow one another within this time may be a circle.'],
  nonceLoopChallenges: [3, 'So many of them are one.'],
  passportFreshness: [
    60_000,
    'Age of a PASSporT, and its distance from Date, that a verifier accepts (RFC 8224 §6.2 step 4).',
  ],
  signedCalls: [10, 'Signed calls from one host to another after which an unsigned one stands out.'],
  unsignedShare: [0.2, 'Share of unsigned calls between two hosts up to which they are the exception.'],
  icmpAnswer: [3_000, 'An ICMP error this soon after a packet can be about it.'],
  mediaOpening: [500, 'Time that a host may take after the answer to open its media sockets.'],
  mediaRefused: [900, 'Media that comes back for this long is refused, not late.'],
  udpMessage: [
    1_300,
    'Bytes that a request over UDP may have while the MTU of the path is not known (RFC 3261 §18.1.1).',
  ],
  scanTargets: [10, 'A client that fails to reach more servers than these is a scanner.'],
  duplicateShare: [0.05, 'Share of messages captured twice that is worth a note.'],
  duplicates: [3, 'Messages captured twice that there must be for it.'],
  dropShare: [0.001, 'Share of packets lost while capturing that is worth a warning.'],
  tcpGaps: [3, 'Gaps in TCP streams that are worth one.'],
  callWithMedia: [
    10_000,
    'An answered call of this length without media in the capture is worth a note; a shorter one may be a test.',
  ],
  strayPackets: [5, 'Packets on a port of SIP that are something else: fewer are chance.'],
  bindingGrace: [2_000, 'A binding must be over for this long before it counts as lost or its refresh as late.'],
  linesOfOnePhone: [
    20,
    'Addresses of record of one source beyond which it is a gateway or a test, not a phone that went away.',
  ],
  flaps: [3, 'Changes of the bindings of one address of record that make it flap.'],
  flapWindow: [600_000, 'Time within which they must come.'],
  contactsListed: [5, 'Contacts in one answer to REGISTER beyond which some are probably dead.'],
  portsOfOneHost: [3, 'Ports of one device or host in one answer to REGISTER that show stale bindings.'],
  overloadRefusals: [10, '503 responses of one server within `overloadWindow` that show overload.'],
  overloadWindow: [60_000, 'Time within which they must come.'],
  overloadShare: [0.05, "Share of the server's final responses that they must be, 0 to 1."],
  overloadTargets: [3, 'Different targets that 503 must have hit, so that it is the server and not one destination.'],
  pingJitter: [0.2, 'How far intervals between OPTIONS pings may differ, 0 to 1.'],
  pingsInRow: [3, 'Pings that must fail in a row before the peer counts as down.'],
  attackWindow: [60_000, 'Time within which a scan or an attack must show.'],
  scannedHosts: [10, 'Hosts that one source must try before it counts as scanner.'],
  scanFailures: [0.8, 'Share of the tries that must fail, 0 to 1.'],
  authFailures: [10, 'Refused credentials of one source within `attackWindow`, for several users.'],
  authFailuresOfOne: [30, 'The same for one user: a phone with a wrong password is slower.'],
  sprayedUsers: [5, 'Users tried by one source from which on it is spraying.'],
  authFlood: [100, 'Refused credentials within `attackWindow` that no phone reaches.'],
  enumeratedUsers: [20, 'Users that one source asks for without credentials, where the answers differ.'],
  sequentialUsers: [50, 'The same where all answers are alike and the names count up.'],
  dialVariants: [5, 'Prefixes in front of one number that are tried out.'],
  overloadLoad: [10, 'Requests a second before an overload report, below which its effect cannot be measured.'],
  clockContradiction: [20, 'A response this long before its request shows contradictory clocks.'],
  clockSetBack: [1_000, 'Times that fall back by this much within one input show a clock that was set.'],
  cachedTimeout: [1_000, 'A 408 this soon came without waiting for anybody.'],
  notFoundNumbers: [5, 'Different numbers refused by one server before it is more than misdialling.'],
  notFoundShare: [
    0.05,
    'Share of the calls to a server that are refused as unknown before it is more than misdialling.',
  ],
  forbiddenCalls: [3, 'Calls of a client that were all forbidden before its account or trunk is to blame.'],
  postDialDelay: [4_000, 'Time to the first sign of progress that callers complain about.'],
  postDialDelayLong: [8_000, 'The same when it is out of proportion.'],
  emergencyDelay: [5_000, 'The same for a call for help.'],
  tryingDelay: [200, 'A server that needs longer than this has to send 100 at once (RFC 3261 §17.2.1).'],
  automaticRefusal: [
    300,
    'A refusal this soon after the INVITE, or after the phone began to ring, was made by no human.',
  ],
  busyCalls: [10, 'Calls to one destination before its share of refusals counts.'],
  busyShare: [0.3, 'Share of calls to one destination that find it busy or unreachable.'],
  hopsLeft: [5, 'Max-Forwards left on a hop that is nearly a refusal.'],
  hopsAtFirst: [20, 'Max-Forwards with which a request should begin at least.'],
  diversions: [5, "Diversions of one call that are no longer anybody's plan."],
  negotiationRetry: [5_000, 'How long a client may take to send again what a refusal asked it to change.'],
  earlySilence: [2_000, 'Early media that is announced and not sent for this long leaves the caller in silence.'],
  judgedPackets: [100, 'Packets of a stream from which on its loss, jitter and quality are judged.'],
  lossNoticed: [0.01, 'Share of lost packets of a stream that is worth a warning, 0 to 1.'],
  lossBad: [0.05, 'Share of lost packets of a stream that is an error, 0 to 1.'],
  lossInWorst: [0.03, 'Share of lost packets in the worst ten seconds of a stream that is an error, 0 to 1.'],
  jitterNoticed: [30, 'Jitter of a stream that is worth a warning.'],
  jitterBad: [50, 'Jitter of a stream that is an error.'],
  jitterTime: [5_000, 'How long it must be above one of these without a break.'],
  mosNoticed: [3.6, 'MOS of a stream below which some users are dissatisfied, 1 to 4.5.'],
  mosBad: [3.1, 'MOS below which many are: an error.'],
  mosTime: [10_000, 'How long a stream must last before its MOS is judged.'],
  clockDrift: [0.01, 'Share by which the clock of a sender may be off, 0 to 1.'],
  rtcpSilence: [30_000, 'How long a side may send media without RTCP while the other side sends it.'],
  oneWayTime: [3_000, 'How long media must flow one way alone after the answer before it counts.'],
  oneWayPackets: [100, 'Packets that must have come from the side that is heard meanwhile.'],
  oneWayShare: [0.02, 'Packets of the other side, as a share of these, up to which it is silent, 0 to 1.'],
  noMediaTime: [5_000, 'How long an answered call must last before the lack of media counts.'],
  mediaTimeoutWindow: [2_000, "How near to a usual media timeout a BYE in silence must come to be the timer's."],
  lateMedia: [1_000, 'Time from the answer to the first packet of media that costs the first words.'],
  mediaAhead: [100, 'Media that comes this long before any SDP of the callee is worth a note.'],
  mediaGap: [2_000, 'Silence in the middle of a stream that is worth a warning; shorter ones are not noted at all.'],
  gapCause: [1_000, 'How near to the beginning of a gap a message must be to have caused it.'],
  mediaAfterBye: [1_000, 'Media that still comes this long after the call was released is worth a note.'],
  mediaAfterByeLong: [5_000, 'The same when it is worth a warning.'],
  earlyMediaOverlap: [500, 'How long early media of two forks must come at the same time.'],
  faxSilence: [5_000, 'How long T.38 must be agreed before the lack of its packets counts.'],
  faxMixed: [3_000, 'How long speech and T.38 must come side by side after the switch.'],
  countedPackets: [10, 'Packets of a kind that must have come before they count.'],
  changeAround: [1_000, 'Media that changes this soon before or after signalling changes because of it.'],
  handshakeTime: [5_000, 'How long connectivity checks (ICE) and DTLS may take.'],
  sameDigit: [100, 'A digit by INFO this close to the same one by events is sent twice.'],
  faxGivenUp: [5_000, 'A call that ends this soon after T.38 was refused ended because of it.'],
} as const satisfies Readonly<Record<string, readonly [value: number, what: string]>>;

export type Thresholds = { readonly [Name in keyof typeof table]: number };

export const thresholdNames = Object.keys(table) as readonly (keyof Thresholds)[];

export const defaultThresholds = Object.fromEntries(thresholdNames.map((name) => [name, table[name][0]])) as Thresholds;

/** What a threshold is, in one sentence. */
export function thresholdMeaning(name: keyof Thresholds): string {
  return table[name][1];
}

/** Sets of timers that belong together. */
export const profiles = {
  rfc3261: {},
  /** Radio access is slow: T1 2 s between the phone and its first proxy (3GPP TS 24.229 table 7.7.1). */
  ims: { t1: imsTimers.t1, transactionTimeout: timeout(imsTimers), ackTimeoutWindow: 12_000 },
} as const satisfies Readonly<Record<string, Partial<Thresholds>>>;

export type Profile = keyof typeof profiles;
export const profileNames = Object.keys(profiles) as readonly Profile[];
