/** One source of RTP from one socket to another, packet by packet; nothing is allocated for one that changes nothing. */
import type { Endpoint } from '../model.ts';
import type { Payload } from '../sdp/payloads.ts';
import type { MediaGap, PayloadUse, RtcpView } from './facts.ts';
import { Pace } from './pace.ts';
import { formatOf } from './payload-table.ts';
import type { RtpHeader } from './rtp.ts';
import { DUPLICATE, NEW, RESTARTED, Sequence, STRAY } from './sequence.ts';
import { Series } from './series.ts';
import { TelephoneEvents } from './telephone-events.ts';

/** Silence (ms) that is noted. */
const GAP = 2_000;
const GAPS = 64;
/** Payload types of one stream that are told apart. */
const USES = 32;
const SECOND = 1_000_000;
/** What an event without SDP looks like (RFC 4733 §2.3): dynamic type, four bytes, the reserved bit clear. */
const DYNAMIC = 96;

export class Stream {
  readonly id: number;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly ssrc: number;
  readonly sequence = new Sequence();
  readonly pace = new Pace();
  readonly series: Series;
  readonly uses: PayloadUse[] = [];
  readonly gaps: MediaGap[] = [];
  events: TelephoneEvents | undefined = undefined;
  rtcp: RtcpView | undefined = undefined;
  /** What the receiver's SDP says of payload types; undefined without. */
  payloads: readonly Payload[] | undefined;
  /** Of the socket, as of the last look at its SDP. */
  version = -1;
  input: number;
  /** Last words of both addresses, and the ports: what tells apart the packets that come to one socket. */
  from = 0.5;
  to = 0.5;
  ports = 0.5;
  start = Number.NaN;
  end = Number.NaN;
  bytes = 0;
  markers = 0;
  payloadChanges = 0;
  damaged = 0;
  /** Most frequent step of the timestamps and size of the payload, as far as a running vote tells. */
  step = 0;
  size = 0;
  lastSequence = -1;
  #stepVotes = 0;
  #sizeVotes = 0;
  #timestamp = Number.NaN;
  #use: PayloadUse | undefined = undefined;
  #media: PayloadUse | undefined = undefined;
  #quiet = false;
  #second = Number.NaN;
  #packetsBefore = 0;
  #lostBefore = 0;
  #deltaHere = Number.NaN;
  #jitterHere = Number.NaN;

  constructor(id: number, source: Endpoint, destination: Endpoint, ssrc: number, time: number, input: number) {
    this.id = id;
    this.source = source;
    this.destination = destination;
    this.ssrc = ssrc;
    this.input = input;
    this.start = time;
    this.end = time;
    this.series = new Series(time);
    this.#second = time + SECOND;
    this.#deltaHere = 0;
    this.#jitterHere = 0;
  }

  /** `size`: bytes of the packet on IP. */
  add(rtp: RtpHeader, bytes: Uint8Array, time: number, size: number): void {
    if (time >= this.#second) this.#turn(time);
    const outcome = this.sequence.add(rtp.sequence);
    this.bytes += size;
    if (rtp.marker) this.markers++;
    let use = this.#use;
    if (use === undefined || use.type !== rtp.payloadType) use = this.#change(rtp, bytes, time);
    // What follows comfort noise follows silence.
    const opens = rtp.marker || use.kind === 'noise' || this.#quiet;
    this.#quiet = use.kind === 'noise';
    const delta = this.pace.tick(time, opens);
    if (delta > this.#deltaHere && !opens) this.#deltaHere = delta;
    if (delta > GAP) this.#gap(delta, rtp.sequence, time);
    if (time > this.end) this.end = time;
    use.packets++;
    use.last = time;
    if (outcome !== DUPLICATE) this.#measure(use, outcome, rtp, bytes, time);
    this.lastSequence = rtp.sequence;
  }

  /** The sequence goes on from here to there, in another file perhaps. */
  goesOnWith(sequence: number, time: number): boolean {
    const ahead = ((sequence - this.lastSequence) << 16) >> 16;
    return time >= this.end && ahead > 0 && ahead < 3000;
  }

  /** The receiver's SDP is here, or another one. */
  agree(payloads: readonly Payload[] | undefined): void {
    if (payloads === this.payloads) return;
    this.payloads = payloads;
    this.#use = undefined;
  }

  /** The last second is judged. */
  close(): void {
    this.#turn(this.end);
  }

  /** Of the packets that are neither events nor comfort noise, the type of most. */
  get main(): PayloadUse | undefined {
    let main: PayloadUse | undefined;
    for (const use of this.uses) {
      if (use.kind === 'media' && use.packets > (main?.packets ?? 0)) main = use;
    }
    return main ?? this.uses[0];
  }

  #measure(use: PayloadUse, outcome: number, rtp: RtpHeader, bytes: Uint8Array, time: number): void {
    if (outcome === RESTARTED) this.pace.restart();
    if (use.kind === 'events') {
      this.events ??= new TelephoneEvents();
      this.events.add(bytes, rtp.start, rtp.end, rtp.timestamp, rtp.payloadType, time);
      return;
    }
    if (use.clockRate > 0 && outcome !== STRAY) {
      this.pace.beat(time, rtp.timestamp, use.clockRate, rtp.marker);
      if (this.pace.jitter > this.#jitterHere) this.#jitterHere = this.pace.jitter;
    }
    if (use.kind === 'noise') return;
    // Two packets next to each other show how much time one holds.
    if (outcome === NEW && rtp.sequence === ((this.lastSequence + 1) & 0xffff)) {
      this.#voteStep((rtp.timestamp - this.#timestamp) | 0);
    }
    this.#voteSize(rtp.end - rtp.start);
    this.#timestamp = rtp.timestamp;
  }

  #voteStep(step: number): void {
    if (step === this.step) this.#stepVotes++;
    else if (this.#stepVotes === 0) {
      this.step = step;
      this.#stepVotes = 1;
    } else this.#stepVotes--;
  }

  #voteSize(size: number): void {
    if (size === this.size) this.#sizeVotes++;
    else if (this.#sizeVotes === 0) {
      this.size = size;
      this.#sizeVotes = 1;
    } else this.#sizeVotes--;
  }

  #change(rtp: RtpHeader, bytes: Uint8Array, time: number): PayloadUse {
    let use = this.uses.find(({ type, agreed }) => type === rtp.payloadType && agreed === this.#isAgreed(type));
    if (use === undefined) {
      const format = formatOf(rtp.payloadType, this.payloads);
      const kind = format.codec === '' && this.#looksLikeEvent(rtp, bytes) ? 'events' : format.kind;
      use = { ...format, kind, packets: 0, first: time, last: time };
      if (this.uses.length < USES) this.uses.push(use);
    }
    if (use.kind === 'media') {
      if (this.#media !== undefined && this.#media.type !== use.type) this.payloadChanges++;
      this.#media = use;
    }
    this.#use = use;
    return use;
  }

  #isAgreed(type: number): boolean {
    return this.payloads?.some(({ id }) => id === type) === true;
  }

  #looksLikeEvent({ payloadType, start, end }: RtpHeader, bytes: Uint8Array): boolean {
    if (this.payloads !== undefined || payloadType < DYNAMIC || end - start !== 4) return false;
    return bytes[start] <= 16 && (bytes[start + 1] & 0x40) === 0;
  }

  #gap(delta: number, sequence: number, time: number): void {
    if (this.gaps.length >= GAPS) return;
    const missing = ((sequence - this.lastSequence) << 16) >> 16;
    this.gaps.push({ at: time - delta * 1000, length: delta, missing: Math.max(0, missing - 1) });
  }

  #turn(time: number): void {
    const { packets, lost } = this.sequence;
    this.series.add(
      this.end,
      packets - this.#packetsBefore,
      lost - this.#lostBefore,
      this.#jitterHere,
      this.#deltaHere,
    );
    this.#packetsBefore = packets;
    this.#lostBefore = lost;
    this.#deltaHere = 0;
    this.#jitterHere = 0;
    // The steps stay where the first packet put them.
    this.#second += Math.ceil((time - this.#second + 1) / SECOND) * SECOND;
  }
}
