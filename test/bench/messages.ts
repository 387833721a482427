/** The SIP messages of one call, with the header fields that phones and servers really send. */
import type { Address } from './pcap.ts';
import type { Random } from './random.ts';

const phones = [
  'Yealink SIP-T46U 108.86.0.45',
  'Grandstream GXP2170 1.0.11.35',
  'PolycomVVX-VVX_450-UA/6.3.1.8427',
  'Zoiper rv2.10.19.9',
  'snomD735/10.1.127.10',
  'MicroSIP/3.21.3',
];
const servers = [
  'Asterisk PBX 20.5.0',
  'FreeSWITCH-mod_sofia/1.10.10-release~64bit',
  'kamailio (5.7.2 (x86_64/linux))',
];
const names = ['Alice Martin', 'Bob', 'Carol Nguyen', 'Dan', 'Erin', 'Frank Ivanov', 'Grace', 'Heidi', 'Ivan', 'Judy'];

const allow = 'Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, INFO, MESSAGE, SUBSCRIBE, UPDATE';

/** One side of a call. */
export interface Party {
  readonly signalling: Address;
  readonly media: Address;
  readonly user: string;
  readonly agent: string;
  readonly tag: string;
  readonly session: number;
}

/** A request that was sent, as its responses and its retransmissions need it. */
export interface Sent {
  readonly text: string;
  readonly via: string;
  readonly from: string;
  readonly to: string;
  readonly cseq: string;
}

export interface RequestOptions {
  /** The party that sends it. */
  readonly by: Party;
  readonly cseq: number;
  /** Within the dialog: To has a tag and the request goes to the other's Contact. */
  readonly inDialog: boolean;
  /** CANCEL and the ACK of a refusal stay in the INVITE's transaction. */
  readonly branchOf?: Sent;
  readonly toTag?: boolean;
  readonly extra?: readonly string[];
  readonly sdp?: boolean;
}

export function createCaller(random: Random, signalling: Address, media: Address): Party {
  const user = String(random.between(1000, 99_999));
  return { signalling, media, user, agent: random.pick(phones), tag: random.hex(10), session: random.uint32() };
}

export function createServer(random: Random, signalling: Address, media: Address): Party {
  // +33 1 99 00 is set aside for fiction.
  const user = `+3319900${String(random.between(0, 9999)).padStart(4, '0')}`;
  return { signalling, media, user, agent: random.pick(servers), tag: `as${random.hex(8)}`, session: random.uint32() };
}

export class Messages {
  readonly caller: Party;
  readonly callee: Party;
  readonly payloadType: 0 | 8;
  readonly #random: Random;
  readonly #callId: string;
  readonly #name: string;

  constructor(random: Random, caller: Party, callee: Party) {
    this.#random = random;
    this.caller = caller;
    this.callee = callee;
    this.payloadType = random.between(0, 1) === 0 ? 0 : 8;
    this.#callId = `${random.hex(32)}@${caller.signalling.ip}`;
    this.#name = random.pick(names);
  }

  request(method: string, { by, cseq, inDialog, branchOf, toTag, extra, sdp }: RequestOptions): Sent {
    const other = by === this.caller ? this.callee : this.caller;
    const via = branchOf?.via ?? `${viaOf(by)};rport;branch=z9hG4bK${this.#random.hex(16)}`;
    const from = `${this.#identity(by)};tag=${by.tag}`;
    const to = this.#identity(other) + (inDialog || toTag ? `;tag=${other.tag}` : '');
    const target = inDialog ? contactOf(other) : `sip:${other.user}@example.com`;
    const text = compose(
      [
        `${method} ${target} SIP/2.0`,
        `Via: ${via}`,
        'Max-Forwards: 70',
        `From: ${from}`,
        `To: ${to}`,
        `Call-ID: ${this.#callId}`,
        `CSeq: ${cseq} ${method}`,
        ...(sdp ? [`Contact: <${contactOf(by)}>`, allow, 'Supported: replaces, norefersub, outbound'] : []),
        ...(extra ?? []),
        `User-Agent: ${by.agent}`,
      ],
      sdp ? this.#sdp(by, true) : '',
    );
    return { text, via, from, to, cseq: `${cseq} ${method}` };
  }

  response(sent: Sent, by: Party, line: string, options: { extra?: readonly string[]; sdp?: boolean } = {}): string {
    const other = by === this.caller ? this.callee : this.caller;
    const status = Number(line.slice(0, 3));
    const { ip, port } = other.signalling;
    const tagged = status === 100 || sent.to.includes(';tag=');
    const dialog = sent.cseq.endsWith('INVITE') && status > 100 && status < 300;
    return compose(
      [
        `SIP/2.0 ${line}`,
        `Via: ${sent.via.replace(';rport', `;received=${ip};rport=${port}`)}`,
        `From: ${sent.from}`,
        `To: ${tagged ? sent.to : `${sent.to};tag=${by.tag}`}`,
        `Call-ID: ${this.#callId}`,
        `CSeq: ${sent.cseq}`,
        ...(dialog ? [`Contact: <${contactOf(by)}>`, allow, 'Supported: replaces, timer'] : []),
        ...(options.extra ?? []),
        `Server: ${by.agent}`,
      ],
      options.sdp ? this.#sdp(by, false) : '',
    );
  }

  /** Proxy-Authenticate and the answer to it. */
  challenge(): { readonly demand: string; readonly answer: string } {
    const nonce = this.#random.hex(40);
    const { user } = this.caller;
    return {
      demand: `Proxy-Authenticate: Digest realm="example.com", nonce="${nonce}", algorithm=MD5, qop="auth"`,
      answer:
        `Proxy-Authorization: Digest username="${user}", realm="example.com", nonce="${nonce}", ` +
        `uri="sip:${this.callee.user}@example.com", response="${this.#random.hex(32)}", algorithm=MD5, ` +
        `cnonce="${this.#random.hex(16)}", qop=auth, nc=00000001`,
    };
  }

  #identity(party: Party): string {
    const uri = `<sip:${party.user}@example.com>`;
    return party === this.caller ? `"${this.#name}" ${uri}` : uri;
  }

  #sdp(by: Party, offer: boolean): string {
    const { ip, port } = by.media;
    const types = offer ? [8, 0, 101] : [this.payloadType, 101];
    const codecs: Record<number, string> = { 0: 'PCMU/8000', 8: 'PCMA/8000', 101: 'telephone-event/8000' };
    return [
      'v=0',
      `o=- ${by.session} ${by.session} IN IP4 ${ip}`,
      's=call',
      `c=IN IP4 ${ip}`,
      't=0 0',
      `m=audio ${port} RTP/AVP ${types.join(' ')}`,
      ...types.map((type) => `a=rtpmap:${type} ${codecs[type]}`),
      'a=fmtp:101 0-15',
      'a=ptime:20',
      'a=sendrecv',
      '',
    ].join('\r\n');
  }
}

function viaOf({ signalling }: Party): string {
  return `SIP/2.0/UDP ${signalling.ip}:${signalling.port}`;
}

function contactOf({ user, signalling }: Party): string {
  return `sip:${user}@${signalling.ip}:${signalling.port};transport=udp`;
}

function compose(lines: readonly string[], body: string): string {
  const type = body === '' ? '' : 'Content-Type: application/sdp\r\n';
  return `${lines.join('\r\n')}\r\n${type}Content-Length: ${body.length}\r\n\r\n${body}`;
}
