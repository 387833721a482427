import { parseContentType } from '../../headers/content-type.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { clip, isMadeHere, laterTries, statusLine } from '../refusal.ts';
import { isScanner } from '../scanners.ts';

type Shown = {
  /** `type`, `encoding`: 415. `size`: 413, 513. `uri`: 414. `encrypted`: 493. */
  kind: 'type' | 'encoding' | 'size' | 'uri' | 'encrypted';
  line: string;
  method: string;
  client: string;
  server: string;
  /** What the request carries, and what the response accepts; '' when it does not say. */
  sent: string;
  accepts: string;
  /** Of the message, of its body, of its Request-URI. */
  size: number;
  bodySize: number;
  uriSize: number;
  transport: string;
  retried: boolean;
};

const STATUSES: readonly number[] = [413, 414, 415, 493, 513];

/** Bodies whose refusal other rules tell: media that do not fit, digits. */
const TOLD_ELSEWHERE = /^application\/(?:sdp|dtmf)/i;

function kindOf({ status }: SipMessage, request: SipMessage): Shown['kind'] {
  if (status === 414) return 'uri';
  if (status === 493) return 'encrypted';
  if (status !== 415) return 'size';
  const encoding = request.header('Content-Encoding');
  return encoding !== undefined && encoding.toLowerCase() !== 'identity' ? 'encoding' : 'type';
}

function acceptsOf(final: SipMessage, kind: Shown['kind']): string {
  const name = kind === 'encoding' ? 'Accept-Encoding' : 'Accept';
  return clip(final.headers(name).join(', '));
}

function sentOf(request: SipMessage, kind: Shown['kind']): string {
  if (kind === 'encoding') return clip(request.header('Content-Encoding') ?? '');
  const type = request.header('Content-Type');
  return clip((type === undefined ? undefined : parseContentType(type)?.essence) ?? type ?? '');
}

function gotFurther(transaction: Transaction, status: number, conversation: Conversation): boolean {
  return laterTries(transaction, conversation).some(({ final }) => final !== undefined && final.status !== status);
}

const remedies: Readonly<Record<Shown['kind'], (args: Shown) => readonly string[]>> = {
  type: (args) => [
    args.sent.startsWith('multipart/')
      ? `Let ${args.client}, or the SBC before ${args.server}, send the SDP alone: the multipart body holds parts (ISUP, location, recording data) that the far side does not read.`
      : `Let ${args.client} send a body type that ${args.server} accepts${args.accepts === '' ? '' : ` (${args.accepts})`}, or none.`,
    `Let ${args.server} ignore parts that are marked handling=optional (RFC 5621), or accept ${args.sent}.`,
  ],
  encoding: (args) => [`Switch off the compression of bodies in ${args.client}.`],
  size: (args) => [
    `Shorten the request: it has ${args.size} bytes, ${args.bodySize} of them body. Fewer codecs and ICE candidates, no History-Info beyond need, no multipart.`,
    ...(args.transport === 'udp' ? [`Send it by TCP if ${args.server} limits what it takes by UDP.`] : []),
    `Raise the limit for messages on ${args.server}.`,
  ],
  uri: (args) => [
    `Shorten the Request-URI: it has ${args.uriSize} characters. Long tokens in its parameters come from the Contact of the far side or from a script.`,
  ],
  encrypted: (args) => [
    `Encrypt the body with the certificate that ${args.server} sends with its 493, or leave it in clear text over TLS.`,
  ],
};

/** Rule 74: the request is understood, its content is not. */
export const bodyRejected = defineRule<'transaction', Shown>({
  id: 'body-rejected',
  severity: 'warning',
  scope: 'transaction',
  title: 'Body or size that the other side does not accept',
  spec: ['RFC 3261 §21.4.11', 'RFC 3261 §21.4.13', 'RFC 3261 §21.5.7', 'RFC 5621 §8'],
  example: {
    kind: 'type',
    line: '415 Unsupported Media Type',
    method: 'INVITE',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    sent: 'multipart/mixed',
    accepts: 'application/sdp',
    size: 1_900,
    bodySize: 800,
    uriSize: 28,
    transport: 'udp',
    retried: false,
  },
  why: (args) =>
    args.retried
      ? 'The client got further with another attempt; each request of this kind costs one more round trip.'
      : `The ${args.method} fails for its content, and will fail again with the same content.`,
  fix: (args) => remedies[args.kind](args),
  message: (args) => {
    const refused = `${args.server} refused the ${args.method} of ${args.client} with ${args.line}`;
    const accepts = args.accepts === '' ? '' : `; it accepts ${args.accepts}`;
    const what = {
      type: `: its body is ${args.sent || 'of no stated type'} (${args.bodySize} bytes)${accepts}`,
      encoding: `: its body is encoded with ${args.sent}${accepts}`,
      size: `: it has ${args.size} bytes, ${args.bodySize} of them body`,
      uri: `: its Request-URI has ${args.uriSize} characters`,
      encrypted: ': it cannot decrypt the body',
    }[args.kind];
    return `${refused}${what}.`;
  },
  concerns: (_, end) => end === 'refused',
  when: ({ transaction: { final } }) => final !== undefined && STATUSES.includes(final.status),
  *check({ transaction, conversation }) {
    const { method, request, final, client, server } = transaction;
    if (request === undefined || final === undefined || isScanner(request)) return;
    if (!isMadeHere(transaction, conversation)) return;
    const kind = kindOf(final, request);
    const sent = sentOf(request, kind);
    // Plain SDP is refused for its media, fax and video fallbacks among them; nothing at all for another reason.
    if (kind === 'type' && (request.bodyLength === 0 || TOLD_ELSEWHERE.test(sent))) return;
    const retried = gotFurther(transaction, final.status, conversation);
    yield {
      at: [final, request],
      args: {
        kind,
        line: statusLine(final),
        method: clip(method),
        client: client.name,
        server: server.name,
        sent,
        accepts: acceptsOf(final, kind),
        size: request.size,
        bodySize: request.bodyLength,
        uriSize: request.requestUri.length,
        transport: request.transport,
        retried,
      },
      severity: retried ? 'info' : 'warning',
      confidence: 'certain',
      device: client.address,
    };
  },
});
