/**
 * `tshark -T json`, `-T jsonraw` and `-T ek`. The first two print a member a line and keys more than once, so they are read
 * line by line; of `ek` each packet is one line. Bytes in hexadecimal (`-x`) beat the fields of SIP.
 */
import { type Address, addressOf, type Dialect, type Gatherer } from '../dialect.ts';
import { bytesOfHex, createPacketTaker } from '../packets.ts';
import { createSegments, linesOf } from '../segments.ts';
import { epochStamp, findStamp, type Stamp } from '../stamps.ts';
import type { Line } from '../unwrap.ts';
import { parseJsonBytes } from '../wrappers/json.ts';

const MEMBER = /^\s{2,60}"((?:frame|ip|ipv6|udp|tcp|sip)\.[\w.-]{1,40})": (".*"),?\s*$/;
const FRAME_RAW = /^\s{2,60}"frame_raw": \[$/;
const HEX = /^\s{2,60}"([0-9a-f]{28,524288})",?\s*$/;
const PACKET = /^\s{2,60}"_(?:index|source)": /;
const EK = /^\{"timestamp":"?\d{10,16}"?,"layers":\{/;

export const wiresharkJson: Dialect = {
  id: 'wireshark-json',
  title: 'tshark -T json, jsonraw, ek',
  gather: createGatherer,
};

interface Packet {
  readonly line: Line;
  readonly fields: Map<string, string>;
  hex: string;
  readonly messages: { start: string; rest: string; line: Line }[];
}

function createGatherer(emit: (line: Line) => void): Gatherer {
  const segments = createSegments(emit);
  const packets = createPacketTaker(segments);
  let packet: Packet | undefined;
  let rawFollows = false;

  function field(name: string, value: string, line: Line): void {
    if (!packet) return;
    if (name === 'sip.Request-Line' || name === 'sip.Status-Line')
      packet.messages.push({ start: value, rest: '', line });
    else if (name === 'sip.msg_hdr') {
      const message = packet.messages[packet.messages.length - 1];
      if (message && message.rest === '') message.rest = value;
    } else packet.fields.set(name, value);
  }

  function finish(): void {
    const done = packet;
    packet = undefined;
    rawFollows = false;
    if (!done) return;
    const time = stampOf(done.fields.get('frame.time_epoch'));
    const base = { dialect: 'wireshark-json', ...(time && { time }) };
    if (done.hex !== '' && packets.add(bytesOfHex(done.hex), base, done.line)) return;
    const udp = done.fields.has('udp.srcport');
    const source = endOf(done.fields, 'src', udp);
    const destination = endOf(done.fields, 'dst', udp);
    const ends = source && destination ? { source, destination } : {};
    for (const { start, rest, line } of done.messages) {
      if (rest === '') continue;
      const text = `${start.trimEnd()}\r\n${rest}`;
      segments.add({
        opening: { ...base, ...ends, ...(udp && { transport: 'udp' as const }) },
        // Some versions leave the blank line to the body.
        lines: linesOf(text.includes('\r\n\r\n') ? text : `${text}\r\n`, line),
      });
    }
  }

  function elastic(line: Line): void {
    packet = { line, fields: new Map(), hex: '', messages: [] };
    const layers = memberOf(parseJsonBytes(line.text), 'layers');
    for (const layer of ['frame', 'ip', 'ipv6', 'udp', 'tcp', 'sip']) {
      const found = memberOf(layers, layer);
      for (const one of Array.isArray(found) ? found : [found]) {
        for (const [key, value] of Object.entries(typeof one === 'object' && one !== null ? one : {})) {
          const text = Array.isArray(value) ? value[0] : value;
          // `sip_sip_msg_hdr`: the layer's name, then the field's with its first dot changed.
          if (typeof text === 'string') field(key.replace(`${layer}_${layer}_`, `${layer}.`), text, line);
        }
      }
    }
    const raw = memberOf(layers, 'frame_raw');
    const digits = Array.isArray(raw) ? raw[0] : raw;
    if (typeof digits === 'string' && /^[0-9a-f]{28,524288}$/.test(digits)) packet.hex = digits;
    finish();
  }

  return {
    line(line) {
      const { text } = line;
      if (text.startsWith('{"timestamp":') && EK.test(text)) {
        finish();
        elastic(line);
        return true;
      }
      if (text.startsWith('{"index":{"_index":"packets-')) return true;
      if (text.charCodeAt(0) === 32 && text.includes('"_') && PACKET.test(text)) {
        if (!packet || packet.fields.size > 0 || packet.hex !== '') finish();
        packet ??= { line, fields: new Map(), hex: '', messages: [] };
        return true;
      }
      if (!packet) {
        segments.end();
        return false;
      }
      if (rawFollows) {
        rawFollows = false;
        packet.hex = HEX.exec(text)?.[1] ?? '';
        return true;
      }
      if (FRAME_RAW.test(text)) rawFollows = true;
      const member = MEMBER.exec(text);
      const value = member && parseJsonBytes(member[2]);
      if (member && typeof value === 'string') field(member[1], value, line);
      if (/^[\s\]{}[,]/.test(text) || text === '') return true;
      finish();
      segments.end();
      return false;
    },
    end() {
      finish();
      segments.end();
    },
  };
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function endOf(fields: ReadonlyMap<string, string>, end: 'src' | 'dst', udp: boolean): Address | undefined {
  return addressOf(
    fields.get(`ip.${end}`) ?? fields.get(`ipv6.${end}`),
    fields.get(`${udp ? 'udp' : 'tcp'}.${end}port`),
  );
}

/** Seconds since 1970 up to 4.0, ISO 8601 since. */
function stampOf(text: string | undefined): Stamp | undefined {
  if (text === undefined) return undefined;
  const epoch = /^(\d{1,10})\.(\d{6})\d{0,3}$/.exec(text);
  return epoch ? epochStamp(epoch[1], epoch[2]) : findStamp(text);
}
