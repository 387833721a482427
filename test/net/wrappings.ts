/** One SIP message in every link type and tunnel, written byte by byte from what specifies them. */
import { be16, be32, bytes } from '../files/build.ts';
import { ALICE, ALICE6, BOB, BOB6, fragmentHeader, ip, ipv4, ipv6, udp, udpHeader } from './build.ts';

export const CALL_ID = '3848276298220188511@atlanta.example.com';

export function message(method = 'OPTIONS', transport = 'udp'): string {
  return [
    `${method} sip:bob@example.com SIP/2.0`,
    `Via: SIP/2.0/${transport.toUpperCase()} 192.0.2.1:5060;branch=z9hG4bK74bf9`,
    'Max-Forwards: 70',
    'From: <sip:alice@example.com>;tag=9fxced76sl',
    'To: <sip:bob@example.com>',
    `Call-ID: ${CALL_ID}`,
    `CSeq: 1 ${method}`,
    'Contact: <sip:alice@192.0.2.1>',
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n');
}

/** Hosts that speak of the tunnel, not of the call. */
export const HERE = '198.51.100.17';
export const THERE = '198.51.100.18';
export const HERE6 = '2001:db8:77::1';
export const THERE6 = '2001:db8:77::2';
export const MACS = [0xa1, 0xa2, 0xa3, 0xa4].map((last) => [0x02, 0x5e, 0x77, 0x66, 0x55, last]);
/** Stands wherever a header has room for text of anybody's. */
export const NOTE = 'branch-office-7';

export interface Wrapping {
  readonly name: string;
  readonly linkType: number;
  /** Frames that hold the message once. */
  readonly frames: readonly Uint8Array[];
  readonly transport: 'udp' | 'sctp';
  /** What tshark must be told to see it; false when it does not read this at all, with the reason beside it. */
  readonly tshark: readonly string[] | false;
}

const sip = udp(ALICE, BOB, message());
const sip6 = udp(ALICE6, BOB6, message());

const mac = (index: number) => MACS[index];
export const eth = (payload: Uint8Array, etherType = payload[0] >> 4 === 6 ? 0x86dd : 0x0800) =>
  bytes(mac(0), mac(1), be16(etherType), payload);

function wrapping(
  name: string,
  frames: Uint8Array | readonly Uint8Array[],
  { linkType = 1, transport = 'udp' as Wrapping['transport'], tshark = [] as Wrapping['tshark'] } = {},
): Wrapping {
  return { name, linkType, frames: frames instanceof Uint8Array ? [frames] : frames, transport, tshark };
}

// ── Links ────────────────────────────────────────────────────────────────────────────────────────────────────────

const llc = (packet: Uint8Array) =>
  bytes([0xaa, 0xaa, 3, 0, 0, 0], be16(packet[0] >> 4 === 6 ? 0x86dd : 0x0800), packet);

interface Wlan {
  readonly qos?: boolean;
  readonly four?: boolean;
  readonly ht?: boolean;
  readonly aggregated?: boolean;
}

function wlan(content: Uint8Array, { qos = false, four = false, ht = false, aggregated = false }: Wlan = {}) {
  return bytes(
    [qos ? 0x88 : 0x08, (four ? 3 : 1) | (ht ? 0x80 : 0), 0x30, 0],
    mac(0),
    mac(1),
    mac(2),
    [0x10, 0],
    four ? mac(3) : [],
    qos ? [aggregated ? 0x80 : 0, 0] : [],
    ht ? [0, 0, 0, 0] : [],
    content,
  );
}

function subframe(packet: Uint8Array, last = false): Uint8Array {
  const content = llc(packet);
  return bytes(mac(2), mac(3), be16(content.length), content, new Uint8Array(last ? 0 : -(14 + content.length) & 3));
}

function nflog(packet: Uint8Array, little: boolean): Uint8Array {
  const number = (value: number) => (little ? [...be16(value)].reverse() : be16(value));
  const attribute = (type: number, value: Uint8Array) =>
    bytes(number(value.length + 4), number(type), value, new Uint8Array(-value.length & 3));
  return bytes(
    [2, 0, 0, 5],
    attribute(1, bytes([8, 0, 3, 0])),
    attribute(8, bytes([0, 6, 0, 0], mac(0), [0, 0])),
    attribute(10, bytes(NOTE, [0])),
    attribute(9, packet),
  );
}

const tag = (type: number, value: Uint8Array | readonly number[] | string) => {
  const content = bytes(value);
  const padding = new Uint8Array(-content.length & 3);
  return bytes(be16(type), be16(content.length + padding.length), content, padding);
};

const exported = (addresses: readonly Uint8Array[], portType: number, text = message()) =>
  bytes(
    tag(12, 'sip'),
    ...addresses,
    tag(24, be32(portType)),
    tag(25, be32(5060)),
    tag(26, be32(5062)),
    tag(37, NOTE),
    tag(0, []),
    text,
  );

const radiotap = (frame: Uint8Array) => bytes([0, 0, 9, 0, 2, 0, 0, 0, 0], frame);
const prism = (frame: Uint8Array) =>
  bytes([0x44, 0, 0, 0, 144, 0, 0, 0], NOTE, new Uint8Array(16 - NOTE.length), new Uint8Array(120), frame);
const avs = (frame: Uint8Array) => bytes([0x80, 0x21, 0x10, 1, 0, 0, 0, 64], new Uint8Array(56), frame);

const linked: readonly Wrapping[] = [
  wrapping('Ethernet', eth(sip)),
  wrapping('802.3 with SNAP', bytes(mac(0), mac(1), be16(llc(sip).length), llc(sip))),
  wrapping('VLAN', eth(bytes([0, 7], be16(0x0800), sip), 0x8100)),
  wrapping('QinQ', eth(bytes([0, 7, 0x81, 0, 0, 8], be16(0x86dd), sip6), 0x88a8)),
  wrapping('VLAN by an old number', eth(bytes([0, 7, 0x81, 0, 0, 8], be16(0x0800), sip), 0x9100)),
  wrapping('PPP', bytes([0xff, 3, 0, 0x21], sip), { linkType: 9 }),
  wrapping('PPP without address and control', bytes([0, 0x57], sip6), { linkType: 9 }),
  wrapping('PPP with a short protocol number', bytes([0xff, 3, 0x21], sip), { linkType: 9 }),
  wrapping('PPP in HDLC', bytes([0xff, 3, 0, 0x21], sip), { linkType: 50 }),
  wrapping('Cisco HDLC as PPP in HDLC', bytes([0x0f, 0, 8, 0], sip), { linkType: 50 }),
  wrapping('Cisco HDLC', bytes([0x0f, 0, 0x86, 0xdd], sip6), { linkType: 104 }),
  wrapping('PPPoE as a link', bytes([0x11, 0, 0, 1], be16(sip.length + 2), [0, 0x21], sip), { linkType: 51 }),
  wrapping('netfilter log', nflog(sip, true), { linkType: 239 }),
  // tshark takes the attributes for those of the machine that it runs on.
  wrapping('netfilter log of a big-endian machine', nflog(sip, false), { linkType: 239, tshark: false }),
  wrapping('Wi-Fi', wlan(llc(sip)), { linkType: 105 }),
  wrapping('Wi-Fi with QoS', wlan(llc(sip6), { qos: true }), { linkType: 105 }),
  wrapping('Wi-Fi with QoS and HT control', wlan(llc(sip), { qos: true, ht: true }), { linkType: 105 }),
  wrapping('Wi-Fi with four addresses', wlan(llc(sip), { qos: true, four: true }), { linkType: 105 }),
  wrapping('Wi-Fi with radiotap', radiotap(wlan(llc(sip), { qos: true })), { linkType: 127 }),
  wrapping('Wi-Fi with Prism', prism(wlan(llc(sip))), { linkType: 119 }),
  wrapping('Wi-Fi with AVS', avs(wlan(llc(sip))), { linkType: 163 }),
  wrapping('Wi-Fi, aggregated', wlan(subframe(sip, true), { qos: true, aggregated: true }), { linkType: 105 }),
  wrapping('exported PDU', exported([tag(20, [192, 0, 2, 1]), tag(21, [203, 0, 113, 3])], 3), { linkType: 252 }),
];

// ── Tunnels ──────────────────────────────────────────────────────────────────────────────────────────────────────

const between = (protocol: number, payload: Uint8Array) => eth(ipv4(HERE, THERE, protocol, payload));
const between6 = (protocol: number, payload: Uint8Array) => eth(ipv6(HERE6, THERE6, protocol, payload));
const over = (port: number, payload: Uint8Array, from = 51_234) => eth(udp(HERE, THERE, payload, [from, port]));
const inner = eth(sip);

const gre = (flags: number, protocol: number, ...rest: readonly (Uint8Array | readonly number[])[]) =>
  bytes(be16(flags), be16(protocol), ...rest);
const KEY = be32(0x00_12_34_00);
const SEQUENCE = be32(7);
const label = (bottom: boolean, value = 0x00017) => be32(value * 4096 + (bottom ? 0x100 : 0) + 64);

const pppoe = bytes([0x11, 0, 0, 9], be16(sip.length + 2), [0, 0x21], sip);
const erspan2 = bytes([0x10, 7, 0x18, 0x1e], be32(5), inner);
/** `last` is what follows the timestamp and the group. */
const erspan3 = (last: number, ...rest: readonly (Uint8Array | readonly number[])[]) =>
  bytes([0x20, 7, 0, 0x1e], be32(123_456), be16(0), be16(last), ...rest);
const vxlan = (flags: number, protocol: number, payload: Uint8Array) =>
  bytes([flags, 0, 0, protocol], [0, 0, 42, 0], payload);
const geneve = (options: Uint8Array, protocol: number, payload: Uint8Array) =>
  bytes([options.length / 4, 0], be16(protocol), [0, 0, 44, 0], options, payload);
const geneveOption = bytes(be16(0x0102), [0x80, 4], NOTE, [0]);
const gtp = (flags: number, ...rest: readonly (Uint8Array | readonly number[])[]) => {
  const content = bytes(...rest);
  return bytes([0x30 | flags, 255], be16(content.length), be32(0xabcdef), content);
};
/** A PDU session container (3GPP TS 38.415), then one that is longer. */
const gtpExtensions = bytes(be16(1), [0, 0x85], [1, 0x10, 9, 0xc0], [2, 1, 2, 3, 4, 5, 6, 0]);
const ppp = bytes([0xff, 3, 0, 0x21], sip);
const l2tp = (flags: number, ...rest: readonly (Uint8Array | readonly number[])[]) =>
  bytes(be16(flags), ...rest, be16(11), be16(12));
const tzsp = bytes([1, 0, 0, 1], [0x32, NOTE.length], NOTE, [0, 1], inner);
/** tshark guesses neither what a session carries nor behind what. */
const session = (cookie: string, inside = 'eth', sublayer = 'None') => [
  ...['-d', `l2tp.pw_type==0,${inside}`],
  ...['-o', `l2tp.cookie_size:${cookie}`, '-o', `l2tp.l2_specific:${sublayer}`],
];

const tunnelled: readonly Wrapping[] = [
  wrapping('PPPoE', eth(pppoe, 0x8864)),
  wrapping('MPLS', eth(bytes(label(false), label(true), sip), 0x8847)),
  wrapping('MPLS with IPv6', eth(bytes(label(true), sip6), 0x8847)),
  // tshark wants to be told what each label stands for.
  wrapping('MPLS pseudowire with control word', eth(bytes(label(true), [0, 0, 0, 9], inner), 0x8847)),
  wrapping('MPLS pseudowire', eth(bytes(label(true), inner), 0x8847), { tshark: false }),
  wrapping('MPLS in IP', between(137, bytes(label(true), sip))),
  wrapping('IPv4 in IPv4', between(4, sip)),
  wrapping('IPv6 in IPv4', between(41, sip6)),
  wrapping('IPv4 in IPv6', between6(4, sip)),
  wrapping('IPv6 in IPv6', between6(41, sip6)),
  wrapping('authentication header', between(51, bytes([4, 4, 0, 0], be32(257), be32(1), new Uint8Array(12), sip))),
  wrapping('GRE', between(47, gre(0, 0x0800, sip))),
  wrapping('GRE with checksum, key and sequence', between6(47, gre(0xb000, 0x86dd, be32(0), KEY, SEQUENCE, sip6))),
  wrapping(
    'GRE with a source route',
    between(47, gre(0x4000, 0x0800, be32(0), [8, 0, 0, 4], [198, 51, 100, 18], be32(0), sip)),
  ),
  wrapping('GRE with Ethernet', between(47, gre(0, 0x6558, inner))),
  wrapping('NVGRE', between(47, gre(0x2000, 0x6558, KEY, inner))),
  wrapping('GRE of PPTP', between(47, gre(0x3081, 0x880b, be16(ppp.length), be16(3), SEQUENCE, SEQUENCE, ppp))),
  wrapping('GRE with MPLS', between(47, gre(0, 0x8847, label(true), sip))),
  wrapping('ERSPAN I', between(47, gre(0, 0x88be, inner))),
  wrapping('ERSPAN II', between(47, gre(0x1000, 0x88be, SEQUENCE, erspan2))),
  wrapping('ERSPAN III', between(47, gre(0x1000, 0x22eb, SEQUENCE, erspan3(0, inner)))),
  wrapping(
    'ERSPAN III with its sub-header',
    between(47, gre(0x1000, 0x22eb, SEQUENCE, erspan3(1, [0x0c, 0, 0, 0, 0, 0, 0, 1], inner))),
  ),
  wrapping('VXLAN', over(4789, vxlan(8, 0, inner))),
  wrapping('VXLAN over IPv6', eth(udp(HERE6, THERE6, vxlan(8, 0, eth(sip6)), [51_234, 4789]))),
  // tshark knows only the port of the RFC.
  wrapping('VXLAN as Linux had it', over(8472, vxlan(8, 0, inner)), { tshark: ['-d', 'udp.port==8472,vxlan'] }),
  wrapping('VXLAN-GPE with IP', over(4790, vxlan(0x0c, 1, sip))),
  wrapping('VXLAN-GPE with Ethernet', over(4790, vxlan(0x0c, 3, inner))),
  wrapping('VXLAN-GPE with NSH', over(4790, vxlan(0x0c, 4, bytes([0x0f, 0xc6, 1, 3, 0, 0, 5, 255], NOTE, [0], inner)))),
  wrapping('GENEVE', over(6081, geneve(new Uint8Array(0), 0x6558, inner))),
  wrapping('GENEVE with an option, IPv6 inside', over(6081, geneve(geneveOption, 0x86dd, sip6))),
  wrapping('GTP-U', over(2152, gtp(0, sip), 2152)),
  wrapping('GTP-U with a sequence number', over(2152, gtp(2, be16(77), [0, 0], sip6), 2152)),
  wrapping('GTP-U with extension headers', over(2152, gtp(4, gtpExtensions, sip), 2152)),
  wrapping('L2TPv2', over(1701, bytes(l2tp(0x0002), ppp), 1701)),
  wrapping(
    'L2TPv2 with length, sequence and offset',
    over(1701, bytes(l2tp(0x4a02, be16(16 + ppp.length)), be16(1), be16(1), be16(2), [9, 9], ppp), 1701),
  ),
  wrapping('L2TPv2 as an answer', eth(udp(THERE, HERE, bytes(l2tp(0x0002), [0x21], sip), [1701, 40_001]))),
  wrapping('L2TPv3', over(1701, bytes([0, 3, 0, 0], be32(5), inner), 1701), { tshark: session('None') }),
  wrapping('L2TPv3 with a cookie', over(1701, bytes([0, 3, 0, 0], be32(5), be32(0x0102), inner), 1701), {
    tshark: session('4 Byte Cookie'),
  }),
  wrapping('L2TPv3 on IP', between(115, bytes(be32(5), inner)), { tshark: session('None') }),
  wrapping('L2TPv3 on IP with a long cookie', between(115, bytes(be32(5), new Uint8Array(8).fill(3), inner)), {
    tshark: session('8 Byte Cookie'),
  }),
  wrapping('L2TPv3 on IP with cookie and sublayer', between(115, bytes(be32(5), be32(1), be32(0x4000_0001), inner)), {
    tshark: session('4 Byte Cookie', 'eth', 'Default L2-Specific'),
  }),
  wrapping('L2TPv3 with PPP', between(115, bytes(be32(5), be32(1), ppp)), { tshark: session('4 Byte Cookie', 'ppp') }),
  wrapping('TZSP', over(37_008, tzsp)),
  wrapping('tunnel in tunnel in tunnel', over(4789, vxlan(8, 0, between(47, gre(0, 0x6558, over(2152, gtp(0, sip))))))),
];

// ── Fragments of tunnels ─────────────────────────────────────────────────────────────────────────────────────────

function fragments(protocol: number, payload: Uint8Array, cut: number, from = HERE, to = THERE): Uint8Array[] {
  return [
    eth(ipv4(from, to, protocol, payload.slice(0, cut), { id: 99, more: true })),
    eth(ipv4(from, to, protocol, payload.slice(cut), { id: 99, offset: cut })),
  ];
}

const overUdp = (port: number, payload: Uint8Array) => bytes(udpHeader(51_234, port, payload.length + 8), payload);

const cut: readonly Wrapping[] = [
  wrapping('GRE in fragments', fragments(47, gre(0, 0x6558, inner), 104)),
  wrapping(
    'VXLAN in fragments, the last one first',
    [...fragments(17, overUdp(4789, vxlan(8, 0, inner)), 200)].reverse(),
  ),
  wrapping('IP in IP in fragments of IPv6', [
    eth(ipv6(HERE6, THERE6, 44, fragmentHeader(4, 5, 0, true, sip.slice(0, 64)))),
    eth(ipv6(HERE6, THERE6, 44, fragmentHeader(4, 5, 64, false, sip.slice(64)))),
  ]),
];

// ── SCTP ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Data {
  readonly tsn?: number;
  readonly flags?: number;
  readonly protocol?: number;
  readonly stream?: number;
}

export function chunk(type: number, flags: number, value: Uint8Array): Uint8Array {
  return bytes([type, flags], be16(value.length + 4), value, new Uint8Array(-value.length & 3));
}

/** A DATA chunk: with flags 3 a whole message, 2 its beginning, 0 a middle, 1 its end. */
export function data(text: Uint8Array | string, { tsn = 1000, flags = 3, protocol = 0, stream = 0 }: Data = {}) {
  return chunk(0, flags, bytes(be32(tsn), be16(stream), be16(0), be32(protocol), bytes(text)));
}

/** I-DATA: `sequence` is that within the message. */
export function iData(text: Uint8Array | string, tsn: number, flags: number, message: number, sequence: number) {
  return chunk(64, flags, bytes(be32(tsn), be16(1), be16(0), be32(message), be32(sequence), bytes(text)));
}

export const sctp = (...chunks: readonly Uint8Array[]) =>
  bytes(be16(5060), be16(5060), be32(0x1122_3344), be32(0), ...chunks);
export const sctpPacket = (...chunks: readonly Uint8Array[]) => ip(ALICE, BOB, 132, sctp(...chunks));

const text = message('OPTIONS', 'sctp');
const sack = chunk(3, 0, bytes(be32(1), be32(65_536), be32(0)));
const overSctp = { transport: 'sctp' } as const;

const streamed: readonly Wrapping[] = [
  wrapping('SCTP', eth(sctpPacket(data(text))), overSctp),
  wrapping('SCTP over IPv6, unordered', eth(ip(ALICE6, BOB6, 132, sctp(data(text, { flags: 7 })))), overSctp),
  wrapping(
    'SCTP, bundled',
    eth(sctpPacket(sack, data('\x01\x02\x03', { protocol: 46 }), data(text, { tsn: 1001 }))),
    overSctp,
  ),
  wrapping(
    'SCTP in parts',
    [
      eth(sctpPacket(data(text.slice(0, 100), { flags: 2 }))),
      eth(
        sctpPacket(data(text.slice(100, 200), { tsn: 1001, flags: 0 }), data(text.slice(200), { tsn: 1002, flags: 1 })),
      ),
    ],
    overSctp,
  ),
  wrapping(
    'SCTP in interleaved parts',
    [
      eth(sctpPacket(iData(text.slice(0, 100), 1000, 2, 4, 0), iData('\x01\x02', 1001, 3, 5, 0))),
      eth(sctpPacket(iData(text.slice(100), 1002, 1, 4, 1))),
    ],
    overSctp,
  ),
  wrapping('SCTP in UDP', eth(udp(ALICE, BOB, sctp(data(text)), [9899, 9899])), overSctp),
  wrapping('SCTP in VXLAN', over(4789, vxlan(8, 0, eth(sctpPacket(data(text))))), overSctp),
  wrapping('SCTP in fragments of IP', fragments(132, sctp(data(text)), 64, ALICE, BOB), overSctp),
];

export const wrappings: readonly Wrapping[] = [...linked, ...tunnelled, ...cut, ...streamed];
