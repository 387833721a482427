/** Expectations asked of fixtures: what fails, word for word as an engineer reads it; nothing where all holds. */

export interface Case {
  readonly name: string;
  /** In fixtures/. */
  readonly trace: string;
  /** Beneath `expectations: 1`. */
  readonly file: string;
  /** `call 1: outcome: expected …`; in front, what is said of the selection. */
  readonly fails: readonly string[];
}

const capture = (name: string) => `captures/${name}.pcap`;

/** Of one entry of `calls`. */
const call = (name: string, trace: string, entry: string, ...fails: string[]): Case => ({
  name,
  trace: capture(trace),
  file: `calls:\n  - { ${entry} }\n`,
  fails,
});

const group = (name: string, trace: string, of: string, entry: string, ...fails: string[]): Case => ({
  name,
  trace: capture(trace),
  file: `${of}:\n  - { ${entry} }\n`,
  fails,
});

const whole = (name: string, trace: string, entry: string, ...fails: string[]): Case => ({
  name,
  trace: capture(trace),
  file: `capture: { ${entry} }\n`,
  fails,
});

export const cases: readonly Case[] = [
  // ── Outcome and status ───────────────────────────────────────────────────────────────────────────────────────
  call('outcome', 'answered-call', 'outcome: answered'),
  call('another outcome', 'busy-486', 'outcome: answered', 'call 1: outcome: expected answered, seen busy'),
  call('one of several outcomes', 'no-answer-480', 'outcome: [busy, no-answer]'),
  call(
    'none of several outcomes',
    'declined-603',
    'outcome: [busy, no-answer, cancelled]',
    'call 1: outcome: expected busy, no-answer or cancelled, seen declined',
  ),
  call('status as a number', 'busy-486', 'status: 486'),
  call('status as a class', 'call-forbidden', 'status: 4xx'),
  call('another status', 'busy-everywhere', 'status: [486, 48x]', 'call 1: status: expected 486 or 48x, seen 600'),
  call('no final response', 'invite-no-response', 'status: none'),
  call(
    'a final response where none is expected',
    'busy-486',
    'status: none',
    'call 1: status: expected none, seen 486',
  ),

  // ── Sequence ─────────────────────────────────────────────────────────────────────────────────────────────────
  call('a sequence', 'answered-call', 'sequence: 100? 18x* 200'),
  call('a sequence as a list', 'answered-call', 'sequence: [100, 180, 200]'),
  call('a sequence as a number', 'not-found-404', 'sequence: 404'),
  call('a choice', 'ringback-ambiguous', 'sequence: 100 (180|183)+ 200'),
  call('anything at the beginning', 'proxy-authentication', 'sequence: "* 180 200"'),
  call('a round that may be missing', 'answered-call', 'sequence: (407)? 100? 180 200'),
  call('two rings of two phones', 'forked-two-phones', 'sequence: 100 180+ 200'),
  call('no response at all', 'invite-no-response', 'sequence: none'),
  call(
    'another response',
    'busy-486',
    'sequence: 100? 18x* 200',
    'call 1: sequence: expected 100? 18x* 200, seen 100 486: after 100 came 486 instead of 18x or 200',
  ),
  call(
    'another first response',
    'redirect-not-followed',
    'sequence: 100 180 200',
    'call 1: sequence: expected 100 180 200, seen 302: first came 302 instead of 100',
  ),
  call(
    'an end that is too early',
    'cancel-unanswered',
    'sequence: 100 180 (200|487)',
    'call 1: sequence: expected 100 180 (200|487), seen 100 180: after 100 180 it ended instead of 200 or 487',
  ),
  call(
    'a response too many',
    'answered-twice',
    'sequence: 100 18x* 200',
    'call 1: sequence: expected 100 18x* 200, seen 100 180 200 200: after 100 180 200 came 200 instead of the end',
  ),
  call(
    'nothing where something is expected',
    'invite-no-response',
    'sequence: 100? 200',
    'call 1: sequence: expected 100? 200, seen none: first it ended instead of 100 or 200',
  ),

  // ── Timings ──────────────────────────────────────────────────────────────────────────────────────────────────
  call('delays', 'answered-call', 'timings: { setup: < 3s, post-dial: < 500ms, ring: 1s..30s, trying: <= 200 ms }'),
  call(
    'a delay that is too long',
    'slow-ringing',
    'timings: { post-dial: < 3s }',
    'call 1: timings.post-dial: expected < 3s, seen 9.004s',
  ),
  call(
    'a call that is too short',
    'answered-call',
    'timings: { duration: ">= 10s" }',
    'call 1: timings.duration: expected >= 10s, seen 3.004s',
  ),
  call(
    'a delay that there is not',
    'busy-486',
    'timings: { setup: < 3s, final: < 1s }',
    'call 1: timings.setup: expected < 3s, but there is nothing to measure in this call',
  ),
  call(
    'a delay outside of a range',
    'no-answer-480',
    'timings: { ring: 1s..5s }',
    'call 1: timings.ring: expected 1s..5s, seen 10.005s',
  ),

  // ── SDP ──────────────────────────────────────────────────────────────────────────────────────────────────────
  call('the codec', 'answered-call', 'sdp: { codec: [opus, pcma], answer: { codec: PCMA, direction: sendrecv } }'),
  call('the codec of a delayed offer', 'delayed-offer', 'sdp: { codec: PCMA }'),
  call('codec and protocol of an offer', 'srtp-refused', 'sdp: { offer: { media: audio, protocol: RTP/SAVP } }'),
  call('another codec', 'answered-call', 'sdp: { codec: opus }', 'call 1: sdp.codec: expected opus, seen PCMA'),
  call(
    'a codec that is not offered',
    'answered-call',
    'sdp: { offer: { codec: [opus, G722] } }',
    'call 1: sdp.offer.codec: expected opus or G722, seen PCMA, PCMU, telephone-event',
  ),
  call(
    'no answer',
    'codecs-disjoint',
    'sdp: { answer: { direction: sendrecv } }',
    'call 1: sdp.answer: expected an SDP answer, but there is none',
  ),
  call(
    'early media that is not expected',
    'busy-everywhere',
    'sdp: { answer: { present: false } }',
    'call 1: sdp.answer: expected no SDP answer, but there is one',
  ),
  call(
    'another address',
    'answered-call',
    'sdp: { answer: { address: 203.0.113.* } }',
    'call 1: sdp.answer.address: expected 203.0.113.*, seen 192.0.2.7',
  ),

  // ── Header fields ────────────────────────────────────────────────────────────────────────────────────────────
  call(
    'header fields',
    'answered-call',
    'headers: [{ in: INVITE, name: f, value: "*@example.com>*" }, { in: 200 BYE, name: Session-Expires, present: false }]',
  ),
  call('the very value', 'answered-call', 'headers: [{ in: BYE, name: max-forwards, value: "=70" }]'),
  call('a number as a value', 'answered-call', 'headers: [{ in: INVITE, name: Max-Forwards, value: 70 }]'),
  call(
    'another value',
    'answered-call',
    'headers: [{ in: 200, name: Server, value: Gateway }]',
    'call 1: headers[0]: expected Server: Gateway in 200, seen Server: Lab Phone 1.0',
  ),
  call(
    'a field that is missing',
    'answered-call',
    'headers: [{ in: INVITE, name: P-Asserted-Identity }]',
    'call 1: headers[0]: expected P-Asserted-Identity in INVITE, but there is no such field',
  ),
  call(
    'a field that must not be there',
    'answered-call',
    'headers: [{ in: 18x, name: server, present: false }]',
    'call 1: headers[0]: expected no Server in 18x, seen Lab Phone 1.0',
  ),
  call(
    'a field of a message that there is not',
    'busy-486',
    'headers: [{ in: 200, name: Server, present: false }]',
    'call 1: headers[0]: there is no 200 to look at',
  ),
  call(
    'a field that not all have',
    'proxy-authentication',
    'headers: [{ in: INVITE, name: Proxy-Authorization, match: all }, { in: INVITE, name: Proxy-Authorization }]',
    'call 1: headers[0]: expected Proxy-Authorization in INVITE, but there is no such field',
  ),

  // ── Messages ─────────────────────────────────────────────────────────────────────────────────────────────────
  call(
    'numbers of messages',
    'answered-call',
    'messages: { INVITE: 1, BYE: "<= 1", 200: 2, retransmissions: 0, total: 7 }',
  ),
  call(
    'retransmissions',
    'invite-no-response',
    'messages: { INVITE: 1, retransmissions: 0, total: "<= 5" }',
    'call 1: messages.retransmissions: expected 0, seen 6',
    'call 1: messages.total: expected <= 5, seen 7',
  ),
  call('messages of a class', 'busy-486', 'messages: { 4xx: 0 }', 'call 1: messages.4xx: expected 0, seen 1'),

  // ── Findings ─────────────────────────────────────────────────────────────────────────────────────────────────
  call('no findings', 'answered-call', 'findings: { allowed: [] }'),
  call('nothing above a level', 'slow-first-response', 'findings: { none-above: warning }'),
  call('what is allowed', 'ringback-ambiguous', 'findings: { allowed: ringback-* }'),
  call('an allowed one above the level', 'call-forbidden', 'findings: { none-above: info, allowed: [call-forbidden] }'),
  call('what must be found', 'challenge-unanswered', 'findings: { required: [auth-challenge-unanswered] }'),
  call(
    'something found where nothing may be',
    'trying-late',
    'findings: { allowed: [] }',
    'call 1: findings.allowed: expected no findings, seen warning trying-late: Server that is late with its first response',
  ),
  call(
    'something else found',
    'trying-late',
    'findings: { allowed: [early-media-*, ringback-ambiguous] }',
    'call 1: findings.allowed: expected nothing but early-media-* or ringback-ambiguous, seen warning trying-late: Server that is late with its first response',
  ),
  call(
    'something forbidden',
    'codecs-disjoint',
    'findings: { forbidden: [codec-*] }',
    'call 1: findings.forbidden: codec-no-overlap is forbidden, but was found: No codec in common',
  ),
  call(
    'something above the level',
    'codecs-disjoint',
    'findings: { none-above: warning }',
    'call 1: findings.none-above: expected nothing above warning, seen error codec-no-overlap: No codec in common',
  ),
  call(
    'something required that was not found',
    'answered-call',
    'findings: { required: stir-identity-missing }',
    'call 1: findings.required: stir-identity-missing is required, but was not found',
  ),

  // ── Selection ────────────────────────────────────────────────────────────────────────────────────────────────
  call('by a part of From', 'transfer-failed', 'select: { from: ALICE }, count: 1, outcome: answered'),
  call('by the whole of To', 'transfer-failed', 'select: { to: "*@example.com" }, count: 2'),
  call('by the very To', 'transfer-failed', 'select: { to: =carol@example.com }, count: 1, outcome: busy'),
  call('by method', 'transfer-failed', 'select: { method: REFER }, count: 1, outcome: answered'),
  call('by product', 'answered-call', 'select: { user-agent: lab phone }, count: 1'),
  call('by outcome and status', 'attended-transfer', 'select: { outcome: answered, status: 2xx }, count: 3'),
  call('by position from the end', 'transfer-failed', 'select: { index: -1 }, outcome: busy'),
  call('by one of two selectors', 'transfer-failed', 'select: [{ to: carol }, { to: bob }], count: 2'),
  call('by path', 'answered-call', 'select: { input: "*/answered-call.pcap" }, count: 1'),
  call(
    'nothing selected',
    'answered-call',
    'select: { from: alicia }, outcome: answered',
    'select: none of 1 call is selected',
  ),
  call(
    'an index that there is not',
    'answered-call',
    'select: { index: 2 }, outcome: answered',
    'select: none of 1 call is selected',
  ),
  call('nothing, as expected', 'answered-call', 'select: { to: carol }, count: 0'),
  call('a count', 'server-overload-503', 'count: "< 10"', 'count: expected < 10, seen 12 calls'),
  call('a range', 'server-overload-503', 'count: 10..20, outcome: failed'),
  call('one of them', 'transfer-failed', 'match: any, outcome: busy'),
  call(
    'none of them where one must',
    'transfer-failed',
    'match: any, outcome: declined',
    'match: expected one to hold, but none of 2 calls does',
    'call 1: outcome: expected declined, seen answered',
    'call 2: outcome: expected declined, seen busy',
  ),
  call('none of them', 'transfer-failed', 'match: none, outcome: declined'),
  call(
    'one of them where none may',
    'transfer-failed',
    'match: none, outcome: busy',
    'match: expected none to hold, but 1 call does',
    'call 1: outcome: expected busy, seen answered',
  ),
  call('one of all', 'transfer-failed', 'outcome: answered', 'call 2: outcome: expected answered, seen busy'),

  // ── Everything else ──────────────────────────────────────────────────────────────────────────────────────────
  group(
    'a registration',
    'registered',
    'registrations',
    'select: { aor: alice }, outcome: registered, expires: ">= 60"',
  ),
  group(
    'a registration that fails',
    'registration-wrong-password',
    'registrations',
    'outcome: registered',
    'registration 1: outcome: expected registered, seen unauthorized',
  ),
  group(
    'a registration with nothing granted',
    'registration-forbidden',
    'registrations',
    'expires: "> 1min", status: 2xx',
    'registration 1: expires: expected > 1min, but nothing was granted',
    'registration 1: status: expected 2xx, seen 403',
  ),
  group(
    'a subscription',
    'subscription',
    'subscriptions',
    'select: { event: message-summary }, status: 200, notifies: 1',
  ),
  group(
    'a subscription without notifications',
    'subscription',
    'subscriptions',
    'notifies: ">= 2"',
    'subscription 1: notifies: expected >= 2, seen 1',
  ),
  group('other requests', 'options-ping', 'transactions', 'select: { method: OPTIONS }, count: 3, status: 200'),
  group(
    'other requests without an answer',
    'options-unanswered',
    'transactions',
    'select: { client: =192.0.2.9:5060, index: 1 }, status: 200',
    'transaction 1: status: expected 200, seen none',
  ),
  group('no registration', 'answered-call', 'registrations', 'outcome: registered', 'select: there is no registration'),
  whole(
    'a capture',
    'transfer-failed',
    'calls: 2, messages: ">= 10", complete: true, outcomes: { busy: 1, answered: 1 }',
  ),
  whole(
    'another number of calls',
    'server-overload-503',
    'calls: "<= 3", outcomes: { failed: 0 }',
    'calls: expected <= 3, seen 12',
    'outcomes.failed: expected 0, seen 12',
  ),
  whole(
    'findings of the capture',
    'codecs-disjoint',
    'findings: { none-above: warning }',
    'findings.none-above: expected nothing above warning, seen error codec-no-overlap: No codec in common',
  ),
  {
    name: 'a log',
    trace: 'logs/sipp/head.log',
    file: 'registrations: [{ select: { client: "198.51.100.7*" }, count: 1, headers: [{ in: 401, name: WWW-Authenticate }] }]\n',
    fails: [],
  },
];
