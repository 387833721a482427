/** Captures of the lab with TLS in them, read, and changed frame by frame. */
import { existsSync, readFileSync } from 'node:fs';
import { createPcapReader } from '../../../src/files/pcap.ts';
import { openInput } from '../../../src/input.ts';
import { createEndpoints } from '../../../src/net/endpoints.ts';
import { createKeyLog } from '../../../src/net/tls/keylog.ts';
import { ciphers } from '../../../src/node/ciphers.ts';
import { InputRecord } from '../../../src/record/input.ts';
import { createMessageParser } from '../../../src/sip/parser.ts';
import { createNetwork } from '../../../src/state/network.ts';
import { pcapHeader, pcapRecord } from '../../files/build.ts';

const folder = new URL('../../../fixtures/captures/', import.meta.url).pathname;

export function capture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(folder + name));
}

export function keylogOf(name: string): string {
  const path = `${folder}${name.replace(/\.pcap$/, '')}.keylog`;
  return existsSync(path) ? readFileSync(path, 'latin1') : '';
}

export interface Seen {
  /** Start line and Call-ID of each message. */
  readonly messages: readonly string[];
  readonly whole: readonly boolean[];
  readonly transports: ReadonlySet<string>;
  readonly notDecoded: Readonly<Record<string, number>>;
  /** Connections that stay closed, by reason; undefined where there were no keys. */
  readonly closed: Readonly<Record<string, number>> | undefined;
}

export function see(bytes: Uint8Array, keylog: string, chunk = bytes.length): Seen {
  const record = new InputRecord('capture');
  const keyLog = createKeyLog();
  keyLog.add(keylog);
  const network = createNetwork();
  const parser = createMessageParser();
  const messages: string[] = [];
  const whole: boolean[] = [];
  const transports = new Set<string>();
  const reasons = new Map<string, number>();
  const { count } = record;
  record.count = (reason, index, position) => {
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    count.call(record, reason, index, position);
  };
  const sink = openInput({
    record,
    index: 0,
    endpoints: createEndpoints(),
    ahead: 0,
    clock: { now: Number.NEGATIVE_INFINITY },
    network,
    ciphers,
    keyLog,
    take(data, start, end, arrival) {
      const message = parser.parse(data, start, end, arrival);
      if (message === undefined) return false;
      messages.push(`${message.startLine} ${message.callId}`);
      whole.push(!message.truncated);
      transports.add(message.transport);
      return true;
    },
  });
  for (let at = 0; at < bytes.length; at += chunk) sink.write(bytes.slice(at, at + chunk));
  sink.end();
  const [traffic] = network.traffic;
  // What is cut too short is no capture.
  const sips = traffic?.encrypted.count ?? 0;
  if (sips > 0) reasons.set('data on 5061', sips);
  return {
    messages,
    whole,
    transports,
    notDecoded: Object.fromEntries(reasons),
    closed: traffic?.closed && Object.fromEntries(traffic.closed.map(({ because, count: n }) => [because, n])),
  };
}

/** A frame of Ethernet, IPv4 and TCP. */
export interface TcpFrame {
  readonly data: Uint8Array;
  readonly time: number;
  /** Where the payload begins. */
  readonly payload: number;
}

const IP = 14;

export function framesOf(bytes: Uint8Array): TcpFrame[] {
  const frames: TcpFrame[] = [];
  const reader = createPcapReader({
    tally: { count() {} },
    onFrame({ bytes: from, start, end, time }) {
      const data = from.slice(start, end);
      const isTcp = data[12] === 8 && data[13] === 0 && data[IP + 9] === 6;
      const tcp = IP + ((data[IP] & 15) << 2);
      const stop = IP + ((data[IP + 2] << 8) | data[IP + 3]);
      frames.push({
        data: isTcp ? data.slice(0, stop) : data,
        time,
        payload: isTcp ? tcp + ((data[tcp + 12] >> 4) << 2) : data.length,
      });
    },
  });
  reader.write(bytes);
  reader.end();
  return frames;
}

export function written(frames: readonly { data: Uint8Array; time: number; wire?: number }[]): Uint8Array {
  return new Uint8Array(Buffer.concat([pcapHeader(), ...frames.map((frame) => pcapRecord(frame))]));
}

/** The frame with only `[from, to)` of its payload: a segment of its own. */
export function part({ data, time, payload }: TcpFrame, from: number, to: number): TcpFrame {
  const segment = new Uint8Array(Buffer.concat([data.slice(0, payload), data.slice(payload + from, payload + to)]));
  const view = new DataView(segment.buffer);
  view.setUint16(IP + 2, segment.length - IP);
  const tcp = IP + ((segment[IP] & 15) << 2);
  view.setUint32(tcp + 4, (view.getUint32(tcp + 4) + from) >>> 0);
  // FIN goes with the last part.
  if (payload + to < data.length) segment[tcp + 13] &= ~1;
  return { data: segment, time, payload };
}

export function sizeOf({ data, payload }: TcpFrame): number {
  return data.length - payload;
}
