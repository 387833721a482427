import type { Call, Severity, SipMessage, Transaction } from '../../model.ts';
import { elapsed } from '../../state/elapsed.ts';
import { emergencyOf } from '../called.ts';
import { defineRule } from '../define.ts';
import { beganBefore, clockTooCoarse } from '../guards.ts';
import { duration } from '../phrases.ts';
import { clip, statusLine } from '../refusal.ts';

type Shown = {
  client: string;
  server: string;
  /** ms */
  delay: number;
  sign: string;
  /**
   * Where most of it went. `tries`: hosts that were tried first. `trying`: until the first response of any kind.
   * `challenge`: the round of authentication. `beyond`: behind the host that gave the sign.
   */
  most: 'tries' | 'trying' | 'challenge' | 'beyond';
  /** The host that took it. */
  slow: string;
  /** What it was spent on, in order; the last ones may be left out. */
  parts: readonly ShownPart[];
  /** How many are left out. */
  more: number;
};

/**
 * `try`: a host in vain. `challenge`: a round of authentication. `first-response`: until the first response of any kind.
 * `sign`: from there until the sign.
 */
type ShownPart = {
  kind: 'try' | 'challenge' | 'first-response' | 'sign';
  host: string;
  ms: number;
  /** The response that ended it; of a try without a final one 100, or 0 without any. */
  status: number;
  /** Status and phrase of the final response of a try; empty without. */
  line: string;
};

interface Part extends ShownPart {
  readonly most: Shown['most'];
}

/** Parts told of one call; a hunt through a hundred gateways is told by its first ones. */
const PART_LIMIT = 6;
/** More rounds are a load test or a guesser of passwords. */
const ROUND_LIMIT = 16;
const TRANSACTION_LIMIT = 256;

/** Ringing, progress, answer, or a refusal that made the caller wait for nothing. A timeout is told by its own rule. */
function isSign({ status }: SipMessage): boolean {
  return status > 100 && (status < 300 || (status >= 400 && ![401, 407, 408, 487, 504].includes(status)));
}

/** The round whose response told the caller first that something happens. A refusal that led to another round does not. */
function signOf({ attempts }: Call): { readonly round: number; readonly sign: SipMessage } | undefined {
  for (let round = 0; round < Math.min(attempts.length, ROUND_LIMIT); round++) {
    const last = round + 1 === attempts.length;
    const sign = attempts[round].responses.find(({ message }) => isSign(message) && (last || message.status < 300));
    if (sign !== undefined) return { round, sign: sign.message };
  }
  return undefined;
}

/** INVITEs of other hops, up to the one that brought the sign: hosts that were tried in vain before it. */
function lostTries(call: Call, sign: SipMessage): { readonly one: Transaction; readonly until: number }[] {
  const own = new Set(call.attempts.slice(0, ROUND_LIMIT));
  const others = call.transactions
    .slice(0, TRANSACTION_LIMIT)
    .filter((one) => one.method === 'INVITE' && one.request?.toTag === '' && !own.has(one) && one.start < sign.time);
  const brought = (one: Transaction) =>
    one.responses.some(({ message }) => message.time <= sign.time && isSign(message) && message.status < 300);
  const winner = others.find(brought)?.start ?? sign.time;
  return others
    .filter((one) => !brought(one) && one.start < winner)
    .map((one) => {
      const next = others.find(({ client, start }) => client.address === one.client.address && start > one.start);
      return { one, until: Math.min(sign.time, next?.start ?? sign.time) };
    });
}

/** How one host in vain was given up: refused, or left alone for the next one. */
function tryPart(one: Transaction, until: number): Part {
  const end = one.final === undefined ? until : Math.min(until, one.final.time);
  const ms = Math.max(0, (end - one.start) / 1000);
  const final = one.final !== undefined && one.final.time <= until ? one.final : undefined;
  return triedPart(one.server.name, ms, final, one.responses.length === 0 ? 0 : 100);
}

function triedPart(host: string, ms: number, final: SipMessage | undefined, otherwise: number): Part {
  const line = final === undefined ? '' : statusLine(final);
  return { most: 'tries', kind: 'try', host, ms, status: final?.status ?? otherwise, line };
}

/** A password typed in, another try by hand: the time of people is not that of the network. */
function hadHumanPause({ attempts }: Call, round: number, most: number): boolean {
  for (let i = 0; i < round; i++) {
    const { final, request, requestRepeats } = attempts[i];
    // One copy without an answer, by UDP: it had one that this capture lost.
    if (final === undefined && requestRepeats.length === 0 && request?.transport === 'udp') return true;
    if (final !== undefined && attempts[i + 1].start - final.time > most * 1000) return true;
  }
  return false;
}

function roundParts(call: Call, round: number): Part[] {
  const parts: Part[] = [];
  for (let i = 0; i < round; i++) {
    const { request, final, server, start } = call.attempts[i];
    const ms = Math.max(0, (call.attempts[i + 1].start - start) / 1000);
    if (request === undefined) continue;
    const { name: host } = server;
    parts.push(
      final?.status === 401 || final?.status === 407
        ? { most: 'challenge', kind: 'challenge', host, ms, status: final.status, line: '' }
        : triedPart(host, ms, final, 0),
    );
  }
  return parts;
}

function partsOf(call: Call, round: number, sign: SipMessage): Part[] {
  const { request, requestRepeats, responses, server, start } = call.attempts[round];
  const parts = roundParts(call, round);
  const first = responses[0]?.message ?? sign;
  const since = request?.time ?? start;
  const trying = Math.max(0, (first.time - since) / 1000);
  // Without repeats the client had a 100 that this capture lacks.
  const silent = first.status === 100 || requestRepeats.length > 0 || first.transport !== 'udp';
  const { name: host } = server;
  const most = silent ? 'trying' : 'beyond';
  parts.push({ most, kind: 'first-response', host, ms: trying, status: first.status, line: '' });
  const tried = lostTries(call, sign)
    .slice(0, PART_LIMIT)
    .map(({ one, until }) => tryPart(one, until));
  parts.push(...tried);
  // Hosts tried in vain behind the server are a part of its own time.
  const rest = Math.max(0, (sign.time - first.time) / 1000 - tried.reduce((sum, { ms }) => sum + ms, 0));
  if (sign !== first) parts.push({ most: 'beyond', kind: 'sign', host, ms: rest, status: sign.status, line: '' });
  return parts;
}

/** Slow networks of the far side are nobody's fault here; what the trace shows to be wasted is. */
function severityOf({ status }: SipMessage, long: boolean, most: Shown['most']): Severity {
  // A 180 that this capture lost would have come before an answer or a refusal, a 182 before the next one of a queue.
  if (status >= 200 || status === 182) return 'info';
  return long && most !== 'beyond' ? 'error' : 'warning';
}

function partName({ kind, host, ms, status, line }: ShownPart): string {
  const time = duration(ms);
  const result = line === '' ? (status === 0 ? 'no answer' : 'nothing but 100') : line;
  return {
    try: `${time} for ${host} (${result})`,
    challenge: `${time} for the challenge of ${host}`,
    'first-response': `${time} until the ${status} of ${host}`,
    sign: `${time} until the ${status}`,
  }[kind];
}

function split({ parts, more }: Shown): string {
  return parts.map((part) => clip(partName(part))).join(', ') + (more > 0 ? ', and more' : '');
}

/** Rule 34: too long a silence between dialling and the first tone. */
export const postDialDelayHigh = defineRule<'call', Shown>({
  id: 'post-dial-delay-high',
  severity: 'warning',
  scope: 'call',
  title: 'Long silence after dialling',
  spec: ['RFC 6076 §4.3', 'RFC 3261 §16.7', 'RFC 3263 §4.3'],
  example: {
    client: '192.0.2.1:5060',
    server: '192.0.2.5:5060',
    delay: 9_400,
    sign: '180 Ringing',
    most: 'tries',
    slow: '192.0.2.8:5060',
    parts: [
      { kind: 'first-response', host: '192.0.2.5:5060', ms: 20, status: 100, line: '' },
      { kind: 'try', host: '192.0.2.8:5060', ms: 8_000, status: 0, line: '' },
      { kind: 'sign', host: '192.0.2.5:5060', ms: 1_380, status: 180, line: '' },
    ],
    more: 0,
  },
  why: () => 'Callers take a silent line for a dead one: after some seconds they hang up and dial again.',
  fix: (args) =>
    ({
      tries: [
        `Take ${args.slow} out of the route, or probe it with OPTIONS, so that no call waits for it.`,
        'Shorten the time after which the next route is tried: 2 to 5 s without an answer are enough.',
      ],
      trying: [
        `Find out what ${args.slow} does before its first response: DNS, ENUM, a database or an HTTP query; it should send 100 first.`,
        'If the INVITE was sent more than once, look for loss on the way to it.',
      ],
      challenge: [
        `Let the caller send its credentials at once, or answer the challenge of ${args.slow} without asking the user.`,
      ],
      beyond: [
        `Capture behind ${args.slow}: what it waits for is not visible here. Dead first-choice gateways, number queries and the paging of mobile phones take that long.`,
        'If only some destinations are slow, and they are mobile or abroad, this is the time that their network takes.',
        'Let that server send 183 with a tone, or 180 early, if the silence cannot be shortened.',
      ],
    })[args.most],
  message: (args) =>
    `${args.client} heard nothing for ${duration(args.delay)} after dialling, until the ${args.sign}: ${split(args)}.`,
  limits: (args) =>
    args.most === 'beyond'
      ? 'Telephone and mobile networks may need several seconds by themselves; measured where this capture was taken.'
      : 'Measured where this capture was taken.',
  when: ({ call }) => call.attempts.length > 0 && call.end - call.start > 1_000_000,
  *check({ call }, { thresholds }) {
    const [first] = call.attempts;
    if (beganBefore(call) || first.request === undefined || clockTooCoarse(first.request, 1_000)) return;
    // Calls for help have a rule, and a limit, of their own.
    if (emergencyOf(first.request) !== undefined) return;
    const found = signOf(call);
    if (found === undefined) return;
    const { round, sign } = found;
    const delay = elapsed(first.request.time, sign.time, sign.log);
    if (delay === undefined || delay <= thresholds.postDialDelay) return;
    if (hadHumanPause(call, round, thresholds.challengeAnswer)) return;
    const parts = partsOf(call, round, sign);
    const most = parts.reduce((a, b) => (b.ms > a.ms ? b : a));
    yield {
      at: [sign, first.request],
      args: {
        client: first.client.name,
        server: call.attempts[round].server.name,
        delay,
        sign: statusLine(sign),
        most: most.most,
        slow: most.host,
        parts: parts.slice(0, PART_LIMIT).map(({ most: _, ...part }) => part),
        more: Math.max(0, parts.length - PART_LIMIT),
      },
      severity: severityOf(sign, delay > thresholds.postDialDelayLong, most.most),
      confidence: sign.status >= 200 ? 'possible' : 'likely',
      device: most.host === call.attempts[round].server.name ? call.attempts[round].server.address : undefined,
    };
  },
});
