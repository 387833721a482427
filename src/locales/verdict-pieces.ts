/** Sentences that verdicts share: what the caller heard, what came before, who hung up, who decided. */
import { type Decision, tellingCause } from '../explain/decision.ts';
import type { Args, Value } from '../model.ts';
import { sentences } from './phrases.ts';
import type { ResponseFields } from './response-fields.ts';
import type { VerdictPieces } from './verdict-words.ts';

/** Who or what ended a call (`explain/decision.ts` decides). */
export type DecisionWords = Readonly<Record<Exclude<Decision, 'expires'>, string>> & {
  /** As long as the INVITE allowed, in ms. */
  expires(allowed: number): string;
};

/** What a language brings: whole sentences; times in ms. */
export interface PieceWords {
  readonly fields: ResponseFields;
  readonly decisions: DecisionWords;
  /** What the caller heard before the end. */
  readonly heard: {
    /** Early media for so long, where that is known: with RTP to the caller, and without proof of any. */
    sounded(opened: Value | undefined): string;
    offered(opened: Value | undefined): string;
    /** It rang, nobody knows how long. */
    readonly ringback: string;
    /** For less than a second, and longer. */
    rangBriefly(rang: Value): string;
    rang(rang: Value): string;
    readonly nothing: string;
  };
  /** And before an answer. */
  readonly beforeAnswer: {
    readonly unrung: string;
    readonly nothing: string;
    rang(rang: Value): string;
    readonly sounded: string;
    readonly offered: string;
  };
  /** Further down the response was another one. */
  changed(status: Value, host: Value | undefined): string;
  /** Rounds of authentication, redirection or retry, and the codes that ended them where there are few. */
  rounds(n: number, codes: Value | undefined): string;
  /** Who hung up, by the args of a verdict; `reason` as args of its own, where it tells anything. */
  release(args: Args, reason: Args | undefined): string;
  /** What the provisional responses tell. */
  readonly branches: {
    readonly diverted: string;
    queued(waited: Value | undefined): string;
    readonly ended: string;
    /** Another branch answered than the one that rang. */
    readonly other: string;
    /** So many responded. */
    several(n: number): string;
  };
}

function heardBefore({ audible, sounded, opened, rang }: Args, { heard }: PieceWords): string {
  switch (audible) {
    case 'early-media':
      return sounded ? heard.sounded(opened) : heard.offered(opened);
    case 'ringback':
      if (rang === undefined) return heard.ringback;
      return Number(rang) < 1_000 ? heard.rangBriefly(rang) : heard.rang(rang);
    case 'silence':
      return heard.nothing;
    default:
      return '';
  }
}

function answeredHow(args: Args, alone: boolean, { beforeAnswer: words }: PieceWords): string {
  if (args.reach === 'answered' && args.ringing === false) return words.unrung;
  if (args.audible === 'silence') return words.nothing;
  if (!alone) return '';
  return sentences(
    args.rang !== undefined && args.otherDevice !== true && words.rang(args.rang),
    args.audible === 'early-media' && (args.sounded ? words.sounded : words.offered),
  );
}

function release(args: Args, words: PieceWords): string {
  if (args.releasedBy === undefined) return '';
  const { releaseReason: reason, releaseReasonText: reasonText, releaseCause: cause } = args;
  // Normal clearing says nothing that "hung up" does not say.
  const telling = reason !== undefined && (cause === undefined || tellingCause({ cause }) !== undefined);
  const given = telling ? { reason, ...(reasonText && { reasonText }), ...(cause && { cause }) } : undefined;
  return words.release(args, given);
}

function branches(args: Args, { branches: words }: PieceWords): string {
  return sentences(
    args.diverted === true && words.diverted,
    args.queued === true && words.queued(args.waitedInQueue),
    args.branchEnded === true && words.ended,
    args.otherDevice === true ? words.other : args.devices !== undefined && words.several(Number(args.devices)),
  );
}

/** One sentence, or nothing where code and timing leave it open. */
function decider({ decision, expires }: Args, { decisions }: PieceWords): string {
  if (decision === 'expires') return decisions.expires(Number(expires) * 1000);
  return decisions[String(decision) as Exclude<Decision, 'expires'>] ?? '';
}

export function piecesFrom(words: PieceWords): VerdictPieces {
  return {
    ...words.fields,
    heard: (args) => heardBefore(args, words),
    answeredHow: (args, alone) => answeredHow(args, alone, words),
    changed: ({ insteadOf, insteadOfHost }) => (insteadOf === undefined ? '' : words.changed(insteadOf, insteadOfHost)),
    rounds: ({ rounds, before }) => (Number(rounds) > 0 ? words.rounds(Number(rounds), before) : ''),
    release: (args) => release(args, words),
    branches: (args) => branches(args, words),
    decider: (args) => decider(args, words),
  };
}
