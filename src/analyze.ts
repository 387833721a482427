/** The pipeline on one screen: bytes → frames or lines → packets → messages → calls → records → report. */
import { openInput } from './input.ts';
import type { DigestSecrets, PassportVerifier, TlsKeys } from './keys.ts';
import { en } from './locales/en/index.ts';
import type { Locale } from './locales/locale.ts';
import { createMedia, type MediaMode } from './media/media.ts';
import type { InputSink } from './model.ts';
import { createEndpoints } from './net/endpoints.ts';
import { createKeyLog } from './net/tls/keylog.ts';
import type { Keep } from './record/call.ts';
import { Collector, Sightings } from './record/collector.ts';
import { InputRecord } from './record/input.ts';
import type { Points } from './record/points.ts';
import { buildReport } from './record/report.ts';
import { createStream } from './record/stream.ts';
import { captureView } from './record/view.ts';
import type { Report } from './report.ts';
import type { Context } from './rules/define.ts';
import { rules } from './rules/index.ts';
import { createRuleRunner, type RuleSettings } from './rules/run.ts';
import { defaultThresholds, type Thresholds } from './rules/thresholds.ts';
import type { Arrival } from './sip/message.ts';
import { createMessageParser } from './sip/parser.ts';
import { createBindings } from './state/bindings.ts';
import { createLanes, type Lane } from './state/lanes.ts';
import { createNetwork } from './state/network.ts';
import { createObservations } from './state/observations.ts';
import type { PointClock } from './state/point-clocks.ts';
import { type Arrived, createReorder } from './state/reorder.ts';
import { createTracker } from './state/tracker.ts';
import type { EndedRecord } from './stream.ts';

export interface AnalysisOptions {
  readonly locale?: Locale;
  /** Severity by rule id; `off` leaves a rule out. */
  readonly rules?: RuleSettings;
  readonly thresholds?: Partial<Thresholds>;
  /** Which calls list their messages; `flagged` (those that failed or have findings) unless told. */
  readonly messages?: Keep;
  /** Header fields that are equal on all legs of a call, or name another leg's Call-ID, beside those known. */
  readonly correlation?: readonly string[];
  /** What is followed of RTP: what SDP announces (the default), also what looks like it, or nothing. */
  readonly media?: MediaMode | undefined;
  /** Checks the signatures of PASSporTs (STIR/SHAKEN); without it they are not checked. */
  readonly verify?: PassportVerifier | undefined;
  /** Hears of each call, subscription and other request as soon as it is over, as far as it is known by then. */
  readonly onRecord?: ((record: EndedRecord) => void) | undefined;
  /** Passwords, and hashes to recompute digests with; without them a refused digest says little. */
  readonly secrets?: DigestSecrets | undefined;
  /** Ciphers, and secrets of TLS connections; without them TLS stays closed. */
  readonly tls?: TlsKeys | undefined;
}

/** What is known of an input beside its bytes. */
export interface InputFacts {
  /** When it was last written, µs since 1970: dates the lines of a log that prints no day or no year. */
  readonly modified?: number | undefined;
  /** How far its clock is ahead of that of another input, as a survey of both found it. */
  readonly clock?: PointClock | undefined;
  /** Before which it holds nothing, µs: inputs that are open at the same time wait for it from there on. */
  readonly begins?: number | undefined;
}

export interface Analysis {
  /**
   * Inputs are read one after the other, or side by side: calls go on from one to the next, and messages of inputs that
   * are open at the same time are put in order. `now` is how far the time of the input has come.
   */
  input(path: string, facts?: InputFacts): InputSink & Lane;
  /** After the last input. */
  report(): Report;
}

export function createAnalysis(options: AnalysisOptions = {}): Analysis {
  const thresholds = { ...defaultThresholds, ...options.thresholds };
  const settings = options.rules ?? {};
  const locale = options.locale ?? en;
  const { messages: keep = 'flagged', correlation = [], media: mode = 'sdp', onRecord, verify, secrets, tls } = options;
  const stream = onRecord === undefined ? undefined : createStream(locale, onRecord);
  const collector = new Collector(createRuleRunner(rules, settings), keep, correlation, stream);
  const endpoints = createEndpoints();
  const parser = createMessageParser();
  const inputs: InputRecord[] = [];
  const truncated = new Sightings();
  const bindings = createBindings();
  const network = createNetwork();
  const observations = createObservations();
  const lanesOf: Lane[] = [];
  const points: Points = {
    observations: observations.take,
    coverage: (input) => ({
      start: inputs[input].firstMessage?.time ?? Number.POSITIVE_INFINITY,
      end: lanesOf[input].now,
    }),
  };
  const keyLog = createKeyLog();
  for (const text of tls?.keylogs ?? []) keyLog.add(text);
  /** Of the datagram that is looked at: several inputs may be read side by side. */
  let reading = 0;
  const media = createMedia(endpoints, mode, () => reading);
  const context = (atEnd: boolean): Context => ({
    now: lanes.now,
    atEnd,
    thresholds,
    network,
    media,
    bindings,
    verify,
    secrets,
  });
  const tracker = createTracker(
    {
      call(call, atEnd) {
        collector.call(call, context(atEnd), points);
        media.release(call.callIds[0]);
        parser.release(call.messages);
      },
      exchange(exchange, atEnd) {
        bindings.add(exchange);
        collector.exchange(exchange, context(atEnd));
        media.release(exchange.callId);
        parser.release(exchange.messages);
      },
      twin(first, message) {
        inputs[message.input].seeTwin(first, message);
        observations.add(first, message);
        parser.release([message]);
      },
    },
    { count: (reason, index, position) => inputs[inputs.length - 1].count(reason, index, position) },
  );

  let released = 0;
  const reorder = createReorder((message) => {
    // Numbered in the order of time, so that what two queues of a capture mixed up has one number whatever they did.
    message.id = released++;
    const record = inputs[message.input];
    record.see(message);
    if (message.truncated && network.fragmentLoss(message) === undefined) truncated.add(message);
    if (message.method === 'REGISTER') bindings.begun = true;
    tracker.add(message);
  });
  const lanes = createLanes<Arrived>((message) => reorder.add(message));

  return {
    input(path, { modified, clock, begins } = {}) {
      const record = new InputRecord(path, clock);
      const lane = lanes.open(begins);
      inputs.push(record);
      lanesOf.push(lane);
      const take = (bytes: Uint8Array, start: number, end: number, arrival: Arrival) => {
        const parsed = parser.parse(bytes, start, end, arrival);
        if (parsed !== undefined) {
          if (mode !== 'off') media.see(parsed);
          lanes.add(parsed, lane);
        }
        return parsed !== undefined;
      };
      const { ciphers } = tls ?? {};
      const index = inputs.length - 1;
      const ahead = clock?.ahead ?? 0;
      const datagram: typeof media.datagram = (ip, start, end) => {
        reading = index;
        media.datagram(ip, start, end);
      };
      const sink = openInput({
        record,
        index,
        endpoints,
        clock: lane,
        ahead,
        network,
        media: mode === 'off' ? undefined : { datagram },
        modified,
        ciphers,
        keyLog,
        take,
      });
      return {
        ...sink,
        end() {
          sink.end();
          lanes.close(lane);
        },
        get now() {
          return lane.now;
        },
      };
    },
    report() {
      reorder.flush();
      tracker.end();
      collector.media(media);
      const view = captureView(inputs, collector, truncated, network);
      collector.capture(view, context(true));
      const reports = inputs.map((one) => one.report(locale));
      return buildReport({ locale, inputs: reports, messages: view.messages, collector, rules, settings });
    },
  };
}
