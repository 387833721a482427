import type { Dialog, Response, SipMessage, Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { endedBefore } from '../guards.ts';
import { carriedName } from '../phrases.ts';

type Shown = {
  kind: 'request' | 'response';
  method: string;
  /** Of a response; 0 for requests. */
  status: number;
  sender: string;
  receiver: string;
  /** Bytes of the datagram that are here, and that there should be by Content-Length; 0 when it is not among them. */
  received: number;
  expected: number;
  /** Copies of the message, all of them incomplete. */
  copies: number;
  /** Of the first fragment. */
  frame: number;
  /** The whole capture holds first fragments only, as behind a filter on ports. */
  filtered: boolean;
};

const UDP_HEADER = 8;

/** Length of the datagram by the header fields that are here. */
function expectedOf({ size, bodyLength, contentLength }: SipMessage): number {
  return contentLength > bodyLength ? size - bodyLength + contentLength + UDP_HEADER : 0;
}

/** The other side behaves as if the response had not come. */
function isUnheard({ method, acks, requestRepeats }: Transaction, final: Response, conversation: Conversation) {
  if (method !== 'INVITE') return requestRepeats.some(({ time }) => time > final.message.time);
  const dialogs: readonly Dialog[] = 'dialogs' in conversation ? conversation.dialogs : [];
  const acked = acks.length > 0 || dialogs.some((one) => one.answer === final.message && one.acks.length > 0);
  return final.repeats.length > 0 && !acked;
}

/** Rule 31: a datagram was cut into fragments, and some of them never come. */
export const udpFragmentLost = defineRule<'transaction', Shown>({
  id: 'udp-fragment-lost',
  severity: 'error',
  scope: 'transaction',
  title: 'Large message of which IP fragments are lost',
  spec: ['RFC 3261 §18.1.1', 'RFC 3261 §18.3', 'RFC 8900 §3'],
  example: {
    kind: 'request',
    method: 'INVITE',
    status: 0,
    sender: '192.0.2.1:5060',
    receiver: '192.0.2.7:5060',
    received: 1480,
    expected: 1862,
    copies: 4,
    frame: 12,
    filtered: false,
  },
  why: ({ kind }) =>
    kind === 'request'
      ? 'IP hands nothing to the server until all fragments are there: to it, the request was never sent.'
      : 'IP hands nothing to the client until all fragments are there: to it, the server never answered.',
  fix: ({ kind, sender, receiver }) => [
    kind === 'request'
      ? `Let ${sender} use TCP or TLS to ${receiver}: over UDP a request must not be longer than 1300 bytes, unless the MTU of the whole path is known to be larger.`
      : `Let ${receiver} send its requests over TCP or TLS: a response takes the transport of its request, however long it is.`,
    `Make the message of ${sender} smaller: fewer codecs in the SDP, compact header fields, no unneeded header fields.`,
    'Look for a firewall, NAT or load balancer on the way that drops fragments without a UDP header, and let them pass.',
    'Look for a tunnel (VPN, PPPoE, GRE) with a smaller MTU on the way, and raise it or lower the MTU of the sender.',
  ],
  message: ({ sender, receiver, received, expected, copies, frame, ...message }) =>
    `Of the ${carriedName(message)} from ${sender} to ${receiver} only the first ${received} bytes${expected > 0 ? ` of ${expected}` : ''} came` +
    (copies === 1
      ? ` (fragment in frame ${frame}); `
      : ` (first fragment in frame ${frame}, ${copies} copies alike); `) +
    `the other IP fragments are missing, and ${receiver} behaves as if it had not come.`,
  limits: ({ filtered }) =>
    filtered
      ? 'The whole capture holds no fragment but first ones: a capture filter such as "port 5060" drops the others, so that they may have been sent.'
      : 'Whether the fragments are lost before or behind this capture point is not visible here.',
  when: ({ transaction: { request, responses } }) =>
    (responses.length === 0 && request?.truncated === true) || responses.some(({ message }) => message.truncated),
  *check({ transaction, conversation }, context) {
    const { network, thresholds } = context;
    const { request, requestRepeats, responses, client, server, method } = transaction;
    const final = responses.find(({ message }) => message === transaction.final);
    const kind = responses.length === 0 ? 'request' : 'response';
    if (kind === 'response' && (final === undefined || !isUnheard(transaction, final, conversation))) return;
    const copies =
      final === undefined
        ? [...(request === undefined ? [] : [request]), ...requestRepeats]
        : [final.message, ...final.repeats];
    const [first] = copies;
    const losses = copies.map((copy) => (copy.truncated ? network.fragmentLoss(copy) : undefined));
    const [loss] = losses;
    // A client that waits repeats its request; one copy alone means that it did get an answer.
    const unanswered =
      copies.length >= thresholds.unansweredSends ||
      (copies.length > 1 && !endedBefore(context, first.time, thresholds.transactionTimeout));
    if (kind === 'request' && !unanswered) return;
    // One copy that came whole is enough.
    if (loss === undefined || losses.includes(undefined)) return;
    const filtered = !network.traffic.some(({ laterFragments }) => laterFragments);
    yield {
      at: copies.slice(0, 2),
      args: {
        kind,
        method,
        status: first.status,
        sender: loss.source.name,
        receiver: loss.destination.name,
        received: loss.received,
        expected: expectedOf(first),
        copies: copies.length,
        frame: loss.origin.index,
        filtered,
      },
      severity: filtered ? 'warning' : 'error',
      confidence: filtered ? 'possible' : 'likely',
      device: loss.source.address,
      ...(kind === 'request' ? { needsAnswersOf: { client: client.address, server: server.address } } : {}),
    };
  },
});
