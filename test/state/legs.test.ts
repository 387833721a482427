/** Legs of one call under different Call-IDs: what joins them, what must not, and whose findings are whose. */
import { describe, expect, it } from 'vitest';
import { type AnalysisOptions, createAnalysis } from '../../src/analyze.ts';
import type { Report } from '../../src/report.ts';

const PHONE = '192.0.2.1';
const PBX = '192.0.2.5';
const GATEWAY = '192.0.2.9';
const OTHER = '192.0.2.8';

interface Leg {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Seconds. */
  readonly at: number;
  readonly caller?: string;
  readonly called?: string;
  readonly headers?: readonly string[];
  /** Status and seconds after the INVITE. */
  readonly responses?: readonly (readonly [status: number, after: number, ...headers: string[]])[];
  readonly sdp?: string;
  /** Seconds after the INVITE at which it is sent again. */
  readonly copies?: readonly number[];
}

interface Message {
  readonly at: number;
  readonly text: string;
}

/** The messages of a leg: INVITE, its responses, ACK; answered ones are released after a second. */
function messagesOf({
  id,
  from,
  to,
  at,
  caller = 'alice',
  called = '12025550142',
  headers = [],
  responses = [],
  sdp,
  copies = [],
}: Leg): Message[] {
  const identity = (cseq: string, tag = '') => [
    `From: <sip:${caller}@example.com>;tag=${id}f`,
    `To: <sip:${called}@example.com>${tag}`,
    `Call-ID: ${id}`,
    `CSeq: ${cseq}`,
  ];
  const send = (time: number, a: string, b: string, lines: readonly string[], body = ''): Message => ({
    at: time,
    text: [
      `@ ${new Date(1_700_000_000_000 + time * 1000).toISOString()} udp ${a}:5060 > ${b}:5060`,
      ...lines,
      'Content-Length: auto',
      '',
      body,
    ].join('\n'),
  });
  const via = (branch: string) => `Via: SIP/2.0/UDP ${from}:5060;branch=z9hG4bK${id}${branch}`;
  const contact = `Contact: <sip:x@${from}:5060>`;
  const type = sdp === undefined ? [] : ['Content-Type: application/sdp'];
  const all = [
    send(
      at,
      from,
      to,
      [
        `INVITE sip:${called}@${to} SIP/2.0`,
        via('i'),
        'Max-Forwards: 70',
        ...identity('1 INVITE'),
        contact,
        ...headers,
        ...type,
      ],
      sdp,
    ),
  ];
  const [invite] = all;
  for (const after of copies) {
    const time = new Date(1_700_000_000_000 + (at + after) * 1000).toISOString();
    all.push({ at: at + after, text: invite.text.replace(/^@ \S+/, `@ ${time}`) });
  }
  for (const [status, after, ...more] of responses) {
    const tag = status === 100 ? '' : `;tag=${id}t`;
    all.push(
      send(at + after, to, from, [
        `SIP/2.0 ${status} Phrase`,
        via('i'),
        ...identity('1 INVITE', tag),
        `Contact: <sip:y@${to}:5060>`,
        ...more,
      ]),
    );
    if (status < 200) continue;
    const branch = status < 300 ? 'a' : 'i';
    all.push(
      send(at + after + 0.01, from, to, [
        `ACK sip:y@${to}:5060 SIP/2.0`,
        via(branch),
        'Max-Forwards: 70',
        ...identity('1 ACK', tag),
      ]),
    );
    if (status >= 300) continue;
    all.push(
      send(at + after + 1, from, to, [
        `BYE sip:y@${to}:5060 SIP/2.0`,
        via('b'),
        'Max-Forwards: 70',
        ...identity('2 BYE', tag),
      ]),
    );
    all.push(send(at + after + 1.01, to, from, ['SIP/2.0 200 OK', via('b'), ...identity('2 BYE', tag)]));
  }
  return all;
}

function analyzed(legs: readonly Leg[], options: AnalysisOptions = {}): Report {
  const messages = legs.flatMap(messagesOf).sort((a, b) => a.at - b.at);
  const analysis = createAnalysis(options);
  const sink = analysis.input('trace');
  sink.write(new TextEncoder().encode(`${messages.map(({ text }) => text).join('\n')}\n`));
  sink.end();
  return analysis.report();
}

/** `earlier>later relation score`, each join once. */
function joinsOf(report: Report): string[] {
  return report.calls.flatMap(({ id, callIds, legs }) =>
    legs
      .filter(({ direction }) => direction === 'onward')
      .map(({ call, relation, score }) => {
        // Both sides know of it.
        expect(report.calls[call].legs.some((back) => back.direction === 'back' && back.call === id)).toBe(true);
        return `${callIds[0]}>${report.calls[call].callIds[0]} ${relation} ${score}`;
      }),
  );
}

const answered = [
  [100, 0.01],
  [180, 0.5],
  [200, 2],
] as const;
/** The same, seen from the leg before: a little later. */
const relayed = [
  [100, 0.01],
  [180, 0.53],
  [200, 2.03],
] as const;

describe('legs are joined', () => {
  it('by users, host and time, where progress and release pass through', () => {
    const report = analyzed([
      { id: 'a', from: PHONE, to: PBX, at: 0, responses: relayed },
      { id: 'b', from: PBX, to: GATEWAY, at: 0.02, responses: answered },
    ]);
    // Users 3, host and time 2, progress 2, release 2.
    expect(joinsOf(report)).toEqual(['a>b b2bua 9']);
    expect(report.calls[0].parties.map(({ address, role }) => `${address} ${role}`)).toEqual([
      `${PHONE} caller`,
      `${PBX} b2bua`,
    ]);
    expect(report.calls[0].legs[0].text).toMatch(/^192\.0\.2\.5 carries this call on as call 2 \(.+; 9 points\)\.$/);
  });

  it.each([
    [
      'Session-ID (RFC 7989), whose halves change places',
      'Session-ID: ab30317f1a784dc48ff824d0d3715d86;remote=00000000000000000000000000000000',
      'Session-ID: 47755a9de7794ba387653f2099600ef2;remote=ab30317f1a784dc48ff824d0d3715d86',
    ],
    [
      'icid (RFC 7315)',
      'P-Charging-Vector: icid-value="1234bc9876e";icid-generated-at=192.0.2.5',
      'P-Charging-Vector: icid-value=1234bc9876e',
    ],
    [
      'a vendor header with the same value',
      'X-BroadWorks-Correlation-Info: 0f8f',
      'X-BroadWorks-Correlation-Info: 0f8f',
    ],
    ['a header that names the other Call-ID', 'Subject: x', 'X-CID: a'],
  ])('by %s, whatever the numbers become', (_, first, second) => {
    const report = analyzed([
      {
        id: 'a',
        from: PHONE,
        to: PBX,
        at: 0,
        called: '200',
        headers: [first],
        responses: [
          [100, 0.01],
          [486, 3],
        ],
      },
      {
        id: 'b',
        from: PBX,
        to: GATEWAY,
        at: 2,
        caller: 'trunk',
        headers: [second],
        responses: [
          [100, 0.01],
          [486, 0.5],
        ],
      },
    ]);
    expect(joinsOf(report).map((join) => join.slice(0, 9))).toEqual(['a>b b2bua']);
  });

  it('by a header that the user names', () => {
    const legs: Leg[] = [
      { id: 'a', from: PHONE, to: PBX, at: 0, called: '200', headers: ['X-Our-Id: 7'], responses: [[486, 4]] },
      { id: 'b', from: PBX, to: GATEWAY, at: 3.5, headers: ['X-Our-Id: 7'], responses: [[404, 0.1]] },
    ];
    expect(joinsOf(analyzed(legs))).toEqual([]);
    expect(joinsOf(analyzed(legs, { correlation: ['X-Our-Id'] }))).toEqual(['a>b b2bua 5']);
  });

  it('by the suffix that a B2BUA hangs onto the Call-ID', () => {
    const report = analyzed([
      { id: 'a', from: PHONE, to: PBX, at: 0, called: '200', responses: [[486, 4]] },
      { id: 'a_b2b-1', from: PBX, to: GATEWAY, at: 3.5, responses: [[404, 0.1]] },
    ]);
    expect(joinsOf(report)).toEqual(['a>a_b2b-1 b2bua 5']);
  });

  it('when a redirection is followed under a new Call-ID, and then it was followed', () => {
    const redirected: Leg = {
      id: 'a',
      from: PHONE,
      to: PBX,
      at: 0,
      responses: [
        [100, 0.01],
        [302, 0.5, 'Contact: <sip:12025550199@192.0.2.8>'],
      ],
    };
    const silence: Leg = { id: 'z', from: OTHER, to: GATEWAY, at: 60, called: 'zoe', responses: answered };
    const followed: Leg = { id: 'b', from: PHONE, to: OTHER, at: 1, called: '12025550199', responses: answered };
    expect(joinsOf(analyzed([redirected, followed, silence]))).toEqual(['a>b redirection 5']);
    expect(analyzed([redirected, followed, silence]).findings.map(({ rule }) => rule)).not.toContain(
      'redirect-not-followed',
    );
  });

  it('when a challenge is answered under a new Call-ID', () => {
    const challenge = 'Proxy-Authenticate: Digest realm="example.com", nonce="1"';
    const report = analyzed([
      { id: 'a', from: PHONE, to: PBX, at: 0, responses: [[407, 0.1, challenge]] },
      {
        id: 'b',
        from: PHONE,
        to: PBX,
        at: 1,
        headers: [
          'Proxy-Authorization: Digest username="alice", realm="example.com", nonce="1", uri="sip:x", response="0"',
        ],
        responses: answered,
      },
    ]);
    expect(joinsOf(report)).toEqual(['a>b authentication 5']);
  });

  it('when a call replaces another (RFC 3891)', () => {
    const report = analyzed([
      { id: 'a', from: PHONE, to: GATEWAY, at: 0, responses: answered },
      {
        id: 'b',
        from: OTHER,
        to: PHONE,
        at: 1.5,
        called: 'alice',
        caller: 'carol',
        headers: ['Replaces: a;to-tag=af;from-tag=at', 'Referred-By: <sip:bob@example.com>'],
        responses: answered,
      },
    ]);
    expect(joinsOf(report)).toEqual(['a>b replacement 7']);
  });
});

describe('legs are not joined', () => {
  it('where a dialler calls one number again and again', () => {
    const legs = [0, 0.3, 0.6, 0.9].map(
      (at, i): Leg => ({ id: `a${i}`, from: PHONE, to: PBX, at, responses: relayed }),
    );
    const next = [0.02, 0.32, 0.62, 0.92].map(
      (at, i): Leg => ({ id: `b${i}`, from: PBX, to: GATEWAY, at, responses: answered }),
    );
    // The first of each has one candidate; the others could belong to any before them.
    expect(joinsOf(analyzed([...legs, ...next])).length).toBeLessThanOrEqual(1);
  });

  it('by numbers alone, or by time alone', () => {
    const first: Leg = { id: 'a', from: PHONE, to: PBX, at: 0, responses: relayed };
    expect(joinsOf(analyzed([first, { id: 'b', from: PBX, to: GATEWAY, at: 9, responses: answered }]))).toEqual([]);
    expect(
      joinsOf(
        analyzed([first, { id: 'b', from: PBX, to: GATEWAY, at: 0.02, called: '12025550177', responses: [[404, 5]] }]),
      ),
    ).toEqual([]);
    expect(joinsOf(analyzed([first, { id: 'b', from: OTHER, to: GATEWAY, at: 0.02, responses: [[404, 5]] }]))).toEqual(
      [],
    );
  });

  it('by a value that is a constant', () => {
    const legs = Array.from(
      { length: 20 },
      (_, i): Leg => ({
        id: `c${i}`,
        from: i % 2 === 0 ? PHONE : OTHER,
        to: PBX,
        called: `20255501${10 + i}`,
        at: i * 10,
        headers: ['X-CID: always'],
        responses: answered,
      }),
    );
    expect(joinsOf(analyzed(legs))).toEqual([]);
  });

  it('by a nil Session-ID', () => {
    const headers = ['Session-ID: 00000000000000000000000000000000'];
    expect(
      joinsOf(
        analyzed([
          { id: 'a', from: PHONE, to: PBX, at: 0, called: '200', headers, responses: [[486, 4]] },
          { id: 'b', from: PBX, to: GATEWAY, at: 3.5, headers, responses: [[404, 0.1]] },
        ]),
      ),
    ).toEqual([]);
  });
});

describe('trouble of one leg', () => {
  const legs: readonly Leg[] = [
    { id: 'a', from: PHONE, to: PBX, at: 0, responses: [[100, 0.01]] },
    // Timer A, and nothing comes back.
    { id: 'b', from: PBX, to: GATEWAY, at: 0.02, copies: [0.5, 1.5, 3.5, 7.5, 15.5, 31.5] },
    { id: 'z', from: OTHER, to: GATEWAY, at: 120, called: 'zoe', responses: answered },
  ];

  it('explains what the leg before shows of it', () => {
    const report = analyzed(legs);
    expect(joinsOf(report)).toEqual(['a>b b2bua 5']);
    const told = report.calls.slice(0, 2).map(({ findings }) => findings.map((index) => report.findings[index]));
    const [[stalled], [silent]] = told.map((own) => own.filter(({ severity }) => severity !== 'info'));
    expect([stalled.rule, silent.rule]).toEqual(['invite-stalled-after-trying', 'invite-no-response']);
    expect(silent.absorbedBy).toBeUndefined();
    expect(report.findings[stalled.absorbedBy ?? -1]).toBe(silent);
    expect(report.calls[0].verdict.args.rootCause).toBe('invite-no-response');
    const roots = [stalled, silent].filter(({ absorbedBy }) => absorbedBy === undefined);
    expect(roots).toEqual([silent]);
  });
});
