/**
 * The report as it is written out: plain, JSON-safe data (schema/report.schema.json says the same in JSON Schema).
 * Points in time are ISO 8601 UTC with microseconds; durations are milliseconds; sizes are bytes.
 */
import type { Args, Confidence, Outcome, Severity, Transport } from './model.ts';

export const REPORT_SCHEMA = 'sipsleuth/report@1';

/** A message of the trace, and where to find it. */
export interface MessageRef {
  /** Number of the message in the analysis, from 0. */
  readonly message: number;
  /** Index into `inputs`. */
  readonly input: number;
  /** Frame number (captures) or line number (logs), from 1. */
  readonly frame: number;
  readonly time: string;
  readonly transport: Transport;
  readonly source: string;
  readonly destination: string;
  readonly startLine: string;
}

/** A message at another capture point. */
export interface Observation {
  /** Index into `inputs`. */
  readonly input: number;
  /** Frame number (captures) or line number (logs), from 1. */
  readonly frame: number;
  /** By the clock of the report. */
  readonly time: string;
}

export interface ReportMessage extends MessageRef {
  /** CSeq as number and method. */
  readonly cseq: string;
  readonly sdp: boolean;
  /** How often this message was sent again on the same hop. */
  readonly repeats: number;
  /** Where the same message was seen as well, at other capture points. */
  readonly observations?: readonly Observation[];
  /** Number or name of the capture agent that sent it on (HEP); absent for what the input itself saw. */
  readonly capturePoint?: string;
  /** The whole message; credentials are masked. */
  readonly text: string;
}

export interface NotDecoded {
  readonly reason: string;
  readonly text: string;
  readonly count: number;
  readonly firstAt: { readonly frame: number; readonly position: number };
}

export interface ReportInput {
  readonly path: string;
  readonly kind: 'capture' | 'log';
  /** `pcap`, `pcapng`, or the dialects of a log joined with `+`. */
  readonly format: string;
  /** Link types of a capture. */
  readonly links: readonly string[];
  readonly bytes: number;
  /** Frames of a capture, lines of a log. */
  readonly frames: number;
  readonly sipMessages: number;
  readonly duplicates: number;
  /** Messages that another input showed first; missing where there are none. */
  readonly shared?: number;
  /** How its clock stands to that of another input, where messages in common tell. All times but `start` and `end` are corrected by it. */
  readonly clock?: InputClock;
  /** A log that begins with its newest record, so that its messages were put in order; missing of all others. */
  readonly newestFirst?: boolean;
  readonly start: string | null;
  readonly end: string | null;
  /** False when the input was cut or damaged. */
  readonly complete: boolean;
  /** Why nothing at all could be read from it. */
  readonly problem?: { readonly code: string; readonly text: string };
  readonly notDecoded: readonly NotDecoded[];
}

/** How the clock of an input stands to that of another. */
export interface InputClock {
  /** By how much it is ahead, ms; negative when it is behind. */
  readonly ahead: number;
  /** Index into `inputs` of the one that it is compared with. */
  readonly against: number;
  /** The least time on the way between the two points, ms; null where messages of one direction only were in common, and `ahead` holds it. */
  readonly way: number | null;
  /** Messages in common that tell. */
  readonly messages: number;
}

/** Two capture points that saw messages of a call. */
export interface PointPair {
  /** Indices into `inputs`, the lower first. */
  readonly a: number;
  /** The higher one. */
  readonly b: number;
  /** Messages that both saw. */
  readonly messages: number;
  /** Median time from one to the other, ms; null where nothing went that way. */
  readonly toB: number | null;
  /** The same the other way. */
  readonly toA: number | null;
  /** All of it in one sentence. */
  readonly text: string;
}

/** A message that one capture point saw and the next one on its way did not. */
export interface LostMessage {
  /** The message. */
  readonly at: MessageRef;
  /** Index into `inputs` of the last point that saw it. */
  readonly seenAt: number;
  /** Index into `inputs` of the one that should have seen it next. */
  readonly missingAt: number;
  /** All of it in one sentence. */
  readonly text: string;
}

/** What several capture points tell of a call. */
export interface CallPoints {
  /** Points next to each other on the way. */
  readonly pairs: readonly PointPair[];
  /** What went over UDP and got lost between them. */
  readonly lost: readonly LostMessage[];
}

/** One response (or the lack of one) in the story of a call. */
export interface ReportStep {
  readonly key: string;
  /** 0 for steps that are no response. */
  readonly status: number;
  readonly phrase: string;
  readonly at: MessageRef;
  /** Milliseconds since the call's first INVITE. */
  readonly delta: number;
  /** What this call adds to the code: who sent it, after what, with what. */
  readonly text: string;
  /** The catalogue's words; left out of calls that were answered and have no finding. */
  readonly description?: string;
  readonly whenSeen?: string;
  readonly howToFix?: string;
}

export interface ReportVerdict {
  readonly key: string;
  readonly args: Args;
  readonly text: string;
  readonly advice: string;
  readonly confidence: Confidence;
  readonly at: readonly MessageRef[];
}

/**
 * `proxy` sent the call on, or asked for credentials as only a proxy does; `b2bua` ended it and began another leg; `sbc`
 * is named so by its product; `callee` is a device that rang, answered or refused for its user; `server` answered by
 * itself and may hide others.
 */
export type Role = 'caller' | 'proxy' | 'b2bua' | 'sbc' | 'registrar' | 'server' | 'gateway' | 'callee';

/** A host that took part in a call. */
export interface Party {
  readonly role: Role;
  readonly address: string;
  /** All addresses of the same device, the one it was reached at first. */
  readonly addresses: readonly string[];
  /** User-Agent or Server of the messages it made; empty when it names none. */
  readonly product: string;
}

/** Milliseconds; a missing name means that the event was not seen. */
export interface Timings {
  /** INVITE to 100. */
  readonly trying?: number;
  /** INVITE to the first 101–199 or 2xx: post-dial delay. */
  readonly postDial?: number;
  /** First 180 (else 183) to the final response: ring time. */
  readonly ring?: number;
  /** INVITE to 2xx. */
  readonly setup?: number;
  /** INVITE to the final response, whatever it is. */
  readonly final?: number;
  /** 2xx to BYE. */
  readonly duration?: number;
}

/** Why two calls are taken for legs of one. */
export interface LegReason {
  readonly key: string;
  readonly points: number;
}

/** `onward`: the other call is what became of this one; `back`: this one is what became of the other. */
export type Direction = 'onward' | 'back';

export type Relation = 'b2bua' | 'redirection' | 'transfer' | 'replacement' | 'authentication';

/** Another leg of a call: one with a Call-ID of its own that belongs to the same story. */
export interface ReportLeg {
  /** Id of the other call. */
  readonly call: number;
  readonly direction: Direction;
  readonly relation: Relation;
  /** Address of the host that placed the later of the two. */
  readonly host: string;
  /** Sum of the points; from 5 on it is a join. */
  readonly score: number;
  readonly reasons: readonly LegReason[];
  readonly text: string;
}

/** The host that a finding says to look at. */
export interface Device {
  readonly address: string;
  /** Its part in the call, where it has one. */
  readonly role?: Role;
  /** User-Agent or Server; empty when it names none. */
  readonly product: string;
  readonly text: string;
}

/** Which way media goes; `unknown` without signalling. */
export type MediaDirection = 'to-callee' | 'to-caller' | 'unknown';

/** Packets of one payload type. */
export interface StreamPayload {
  readonly type: number;
  /** As the SDP spells it; empty when nobody says. */
  readonly codec: string;
  /** Hz, 0 when nobody says. */
  readonly clockRate: number;
  readonly packets: number;
  /** The receiver's SDP lists it. */
  readonly agreed: boolean;
}

/** A tone of an exchange, heard in the sound of a stream before the answer. */
export interface StreamTone {
  readonly kind: 'ringing' | 'busy' | 'congestion' | 'special-information' | 'dial' | 'fax-calling' | 'fax-answering';
  readonly at: string;
  readonly length: number;
  /** How often it sounded; a double ring counts twice. */
  readonly bursts: number;
  readonly confidence: Confidence;
}

/** Nothing came for more than two seconds. */
export interface StreamGap {
  /** The last packet before it. */
  readonly at: string;
  readonly length: number;
  /** Packets that the sequence numbers say were sent meanwhile; 0 when the sender was silent. */
  readonly missing: number;
}

/** How a stream sounds by the E-model (ITU-T G.107, simplified), and all that went into it. */
export interface StreamQuality {
  /** R, 0 to 93.2. */
  readonly rating: number;
  /** Equipment impairment of the codec. */
  readonly ie: number;
  /** Robustness of the codec against loss. */
  readonly bpl: number;
  /** Lost and late packets, percent. */
  readonly loss: number;
  /** How much longer runs of loss are than chance makes them. */
  readonly burstRatio: number;
  /** One way, mouth to ear: network, buffer and packet. */
  readonly delay: number;
  /** The network's part of it: half the round trip of RTCP, or 0. */
  readonly networkDelay: number;
  readonly delayFrom: 'rtcp' | 'assumed';
}

/** What RTCP says of a stream, beside what came by here. */
export interface StreamRtcp {
  /** Reports of the receiver. */
  readonly reports: number;
  /** Address of the receiver; empty without reports. */
  readonly reporter: string;
  /** Lost by the receiver's last count. */
  readonly lost: number;
  /** Lost before it came by here, at that time: the rest was lost behind the capture point. */
  readonly lostHere: number;
  /** The most that was lost between two reports, percent. */
  readonly worstLoss: number;
  /** The highest that the receiver reported. */
  readonly jitter: number | null;
  /** From here to the receiver and back. */
  readonly roundTrip: number | null;
  /** Packets that the sender counted between its first and last report. */
  readonly sent: number;
  /** Of these, the ones that came by here. */
  readonly sentHere: number;
  /** Rating that the receiver gave (RFC 3611). */
  readonly rating: number | null;
}

/** One step of the course of a stream. */
export interface StreamPoint {
  readonly packets: number;
  readonly lost: number;
  readonly jitter: number;
  readonly maxDelta: number;
}

/** The course of a stream. */
export interface StreamSeries {
  /** Seconds of a step. */
  readonly step: number;
  readonly points: readonly StreamPoint[];
}

/** RTP of one source from one socket to another. Times are milliseconds. */
export interface ReportStream {
  /** Index into the report's `streams`. */
  readonly id: number;
  /** The first of the calls whose SDP names its sockets; null without signalling. */
  readonly call: number | null;
  readonly direction: MediaDirection;
  /** `audio`, `video` …; empty without signalling. */
  readonly media: string;
  readonly source: string;
  readonly destination: string;
  /** As hexadecimal number: `0x1a0f31b2`. */
  readonly ssrc: string;
  /** That of most packets; empty when nobody says. */
  readonly codec: string;
  /** Hz of the timestamps, 0 when nobody says. */
  readonly clockRate: number;
  /** The SDP agrees on SRTP. */
  readonly encrypted: boolean;
  readonly start: string;
  readonly end: string;
  /** From the answer of the call to the first packet; below 0 for early media, null without an answer. */
  readonly startDelay: number | null;
  readonly packets: number;
  /** Packets that came before any SDP named the sockets: in no other figure. */
  readonly packetsBefore: number;
  /** Between the first and the last sequence number. */
  readonly expected: number;
  readonly lost: number;
  readonly duplicates: number;
  readonly reordered: number;
  /** Too late for a buffer of 60 ms. */
  readonly late: number;
  /** Most packets lost in a row. */
  readonly longestLoss: number;
  /** Bursts of loss (RFC 3611 §4.7.2). */
  readonly bursts: number;
  /** The most that was lost of ten seconds in a row, percent. */
  readonly worstLoss: number;
  /** Mean of the estimate of RFC 3550 §6.4.1; null when the clock is not known. */
  readonly jitter: number | null;
  readonly maxJitter: number | null;
  /** Longest time between two packets, silence between two talk spurts left out. */
  readonly maxDelta: number;
  /** The sender's clock against the capture's, parts per million; null below ten seconds. */
  readonly drift: number | null;
  /** Time of sound in a packet. */
  readonly ptime: number | null;
  /** Bits per second on IP. */
  readonly bitRate: number;
  /** 1 to 4.4; null for what the E-model has no figures for, and for less than a second. */
  readonly mos: number | null;
  readonly quality: StreamQuality | null;
  /** Keys pressed, sent as events (RFC 4733). */
  readonly digits: string;
  /** Keys heard in the sound (G.711), where the SDP agreed on no events for them. */
  readonly soundDigits: string;
  /** Tones to the caller before the answer (G.711), in order. */
  readonly tones: readonly StreamTone[];
  /** Packets of comfort noise. */
  readonly comfortNoise: number;
  /** In the order of their first packets. */
  readonly payloads: readonly StreamPayload[];
  /** The numbers began anew, or the timestamps. */
  readonly restarts: number;
  readonly gaps: readonly StreamGap[];
  /** The sender's SDP names the socket that it sends from; null where its SDP was not seen. */
  readonly sourceAnnounced: boolean | null;
  /** The receiver's SDP names the socket that it is sent to. */
  readonly destinationAnnounced: boolean;
  readonly rtcp: StreamRtcp | null;
  /** Only with `--messages all`. */
  readonly series?: StreamSeries;
}

export interface ReportCall {
  readonly id: number;
  readonly callIds: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly start: string;
  readonly end: string;
  readonly outcome: Outcome;
  /** 0 when no final response was seen. */
  readonly finalStatus: number;
  readonly sequence: readonly number[];
  readonly verdict: ReportVerdict;
  readonly timings: Timings;
  readonly parties: readonly Party[];
  readonly legs: readonly ReportLeg[];
  /** Only of a call that more than one capture point saw. */
  readonly points?: CallPoints;
  readonly steps: readonly ReportStep[];
  /** Ids of the streams of its media, in order of their first packets. */
  readonly streams: readonly number[];
  readonly messageCount: number;
  /** What `--messages` asks for; by default only calls that failed or have findings list theirs. */
  readonly messages: readonly ReportMessage[];
  /** Indices into the report's `findings`. */
  readonly findings: readonly number[];
}

/** It ended as its users wanted. */
export function isGood({ outcome }: Pick<ReportCall, 'outcome'>): boolean {
  return outcome === 'answered' || outcome === 'cancelled';
}

export type RegistrationOutcome = 'registered' | 'unregistered' | 'unauthorized' | 'rejected' | 'failed' | 'unknown';

export interface ReportRegistration {
  readonly id: number;
  readonly aor: string;
  readonly contact: string;
  readonly client: string;
  readonly registrar: string;
  readonly start: string;
  readonly end: string;
  readonly outcome: RegistrationOutcome;
  readonly finalStatus: number;
  /** REGISTER requests, retransmissions not counted. */
  readonly attempts: number;
  /** Seconds granted by the last 2xx; null when none was. */
  readonly expires: number | null;
  readonly messages: readonly ReportMessage[];
  readonly findings: readonly number[];
}

export interface ReportSubscription {
  readonly id: number;
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly start: string;
  readonly end: string;
  readonly finalStatus: number;
  readonly notifies: number;
  readonly messages: readonly ReportMessage[];
  readonly findings: readonly number[];
}

/** A request outside any call, registration or subscription. */
export interface ReportTransaction {
  readonly id: number;
  readonly method: string;
  readonly callId: string;
  readonly client: string;
  readonly server: string;
  readonly start: string;
  readonly end: string;
  readonly finalStatus: number;
  readonly messages: readonly ReportMessage[];
  readonly findings: readonly number[];
}

export type SubjectKind = 'call' | 'registration' | 'subscription' | 'transaction' | 'capture';

export interface Subject {
  readonly kind: SubjectKind;
  /** Id within its kind; the input's index for a capture. */
  readonly id: number;
}

export interface ReportFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly scope: string;
  readonly subject: Subject;
  readonly at: readonly MessageRef[];
  readonly args: Args;
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly fix: readonly string[];
  readonly refs: readonly string[];
  /** What this trace cannot prove; empty when nothing is left open. */
  readonly limits: string;
  /** How often the same was found of the same subject. */
  readonly count: number;
  /** Equal for the same trouble of the same users in another capture; 16 hexadecimal digits. */
  readonly fingerprint: string;
  /** The host to look at, where one can be named. */
  readonly device?: Device;
  /** Index of the finding that explains this one. */
  readonly absorbedBy?: number;
  /** Why it is no news; left out of findings that are. */
  readonly accepted?: Accepted;
}

/** A finding that counts: neither explained by another nor accepted. */
export function isNews({ absorbedBy, accepted }: Pick<ReportFinding, 'absorbedBy' | 'accepted'>): boolean {
  return absorbedBy === undefined && accepted === undefined;
}

/** In the baseline, or suppressed by the configuration for the reason that it gives. */
export interface Accepted {
  readonly by: 'baseline' | 'suppression';
  /** Empty for a baseline. */
  readonly reason: string;
}

export interface Undetermined {
  readonly rule: string;
  readonly guard: string;
  readonly subject: Subject;
  readonly text: string;
}

export interface ReportRule {
  readonly severity: Severity | 'off';
  readonly title: string;
  readonly findings: number;
}

export interface Metrics {
  /** Calls by outcome. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** Answered calls of all calls, percent; null without calls. */
  readonly answerSeizureRatio: number | null;
  /** Milliseconds over calls with a first response of 101–299. */
  readonly postDialDelay: Percentiles | null;
  /** Over all calls; of legs joined by a B2BUA the first. Scanners do not count. */
  readonly sessions: SessionFigures;
  readonly registrations: RegistrationFigures;
  readonly media: MediaFigures;
  /** The 50 pairs of hosts with the most attempts. */
  readonly peers: readonly PeerFigures[];
}

/** Figures of calls (RFC 6076): ratios in percent with one decimal, null where there is nothing to divide by; times in ms. */
export interface SessionFigures {
  /** Attempts counted; authentication and redirection rounds belong to theirs. */
  readonly attempts: number;
  readonly answered: number;
  /** Ended with a redirection that nobody followed: left out of SER, SEER and NER. */
  readonly redirected: number;
  /** Attempts of which the trace does not show the end: not counted. */
  readonly undetermined: number;
  /** SER (RFC 6076 §4.6): answered of all attempts but redirected ones. */
  readonly establishmentRatio: number | null;
  /** SEER (§4.7): the same with 480, 486, 600 and 603, with which the user decided. */
  readonly effectivenessRatio: number | null;
  /** ISA (§4.8): 408, 500, 503, 504 and silence, of all attempts. */
  readonly ineffectiveAttempts: number | null;
  /** SCR (§4.9): answered and released by a BYE that was answered, of all attempts but those still up at the end. */
  readonly completionRatio: number | null;
  /** NER: answered, or ended by the user (480, 486, 600, 603, and 487 after ringing). */
  readonly networkEffectivenessRatio: number | null;
  /** SRD (§4.3): INVITE to the first 101–199, else to the final response. */
  readonly requestDelay: SplitFigures;
  /** SDD (§4.4): BYE to its 2xx; of failed ones to the refusal, or to timer F. */
  readonly disconnectDelay: SplitFigures;
  /** SDT (§4.5): 200 to BYE. */
  readonly duration: Percentiles | null;
  /** ACD: the mean of those. */
  readonly averageDuration: number | null;
  /** First 180, else 183, to the final response. */
  readonly ringTime: Percentiles | null;
}

/** What came out well and what did not, never mixed (RFC 6076 §4.3). */
export interface SplitFigures {
  readonly success: Percentiles | null;
  readonly failure: Percentiles | null;
}

/** Figures of the calls from one host to another; a leg behind a B2BUA counts here too. */
export interface PeerFigures extends SessionFigures {
  readonly client: string;
  readonly server: string;
}

/** Figures of media, over the streams that are listed. */
export interface MediaFigures {
  readonly streams: number;
  readonly packets: number;
  /** Of the packets expected, percent; null without any. */
  readonly loss: number | null;
  /** Means of the streams. */
  readonly jitter: Percentiles | null;
  /** How they sound. */
  readonly mos: MosFigures | null;
  /** Flows that look like RTP and that no SDP names. */
  readonly unclaimed: number;
  /** Packets of sources beyond the bounds (64 of one socket): in no stream. */
  readonly omitted: number;
}

/** How streams sound, 1 to 4.4. */
export interface MosFigures {
  readonly n: number;
  readonly median: number;
  readonly worst: number;
}

/** Figures of registrations (RFC 6076 §4.1, §4.2). */
export interface RegistrationFigures {
  /** REGISTER requests, retransmissions not counted. */
  readonly requests: number;
  /** Refused with 4xx but 401, 402 and 407, with 5xx or 6xx, or never answered. */
  readonly ineffective: number;
  /** IRA (§4.2): those of all requests, percent; null without any. */
  readonly ineffectiveAttempts: number | null;
  /** RRD (§4.1): first REGISTER to the 200, challenges included. */
  readonly requestDelay: Percentiles | null;
}

export interface Percentiles {
  readonly n: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

export interface Summary {
  readonly messages: number;
  readonly calls: number;
  readonly registrations: number;
  readonly subscriptions: number;
  readonly transactions: number;
  /** What another finding explains, and what is accepted, is not counted. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings of the baseline, and suppressed ones. */
  readonly accepted: number;
  readonly undetermined: number;
  readonly metrics: Metrics;
  /** Counted, not listed, to keep the report bounded; all zero but in floods. */
  readonly omitted: Omitted;
}

/** Items beyond 100,000 of their kind and without a listed finding; findings beyond 10,000 of a rule and severity. */
export interface Omitted {
  readonly calls: number;
  readonly registrations: number;
  readonly subscriptions: number;
  readonly transactions: number;
  readonly findings: number;
  readonly undetermined: number;
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly language: string;
  readonly inputs: readonly ReportInput[];
  readonly summary: Summary;
  readonly calls: readonly ReportCall[];
  readonly registrations: readonly ReportRegistration[];
  readonly subscriptions: readonly ReportSubscription[];
  readonly transactions: readonly ReportTransaction[];
  readonly streams: readonly ReportStream[];
  readonly findings: readonly ReportFinding[];
  readonly undetermined: readonly Undetermined[];
  readonly rules: Readonly<Record<string, ReportRule>>;
}
