/** One source of RTP from one socket to another, packet by packet; nothing is allocated for one that changes nothing. */
import type { Endpoint } from '../model.ts';
import type { Payload } from '../sdp/payloads.ts';
import type { Ear } from './ear.ts';
import type { MediaBreak, MediaGap, PayloadUse, RtcpView } from './facts.ts';
import { PACE_STATE, Pace } from './pace.ts';
import { formatOf, type PayloadKind } from './payload-table.ts';
import type { RtpHeader } from './rtp.ts';
import { DUPLICATE, NEW, RESTARTED, SEQUENCE_STATE, Sequence, STRAY } from './sequence.ts';
import { Series } from './series.ts';
import { Sharing } from './sharing.ts';
import { TelephoneEvents } from './telephone-events.ts';
import { vote } from './vote.ts';

/** Silence (ms) that is noted. */
const GAP = 2_000;
const GAPS = 64;
const BREAKS = 64;
/** A sender that was silent for longer (ms) may well set its clock anew. */
const PAUSE = 1_000;
/** Payload types of one stream that are told apart. */
const USES = 32;
const SECOND = 1_000_000;
/** A majority that leaves no doubt. */
const CLEAR = 0.9;
/** What an event that no SDP lists looks like (RFC 4733 §2.3): dynamic type, four bytes, the reserved bit clear. */
const DYNAMIC = 96;

// Places in the state, behind those of its parts.
const OWN = SEQUENCE_STATE + PACE_STATE;
/** When the second of the series ends. */
const TURN = OWN;
const BYTES = OWN + 1;
const LAST = OWN + 2;
const SAMPLES = OWN + 3;
const STEP = OWN + 4;
const SIZE = OWN + 6;
const DELTA = OWN + 8;
const PEAK = OWN + 9;
/** Payload type, its clock and kind, and its packets since it began. */
const TYPE = OWN + 10;
const CLOCK = OWN + 11;
const KIND = OWN + 12;
const RUN = OWN + 13;
const QUIET = OWN + 14;
const END = OWN + 15;
/** Last words of both addresses, the ports and the source: what tells apart the packets that come to one socket. */
const FROM = OWN + 16;
const TO = OWN + 17;
const PORTS = OWN + 18;
const SSRC = OWN + 19;
/** Size of the last payload; size and step together, with their votes, and how many were asked. */
const LAST_SIZE = OWN + 20;
const FRAME = OWN + 21;
const FRAMES = OWN + 23;
const STATE = OWN + 24;
/** Two numbers of 32 bits in one. */
const BESIDE = 0x1_0000_0000;

const kinds: readonly PayloadKind[] = ['media', 'events', 'noise'];
const MEDIA = 0;
const EVENTS = 1;
const NOISE = 2;

export class Stream {
  readonly id: number;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly ssrc: number;
  readonly #state = new Float64Array(STATE);
  readonly sequence = new Sequence(this.#state, 0);
  readonly pace = new Pace(this.#state, SEQUENCE_STATE);
  readonly series: Series;
  readonly uses: PayloadUse[] = [];
  readonly gaps: MediaGap[] = [];
  readonly breaks: MediaBreak[] = [];
  events: TelephoneEvents | undefined = undefined;
  rtcp: RtcpView | undefined = undefined;
  /** Where its sound matters. */
  ear: Ear | undefined = undefined;
  /** What the receiver's SDP says of payload types; undefined without. */
  payloads: readonly Payload[] | undefined;
  /** Of the socket, as of the last look at its SDP. */
  version = -1;
  readonly sharing = new Sharing();
  input: number;
  readonly start: number;
  markers = 0;
  payloadChanges = 0;
  damaged = 0;
  #use: PayloadUse | undefined = undefined;
  #media: PayloadUse | undefined = undefined;
  #packetsBefore = 0;
  #lostBefore = 0;

  constructor(id: number, source: Endpoint, destination: Endpoint, ssrc: number, time: number, input: number) {
    this.id = id;
    this.source = source;
    this.destination = destination;
    this.ssrc = ssrc;
    this.input = input;
    this.start = time;
    this.#state[END] = time;
    this.#state[SSRC] = ssrc;
    this.series = new Series(time);
    this.#state[TURN] = time + SECOND;
    this.#state[TYPE] = -1;
    this.#state[LAST] = -1;
  }

  /** Its packets are those with these words in their headers. */
  known(from: number, to: number, ports: number): void {
    this.#state[FROM] = from;
    this.#state[TO] = to;
    this.#state[PORTS] = ports;
  }

  isFrom(ssrc: number, from: number, to: number, ports: number): boolean {
    const state = this.#state;
    return state[SSRC] === ssrc && state[PORTS] === ports && state[FROM] === from && state[TO] === to;
  }

  /** Time of the last packet, µs. */
  get end(): number {
    return this.#state[END];
  }

  /** `size`: bytes of the packet on IP. */
  add(rtp: RtpHeader, bytes: Uint8Array, time: number, size: number): void {
    const state = this.#state;
    if (time >= state[TURN]) this.#turn(time);
    const outcome = this.sequence.add(rtp.sequence);
    state[BYTES] += size;
    if (state[TYPE] !== rtp.payloadType) this.#change(rtp, bytes, time);
    state[RUN]++;
    const kind = state[KIND];
    // What follows comfort noise follows silence.
    const opens = rtp.marker || kind === NOISE || state[QUIET] === 1;
    state[QUIET] = kind === NOISE ? 1 : 0;
    const delta = this.pace.tick(time, opens);
    if (delta > state[DELTA] && !opens) state[DELTA] = delta;
    if (delta > GAP) this.#gap(delta, rtp.sequence, time, opens);
    state[END] = time;
    if (outcome !== DUPLICATE) {
      if (rtp.marker) this.markers++;
      if (outcome === RESTARTED) {
        this.pace.restart();
        this.#break('sequence', time);
      }
      if (this.ear !== undefined) this.ear.add(this.#use?.codec ?? '', rtp, bytes, time);
      const { jumps } = this.pace;
      if (kind === EVENTS) this.#event(rtp, bytes, time, outcome === NEW);
      else this.#measure(kind, outcome, rtp, time, opens);
      // The first packet of another type may count at another rate.
      if (this.pace.jumps > jumps && delta < PAUSE && state[RUN] > 1) this.#break('timestamp', time);
    } else if (kind === EVENTS) this.events?.again(bytes, rtp.start, rtp.end, rtp.timestamp);
    state[LAST] = rtp.sequence;
  }

  /** The sequence goes on from here to there, in another file perhaps. */
  goesOnWith(sequence: number, time: number): boolean {
    const ahead = ((sequence - this.#state[LAST]) << 16) >> 16;
    return time >= this.end && ahead > 0 && ahead < 3000;
  }

  /** The receiver's SDP is here, or another one. */
  agree(payloads: readonly Payload[] | undefined): void {
    if (payloads === this.payloads) return;
    this.payloads = payloads;
    this.#settle();
    this.#state[TYPE] = -1;
  }

  /** The last second and the last payload type are counted. */
  close(): void {
    this.#settle();
    this.#turn(this.end);
  }

  /** On IP. */
  get bytes(): number {
    return this.#state[BYTES];
  }

  /** Most frequent step of the timestamps, as far as a running vote tells. */
  get step(): number {
    return this.#state[STEP];
  }

  /** Most frequent size of the payload, bytes. */
  get size(): number {
    return this.#state[SIZE];
  }

  /** Size of a payload and the step to the next, as most packets have them both; undefined without a clear majority. */
  get frame(): { readonly size: number; readonly step: number } | undefined {
    const state = this.#state;
    if (state[FRAMES] === 0 || state[FRAME + 1] < CLEAR * state[FRAMES]) return undefined;
    return { size: Math.floor(state[FRAME] / BESIDE), step: (state[FRAME] % BESIDE) | 0 };
  }

  /** Of the packets that are neither events nor comfort noise, the type of most. */
  get main(): PayloadUse | undefined {
    this.#settle();
    let main: PayloadUse | undefined;
    for (const use of this.uses) {
      if (use.kind === 'media' && use.packets > (main?.packets ?? 0)) main = use;
    }
    return main ?? this.uses[0];
  }

  #event(rtp: RtpHeader, bytes: Uint8Array, time: number, inOrder: boolean): void {
    this.events ??= new TelephoneEvents();
    this.events.add(bytes, rtp.start, rtp.end, rtp.timestamp, rtp.payloadType, time, inOrder);
  }

  #measure(kind: number, outcome: number, rtp: RtpHeader, time: number, opens: boolean): void {
    const state = this.#state;
    if (state[CLOCK] > 0 && outcome !== STRAY) {
      this.pace.beat(time, rtp.timestamp, state[CLOCK], opens);
      if (this.pace.steadyJitter > state[PEAK]) state[PEAK] = this.pace.steadyJitter;
    }
    if (kind === NOISE) return;
    const size = rtp.end - rtp.start;
    // Two packets next to each other show how much time one holds.
    if (outcome === NEW && rtp.sequence === ((state[LAST] + 1) & 0xffff)) {
      const step = (rtp.timestamp - state[SAMPLES]) | 0;
      vote(state, STEP, step);
      if (!opens) {
        state[FRAMES]++;
        vote(state, FRAME, state[LAST_SIZE] * BESIDE + (step >>> 0));
      }
    }
    vote(state, SIZE, size);
    state[LAST_SIZE] = size;
    state[SAMPLES] = rtp.timestamp;
  }

  #change(rtp: RtpHeader, bytes: Uint8Array, time: number): void {
    this.#settle();
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
    this.#state[TYPE] = use.type;
    this.#state[CLOCK] = use.clockRate;
    this.#state[KIND] = Math.max(MEDIA, kinds.indexOf(use.kind));
  }

  /** What the payload type has come to since it began. */
  #settle(): void {
    if (this.#use === undefined || this.#state[RUN] === 0) return;
    this.#use.packets += this.#state[RUN];
    this.#use.last = this.end;
    this.#state[RUN] = 0;
  }

  #isAgreed(type: number): boolean {
    return this.payloads?.some(({ id }) => id === type) === true;
  }

  #looksLikeEvent({ payloadType, start, end }: RtpHeader, bytes: Uint8Array): boolean {
    if (payloadType < DYNAMIC || end - start !== 4) return false;
    return bytes[start] <= 16 && (bytes[start + 1] & 0x40) === 0;
  }

  #break(kind: MediaBreak['kind'], at: number): void {
    if (this.breaks.length < BREAKS) this.breaks.push({ at, kind });
  }

  #gap(delta: number, sequence: number, time: number, quiet: boolean): void {
    if (this.gaps.length >= GAPS) return;
    const missing = ((sequence - this.#state[LAST]) << 16) >> 16;
    this.gaps.push({ at: time - delta * 1000, length: delta, missing: Math.max(0, missing - 1), quiet });
  }

  #turn(time: number): void {
    const state = this.#state;
    const { packets, lost } = this.sequence;
    this.series.add(this.end, packets - this.#packetsBefore, lost - this.#lostBefore, state[PEAK], state[DELTA]);
    this.#packetsBefore = packets;
    this.#lostBefore = lost;
    state[DELTA] = 0;
    state[PEAK] = 0;
    // The steps stay where the first packet put them.
    if (time >= state[TURN]) state[TURN] += Math.ceil((time - state[TURN] + 1) / SECOND) * SECOND;
  }
}
