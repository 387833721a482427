import { parseTokens } from './tokens.ts';

/** RFC 5009 §8: who may send media before the answer. */
export interface PEarlyMedia {
  readonly direction: 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive' | undefined;
  /** A gateway upstream already lets early media through. */
  readonly gated: boolean;
  /** The sender of the request understands the header field. */
  readonly supported: boolean;
}

const DIRECTIONS = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;

/** `sendonly, gated` → sendonly, gated. With one value per media line (RFC 5009 §8) the first one counts. */
export function parsePEarlyMedia(value: string): PEarlyMedia {
  const words = parseTokens(value).map((word) => word.toLowerCase());
  return {
    direction: words.map((word) => DIRECTIONS.find((direction) => direction === word)).find(Boolean),
    gated: words.includes('gated'),
    supported: words.includes('supported'),
  };
}
