/** A report of as many calls as wanted, the same on every run: what a busy day of a small carrier looks like. */
import { RegistrationTally } from '../../src/metrics/registrations.ts';
import { SessionTally } from '../../src/metrics/sessions.ts';
import type { Outcome } from '../../src/model.ts';
import type { Report, ReportCall, ReportFinding, ReportMessage } from '../../src/report.ts';

const START = Date.UTC(2026, 0, 5, 8, 0, 0);

/** By how a call comes out: final status, phrase, rule of its finding. */
const kinds: readonly (readonly [Outcome, number, string, string])[] = [
  ['answered', 200, 'OK', ''],
  ['answered', 200, 'OK', ''],
  ['answered', 200, 'OK', ''],
  ['answered', 200, 'OK', 'call-dropped-32s'],
  ['busy', 486, 'Busy Here', ''],
  ['no-answer', 480, 'Temporarily Unavailable', ''],
  ['failed', 503, 'Service Unavailable', 'server-overload-503'],
];

const at = (ms: number) => new Date(START + ms).toISOString().replace('Z', '000Z');

function messageOf(
  number: number,
  ms: number,
  startLine: string,
  cseq: string,
  up: boolean,
  call: number,
): ReportMessage {
  const [source, destination] = up ? ['192.0.2.1:5060', '192.0.2.7:5060'] : ['192.0.2.7:5060', '192.0.2.1:5060'];
  const sdp = startLine.startsWith('INVITE') || (startLine.includes(' 200 ') && cseq.endsWith('INVITE'));
  const body = sdp
    ? `v=0\r\no=- ${call} 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio ${20_000 + (call % 20_000)} RTP/AVP 8 0\r\na=rtpmap:8 PCMA/8000\r\na=sendrecv\r\n`
    : '';
  const head = [
    startLine,
    `Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK${(call * 7919 + number).toString(36)}`,
    'Max-Forwards: 70',
    `From: <sip:user${call % 4096}@example.com>;tag=${(call * 31).toString(16)}`,
    `To: <sip:+1202555${String(call % 10_000).padStart(4, '0')}@example.net>`,
    `Call-ID: ${(call * 104_729).toString(16)}@192.0.2.1`,
    `CSeq: ${cseq}`,
    'Contact: <sip:192.0.2.1:5060>',
    'User-Agent: Generator 1.0',
    ...(sdp ? ['Content-Type: application/sdp'] : []),
    `Content-Length: ${body.length}`,
  ];
  return {
    message: number,
    input: 0,
    frame: number + 1,
    time: at(ms),
    transport: 'udp',
    source,
    destination,
    startLine,
    cseq,
    sdp,
    repeats: 0,
    text: `${head.join('\r\n')}\r\n\r\n${body}`,
  };
}

function callOf(
  id: number,
  findings: readonly number[],
  [outcome, status, phrase]: (typeof kinds)[number],
): ReportCall {
  const ms = id * 700 + ((id * 37) % 500);
  const first = id * 6;
  const to = `+1202555${String(id % 10_000).padStart(4, '0')}@example.net`;
  const answered = status === 200;
  const end = answered ? 4_000 + ((id * 97) % 180_000) : 2_600;
  const lines: readonly (readonly [number, string, string, boolean])[] = [
    [0, `INVITE sip:${to} SIP/2.0`, '1 INVITE', true],
    [3, 'SIP/2.0 100 Trying', '1 INVITE', false],
    [800 + (id % 900), 'SIP/2.0 180 Ringing', '1 INVITE', false],
    [2_500, `SIP/2.0 ${status} ${phrase}`, '1 INVITE', false],
    [2_510, `ACK sip:${to} SIP/2.0`, '1 ACK', true],
    ...(answered ? [[end, `BYE sip:${to} SIP/2.0`, '2 BYE', true] as const] : []),
  ];
  const messages = lines.map(([delay, startLine, cseq, up], i) =>
    messageOf(first + i, ms + delay, startLine, cseq, up, id),
  );
  const { text: _, cseq: __, sdp: ___, repeats: ____, ...ref } = messages[3];
  return {
    id,
    callIds: [`${(id * 104_729).toString(16)}@192.0.2.1`],
    from: `user${id % 4096}@example.com`,
    to,
    start: at(ms),
    end: at(ms + end),
    outcome,
    finalStatus: status,
    sequence: [100, 180, status],
    verdict: {
      key: 'answered',
      args: {},
      text: `The callee answered with ${status} ${phrase}.`,
      advice: '',
      confidence: 'certain',
      at: [],
    },
    timings: {
      trying: 3,
      postDial: 800 + (id % 900),
      ring: 1_700 - (id % 900),
      final: 2_500,
      ...(answered ? { setup: 2_500, duration: end - 2_500 } : {}),
    },
    parties: [
      { role: 'caller', address: '192.0.2.1', addresses: ['192.0.2.1'], product: 'Generator 1.0' },
      { role: 'callee', address: '192.0.2.7', addresses: ['192.0.2.7'], product: '' },
    ],
    legs: [],
    steps: [{ key: 'final', status, phrase, at: ref, delta: 2_500, text: 'From the callee.' }],
    streams: [],
    messageCount: messages.length,
    messages,
    findings,
  };
}

function findingOf(id: number, rule: string): ReportFinding {
  return {
    rule,
    severity: rule === 'server-overload-503' ? 'warning' : 'error',
    confidence: 'certain',
    scope: 'call',
    subject: { kind: 'call', id },
    at: [],
    args: {},
    title: `Title of ${rule}`,
    message: `Call ${id + 1} has trouble.`,
    why: 'The users notice.',
    fix: ['Look at the server.'],
    refs: ['RFC 3261 §8'],
    limits: '',
    count: 1,
    fingerprint: id.toString(16).padStart(16, '0'),
  };
}

/** `count` calls with six messages each, a seventh of them busy, a seventh failed, a seventh dropped. */
export function manyCalls(count: number): Report {
  const findings: ReportFinding[] = [];
  const calls: ReportCall[] = [];
  const outcomes: Partial<Record<Outcome, number>> = {};
  for (let id = 0; id < count; id++) {
    const kind = kinds[(id * 5) % kinds.length];
    const [outcome, , , rule] = kind;
    if (rule !== '') findings.push(findingOf(id, rule));
    calls.push(callOf(id, rule === '' ? [] : [findings.length - 1], kind));
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    schema: 'sipsleuth/report@1',
    language: 'en',
    inputs: [
      {
        path: 'day.pcap',
        kind: 'capture',
        format: 'pcap',
        links: ['Ethernet'],
        bytes: count * 4_000,
        frames: count * 6,
        sipMessages: count * 6,
        duplicates: 0,
        start: at(0),
        end: at(count * 700),
        complete: true,
        notDecoded: [],
      },
    ],
    summary: {
      messages: count * 6,
      calls: count,
      registrations: 0,
      subscriptions: 0,
      transactions: 0,
      findings: { error: errors, warning: findings.length - errors, info: 0 },
      accepted: 0,
      undetermined: 0,
      metrics: {
        outcomes,
        answerSeizureRatio: (100 * (outcomes.answered ?? 0)) / count,
        sessions: new SessionTally().figures(),
        registrations: new RegistrationTally().figures(),
        media: { streams: 0, packets: 0, loss: null, jitter: null, mos: null, unclaimed: 0, omitted: 0 },
        peers: [],
        postDialDelay: { n: count, median: 1_250, p95: 1_650, max: 1_699 },
      },
      omitted: { calls: 0, registrations: 0, subscriptions: 0, transactions: 0, findings: 0, undetermined: 0 },
    },
    calls,
    registrations: [],
    subscriptions: [],
    transactions: [],
    streams: [],
    findings,
    undetermined: [],
    rules: Object.fromEntries(
      ['call-dropped-32s', 'server-overload-503'].map((rule) => [
        rule,
        {
          severity: findingOf(0, rule).severity,
          title: `Title of ${rule}`,
          findings: findings.filter((finding) => finding.rule === rule).length,
        },
      ]),
    ),
  };
}
