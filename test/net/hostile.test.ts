import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPcapReader } from '../../src/files/pcap.ts';
import { createPcapngReader } from '../../src/files/pcapng.ts';
import { sniff } from '../../src/files/sniff.ts';
import { links } from '../../src/link/links.ts';
import { createNetDecoder } from '../../src/net/decoder.ts';
import { createEndpoints } from '../../src/net/endpoints.ts';
import { bytes, hex, pcap, START } from '../files/build.ts';
import { createTally } from '../files/read.ts';
import { ALICE, ALICE6, BOB, BOB6, ethernet, INVITE, ipv4, ipv6, tcp, udp } from './build.ts';
import { decodeFrames, looksLikeSip } from './decode.ts';

/** The whole way from a file's bytes to SIP. */
function analyze(capture: Uint8Array) {
  const tally = createTally();
  let messages = 0;
  const decoder = createNetDecoder({
    input: 0,
    endpoints: createEndpoints(),
    tally,
    looksLikeSip,
    onDatagram: () => void messages++,
    onStream: () => void messages++,
    onEvent: () => {},
  });
  const createReader = sniff(capture) === 'pcapng' ? createPcapngReader : createPcapReader;
  const reader = createReader({ onFrame: decoder.frame, tally });
  reader.write(capture);
  const facts = reader.end();
  decoder.end(facts.lastTime);
  return { facts, messages, tally };
}

const folder = new URL('../../fixtures/hostile/', import.meta.url);

describe('hostile captures', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    const lines = readFileSync(new URL(name, folder), 'utf8').trim().split('\n');
    test(`${name}: ${lines[0].slice(2)}`, () => {
      const { messages, tally } = analyze(hex(lines.filter((line) => !/^[#=]/.test(line)).join('')));
      expect(tally.noted.map(({ reason }) => reason)).toEqual(
        lines.filter((line) => line.startsWith('= ')).map((line) => line.slice(2)),
      );
      expect(messages).toBe(0);
    });
  }
});

const packets = [
  udp(ALICE, BOB, INVITE),
  udp(ALICE6, BOB6, INVITE),
  tcp(ALICE, BOB, 1, INVITE),
  tcp(ALICE6, BOB6, 1, INVITE, { flags: 'FS' }),
  ipv4(ALICE, BOB, 17, bytes(INVITE, INVITE), { more: true }),
  ipv6(ALICE6, BOB6, 44, bytes([17, 0, 0, 1, 0, 0, 0, 9], INVITE)),
  ipv6(ALICE6, BOB6, 0, bytes([60, 0, 0, 0, 0, 0, 0, 0], [6, 0, 0, 0, 0, 0, 0, 0], INVITE)),
];

const anyPacket = fc
  .record({
    packet: fc.constantFrom(...packets),
    changes: fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
    length: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ packet, changes, length }) => {
    const copy = packet.slice();
    for (const [at, value] of changes) if (at < copy.length) copy[at] = value;
    return copy.slice(0, length);
  });

const types = [...links.flatMap((link) => link.types), 9999];

describe('properties', () => {
  test('random frames of any link type never throw', () => {
    const frame = fc.record({ data: fc.uint8Array({ maxLength: 120 }), linkType: fc.constantFrom(...types) });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 10 }), (frames) => void decodeFrames(frames)),
      { numRuns: 300 },
    );
  });

  test('damaged packets never throw, at whatever time', () => {
    const frame = fc.record({
      data: anyPacket,
      linkType: fc.constantFrom(101, 101, 101, 228, 229),
      time: fc.oneof(fc.integer({ min: START, max: START + 1e8 }), fc.constantFrom(0, 1e15, 4e15)),
      wire: fc.integer({ min: 0, max: 3000 }),
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 30 }), (frames) => void decodeFrames(frames)),
      { numRuns: 500 },
    );
  });

  test('damaged captures never throw', () => {
    const capture = pcap(packets.map((packet, i) => ({ data: ethernet(packet), time: START + i })));
    const changes = fc.array(fc.tuple(fc.nat(capture.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 20 });
    fc.assert(
      fc.property(changes, fc.nat(capture.length), (places, length) => {
        const copy = capture.slice();
        for (const [at, value] of places) copy[at] = value;
        analyze(copy.slice(0, length));
      }),
      { numRuns: 500 },
    );
  });

  test('a frame is read, delivered or counted: none disappears', () => {
    fc.assert(
      fc.property(fc.array(anyPacket, { maxLength: 10 }), (list) => {
        const { counters, tally } = decodeFrames(list.map((data) => ({ data, linkType: 101 })));
        const unread = tally.of('ip-header-damaged') + tally.of('frame-too-short');
        expect(counters.ip + counters.notIp + unread).toBe(list.length);
      }),
    );
  });
});
