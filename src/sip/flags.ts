/** What a scan found out, in the bits of one number: a message keeps this instead of a dozen fields. */
import { type Scan, seen } from './scan.ts';

/** Fields whose presence the scan noted, so that asking for them costs nothing. */
export const noted: ReadonlyMap<string, number> = new Map([
  ['Via', seen.via],
  ['From', seen.from],
  ['To', seen.to],
  ['Call-ID', seen.callId],
  ['CSeq', seen.cseq],
  ['Max-Forwards', seen.maxForwards],
  ['Contact', seen.contact],
  ['Content-Length', seen.contentLength],
  ['Content-Type', seen.contentType],
  ['RSeq', seen.rseq],
  ['Reason', seen.reason],
  ['Require', seen.require],
  ['Retry-After', seen.retryAfter],
  ['Warning', seen.warning],
  ['P-Early-Media', seen.pEarlyMedia],
  ['Identity', seen.identity],
]);

/** Facts of the scan that are kept, as bits above those of `seen`. */
export const flag = {
  blankLine: 1 << 16,
  lengthBad: 1 << 17,
  cseqMismatch: 1 << 18,
  truncated: 1 << 19,
  sdp: 1 << 20,
  multipart: 1 << 21,
} as const;
export const seenMask = flag.blankLine - 1;

export function flagsOf(scan: Scan, truncated: boolean, cseqMismatch: boolean): number {
  return (
    scan.seen |
    (scan.hasBlankLine ? flag.blankLine : 0) |
    (scan.contentLengthBad ? flag.lengthBad : 0) |
    (scan.bodyKind === 'sdp' ? flag.sdp : scan.bodyKind === 'multipart' ? flag.multipart : 0) |
    (cseqMismatch ? flag.cseqMismatch : 0) |
    (truncated ? flag.truncated : 0)
  );
}
