/** The exchanges of RFC 3264 §10 and the patterns of RFC 6337 §2.2, told with our own hosts. */
import { describe, expect, test } from 'vitest';
import type { Call } from '../../src/model.ts';
import { createEndpoints } from '../../src/net/endpoints.ts';
import { negotiationsOf } from '../../src/sdp/negotiations.ts';
import { createMessageParser } from '../../src/sip/parser.ts';
import { createTracker } from '../../src/state/tracker.ts';

/** `A>`: from the caller. `<B`: from the callee. */
interface Line {
  readonly from: 'A' | 'B';
  readonly start: string;
  readonly cseq: string;
  readonly body?: string;
  readonly headers?: readonly string[];
  readonly tag?: string;
  /** ms after the line before. */
  readonly after?: number;
}

const hosts = { A: '192.0.2.1', B: '192.0.2.7' };

function description(host: string, version: number, ...media: string[]): string {
  const head = ['v=0', `o=- 1 ${version} IN IP4 ${host}`, 's=-', `c=IN IP4 ${host}`, 't=0 0'];
  return `${[...head, ...media].join('\r\n')}\r\n`;
}
/** Something to judge, so that the glance does not pass it over. */
const audioA = (version = 1, ...more: string[]) =>
  description(hosts.A, version, 'm=audio 40000 RTP/AVP 0 97', 'a=rtpmap:97 iLBC/8000', ...more);
const audioB = (version = 1, ...more: string[]) =>
  description(hosts.B, version, 'm=audio 50000 RTP/AVP 97', 'a=rtpmap:97 iLBC/8000', ...more);

/** The caller's dialog has the tag a1; whoever sends a request has its own tag in From. */
function textOf({ from, start, cseq, body = '', headers = [], tag = 'b1' }: Line, index: number): string {
  const request = !start.startsWith('SIP/2.0');
  const byCaller = request === (from === 'A');
  const [number, method] = cseq.split(' ');
  const initial = method === 'INVITE' && number === '1' && byCaller;
  const [caller, callee] = ['<sip:alice@example.com>;tag=a1', '<sip:bob@example.com>'];
  const untagged = initial && (request || start.includes(' 100 '));
  const there = untagged ? callee : `${callee};tag=${tag}`;
  const branch = start.startsWith('ACK') ? `${cseq.replace(' ', '')}${index}` : cseq.replace(' ', '');
  return [
    start,
    `Via: SIP/2.0/UDP ${byCaller ? hosts.A : hosts.B}:5060;branch=z9hG4bK${branch}`,
    `From: ${byCaller ? caller : there}`,
    `To: ${byCaller ? there : caller}`,
    'Call-ID: c1@192.0.2.1',
    `CSeq: ${cseq}`,
    ...headers,
    ...(body === '' ? [] : ['Content-Type: application/sdp']),
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n');
}

function callOf(lines: readonly Line[]): Call {
  const parser = createMessageParser();
  const endpoints = createEndpoints();
  const calls: Call[] = [];
  const tracker = createTracker(
    { call: (call) => calls.push(call), exchange: () => {}, twin: () => {} },
    { count: () => {} },
  );
  let time = 1_767_608_130_000_000;
  for (const [index, line] of lines.entries()) {
    time += (line.after ?? 100) * 1000;
    const bytes = new TextEncoder().encode(textOf(line, index));
    const to = line.from === 'A' ? 'B' : 'A';
    const message = parser.parse(bytes, 0, bytes.length, {
      time,
      transport: 'udp',
      source: endpoints.named(hosts[line.from], 5060),
      destination: endpoints.named(hosts[to], 5060),
      origin: { input: 0, index: index + 1, position: 0, length: bytes.length },
      truncated: false,
      ipId: -1,
    });
    if (message === undefined) throw new Error(`no message: ${line.start}`);
    tracker.add(message);
  }
  tracker.end();
  return calls[0];
}

/** `A INVITE → 200 answered`: who offered in what, and what answered. */
function told(lines: readonly Line[]): string[] {
  return negotiationsOf(callOf(lines)).flatMap(({ negotiations }) =>
    negotiations.flatMap(({ calleeTag, exchanges, irregularities }) => [
      ...exchanges.map(({ offer, answer, byCaller, ending, previews }) => {
        const name = (message: { isRequest: boolean; method: string; status: number } | undefined) =>
          message === undefined ? '…' : message.isRequest ? message.method : `${message.status}`;
        const early = previews.length === 0 ? '' : ` (${previews.map(({ message }) => message.status).join(' ')})`;
        return `${calleeTag} ${byCaller ? 'A' : 'B'} ${name(offer.message)}${early} → ${name(answer?.message)} ${ending}`;
      }),
      ...irregularities.map(({ kind }) => `${calleeTag} ! ${kind}`),
    ]),
  );
}

const a = (start: string, cseq: string, body?: string, more: Partial<Line> = {}): Line => ({
  from: 'A',
  start: start.startsWith('SIP') ? start : `${start} sip:bob@192.0.2.7 SIP/2.0`,
  cseq,
  body,
  ...more,
});
const b = (start: string | number, cseq: string, body?: string, more: Partial<Line> = {}): Line => ({
  from: 'B',
  start: typeof start === 'number' ? `SIP/2.0 ${start} Words` : `${start} sip:alice@192.0.2.1 SIP/2.0`,
  cseq,
  body,
  ...more,
});
const reliable = (rseq: number, more: Partial<Line> = {}): Partial<Line> => ({
  headers: ['Require: 100rel', `RSeq: ${rseq}`],
  ...more,
});
const prack = (rseq: number): Partial<Line> => ({ headers: [`RAck: ${rseq} 1 INVITE`] });

describe('the patterns of RFC 6337 table 1', () => {
  test('1: INVITE and its 2xx', () => {
    expect(
      told([a('INVITE', '1 INVITE', audioA()), b(180, '1 INVITE'), b(200, '1 INVITE', audioB()), a('ACK', '1 ACK')]),
    ).toEqual(['b1 A INVITE → 200 answered']);
  });

  test('2: 2xx and ACK', () => {
    expect(told([a('INVITE', '1 INVITE'), b(200, '1 INVITE', audioB()), a('ACK', '1 ACK', audioA())])).toEqual([
      'b1 B 200 → ACK answered',
    ]);
  });

  test('3: INVITE and a reliable 1xx, after which the 2xx may stay silent', () => {
    expect(
      told([
        a('INVITE', '1 INVITE', audioA()),
        b(183, '1 INVITE', audioB(), reliable(9)),
        a('PRACK', '2 PRACK', undefined, prack(9)),
        b(200, '2 PRACK'),
        b(200, '1 INVITE'),
        a('ACK', '1 ACK'),
      ]),
    ).toEqual(['b1 A INVITE → 183 answered']);
  });

  test('4: a reliable 1xx and PRACK', () => {
    expect(
      told([
        a('INVITE', '1 INVITE'),
        b(183, '1 INVITE', audioB(), reliable(9)),
        a('PRACK', '2 PRACK', audioA(), prack(9)),
        b(200, '2 PRACK'),
        b(200, '1 INVITE'),
        a('ACK', '1 ACK'),
      ]),
    ).toEqual(['b1 B 183 → PRACK answered']);
  });

  test('5: PRACK and its 2xx', () => {
    expect(
      told([
        a('INVITE', '1 INVITE', audioA()),
        b(183, '1 INVITE', audioB(), reliable(9)),
        a('PRACK', '2 PRACK', audioA(2), prack(9)),
        b(200, '2 PRACK', audioB(2)),
        b(200, '1 INVITE'),
        a('ACK', '1 ACK'),
      ]),
    ).toEqual(['b1 A INVITE → 183 answered', 'b1 A PRACK → 200 answered']);
  });

  test('6: UPDATE and its 2xx, by either side', () => {
    expect(
      told([
        a('INVITE', '1 INVITE', audioA()),
        b(183, '1 INVITE', audioB(), reliable(9)),
        a('PRACK', '2 PRACK', undefined, prack(9)),
        b(200, '2 PRACK'),
        b('UPDATE', '7 UPDATE', audioB(2)),
        a('SIP/2.0 200 OK', '7 UPDATE', audioA(2)),
        b(200, '1 INVITE'),
        a('ACK', '1 ACK'),
      ]),
    ).toEqual(['b1 A INVITE → 183 answered', 'b1 B UPDATE → 200 answered']);
  });
});

describe('what RFC 3264 §10 tells', () => {
  test('a stream is added, and one is taken out by port 0', () => {
    const video = ['m=video 40010 RTP/AVP 31', 'a=rtpmap:31 H261/90000'];
    const call = callOf([
      a('INVITE', '1 INVITE', audioA()),
      b(200, '1 INVITE', audioB()),
      a('ACK', '1 ACK'),
      b('INVITE', '5 INVITE', audioB(2, ...video)),
      a('SIP/2.0 200 OK', '5 INVITE', audioA(2, 'm=video 0 RTP/AVP 31')),
      b('ACK', '5 ACK'),
    ]);
    const [{ exchanges, irregularities }] = negotiationsOf(call).flatMap((hop) => hop.negotiations);
    expect(exchanges.map(({ byCaller, ending }) => [byCaller, ending])).toEqual([
      [true, 'answered'],
      [false, 'answered'],
    ]);
    expect(exchanges[1].answer?.session.media.map(({ kind, rejected }) => [kind, rejected])).toEqual([
      ['audio', false],
      ['video', true],
    ]);
    expect(irregularities).toEqual([]);
  });

  test('one of several codecs is agreed by a second exchange', () => {
    const call = callOf([
      a('INVITE', '1 INVITE', description(hosts.A, 1, 'm=audio 40000 RTP/AVP 0 4 18')),
      b(200, '1 INVITE', description(hosts.B, 1, 'm=audio 50000 RTP/AVP 0 4')),
      a('ACK', '1 ACK'),
      a('INVITE', '2 INVITE', description(hosts.A, 2, 'm=audio 40000 RTP/AVP 4')),
      b(200, '2 INVITE', description(hosts.B, 2, 'm=audio 50000 RTP/AVP 4')),
      a('ACK', '2 ACK'),
    ]);
    const [{ exchanges }] = negotiationsOf(call).flatMap((hop) => hop.negotiations);
    expect(exchanges.map(({ answer }) => answer?.session.media[0].formats)).toEqual([['0', '4'], ['4']]);
  });
});

describe('offers that end otherwise', () => {
  test('refused, cancelled, open', () => {
    expect(told([a('INVITE', '1 INVITE', audioA()), b(488, '1 INVITE')])).toEqual(['b1 A INVITE → … rejected']);
    expect(told([a('INVITE', '1 INVITE', audioA()), b(180, '1 INVITE'), b(487, '1 INVITE')])).toEqual([
      'b1 A INVITE → … cancelled',
    ]);
    expect(told([a('INVITE', '1 INVITE', audioA())])).toEqual([' A INVITE → … open']);
  });

  test('two that cross on the way, both refused with 491', () => {
    expect(
      told([
        a('INVITE', '1 INVITE', audioA()),
        b(200, '1 INVITE', audioB()),
        a('ACK', '1 ACK'),
        a('INVITE', '2 INVITE', audioA(2), { after: 5_000 }),
        b('INVITE', '8 INVITE', audioB(2), { after: 2 }),
        b(491, '2 INVITE'),
        a('SIP/2.0 491 Request Pending', '8 INVITE'),
      ]),
    ).toEqual(['b1 A INVITE → 200 answered', 'b1 A INVITE → … rejected', 'b1 B INVITE → … rejected']);
  });
});

describe('early media', () => {
  test('SDP in an unreliable 183 is a foretaste, the 200 brings the answer', () => {
    expect(
      told([
        a('INVITE', '1 INVITE', audioA()),
        b(183, '1 INVITE', audioB()),
        b(200, '1 INVITE', audioB()),
        a('ACK', '1 ACK'),
      ]),
    ).toEqual(['b1 A INVITE (183) → 200 answered']);
  });

  test('each fork answers for itself', () => {
    expect(
      told([
        a('INVITE', '1 INVITE', audioA()),
        b(183, '1 INVITE', audioB(), { tag: 'b1' }),
        b(183, '1 INVITE', audioB(5), { tag: 'b2' }),
        b(200, '1 INVITE', audioB(5), { tag: 'b2' }),
        a('ACK', '1 ACK', undefined, { tag: 'b2' }),
      ]),
    ).toEqual(['b1 A INVITE (183) → … open', 'b2 A INVITE (183) → 200 answered']);
  });
});

describe('irregularities', () => {
  test.each([
    ['offer-missing', [a('INVITE', '1 INVITE'), b(200, '1 INVITE')]],
    ['answer-missing', [a('INVITE', '1 INVITE', audioA()), b(200, '1 INVITE')]],
    ['answer-missing', [a('INVITE', '1 INVITE'), b(200, '1 INVITE', audioB()), a('ACK', '1 ACK')]],
    [
      'answer-changed',
      [
        a('INVITE', '1 INVITE', audioA()),
        b(183, '1 INVITE', audioB().replace('50000', '50002')),
        b(200, '1 INVITE', audioB()),
      ],
    ],
    [
      'offer-while-pending',
      [
        a('INVITE', '1 INVITE', audioA()),
        b(180, '1 INVITE'),
        a('UPDATE', '2 UPDATE', audioA(2)),
        b(200, '2 UPDATE', audioB(2)),
        b(200, '1 INVITE', audioB()),
      ],
    ],
    ['answer-unasked', [a('INVITE', '1 INVITE', audioA()), b(200, '1 INVITE', audioB()), a('ACK', '1 ACK', audioA())]],
  ] as const)('%s', (kind, lines) => {
    expect(told(lines).filter((line) => line.includes('!'))).toEqual([`b1 ! ${kind}`]);
  });

  test('none where the capture has lost what came before', () => {
    const began = [a('PRACK', '2 PRACK', audioA(), prack(9)), b(200, '2 PRACK'), b(200, '1 INVITE'), a('ACK', '1 ACK')];
    expect(told(began)).toEqual([]);
    // The reliable 183 is missing: whether it brought the answer is not known.
    expect(told([a('INVITE', '1 INVITE', audioA()), ...began.slice(1)]).filter((line) => line.includes('!'))).toEqual(
      [],
    );
    expect(told([b(200, '1 INVITE', audioB()), a('ACK', '1 ACK')])).toEqual([]);
  });

  test('none of a retransmission', () => {
    const answer = b(200, '1 INVITE', audioB());
    expect(
      told([
        a('INVITE', '1 INVITE', audioA()),
        a('INVITE', '1 INVITE', audioA(), { after: 500 }),
        answer,
        answer,
        answer,
      ]),
    ).toEqual(['b1 A INVITE → 200 answered']);
  });
});

describe('a glance', () => {
  const plain = (host: string, port: number, formats = '8 101') =>
    description(
      host,
      1,
      `m=audio ${port} RTP/AVP ${formats}`,
      'a=rtpmap:8 PCMA/8000',
      'a=rtpmap:101 telephone-event/8000',
      'a=sendrecv',
    );
  const call = (answer: string) =>
    negotiationsOf(
      callOf([
        a('INVITE', '1 INVITE', plain(hosts.A, 40_000, '0 8 101')),
        b(200, '1 INVITE', answer),
        a('ACK', '1 ACK'),
      ]),
    );

  test('settles everyday calls', () => {
    expect(call(plain(hosts.B, 50_000))).toEqual([]);
  });

  test.each([
    ['port 0', plain(hosts.B, 0)],
    ['another codec', plain(hosts.B, 50_000, '18 101')],
    ['events dropped', plain(hosts.B, 50_000, '8')],
    ['another profile', plain(hosts.B, 50_000).replace('RTP/AVP', 'RTP/SAVP')],
    ['a direction', plain(hosts.B, 50_000).replace('sendrecv', 'recvonly')],
    ['two lines', `${plain(hosts.B, 50_000)}m=video 0 RTP/AVP 31\r\n`],
    ['no address', plain(hosts.B, 50_000).replace(/c=.*\r\n/, '')],
    ['address of a hold', plain(hosts.B, 50_000).replace(/c=.*/, 'c=IN IP4 0.0.0.0')],
    ['multiplexing', `${plain(hosts.B, 50_000)}a=rtcp-mux\r\n`],
  ])('leaves %s to be judged', (_, answer) => {
    expect(call(answer)).not.toEqual([]);
  });
});
