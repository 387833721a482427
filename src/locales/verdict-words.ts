/** What a language brings for the verdict of a call: sentences, and what goes into the one that says who refused it. */
import type { RootCause } from '../explain/cause.ts';
import type { Args, Value } from '../model.ts';
import type { Locale } from './locale.ts';
import type { ResponseFields } from './response-fields.ts';

/** What the finding that tells most about a call adds to its verdict. */
export interface Story {
  /** A clause behind the opening of the verdict and "but"; otherwise a sentence. */
  readonly but?: boolean;
  /** Without its final period. */
  readonly text: string;
  /** It says how the call ended. */
  readonly ending?: boolean;
  /** It says that the caller heard nothing. */
  readonly silence?: boolean;
}

/** What a host did with a call. */
export type Deed =
  | 'refused'
  | 'declined'
  | 'unwanted'
  | 'blocked'
  | 'ended'
  | 'redirected'
  | 'challenged'
  | 'waited'
  | 'gaveUp'
  /** A refusal that was made beyond it. */
  | 'passedOn';

/** What its code says of why. */
export type Why =
  | 'busy'
  | 'busyEverywhere'
  | 'gone'
  | 'incomplete'
  | 'ambiguous'
  | 'nowhere'
  | 'notFound'
  | 'forbidden'
  | 'credentials'
  | 'unavailable'
  | 'body'
  | 'media';

/** How far a call had got when it was given up. */
export type Reached = 'nothing' | 'ringing' | 'early-media' | 'progress';

type Advice =
  /** After a call that was answered: with a ringing tone behind the answer, and with bad audio. */
  | 'tooEarly'
  | 'audio'
  | 'beginEarlier'
  | 'ringLonger'
  /** After a call that was given up. */
  | 'noAnswerTimer'
  | 'earlyMedia'
  | 'nextHopSilent'
  | 'nextHopDead'
  | 'callerGaveUp'
  | 'elsewhere'
  | 'findCancel'
  | 'redirection'
  | 'newPassword'
  | 'noResponse'
  | 'stalled'
  | 'neverEnded'
  /** After a call whose end is not in the trace. */
  | 'bothWays'
  | 'longer';

/** Sentences by the args of a verdict; empty where they have nothing to tell. */
export interface VerdictPieces extends ResponseFields {
  /** The code was another one on its way. */
  changed(args: Args): string;
  /** Branches, diversions and queues. */
  branches(args: Args): string;
  /** What the caller heard before the end. */
  heard(args: Args): string;
  /** What it heard before the answer: where it is odd, and, `alone` without a finding's story, where it is not. */
  answeredHow(args: Args, alone: boolean): string;
  rounds(args: Args): string;
  /** Who hung up. */
  release(args: Args): string;
  /** Who or what ended the call. */
  decider(args: Args): string;
}

export interface VerdictWords {
  readonly wordsOf: Locale['status'];
  readonly pieces: VerdictPieces;
  storyOf(cause: RootCause, args: Args): Story;
  /** Both without their final periods. */
  but(opening: string, clause: string): string;
  readonly deeds: Readonly<Record<Deed, string>>;
  readonly whys: Readonly<Record<Why, string>>;
  /** "The gateway 192.0.2.9 (…) refused the call after 8.0 s: busy (486 Busy Here)."; `why` may be empty. */
  refused(args: Args, deed: string, why: string): string;
  /** A proxy passed the refusal on. */
  relayed(server: Value): string;
  /** Without its final period; who stands behind a proxy is not seen. */
  answeredBy(args: Args): string;
  /** Without its final period: the call stood already when the capture began. */
  readonly answeredBefore: string;
  /** Forbidden by a 6xx. */
  readonly nothingElse: string;
  /** The caller gave up; behind a proxy the capture shows nobody else. */
  cancelled(args: Args, reached: Reached): string;
  /** Before a call was given up. */
  readonly silentProgress: string;
  /** Because another device answered; `after` in ms. */
  cancelledElsewhere(after: Value | undefined): string;
  /** A 487 without CANCEL: with Expires as its reason, and without any. */
  readonly noCancel: Readonly<Record<'expired' | 'unexplained', string>>;
  /** "Nobody answered: the proxy 192.0.2.5 ended the attempt after 30 s of ringing (480 …)." */
  noAnswer(args: Args): string;
  readonly ringingTone: string;
  readonly redirection: {
    to(contact: Value, target: 'called' | 'other'): string;
    /** 380. */
    readonly service: string;
    readonly nowhere: string;
  };
  readonly credentials: {
    readonly unusable: string;
    readonly ignored: string;
    /** `scheme` is all that the challenge offers. */
    notAnswered(scheme: Value | undefined): string;
    readonly none: string;
    /** `kind` of the finding that says why, and what the credentials hold. */
    rejected(kind: Value | undefined, given: Value | undefined): string;
  };
  noResponse(server: Value, sends: Value): string;
  stalled(server: Value, after: Value | undefined): string;
  /** How far a call had got that has no result. */
  readonly open: Readonly<Record<'nothing' | 'trying' | 'progress' | 'ringing', string>>;
  /** The last response of a call that never ended, and how long nothing followed it. */
  neverEnded(server: Value, status: Value, waited: Value): string;
  readonly fragments: string;
  readonly advice: Readonly<Record<Advice, string>>;
  /** Look first where a response was another one. */
  beginWith(status: Value, host: Value): string;
}
