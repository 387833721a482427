import { addressClass, isInward } from '../../catalogue/addresses.ts';
import { parseVia } from '../../headers/via.ts';
import type { CallMedia, StreamFacts } from '../../media/facts.ts';
import type { Call, SipMessage, Transaction } from '../../model.ts';
import { createReader, type Reader } from '../../sdp/description.ts';
import type { Media } from '../../sdp/media.ts';
import { defineRule } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { cameFrom, passedOn } from '../hops.ts';
import { isPrivate, isPublic, mayNamePrivate } from '../nat.ts';
import { carrierName } from '../negotiation.ts';
import { count } from '../phrases.ts';

type Shown = {
  /**
   * `outside`: a packet from a public address brings it. `inside`: it leaves a private network, and the far side saw
   * another address (Via received). `loopback`: no other host at all can reach it.
   */
  kind: 'outside' | 'inside' | 'loopback';
  sender: string;
  other: string;
  carrier: string;
  media: string;
  address: string;
  port: number;
  /** Address under which the far side saw the sender; empty unless `inside`. */
  seenAs: string;
  /**
   * What RTP shows. `astray`: packets went to that address. `answered`: the other side sends to where this side's media
   * really comes from. `unknown`: nothing of either.
   */
  rtp: 'astray' | 'answered' | 'unknown';
  /** Packets that went astray, or that were sent to the real source. */
  packets: number;
};

interface Leak {
  readonly kind: Shown['kind'];
  readonly message: SipMessage;
  readonly media: Media;
  readonly address: string;
  readonly seenAs: string;
  readonly depth: number;
}

function negotiates(method: string): boolean {
  return method === 'INVITE' || method === 'UPDATE' || method === 'PRACK';
}

function suspects({ client, server }: Transaction): boolean {
  return isPublic(client.address) || isPublic(server.address);
}

function isLoopback(address: string): boolean {
  return addressClass(address) === 'loopback';
}

/** The first stream that is to go to an address of somebody's own network, and has no other (ICE) to offer. */
function inwardMedia(message: SipMessage, read: Reader): { media: Media; address: string } | undefined {
  for (const media of read(message)?.session.media ?? []) {
    const address = media.connection?.address;
    if (address === undefined || media.rejected || media.candidates > 0) continue;
    if (isInward(addressClass(address))) return { media, address };
  }
  return undefined;
}

/** The next hop, or one behind it, got another address in the same description: whoever stands there relays the media. */
function isMended(transaction: Transaction, message: SipMessage, address: string, call: Call, read: Reader): boolean {
  const elsewhere = (other: SipMessage | undefined) =>
    other?.hasSdp === true && inwardMedia(other, read)?.address !== address;
  // What a capture has lost of the other hop may have been put right.
  if (message.isRequest)
    return passedOn(transaction, call).some(({ request }) => request === undefined || elsewhere(request));
  return cameFrom(transaction, call).some(({ responses }) => {
    const same = responses.filter(({ message: one }) => one.status === message.status && one.hasSdp);
    return same.length === 0 || same.some(({ message: one }) => elsewhere(one));
  });
}

/** The other side has described itself too, so that the trace shows where each of them stands. */
function isMutual({ request, responses }: Transaction, message: SipMessage): boolean {
  return message.isRequest ? responses.some((one) => one.message.hasSdp) : request?.hasSdp === true;
}

/** What the server of a request says about where it came from. */
function seenAs({ responses, request }: Transaction): string {
  const [sent] = request === undefined ? [] : parseVia(request.header('Via') ?? '');
  for (const { message } of responses) {
    const [via] = parseVia(message.header('Via') ?? '');
    const received = via?.received ?? '';
    if (received !== '' && received !== sent?.host && isPublic(received) && isPrivate(sent?.host ?? ''))
      return received;
  }
  return '';
}

/** `10.1.2.3` and `10.1.2.99` may well stand in one room. */
function isNeighbour(a: string, b: string): boolean {
  const at = a.lastIndexOf('.');
  return at > 0 && b.startsWith(a.slice(0, at + 1));
}

/** Both ends name addresses of one network, or call from behind one address: they reach each other directly. */
function isAtHome(transaction: Transaction, message: SipMessage, address: string, call: Call, read: Reader): boolean {
  const { request, responses } = transaction;
  const others = message.isRequest ? responses.map((one) => one.message) : request === undefined ? [] : [request];
  if (others.some((one) => isNeighbour(address, (one.hasSdp && inwardMedia(one, read)?.address) || ''))) return true;
  const { address: here } = message.source;
  const beyond = message.isRequest
    ? passedOn(transaction, call).map(({ server }) => server.address)
    : cameFrom(transaction, call).map(({ client }) => client.address);
  return beyond.includes(here);
}

function leakOf(transaction: Transaction, message: SipMessage, call: Call, read: Reader): Leak | undefined {
  if (!message.hasSdp || addressesInferred(message) || !mayNamePrivate(message)) return undefined;
  const found = inwardMedia(message, read);
  if (found === undefined) return undefined;
  if (!isMutual(transaction, message)) return undefined;
  const { media, address } = found;
  const { source, destination } = message;
  const common = { message, media, address, depth: transaction.viaCount };
  if (isLoopback(address)) {
    const same =
      source.address === destination.address || isLoopback(source.address) || isLoopback(destination.address);
    return same || isMended(transaction, message, address, call, read)
      ? undefined
      : { ...common, kind: 'loopback', seenAs: '' };
  }
  const outside = isPublic(source.address);
  if (!outside && !isPublic(destination.address)) return undefined;
  // Taken inside: whatever stands between may still put it right, unless the far side tells that it did not.
  const seen = outside || !message.isRequest ? '' : seenAs(transaction);
  if (!outside && seen === '') return undefined;
  if (isMended(transaction, message, address, call, read) || isAtHome(transaction, message, address, call, read)) {
    return undefined;
  }
  return { ...common, kind: outside ? 'outside' : 'inside', seenAs: seen };
}

/** One for each address, from the hop that is nearest to its sender. */
function leaksOf(call: Call): Leak[] {
  const read = createReader();
  const leaks = new Map<string, Leak>();
  for (const transaction of call.transactions) {
    const { method, request, responses } = transaction;
    if (!negotiates(method)) continue;
    const messages = request === undefined ? [] : [request];
    for (const message of [...messages, ...responses.map((one) => one.message)]) {
      const leak = leakOf(transaction, message, call, read);
      if (leak === undefined) continue;
      const known = leaks.get(leak.address);
      const nearer = known?.message.isRequest ? leak.depth < known.depth : leak.depth > (known?.depth ?? 0);
      const alike = known?.message.isRequest === message.isRequest && known.message.cseq === message.cseq;
      if (known === undefined || (alike && nearer)) leaks.set(leak.address, leak);
    }
    if (leaks.size >= MOST) break;
  }
  return [...leaks.values()];
}

/** Addresses told of one call. */
const MOST = 8;

/** Whether media from outside went to the address, or past it to where its owner is heard from (RFC 4961 §4). */
function observed({ kind, address }: Leak, { streams }: CallMedia): Pick<Shown, 'rtp' | 'packets'> {
  const sum = (of: readonly StreamFacts[]) => of.reduce((all, { packets }) => all + packets, 0);
  const answered = streams.filter(
    ({ destination, direction }) =>
      destination.address !== address &&
      streams.some((back) => back.source.name === destination.name && back.direction !== direction),
  );
  const there = streams.filter(({ destination }) => destination.address === address);
  // Inside of the NAT, what arrives bears the private address.
  if (there.length > 0 && kind !== 'inside') return { rtp: 'astray', packets: sum(there) };
  const away = streams.some(({ source }) => source.address === address);
  return answered.length > 0 && !away ? { rtp: 'answered', packets: sum(answered) } : { rtp: 'unknown', packets: 0 };
}

/** Rule 9: media is to go to an address that the other side cannot reach. */
export const sdpPrivateAddress = defineRule<'call', Shown>({
  id: 'sdp-private-address',
  severity: 'warning',
  scope: 'call',
  title: 'Private media address in SDP',
  spec: ['RFC 3264 §5.1', 'RFC 3264 §6.1', 'RFC 4961 §4', 'RFC 8866 §5.7', 'RFC 6890 §2.2'],
  example: {
    kind: 'outside',
    sender: '203.0.113.7:5060',
    other: '198.51.100.2:5060',
    carrier: 'INVITE',
    media: 'audio',
    address: '192.168.1.10',
    port: 40_000,
    seenAs: '',
    rtp: 'unknown',
    packets: 0,
  },
  why: ({ rtp }) =>
    rtp === 'answered'
      ? 'Audio works because the other side ignores that address; with a side that believes it, this one hears nothing.'
      : rtp === 'astray'
        ? 'What is sent to that address gets lost: this side hears nothing.'
        : 'Media sent to that address gets lost, so this side hears nothing, unless the other side ignores the SDP and answers to where the media comes from.',
  fix: ({ kind, sender, other, seenAs: seen }) => [
    kind === 'loopback'
      ? `Bind ${sender} to its network address: its host name probably resolves to 127.0.0.1 or 127.0.1.1.`
      : `Tell ${sender} its public address${seen === '' ? '' : ` (${seen})`}: external_media_address with local_net in Asterisk PJSIP, ext-rtp-ip in FreeSWITCH, STUN or ICE in a phone.`,
    `Let ${other} relay the media of clients behind NAT and answer to their real source (rtp_symmetric, comedia, rtpengine), in 183, PRACK, UPDATE and ACK as well.`,
    'If a router with SIP ALG stands between, turn the ALG off: it often changes Contact and forgets the SDP.',
  ],
  message: ({ kind, sender, other, carrier, media, address, port, seenAs: seen, rtp, packets }) =>
    ({
      outside: `The ${carrier} from ${sender} wants its ${media} at ${address} port ${port}, a private address that ${other} cannot reach.`,
      inside: `The ${carrier} from ${sender} wants its ${media} at ${address} port ${port}, and ${other} sees the sender as ${seen}.`,
      loopback: `The ${carrier} from ${sender} wants its ${media} at ${address} port ${port}, which no other host can reach.`,
    })[kind] +
    {
      astray: ` ${count(packets, 'packet', 'packets')} of RTP went there.`,
      answered: ' Its peer sends to where its media really comes from.',
      unknown: '',
    }[rtp],
  limits: ({ kind, rtp }) =>
    rtp !== 'unknown'
      ? ''
      : kind === 'inside'
        ? 'The capture was taken within the private network: a device on the way may put the address right, and the far side may answer to the real source of the media.'
        : 'Whether the other side answers to the real source of the media (symmetric RTP) is not in the SIP messages.',
  when: ({ call }) =>
    call.transactions.some((one) => {
      if (!negotiates(one.method)) return false;
      const { request, responses } = one;
      const open = suspects(one);
      const worth = (message: SipMessage) =>
        message.bodyLength > 0 &&
        (open || message.source.address !== message.destination.address) &&
        mayNamePrivate(message);
      return (request !== undefined && worth(request)) || responses.some(({ message }) => worth(message));
    }),
  *check({ call }, context) {
    for (const leak of leaksOf(call)) {
      const { kind, message, media, address, seenAs: seen } = leak;
      const { rtp, packets } = observed(leak, context.media.of(call));
      yield {
        at: [message],
        args: {
          kind,
          sender: message.source.name,
          other: message.destination.name,
          carrier: carrierName(message),
          media: media.kind.slice(0, 16),
          address: address.slice(0, 45),
          port: media.port,
          seenAs: seen,
          rtp,
          packets,
        },
        severity: rtp === 'astray' ? 'error' : kind === 'inside' || rtp === 'answered' ? 'info' : 'warning',
        confidence: rtp === 'astray' ? 'certain' : kind === 'inside' ? 'possible' : 'likely',
        device: message.source.address,
      };
    }
  },
});
