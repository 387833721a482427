/**
 * The nouns at the seams between folders. This file imports nothing. Units everywhere: time is microseconds since
 * 1970-01-01T00:00:00Z as a number and arrives with the packet; lengths and positions are bytes.
 */

// ── The bytes side ───────────────────────────────────────────────────────────────────────────────────────────────

/** Where something stands in an input. */
export interface Origin {
  /** Index into the report's `inputs`. */
  readonly input: number;
  /** Frame number (captures) or line number (logs), from 1. */
  readonly index: number;
  /** Byte offset in the (decompressed) input. */
  readonly position: number;
  /** Bytes that belong to it there. */
  readonly length: number;
}

/** One frame of a capture. A cursor: the reader reuses the object and its bytes, so copy what must outlive the call. */
export interface Frame {
  bytes: Uint8Array;
  start: number;
  end: number;
  /** Length on the wire; more than `end - start` when the capture cut the frame (snap length). */
  wireLength: number;
  time: number;
  /** What the capture says beyond whole microseconds: 0 to 999. */
  nanoseconds: number;
  /** From 1. */
  number: number;
  /** LINKTYPE_ value (https://www.tcpdump.org/linktypes.html). */
  linkType: number;
  position: number;
  /** pcapng interface, 0 in pcap. */
  interfaceId: number;
}

export type Transport = 'udp' | 'tcp' | 'tls' | 'sctp' | 'ws' | 'wss';

/** A transport address. Equal endpoints are the same object within one analysis, so `===` compares them. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
  /** `192.0.2.1:5060`, `[2001:db8::1]:5060`. */
  readonly name: string;
}

/**
 * A UDP datagram, a message of SCTP, or a piece of text that a log shows as one. Borrowed for the call, object and bytes:
 * copy what must outlive it.
 */
export interface Packet {
  readonly time: number;
  readonly transport: Transport;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly origin: Origin;
  /** Fewer bytes are here than were sent (snap length, a log's record limit). */
  readonly truncated: boolean;
  /** IPv4 identification, -1 when there is none: tells a duplicate of the capture from a retransmission. */
  readonly ipId: number;
  readonly ttl: number;
  /** Absent for packets that a capture recorded. */
  readonly log?: LogFacts;
  /** Where its bytes stand in a TCP connection; absent for what came in a datagram of its own. */
  readonly span?: Pick<StreamChunk, 'source' | 'destination' | 'sequence' | 'tls'> & { readonly length: number };
  /** Number or name of the agent that saw it and sent it on (HEP); absent for what the capture itself saw. */
  readonly capturePoint?: string;
}

/** What a text log could not say for certain about one message. */
export interface LogFacts {
  readonly dialect: string;
  /** Granularity of the printed time in microseconds; Infinity when no time is printed. */
  readonly resolution: number;
  /** Source and destination were derived from Via and Contact, not printed. */
  readonly endpointsInferred: boolean;
  /** The bytes are those of the wire, so that Content-Length may be checked. */
  readonly exactBytes: boolean;
}

/** Bytes of one direction of a TCP connection, or of what its TLS hides, in order, without repetition. */
export interface StreamChunk {
  /** Unique per connection and direction within an analysis. */
  readonly stream: number;
  /** Sequence number of the first byte (TCP), or of the TLS record that it was in. */
  readonly sequence: number;
  readonly time: number;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly origin: Origin;
  /** Bytes are missing between the last chunk and this one (or before the first). */
  readonly gap: boolean;
  /** Nothing more will come (FIN, RST, idle limit, end of capture). */
  readonly last: boolean;
  /** Absent when the bytes were sent in clear. Client randoms in hexadecimal digits: a renegotiation adds one. */
  readonly tls?: { readonly clientRandoms: readonly string[] };
}

/** Takes the bytes of one input, from whoever reads them. */
export interface InputSink {
  /** Bytes of the input, decompressed; the chunk may be reused when the call returns. */
  write(chunk: Uint8Array): void;
  /** Something outside the bytes went wrong (unpacking, reading): a reason of `notDecoded`. */
  damaged(reason: string): void;
  end(): void;
}

/** Counts what was not understood, by reason, with the first position. Reasons are kebab-case keys for the locales. */
export interface Tally {
  count(reason: string, index: number, position: number): void;
}

// ── SIP ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Something wrong with bytes: data, not an exception. `code` is a key for the locales. */
export interface Defect {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** Byte offset in the message. */
  readonly at: number;
}

/** A header field as it stood on the wire. Offsets are bytes in the message. */
export interface HeaderField {
  /** In the spelling of the wire. */
  readonly name: string;
  /** Unfolded and trimmed. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

type Passed = Pick<Packet, 'time' | 'transport' | 'source' | 'destination' | 'origin' | 'truncated' | 'ipId'>;

export interface SipMessage extends Passed {
  /** Order of arrival in the analysis, from 0. */
  readonly id: number;
  /** Index of the input, as in `origin`. */
  readonly input: number;
  readonly log: LogFacts | undefined;
  readonly capturePoint: string | undefined;

  /** The start line, without its line end. */
  readonly startLine: string;
  readonly isRequest: boolean;
  /** Method of a request; of a response, the method in its CSeq. */
  readonly method: string;
  /** 0 for requests. */
  readonly status: number;
  readonly phrase: string;
  readonly requestUri: string;

  /** The decoded identity; empty strings (and cseq -1) where the header is missing or broken. */
  readonly callId: string;
  readonly cseq: number;
  /** A request whose CSeq names another method than its start line (RFC 3261 §8.1.1.5). */
  readonly cseqMismatch: boolean;
  readonly branch: string;
  readonly fromTag: string;
  readonly toTag: string;
  /** Number of Via values. */
  readonly viaCount: number;
  /** Via, From, To, Call-ID and CSeq are all there (RFC 3261 §8.1.1, §8.2.6.2). */
  readonly hasIdentity: boolean;

  readonly size: number;
  /** Declared Content-Length, -1 when absent. */
  readonly contentLength: number;
  readonly bodyLength: number;
  readonly hasSdp: boolean;
  readonly defects: readonly Defect[];

  /** Raw bytes of the message as captured. */
  bytes(): Uint8Array;
  text(): string;
  body(): Uint8Array;
  bodyText(): string;
  /** All header fields in wire order. */
  fields(): readonly HeaderField[];
  /** First value of a header field, compact form included; undefined when absent. */
  header(name: string): string | undefined;
  /** Every value of a header field, comma-separated lists split where the grammar allows lists. */
  headers(name: string): readonly string[];
  has(name: string): boolean;
}

/** What is left of a message when its bytes are let go: enough to name it and to find it. */
export type Evidence = Pick<
  SipMessage,
  'id' | 'time' | 'origin' | 'transport' | 'source' | 'destination' | 'startLine' | 'log'
>;

// ── State ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A response of a transaction and its retransmissions on the same hop. */
export interface Response {
  readonly message: SipMessage;
  readonly repeats: readonly SipMessage[];
}

/** RFC 3261 §17, as an observer of one hop sees it. */
export interface Transaction {
  readonly id: number;
  readonly method: string;
  readonly callId: string;
  readonly cseq: number;
  readonly branch: string;
  /** The side that sent the request. */
  readonly client: Endpoint;
  readonly server: Endpoint;
  /** Via values of the request: the hop's depth. */
  readonly viaCount: number;
  /** Undefined when only responses were captured. */
  readonly request: SipMessage | undefined;
  readonly requestRepeats: readonly SipMessage[];
  readonly responses: readonly Response[];
  readonly final: SipMessage | undefined;
  /** ACKs for a non-2xx final, of the same branch (RFC 3261 §17.1.1.3). */
  readonly acks: readonly SipMessage[];
  /** INVITE: the CANCEL transaction beside it. CANCEL: the INVITE it cancels. */
  readonly peer: Transaction | undefined;
  readonly start: number;
  readonly end: number;
}

/** RFC 3261 §12: Call-ID and both tags. Forked early dialogs are dialogs of their own. */
export interface Dialog {
  readonly callId: string;
  readonly callerTag: string;
  readonly calleeTag: string;
  readonly state: 'early' | 'confirmed' | 'terminated';
  /** First 2xx to the initial INVITE. */
  readonly answer: SipMessage | undefined;
  readonly acks: readonly SipMessage[];
  readonly bye: Transaction | undefined;
  /** In-dialog transactions, in order. */
  readonly transactions: readonly Transaction[];
}

/** The end-to-end attempt: authentication, redirection and fork rounds belong to it. */
export interface Call {
  readonly id: number;
  readonly callIds: readonly string[];
  readonly messages: readonly SipMessage[];
  readonly transactions: readonly Transaction[];
  readonly dialogs: readonly Dialog[];
  /** Out-of-dialog INVITE transactions of the caller's own hop, in order: each round of authentication or redirection. */
  readonly attempts: readonly Transaction[];
  readonly start: number;
  readonly end: number;
  /** Frames that were captured twice and left out. */
  readonly duplicates: number;
}

/** Transactions outside any call that share a Call-ID: a registration, a subscription, or single requests. */
export interface Exchange {
  readonly id: number;
  readonly kind: 'registration' | 'subscription' | 'request';
  readonly callId: string;
  readonly messages: readonly SipMessage[];
  readonly transactions: readonly Transaction[];
  readonly start: number;
  readonly end: number;
  readonly duplicates: number;
}

export type Outcome =
  | 'answered'
  | 'busy'
  | 'declined'
  | 'cancelled'
  | 'no-answer'
  | 'redirected'
  | 'rejected'
  | 'unauthorized'
  | 'failed'
  | 'unknown';

// ── Meaning ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** What sentences are made of, in no language: numbers, texts of the trace, keys in kebab case, and lists of these. */
export type Value = string | number | boolean | readonly string[] | readonly Args[];
export type Args = { readonly [name: string]: Value };
export type Severity = 'error' | 'warning' | 'info';
export type Confidence = 'certain' | 'likely' | 'possible';

/** One line of a story: a key of the locales and what it needs to become a sentence. */
export interface Step {
  readonly key: string;
  readonly args: Args;
  readonly at: readonly SipMessage[];
}
