/** What the provisional responses of a round tell: how far it got, what was to be heard, and which branches there were. */
import type { Transaction, Value } from '../model.ts';
import { elapsed } from '../state/elapsed.ts';
import { type Sound, soundBefore } from './sound.ts';

/** A duration that the clock of the capture bears out, or none. */
export function put(args: Record<string, Value>, name: string, ms: number | undefined): void {
  if (ms !== undefined) args[name] = ms;
}

/** The strongest sign of progress that the caller got (response-codes.md §6.1 item 1). */
type Reach = 'nothing' | 'trying' | 'progress' | 'ringing' | 'answered';
/** What the caller heard before the end, as far as signalling tells (item 2). */
type Audible = 'nothing' | 'ringback' | 'early-media' | 'silence';

function reachOf(round: Transaction): Reach {
  let reach: Reach = 'nothing';
  for (const { message } of round.responses) {
    if (message.status >= 200) {
      if (message.status < 300) return 'answered';
    } else if (message.status === 180) reach = 'ringing';
    else if (message.status > 100 && reach !== 'ringing') reach = 'progress';
    else if (reach === 'nothing') reach = 'trying';
  }
  return reach;
}

function audibleOf(round: Transaction): Audible {
  let audible: Audible = 'nothing';
  for (const { message } of round.responses) {
    if (message.status <= 100 || message.status >= 200) continue;
    if (message.hasSdp) return 'early-media';
    if (message.status === 180) audible = 'ringback';
    else if (audible === 'nothing') audible = 'silence';
  }
  return audible;
}

/** What the tags and codes of the provisional responses tell of branches (response-codes.md §6.1 item 5). */
function addBranches(args: Record<string, Value>, { responses, final }: Transaction): void {
  const progress = responses.map(({ message }) => message).filter(({ status }) => status > 100 && status < 200);
  const has = (code: number) => progress.some(({ status }) => status === code);
  if (has(181)) args.diverted = true;
  if (has(199)) args.branchEnded = true;
  // A server that diverts or queues the call speaks with a tag of its own.
  const devices = progress.filter(({ status, toTag }) => (status === 180 || status === 183) && toTag !== '');
  const tags = new Set(devices.map(({ toTag }) => toTag));
  if (tags.size > 1) args.devices = tags.size;
  const rang = devices.filter(({ status }) => status === 180);
  const answered = final !== undefined && final.status < 300 && final.toTag !== '';
  if (answered && rang.length > 0 && !rang.some(({ toTag }) => toTag === final.toTag)) args.otherDevice = true;
}

/** From the first 182 to whatever came of the waiting, in ms. */
function addQueue(args: Record<string, Value>, { responses, final }: Transaction): void {
  const at = responses.findIndex(({ message }) => message.status === 182);
  if (at < 0) return;
  const next = responses.slice(at).find(({ message }) => message.status !== 182)?.message ?? final;
  args.queued = true;
  if (next !== undefined) put(args, 'waitedInQueue', elapsed(responses[at].message.time, next.time, next.log));
}

/** `reach`, `audible` (`sounded`: RTP came with it), and what there was of branches and queues. */
export function addProgress(args: Record<string, Value>, round: Transaction, sound: Sound): void {
  args.reach = reachOf(round);
  args.audible = audibleOf(round);
  if (args.audible === 'early-media' && soundBefore(round.final, sound) !== undefined) args.sounded = true;
  addBranches(args, round);
  addQueue(args, round);
}
