import type { HandshakeEnd } from '../../events.ts';
import type { Repeated } from '../../state/network.ts';
import { defineRule } from '../define.ts';
import { type Alert, alertOf } from '../tls-alerts.ts';

type Shown = {
  how: HandshakeEnd['how'];
  /** The side that gave up: its address, and that of the other. */
  by: string;
  other: string;
  byClient: boolean;
  client: string;
  server: string;
  /** -1 when it is encrypted or was not sent. */
  alert: number;
  /** SNI; empty when the client named none. */
  serverName: string;
  /** `TLS 1.2`, or the number of an unknown version (`0x0305`); empty when not seen. */
  offered: string;
  chosen: string;
  count: number;
  frame: number;
  input: string;
};

/** A name out of the trace, not too long for a sentence. */
const NAME_LENGTH = 80;

const versions: Readonly<Record<number, string>> = {
  768: 'SSL 3.0',
  769: 'TLS 1.0',
  770: 'TLS 1.1',
  771: 'TLS 1.2',
  772: 'TLS 1.3',
};

function versionOf(version: number): string {
  return version === 0 ? '' : (versions[version] ?? `0x${version.toString(16)}`);
}

function versionName(version: string): string {
  return version.startsWith('0x') ? `version ${version}` : version;
}

/** What the two said about versions and names, as a clause. */
function terms({ serverName, offered, chosen, client }: Shown): string {
  const parts = [
    ...(offered === '' ? [] : [`${client} offers up to ${versionName(offered)}`]),
    ...(chosen === '' ? [] : [`${versionName(chosen)} was chosen`]),
    serverName === '' ? 'no server name was sent' : `the server name is ${serverName}`,
  ];
  return parts.join(', ');
}

/** What to do where no alert says why. */
function guesses({ how, byClient, client, server, chosen }: Shown): string[] {
  if (byClient) {
    return [
      `Check the certificate of ${server} as ${client} sees it: expiry date, name, and a complete chain to a root that ${client} trusts (openssl s_client shows them).`,
      `Read the TLS log of ${client}: it alone knows why it gave up.`,
    ];
  }
  if (how === 'hidden') {
    return [
      `If ${server} wants a client certificate (mutual TLS), give ${client} one that ${server} trusts.`,
      `Read the TLS log of ${server}: it alone knows why it gave up.`,
    ];
  }
  return [
    `Check whether ${server} accepts connections from ${client} (access list), and whether it speaks TLS on this port at all.`,
    ...(chosen === '' ? [`Check that both have a TLS version in common, at least TLS 1.2.`] : []),
    `Read the TLS log of ${server}.`,
  ];
}

function adviceOf(args: Shown): readonly string[] {
  const known: Alert | undefined = args.how === 'alert' ? alertOf(args.alert) : undefined;
  return known === undefined ? guesses(args) : known.fix(args);
}

/** A later success shows that the failure was part of finding common terms. */
function cameThrough(failure: HandshakeEnd, last: number, all: readonly Repeated<HandshakeEnd>[]): boolean {
  const { source, destination } = failure;
  return all.some(
    ({ first, last: latest }) =>
      first.how === 'completed' &&
      first.source.address === source.address &&
      first.destination === destination &&
      latest > last,
  );
}

/** Rule 70: TLS between SIP hosts does not come about. */
export const tlsHandshakeFailed = defineRule<'capture', Shown>({
  id: 'tls-handshake-failed',
  severity: 'error',
  scope: 'capture',
  title: 'TLS handshake failed',
  spec: ['RFC 8446 §6.2', 'RFC 5246 §7.2.2', 'RFC 3261 §26.3.1'],
  example: {
    how: 'alert',
    by: '192.0.2.1',
    other: '192.0.2.7',
    byClient: true,
    client: '192.0.2.1',
    server: '192.0.2.7:5061',
    alert: 48,
    serverName: 'sip.example.com',
    offered: 'TLS 1.2',
    chosen: 'TLS 1.2',
    count: 4,
    frame: 7,
    input: 'trunk.pcap',
  },
  why: ({ client, server }) =>
    `Without TLS nothing of SIP gets from ${client} to ${server}: no registration and no call that needs this connection.`,
  fix: adviceOf,
  message: (args) => {
    const { how, by, other, alert, count, frame, input, client, server, byClient } = args;
    const times = count === 1 ? '' : `, ${count} times in all`;
    const known = alertOf(alert);
    const what = {
      completed: '',
      alert: `${by} ended it with the alert ${known?.name ?? alert}${known === undefined ? '' : ` (${alert}): ${known.meaning(by, other)}`}`,
      hidden: `${by} ended it with an alert that TLS 1.3 encrypts, right after the ${byClient ? 'certificate of the server' : 'last message of the client'}`,
      closed: byClient
        ? `${by} closed the connection right after the server had shown its certificate`
        : `${by} closed the connection in place of an answer to the first message`,
    }[how];
    return `The TLS handshake of ${client} with ${server} failed: ${what}; ${terms(args)} (frame ${frame} of ${input}${times}).`;
  },
  limits: ({ how }) =>
    how === 'alert' ? '' : 'Why is not visible in the trace: what would say so is encrypted or was not sent.',
  when: ({ network }) => network.handshakes.some(({ first }) => first.how !== 'completed'),
  *check({ network, inputs }) {
    for (const { first, last, count } of network.handshakes) {
      const { how, byClient, source, destination, alert, origin } = first;
      if (how === 'completed' || cameThrough(first, last, network.handshakes)) continue;
      yield {
        at: [],
        args: {
          how,
          by: byClient ? source.address : destination.address,
          other: byClient ? destination.address : source.address,
          byClient,
          client: source.address,
          server: destination.name,
          alert,
          serverName: first.serverName.slice(0, NAME_LENGTH),
          offered: versionOf(first.offered),
          chosen: versionOf(first.chosen),
          count,
          frame: origin.index,
          input: inputs[origin.input]?.path ?? '',
        },
        // A stranger that looks what is there tries once.
        severity: count > 1 ? 'error' : 'warning',
        confidence: how === 'alert' ? 'certain' : 'likely',
        device: how === 'alert' && !byClient ? source.address : destination.address,
      };
    }
  },
});
