import type { Transaction } from '../../model.ts';
import { type Conversation, defineRule } from '../define.ts';
import { addressesInferred, bodyUnreliable } from '../guards.ts';
import { cameFrom, nearby, passedOn } from '../hops.ts';

type Shown = {
  /** `proven`: smaller requests to the same server are answered. */
  kind: 'answered' | 'unanswered' | 'proven';
  method: string;
  client: string;
  server: string;
  size: number;
  /** What is allowed where the path MTU is not known. */
  limit: number;
  sends: number;
  /** `proven`: the method and size of the largest request that was answered; else empty and 0. */
  smaller: string;
  smallerSize: number;
};

/** What every host must be able to take (RFC 791 §3.1): below, no limit makes sense. */
const SMALLEST = 576;

/** The largest of the requests on the same way that was answered. */
function largestAnswered(transaction: Transaction, conversation: Conversation, limit: number) {
  const { client, server } = transaction;
  let largest: Transaction['request'];
  for (const other of nearby(transaction, conversation)) {
    if (other.client !== client || other.server !== server || other.responses.length === 0) continue;
    if (other.request === undefined || other.request.size > limit) continue;
    if (largest === undefined || other.request.size > largest.size) largest = other.request;
  }
  return largest;
}

/** Rule 30: a request too large for UDP. */
export const udpMessageOversized = defineRule<'transaction', Shown>({
  id: 'udp-message-oversized',
  severity: 'warning',
  scope: 'transaction',
  title: 'Request too large for UDP',
  spec: ['RFC 3261 §18.1.1', 'RFC 8900 §3'],
  example: {
    kind: 'proven',
    method: 'INVITE',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    size: 1620,
    limit: 1300,
    sends: 7,
    smaller: 'INVITE',
    smallerSize: 1180,
  },
  why: ({ kind }) =>
    kind === 'answered'
      ? 'It worked here; on a path with a smaller MTU, or behind a firewall that drops fragments, the same call fails without any answer.'
      : 'Beyond the MTU of the path IP cuts it into fragments, and many firewalls and NATs drop those silently.',
  fix: ({ client, server }) => [
    `Let ${client} use TCP or TLS towards ${server}; in Kamailio, set udp_mtu and udp_mtu_try_proto.`,
    `Make the request smaller: offer fewer codecs, turn off unused features (video, ICE, SRTP offers), use compact header fields.`,
    'If a header field makes it large (Identity, History-Info, Record-Route, Route), ask whether every hop on the way needs it.',
  ],
  message: (args) =>
    `The ${args.method} of ${args.client} to ${args.server} has ${args.size} bytes over UDP, where RFC 3261 allows ${args.limit}` +
    {
      answered: '.',
      unanswered: `, and none of its ${args.sends} copies was answered.`,
      proven: `: none of its ${args.sends} copies was answered, while the ${args.smaller} with ${args.smallerSize} bytes was.`,
    }[args.kind],
  limits: ({ kind }) =>
    kind === 'answered'
      ? 'Where the MTU of the whole path is known to be larger, the limit is that MTU less 200 bytes.'
      : 'That the size is the reason is likely, not proven: the trace does not show where the request was lost.',
  when: ({ transaction: { request } }) =>
    request !== undefined && request.transport === 'udp' && request.size > SMALLEST,
  *check({ transaction, conversation }, { thresholds }) {
    const { request, requestRepeats, responses, client, server, method, id } = transaction;
    const { udpMessage: limit, unansweredSends } = thresholds;
    if (request === undefined || request.size <= limit) return;
    if (addressesInferred(request) || (request.log !== undefined && bodyUnreliable(request))) return;
    const answered = responses.length > 0;
    const sends = 1 + requestRepeats.length;
    if (answered) {
      // Once for each conversation, where the request comes from.
      const before = (other: Transaction) => other.id < id && (other.request?.size ?? 0) > limit;
      if (cameFrom(transaction, conversation).length > 0 || nearby(transaction, conversation).some(before)) return;
    } else if (sends < unansweredSends || passedOn(transaction, conversation).length > 0) return;
    const smaller = answered ? undefined : largestAnswered(transaction, conversation, limit);
    const kind = answered ? 'answered' : smaller === undefined ? 'unanswered' : 'proven';
    yield {
      at: [request, ...(smaller === undefined ? [] : [smaller])],
      args: {
        kind,
        method,
        client: client.name,
        server: server.name,
        size: request.size,
        limit,
        sends,
        smaller: smaller?.method ?? '',
        smallerSize: smaller?.size ?? 0,
      },
      severity: kind === 'answered' ? 'info' : kind === 'proven' ? 'error' : 'warning',
      confidence: kind === 'answered' ? 'certain' : kind === 'proven' ? 'likely' : 'possible',
      device: client.address,
      ...(answered ? {} : { needsAnswersOf: { client: client.address, server: server.address } }),
    };
  },
});
