import { parseVia, type Via } from '../../headers/via.ts';
import type { Endpoint, SipMessage, Transaction } from '../../model.ts';
import { defineRule } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { nearby } from '../hops.ts';
import { isPublic } from '../nat.ts';

type Kind = 'port' | 'no-rport' | 'source' | 'address';

type Shown = {
  /**
   * `port`: rport was asked for and not honoured. `no-rport`: nobody asked, and the port of the Via is not open. `source`:
   * the response leaves from elsewhere than the request went to. `address`: it goes to the host in the Via instead of the
   * one that the request came from.
   */
  kind: Kind;
  method: string;
  status: number;
  client: string;
  server: string;
  /** Where the response went, or where it came from (`source`). */
  actual: string;
  /** Repeats of the request after the response: the client does not see it. */
  repeats: number;
};

interface Misrouted {
  readonly kind: Kind;
  readonly response: SipMessage;
  readonly request: SipMessage;
  readonly repeats: number;
  readonly actual: Endpoint;
}

/** A repeat this soon after a response (µs) may have crossed it. */
const CROSSING = 100_000;

function topVia(message: SipMessage): Via | undefined {
  return parseVia(message.header('Via') ?? '')[0];
}

function repeatsAfter({ requestRepeats }: Transaction, response: SipMessage): number {
  let count = 0;
  for (const { time } of requestRepeats) if (time > response.time + CROSSING) count++;
  return count;
}

/** The server says that it got the request from just there: an address translation between it and the capture (G-NAT). */
function isWhereSeen(response: SipMessage): boolean {
  const via = topVia(response);
  if (via === undefined) return true;
  const { destination } = response;
  const host = via.received ?? via.host;
  return (
    host === destination.address && (via.rport ?? destination.port) === destination.port && via.rport !== undefined
  );
}

function misdirected(transaction: Transaction, request: SipMessage, response: SipMessage): Kind | undefined {
  const asked = topVia(request);
  if (asked === undefined || asked.maddr !== undefined) return undefined;
  const { source, destination } = response;
  if (destination !== request.source && destination.address === request.source.address && !isWhereSeen(response)) {
    if (asked.params.has('rport')) return 'port';
    const expected = asked.port ?? 5060;
    return destination.port === expected && repeatsAfter(transaction, response) >= 2 ? 'no-rport' : undefined;
  }
  if (source === request.destination || !asked.params.has('rport')) return undefined;
  // A capture on the translating host itself shows the server under two addresses.
  return isPublic(source.address) === isPublic(request.destination.address) ? 'source' : undefined;
}

function ofOwn(transaction: Transaction): Misrouted | undefined {
  const { request, responses } = transaction;
  if (request === undefined || addressesInferred(request)) return undefined;
  // One response at the right place, and the others are copies that a balancer or a second interface shows.
  if (
    responses.some(({ message }) => message.destination === request.source && message.source === request.destination)
  ) {
    return undefined;
  }
  for (const { message } of responses) {
    if (addressesInferred(message)) return undefined;
    const kind = misdirected(transaction, request, message);
    if (kind === undefined) continue;
    const actual = kind === 'source' ? message.source : message.destination;
    return { kind, response: message, request, repeats: repeatsAfter(transaction, message), actual };
  }
  return undefined;
}

/** Responses to a host that sent no request: the request of another host has the same branch, and its Via names this one. */
function ofTwin(transaction: Transaction, around: readonly Transaction[]): Misrouted | undefined {
  const response = transaction.responses[0]?.message;
  if (response === undefined || addressesInferred(response) || transaction.branch === '') return undefined;
  const twin = around.find(
    (other) =>
      other.request !== undefined &&
      other.branch === transaction.branch &&
      other.method === transaction.method &&
      other.cseq === transaction.cseq &&
      other.server === transaction.server &&
      other.client.address !== transaction.client.address,
  );
  if (twin?.request === undefined || twin.responses.length > 0 || twin.request.transport !== 'udp') return undefined;
  const via = topVia(twin.request);
  if (via === undefined || via.maddr !== undefined || via.host !== response.destination.address) return undefined;
  const answered = topVia(response);
  // `received` names the host that got it: the server saw the request come from there.
  if (answered?.received === response.destination.address) return undefined;
  return {
    kind: 'address',
    response,
    request: twin.request,
    repeats: repeatsAfter(twin, response),
    actual: response.destination,
  };
}

function isStraight({ request, responses }: Transaction): boolean {
  for (const { message } of responses) {
    if (message.destination !== request?.source || message.source !== request.destination) return false;
  }
  return true;
}

/** Rule 37: the response does not go back the way the request came. */
export const responseMisrouted = defineRule<'transaction', Shown>({
  id: 'response-misrouted',
  severity: 'warning',
  scope: 'transaction',
  title: 'Response sent to the wrong place',
  spec: ['RFC 3581 §4', 'RFC 3261 §18.2.1', 'RFC 3261 §18.2.2'],
  example: {
    kind: 'port',
    method: 'INVITE',
    status: 200,
    client: '203.0.113.7:61022',
    server: '198.51.100.2:5060',
    actual: '203.0.113.7:5060',
    repeats: 3,
  },
  why: ({ repeats }) =>
    repeats > 0
      ? 'The client does not see the response: it repeats its request and gives up, although the server works.'
      : 'Behind NAT or a firewall such a response does not arrive; it works only where every port is open.',
  fix: ({ kind, client, server }) =>
    ({
      port: [
        `Let ${server} honour rport (force_rport=yes in Asterisk PJSIP, force_rport in Kamailio and OpenSIPS, NDLB-force-rport in FreeSWITCH).`,
        `If a balancer stands before ${server}, let it keep the source port of the client.`,
      ],
      'no-rport': [
        `Turn rport on in ${client} (RFC 3581), so that responses come back through its NAT binding.`,
        `Let ${server} answer to the source port in any case (force_rport).`,
      ],
      source: [
        `Let ${server} send its responses from the address and port that the request came to; on a host with several addresses bind SIP to one of them.`,
        'If a balancer distributes the requests, send the responses back through it.',
      ],
      address: [
        `Let ${server} add received and answer to the source of the request (RFC 3261 §18.2.2); force_rport does both in most servers.`,
        `Or let ${client} write an address into its Via that ${server} can reach.`,
      ],
    })[kind],
  message: ({ kind, method, status, client, server, actual, repeats }) => {
    const unseen =
      repeats > 0 ? `; the client repeated its request ${repeats === 1 ? 'once' : `${repeats} times`} after it` : '';
    return {
      port: `${server} sent its ${status} for the ${method} to ${actual}, although rport asks for it at ${client}${unseen}.`,
      'no-rport': `${server} sent its ${status} for the ${method} to ${actual}, the port in the Via, not to ${client}${unseen}.`,
      source: `The ${status} for the ${method} of ${client} left from ${actual} instead of ${server}, where the request went${unseen}.`,
      address: `${server} sent its ${status} for the ${method} to ${actual}, the host in the Via, not to ${client}${unseen}.`,
    }[kind];
  },
  limits: ({ repeats }) =>
    repeats > 0
      ? ''
      : 'Whether the client got the response is not in the trace; an address translation after the capture point can look like this.',
  when: ({ transaction }) => transaction.responses.length > 0 && !isStraight(transaction),
  *check({ transaction, conversation }) {
    if (transaction.responses[0].message.transport !== 'udp') return;
    const found =
      transaction.request === undefined ? ofTwin(transaction, nearby(transaction, conversation)) : ofOwn(transaction);
    if (found === undefined) return;
    const { kind, response, request, repeats, actual } = found;
    yield {
      at: [response, request],
      args: {
        kind,
        method: request.method.slice(0, 24),
        status: response.status,
        client: request.source.name,
        server: request.destination.name,
        actual: actual.name,
        repeats,
      },
      // Who goes on as if nothing were wrong has the response: a peer without NAT, or ports that are split on purpose.
      severity: repeats >= 2 ? 'error' : repeats === 1 ? 'warning' : 'info',
      confidence: repeats >= 2 ? 'certain' : 'likely',
      device: kind === 'no-rport' ? request.source.address : request.destination.address,
    };
  },
});
