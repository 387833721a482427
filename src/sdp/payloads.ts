/** RTP payload types of a media line, with what RFC 3551 §6 says of the static ones. */
export interface Payload {
  readonly id: number;
  /** Name of the encoding, spelling of the wire; '' when a dynamic type has no rtpmap. */
  readonly encoding: string;
  /** Hz; 0 when it is not known. */
  readonly clockRate: number;
  readonly channels: number;
  /** Format parameters as written; '' when there are none. */
  readonly fmtp: string;
}

const STATIC_TYPES: ReadonlyMap<number, readonly [encoding: string, clockRate: number, channels: number]> = new Map([
  [0, ['PCMU', 8000, 1]],
  [3, ['GSM', 8000, 1]],
  [4, ['G723', 8000, 1]],
  [5, ['DVI4', 8000, 1]],
  [6, ['DVI4', 16000, 1]],
  [7, ['LPC', 8000, 1]],
  [8, ['PCMA', 8000, 1]],
  [9, ['G722', 8000, 1]],
  [10, ['L16', 44100, 2]],
  [11, ['L16', 44100, 1]],
  [12, ['QCELP', 8000, 1]],
  [13, ['CN', 8000, 1]],
  [14, ['MPA', 90000, 1]],
  [15, ['G728', 8000, 1]],
  [16, ['DVI4', 11025, 1]],
  [17, ['DVI4', 22050, 1]],
  [18, ['G729', 8000, 1]],
  [25, ['CelB', 90000, 1]],
  [26, ['JPEG', 90000, 1]],
  [28, ['nv', 90000, 1]],
  [31, ['H261', 90000, 1]],
  [32, ['MPV', 90000, 1]],
  [33, ['MP2T', 90000, 1]],
  [34, ['H263', 90000, 1]],
]);

/** Encoding of a static payload type; '' for all others. */
export function staticEncoding(type: number): string {
  return STATIC_TYPES.get(type)?.[0] ?? '';
}

/** Hz of a static payload type; 0 for all others. */
export function staticClockRate(type: number): number {
  return STATIC_TYPES.get(type)?.[1] ?? 0;
}

/** An rtpmap attribute: `96 opus/48000/2`. */
export interface RtpMap {
  readonly encoding: string;
  readonly clockRate: number | undefined;
  readonly channels: number | undefined;
}

/** The payload types of a media line in its order; what an rtpmap leaves open comes from the static type. */
export function readPayloads(
  formats: readonly string[],
  maps: ReadonlyMap<number, RtpMap>,
  fmtps: ReadonlyMap<number, string>,
): Payload[] {
  return formats.flatMap((format) => {
    const id = payloadType(format);
    if (id === undefined) return [];
    const [encoding, clockRate, channels] = STATIC_TYPES.get(id) ?? ['', 0, 1];
    const map = maps.get(id);
    return [
      {
        id,
        encoding: map?.encoding || encoding,
        clockRate: map?.clockRate ?? clockRate,
        channels: map?.channels ?? channels,
        fmtp: fmtps.get(id) ?? '',
      },
    ];
  });
}

/** 0 to 127. */
export function payloadType(format: string): number | undefined {
  const id = format.length >= 1 && format.length <= 3 ? Number(format) : Number.NaN;
  return Number.isInteger(id) && id >= 0 && id <= 127 ? id : undefined;
}
