/** Every number that a rule decides by, in one place; each can be set by configuration. Times in milliseconds. */

export interface Thresholds {
  /** RFC 3261 §17.1.1.1. */
  readonly t1: number;
  /** 64·T1: timers B, F and H (RFC 3261 table 4). */
  readonly transactionTimeout: number;
  /** Share of a timer that must have passed beyond it before silence counts. */
  readonly margin: number;
  /** Timer C (RFC 3261 §16.6 item 11). */
  readonly timerC: number;
  /** Only a 100 for this long is worth a warning. */
  readonly stalledAfterTrying: number;
  /** Sends without answer before an INVITE counts as unanswered while its timer still runs. */
  readonly unansweredSends: number;
  /** How long a client may take to answer a challenge. */
  readonly challengeAnswer: number;
  /** How long a client may take to follow a redirection. */
  readonly redirectFollow: number;
  /** Repeats of a request before its first response that are worth a finding. */
  readonly repeatsBeforeResponse: number;
  /** Copies of one message that make a storm. */
  readonly stormCopies: number;
  /** A BYE this close to 64·T1 after an unacknowledged 2xx is the timer's. */
  readonly ackTimeoutWindow: number;
  /** Repeats of a 2xx that show that its ACK does not arrive. */
  readonly repeatsOf2xx: number;
  /** Repeats of a 3xx to 6xx that show that its ACK does not arrive. */
  readonly repeatsOfRefusal: number;
  /** Repeats of a reliable provisional response that show that its PRACK does not arrive. */
  readonly repeatsOfReliable: number;
  /** Two messages closer than this may have changed places on their way to the capture. */
  readonly reordering: number;
  /** How long a new remote target must be known before a request to the old one is a mistake. */
  readonly targetKnown: number;
  /** Time a caller has to release a call that was answered against its CANCEL. */
  readonly cancelRaceRelease: number;
  /** A branch that still rings this long after a 6xx was not cancelled. */
  readonly globalFailureCancel: number;
  /** Silence between a 183 without SDP and the answer that a caller notices. */
  readonly silentAnswer: number;
  /** The same before a refusal. */
  readonly silentRefusal: number;
  /** Copies of a request within a second that make a storm. */
  readonly stormRate: number;
  /** An INVITE repeated this long after a 1xx only keeps a NAT binding open (RFC 3581 §3). */
  readonly natRefresh: number;
  /** How near to the end of a session timer a BYE must come to be the timer's. */
  readonly sessionTimerWindow: number;
  /** A BYE this soon after a failed re-INVITE or UPDATE is its consequence. */
  readonly changeFailureEnd: number;
  /** How long the sender of a failed re-INVITE or UPDATE may take to try something else. */
  readonly changeRetry: number;
  /** How soon a caller must release all but one of several answers. */
  readonly surplusRelease: number;
  /** An answered call in which nothing was signalled for this long is worth a note. */
  readonly dialogSilence: number;
  /** A BYE this soon after the answer leaves no time for a word. */
  readonly immediateBye: number;
  /** Challenges that follow one another within this time may be a circle. */
  readonly nonceLoop: number;
  /** So many of them are one. */
  readonly nonceLoopChallenges: number;
  /** Age of a PASSporT, and its distance from Date, that a verifier accepts (RFC 8224 §6.2 step 4). */
  readonly passportFreshness: number;
  /** Signed calls from one host to another after which an unsigned one stands out. */
  readonly signedCalls: number;
  /** Share of unsigned calls between two hosts up to which they are the exception. */
  readonly unsignedShare: number;
  /** An ICMP error this soon after a packet can be about it. */
  readonly icmpAnswer: number;
  /** Time that a host may take after the answer to open its media sockets. */
  readonly mediaOpening: number;
  /** Media that comes back for this long is refused, not late. */
  readonly mediaRefused: number;
  /** Bytes that a request over UDP may have while the MTU of the path is not known (RFC 3261 §18.1.1). */
  readonly udpMessage: number;
  /** A client that fails to reach more servers than these is a scanner. */
  readonly scanTargets: number;
  /** Share of messages captured twice that is worth a note, and how many there must be. */
  readonly duplicateShare: number;
  readonly duplicates: number;
  /** Share of packets lost while capturing that is worth a warning, and gaps in TCP streams that are. */
  readonly dropShare: number;
  readonly tcpGaps: number;
  /** An answered call of this length without media in the capture is worth a note; a shorter one may be a test. */
  readonly callWithMedia: number;
  /** Packets on a port of SIP that are something else: fewer are chance. */
  readonly strayPackets: number;
  /** A binding must be over for this long before it counts as lost or its refresh as late. */
  readonly bindingGrace: number;
  /** Addresses of record of one source beyond which it is a gateway or a test, not a phone that went away. */
  readonly linesOfOnePhone: number;
  /** Changes of the bindings of one address of record that make it flap. */
  readonly flaps: number;
  /** Time within which they must come. */
  readonly flapWindow: number;
  /** Contacts in one answer to REGISTER beyond which some are probably dead. */
  readonly contactsListed: number;
  /** Ports of one device or host in one answer to REGISTER that show stale bindings. */
  readonly portsOfOneHost: number;
  /** 503 responses of one server within `overloadWindow` that show overload. */
  readonly overloadRefusals: number;
  /** Time within which they must come. */
  readonly overloadWindow: number;
  /** Share of the server's final responses that they must be, 0 to 1. */
  readonly overloadShare: number;
  /** Different targets that 503 must have hit, so that it is the server and not one destination. */
  readonly overloadTargets: number;
  /** How far intervals between OPTIONS pings may differ, 0 to 1. */
  readonly pingJitter: number;
  /** Pings that must fail in a row before the peer counts as down. */
  readonly pingsInRow: number;
  /** Time within which a scan or an attack must show. */
  readonly attackWindow: number;
  /** Hosts that one source must try before it counts as scanner. */
  readonly scannedHosts: number;
  /** Share of the tries that must fail, 0 to 1. */
  readonly scanFailures: number;
  /** Refused credentials of one source within `attackWindow`, for several users. */
  readonly authFailures: number;
  /** The same for one user: a phone with a wrong password is slower. */
  readonly authFailuresOfOne: number;
  /** Users tried by one source from which on it is spraying. */
  readonly sprayedUsers: number;
  /** Refused credentials within `attackWindow` that no phone reaches. */
  readonly authFlood: number;
  /** Users that one source asks for without credentials, where the answers differ. */
  readonly enumeratedUsers: number;
  /** The same where all answers are alike and the names count up. */
  readonly sequentialUsers: number;
  /** Prefixes in front of one number that are tried out. */
  readonly dialVariants: number;
  /** Requests a second before an overload report, below which its effect cannot be measured. */
  readonly overloadLoad: number;
  /** A response this long before its request shows contradictory clocks. */
  readonly clockContradiction: number;
  /** Times that fall back by this much within one input show a clock that was set. */
  readonly clockSetBack: number;
  /** A 408 this soon came without waiting for anybody. */
  readonly cachedTimeout: number;
  /** Different numbers refused by one server before it is more than misdialling. */
  readonly notFoundNumbers: number;
  /** Share of the calls to a server that are refused as unknown before it is more than misdialling. */
  readonly notFoundShare: number;
  /** Calls of a client that were all forbidden before its account or trunk is to blame. */
  readonly forbiddenCalls: number;
  /** Time to the first sign of progress that callers complain about. */
  readonly postDialDelay: number;
  /** The same when it is out of proportion. */
  readonly postDialDelayLong: number;
  /** The same for a call for help. */
  readonly emergencyDelay: number;
  /** A server that needs longer than this has to send 100 at once (RFC 3261 §17.2.1). */
  readonly tryingDelay: number;
  /** A refusal this soon after the INVITE, or after the phone began to ring, was made by no human. */
  readonly automaticRefusal: number;
  /** Calls to one destination before its share of refusals counts. */
  readonly busyCalls: number;
  /** Share of calls to one destination that find it busy or unreachable. */
  readonly busyShare: number;
  /** Max-Forwards left on a hop that is nearly a refusal. */
  readonly hopsLeft: number;
  /** Max-Forwards with which a request should begin at least. */
  readonly hopsAtFirst: number;
  /** Diversions of one call that are no longer anybody's plan. */
  readonly diversions: number;
  /** How long a client may take to send again what a refusal asked it to change. */
  readonly negotiationRetry: number;
  /** A call that ends this soon after T.38 was refused ended because of it. */
  readonly faxGivenUp: number;
}

export const defaultThresholds: Thresholds = {
  t1: 500,
  transactionTimeout: 32_000,
  margin: 0.1,
  timerC: 180_000,
  stalledAfterTrying: 10_000,
  unansweredSends: 3,
  challengeAnswer: 5_000,
  redirectFollow: 5_000,
  repeatsBeforeResponse: 2,
  stormCopies: 20,
  ackTimeoutWindow: 3_000,
  repeatsOf2xx: 2,
  repeatsOfRefusal: 2,
  repeatsOfReliable: 2,
  reordering: 20,
  targetKnown: 1_000,
  cancelRaceRelease: 2_000,
  globalFailureCancel: 1_000,
  silentAnswer: 4_000,
  silentRefusal: 1_000,
  stormRate: 10,
  natRefresh: 15_000,
  sessionTimerWindow: 5_000,
  changeFailureEnd: 5_000,
  changeRetry: 5_000,
  surplusRelease: 2_000,
  dialogSilence: 14_400_000,
  immediateBye: 2_000,
  nonceLoop: 30_000,
  nonceLoopChallenges: 3,
  passportFreshness: 60_000,
  signedCalls: 10,
  unsignedShare: 0.2,
  icmpAnswer: 3_000,
  mediaOpening: 500,
  mediaRefused: 900,
  udpMessage: 1_300,
  scanTargets: 10,
  duplicateShare: 0.05,
  duplicates: 3,
  dropShare: 0.001,
  tcpGaps: 3,
  callWithMedia: 10_000,
  strayPackets: 5,
  bindingGrace: 2_000,
  linesOfOnePhone: 20,
  flaps: 3,
  flapWindow: 600_000,
  contactsListed: 5,
  portsOfOneHost: 3,
  overloadRefusals: 10,
  overloadWindow: 60_000,
  overloadShare: 0.05,
  overloadTargets: 3,
  pingJitter: 0.2,
  pingsInRow: 3,
  attackWindow: 60_000,
  scannedHosts: 10,
  scanFailures: 0.8,
  authFailures: 10,
  authFailuresOfOne: 30,
  sprayedUsers: 5,
  authFlood: 100,
  enumeratedUsers: 20,
  sequentialUsers: 50,
  dialVariants: 5,
  overloadLoad: 10,
  clockContradiction: 20,
  clockSetBack: 1_000,
  cachedTimeout: 1_000,
  notFoundNumbers: 5,
  notFoundShare: 0.05,
  forbiddenCalls: 3,
  postDialDelay: 4_000,
  postDialDelayLong: 8_000,
  emergencyDelay: 5_000,
  tryingDelay: 200,
  automaticRefusal: 300,
  busyCalls: 10,
  busyShare: 0.3,
  hopsLeft: 5,
  hopsAtFirst: 20,
  diversions: 5,
  negotiationRetry: 5_000,
  faxGivenUp: 5_000,
};

/** Sets of timers that belong together. */
export const profiles = {
  rfc3261: {},
  /** Radio access is slow: T1 2 s between the phone and its first proxy (3GPP TS 24.229 table 7.7.1). */
  ims: { t1: 2_000, transactionTimeout: 128_000, ackTimeoutWindow: 12_000 },
} as const satisfies Readonly<Record<string, Partial<Thresholds>>>;

export type Profile = keyof typeof profiles;
export const profileNames = Object.keys(profiles) as readonly Profile[];
