/** The few header fields that framing, endpoints and times need. Parsing SIP is `sip/`'s business, which `logs` may not import. */

// A name, optional blanks, a colon. RFC 3261 allows tokens that begin with other characters; log prefixes do, too.
const HEADER = /^[A-Za-z][A-Za-z0-9\-.!%*_+`'~]{0,127}[ \t]*:/;
const BODY_BEGINS = /^(?:v=0$|<\?xml)/;
// RFC 2046 §5.1.1. A rule of nothing but dashes is a log's.
const BOUNDARY = /^--[\w'()+,\-./:=?]{1,70}$/;

export function isHeader(text: string): boolean {
  return HEADER.test(text);
}

/** A continuation line, RFC 3261 §7.3.1. */
export function isFold(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first === 32 || first === 9) && text.trim() !== '';
}

/** A line that begins a body even where the blank line before it was lost. */
export function beginsBody(text: string): boolean {
  return BODY_BEGINS.test(text) || (BOUNDARY.test(text) && /[0-9A-Za-z]/.test(text));
}

export interface HeadFacts {
  readonly isRequest: boolean;
  readonly uri: string;
  /** First Via value, unfolded. */
  readonly via: string;
  readonly callId: string;
  /** Number and method. */
  readonly cseq: string;
  /** -1 when absent or no number. */
  readonly contentLength: number;
  readonly contentType: string;
  readonly contact: string;
  readonly route: string;
  readonly date: string;
}

/** Compact forms, RFC 3261 §7.3.3. */
const COMPACT: Readonly<Record<string, string>> = {
  v: 'via',
  i: 'call-id',
  l: 'content-length',
  c: 'content-type',
  m: 'contact',
};
const WANTED = new Set(['via', 'call-id', 'cseq', 'content-length', 'content-type', 'contact', 'route', 'date']);

/** Header values longer than this are not looked at further: they only serve to guess. */
const LONGEST_VALUE = 2048;

/** `lines`: start line, then header lines with their folds. First occurrence counts. */
export function readHead(lines: readonly string[]): HeadFacts {
  const values: Record<string, string> = {};
  let name = '';
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at];
    if (isFold(line)) {
      if (name && values[name].length < LONGEST_VALUE) values[name] += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    const key = line.slice(0, Math.min(colon, 32)).trim().toLowerCase();
    const full = COMPACT[key] ?? key;
    name = '';
    if (!WANTED.has(full) || values[full] !== undefined) continue;
    name = full;
    values[full] = line.slice(colon + 1, colon + 1 + LONGEST_VALUE).trim();
  }
  const start = lines[0].trim();
  const isRequest = !/^SIP\/\d/.test(start);
  const length = /^\d{1,9}$/.exec(values['content-length'] ?? '');
  return {
    isRequest,
    uri: isRequest ? (start.split(/[ \t]{1,64}/, 2)[1] ?? '') : '',
    via: values.via ?? '',
    callId: values['call-id'] ?? '',
    cseq: values.cseq ?? '',
    contentLength: length ? Number(length[0]) : -1,
    contentType: values['content-type'] ?? '',
    contact: values.contact ?? '',
    route: values.route ?? '',
    date: values.date ?? '',
  };
}

/** Names without which a run of header-like lines is not taken for SIP. */
export function isKeyHeader(text: string): boolean {
  return /^(?:via|v|call-id|i|cseq)[ \t]*:/i.test(text);
}
