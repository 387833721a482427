/** The story of a call, response by response: each joined to what this call adds to the code's general meaning. */
import { findStatus } from '../catalogue/statuses.ts';
import type { Call, SipMessage, Step, Transaction, Value } from '../model.ts';
import { mediaLine } from '../sdp/media-line.ts';
import { reasonOf, retryAfterOf, warningOf } from './facts.ts';
import { originOf } from './origin.ts';
import type { Party } from './parties.ts';
import { callerRounds, type SequenceStep } from './sequence.ts';

/** Responses told of one call; a call with more is a test, not a story. */
const STEP_LIMIT = 200;

function roleOf(address: string, parties: readonly Party[]): Party['role'] {
  return parties.find((party) => party.address === address)?.role ?? 'callee';
}

function stepOf(
  { transaction, response, repeats, round, prefix }: SequenceStep,
  call: Call,
  invites: readonly Transaction[],
  parties: readonly Party[],
): Step {
  const origin = originOf(response, transaction, invites);
  const args: Record<string, Value> = {
    status: response.status,
    phrase: response.phrase,
    registered: findStatus(response.status) !== undefined,
    host: origin.host.address,
    role: roleOf(origin.host.address, parties),
    product: parties.find((party) => party.address === origin.host.address)?.product ?? '',
    delta: (response.time - call.start) / 1000,
    round,
    prefix,
  };
  if (origin.relayed) args.relayedBy = transaction.server.address;
  if (repeats > 0) args.repeats = repeats;
  if (origin.insteadOf !== undefined) args.insteadOf = origin.insteadOf.status;
  addMedia(args, response);
  addHeaders(args, response);
  return { key: prefix ? 'prefix' : 'response', args, at: [response] };
}

function addMedia(args: Record<string, Value>, response: SipMessage): void {
  args.sdp = response.hasSdp;
  if (!response.hasSdp) return;
  const media = mediaLine(response.bodyText());
  if (media === undefined) return;
  args.media = `${media.codec || media.kind} at ${media.address}:${media.port}`;
}

/** The header fields that override a code's general words (response-codes.md §6.1 item 7). */
function addHeaders(args: Record<string, Value>, response: SipMessage): void {
  if (response.status === 100) return;
  const reason = reasonOf(response);
  if (reason !== undefined) {
    args.reason = reason.text;
    if (reason.cause !== undefined) args.cause = reason.cause;
  }
  if (response.status < 180) return;
  if (response.header('RSeq') !== undefined && response.status < 200) args.reliable = true;
  if (response.status < 300) return;
  const warning = warningOf(response);
  if (warning !== undefined) {
    args.warning = warning.code;
    args.warningText = warning.text;
  }
  const retryAfter = retryAfterOf(response);
  if (retryAfter !== undefined) args.retryAfter = retryAfter;
  if (response.status < 400) args.contact = response.header('Contact') ?? '';
}

/** Steps that are no response: what stands in for one that never came. */
function silenceSteps(call: Call): Step[] {
  const steps: Step[] = [];
  for (const round of callerRounds(call)) {
    if (round.request !== undefined && round.responses.length === 0) {
      steps.push({
        key: 'no-response',
        args: {
          host: round.server.address,
          sends: 1 + round.requestRepeats.length,
          delta: (round.request.time - call.start) / 1000,
        },
        at: [round.request],
      });
    }
    const cancel = round.peer?.request;
    if (cancel !== undefined) {
      const reason = reasonOf(cancel);
      const args: Record<string, Value> = { host: cancel.source.address, delta: (cancel.time - call.start) / 1000 };
      if (reason !== undefined) args.reason = reason.text;
      steps.push({ key: 'cancel', args, at: [cancel] });
    }
  }
  return steps;
}

/** The BYE that ended the call, by whoever sent it first. */
export function releaseOf(call: Call): Step | undefined {
  const bye = call.dialogs.find((dialog) => dialog.bye !== undefined)?.bye;
  const message = bye?.request;
  if (bye === undefined || message === undefined) return undefined;
  const answer = call.dialogs.find((dialog) => dialog.bye === bye)?.answer;
  const reason = reasonOf(message);
  const args: Record<string, Value> = {
    host: message.source.address,
    byCaller: answer === undefined ? false : message.fromTag === answer.fromTag,
    delta: (message.time - call.start) / 1000,
    known: answer !== undefined,
  };
  if (answer !== undefined) args.talked = (message.time - answer.time) / 1000;
  if (reason !== undefined) {
    args.reason = reason.text;
    if (reason.cause !== undefined) args.cause = reason.cause;
  }
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
): readonly Step[] {
  const steps = sequence.slice(0, STEP_LIMIT).map((step) => stepOf(step, call, invites, parties));
  steps.push(...silenceSteps(call));
  if (release !== undefined) steps.push(release);
  return steps.sort((a, b) => a.at[0].time - b.at[0].time || a.at[0].id - b.at[0].id);
}
