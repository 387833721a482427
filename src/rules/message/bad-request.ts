import { canonicalName } from '../../headers/names.ts';
import { offenceAt } from '../../headers/offence.ts';
import { parseWarning } from '../../headers/warning.ts';
import type { Defect, SipMessage, Transaction } from '../../model.ts';
import { clip } from '../clip.ts';
import { defineRule } from '../define.ts';
import { bodyUnreliable } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { isScanner } from '../scanners.ts';

type Shown = {
  /** `found`: the grammar names the fault. `clean`: it finds none. `unchecked`: the bytes are not those of the wire. */
  kind: 'found' | 'clean' | 'unchecked';
  method: string;
  client: string;
  server: string;
  status: number;
  phrase: string;
  /** Text of a Warning, or empty. */
  warning: string;
  /** The first ones. */
  offences: readonly Offence[];
  /** Of all. */
  count: number;
};

type Offence = {
  /** Key of the defect. */
  code: string;
  /** Name of the header field, or `Request-URI`; empty where the fault is in a line that has none. */
  field: string;
  /** From 1; 0 when it is a line that has none. */
  column: number;
};

/** Offences that are spelled out. */
const LISTED = 6;

/** What defect codes mean (`fixtures/torture/README.md`), behind the name of the header field. */
const words: Readonly<Record<string, string>> = {
  'version-unsupported': 'the version is not SIP/2.0',
  'whitespace-in-request-line': 'it has not exactly three words with one space between them',
  'trailing-whitespace-in-request-line': 'spaces stand behind the version',
  'request-uri-headers': 'the URI carries header fields behind a "?"',
  'header-missing': 'the field is missing',
  'header-repeated': 'the field stands there twice',
  'header-invalid': 'the value breaks its grammar',
  'header-out-of-range': 'a number is out of its range',
  'uri-invalid': 'the URI breaks its grammar',
  'angle-brackets-missing': 'the URI needs angle brackets',
  'display-name-unquoted': 'the display name needs quotes',
  'quoted-string-unbalanced': 'a quote does not close',
  'param-repeated': 'a parameter stands there twice',
  'branch-missing': 'there is no branch',
  'branch-empty': 'the branch is the cookie z9hG4bK and nothing more',
  'tag-missing': 'there is no tag',
  'cseq-method-mismatch': 'the method is not that of the request line',
  'cseq-out-of-range': 'the number is not below 2147483648',
  'content-length-too-large': 'it promises more bytes than there are',
  'content-length-negative': 'it is less than zero',
  'max-forwards-zero': 'no further hop is allowed',
  'header-line-malformed': 'a line without colon',
  'blank-line-missing': 'no blank line ends the header fields',
};

/** Fields of codes that name none. */
const fieldOf: Readonly<Record<string, string>> = {
  'branch-missing': 'Via',
  'branch-empty': 'Via',
  'tag-missing': 'From',
  'cseq-method-mismatch': 'CSeq',
  'cseq-out-of-range': 'CSeq',
  'content-length-too-large': 'Content-Length',
  'content-length-negative': 'Content-Length',
  'max-forwards-zero': 'Max-Forwards',
};

/** Column in the line, from 1, as an editor shows it, of the fault or of the value that has it; 0 when it is a line that has none. */
function columnOf({ code, at }: Defect, request: SipMessage): number {
  if (code === 'uri-invalid' && at === 0) {
    const start = request.startLine.indexOf(request.requestUri);
    const within = offenceAt(code, 'Request-URI', request.requestUri);
    return start < 0 || within < 0 ? 0 : start + within + 1;
  }
  const field = at === 0 ? undefined : request.fields().find(({ start }) => start === at);
  if (field === undefined) return 0;
  const line = new TextDecoder().decode(request.bytes().subarray(field.start, field.end));
  const value = line.indexOf(field.value, line.indexOf(':') + 1);
  const within = offenceAt(code, canonicalName(field.name), field.value);
  // A value over several lines has no column of its own.
  return value < 0 ? 0 : value + Math.max(0, within) + 1;
}

function offenceOf(defect: Defect, request: SipMessage): Offence {
  const { code, args } = defect;
  const field = fieldOf[code] ?? (typeof args.header === 'string' ? clip(args.header, 30) : '');
  return { code, field, column: columnOf(defect, request) };
}

/** Faults in lines that are no header field yet. */
export const ofHeader: readonly string[] = ['header-line-malformed', 'blank-line-missing'];

/** "From, column 11: …", each offence behind a semicolon. */
function spell(offences: readonly Offence[]): string {
  return offences
    .map(({ code, field, column }) => {
      const name = field || (ofHeader.includes(code) ? 'Header' : 'Request line');
      return `${name}${column > 0 ? `, column ${column}` : ''}: ${words[code] ?? code.replaceAll('-', ' ')}`;
    })
    .join('; ');
}

const SYNTAX = ['syntax', 'pars', 'malformed', 'bad header', 'invalid header', 'bad message', 'bad request', 'grammar'];

function warningOf(response: SipMessage): string {
  if (!response.has('Warning')) return '';
  return clip(response.headers('Warning').flatMap(parseWarning)[0]?.text ?? '', 100);
}

/** 400, 416 and 505 say it by their code; of 500 only the words tell. */
function saysSyntax(final: SipMessage | undefined): final is SipMessage {
  if (final === undefined) return false;
  if (final.status === 400 || final.status === 416 || final.status === 505) return true;
  if (final.status !== 500) return false;
  const text = `${final.phrase} ${warningOf(final)}`.toLowerCase();
  return SYNTAX.some((word) => text.includes(word));
}

function isSaidBelow(lower: Transaction): boolean {
  return lower.final !== undefined && lower.final.status >= 400;
}

/** Rule 75: the server could not read the request, or says so. */
export const badRequest = defineRule<'transaction', Shown>({
  id: 'bad-request',
  severity: 'error',
  scope: 'transaction',
  title: 'Request that the server calls malformed',
  spec: ['RFC 3261 §21.4.1', 'RFC 3261 §21.4.14', 'RFC 3261 §21.5.6', 'RFC 3261 §25.1', 'RFC 4475 §3.1.2'],
  example: {
    kind: 'found',
    method: 'INVITE',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    status: 400,
    phrase: 'Bad From header',
    warning: '',
    offences: [{ code: 'display-name-unquoted', field: 'From', column: 11 }],
    count: 1,
  },
  why: ({ method }) =>
    `The ${method} fails, and so does every other that is built the same way; where a name or number causes it, always the same users are hit.`,
  fix: ({ kind, client, server, status, offences }) => [
    ...(status === 416 ? [`Let ${client} use a URI scheme that ${server} has: sip instead of tel or sips.`] : []),
    ...(kind === 'found'
      ? [
          `Repair what ${client} writes (${spell(offences)}): quote display names, escape special characters of the user part (%23 for #), put URIs with parameters into angle brackets.`,
          'Look for a header that a script, a dialplan or a header rule builds from names or numbers of customers.',
        ]
      : [
          `Read the phrase and the log of ${server}: it refuses something that the SIP grammar allows, in a header field or in the SDP.`,
          `Compare this request of ${client} field by field with one that ${server} accepts.`,
        ]),
    'If a router or session border controller stands between, capture on both sides of it: it may break the message.',
  ],
  message: ({ kind, method, client, server, status, phrase, warning, offences, count }) =>
    `${server} refused the ${method} of ${client} with ${status}${phrase === '' ? '' : ` "${phrase}"`}` +
    `${warning === '' ? '' : ` (Warning: "${warning}")`}` +
    (kind === 'found'
      ? `; the request has ${count} ${count === 1 ? 'fault' : 'faults'}: ${spell(offences)}.`
      : kind === 'clean'
        ? ', and the SIP grammar finds no fault in it.'
        : '.'),
  limits: ({ kind }) =>
    ({
      found: 'The server does not say which of the faults it stumbled over.',
      clean: 'Servers also use these codes for valid requests that they do not want; bodies were not checked here.',
      unchecked: 'The trace does not hold the bytes of the wire, so the request was not checked.',
    })[kind],
  concerns: (_, end) => end === 'refused',
  when: ({ transaction: { final, method } }) =>
    final !== undefined && final.status >= 400 && method !== 'CANCEL' && method !== 'PRACK' && saysSyntax(final),
  *check({ transaction, conversation }) {
    const { final, request, method, client, server } = transaction;
    if (request === undefined || !saysSyntax(final) || isScanner(request)) return;
    if (passedOn(transaction, conversation).some(isSaidBelow)) return;
    const unchecked = bodyUnreliable(request);
    const defects = unchecked ? [] : request.defects;
    yield {
      at: [request, final],
      args: {
        kind: unchecked ? 'unchecked' : defects.length > 0 ? 'found' : 'clean',
        method: clip(method, 20),
        client: client.name,
        server: server.name,
        status: final.status,
        phrase: clip(final.phrase),
        warning: warningOf(final),
        offences: defects.slice(0, LISTED).map((defect) => offenceOf(defect, request)),
        count: defects.length,
      },
      device: defects.length > 0 ? client.address : server.address,
      confidence: defects.length > 0 ? 'certain' : 'likely',
      // Any answer to a health check says that the server is there.
      severity: method === 'OPTIONS' || method === 'ACK' ? 'info' : 'error',
    };
  },
});
