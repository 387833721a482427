/** A SIP message over its own bytes: identity decoded once, everything else on demand (RFC 3261 §7). */
import { utf8 } from '../bytes.ts';
import { canonicalName, isListHeader } from '../headers/names.ts';
import type { Defect, Endpoint, HeaderField, LogFacts, Origin, SipMessage, Transport } from '../model.ts';
import { splitList } from '../syntax/list.ts';
import { type CheckedMessage, findDefects } from './defects.ts';
import { findBrokenLine, findField, locateField, type Place, readFields } from './fields.ts';
import { flag, flagsOf, noted, seenMask } from './flags.ts';
import type { Interner } from './interner.ts';
import { lastParameterStart, parameterEnd, parameterStart } from './parameter.ts';
import { lineFeed, type Scan, seen } from './scan.ts';
import { type Spelling, spellingOf } from './spelling.ts';
import { isResponse, methodAt, statusAt, wordEnd } from './start-line.ts';
import { released, type Slab } from './store.ts';

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
  readonly capturePoint?: string;
}

const CR = 0x0d;
const SPACE = 0x20;
/** The header fields that every message must carry (RFC 3261 §8.1.1, §8.2.6.2), as bits. */
const identity = seen.via | seen.from | seen.to | seen.callId | seen.cseq;

function tagOf(interner: Interner, bytes: Uint8Array, start: number, end: number): string {
  if (start < 0) return '';
  const last = lastParameterStart(bytes, start, end, 'tag');
  return last < 0 ? parameter(interner, bytes, start, end, 'tag') : interner.text(bytes, last, end);
}

function parameter(interner: Interner, bytes: Uint8Array, start: number, end: number, name: string): string {
  if (start < 0) return '';
  const at = parameterStart(bytes, start, end, name);
  return at < 0 ? '' : interner.text(bytes, at, parameterEnd(bytes, at, end));
}

/** `INVITE sip:bob@example.com SIP/2.0` → the URI, whatever it consists of. */
function targetOf(startLine: string): string {
  const line = startLine.trimEnd();
  const from = line.indexOf(' ') + 1;
  const to = line.lastIndexOf(' ');
  return to < from ? line.slice(from) : line.slice(from, to).trim();
}

const nobody: Endpoint = { address: '', port: 0, name: '' };

/**
 * Few fields, and none that the bytes can tell when asked: hundreds of thousands of these wait for their call to end,
 * and each field is memory that the collector moves. Private by TypeScript only, since #fields cost more to make.
 */
export class Message implements SipMessage, CheckedMessage {
  id = 0;
  // A fraction, so that engines store it unboxed from the first message on.
  time = 0.5;
  transport: Transport = 'udp';
  source: Endpoint = nobody;
  destination: Endpoint = nobody;
  ipId = -1;
  log: LogFacts | undefined = undefined;
  capturePoint: string | undefined = undefined;
  size = 0;
  method = '';
  status = 0;
  callId = '';
  cseq = -1;
  branch = '';
  fromTag = '';
  toTag = '';
  viaCount = 0;
  contentLength = -1;
  input = 0;
  private index = 0;
  private position = 0.5;
  private flags = 0;
  private namesLow = 0;
  private namesHigh = 0;
  private slab: Slab = released;
  private offset = 0;
  private bodyStart = 0;
  /** Asked for by many rules, one after the other. */
  private target: string | undefined = undefined;

  /**
   * Makes it a message, in place of the one that it was: objects whose message was let go are used again.
   * `scan` holds offsets into `bytes`, whose message was copied to `slab` at `offset`.
   */
  fill(
    id: number,
    arrival: Arrival,
    scan: Scan,
    bytes: Uint8Array,
    slab: Slab,
    offset: number,
    interner: Interner,
  ): this {
    const { start } = scan;
    this.id = id;
    this.time = arrival.time;
    this.transport = arrival.transport;
    this.source = arrival.source;
    this.destination = arrival.destination;
    this.ipId = arrival.ipId;
    this.log = arrival.log;
    this.capturePoint = arrival.capturePoint;
    this.size = scan.end - start;
    this.slab = slab;
    this.offset = offset;
    this.bodyStart = scan.bodyStart - start;
    this.target = undefined;
    this.namesLow = scan.namesLow;
    this.namesHigh = scan.namesHigh;
    this.viaCount = scan.viaCount;
    this.contentLength = scan.contentLength;
    this.input = arrival.origin.input;
    this.index = arrival.origin.index;
    this.position = arrival.origin.position;
    this.callId = scan.callIdStart < 0 ? '' : interner.text(bytes, scan.callIdStart, scan.callIdEnd);
    this.branch = parameter(interner, bytes, scan.viaStart, scan.viaEnd, 'branch');
    this.fromTag = tagOf(interner, bytes, scan.fromStart, scan.fromEnd);
    this.toTag = tagOf(interner, bytes, scan.toStart, scan.toEnd);
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
    const response = isResponse(bytes, start);
    // 0 stands for a request: a status line without a usable number has -1.
    this.status = response ? statusAt(bytes, start, scan.lineEnd) || -1 : 0;
    this.method = response ? cseqMethod : methodAt(bytes, start, wordEnd(bytes, start, scan.lineEnd));
    this.flags = flagsOf(scan, arrival.truncated, cseq >= 0 && cseqMethod !== this.method);
    return this;
  }

  get isRequest(): boolean {
    return this.status === 0;
  }

  get origin(): Origin {
    return { input: this.input, index: this.index, position: this.position, length: this.size };
  }

  get truncated(): boolean {
    return (this.flags & flag.truncated) !== 0;
  }

  get bodyLength(): number {
    return this.size - this.bodyStart;
  }

  get seen(): number {
    return this.flags & seenMask;
  }

  get hasBlankLine(): boolean {
    return (this.flags & flag.blankLine) !== 0;
  }

  get contentLengthBad(): boolean {
    return (this.flags & flag.lengthBad) !== 0;
  }

  get cseqMismatch(): boolean {
    return (this.flags & flag.cseqMismatch) !== 0;
  }

  get startLine(): string {
    const end = this.offset + this.size;
    const feed = lineFeed(this.slab.bytes, this.offset, end);
    return utf8(this.slab.bytes, this.offset, feed > this.offset && this.slab.bytes[feed - 1] === CR ? feed - 1 : feed);
  }

  get phrase(): string {
    if (this.isRequest) return '';
    const words = this.startLine.split(' ');
    return words.slice(2).join(' ');
  }

  get requestUri(): string {
    this.target ??= this.isRequest ? targetOf(this.startLine) : '';
    return this.target;
  }

  get hasSdp(): boolean {
    if (this.bodyLength === 0) return false;
    if ((this.flags & flag.sdp) !== 0) return true;
    return (this.flags & flag.multipart) !== 0 && /content-type\s*:\s*application\/sdp/i.test(this.bodyText());
  }

  get hasIdentity(): boolean {
    return (this.seen & identity) === identity;
  }

  get defects(): readonly Defect[] {
    return findDefects(this);
  }

  bytes(): Uint8Array {
    return this.slab.bytes.subarray(this.offset, this.offset + this.size);
  }

  text(): string {
    return utf8(this.slab.bytes, this.offset, this.offset + this.size);
  }

  body(): Uint8Array {
    return this.slab.bytes.subarray(this.offset + this.size - this.bodyLength, this.offset + this.size);
  }

  bodyText(): string {
    return utf8(this.slab.bytes, this.offset + this.size - this.bodyLength, this.offset + this.size);
  }

  fields(): readonly HeaderField[] {
    return readFields(this.place());
  }

  /** Gives its bytes up; from here on it has none. Returns where they were. */
  letGo(): Slab {
    const { slab } = this;
    this.slab = released;
    return slab;
  }

  brokenLine(): number {
    return findBrokenLine(this.place());
  }

  private place(): Place {
    return { store: this.slab.bytes, start: this.offset, end: this.offset + this.bodyStart };
  }

  header(name: string): string | undefined {
    const bit = noted.get(name);
    if (bit !== undefined && (this.flags & bit) === 0) return undefined;
    const spelling = spellingOf(name);
    return this.mayHave(spelling) ? findField(this.place(), spelling.lower, spelling.compact) : undefined;
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
    return this.mayHave(spelling) && locateField(this.place(), spelling.lower, spelling.compact) >= 0;
  }

  private mayHave({ key, compactKey }: Spelling): boolean {
    return this.sieved(key) || (compactKey !== key && this.sieved(compactKey));
  }

  private sieved(key: number): boolean {
    return (this.namesLow & (1 << (key & 31))) !== 0 && (this.namesHigh & (1 << ((key >> 5) & 31))) !== 0;
  }
}
