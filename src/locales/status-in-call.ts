/**
 * Words of a status code within the story of one call, where its facts are known: they take the place of general words
 * that say "if". What is not here is told as the catalogue tells it.
 */
import type { Args, Value } from '../model.ts';
import type { StatusText } from './locale.ts';
import { sentences } from './phrases.ts';

/** Sentences, by what is known of SDP: in the response itself, nowhere, or in the response before that has it. */
interface SdpWords {
  readonly here: string;
  readonly nowhere: string;
  before(code: Value): string;
}

type Words<Name extends keyof StatusText = 'description' | 'howToFix'> = Readonly<Pick<StatusText, Name>>;

/** What a language brings: texts of one or more whole sentences. */
export interface InCallWords {
  /** 100 from the device of the callee, and from any other host. */
  readonly trying: Readonly<Record<'callee' | 'nextHop', string>>;
  /** 180, 183 and 200. */
  readonly ringing: SdpWords;
  readonly progress: SdpWords;
  readonly answered: SdpWords;
  /** 302. */
  readonly redirected: string;
  /** 407 and 401. */
  readonly challenge: Readonly<Record<'proxy' | 'server' | 'howToFix', string>>;
  /** 408 when nothing had come before, and when the call was under way. */
  readonly timeout: { readonly silent: Words<'howToFix'>; readonly underWay: Words };
  /** 480 when it had rung, and when not. */
  readonly unavailable: { readonly rang: Words; readonly otherwise: Words<'howToFix'> };
  /** 486: what is told first when nothing rang or something did, and how to forward such calls. */
  readonly busy: { readonly unrung: string; readonly rang: string; readonly forward: string };
  /** 487. */
  readonly cancelled: string;
  /** 488: what to begin with where a Warning says more and where none does, and what helps. */
  readonly media: Readonly<Record<'readWarning' | 'compare' | 'howToFix', string>>;
  /** 500: `temporary` with Retry-After; what to do where the fault is its own, and where it made 500 of another code. */
  readonly fault: Readonly<Record<'description' | 'temporary' | 'own' | 'made', string>>;
  /** 503: without Retry-After and with it, behind the description; with it, behind what to do. */
  readonly overload: Words & Readonly<Record<'otherServer' | 'leaveAlone' | 'oneTrunk', string>>;
  /** 600: when to call again without Retry-After and with it, and what else to do. */
  readonly busyEverywhere: Words & Readonly<Record<'later' | 'afterRetry', string>>;
  /** 603 when it had rung, and when not. */
  readonly declined: Readonly<Record<'rang' | 'otherwise', Words>>;
}

/** What had come before the end: with `progress`, somebody may have been alerted beyond what the trace shows. */
function before({ rang, progress, ringing }: Args): 'ringing' | 'progress' | 'nothing' {
  if (rang !== undefined) return 'ringing';
  return progress === true || ringing === true ? 'progress' : 'nothing';
}

function ofSdp({ sdp, sdpBefore }: Args, words: SdpWords): Partial<StatusText> {
  if (sdp === true) return { description: words.here };
  return { description: sdpBefore === undefined ? words.nowhere : words.before(sdpBefore) };
}

function ofChallenge({ prefix, status }: Args, { challenge }: InCallWords): Partial<StatusText> {
  if (prefix === true) return {};
  return { description: challenge[status === 407 ? 'proxy' : 'server'], howToFix: challenge.howToFix };
}

function ofFault({ retryAfter, insteadOf }: Args, { fault }: InCallWords): Partial<StatusText> {
  return {
    description: sentences(fault.description, retryAfter !== undefined && fault.temporary),
    howToFix: insteadOf === undefined ? fault.own : fault.made,
  };
}

function ofOverload({ retryAfter }: Args, { overload }: InCallWords): Partial<StatusText> {
  return {
    description: sentences(overload.description, retryAfter === undefined ? overload.otherServer : overload.leaveAlone),
    howToFix: sentences(overload.howToFix, retryAfter !== undefined && overload.oneTrunk),
  };
}

/** With the args of a step or verdict; what is not told stays as it is. */
export function wordsInCall(code: number, args: Args, words: InCallWords): Partial<StatusText> {
  switch (code) {
    case 100:
      return { description: words.trying[args.role === 'callee' ? 'callee' : 'nextHop'] };
    case 180:
      return ofSdp(args, words.ringing);
    case 183:
      return ofSdp(args, words.progress);
    case 200:
      return ofSdp(args, words.answered);
    case 302:
      return { description: words.redirected };
    case 401:
    case 407:
      return ofChallenge(args, words);
    case 408:
      return before(args) === 'nothing' ? words.timeout.silent : words.timeout.underWay;
    case 480:
      return before(args) === 'ringing' ? words.unavailable.rang : words.unavailable.otherwise;
    case 486: {
      const first = { nothing: words.busy.unrung, progress: '', ringing: words.busy.rang }[before(args)];
      return { howToFix: sentences(first, words.busy.forward) };
    }
    case 487:
      return args.cancelled === true ? { description: words.cancelled } : {};
    case 488: {
      const first = args.warning === undefined ? words.media.compare : words.media.readWarning;
      return { howToFix: sentences(first, words.media.howToFix) };
    }
    case 500:
      return ofFault(args, words);
    case 503:
      return ofOverload(args, words);
    case 600: {
      const { description, later, afterRetry, howToFix } = words.busyEverywhere;
      return { description, howToFix: sentences(args.retryAfter === undefined ? later : afterRetry, howToFix) };
    }
    case 603:
      return before(args) === 'ringing' ? words.declined.rang : words.declined.otherwise;
    default:
      return {};
  }
}
