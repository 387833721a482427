/** Writes captures for the tests. */

export function bytes(...parts: readonly (Uint8Array | readonly number[] | string)[]): Uint8Array {
  const encoded = parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part));
  const all = new Uint8Array(encoded.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of encoded) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function hex(text: string): Uint8Array {
  const digits = text.replace(/\s+/g, '');
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16));
}

export function be16(value: number): number[] {
  return [(value >>> 8) & 255, value & 255];
}

export function be32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

const ordered = (value: readonly number[], little: boolean) => (little ? [...value].reverse() : value);

/** Integers in the byte order of a file. */
export const integers = (little: boolean) => ({
  u16: (value: number) => ordered(be16(value), little),
  u32: (value: number) => ordered(be32(value), little),
  u64: (value: bigint) =>
    ordered([...be32(Number(BigInt.asUintN(32, value >> 32n))), ...be32(Number(value & 0xffffffffn))], little),
});

export interface TestFrame {
  readonly data: Uint8Array;
  /** Microseconds. */
  readonly time?: number;
  /** When the capture cut it. */
  readonly wire?: number;
}

export const START = 1_767_608_130_000_000; // 2026-01-05 10:15:30 UTC

export interface PcapOptions {
  readonly little?: boolean;
  readonly magic?: number;
  readonly linkType?: number;
  readonly snapLength?: number;
}

export function pcapHeader({ little = true, magic = 0xa1b2c3d4, linkType = 1, snapLength = 65535 }: PcapOptions = {}) {
  const { u16, u32 } = integers(little);
  return bytes(u32(magic), u16(2), u16(4), u32(0), u32(0), u32(snapLength), u32(linkType));
}

export function pcapRecord(frame: TestFrame, { little = true, magic = 0xa1b2c3d4 }: PcapOptions = {}): Uint8Array {
  const { u32 } = integers(little);
  const { data, time = START, wire = data.length } = frame;
  const fraction = (time % 1_000_000) * (magic === 0xa1b23c4d ? 1000 : 1);
  return bytes(
    u32(Math.floor(time / 1_000_000)),
    u32(fraction),
    u32(data.length),
    u32(wire),
    magic === 0xa1b2cd34 ? [1, 0, 0, 0, 0, 8, 0, 0] : [],
    data,
  );
}

export function pcap(frames: readonly TestFrame[], options: PcapOptions = {}): Uint8Array {
  return bytes(pcapHeader(options), ...frames.map((frame) => pcapRecord(frame, options)));
}

// ── pcapng ───────────────────────────────────────────────────────────────────────────────────────────────────────

export type Option = readonly [code: number, value: readonly number[]];

/** The blocks of a section in one byte order. */
export function pcapng(little = true) {
  const { u16, u32, u64 } = integers(little);

  const padded = (data: Uint8Array | readonly number[]) => bytes(data, new Uint8Array(-data.length & 3));

  function options(list: readonly Option[]): Uint8Array {
    if (list.length === 0) return new Uint8Array(0);
    return bytes(...list.map(([code, value]) => bytes(u16(code), u16(value.length), padded(value))), u32(0));
  }

  function block(type: number, ...content: readonly (Uint8Array | readonly number[])[]): Uint8Array {
    const body = padded(bytes(...content));
    return bytes(u32(type), u32(body.length + 12), body, u32(body.length + 12));
  }

  return {
    u16,
    u32,
    u64,
    block,
    section: () => block(0x0a0d0d0a, u32(0x1a2b3c4d), u16(1), u16(0), u64(-1n)),
    interface: (linkType: number, list: readonly Option[] = [], snapLength = 0) =>
      block(1, u16(linkType), u16(0), u32(snapLength), options(list)),
    enhanced: (data: Uint8Array, ticks: bigint, { id = 0, wire = data.length, list = [] as readonly Option[] } = {}) =>
      block(
        6,
        u32(id),
        u32(Number(ticks >> 32n)),
        u32(Number(ticks & 0xffffffffn)),
        u32(data.length),
        u32(wire),
        padded(data),
        options(list),
      ),
    simple: (data: Uint8Array, wire = data.length) => block(3, u32(wire), data),
    obsolete: (data: Uint8Array, ticks: bigint, drops = 0xffff) =>
      block(
        2,
        u16(0),
        u16(drops),
        u32(Number(ticks >> 32n)),
        u32(Number(ticks & 0xffffffffn)),
        u32(data.length),
        u32(data.length),
        data,
      ),
    statistics: (list: readonly Option[], id = 0) => block(5, u32(id), u32(0), u32(0), options(list)),
  };
}
