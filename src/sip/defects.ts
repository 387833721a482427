/**
 * What is wrong with a message as it stands. Codes and their meaning: `fixtures/torture/README.md`. Off the hot path:
 * asked of a message that somebody looks at.
 */
import { checkHeader } from '../headers/check.ts';
import { canonicalName } from '../headers/names.ts';
import type { Defect, HeaderField } from '../model.ts';
import { parseUri } from '../syntax/uri.ts';

/** The part of a message that the checks look at. */
export interface CheckedMessage {
  readonly isRequest: boolean;
  readonly method: string;
  readonly status: number;
  readonly startLine: string;
  readonly requestUri: string;
  readonly branch: string;
  /** The method in CSeq is not that of the request line. */
  readonly cseqMismatch: boolean;
  readonly contentLength: number;
  readonly bodyLength: number;
  readonly hasBlankLine: boolean;
  readonly truncated: boolean;
  readonly size: number;
  /** Offset of the first header line without a colon, or -1. */
  brokenLine(): number;
  fields(): readonly HeaderField[];
}

/** RFC 3261 §8.1.1 and §8.2.6.2: what every request, and every response, must carry. */
const required = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];
/** Fields that can stand only once (RFC 3261 §7.3.1: no list in their grammar). */
const single = new Set([
  'From',
  'To',
  'Call-ID',
  'CSeq',
  'Max-Forwards',
  'Content-Length',
  'Content-Type',
  'Date',
  'Expires',
  'Event',
  'RAck',
  'RSeq',
  'Refer-To',
  'Replaces',
  'Session-Expires',
  'Subscription-State',
]);

const DEFECT_LIMIT = 64;

class Gatherer {
  readonly defects: Defect[] = [];

  add(code: string, header = '', at = 0): void {
    const known = this.defects.some((one) => one.code === code && (one.args.header ?? '') === header);
    if (known || this.defects.length >= DEFECT_LIMIT) return;
    this.defects.push({ code, args: header === '' ? {} : { header }, at });
  }
}

/** RFC 3261 §7.1: Method SP Request-URI SP SIP-Version, single spaces and nothing else. */
function requestLine(message: CheckedMessage, into: Gatherer): void {
  const line = message.startLine;
  const trimmed = line.trimEnd();
  if (trimmed !== line) into.add('trailing-whitespace-in-request-line');
  if (!trimmed.endsWith(' SIP/2.0')) into.add('version-unsupported');
  if (trimmed.split(' ').length !== 3) {
    into.add('whitespace-in-request-line');
    return;
  }
  const uri = parseUri(message.requestUri);
  if (uri === undefined || uri.defects.length > 0) into.add('uri-invalid', 'Request-URI');
  else if (uri.headers.length > 0) into.add('request-uri-headers');
}

function headerFields(message: CheckedMessage, into: Gatherer): void {
  const seen = new Set<string>();
  for (const { name, value, start } of message.fields()) {
    const canonical = canonicalName(name);
    if (seen.has(canonical) && single.has(canonical)) into.add('header-repeated', canonical, start);
    seen.add(canonical);
    const code = checkHeader(canonical, value);
    if (code === undefined) continue;
    into.add(code, isOwnWord(code) ? '' : canonical, start);
  }
  for (const name of required) if (!seen.has(name)) into.add('header-missing', name);
  if (message.isRequest && !seen.has('Max-Forwards')) into.add('header-missing', 'Max-Forwards');
  if (message.branch === '' && seen.has('Via') && message.isRequest) into.add('branch-missing');
}

/** Codes that name their field themselves. */
function isOwnWord(code: string): boolean {
  return /^(cseq|content-length|max-forwards|branch|tag)-/.test(code);
}

export function findDefects(message: CheckedMessage): readonly Defect[] {
  const into = new Gatherer();
  if (message.isRequest) requestLine(message, into);
  else if (message.status < 100 || message.status > 699) into.add('status-out-of-range');
  const broken = message.brokenLine();
  if (broken >= 0) into.add('header-line-malformed', '', broken);
  headerFields(message, into);
  if (message.isRequest && message.cseqMismatch) into.add('cseq-method-mismatch');
  // The end of a message that was cut is no fault of its sender.
  if (!message.truncated && !message.hasBlankLine) into.add('blank-line-missing', '', message.size);
  if (!message.truncated && message.contentLength > message.bodyLength) into.add('content-length-too-large');
  return into.defects;
}
