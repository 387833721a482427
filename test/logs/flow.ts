/** One abstract call flow, seen from a PBX: what every renderer renders and every expectation comes from. */

export interface FlowMessage {
  /** Microseconds since 1970. */
  readonly time: number;
  readonly transport: 'udp' | 'tcp';
  /** As in `Endpoint.name`. */
  readonly source: string;
  readonly destination: string;
  /** Seen from the PBX. */
  readonly direction: 'in' | 'out';
  /** On the wire, one character a byte. */
  readonly text: string;
}

export const PBX = '192.0.2.5:5060';
export const PBX6 = '[2001:db8::5]:5060';
export const ALICE = '198.51.100.7:5060';
export const BOB = '203.0.113.9:5060';
export const CAROL = '[2001:db8::7]:5060';

const START = Date.UTC(2026, 0, 5, 10, 15, 30) * 1000 + 123_456;
const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

function sdp(address: string, port: number): string {
  return [
    'v=0',
    `o=- 4711 1 IN IP4 ${address}`,
    's=-',
    `c=IN IP4 ${address}`,
    't=0 0',
    `m=audio ${port} RTP/AVP 8 101`,
    'a=rtpmap:8 PCMA/8000',
    'a=rtpmap:101 telephone-event/8000',
    'a=ptime:20',
    '',
  ].join('\r\n');
}

// Bare line feeds, as most XML has them on the wire.
const PRESENCE = `${[
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<presence xmlns="urn:ietf:params:xml:ns:pidf" entity="sip:carol@example.com">',
  '  <tuple id="a1">',
  '    <status><basic>open</basic></status>',
  '',
  '    <note>Zoë is here</note>',
  '  </tuple>',
  '</presence>',
].join('\n')}\n`;

function message(lines: readonly string[], type = '', body = ''): string {
  const bytes = utf8(body);
  const head = [...lines.map(utf8), ...(type ? [`Content-Type: ${type}`] : []), `Content-Length: ${bytes.length}`];
  return `${head.join('\r\n')}\r\n\r\n${bytes}`;
}

interface Leg {
  readonly via: string;
  readonly from: string;
  readonly to: string;
  readonly callId: string;
}

const aliceFrom = '"Alice Müller" <sip:alice@example.com>;tag=a1';

const register: Leg = {
  via: 'SIP/2.0/UDP 198.51.100.7:5060;rport;branch=z9hG4bKreg',
  from: '"Alice Müller" <sip:alice@example.com>;tag=r1',
  to: '<sip:alice@example.com>',
  callId: 'reg-1@198.51.100.7',
};
const first: Leg = {
  via: 'SIP/2.0/UDP 198.51.100.7:5060;rport;branch=z9hG4bKa',
  from: aliceFrom,
  to: '<sip:bob@example.com>',
  callId: 'leg-a@198.51.100.7',
};
const second: Leg = {
  via: 'SIP/2.0/TCP 192.0.2.5:5060;branch=z9hG4bKb',
  from: '<sip:alice@example.com>;tag=b1',
  to: '<sip:bob@203.0.113.9>',
  callId: 'leg-b@192.0.2.5',
};
const presence: Leg = {
  via: 'SIP/2.0/UDP [2001:db8::7]:5060;branch=z9hG4bKc1',
  from: '<sip:carol@example.com>;tag=c1',
  to: '<sip:carol@example.com>',
  callId: 'presence@2001-db8--7',
};

function request(
  leg: Leg,
  method: string,
  uri: string,
  cseq: number,
  extra: readonly string[] = [],
  suffix = '',
): string[] {
  return [
    `${method} ${uri} SIP/2.0`,
    `Via: ${leg.via}${suffix}`,
    'Max-Forwards: 70',
    `From: ${leg.from}`,
    `To: ${leg.to}`,
    `Call-ID: ${leg.callId}`,
    `CSeq: ${cseq} ${method}`,
    ...extra,
  ];
}

function response(leg: Leg, status: string, cseq: string, extra: readonly string[] = [], suffix = ''): string[] {
  return [
    `SIP/2.0 ${status}`,
    `Via: ${leg.via}${suffix}`,
    `From: ${leg.from}`,
    `To: ${leg.to};tag=t1`,
    `Call-ID: ${leg.callId}`,
    `CSeq: ${cseq}`,
    ...extra,
  ];
}

/** The PBX is in the middle of a call, a registration, a publication and a transfer. */
export function flow(): FlowMessage[] {
  const messages: FlowMessage[] = [];
  let time = START;
  const add = (step: number, transport: 'udp' | 'tcp', source: string, destination: string, text: string): void => {
    time += step;
    const direction = source === PBX || source === PBX6 ? 'out' : 'in';
    messages.push({ time, transport, source, destination, direction, text });
  };
  const contactAlice = ['Contact: <sip:alice@198.51.100.7:5060>'];
  const contactPbx = ['Contact: <sip:pbx@192.0.2.5:5060>'];
  const challenge = ['WWW-Authenticate: Digest realm="example.com",', '\tnonce="8a3f", algorithm=MD5, qop="auth"'];
  const credentials = [
    'Authorization: Digest username="alice", realm="example.com", nonce="8a3f",',
    ' uri="sip:192.0.2.5", response="00000000000000000000000000000000"',
  ];

  add(0, 'udp', ALICE, PBX, message(request(register, 'REGISTER', 'sip:192.0.2.5', 1, contactAlice)));
  add(900, 'udp', PBX, ALICE, message(response(register, '401 Unauthorized', '1 REGISTER', challenge)));
  add(
    31_000,
    'udp',
    ALICE,
    PBX,
    message(request(register, 'REGISTER', 'sip:192.0.2.5', 2, [...contactAlice, ...credentials], '2')),
  );
  const date = ['Date: Mon, 05 Jan 2026 10:15:30 GMT'];
  add(1_100, 'udp', PBX, ALICE, message(response(register, '200 OK', '2 REGISTER', [...contactAlice, ...date], '2')));

  const subject = ['Subject: lunch,', '  then a walk'];
  const offer = message(
    request(first, 'INVITE', 'sip:bob@192.0.2.5:5060', 1, [...contactAlice, ...subject]),
    'application/sdp',
    sdp('198.51.100.7', 40_000),
  );
  add(2_000_000, 'udp', ALICE, PBX, offer);
  add(700, 'udp', PBX, ALICE, message(response(first, '100 Trying', '1 INVITE')));
  const onward = request(second, 'INVITE', 'sip:bob@203.0.113.9:5060;transport=tcp', 1, contactPbx);
  add(4_300, 'tcp', PBX, BOB, message(onward, 'application/sdp', sdp('192.0.2.5', 12_000)));
  add(180_000, 'tcp', BOB, PBX, message(response(second, '180 Ringing', '1 INVITE')));
  add(800, 'udp', PBX, ALICE, message(response(first, '180 Ringing', '1 INVITE', contactPbx)));
  const contactBob = ['Contact: <sip:bob@203.0.113.9:5060;transport=tcp>'];
  add(
    3_400_000,
    'tcp',
    BOB,
    PBX,
    message(response(second, '200 OK', '1 INVITE', contactBob), 'application/sdp', sdp('203.0.113.9', 30_000)),
  );
  add(600, 'tcp', PBX, BOB, message(request(second, 'ACK', 'sip:bob@203.0.113.9:5060;transport=tcp', 1, [], 'ack')));
  add(
    400,
    'udp',
    PBX,
    ALICE,
    message(response(first, '200 OK', '1 INVITE', contactPbx), 'application/sdp', sdp('192.0.2.5', 12_002)),
  );
  add(28_000, 'udp', ALICE, PBX, message(request(first, 'ACK', 'sip:pbx@192.0.2.5:5060', 1, [], 'ack')));

  add(
    900_000,
    'udp',
    CAROL,
    PBX6,
    message(
      request(presence, 'PUBLISH', 'sip:carol@[2001:db8::5]:5060', 7, ['Event: presence']),
      'application/pidf+xml',
      PRESENCE,
    ),
  );
  add(1_200, 'udp', PBX6, CAROL, message(response(presence, '200 OK', '7 PUBLISH', ['SIP-ETag: e1'])));

  const refer = request(
    first,
    'REFER',
    'sip:pbx@192.0.2.5:5060',
    2,
    ['Refer-To: <sip:carol@example.com>', ...contactAlice],
    'refer',
  );
  add(5_000_000, 'udp', ALICE, PBX, message(refer));
  add(1_000, 'udp', PBX, ALICE, message(response(first, '202 Accepted', '2 REFER', contactPbx, 'refer')));
  const back: Leg = {
    ...first,
    via: 'SIP/2.0/UDP 192.0.2.5:5060;branch=z9hG4bKnotify',
    from: first.to,
    to: first.from,
  };
  const notify = request(back, 'NOTIFY', 'sip:alice@198.51.100.7:5060', 1, [
    'Event: refer',
    'Subscription-State: active',
    ...contactPbx,
  ]);
  add(2_500, 'udp', PBX, ALICE, message(notify, 'message/sipfrag;version=2.0', 'SIP/2.0 100 Trying\r\n'));
  add(27_000, 'udp', ALICE, PBX, message(response(back, '200 OK', '1 NOTIFY')));

  add(9_000_000, 'udp', ALICE, PBX, message(request(first, 'BYE', 'sip:pbx@192.0.2.5:5060', 3, [], 'bye')));
  add(1_000, 'udp', PBX, ALICE, message(response(first, '200 OK', '3 BYE', [], 'bye')));
  add(500, 'tcp', PBX, BOB, message(request(second, 'BYE', 'sip:bob@203.0.113.9:5060;transport=tcp', 2, [], 'bye')));
  add(90_000, 'tcp', BOB, PBX, message(response(second, '200 OK', '2 BYE', [], 'bye')));
  return messages;
}

export function startLineOf(message: FlowMessage): string {
  return message.text.slice(0, message.text.indexOf('\r\n'));
}

export function callIdOf(message: FlowMessage): string {
  return /\r\nCall-ID: (.*)\r\n/.exec(message.text)?.[1] ?? '';
}
