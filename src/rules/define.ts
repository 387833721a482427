/** The form of a rule. A rule sees one subject and its guards and yields hits; it cannot print or reach another rule. */
import type { DigestSecrets, PassportVerifier } from '../keys.ts';
import type { Media } from '../media/media.ts';
import type {
  Args,
  Call,
  Confidence,
  Dialog,
  Evidence,
  Exchange,
  Severity,
  SipMessage,
  Transaction,
} from '../model.ts';
import type { Bindings } from '../state/bindings.ts';
import type { Network } from '../state/network.ts';
import type { CaptureView } from './capture-view.ts';
import type { Thresholds } from './thresholds.ts';

/** A call, or transactions outside a call that share a Call-ID. */
export type Conversation = Call | Exchange;

export interface Subjects {
  readonly message: { readonly message: SipMessage };
  readonly transaction: { readonly transaction: Transaction; readonly conversation: Conversation };
  readonly dialog: { readonly dialog: Dialog; readonly call: Call };
  readonly call: { readonly call: Call };
  readonly registration: { readonly registration: Exchange };
  readonly subscription: { readonly subscription: Exchange };
  readonly capture: CaptureView;
}
export type Scope = keyof Subjects;

/** Names of the guards of `guards.ts`: why a rule cannot decide. */
export type Guard =
  | 'G-START'
  | 'G-END'
  | 'G-ONESIDED'
  | 'G-DUP'
  | 'G-HOP'
  | 'G-LOSS'
  | 'G-NAT'
  | 'G-FORK'
  | 'G-RETR'
  | 'G-TCP'
  | 'G-CLOCK'
  | 'G-LEG'
  | 'G-LOG'
  | 'G-MEDIA'
  | 'G-SNAP'
  | 'G-CRYPT';

/** What the analysis knows beside the subject. Times in µs. */
export interface Context {
  /** Time of the newest packet. */
  readonly now: number;
  /** The capture ended while the subject was open. */
  readonly atEnd: boolean;
  /** As configured, with T1 and what follows from it as the trace shows them (`timers.ts`). */
  readonly thresholds: Thresholds;
  /** Undefined where the user brought no certificates. */
  readonly verify?: PassportVerifier | undefined;
  /** Undefined where the user brought no passwords. */
  readonly secrets?: DigestSecrets | undefined;
  /** What the network did beside carrying SIP, as far as it is read; empty for logs. */
  readonly network: Network;
  /** RTP beside the signalling; nothing for logs, and where the user wants none. */
  readonly media: Media;
  /** Who is registered where, the subject included, as far as exchanges are finished. */
  readonly bindings: Bindings;
}

export interface Hit<A extends Args> {
  readonly args: A;
  /** Evidence, the decisive message first. */
  readonly at: readonly Evidence[];
  readonly confidence?: Confidence;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Address of the host to look at: the one whose behaviour or settings must change. */
  readonly device?: string;
  /** Of a watch: the registration (`Account`) that it is about, where it is not about the capture. */
  readonly registration?: string;
  /** The hit stands only when the capture shows what `server` sends to `client`; known at the end (G-ONESIDED). */
  readonly needsAnswersOf?: { readonly client: string; readonly server: string };
}

/** The trace cannot decide. */
export interface Doubt {
  readonly undetermined: Guard;
}

/** `open`: without final response. `success`: 2xx. `refused`: anything else. */
export type TransactionEnd = 'open' | 'success' | 'refused';

/** What a rule gathers over all conversations. Its memory is bounded by the rule itself. */
export interface Watch<A extends Args> {
  see(conversation: Conversation, context: Context): void;
  /** After the last conversation. */
  hits(context: Context): Iterable<Hit<A> | Doubt>;
}

/** What a rule says of a case, in one language. */
interface Words<A extends Args> {
  /** A noun phrase without final period. */
  readonly title: string;
  /** One sentence with this case's numbers. */
  message(args: A): string;
  /** What it costs the users, one or two sentences. */
  why(args: A): string;
  /** What to do, the most likely remedy first. */
  fix(args: A): readonly string[];
  /** What the trace cannot prove; empty when nothing. */
  limits?(args: A): string;
}

declare const args: unique symbol;

/** Carries the type of a rule's args to the words of other languages. Nothing of it is there when the program runs. */
export interface Worded<A extends Args> {
  readonly [args]?: A;
}

/** The args of a rule that `defineRule` made: `ArgsOf<typeof byeUnanswered>`. */
export type ArgsOf<R> = R extends Worded<infer A> ? A : never;

/** What another language has to say of a rule, in sentences of its own. */
export type RuleWords<R> = Words<ArgsOf<R>>;

export interface Rule<S extends Scope = Scope, A extends Args = Args> extends Words<A> {
  readonly id: string;
  readonly severity: Severity;
  readonly scope: S;
  /** RFC and section. */
  readonly spec: readonly string[];
  /** Args as `check` yields them: shown by `explain`, and what tests try the words on. */
  readonly example: A;
  /**
   * Of a rule of scope `transaction`: whether it can find anything in transactions of this method that ended so. Of a rule
   * of scope `call`: whether a call needs such a transaction (one for which this is true) for it to find anything. Asked
   * once for each kind, so that most transactions and calls meet few rules.
   */
  concerns?(method: string, end: TransactionEnd): boolean;
  /** A cheap test that spares most subjects the check: a method, a status, a count. It never decides a hit alone. */
  when?(subject: Subjects[S], context: Context): boolean;
  check?(subject: Subjects[S], context: Context): Iterable<Hit<A> | Doubt>;
  /** For rules that need every conversation, instead of `check` or beside it: begins a watch over one analysis. */
  watch?(): Watch<A>;
}

/**
 * Ties what `check` yields to what the words take, here and in other languages; what runs the rules sees a plain `Rule`.
 * Args are data in no language: what English says of them is made in the words, with `phrases.ts`.
 */
export function defineRule<S extends Scope, A extends Args>(rule: Rule<S, A>): Rule<S> & Worded<A> {
  // The words of a rule are only ever given the args that its own check yielded.
  return rule as unknown as Rule<S> & Worded<A>;
}
