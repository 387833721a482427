/** G.711 (ITU-T): each octet to a linear sample of 16 bits. */

/** Both laws keep 13 or 14 bits; the rest is a shift. */
function fromALaw(octet: number): number {
  const value = octet ^ 0x55;
  const segment = (value >> 4) & 7;
  const low = ((value & 15) << 4) + 8;
  const level = segment === 0 ? low : (low + 0x100) << (segment - 1);
  return (value & 0x80) !== 0 ? level : -level;
}

const BIAS = 0x84;

function fromMuLaw(octet: number): number {
  const value = ~octet & 0xff;
  const level = ((((value & 15) << 3) + BIAS) << ((value >> 4) & 7)) - BIAS;
  return (value & 0x80) !== 0 ? -level : level;
}

const octets = Array.from({ length: 256 }, (_, octet) => octet);
const aLaw = Int16Array.from(octets, fromALaw);
const muLaw = Int16Array.from(octets, fromMuLaw);

/** Undefined for other codecs. */
export function g711Table(codec: string): Int16Array | undefined {
  const name = codec.toUpperCase();
  if (name === 'PCMA') return aLaw;
  return name === 'PCMU' ? muLaw : undefined;
}
