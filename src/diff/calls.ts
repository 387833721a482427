/** Two calls, step by step: how they came out, when, with which messages, and what those say. */
import { headOf, isResponse, methodOf, sdpOf, statusOf } from '../messages/text.ts';
import type { ReportCall, ReportFinding, ReportMessage, Timings } from '../report.ts';
import { ALIGN_LIMIT, align } from './align.ts';
import type { Difference } from './difference.ts';
import { fieldsOf, isSame } from './headers.ts';
import { compareSdp } from './sdp.ts';

/** A timing differs when it does so by more than both. */
const LEAST_MS = 100;
const LEAST_RATIO = 1.2;

const timings: readonly (keyof Timings)[] = ['trying', 'postDial', 'ring', 'setup', 'final', 'duration'];

function outcomeOf({ outcome, finalStatus }: ReportCall): string {
  return finalStatus === 0 ? outcome : `${outcome} ${finalStatus}`;
}

function compareEnds(a: ReportCall, b: ReportCall): Difference[] {
  const ends: readonly Difference[] = [
    { aspect: 'outcome', in: '', name: '', a: outcomeOf(a), b: outcomeOf(b) },
    { aspect: 'responses', in: '', name: '', a: a.sequence.join(' '), b: b.sequence.join(' ') },
  ];
  return ends.filter((one) => one.a !== one.b);
}

function compareTimings(a: ReportCall, b: ReportCall): Difference[] {
  return timings.flatMap((name) => {
    const [was, is] = [a.timings[name], b.timings[name]];
    // An event that one of them lacks shows among the messages.
    if (was === undefined || is === undefined) return [];
    const far = Math.abs(is - was) > LEAST_MS && Math.max(is, was) > Math.min(is, was) * LEAST_RATIO;
    return far ? { aspect: 'timing', in: '', name, a: was, b: is } : [];
  });
}

/** `INVITE`, `200 to INVITE`. */
function labelOf(message: ReportMessage): string {
  const status = statusOf(message);
  return isResponse(message) ? `${status} to ${methodOf(message)}` : methodOf(message);
}

interface Placed {
  readonly message: ReportMessage;
  readonly label: string;
  /** Hosts by the order in which they appear, so that other addresses make no difference. */
  readonly key: string;
}

/** Retransmissions are counted at what they repeat. */
function placed(call: ReportCall): Placed[] {
  const lanes = new Map<string, number>();
  const laneOf = (name: string) => {
    // A party has one lane, whichever of its addresses and ports is in use.
    const host = name.slice(0, name.lastIndexOf(':')).replace(/^\[|\]$/g, '');
    const party = call.parties.findIndex(({ addresses }) => addresses.includes(host));
    const key = party < 0 ? host : `party ${party}`;
    const known = lanes.get(key) ?? lanes.size;
    lanes.set(key, known);
    return known;
  };
  return call.messages
    .filter(({ repeats }) => repeats >= 0)
    .map((message) => {
      const label = labelOf(message);
      return { message, label, key: `${laneOf(message.source)}>${laneOf(message.destination)} ${label}` };
    });
}

function compareFields(a: Placed, b: Placed): Difference[] {
  const [was, is] = [fieldsOf(headOf(a.message).fields), fieldsOf(headOf(b.message).fields)];
  const names = [...new Set([...was.keys(), ...is.keys()])].sort();
  return names.flatMap((name) => {
    const [before, after] = [was.get(name) ?? null, is.get(name) ?? null];
    if (before !== null && after !== null && isSame(name, before, after)) return [];
    return { ...between(a, b), aspect: 'header', name, a: before, b: after };
  });
}

function between(a: Placed, b: Placed) {
  return { in: a.label, messageA: a.message.message, messageB: b.message.message };
}

function compareBodies(a: Placed, b: Placed): Difference[] {
  const [was, is] = [sdpOf(a.message), sdpOf(b.message)];
  if (was === undefined && is === undefined) return [];
  if (was === undefined || is === undefined) {
    const there = (one: object | undefined) => (one === undefined ? null : 'SDP');
    return [{ ...between(a, b), aspect: 'sdp', name: '', a: there(was), b: there(is) }];
  }
  return compareSdp(was, is).map((one) => ({ ...between(a, b), aspect: 'sdp', ...one }));
}

function compareMessages(a: ReportCall, b: ReportCall): Difference[] {
  const [was, is] = [placed(a), placed(b)];
  const keys = (all: readonly Placed[]) => all.map(({ key }) => key);
  const found: Difference[] = [];
  for (const [from, to] of align(keys(was), keys(is))) {
    if (from < 0) {
      const { message, label } = is[to];
      found.push({ aspect: 'message', in: '', name: label, a: null, b: message.startLine, messageB: message.message });
    } else if (to < 0) {
      const { message, label } = was[from];
      found.push({ aspect: 'message', in: '', name: label, a: message.startLine, b: null, messageA: message.message });
    } else {
      const [one, other] = [was[from], is[to]];
      const [sentA, sentB] = [one.message.repeats + 1, other.message.repeats + 1];
      if (sentA !== sentB) found.push({ ...between(one, other), aspect: 'repeats', name: '', a: sentA, b: sentB });
      found.push(...compareFields(one, other), ...compareBodies(one, other));
    }
  }
  if (Math.max(was.length, is.length) > ALIGN_LIMIT && was.length !== is.length)
    found.push({ aspect: 'message', in: '', name: '', a: `× ${was.length}`, b: `× ${is.length}` });
  return found;
}

/** Rules that found something in the one and not, or not as often, in the other. */
export function compareFindings(a: readonly ReportFinding[], b: readonly ReportFinding[]): Difference[] {
  const told = (all: readonly ReportFinding[]) => all.filter(({ absorbedBy }) => absorbedBy === undefined);
  const count = (all: readonly ReportFinding[], rule: string) => all.filter((one) => one.rule === rule);
  const [was, is] = [told(a), told(b)];
  const rules = [...new Set([...was, ...is].map(({ rule }) => rule))].sort();
  return rules.flatMap((rule): Difference[] => {
    const [before, after] = [count(was, rule), count(is, rule)];
    if (before.length === after.length) return [];
    const said = (all: readonly ReportFinding[]) =>
      all.length === 0 ? null : all.length === 1 ? all[0].title : `${all[0].title} × ${all.length}`;
    return [{ aspect: 'finding', in: '', name: rule, a: said(before), b: said(after) }];
  });
}

export function compareCalls(a: ReportCall, b: ReportCall): Difference[] {
  return [...compareEnds(a, b), ...compareTimings(a, b), ...compareMessages(a, b)];
}
