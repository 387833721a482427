/** What a language brings for the pages of codes, causes, methods and rules: labels, and functions that make sentences. */
import type { CauseCode } from '../catalogue/causes.ts';
import type { Method, MethodName } from '../catalogue/methods.ts';
import type { Status, UnregisteredCode } from '../catalogue/statuses.ts';
import type { WarningCode } from '../catalogue/warnings.ts';
import type { Difference } from '../explain/compare.ts';
import type { Rule } from '../rules/define.ts';
import type { EntryWords } from './entry-pages.ts';
import type { CauseText, Locale, MethodText, UnregisteredText } from './locale.ts';
import type { SequenceWords } from './sequence-story.ts';

/** Words for the facts of a code as the catalogue spells them. */
export interface StatusFactWords {
  /** By the hundreds of the code; 0 for what is no code. */
  readonly classes: Readonly<Record<number, string>>;
  readonly makers: Readonly<Record<Status['madeBy'][number], string>>;
  readonly scopes: Readonly<Record<Status['scope'], string>>;
  readonly retries: Readonly<Record<Status['retry'], string>>;
  readonly effects: Readonly<Record<Status['dialogEffect'], string>>;
}

export interface StatusPageWords {
  readonly labels: Readonly<
    Record<
      | 'class'
      | 'final'
      | 'registered'
      | 'metIn'
      | 'madeBy'
      | 'scope'
      | 'retry'
      | 'forking'
      | 'inDialog'
      | 'headers'
      | 'toPstn'
      | 'fromPstn',
      string
    >
  >;
  readonly headings: Readonly<Record<'confused' | 'variants', string>>;
  readonly facts: StatusFactWords;
  /** Whether the response is the last one. */
  readonly finality: Readonly<Record<'provisional' | 'final', string>>;
  readonly forking: Readonly<Record<'ends' | 'goesOn', string>>;
  /** Not registered: clients treat it as `code`. */
  notRegistered(code: number): string;
  /** An RFC, of a code that is not to be used any more. */
  deprecated(spec: string): string;
  /** Whether to try again, where a header field of the response rules it. */
  retryRuled(retry: string, header: string): string;
  /** "Q.850 cause 17 (User busy)"; without a name for one that is not in the catalogue. */
  cause(code: number, name: string | undefined): string;
  /** "Q.850 cause 1, 3 or 27". */
  causes(codes: readonly string[]): string;
  /** How some product spells the phrase of this code: an item of a list. */
  variant(phrase: string, by: string): string;
}

export interface ComparisonPageWords {
  readonly headings: Readonly<Record<'differences' | 'whichOne', string>>;
  /** In front of a difference: in which field. */
  readonly fields: Readonly<Record<Exclude<Difference['field'], 'finality' | 'forking'>, string>>;
  readonly noCause: string;
  title(a: string, b: string): string;
  /** What a field is for either of the codes: "Scope. 100: one hop. 183: end to end." */
  difference(field: string, a: number, ofA: string, b: number, ofB: string): string;
  finality(provisional: number, final: number): string;
  /** The one forbids to try another target, the other one does not. */
  forking(ends: number, goesOn: number): string;
  /** Two codes that no fact tells apart; `means` as in `StatusText`. */
  alike(a: number, meansA: string, b: number, meansB: string): string;
  /** The frame of `useWhen` in `StatusText`. */
  use(code: number, when: string): string;
  /** A heading: what the two tell when they come in one call. */
  inOneCall(first: number, last: number): string;
}

export interface SequencePageWords extends SequenceWords {
  readonly headings: Readonly<Record<'story' | 'steps' | 'clues', string>>;
}

export interface CausePageWords {
  readonly words: Readonly<Record<CauseCode, CauseText>>;
  readonly labels: Readonly<Record<'inSip' | 'fromSip' | 'asterisk' | 'freeswitch' | 'decidedBy', string>>;
  /** No response is made of it: the gateway takes another circuit, or the call ends by BYE or CANCEL. */
  readonly noResponse: Readonly<Record<'circuit' | 'release', string>>;
  readonly decidedBy: Readonly<Record<'releaser' | 'untold' | 'user' | 'network', string>>;
  /** Without a name for one that is not in the catalogue. */
  title(code: number, name: string | undefined): string;
}

export interface WarningPageWords {
  readonly words: Readonly<Record<WarningCode, CauseText>>;
  /** Without a name for one that is not in the catalogue. */
  title(code: number, name: string | undefined): string;
}

export interface MethodPageWords {
  readonly words: Readonly<Record<MethodName, MethodText>>;
  readonly labels: Readonly<Record<'dialog' | 'answered', string>>;
  readonly dialogs: Readonly<Record<Method['dialog'], string>>;
  readonly answered: Readonly<Record<'yes' | 'never', string>>;
}

export interface RulePageWords {
  readonly labels: Readonly<Record<'severity' | 'looksAt' | 'setting' | 'source', string>>;
  readonly headings: Readonly<Record<'says' | 'why' | 'limits', string>>;
  readonly scopes: Readonly<Record<Rule['scope'], string>>;
  readonly severities: Readonly<Record<Rule['severity'], string>>;
  title(id: string, title: string): string;
  /** How to set the rule's severity on the command line. */
  setting(id: string): string;
}

/** What a language brings for the pages of `sipsleuth explain`. */
export interface ExplainWords {
  /** Words of a code, as in the locale. */
  readonly wordsOf: Locale['status'];
  readonly ruleWords: Locale['rule'];
  /** By code. */
  readonly unregistered: Readonly<Record<UnregisteredCode, UnregisteredText>>;
  /** The label of the RFC, on several kinds of page. */
  readonly definedIn: string;
  /** Of sections that several kinds of page have. */
  readonly headings: Readonly<Record<'description' | 'whenSeen' | 'howToFix', string>>;
  readonly status: StatusPageWords;
  readonly comparison: ComparisonPageWords;
  readonly sequence: SequencePageWords;
  readonly cause: CausePageWords;
  readonly warning: WarningPageWords;
  readonly method: MethodPageWords;
  readonly rule: RulePageWords;
  readonly entries: EntryWords;
  /** "a, b or c". */
  listed(words: readonly string[]): string;
  /** An item of a list: sentences about what has that name. */
  item(name: string, text: string): string;
  /** An item of a list: a clause (`means` in `StatusText`) about what has that name. */
  clause(name: string, means: string): string;
}
