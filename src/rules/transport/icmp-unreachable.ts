import type { IcmpError } from '../../events.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { type Context, type Conversation, defineRule, type Hit } from '../define.ts';
import { endedBefore, milliseconds } from '../guards.ts';
import { cameFrom, nearby } from '../hops.ts';
import { refusedMedia } from '../media-sockets.ts';
import { carriedName, duration } from '../phrases.ts';
import { isScanner } from '../scanners.ts';

type Shown = {
  /** What came back: a request, its final response, or the media of the call. */
  kind: 'request' | 'response' | 'media';
  reason: IcmpError['reason'];
  /** Of the request, or of the one that was answered; empty for media. */
  method: string;
  /** Of a response; 0 otherwise. */
  status: number;
  sender: string;
  receiver: string;
  /** The receiver's address without its port. */
  host: string;
  reporter: string;
  /** ICMP errors about it. */
  count: number;
  /** From the packet to the first of them; from the first to the last of media (ms). */
  after: number;
  /** Of the first. */
  frame: number;
  /** Largest packet that goes through, 0 when the router does not say. */
  mtu: number;
  size: number;
};

const SECOND = 1_000_000;
/** Captures of several queues write an answer before the packet, by less than this. */
const DISORDER = 10_000;
/** Messages looked at for a sign of life of the client. */
const LOOK_BACK = 256;

const meaning = ({ reason, receiver, host, reporter, mtu, size }: Shown): string =>
  ({
    port: `nothing listens on ${receiver}`,
    protocol: `${host} takes no packets of this protocol`,
    host: `${reporter} cannot reach ${host}`,
    network: `${reporter} has no route to ${host}`,
    prohibited: `a filter at ${reporter} forbids it`,
    'too-big': `${reporter} cannot pass on a packet with ${size} bytes of SIP${mtu > 0 ? `, but ${mtu} bytes at most` : ''}`,
  })[reason];

/** Which remedy fits is a matter of the reason; whose, of what came back. */
function remedies({ kind, reason, sender, receiver, host, reporter }: Shown): string[] {
  switch (reason) {
    case 'port':
    case 'protocol':
      if (kind === 'media') {
        return [
          `Check why ${host} does not listen on the address and port that it put into its SDP: a media process that died, or another host behind the address (NAT).`,
          `Compare the SDP that ${host} sent with the one that arrived: a device on the way may have changed it.`,
        ];
      }
      return kind === 'response'
        ? [
            `Check why the program on ${receiver} closed its socket before the answer: it ended, restarted or gave up.`,
            `If ${receiver} is behind a NAT, let it send keep-alives, and let the server answer to received and rport (RFC 3581).`,
          ]
        : [
            `Start the SIP service on ${host}, or correct the address and port that ${sender} sends to (DNS SRV, trunk or registration).`,
            `On ${host}, check on which addresses and transports the service listens: often it is bound to another interface, or to TCP only.`,
          ];
    case 'prohibited':
      return [
        `Allow this traffic on ${reporter}: a firewall there, or the packet filter of the host, rejects what ${sender} sends to ${receiver}.`,
        'If the filter is meant to be, send from an address that it accepts.',
      ];
    case 'too-big':
      return [
        `Let ${sender} send over TCP or TLS, or make the message smaller: fewer codecs, compact header fields.`,
        `Raise the MTU of the link behind ${reporter} (tunnel, PPPoE, VPN), or let the sender clear the "don't fragment" bit.`,
      ];
    default:
      return [
        `Check that ${host} is up and has this address, and that the routes on ${reporter} lead to it.`,
        `Check the address that ${sender} sends to: DNS, trunk, or the Contact it was given.`,
      ];
  }
}

/** The first error of those about one message, one that says more than its size before all. */
function decisive(errors: readonly IcmpError[]): IcmpError | undefined {
  return errors.find(({ reason }) => reason !== 'too-big') ?? errors[0];
}

function hitOf(
  error: IcmpError,
  seen: Pick<Shown, 'kind' | 'method' | 'status' | 'count' | 'after'>,
  size: number,
): Hit<Shown> & { readonly device: string } {
  const { reason, reporter, mtu, source, destination } = error;
  return {
    at: [],
    args: {
      ...seen,
      reason,
      sender: source.name,
      receiver: destination.name,
      host: destination.address,
      reporter,
      frame: error.origin.index,
      mtu,
      size,
    },
    confidence: 'certain',
    device: reason === 'too-big' ? source.address : reason === 'port' ? destination.address : reporter,
  };
}

function ofRequest(transaction: Transaction, conversation: Conversation, context: Context): Hit<Shown> | undefined {
  const { request, requestRepeats, method } = transaction;
  if (request === undefined || request.transport !== 'udp') return undefined;
  const copies = [request, ...requestRepeats];
  const last = copies[copies.length - 1];
  const until = last.time + context.thresholds.icmpAnswer * 1000;
  const errors = context.network.icmp(request.source, request.destination, request.time - DISORDER, until);
  const error = decisive(errors);
  if (error === undefined || isScanner(request)) return undefined;
  const quoted = copies.findLast(({ time }) => time <= error.time) ?? request;
  const after = Math.max(0, milliseconds(quoted.time, error.time));
  const wentOn = nearby(transaction, conversation).some(
    (other) =>
      other.id > transaction.id &&
      other.method === method &&
      other.client.address === transaction.client.address &&
      other.responses.length > 0,
  );
  const open = endedBefore(context, last.time, 2 * context.thresholds.t1);
  return {
    ...hitOf(error, { kind: 'request', method, status: 0, count: errors.length, after }, request.size),
    at: copies.slice(0, 2),
    // A ping tells of a server that is down; of a call that found another way or may yet, nothing is lost.
    severity: method === 'OPTIONS' || wentOn || open ? 'warning' : 'error',
    needsAnswersOf: { client: transaction.client.address, server: transaction.server.address },
  };
}

/** The client sent nothing more after this message. */
function isLastWord(message: SipMessage, { messages }: Conversation): boolean {
  const least = Math.max(0, messages.length - LOOK_BACK);
  for (let i = messages.length - 1; i >= least; i--) {
    if (messages[i].time <= message.time) return true;
    if (messages[i].source.address === message.destination.address) return false;
  }
  return least === 0;
}

function ofResponse({ method, final, request }: Transaction, conversation: Conversation, { network }: Context) {
  if (final === undefined || final.transport !== 'udp') return undefined;
  const errors = network.icmp(final.source, final.destination, final.time - DISORDER, final.time + SECOND);
  const error = decisive(errors);
  if (error === undefined || !isLastWord(final, conversation)) return undefined;
  if (request !== undefined && isScanner(request)) return undefined;
  const after = Math.max(0, milliseconds(final.time, error.time));
  return {
    ...hitOf(error, { kind: 'response', method, status: final.status, count: errors.length, after }, final.size),
    at: [final],
    severity: 'warning' as const,
  };
}

function ofMedia(transaction: Transaction, conversation: Conversation, context: Context): Hit<Shown> | undefined {
  const refused = refusedMedia(transaction, conversation, context);
  if (refused === undefined || cameFrom(transaction, conversation).length > 0) return undefined;
  const { errors, announced } = refused;
  const [error] = errors;
  const after = milliseconds(error.time, errors[errors.length - 1].time);
  return {
    ...hitOf(error, { kind: 'media', method: '', status: 0, count: errors.length, after }, 0),
    at: [announced],
    confidence: 'likely',
  };
}

/** Rule 71: the network says that a packet could not be delivered, and why. */
export const icmpUnreachable = defineRule<'transaction', Shown>({
  id: 'icmp-unreachable',
  severity: 'error',
  scope: 'transaction',
  title: 'Packets sent back as undeliverable (ICMP)',
  spec: ['RFC 3261 §18.4', 'RFC 3261 §8.1.3.1', 'RFC 1122 §3.2.2.1'],
  example: {
    kind: 'request',
    reason: 'port',
    method: 'INVITE',
    status: 0,
    sender: '192.0.2.1:5060',
    receiver: '192.0.2.7:5060',
    host: '192.0.2.7',
    reporter: '192.0.2.7',
    count: 1,
    after: 0.4,
    frame: 2,
    mtu: 0,
    size: 780,
  },
  why: ({ kind }) =>
    ({
      request: 'The request never reached SIP: repeating it helps only when what is named here changes.',
      response: 'The server did its work, but the client never learns of it.',
      media: 'What is sent to that port is thrown away: one side of the call hears nothing of the other.',
    })[kind],
  fix: remedies,
  message: (args) => {
    const { kind, sender, receiver, reporter, count, after, frame } = args;
    if (kind === 'media') {
      return `Media from ${sender} to ${receiver}, which the SDP names, came back as undeliverable: ${meaning(args)} (${count} ICMP errors from ${reporter} within ${duration(after)}, first in frame ${frame}).`;
    }
    return `The ${carriedName(args)} from ${sender} to ${receiver} came back as undeliverable ${after < 1 ? 'at once' : `after ${duration(after)}`}: ${meaning(args)} (ICMP from ${reporter}, frame ${frame}).`;
  },
  limits: ({ reporter, host, reason }) =>
    reason === 'port' && reporter === host
      ? `A firewall can send such an answer in the name of ${host}.`
      : 'Who stands behind the address that sent the ICMP message is not visible in the trace.',
  when: ({ transaction: { method, responses, final } }) =>
    responses.length === 0 || (final !== undefined && (method === 'INVITE' || method === 'REGISTER')),
  *check({ transaction, conversation }, context) {
    const { responses, final } = transaction;
    const hit =
      responses.length === 0
        ? ofRequest(transaction, conversation, context)
        : (ofResponse(transaction, conversation, context) ??
          (final !== undefined && final.status < 300 ? ofMedia(transaction, conversation, context) : undefined));
    if (hit !== undefined) yield hit;
  },
});
