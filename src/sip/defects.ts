/** What is wrong with a message as it stands, by the cheap checks that need no grammar. `strict.ts` knows more. */
import type { Defect } from '../model.ts';
import { seen } from './scan.ts';

/** The facts of the scan that the checks look at. */
export interface CheckedMessage {
  readonly isRequest: boolean;
  readonly method: string;
  readonly status: number;
  readonly cseq: number;
  readonly cseqMethod: string;
  readonly seen: number;
  readonly repeated: number;
  readonly contentLength: number;
  readonly contentLengthBad: boolean;
  readonly bodyLength: number;
  readonly hasBlankLine: boolean;
  readonly truncated: boolean;
  readonly size: number;
  /** Offset of the first header line without a colon, or -1. */
  brokenLine(): number;
}

const names: ReadonlyArray<readonly [bit: number, name: string]> = [
  [seen.via, 'Via'],
  [seen.from, 'From'],
  [seen.to, 'To'],
  [seen.callId, 'Call-ID'],
  [seen.cseq, 'CSeq'],
  [seen.contentLength, 'Content-Length'],
  [seen.contentType, 'Content-Type'],
];

const CSEQ_LIMIT = 2 ** 31;

export function findDefects(message: CheckedMessage): readonly Defect[] {
  const defects: Defect[] = [];
  const add = (code: string, args: Defect['args'] = {}, at = 0) => defects.push({ code, args, at });
  if (!message.isRequest && (message.status < 100 || message.status > 699)) {
    add('status-out-of-range', { status: message.status });
  }
  for (const [bit, header] of names) {
    const required = bit !== seen.contentLength && bit !== seen.contentType;
    if (required && (message.seen & bit) === 0) add('header-missing', { header });
    if ((message.repeated & bit) !== 0) add('header-repeated', { header });
  }
  const broken = message.brokenLine();
  if (broken >= 0) add('header-line-malformed', {}, broken);
  if ((message.seen & seen.cseq) !== 0) {
    if (message.cseq < 0) add('header-invalid', { header: 'CSeq' });
    else if (message.cseq >= CSEQ_LIMIT) add('cseq-out-of-range', { cseq: message.cseq });
    if (message.isRequest && message.cseq >= 0 && message.cseqMethod !== message.method) {
      add('cseq-method-mismatch', { method: message.method, cseq: message.cseqMethod });
    }
  }
  if (!message.hasBlankLine && !message.truncated) add('blank-line-missing', {}, message.size);
  if (message.contentLengthBad) add('header-invalid', { header: 'Content-Length' });
  else if (message.contentLength > message.bodyLength && !message.truncated) {
    add('content-length-too-large', { declared: message.contentLength, present: message.bodyLength });
  }
  return defects;
}
