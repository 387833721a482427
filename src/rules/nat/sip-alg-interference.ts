import { parseContact } from '../../headers/contact.ts';
import { parseVia } from '../../headers/via.ts';
import type { SipMessage } from '../../model.ts';
import { createReader } from '../../sdp/description.ts';
import { defineRule } from '../define.ts';
import { addressesInferred, bodyUnreliable } from '../guards.ts';
import { isPrivate, isPublic, mayNamePrivate } from '../nat.ts';

type Shown = {
  method: string;
  client: string;
  server: string;
  /** The private address that was left standing somewhere. */
  inside: string;
  /** What shows it. */
  signs: readonly ShownSign[];
  points: number;
  /** Content-Length is wrong by just the length that an address has grown. */
  length: boolean;
};

/**
 * Where the public address stands and where the private one was forgotten: `via`: in Via, not in Contact. `contact`: in
 * Via and Contact, not in Call-ID. `origin`, `rtcp`: in c=, not in o= or a=rtcp. `length`: Content-Length is wrong by so
 * many bytes as so many addresses have changed in length.
 */
type ShownSign = { kind: 'via' | 'contact' | 'origin' | 'rtcp' | 'length'; bytes: number; addresses: number };

interface Sign {
  readonly points: number;
  readonly shown: ShownSign;
  readonly inside: string;
}

/** Points of rules.md; less than this is no suspicion. */
const ENOUGH = 3;
/** Addresses in one body that a rewrite may have changed. */
const MOST_CHANGES = 8;

function hostOfCallId(callId: string): string {
  return callId.slice(callId.lastIndexOf('@') + 1);
}

function rewritten(kind: Exclude<ShownSign['kind'], 'length'>): ShownSign {
  return { kind, bytes: 0, addresses: 0 };
}

/** Via or Contact show the public address of the router, other places the address behind it. */
function headerSign(message: SipMessage, outside: string): Sign | undefined {
  const [via] = parseVia(message.header('Via') ?? '');
  if (via?.host !== outside) return undefined;
  const contact = parseContact(message.headers('Contact')[0] ?? '')[0]?.uri?.host ?? '';
  if (isPrivate(contact)) return { points: 2, shown: rewritten('via'), inside: contact };
  const host = hostOfCallId(message.callId);
  if (contact === outside && isPrivate(host)) {
    return { points: 2, shown: rewritten('contact'), inside: host };
  }
  return undefined;
}

/** Within the SDP one address was changed and others were forgotten. */
function sdpSign(message: SipMessage, outside: string): Sign | undefined {
  const session = createReader()(message)?.session;
  const origin = session?.origin?.address ?? '';
  for (const { connection, rtcp } of session?.media ?? []) {
    if (connection?.address !== outside) continue;
    const forgotten = [rtcp?.address ?? '', origin].find(isPrivate);
    if (forgotten === undefined) continue;
    return { points: 2, shown: rewritten(forgotten === origin ? 'origin' : 'rtcp'), inside: forgotten };
  }
  return undefined;
}

/** Each changed address has made the body longer, or shorter, by the same number of bytes. */
function lengthSign(message: SipMessage, outside: string): Sign | undefined {
  if (message.contentLength < 0 || message.transport !== 'udp' || bodyUnreliable(message)) return undefined;
  const grown = message.bodyLength - message.contentLength;
  if (grown === 0) return undefined;
  const text = message.bodyText();
  const changed = text.split(outside, MOST_CHANGES + 1).length - 1;
  const inside = insideOf(message);
  const each = outside.length - inside.length;
  if (inside === '' || changed === 0 || each === 0) return undefined;
  for (let count = 1; count <= changed; count++) {
    if (each * count !== grown) continue;
    return { points: 3, shown: { kind: 'length', bytes: Math.abs(grown), addresses: count }, inside };
  }
  return undefined;
}

/** The private address that some part of the message still has. */
function insideOf(message: SipMessage): string {
  const contact = parseContact(message.headers('Contact')[0] ?? '')[0]?.uri?.host ?? '';
  const via = parseVia(message.header('Via') ?? '')[0]?.host ?? '';
  const origin = createReader()(message)?.session.origin?.address ?? '';
  return [contact, via, hostOfCallId(message.callId), origin].find(isPrivate) ?? '';
}

function signName({ kind, bytes, addresses }: ShownSign): string {
  return {
    via: 'Via has the public address and Contact the private one',
    contact: 'Via and Contact have the public address, Call-ID still the private one',
    origin: 'c= has the public address and o= still the private one',
    rtcp: 'c= has the public address and a=rtcp still the private one',
    length: `Content-Length is wrong by ${bytes === 1 ? 'one byte' : `${bytes} bytes`}, as much as ${addresses === 1 ? 'an address' : `${addresses} addresses`} changed in length`,
  }[kind];
}

/** Rule 36: a router between changes SIP messages and does not change them everywhere. */
export const sipAlgInterference = defineRule<'transaction', Shown>({
  id: 'sip-alg-interference',
  severity: 'warning',
  scope: 'transaction',
  title: 'Message half rewritten by a router (SIP ALG)',
  spec: ['RFC 3261 §18.3', 'RFC 3581 §4', 'RFC 2663 §2.9'],
  example: {
    method: 'INVITE',
    client: '203.0.113.7:5060',
    server: '198.51.100.2:5060',
    inside: '192.168.1.10',
    signs: [
      { kind: 'via', bytes: 0, addresses: 0 },
      { kind: 'origin', bytes: 0, addresses: 0 },
    ],
    points: 4,
    length: false,
  },
  why: ({ length }) =>
    length
      ? 'The server cuts the body at the wrong byte or refuses the message: calls fail or lose their media line.'
      : 'The server sees no NAT and does not work around it, and the half that was forgotten leads nowhere: one-way audio, calls that cannot be reached or ended.',
  fix: ({ client, inside }) => [
    `Turn SIP ALG (also called SIP helper, fixup or inspection) off in the router that has ${client} outside and ${inside} inside.`,
    'Where the router cannot do that, use TLS or a port other than 5060, which its ALG does not look at.',
    'Then let the server handle NAT: rport, symmetric RTP and keep-alives.',
  ],
  message: ({ method, client, signs }) =>
    `Something between rewrote the ${method} of ${client} in part: ${signs.map(signName).join('; ')}.`,
  limits: () => 'A phone or PBX that was told only one of its public addresses can look the same.',
  concerns: (method) => method === 'INVITE' || method === 'REGISTER',
  when: ({ transaction: { method, request } }) =>
    (method === 'INVITE' || method === 'REGISTER') &&
    request !== undefined &&
    request.viaCount === 1 &&
    isPublic(request.source.address) &&
    mayNamePrivate(request),
  *check({ transaction }) {
    const { request } = transaction;
    if (request === undefined || addressesInferred(request) || request.has('Record-Route')) return;
    const outside = request.source.address;
    const length = lengthSign(request, outside);
    const signs = [headerSign(request, outside), sdpSign(request, outside), length].flatMap((sign) => sign ?? []);
    const points = signs.reduce((sum, sign) => sum + sign.points, 0);
    if (points < ENOUGH) return;
    yield {
      at: [request],
      args: {
        method: request.method,
        client: request.source.name,
        server: request.destination.name,
        inside: signs[0].inside,
        signs: signs.map(({ shown }) => shown),
        points,
        length: length !== undefined,
      },
      severity: 'warning',
      confidence: length === undefined ? 'possible' : 'likely',
      device: outside,
    };
  },
});
