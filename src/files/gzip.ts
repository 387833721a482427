/** Gzip (RFC 1952) by the web standard's DecompressionStream; Node's own reader is in `node/`. */

export function isGzip(head: Uint8Array): boolean {
  return head.length >= 2 && head[0] === 0x1f && head[1] === 0x8b;
}

/** What a small file may not do: unpack to this much at such a ratio. Real captures stay far below both together. */
const BOMB_BYTES = 4 * 1024 ** 3;
const BOMB_RATIO = 200;

export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > BOMB_BYTES && unpacked > packed * BOMB_RATIO;
}

/** Why unpacking stopped before the end, as a reason of `notDecoded`. */
export type GzipDamage = 'gzip-cut' | 'gzip-bomb';

/** Hands out what could be unpacked; resolves to what went wrong, if anything did. */
export async function gunzip(
  chunks: AsyncIterable<Uint8Array>,
  onChunk: (chunk: Uint8Array) => void,
): Promise<GzipDamage | undefined> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  let packed = 0;
  let unpacked = 0;
  const feeding = (async () => {
    for await (const chunk of chunks) {
      packed += chunk.length;
      await writer.write(chunk as Uint8Array<ArrayBuffer>);
    }
    await writer.close();
  })();
  // A cut stream fails on both sides; the reading side reports it.
  feeding.catch(() => {});
  const reader = stream.readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      unpacked += next.value.length;
      onChunk(next.value);
      if (isBomb(packed, unpacked)) {
        await reader.cancel();
        return 'gzip-bomb';
      }
    }
  } catch {
    return 'gzip-cut';
  }
  return undefined;
}
