/** A SIP message over its own bytes: identity decoded once, everything else on demand (RFC 3261 §7). */
import { latin1, utf8 } from '../bytes.ts';
import { canonicalName, compactForm, isListHeader } from '../headers/names.ts';
import type { Defect, Endpoint, HeaderField, LogFacts, Origin, SipMessage, Transport } from '../model.ts';
import { splitList } from '../syntax/list.ts';
import { type CheckedMessage, findDefects } from './defects.ts';
import { findBrokenLine, findField, locateField, type Place, readFields } from './fields.ts';
import type { Interner } from './interner.ts';
import { parameterEnd, parameterStart } from './parameter.ts';
import { type Scan, seen } from './scan.ts';
import { isResponse, methodAt, statusAt, wordEnd } from './start-line.ts';

/** What the packet says about a message, whichever way it came in. */
export interface Arrival {
  readonly time: number;
  readonly transport: Transport;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly origin: Origin;
  readonly truncated: boolean;
  readonly ipId: number;
  readonly log?: LogFacts;
}

const SPACE = 0x20;
/** The header fields that every message must carry (RFC 3261 §8.1.1, §8.2.6.2), as bits. */
const identity = seen.via | seen.from | seen.to | seen.callId | seen.cseq;

/** Fields whose presence the scan noted, so that asking for them costs nothing. */
const noted: ReadonlyMap<string, number> = new Map([
  ['Via', seen.via],
  ['From', seen.from],
  ['To', seen.to],
  ['Call-ID', seen.callId],
  ['CSeq', seen.cseq],
  ['Max-Forwards', seen.maxForwards],
  ['Contact', seen.contact],
  ['Content-Length', seen.contentLength],
  ['Content-Type', seen.contentType],
]);

interface Spelling {
  readonly lower: string;
  readonly compact: string;
}

/** Names are asked for by the program, not by the trace: few, and the same again and again. */
const spellings = new Map<string, Spelling>();

function spellingOf(name: string): Spelling {
  let spelling = spellings.get(name);
  if (spelling === undefined) {
    const canonical = canonicalName(name);
    spelling = { lower: canonical.toLowerCase(), compact: compactForm(canonical) ?? '' };
    spellings.set(name, spelling);
  }
  return spelling;
}

function parameter(interner: Interner, bytes: Uint8Array, start: number, end: number, name: string): string {
  if (start < 0) return '';
  const at = parameterStart(bytes, start, end, name);
  return at < 0 ? '' : interner.text(bytes, at, parameterEnd(bytes, at, end));
}

export class Message implements SipMessage, CheckedMessage {
  readonly id: number;
  readonly time: number;
  readonly transport: Transport;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly origin: Origin;
  readonly truncated: boolean;
  readonly ipId: number;
  readonly log: LogFacts | undefined;
  readonly size: number;
  readonly isRequest: boolean;
  readonly method: string;
  readonly status: number;
  readonly callId: string;
  readonly cseq: number;
  readonly cseqMethod: string;
  readonly branch: string;
  readonly fromTag: string;
  readonly toTag: string;
  readonly viaCount: number;
  readonly contentLength: number;
  readonly contentLengthBad: boolean;
  readonly bodyLength: number;
  readonly hasBlankLine: boolean;
  readonly seen: number;
  readonly repeated: number;
  // Private by TypeScript only: a hundred thousand of these are made a second, and #fields cost more to make.
  private readonly store: Uint8Array;
  private readonly offset: number;
  private readonly lineEnd: number;
  private readonly headersEnd: number;
  private readonly viaStart: number;
  private readonly viaEnd: number;
  private readonly bodyKind: Scan['bodyKind'];
  private knownFields: readonly HeaderField[] | undefined = undefined;
  private knownDefects: readonly Defect[] | undefined = undefined;

  /** `scan` holds offsets into `bytes`, whose message was copied to `store` at `offset`. */
  constructor(
    id: number,
    arrival: Arrival,
    scan: Scan,
    bytes: Uint8Array,
    store: Uint8Array,
    offset: number,
    interner: Interner,
  ) {
    this.id = id;
    this.time = arrival.time;
    this.transport = arrival.transport;
    this.source = arrival.source;
    this.destination = arrival.destination;
    this.origin = arrival.origin;
    this.truncated = arrival.truncated;
    this.ipId = arrival.ipId;
    this.log = arrival.log;
    const start = scan.start;
    this.size = scan.end - start;
    this.store = store;
    this.offset = offset;
    this.lineEnd = scan.lineEnd - start;
    this.headersEnd = scan.headersEnd - start;
    this.bodyLength = scan.end - scan.bodyStart;
    this.hasBlankLine = scan.hasBlankLine;
    this.seen = scan.seen;
    this.repeated = scan.repeated;
    this.contentLength = scan.contentLength;
    this.contentLengthBad = scan.contentLengthBad;
    this.bodyKind = scan.bodyKind;
    this.viaCount = scan.viaCount;
    this.viaStart = scan.viaStart < 0 ? -1 : scan.viaStart - start;
    this.viaEnd = scan.viaEnd - start;

    this.callId = scan.callIdStart < 0 ? '' : interner.text(bytes, scan.callIdStart, scan.callIdEnd);
    this.branch = parameter(interner, bytes, scan.viaStart, scan.viaEnd, 'branch');
    this.fromTag = parameter(interner, bytes, scan.fromStart, scan.fromEnd, 'tag');
    this.toTag = parameter(interner, bytes, scan.toStart, scan.toEnd, 'tag');
    let cseq = -1;
    let cseqMethod = '';
    if (scan.cseqStart >= 0) {
      let at = scan.cseqStart;
      let value = 0;
      for (; at < scan.cseqEnd && bytes[at] >= 0x30 && bytes[at] <= 0x39; at++) value = value * 10 + bytes[at] - 0x30;
      if (at > scan.cseqStart) cseq = Math.min(value, Number.MAX_SAFE_INTEGER);
      while (at < scan.cseqEnd && bytes[at] <= SPACE) at++;
      cseqMethod = methodAt(bytes, at, scan.cseqEnd);
    }
    this.cseq = cseq;
    this.cseqMethod = cseqMethod;
    this.isRequest = !isResponse(bytes, start);
    this.status = this.isRequest ? 0 : statusAt(bytes, start, scan.lineEnd);
    this.method = this.isRequest ? methodAt(bytes, start, wordEnd(bytes, start, scan.lineEnd)) : cseqMethod;
  }

  get startLine(): string {
    return utf8(this.store, this.offset, this.offset + this.lineEnd);
  }

  get phrase(): string {
    if (this.isRequest) return '';
    const words = this.startLine.split(' ');
    return words.slice(2).join(' ');
  }

  get requestUri(): string {
    if (!this.isRequest) return '';
    const line = this.startLine.trimEnd();
    const from = line.indexOf(' ') + 1;
    const to = line.lastIndexOf(' ');
    return to < from ? line.slice(from) : line.slice(from, to).trim();
  }

  get sentBy(): string {
    if (this.viaStart < 0) return '';
    const start = this.offset + this.viaStart;
    let at = wordEnd(this.store, start, this.offset + this.viaEnd);
    while (this.store[at] <= SPACE && at < this.offset + this.viaEnd) at++;
    return latin1(this.store, at, parameterEnd(this.store, at, this.offset + this.viaEnd)).toLowerCase();
  }

  get hasSdp(): boolean {
    if (this.bodyLength === 0) return false;
    if (this.bodyKind === 'sdp') return true;
    return this.bodyKind === 'multipart' && /content-type\s*:\s*application\/sdp/i.test(this.bodyText());
  }

  get hasIdentity(): boolean {
    return (this.seen & identity) === identity;
  }

  get defects(): readonly Defect[] {
    this.knownDefects ??= findDefects(this);
    return this.knownDefects;
  }

  bytes(): Uint8Array {
    return this.store.subarray(this.offset, this.offset + this.size);
  }

  text(): string {
    return utf8(this.store, this.offset, this.offset + this.size);
  }

  body(): Uint8Array {
    return this.store.subarray(this.offset + this.size - this.bodyLength, this.offset + this.size);
  }

  bodyText(): string {
    return utf8(this.store, this.offset + this.size - this.bodyLength, this.offset + this.size);
  }

  fields(): readonly HeaderField[] {
    this.knownFields ??= readFields(this.place());
    return this.knownFields;
  }

  brokenLine(): number {
    return findBrokenLine(this.place());
  }

  private place(): Place {
    return { store: this.store, offset: this.offset, lineEnd: this.lineEnd, headersEnd: this.headersEnd };
  }

  header(name: string): string | undefined {
    const spelling = spellingOf(name);
    return findField(this.place(), spelling.lower, spelling.compact);
  }

  headers(name: string): readonly string[] {
    if (!this.has(name)) return [];
    const wanted = canonicalName(name);
    const values = this.fields()
      .filter((field) => canonicalName(field.name) === wanted)
      .map((field) => field.value);
    return isListHeader(wanted) ? values.flatMap(splitList) : values;
  }

  has(name: string): boolean {
    const bit = noted.get(name);
    if (bit !== undefined) return (this.seen & bit) !== 0;
    const spelling = spellingOf(name);
    return locateField(this.place(), spelling.lower, spelling.compact) >= 0;
  }
}
