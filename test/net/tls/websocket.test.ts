/** What carries SIP on connections, within TLS: WebSocket as `wss`, HEP, and what is neither. The other side is Node's own TLS. */
import { once } from 'node:events';
import { duplexPair } from 'node:stream';
import { connect, TLSSocket } from 'node:tls';
import { beforeAll, describe, expect, it } from 'vitest';
import { be16, bytes } from '../../files/build.ts';
import { analyse, slice } from '../../slice/slice.ts';
import { ALICE, addressBytes, BOB, tcp, udp } from '../build.ts';
import { pcapOf } from '../pcap.ts';
import { KEY, REQUEST_HEAD, RESPONSE_HEAD, wsFrame } from '../websocket.ts';

const message = (startLine: string, callId: string) =>
  `${startLine}\r\nVia: SIP/2.0/WSS alice.example.com;branch=z9hG4bK-${callId}\r\nFrom: <sip:alice@example.com>;tag=1\r\n` +
  `To: <sip:bob@example.com>\r\nCall-ID: ${callId}\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n`;
const REQUEST = message('OPTIONS sip:bob@example.com SIP/2.0', 'within');
const OK = message('SIP/2.0 200 OK', 'within');
const ELSEWHERE = message('OPTIONS sip:bob@example.com SIP/2.0', 'elsewhere');

interface Recorded {
  readonly packets: readonly Uint8Array[];
  readonly keylog: string;
}

/** The two take turns, the client first; without certificates, as PSK (RFC 4279) needs none. */
async function recorded(turns: readonly (Uint8Array | string)[], ports: readonly [number, number]): Promise<Recorded> {
  const [near, far] = duplexPair();
  const sequences = [1001, 1001];
  const packets = [
    tcp(ALICE, BOB, 1000, '', { flags: 'S', ports }),
    tcp(BOB, ALICE, 1000, '', { flags: 'SA', ports: [ports[1], ports[0]], ack: 1001 }),
  ];
  const lines: string[] = [];
  const record = (byClient: boolean, data: Uint8Array) => {
    const at = byClient ? 0 : 1;
    const options = { ports: byClient ? ports : ([ports[1], ports[0]] as const), ack: sequences[1 - at] };
    packets.push(tcp(byClient ? ALICE : BOB, byClient ? BOB : ALICE, sequences[at], data, options));
    sequences[at] += data.length;
  };
  far.on('data', (data: Uint8Array) => record(true, new Uint8Array(data)));
  near.on('data', (data: Uint8Array) => record(false, new Uint8Array(data)));
  const psk = Buffer.alloc(16, 7);
  const common = { ciphers: 'PSK-AES128-GCM-SHA256', maxVersion: 'TLSv1.2' as const };
  // The types do not know that a server's socket takes it, too.
  const serverOptions = { isServer: true, ...common, pskCallback: () => psk };
  const server = new TLSSocket(far, serverOptions);
  const client = connect({
    socket: near,
    ...common,
    pskCallback: () => ({ psk, identity: 'alice' }),
    checkServerIdentity: () => undefined,
  });
  client.on('keylog', (line: Buffer) => void lines.push(line.toString('latin1')));
  await once(client, 'secureConnect');
  for (const [index, turn] of turns.entries()) {
    const [from, to] = index % 2 === 0 ? [client, server] : [server, client];
    const arrived = once(to, 'data');
    from.write(turn);
    await arrived;
  }
  client.destroy();
  server.destroy();
  return { packets, keylog: lines.join('') };
}

describe('WebSocket within TLS', () => {
  let wss: Recorded;
  beforeAll(async () => {
    wss = await recorded(
      [`${REQUEST_HEAD}\r\n`, `${RESPONSE_HEAD}\r\n`, wsFrame(REQUEST, { key: KEY }), wsFrame(OK)],
      [40000, 443],
    );
  });

  const told = (report: ReturnType<typeof analyse>) =>
    report.transactions.flatMap(({ messages }) =>
      messages.map(({ transport, source, destination, startLine }) => [transport, source, destination, startLine]),
    );
  const expected = [
    ['wss', `${ALICE}:40000`, `${BOB}:443`, 'OPTIONS sip:bob@example.com SIP/2.0'],
    ['wss', `${BOB}:443`, `${ALICE}:40000`, 'SIP/2.0 200 OK'],
  ];

  it('is read, on a port that is not of SIP', () => {
    expect(told(analyse(pcapOf(wss.packets), [wss.keylog]))).toEqual(expected);
  });

  it('is nothing without its keys', () => {
    expect(analyse(pcapOf(wss.packets)).inputs[0].sipMessages).toBe(0);
  });

  it('stays whole in a slice of its call alone', () => {
    const other = udp(ALICE, BOB, ELSEWHERE);
    const { bytes: written, frames } = slice(pcapOf([other, ...wss.packets]), 'pcap', ['within'], true, [wss.keylog]);
    expect(frames).toBe(wss.packets.length);
    expect(told(analyse(written, [wss.keylog]))).toEqual(expected);
  });
});

it('HEP within TLS is read, and kept whole in a slice', async () => {
  const chunk = (type: number, value: Uint8Array | readonly number[] | string) => {
    const data = bytes(value);
    return bytes([0, 0], be16(type), be16(data.length + 6), data);
  };
  const all = bytes(
    chunk(1, [2]),
    chunk(2, [17]),
    chunk(3, addressBytes('192.0.2.77')),
    chunk(4, addressBytes('192.0.2.78')),
    chunk(7, be16(5060)),
    chunk(8, be16(5062)),
    chunk(11, [1]),
    chunk(15, REQUEST),
  );
  const { packets, keylog } = await recorded([bytes('HEP3', be16(all.length + 6), all)], [40000, 9061]);
  for (const capture of [pcapOf(packets), slice(pcapOf(packets), 'pcap', ['within'], true, [keylog]).bytes]) {
    const [{ messages }] = analyse(capture, [keylog]).transactions;
    expect(messages.map(({ transport, source, destination }) => [transport, source, destination])).toEqual([
      ['udp', '192.0.2.77:5060', '192.0.2.78:5062'],
    ]);
  }
});

it('HTTP that never asks for WebSocket is nobody’s, within TLS, too', async () => {
  const { packets, keylog } = await recorded(
    ['GET / HTTP/1.1\r\nHost: server.example.com\r\n\r\n', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK'],
    [40000, 443],
  );
  const { inputs } = analyse(pcapOf(packets), [keylog]);
  expect([inputs[0].sipMessages, inputs[0].notDecoded]).toEqual([0, []]);
});
