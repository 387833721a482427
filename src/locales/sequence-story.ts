/**
 * What response codes tell together, in the order in which they came: composed, so that no sequence is without words.
 * What is told of which codes is the same in every language; a language brings the sentences.
 */
import { statusName } from '../catalogue/statuses.ts';
import { fittingCause, hasCall, isChallenge, isInDialog, isOfNetwork, isOfWait, isSpecial } from '../explain/codes.ts';
import type { Locale } from './locale.ts';
import { sentences } from './phrases.ts';

/** The sentences of the story, in the order in which it is told, and the items of the list of clues. */
export interface SequenceWords {
  /** What ended the rounds before the last one. */
  readonly before: {
    challenge(code: number): string;
    redirected(code: number): string;
    /** The caller tried again with another INVITE. */
    changed(code: number): string;
    /** 491. */
    readonly glare: string;
    answered(code: number): string;
    refused(code: number): string;
  };
  /** How far the request got. */
  readonly reach: {
    readonly diverted: string;
    readonly queued: string;
    /** 183 and then 180; 180 and then 183. */
    readonly prepared: string;
    readonly takenOver: string;
    readonly rang: string;
    readonly progress: string;
    readonly branchEnded: string;
    /** Some other 1xx, from beyond the next hop. */
    readonly further: string;
    readonly trying: string;
    readonly nothing: string;
  };
  /** What the caller heard before the end. */
  readonly heard: {
    /** After a 183; whether the call was refused, and whether a 180 was there too. */
    earlyMedia(call: { readonly refused: boolean; readonly rang: boolean }): string;
    readonly ringing: string;
    readonly queue: string;
    readonly nothing: string;
  };
  readonly end: {
    /** `means` as in `StatusText`. */
    refused(name: string, means: string): string;
    answered(name: string): string;
    /** Without any 1xx it need not even be a call. */
    succeeded(name: string): string;
    open(last: number): string;
  };
  /** What the codes say together that none of them says alone. */
  readonly together: {
    readonly quiet: string;
    readonly textbook: string;
    readonly machine: string;
    readonly machineIfCall: string;
    readonly notFollowed: string;
    readonly challengedAgain: string;
    readonly notAnswered: string;
    readonly wrongPassword: string;
    readonly networkGaveUp: string;
    readonly networkRefused: string;
  };
  /** Times and header fields that tell what the codes leave open. */
  readonly clues: {
    readonly diverted: string;
    readonly queued: string;
    readonly nextHop: string;
    readonly earlyAnswer: string;
    readonly rtpBeforeAnswer: string;
    readonly toTags: string;
    readonly cancel: string;
    readonly rejected: string;
    readonly ringingTime: string;
    readonly progressTime: string;
    readonly inviteTime: string;
    /** The Reason of `final`, and the Q.850 cause that fits it, if there is one. */
    reason(final: number, cause: number | undefined): string;
    madeBy(final: number): string;
    readonly rtpBeforeEnd: string;
  };
  /** Of a 200 within a call. */
  readonly answered: string;
}

const isFinal = (code: number) => code >= 200;

/** Where the last round begins: what ended before it was a challenge, a redirection or another target. */
function lastRound(codes: readonly number[]): number {
  for (let i = codes.length - 2; i >= 0; i--) if (isFinal(codes[i])) return i + 1;
  return 0;
}

function ofRoundsBefore(codes: readonly number[], { before }: SequenceWords): string[] {
  return [...new Set(codes.filter(isFinal))].map((code) => {
    if (isChallenge(code)) return before.challenge(code);
    if (code >= 300 && code < 400) return before.redirected(code);
    if ([413, 415, 416, 420, 421, 422].includes(code)) return before.changed(code);
    if (code === 491) return before.glare;
    return code < 300 ? before.answered(code) : before.refused(code);
  });
}

/** How far the request got, by the strongest sign of progress (response-codes.md §6.1 item 1). */
function reached(progress: readonly number[], final: number | undefined, { reach }: SequenceWords): string[] {
  const has = (code: number) => progress.includes(code);
  const told: string[] = [];
  if (has(181)) told.push(reach.diverted);
  if (has(182)) told.push(reach.queued);
  if (has(180) && has(183)) {
    told.push(progress.indexOf(183) < progress.indexOf(180) ? reach.prepared : reach.takenOver);
  } else if (has(180)) told.push(reach.rang);
  else if (has(183)) told.push(reach.progress);
  if (has(199)) told.push(reach.branchEnded);
  if (told.length > 0) return told;
  if (progress.some((code) => code > 100)) return [reach.further];
  if (final !== undefined && final < 300) return [];
  return [has(100) ? reach.trying : reach.nothing];
}

/** What the caller heard before the end, as far as codes tell (item 2). */
function whatWasHeard(progress: readonly number[], final: number | undefined, { heard }: SequenceWords): string {
  if (final !== undefined && final >= 300 && final < 400) return '';
  const rang = progress.includes(180);
  if (progress.includes(183)) return heard.earlyMedia({ refused: final !== undefined && final >= 400, rang });
  if (rang) return heard.ringing;
  if (progress.includes(182)) return heard.queue;
  // Without any 1xx it need not even be a call.
  const silent = progress.length > 0 && final !== undefined && final >= 300;
  return silent ? heard.nothing : '';
}

function howItEnded(
  final: number | undefined,
  progress: readonly number[],
  { end }: SequenceWords,
  wordsOf: Locale['status'],
): string {
  if (final === undefined) return end.open(progress[progress.length - 1]);
  const name = statusName(final);
  if (final >= 300) return end.refused(name, wordsOf(final).means);
  return progress.length > 0 ? end.answered(name) : end.succeeded(name);
}

/** What the codes say together that none of them says alone. */
function whatItMeans(
  progress: readonly number[],
  final: number | undefined,
  before: readonly number[],
  { together }: SequenceWords,
): string {
  const rang = progress.includes(180);
  const media = progress.includes(183);
  if (final === undefined) return rang || media ? '' : together.quiet;
  if (final < 300) {
    if (rang && !media && !isSpecial(progress)) return together.textbook;
    if (rang || media || isSpecial(progress) || hasCall(before)) return '';
    return progress.length > 0 ? together.machine : together.machineIfCall;
  }
  if (final < 400 && progress.length > 0 && final !== 380) return together.notFollowed;
  if (isChallenge(final)) return before.some(isChallenge) ? together.challengedAgain : together.notAnswered;
  if (final === 403 && before.some(isChallenge)) return together.wrongPassword;
  if (media && isOfNetwork(final)) return together.networkGaveUp;
  return media && final >= 600 ? together.networkRefused : '';
}

/** Where to look in the ringing, the answer and what came before it. */
function cluesOfAnswer(progress: readonly number[], { clues }: SequenceWords): string[] {
  const rang = progress.includes(180);
  const media = progress.includes(183);
  const found: string[] = [];
  if (!rang && !media && !isSpecial(progress)) found.push(clues.earlyAnswer);
  if (media) found.push(clues.rtpBeforeAnswer);
  if (rang || media) found.push(clues.toTags);
  return found;
}

/** The time that tells who refused a call. */
function clueOfTime(progress: readonly number[], final: number, { clues }: SequenceWords): string[] {
  if (progress.includes(180)) {
    if ([486, 600, 603, 607].includes(final)) return [clues.rejected];
    return isOfWait(final) ? [clues.ringingTime] : [];
  }
  if (progress.includes(183)) return [clues.progressTime];
  return isSpecial(progress) ? [] : [clues.inviteTime];
}

/** Times and header fields that tell what the codes leave open (item 4). */
function cluesOf(progress: readonly number[], final: number | undefined, words: SequenceWords): string[] {
  const { clues } = words;
  const media = progress.includes(183);
  const found: string[] = [];
  if (progress.includes(181)) found.push(clues.diverted);
  if (progress.includes(182)) found.push(clues.queued);
  if (final === undefined) return progress.includes(180) || media ? found : [...found, clues.nextHop];
  if (final < 300) return progress.length === 0 ? found : [...found, ...cluesOfAnswer(progress, words)];
  if (final < 400 || isChallenge(final) || isInDialog(final)) return found;
  if (final === 487) return [...found, clues.cancel];
  found.push(...clueOfTime(progress, final, words));
  found.push(clues.reason(final, fittingCause(final)), clues.madeBy(final));
  if (media) found.push(clues.rtpBeforeEnd);
  return found;
}

/** A code within a call, where the general words speak of other methods too. */
export function inCall(
  code: number,
  codes: readonly number[],
  words: SequenceWords,
  wordsOf: Locale['status'],
): string {
  const call = codes.some((one) => one < 200);
  return call && code === 200 ? words.answered : wordsOf(code).description;
}

export interface SequenceStory {
  readonly story: string;
  readonly clues: readonly string[];
}

export function tellSequence(codes: readonly number[], words: SequenceWords, wordsOf: Locale['status']): SequenceStory {
  const from = lastRound(codes);
  const before = codes.slice(0, from);
  const round = codes.slice(from);
  const progress = round.filter((code) => !isFinal(code));
  const final = round.find(isFinal);
  const story = sentences(
    ...ofRoundsBefore(before, words),
    ...reached(progress, final, words),
    whatWasHeard(progress, final, words),
    howItEnded(final, progress, words, wordsOf),
    whatItMeans(progress, final, before, words),
  );
  return { story, clues: cluesOf(progress, final, words) };
}
