/** The story of a call, response by response: each joined to what this call adds to the code's general meaning. */

import { shortProduct } from '../catalogue/products.ts';
import { findStatus } from '../catalogue/statuses.ts';
import type { Call, Dialog, SipMessage, Step, Transaction, Value } from '../model.ts';
import { mediaLine } from '../sdp/media-line.ts';
import { elapsed } from '../state/elapsed.ts';
import { addReason, reasonOf, retryAfterOf, shorten, warningOf } from './facts.ts';
import { originOf } from './origin.ts';
import { wasAlerting } from './outcome.ts';
import { type Party, roleOf } from './parties.ts';
import { callerRounds, type SequenceStep } from './sequence.ts';
import { addSound, type Sound } from './sound.ts';

/** Responses told of one call; a call with more is a test, not a story. */
const STEP_LIMIT = 200;

/** What steps told so far have said, so that the next one need not say it again. */
interface Told {
  /** Hosts that were named with their product. */
  readonly hosts: Set<string>;
  readonly parties: readonly Party[];
  readonly sound: Sound;
}

/** A host as a sentence names it: in full at first, then by its part in the call where that is plain. */
export function addHost(args: Record<string, Value>, address: string, parties: readonly Party[]): void {
  args.host = address;
  args.role = roleOf(address, parties);
  args.product = shortProduct(parties.find(({ addresses }) => addresses.includes(address))?.product ?? '');
}

function addNamed(args: Record<string, Value>, address: string, { hosts, parties }: Told): void {
  addHost(args, address, parties);
  const alone = parties.filter(({ role }) => role === args.role).length === 1;
  if (hosts.has(address)) {
    args.product = '';
    if (alone) args.named = true;
  }
  hosts.add(address);
}

function stepOf(
  { transaction, response, repeats, round, prefix }: SequenceStep,
  call: Call,
  invites: readonly Transaction[],
  told: Told,
): Step {
  const origin = originOf(response, transaction, invites);
  const args: Record<string, Value> = {
    status: response.status,
    phrase: response.phrase,
    registered: findStatus(response.status) !== undefined,
  };
  addNamed(args, origin.host.address, told);
  args.delta = (response.time - call.start) / 1000;
  args.round = round;
  args.prefix = prefix;
  if (origin.relayed) args.relayedBy = transaction.server.address;
  if (repeats.length > 0) {
    args.repeats = repeats.length;
    args.repeated = repetitionOf(response, repeats);
  }
  if (origin.insteadOf !== undefined) args.insteadOf = origin.insteadOf.status;
  addPhrase(args, response);
  addMedia(args, response, transaction);
  addSound(args, response, transaction, told.sound);
  addHeaders(args, response, transaction);
  return { key: prefix ? 'prefix' : 'response', args, at: [response] };
}

/** Copies this far apart are no retransmissions (RFC 3261 §13.3.1.1 wants one a minute). */
const KEEP_ALIVE = 30_000;

/** Why a response is sent again (response-codes.md §6.1 item 6). */
function repetitionOf(response: SipMessage, repeats: readonly SipMessage[]): 'ack' | 'prack' | 'keep-alive' | 'other' {
  if (response.status >= 200) return 'ack';
  if (response.header('RSeq') !== undefined) return 'prack';
  const gap = elapsed(response.time, repeats[0].time, response.log);
  return response.status > 100 && gap !== undefined && gap >= KEEP_ALIVE ? 'keep-alive' : 'other';
}

/** A phrase of the sender's own may tell what the code does not: `603 Network Blocked`. */
function addPhrase(args: Record<string, Value>, { status, phrase }: SipMessage): void {
  const registered = findStatus(status)?.phrase ?? '';
  const own = phrase.trim();
  if (status > 100 && own !== '' && own.toLowerCase() !== registered.toLowerCase()) args.ownPhrase = shorten(own);
}

function addMedia(args: Record<string, Value>, response: SipMessage, { responses }: Transaction): void {
  args.sdp = response.hasSdp;
  if (!response.hasSdp) {
    const before = responses.find(({ message }) => message.hasSdp && message.id < response.id);
    if (before !== undefined && response.status < 300) args.sdpBefore = before.message.status;
    return;
  }
  const media = mediaLine(response.bodyText());
  if (media === undefined) return;
  args.media = media.codec || media.kind;
  args.mediaAddress = media.address;
  args.mediaPort = media.port;
}

/** The header fields, and what came before, that override a code's general words (response-codes.md §6.1 item 7). */
function addHeaders(args: Record<string, Value>, response: SipMessage, transaction: Transaction): void {
  if (response.status === 100) return;
  addReason(args, response);
  if (response.status < 180) return;
  if (response.header('RSeq') !== undefined && response.status < 200) args.reliable = true;
  if (response.status < 300) return;
  const rang = rangFor(transaction, response);
  if (rang !== undefined) args.rang = rang;
  if (wasAlerting(transaction)) args.progress = true;
  if (transaction.peer?.request !== undefined && transaction.peer.request.id < response.id) args.cancelled = true;
  const warning = warningOf(response);
  if (warning !== undefined) {
    args.warning = warning.code;
    args.warningText = warning.text;
  }
  const retryAfter = retryAfterOf(response);
  if (retryAfter !== undefined) args.retryAfter = retryAfter;
  if (response.status < 400) args.contact = response.header('Contact') ?? '';
}

/** From the first 180 to the end, in ms. */
export function rangFor({ responses }: Transaction, final: SipMessage): number | undefined {
  const ringing = responses.find(({ message }) => message.status === 180)?.message;
  return ringing === undefined ? undefined : elapsed(ringing.time, final.time, final.log);
}

/** Steps that are no response: what stands in for one that never came. */
function silenceSteps(call: Call, parties: readonly Party[]): Step[] {
  const steps: Step[] = [];
  for (const round of callerRounds(call).slice(0, STEP_LIMIT)) {
    if (round.request !== undefined && round.responses.length === 0) {
      const last = round.requestRepeats[round.requestRepeats.length - 1];
      const over = last === undefined ? undefined : elapsed(round.request.time, last.time, last.log);
      steps.push({
        key: 'no-response',
        args: {
          host: round.server.address,
          sends: 1 + round.requestRepeats.length,
          ...(over === undefined ? {} : { over }),
          delta: (round.request.time - call.start) / 1000,
        },
        at: [round.request],
      });
    }
    const cancel = round.peer?.request;
    if (cancel !== undefined) {
      const { address } = cancel.source;
      const args: Record<string, Value> = { host: address, role: roleOf(address, parties) };
      args.delta = (cancel.time - call.start) / 1000;
      addReason(args, cancel);
      if (reasonOf(cancel)?.sipCause === 200) args.elsewhere = true;
      steps.push({ key: 'cancel', args, at: [cancel] });
    }
  }
  return steps;
}

/** A BYE whose tags fit no dialog is one all the same: whoever sent it has hung up. */
function strayBye(call: Call): Transaction | undefined {
  return call.transactions.find(({ method, request }) => method === 'BYE' && request !== undefined);
}

/** The BYE that ended the call, by whoever sent it first. */
export function releaseOf(call: Call, parties: readonly Party[]): Step | undefined {
  const released = call.dialogs.find((one) => one.bye !== undefined);
  const bye = released?.bye ?? strayBye(call);
  const message = bye?.request;
  if (bye === undefined || message === undefined) return undefined;
  const ofSender = ({ answer, callerTag, calleeTag }: Dialog) =>
    answer !== undefined && (callerTag === message.fromTag || calleeTag === message.fromTag);
  const dialog = released ?? call.dialogs.find(ofSender);
  const answer = dialog?.answer;
  const byCaller = answer !== undefined && message.fromTag === answer.fromTag;
  const args: Record<string, Value> = {
    host: message.source.address,
    byCaller,
    delta: (message.time - call.start) / 1000,
    known: answer !== undefined,
  };
  // Who stands behind a proxy is not seen; that it is the side that answered is.
  if (answer !== undefined) args.role = byCaller ? 'caller' : roleOf(message.source.address, parties);
  const talked = answer === undefined ? undefined : elapsed(answer.time, message.time, message.log);
  if (talked !== undefined) args.talked = talked;
  if (dialog?.acks.length === 0) args.unacknowledged = true;
  addReason(args, message);
  if (bye.final !== undefined) args.answer = bye.final.status;
  return { key: 'bye', args, at: [message] };
}

/** In order of time. */
export function stepsOf(
  call: Call,
  sequence: readonly SequenceStep[],
  invites: readonly Transaction[],
  parties: readonly Party[],
  release: Step | undefined,
  sound: Sound,
): readonly Step[] {
  const told: Told = { hosts: new Set(), parties, sound };
  const steps = sequence.slice(0, STEP_LIMIT).map((step) => stepOf(step, call, invites, told));
  steps.push(...silenceSteps(call, parties));
  if (release !== undefined) steps.push(release);
  return steps.sort((a, b) => a.at[0].time - b.at[0].time || a.at[0].id - b.at[0].id);
}
