import type { ConnectionFailure } from '../../events.ts';
import type { Repeated } from '../../state/network.ts';
import { defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';

type Shown = {
  how: ConnectionFailure['how'];
  client: string;
  /** Socket that the connection went to, and its address alone. */
  server: string;
  host: string;
  /** Connections that failed like this. */
  count: number;
  /** SYNs of the first one. */
  sends: number;
  /** First SYN to the last one, or request to its reset (ms). */
  waited: number;
  /** Silence before the request, ms; -1 when it was the first. */
  idle: number;
  frame: number;
  input: string;
  /** The two exchange SIP nevertheless. */
  talks: boolean;
};

type Failure = Repeated<ConnectionFailure>;

/** Of several ways in which one pair failed, the one that says most. */
const telling: readonly ConnectionFailure['how'][] = ['refused', 'unreachable', 'unanswered'];

/** One pair of hosts fails in one way, beside resets of what was open. */
function mostTelling(failures: readonly Failure[]): readonly Failure[] {
  const byPair = new Map<string, Failure>();
  for (const failure of failures) {
    const { how, source, destination } = failure.first;
    const key = `${source.address} ${destination.name}${how === 'reset' ? ' reset' : ''}`;
    const known = byPair.get(key);
    if (known === undefined || telling.indexOf(how) < telling.indexOf(known.first.how)) byPair.set(key, failure);
  }
  return [...byPair.values()];
}

/** Clients that try one server after the other are looking for some. */
function scannersAmong(failures: readonly Failure[], most: number): ReadonlySet<string> {
  const targets = new Map<string, number>();
  for (const { first } of failures) targets.set(first.source.address, (targets.get(first.source.address) ?? 0) + 1);
  return new Set([...targets].filter(([, count]) => count > most).map(([address]) => address));
}

/** Rule 69: TCP connections for SIP that do not come about, or break when they are needed. */
export const tcpConnectFailed = defineRule<'capture', Shown>({
  id: 'tcp-connect-failed',
  severity: 'error',
  scope: 'capture',
  title: 'TCP connection for SIP failed',
  spec: ['RFC 3261 §18.4', 'RFC 9293 §3.5.2', 'RFC 5626 §3.5.1'],
  example: {
    how: 'refused',
    client: '192.0.2.1',
    server: '192.0.2.7:5060',
    host: '192.0.2.7',
    count: 3,
    sends: 1,
    waited: 0.3,
    idle: -1,
    frame: 2,
    input: 'trunk.pcap',
    talks: false,
  },
  why: ({ how, talks }) => {
    if (how === 'reset')
      return 'The request is lost, and with it the call, until the client sends it again over a new connection.';
    return talks
      ? 'The two hosts do exchange SIP over another transport or at another time; what needs this connection fails or comes late.'
      : 'What the client wants to send over TCP or TLS is never sent: the SIP messages show nothing of it, except perhaps a 503 or 408 further up.';
  },
  fix: ({ how, client, server, host, idle }) =>
    ({
      refused: [
        `Start the service on ${host} or let it listen on ${server} for TCP or TLS; many servers take UDP only until told otherwise.`,
        `Check the port and transport that ${client} uses (DNS SRV and NAPTR, trunk, transport parameter of a URI).`,
        'Check for a firewall that answers with RST in the name of the server, and for a limit of connections.',
      ],
      unreachable: [
        `Check that ${host} is up and that no filter on the way forbids ${client} to reach ${server}.`,
        'See which router or host sent the ICMP message: the route or filter to change is there.',
      ],
      unanswered: [
        `Allow TCP to ${server} in the firewalls between ${client} and ${host}: SYNs that vanish are the mark of a silent filter.`,
        `Check that ${host} is up and has this address.`,
      ],
      reset: [
        ...(idle >= 0
          ? [
              `Let ${client} keep the connection open: CRLF keep-alives (RFC 5626 §3.5.1) more often than every ${duration(idle)}, or TCP keep-alives.`,
              'Raise the idle timeout of the firewall, NAT or load balancer on the way, and of the server itself.',
            ]
          : [
              `Check whether ${server} expects TLS, and whether it accepts SIP from ${client}.`,
              `Read the log of ${host} at this time.`,
            ]),
        'Let the client send a request again over a new connection when the old one breaks.',
      ],
    })[how],
  message: ({ how, client, server, host, count, sends, waited, idle, frame, input }) => {
    const times = count === 1 ? '' : `, ${count} times in all`;
    const where = `(frame ${frame} of ${input}${times}).`;
    switch (how) {
      case 'refused':
        return `${host} refuses TCP connections of ${client} to ${server}: the SYN was answered with RST ${where}`;
      case 'unreachable':
        return `TCP connections of ${client} to ${server} fail: the network sent the SYN back as undeliverable ${where}`;
      case 'unanswered':
        return `TCP connections of ${client} to ${server} fail: ${sends} SYNs within ${duration(waited)}, and no answer ${where}`;
      case 'reset':
        return (
          `The TCP connection of ${client} to ${server} was closed ${duration(waited)} after a request, instead of an answer` +
          `${idle >= 0 ? `; it had been silent for ${duration(idle)} before` : ''} ${where}`
        );
    }
  },
  limits: ({ how }) =>
    how === 'reset'
      ? 'Whether the other host closed the connection or a device on the way is not visible in the trace.'
      : 'Which SIP messages were to be sent over the connection is not visible in the trace.',
  when: ({ network }) => network.connections.length > 0,
  *check({ network, inputs, talks }, { thresholds }) {
    const scanners = scannersAmong(network.connections, thresholds.scanTargets);
    for (const { first, count } of mostTelling(network.connections)) {
      const { how, source, destination, sends, waited, idle, origin } = first;
      if (scanners.has(source.address)) continue;
      if (how === 'unanswered' && sends < thresholds.unansweredSends && count === 1) continue;
      const talk = talks(source.address, destination.address);
      yield {
        at: [],
        args: {
          how,
          client: source.address,
          server: destination.name,
          host: destination.address,
          count,
          sends,
          waited: milliseconds(0, waited),
          idle: idle < 0 ? -1 : milliseconds(0, idle),
          frame: origin.index,
          input: inputs[origin.input]?.path ?? '',
          talks: talk,
        },
        // Once may be chance, and a client that has another way loses little.
        severity: talk || (count === 1 && how !== 'unanswered') ? 'warning' : 'error',
        confidence: how === 'unanswered' ? 'likely' : 'certain',
        device: destination.address,
      };
    }
  },
});
