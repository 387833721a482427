import { describe, expect, it } from 'vitest';
import type { ConnectionFailure, FragmentLoss, IcmpError } from '../../src/events.ts';
import type { Endpoint } from '../../src/model.ts';
import { createNetwork } from '../../src/state/network.ts';

const socket = (address: string, port: number): Endpoint => ({ address, port, name: `${address}:${port}` });
const alice = socket('192.0.2.1', 5060);
const bob = socket('192.0.2.7', 5060);
const between = { source: alice, destination: bob };
const origin = (index: number) => ({ input: 0, index, position: 0, length: 0 });

const error = (time: number, more: Partial<IcmpError> = {}): IcmpError => ({
  kind: 'icmp',
  ...between,
  time,
  origin: origin(time),
  reason: 'port',
  transport: 'udp',
  sip: true,
  reporter: bob.address,
  mtu: 0,
  ...more,
});

const times = (errors: readonly IcmpError[]) => errors.map(({ time }) => time);

describe('what the network did', () => {
  it('is found by sockets and time', () => {
    const network = createNetwork();
    for (const time of [10, 30, 20, 40]) network.add(error(time));
    network.add(error(25, { source: socket('192.0.2.2', 5060) }));
    network.add(error(26, { sip: false }));
    expect(times(network.icmp(alice, bob, 15, 30))).toEqual([20, 30]);
    expect(times(network.icmp(bob, alice, 15, 30))).toEqual([]);
    expect(times(network.otherIcmp(0, 99))).toEqual([26]);
  });

  it('is forgotten when much else came after it, the latest stays', () => {
    const network = createNetwork();
    for (let time = 0; time < 200_000; time++) network.add(error(time));
    expect(times(network.icmp(alice, bob, 0, 100))).toEqual([]);
    expect(times(network.icmp(alice, bob, 199_998, 300_000))).toEqual([199_998, 199_999]);
    // However many there are, an answer has an end.
    expect(network.icmp(alice, bob, 0, 300_000).length).toBeLessThanOrEqual(1_024);
  });

  it('counts the same between the same hosts once, and different things to a limit', () => {
    const network = createNetwork();
    const failure = (port: number, time: number): ConnectionFailure => ({
      kind: 'connection',
      how: 'refused',
      time,
      origin: origin(1),
      source: socket('192.0.2.1', port),
      destination: bob,
      sends: 1,
      waited: 0,
      idle: -1,
    });
    network.add(failure(40_000, 5));
    network.add(failure(40_001, 9));
    expect(network.connections).toMatchObject([{ count: 2, last: 9, first: { time: 5 } }]);
    for (let i = 0; i < 10_000; i++) network.add({ ...failure(1, 1), destination: socket(`host${i}`, 5060) });
    expect(network.connections.length).toBeLessThanOrEqual(4_096);
  });

  it('names the datagram that a message is the beginning of', () => {
    const network = createNetwork();
    const loss: FragmentLoss = { kind: 'fragments', ...between, time: 1, origin: origin(12), received: 1480 };
    expect(network.fragmentLoss({ origin: origin(12) })).toBeUndefined();
    network.add(loss);
    expect(network.fragmentLoss({ origin: origin(12) })).toBe(loss);
    expect(network.fragmentLoss({ origin: origin(13) })).toBeUndefined();
  });

  it('includes SYNs that ICMP sent back, but not packets that are only too big', () => {
    const network = createNetwork();
    network.add(error(1, { transport: 'tcp', reason: 'too-big' }));
    expect(network.connections).toEqual([]);
    network.add(error(2, { transport: 'tcp', reason: 'host' }));
    expect(network.connections).toMatchObject([{ first: { how: 'unreachable' } }]);
  });
});
