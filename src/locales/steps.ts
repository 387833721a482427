/** What each step of a call's story says beyond the code's general words: composed in the same order in every language. */
import type { Args, Value } from '../model.ts';
import { sentences } from './phrases.ts';
import type { ResponseFields } from './response-fields.ts';
import type { ToneName } from './stream-line.ts';

/** What a response says of SDP; nothing where none is expected. */
export type Sdp = 'unexpected' | 'missing' | 'unread' | 'media';

/** What a language brings: whole sentences, by the args of a step. */
export interface StepWords {
  readonly fields: ResponseFields;
  /** Who sent a response, through whom, with what SDP, and whether reliably. */
  from(args: Args, sdp: Sdp): string;
  /** Only who sent it. */
  fromHost(args: Args): string;
  /** `after` in ms since the response. */
  rtpBegan(after: Value): string;
  heardTone(tone: ToneName): string;
  sent(n: number): string;
  /** Why a response is sent again. */
  readonly repeated: Readonly<Record<'ack' | 'prack' | 'keep-alive', string>>;
  ownPhrase(phrase: Value): string;
  /** This host received another code from further down. */
  insteadOf(status: Value): string;
  contact(uri: Value): string;
  /** What the round that followed shows about the refusal that led to it. */
  readonly followed: {
    readonly challenge: string;
    /** A redirection; `contact` may be empty. */
    redirection(contact: Value): string;
    readonly other: string;
  };
  noResponse(args: Args): string;
  readonly cancel: {
    elsewhere(args: Args): string;
    gaveUp(args: Args): string;
    reason(args: Args): string;
  };
  readonly bye: {
    hungUp(args: Args): string;
    readonly unanswered: string;
    refused(status: Value): string;
  };
}

/** Who hung up: the side that answered is only seen as far as the nearest host. */
export function sideOf(role: unknown): 'caller' | 'gateway' | 'server' | 'callee' | 'far' | 'one' {
  switch (role) {
    case 'caller':
    case 'gateway':
    case 'server':
    case 'callee':
      return role;
    case 'proxy':
      return 'far';
    default:
      return 'one';
  }
}

/** Without an ACK, or within a second, nobody is sure to have talked. */
export function hasTalked({ talked, unacknowledged }: Args): boolean {
  return Number(talked) >= 1_000 && unacknowledged !== true;
}

function sdpOf({ sdp, status, media }: Args): Sdp {
  if (!sdp) return Number(status) > 100 && Number(status) < 300 ? 'missing' : 'unexpected';
  return media === undefined ? 'unread' : 'media';
}

function followedBy({ status, contact }: Args, { followed }: StepWords): string {
  const code = Number(status);
  if (code === 401 || code === 407) return followed.challenge;
  return code >= 300 && code < 400 ? followed.redirection(contact ?? '') : followed.other;
}

/** The steps of one language, by their keys. */
export type Steps = Readonly<Record<'response' | 'prefix' | 'no-response' | 'cancel' | 'bye', (args: Args) => string>>;

export function stepsFrom(words: StepWords): Steps {
  const { fields } = words;
  return {
    response: (args: Args) =>
      sentences(
        words.from(args, sdpOf(args)),
        args.rtpAfter !== undefined && words.rtpBegan(args.rtpAfter),
        args.rtpTone !== undefined && words.heardTone(args.rtpTone as ToneName),
        args.repeats !== undefined && words.sent(Number(args.repeats) + 1),
        words.repeated[String(args.repeated) as keyof typeof words.repeated],
        args.ownPhrase !== undefined && words.ownPhrase(args.ownPhrase),
        args.insteadOf !== undefined && words.insteadOf(args.insteadOf),
        fields.reason(args),
        fields.warning(args),
        fields.retry(args),
        args.contact !== undefined && args.contact !== '' && words.contact(args.contact),
      ),
    prefix: (args: Args) => sentences(words.fromHost(args), followedBy(args, words)),
    'no-response': (args: Args) => words.noResponse(args),
    cancel: (args: Args) =>
      args.elsewhere === true
        ? words.cancel.elsewhere(args)
        : sentences(words.cancel.gaveUp(args), args.reason !== undefined && words.cancel.reason(args)),
    bye: (args: Args) =>
      sentences(
        words.bye.hungUp(args),
        fields.reason(args),
        args.answer === undefined && words.bye.unanswered,
        args.answer !== undefined && Number(args.answer) >= 300 && words.bye.refused(args.answer),
      ),
  };
}
