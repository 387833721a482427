/** What shares the sockets of a session with RTP: RTCP, connectivity checks, DTLS and fax. */
import type { Endpoint } from '../model.ts';
import { readDtls } from './dtls.ts';
import type { DtlsHandshake, MediaDirection, RtcpView, StunPair } from './facts.ts';
import { type ReportBlock, type RtcpSink, readRtcp, type VoipMetrics } from './rtcp.ts';
import { isEncrypted, type MediaSession } from './session.ts';
import type { Stream } from './stream.ts';
import { BINDING, ERROR, REQUEST, readStun, SUCCESS } from './stun.ts';
import { UdptlCount } from './udptl.ts';

/** Pairs of sockets, of one session. */
const PAIRS = 128;
/** Sender reports that a receiver may still refer to. */
const REMEMBERED = 4;

function newView(time: number): RtcpView {
  return {
    reports: 0,
    reporter: '',
    lost: 0,
    lostHere: 0,
    worstFraction: 0,
    jitter: Number.NaN,
    roundTrip: Number.NaN,
    senderReports: 0,
    sent: 0,
    sentHere: 0,
    canonicalName: '',
    bye: false,
    metrics: undefined,
    first: time,
    last: time,
  };
}

/** What a stream's sender reported, for the round trips and for what came by. */
interface SenderReports {
  readonly middles: number[];
  readonly times: number[];
  readonly firstSent: number;
  readonly firstHere: number;
}

const senders = new WeakMap<Stream, SenderReports>();

function streamOf(session: MediaSession, ssrc: number, receiver: string): Stream | undefined {
  const all = session.streams.filter(({ stream }) => stream.ssrc === ssrc);
  return (all.find(({ stream }) => stream.destination.address === receiver) ?? all[0])?.stream;
}

/** A datagram of RTCP from one socket to another. */
export function addRtcp(
  session: MediaSession,
  bytes: Uint8Array,
  start: number,
  end: number,
  source: Endpoint,
  destination: Endpoint,
  time: number,
): void {
  const encrypted = session.announcements.some((one) => one.lines.some(({ index }) => isEncrypted(one, index)));
  const viewOf = (stream: Stream): RtcpView => {
    stream.rtcp ??= newView(time);
    stream.rtcp.last = time;
    return stream.rtcp;
  };
  const own = (ssrc: number) => streamOf(session, ssrc, destination.address);
  const sink: RtcpSink = {
    sender(ssrc, middle, packets) {
      const stream = own(ssrc);
      if (stream === undefined) return;
      const view = viewOf(stream);
      const here = stream.sequence.packets - stream.sequence.duplicates;
      let known = senders.get(stream);
      if (known === undefined) {
        known = { middles: [], times: [], firstSent: packets, firstHere: here };
        senders.set(stream, known);
      }
      if (known.middles.push(middle) > REMEMBERED) known.middles.shift();
      if (known.times.push(time) > REMEMBERED) known.times.shift();
      view.senderReports++;
      view.sent = packets - known.firstSent;
      view.sentHere = here - known.firstHere;
    },
    block(block) {
      const stream = streamOf(session, block.ssrc, source.address);
      if (stream !== undefined) addBlock(stream, viewOf(stream), block, source, time);
    },
    name(ssrc, name) {
      const stream = own(ssrc);
      if (stream !== undefined) viewOf(stream).canonicalName = name;
    },
    bye(ssrc) {
      const stream = own(ssrc);
      if (stream !== undefined) viewOf(stream).bye = true;
    },
    metrics(metrics: VoipMetrics) {
      const stream = streamOf(session, metrics.ssrc, source.address);
      if (stream !== undefined) viewOf(stream).metrics = metrics;
    },
    other() {},
  };
  if (!readRtcp(bytes, start, end, encrypted, sink)) return;
  session.rtcp++;
  if (encrypted) session.encryptedRtcp++;
}

function addBlock(stream: Stream, view: RtcpView, block: ReportBlock, source: Endpoint, time: number): void {
  view.reports++;
  view.reporter = source.address;
  view.lost = block.lost;
  view.lostHere = stream.sequence.lost;
  view.worstFraction = Math.max(view.worstFraction, block.fractionLost);
  const clockRate = stream.main?.clockRate ?? 0;
  if (clockRate > 0) {
    const jitter = (block.jitter / clockRate) * 1000;
    if (!(jitter < view.jitter)) view.jitter = jitter;
  }
  const reports = senders.get(stream);
  const at = reports?.middles.lastIndexOf(block.lastReport) ?? -1;
  if (reports === undefined || at < 0 || block.lastReport === 0) return;
  const roundTrip = (time - reports.times[at]) / 1000 - (block.delay / 65_536) * 1000;
  // Clocks that count in coarse steps make it a little less than nothing.
  if (roundTrip > -5 && !(roundTrip > view.roundTrip)) view.roundTrip = Math.max(0, roundTrip);
}

function pairOf(session: MediaSession, source: Endpoint, destination: Endpoint, time: number): StunPair | undefined {
  const known = session.stun.find((one) => one.source === source && one.destination === destination);
  if (known !== undefined || session.stun.length >= PAIRS) return known;
  const pair: StunPair = {
    source,
    destination,
    first: time,
    last: time,
    requests: 0,
    successes: 0,
    errors: [],
    turn: false,
    nominated: false,
    role: '',
    username: '',
  };
  session.stun.push(pair);
  return pair;
}

export function addStun(
  session: MediaSession,
  bytes: Uint8Array,
  start: number,
  end: number,
  source: Endpoint,
  destination: Endpoint,
  time: number,
): void {
  const message = readStun(bytes, start, end);
  const isRequest = message.class === REQUEST;
  if (!isRequest && message.class !== SUCCESS && message.class !== ERROR) return;
  const pair = isRequest
    ? pairOf(session, source, destination, time)
    : session.stun.find((one) => one.source === destination && one.destination === source);
  if (pair === undefined) return;
  pair.last = time;
  if (isRequest) {
    pair.requests++;
    if (message.method !== BINDING) pair.turn = true;
    if (message.nominates) pair.nominated = true;
    if (message.role !== '') pair.role = message.role;
    if (message.username !== '') pair.username = message.username;
  } else if (message.class === SUCCESS) pair.successes++;
  else if (!pair.errors.includes(message.error)) pair.errors.push(message.error);
}

function handshakeOf(session: MediaSession, a: Endpoint, b: Endpoint): DtlsHandshake | undefined {
  return session.dtls.find(({ client, server }) => (client === a && server === b) || (client === b && server === a));
}

export function addDtls(
  session: MediaSession,
  bytes: Uint8Array,
  start: number,
  end: number,
  source: Endpoint,
  destination: Endpoint,
  time: number,
): void {
  readDtls(bytes, start, end, ({ what, alert }) => {
    let handshake = handshakeOf(session, source, destination);
    if (handshake === undefined) {
      if (session.dtls.length >= PAIRS) return;
      handshake = {
        client: what === 'server-hello' || what === 'hello-verify' ? destination : source,
        server: what === 'server-hello' || what === 'hello-verify' ? source : destination,
        first: time,
        last: time,
        clientHellos: 0,
        answered: Number.NaN,
        clientFinished: false,
        serverFinished: false,
        alerts: [],
      };
      session.dtls.push(handshake);
    }
    handshake.last = time;
    const byClient = source === handshake.client;
    if (what === 'client-hello') handshake.clientHellos++;
    if (!byClient && Number.isNaN(handshake.answered)) handshake.answered = time;
    if (what === 'change-cipher' || what === 'data') {
      if (byClient) handshake.clientFinished = true;
      else handshake.serverFinished = true;
    }
    if (alert >= 0 && !handshake.alerts.includes(alert)) handshake.alerts.push(alert);
  });
}

export function addFax(
  session: MediaSession,
  direction: MediaDirection,
  bytes: Uint8Array,
  start: number,
  end: number,
  source: Endpoint,
  destination: Endpoint,
  time: number,
): void {
  let fax = session.fax.find((one) => one.source === source && one.destination === destination);
  if (fax === undefined) {
    if (session.fax.length >= PAIRS) return;
    fax = { source, destination, direction, count: new UdptlCount() };
    session.fax.push(fax);
  }
  fax.count.add(bytes, start, end, time);
}
