/**
 * What is known of the media of a call: nouns for the rules and for the records. Points in time are µs since 1970,
 * lengths of time are milliseconds, sizes are bytes.
 */
import type { Endpoint, SipMessage } from '../model.ts';
import type { Direction, Fingerprint } from '../sdp/media.ts';
import type { Payload } from '../sdp/payloads.ts';
import type { PayloadFormat } from './payload-table.ts';
import type { VoipMetrics } from './rtcp.ts';
import type { Series } from './series.ts';
import type { TelephoneEvent } from './telephone-events.ts';
import type { Tone } from './tones.ts';

/** Who announced a socket: the side that placed the call, or the other one. */
export type Side = 'caller' | 'callee';

/** Which way media goes; `unknown` without signalling. */
export type MediaDirection = 'to-callee' | 'to-caller' | 'unknown';

/** What one side announced for one m= section on one hop, and for how long. */
export interface MediaEpoch {
  readonly side: Side;
  /** Number of the m= section, from 0. */
  readonly index: number;
  /** The message whose SDP said so; undefined where the capture showed it twice and the other copy stayed. */
  readonly message: SipMessage | undefined;
  /** The two hosts of the hop, as `source>destination` of the announcing side. */
  readonly hop: string;
  readonly start: number;
  /** When the same side said something else on the same hop, NaN while it did not. */
  readonly end: number;
  /** `audio`, `video`, `image` … */
  readonly kind: string;
  /** As packets carry it, so that it can be compared; a host name as written. */
  readonly address: string;
  /** 0 for a refused section. */
  readonly port: number;
  readonly rtcpPort: number;
  readonly rtcpMux: boolean;
  /** `RTP/AVP`, `RTP/SAVP`, `udptl` … */
  readonly profile: string;
  readonly payloads: readonly Payload[];
  readonly ptime: number | undefined;
  readonly maxptime: number | undefined;
  readonly direction: Direction;
  /** Suites of SDES keys; the keys themselves stay where they are. */
  readonly suites: readonly string[];
  readonly fingerprint: Fingerprint | undefined;
  readonly setup: string | undefined;
  /** Number of ICE candidates. */
  readonly candidates: number;
}

/** Packets of one payload type. */
export interface PayloadUse extends PayloadFormat {
  packets: number;
  readonly first: number;
  last: number;
}

/** Nothing came for a while. */
export interface MediaGap {
  /** Time of the last packet before it. */
  readonly at: number;
  readonly length: number;
  /** Packets that the numbers say were sent meanwhile; 0 when the sender was silent. */
  readonly missing: number;
}

/** What RTCP says of a stream: its sender, and who received it. */
export interface RtcpView {
  /** Reports of the receiver about the stream. */
  reports: number;
  /** The receiver's address. */
  reporter: string;
  /** Lost by the receiver's last count, and by ours at that time. */
  lost: number;
  lostHere: number;
  /** Highest share that was lost between two reports, 0 to 1. */
  worstFraction: number;
  /** Highest jitter reported, ms; NaN where the clock is not known. */
  jitter: number;
  /** Shortest from the capture point to the receiver and back, ms; NaN while not known. */
  roundTrip: number;
  /** Reports of the sender, and how many packets it sent, and came by here, between the first and the last of them. */
  senderReports: number;
  sent: number;
  sentHere: number;
  canonicalName: string;
  bye: boolean;
  metrics: VoipMetrics | undefined;
  first: number;
  last: number;
}

/** The E-model's verdict with all that went into it. */
export interface Quality {
  readonly mos: number;
  readonly rating: number;
  readonly ie: number;
  readonly bpl: number;
  /** Lost and late packets, percent. */
  readonly loss: number;
  readonly burstRatio: number;
  /** One way, mouth to ear. */
  readonly delay: number;
  /** The network's part of it; 0 where nothing tells it. */
  readonly networkDelay: number;
  readonly delayFrom: 'rtcp' | 'assumed';
}

/** One source of RTP from one socket to another. */
export interface StreamFacts {
  /** Order of the first packets in the analysis. */
  readonly id: number;
  readonly direction: MediaDirection;
  /** Number of the m= section that announced it, -1 without signalling. */
  readonly index: number;
  readonly kind: string;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  /** `false`: the sender's SDP names another socket than it sends from; undefined where it was not seen. */
  readonly sourceAnnounced: boolean | undefined;
  /** `false`: found by the sender's socket; the receiver's SDP names another. */
  readonly destinationAnnounced: boolean;
  readonly ssrc: number;
  /** SDP or DTLS say that payloads are encrypted. */
  readonly encrypted: boolean;
  /** The codec of most packets; empty when nobody says. */
  readonly codec: string;
  readonly clockRate: number;
  /** In the order of their first packets. */
  readonly payloads: readonly PayloadUse[];
  /** Changes from one payload type to another, events and comfort noise left out. */
  readonly payloadChanges: number;
  readonly start: number;
  readonly end: number;
  readonly packets: number;
  /** Of the packets as they are on IP. */
  readonly bytes: number;
  readonly expected: number;
  readonly lost: number;
  readonly duplicates: number;
  readonly reordered: number;
  /** Runs of lost packets and the longest; bursts by RFC 3611 §4.7.2, with the packets in them. */
  readonly lossRuns: number;
  readonly longestLoss: number;
  readonly bursts: number;
  readonly burstPackets: number;
  readonly burstLost: number;
  /** The most that was lost of ten seconds in a row, 0 to 1. */
  readonly worstLoss: number;
  /** Mean and highest of RFC 3550's estimate; undefined when the clock is not known. */
  readonly jitter: number | undefined;
  readonly maxJitter: number | undefined;
  /** Longest time between two packets, and when it ended. */
  readonly maxDelta: number;
  readonly maxDeltaAt: number;
  /** Packets too late for a buffer of 60 ms. */
  readonly late: number;
  /** The sender's clock against the capture's, parts per million; undefined below ten seconds. */
  readonly drift: number | undefined;
  /** Time of sound in a packet, as the timestamps step. */
  readonly ptime: number | undefined;
  /** Payload bytes of most packets. */
  readonly payloadSize: number;
  /** Bits per second on IP. */
  readonly bitRate: number;
  /** Packets with the marker bit: beginnings of talk. */
  readonly markers: number;
  readonly comfortNoise: number;
  /** The numbers began anew, and timestamps that lead nowhere. */
  readonly restarts: number;
  readonly timestampJumps: number;
  readonly gaps: readonly MediaGap[];
  /** Packets that the capture cut within the header, or whose lengths do not fit. */
  readonly damaged: number;
  readonly events: readonly TelephoneEvent[];
  readonly digits: string;
  /** Tones of exchanges before the answer, and keys sent as sound where no telephone-event was agreed. */
  readonly tones: readonly Tone[];
  /** Packets of the same two sockets before any SDP named them: their number and times, not in the other figures. */
  readonly before: { readonly packets: number; readonly first: number; readonly last: number } | undefined;
  readonly rtcp: RtcpView | undefined;
  readonly quality: Quality | undefined;
  readonly series: Series;
}

/** Connectivity checks (ICE) and TURN from one socket to another. */
export interface StunPair {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly first: number;
  last: number;
  /** Requests of `source`, and what `destination` answered. */
  requests: number;
  successes: number;
  /** Error codes answered, each once. */
  readonly errors: number[];
  /** Allocate and other methods of TURN among the requests. */
  turn: boolean;
  nominated: boolean;
  role: 'controlling' | 'controlled' | '';
  username: string;
}

/** A DTLS handshake between two sockets; `client` said hello first. */
export interface DtlsHandshake {
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly first: number;
  last: number;
  clientHellos: number;
  /** First answer of the server, NaN without. */
  answered: number;
  /** Both sides changed to encryption: the handshake is through, as far as it is in clear. */
  clientFinished: boolean;
  serverFinished: boolean;
  /** Fatal alerts in clear (RFC 8446 §6.2), each once. */
  readonly alerts: number[];
}

/** T.38 from one socket to another. */
export interface FaxFacts {
  readonly direction: MediaDirection;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly packets: number;
  readonly lost: number;
  readonly duplicates: number;
  readonly start: number;
  readonly end: number;
}

export interface CallMedia {
  /** What was announced, in order of time. */
  readonly epochs: readonly MediaEpoch[];
  /** In order of their first packets. */
  readonly streams: readonly StreamFacts[];
  readonly stun: readonly StunPair[];
  readonly dtls: readonly DtlsHandshake[];
  readonly fax: readonly FaxFacts[];
  /** RTCP packets, and those that are encrypted. */
  readonly rtcp: { readonly packets: number; readonly encrypted: number };
  /** First 2xx to an INVITE and first BYE or failure, NaN while there was none. */
  readonly answered: number;
  readonly ended: number;
  /** Sources beyond the bounds: counted, not followed. */
  readonly omittedSources: number;
}

/** RTP between sockets that no SDP named. */
export interface UnclaimedFlow {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly ssrc: number;
  readonly packets: number;
  readonly first: number;
  readonly last: number;
}
