/** Makes the captures of the bench: the same bytes on every run, in memory that does not grow with the file. */
import { Heap, type Pending } from './heap.ts';
import { createCaller, createServer, type Party } from './messages.ts';
import { type Address, address, PcapWriter } from './pcap.ts';
import { Random } from './random.ts';
import { MS, playCall, SECOND } from './scenarios.ts';

/** To be raised when the bytes change. */
export const VERSION = 1;

export interface Recipe {
  readonly seed: number;
  readonly calls: number;
  readonly callsPerSecond: number;
  /** Seconds of talk. */
  readonly talk: readonly [number, number];
  readonly rtp: boolean;
}

/** What went into the file. */
export interface Contents {
  readonly bytes: number;
  readonly frames: number;
  readonly calls: number;
  readonly messages: number;
  readonly sipBytes: number;
  /** Calls with something to be found. */
  readonly faults: number;
}

const START = Date.UTC(2026, 0, 5, 10, 0, 0) * 1000;
const PTIME = 20 * MS;
const JITTER = 2 * MS;
const RTP_HEADER = 12;
const SAMPLES = 160;

interface Event extends Pending {
  send(pcap: PcapWriter): void;
  /** Time of the next sending; below 0 when this was the last. */
  next(): number;
}

export function generate(path: string, recipe: Recipe): Contents {
  const random = new Random(recipe.seed);
  const network = createNetwork(random);
  const pcap = new PcapWriter(path);
  const heap = new Heap<Event>();
  const interval = (2 * SECOND) / recipe.callsPerSecond;
  let calls = 0;
  let messages = 0;
  let sipBytes = 0;
  let faults = 0;
  let order = 0;
  let start = START;

  function begin(): void {
    const { caller, callee } = network.parties();
    const play = playCall({ random, caller, callee, start, talk: recipe.talk });
    const other = (party: Party) => (party === caller ? callee : caller);
    for (const { at, by, text } of play.sendings) {
      heap.push(createSending(order++, at, by.signalling, other(by).signalling, text));
      messages++;
      sipBytes += text.length;
    }
    for (const { by, from, until } of recipe.rtp ? play.voices : []) {
      const { payloadType } = play.messages;
      heap.push(createStream(order++, random, { from, until, payloadType, by: by.media, to: other(by).media }));
    }
    calls++;
    if (play.fault) faults++;
    start += random.between(0, interval);
  }

  for (;;) {
    while (calls < recipe.calls && start <= (heap.peek()?.at ?? start)) begin();
    const event = heap.peek();
    if (event === undefined) break;
    event.send(pcap);
    event.at = event.next();
    if (event.at < 0) heap.shift();
    else heap.moved();
  }
  pcap.close();
  return { bytes: pcap.bytes, frames: pcap.frames, calls, messages, sipBytes, faults };
}

function createSending(order: number, at: number, from: Address, to: Address, text: string): Event {
  return {
    at,
    order,
    send: (pcap) => pcap.datagram(at, from, to, (buffer, offset) => buffer.write(text, offset, 'latin1')),
    next: () => -1,
  };
}

interface StreamOptions {
  readonly from: number;
  readonly until: number;
  readonly payloadType: number;
  readonly by: Address;
  readonly to: Address;
}

/** Sound of no meaning, from which each packet takes a piece. */
const sound = (() => {
  const random = new Random(0x50d4);
  return Buffer.from(Uint8Array.from({ length: 64 * 1024 }, () => random.between(0, 255)));
})();

/** G.711, 20 ms a packet (RFC 3551). */
function createStream(order: number, random: Random, { from, until, payloadType, by, to }: StreamOptions): Event {
  const ssrc = random.uint32();
  let sequence = random.between(0, 0xffff);
  let timestamp = random.uint32();
  let due = from;
  let first = true;
  const fill = (buffer: Buffer, at: number) => {
    buffer[at] = 0x80;
    buffer[at + 1] = payloadType | (first ? 0x80 : 0);
    buffer.writeUInt16BE(sequence, at + 2);
    buffer.writeUInt32BE(timestamp, at + 4);
    buffer.writeUInt32BE(ssrc, at + 8);
    const piece = (sequence * SAMPLES + ssrc) % (sound.length - SAMPLES);
    sound.copy(buffer, at + RTP_HEADER, piece, piece + SAMPLES);
    return RTP_HEADER + SAMPLES;
  };
  return {
    at: from,
    order,
    send(pcap) {
      pcap.datagram(this.at, by, to, fill);
      first = false;
      sequence = (sequence + 1) & 0xffff;
      timestamp = (timestamp + SAMPLES) >>> 0;
    },
    next() {
      due += PTIME;
      return due < until ? due + random.between(0, JITTER) : -1;
    },
  };
}

/** Hundreds of phones and a few dozen servers, all in the networks set aside for documentation (RFC 5737). */
function createNetwork(random: Random) {
  const phones: string[] = [];
  for (let host = 1; host < 255; host++) phones.push(`198.51.100.${host}`, `203.0.113.${host}`);
  const servers = Array.from({ length: 36 }, (_, index) => `192.0.2.${10 + index * 5}`);
  const signallingPort = () => (random.fraction() < 0.3 ? 5060 : random.between(32_768, 60_999));
  const mediaPort = () => 2 * random.between(8192, 16_383);
  return {
    parties() {
      const phone = random.pick(phones);
      const server = random.pick(servers);
      return {
        caller: createCaller(random, address(phone, signallingPort()), address(phone, mediaPort())),
        callee: createServer(random, address(server, 5060), address(server, mediaPort())),
      };
    },
  };
}
