/** Of decrypted connections, lets those through that carry SIP, or what may carry it: known by the first bytes of either direction. */
import type { StreamChunk } from '../../model.ts';
import { isTelling } from '../telling.ts';
import { joined } from './key-schedule.ts';

export interface TextOptions {
  isWanted(bytes: Uint8Array, start: number, end: number): boolean;
  /** It is not yet, but may be with more bytes behind. */
  mayBeWanted(bytes: Uint8Array, start: number, end: number): boolean;
  onStream(chunk: StreamChunk): void;
  /** It carries something else; nothing more need be brought. */
  onForeign(): void;
}

export interface TextGate {
  /** It is known to carry what is wanted. */
  readonly isOpen: boolean;
  /** Borrowed. */
  add(byClient: boolean, chunk: StreamChunk): void;
}

/** Both directions together, until it is known what they carry. */
const MOST_HELD = 65_536;
/** Bytes by which a direction is judged. */
const PROBE = 4096;

interface Probe {
  bytes: Uint8Array;
  /** It begins within something. */
  torn: boolean;
}

export function createTextGate({ isWanted, mayBeWanted, onStream, onForeign }: TextOptions): TextGate {
  let known = false;
  let held: StreamChunk[] = [];
  let size = 0;
  const probes = { client: createProbe(), server: createProbe() };

  function createProbe(): Probe {
    return { bytes: new Uint8Array(0), torn: false };
  }

  function letThrough(): void {
    known = true;
    for (const chunk of held) onStream(chunk);
    held = [];
  }

  function judge(probe: Probe, { bytes, start, end, gap }: StreamChunk): 'wanted' | 'foreign' | 'unknown' {
    if (gap) {
      probe.bytes = new Uint8Array(0);
      probe.torn = true;
    }
    // Behind a hole, what does not begin a message says nothing.
    if (probe.torn) return isWanted(bytes, start, end) ? 'wanted' : 'unknown';
    if (probe.bytes.length < PROBE)
      probe.bytes = joined(probe.bytes, bytes.subarray(start, Math.min(end, start + PROBE)));
    if (isWanted(probe.bytes, 0, probe.bytes.length)) return 'wanted';
    const { length } = probe.bytes;
    const isForeign = isTelling(probe.bytes, 0, length) && !(length < PROBE && mayBeWanted(probe.bytes, 0, length));
    return isForeign ? 'foreign' : 'unknown';
  }

  return {
    get isOpen() {
      return known;
    },
    add(byClient, chunk) {
      if (known) {
        onStream(chunk);
        return;
      }
      const { bytes, start, end, last } = chunk;
      const verdict = start === end ? 'unknown' : judge(byClient ? probes.client : probes.server, chunk);
      size += end - start;
      if (verdict === 'foreign' || size > MOST_HELD) {
        held = [];
        onForeign();
        return;
      }
      if (last && held.length === 0) return;
      held.push({ ...chunk, bytes: bytes.slice(start, end), start: 0, end: end - start });
      if (verdict === 'wanted') letThrough();
    },
  };
}
