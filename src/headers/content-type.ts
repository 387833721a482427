import { type MediaType, parseMediaType } from '../syntax/media-type.ts';

/** `application/SDP;charset=utf-8` → type, subtype, essence `application/sdp`, parameters (RFC 3261 §20.15). */
export function parseContentType(value: string): MediaType | undefined {
  return parseMediaType(value);
}
