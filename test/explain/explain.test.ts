/** What is concluded of a call: who is who, what came when, and which finding its verdict names. */
import { describe, expect, it } from 'vitest';
import { productKind, shortProduct } from '../../src/catalogue/products.ts';
import { tellsTheSame } from '../../src/explain/cause.ts';
import { compareStatuses } from '../../src/explain/compare.ts';
import type { VerdictKey } from '../../src/explain/verdict.ts';
import { analyze } from '../../src/index.ts';
import { verdicts } from '../../src/locales/en/verdicts.ts';
import type { ReportCall } from '../../src/report.ts';
import { rules } from '../../src/rules/index.ts';
import { elapsed } from '../../src/state/elapsed.ts';

interface Answer {
  /** ms after the message before. */
  readonly after: number;
  /** `486 Busy Here`. */
  readonly status: string;
  readonly fields?: readonly string[];
}

const START = Date.parse('2026-01-05T10:15:30.000Z');
const CALLER = '192.0.2.1:5060';
const SERVER = '192.0.2.2:5060';

function headers(method: string, toTag: string, fields: readonly string[]): string {
  return [
    'Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1',
    'From: <sip:alice@example.com>;tag=a',
    `To: <sip:bob@example.com>${toTag}`,
    'Call-ID: 1',
    `CSeq: 1 ${method}`,
    'Max-Forwards: 70',
    ...fields,
  ].join('\r\n');
}

/** An INVITE and what comes back, as trace text with the times that it is given. */
async function callOf(answers: readonly Answer[]): Promise<ReportCall> {
  let time = START;
  const at = (after: number, from: string, to: string) => {
    time += after;
    return `@ ${new Date(time).toISOString().replace('Z', '000Z')} udp ${from} > ${to}`;
  };
  const lines = [
    at(0, CALLER, SERVER),
    `INVITE sip:bob@example.com SIP/2.0\r\n${headers('INVITE', '', ['Contact: <sip:alice@192.0.2.1>'])}\r\n\r\n`,
  ];
  for (const { after, status, fields = [] } of answers) {
    const tag = status.startsWith('100') ? '' : ';tag=b';
    lines.push(at(after, SERVER, CALLER), `SIP/2.0 ${status}\r\n${headers('INVITE', tag, fields)}\r\n\r\n`);
  }
  const report = await analyze(new TextEncoder().encode(lines.join('\n')), { messages: 'all' });
  expect(report.calls).toHaveLength(1);
  return report.calls[0];
}

const roleOfServer = (call: ReportCall) => call.parties.find(({ address }) => address === '192.0.2.2')?.role;

describe('the far host is', () => {
  it.each([
    ['the callee when it rings', [{ after: 10, status: '180 Ringing' }], 'callee'],
    ['the callee when it is busy', [{ after: 10, status: '486 Busy Here' }], 'callee'],
    [
      'the callee when it calls itself a phone',
      [{ after: 10, status: '302 Moved', fields: ['Server: snomD785/10.1'] }],
      'callee',
    ],
    ['a server when it only took the call', [{ after: 10, status: '100 Trying' }], 'server'],
    ['a server when it declines without ringing', [{ after: 10, status: '603 Decline' }], 'server'],
    ['a server when it is a registrar or asks itself', [{ after: 10, status: '401 Unauthorized' }], 'server'],
    [
      'a server when Kamailio knows nobody',
      [{ after: 2, status: '404 Not Found', fields: ['Server: kamailio (5.6.3 (x86_64/linux))'] }],
      'server',
    ],
    [
      'a server when Asterisk rings',
      [{ after: 2, status: '180 Ringing', fields: ['Server: Asterisk PBX 20.5'] }],
      'server',
    ],
    [
      'a proxy when it asks for credentials as one',
      [{ after: 2, status: '407 Proxy Authentication Required' }],
      'proxy',
    ],
    [
      'a proxy when Kamailio does so',
      [{ after: 2, status: '407 Auth', fields: ['Server: kamailio (5.6.3 (x86_64/linux))'] }],
      'proxy',
    ],
    [
      'a gateway when it says so',
      [{ after: 2, status: '183 Session Progress', fields: ['Server: Cisco-SIPGateway/IOS-15'] }],
      'gateway',
    ],
  ] as const)('%s', async (_, answers, role) => {
    expect(roleOfServer(await callOf(answers))).toBe(role);
  });
});

describe('a step', () => {
  it('names a host with its product once', async () => {
    const server = ['Server: kamailio (5.6.3 (x86_64/linux))'];
    const { steps } = await callOf([
      { after: 1, status: '100 trying -- your call is important to us', fields: server },
      { after: 40, status: '480 Temporarily Unavailable', fields: server },
    ]);
    expect(steps.map(({ text }) => text)).toEqual(['From the server 192.0.2.2 (kamailio 5.6.3).', 'From the server.']);
  });

  it('gives a phrase of the sender, and a cause whose text says the same only once', async () => {
    const { steps, verdict } = await callOf([
      { after: 400, status: '603 Network Blocked', fields: ['Reason: Q.850;cause=21;text="CALL_REJECTED"'] },
    ]);
    expect(steps[0].text).toBe(
      'From the server 192.0.2.2. It says "Network Blocked". Reason given: Q.850 cause 21 (CALL_REJECTED).',
    );
    expect(verdict.args.causeNamed).toBe(true);
    expect(verdict.text).not.toContain('which means');
  });

  it('says what a cause means where its sender does not', async () => {
    const { verdict } = await callOf([{ after: 400, status: '503 Oops', fields: ['Reason: Q.850;cause=34'] }]);
    expect(verdict.text).toContain('Q.850 cause 34: no circuit or channel is free for the call.');
  });
});

describe('who decided is told', () => {
  const verdictOf = async (answers: readonly Answer[]) => (await callOf(answers)).verdict.text;
  const ringing: Answer = { after: 100, status: '180 Ringing' };

  it.each([
    [
      'a person after some ringing',
      [ringing, { after: 2_500, status: '603 Decline' }],
      'Somebody pressed reject, or an app did.',
    ],
    ['a setting after very little', [ringing, { after: 200, status: '486 Busy Here' }], 'an app or a setting decided'],
    ['a rule without any', [{ after: 40, status: '603 Decline' }], 'a rule or a setting decided, not a person'],
    ['a dead hop by its timer', [{ after: 30_100, status: '408 Request Timeout' }], 'a next hop that does not answer'],
  ] as const)('%s', async (_, answers, text) => {
    expect(await verdictOf(answers)).toContain(text);
  });

  it.each([
    ['of a busy phone', [{ after: 40, status: '486 Busy Here' }]],
    ['of a number that does not exist', [{ after: 2, status: '404 Not Found' }]],
    ['of a phone that rang for a minute', [ringing, { after: 60_000, status: '486 Busy Here' }]],
  ] as const)('never %s', async (_, answers) => {
    expect(await verdictOf(answers)).not.toMatch(/decided|pressed|timer/);
  });
});

describe('a clock that jumps', () => {
  it.each([-3_600_000, -50])('by %d ms makes no duration', async (after) => {
    const { verdict, steps } = await callOf([
      { after: 10, status: '180 Ringing' },
      { after, status: '486 Busy Here' },
    ]);
    const texts = [verdict.text, ...steps.map(({ text }) => text)].join(' ');
    expect(texts).not.toMatch(/-\d|NaN|undefined|\bafter\b|\d (ms|s|min|h)\b/);
  });

  it('is told from one that runs', () => {
    expect(elapsed(0, 1_500)).toBe(1.5);
    expect(elapsed(1, 0)).toBeUndefined();
    expect(elapsed(0, 8 * 24 * 3_600e6)).toBeUndefined();
  });

  it('and one too coarse tells nothing', () => {
    const log = { dialect: 'raw', resolution: 1e6, endpointsInferred: true, exactBytes: false };
    expect(elapsed(0, 0, log)).toBeUndefined();
    expect(elapsed(0, 2e6, log)).toBe(2_000);
    expect(elapsed(0, 2e6, { ...log, resolution: Number.POSITIVE_INFINITY })).toBeUndefined();
  });
});

describe('products', () => {
  it.each([
    ['kamailio (5.6.3 (x86_64/linux))', 'kamailio 5.6.3', 'proxy'],
    ['OpenSIPS (3.4.2 (x86_64/linux))', 'OpenSIPS 3.4.2', 'proxy'],
    ['Asterisk PBX 18.10.0', 'Asterisk PBX 18.10.0', 'server'],
    ['FreeSWITCH-mod_sofia/1.10.7-release', 'FreeSWITCH-mod_sofia/1.10.7-release', 'server'],
    ['3CXPhoneSystem 20.0', '3CXPhoneSystem 20.0', 'server'],
    ['3CXPhone 6.0.26523.0', '3CXPhone 6.0.26523.0', 'phone'],
    ['Yealink SIP-T46S 66.84.0.10', 'Yealink SIP-T46S 66.84.0.10', 'phone'],
    ['Zoiper rv2.10 (Linux)', 'Zoiper rv2.10 Linux', 'phone'],
    ['Cisco-SIPGateway/IOS-15.4', 'Cisco-SIPGateway/IOS-15.4', 'gateway'],
    ['a (cut ((text', 'a cut', undefined],
    ['', '', undefined],
  ])('%j', (product, short, kind) => {
    expect(shortProduct(product)).toBe(short);
    expect(productKind(product)).toBe(kind);
  });
});

describe('a verdict and a finding that say the same', () => {
  it('are of rules that exist', () => {
    const pairs = (Object.keys(verdicts) as VerdictKey[]).flatMap((key) =>
      rules.filter(({ id }) => tellsTheSame(key, id)).map(({ id }) => `${key} ${id}`),
    );
    expect(pairs.sort()).toEqual([
      'busy-here emergency-call-problem',
      'forbidden auth-credentials-rejected',
      'forbidden call-forbidden',
      'forbidden emergency-call-problem',
      'media-refused body-rejected',
      'media-refused emergency-call-problem',
      'no-response invite-no-response',
      'not-found destination-not-found',
      'not-found emergency-call-problem',
      'redirected emergency-call-problem',
      'redirected redirect-not-followed',
      'rejected emergency-call-problem',
      'rejected required-extension-unsupported',
      'server-failure emergency-call-problem',
      'server-failure release-cause-abnormal',
      'stalled invite-stalled-after-trying',
      'terminated request-terminated-487',
      'timeout emergency-call-problem',
      'timeout upstream-timeout-408-504',
      'unauthorized auth-challenge-unanswered',
      'unauthorized auth-credentials-rejected',
      'unavailable emergency-call-problem',
      'unfinished invite-no-final-response',
    ]);
  });
});

describe('two codes compared', () => {
  it('differ in what matters after a failure only when both are failures', () => {
    const fields = (a: number, b: number) => compareStatuses(a, b).map(({ field }) => field);
    expect(fields(183, 600)).toEqual(['finality', 'class', 'makers', 'forking']);
    expect(fields(486, 600)).toContain('forking');
    expect(fields(404, 480)).toContain('retry');
    expect(fields(401, 407)).toContain('header');
  });
});
