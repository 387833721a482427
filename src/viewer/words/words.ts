/** Labels of the page; each language brings them all. The report's own sentences stay in the report's language. */
import type { HeaderFieldName } from '../../catalogue/header-fields.ts';
import type { Confidence, Outcome, Severity } from '../../model.ts';
import type { RegistrationOutcome, Role, Timings } from '../../report.ts';

/** By plural category (CLDR); `{n}` is the number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

export type Counted =
  | 'calls'
  | 'registrations'
  | 'subscriptions'
  | 'requests'
  | 'errors'
  | 'warnings'
  | 'notes'
  | 'messages'
  | 'frames'
  | 'lines'
  | 'bytes'
  | 'undetermined'
  | 'accepted'
  | 'duplicates'
  | 'more'
  | 'hosts'
  | 'times';

export type Column =
  | 'number'
  | 'start'
  | 'from'
  | 'to'
  | 'outcome'
  | 'status'
  | 'setup'
  | 'duration'
  | 'findings'
  | 'aor'
  | 'contact'
  | 'client'
  | 'server'
  | 'registrar'
  | 'attempts'
  | 'expires'
  | 'event'
  | 'notifies'
  | 'method'
  | 'callId'
  | 'time'
  | 'source'
  | 'destination'
  | 'message'
  | 'frame';

export interface Words {
  /** BCP 47. */
  readonly tag: string;
  /** Of the language, in itself. */
  readonly name: string;
  readonly counted: Readonly<Record<Counted, Forms>>;
  readonly outcomes: Readonly<Record<Outcome | RegistrationOutcome, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly confidences: Readonly<Record<Confidence, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly columns: Readonly<Record<Column, string>>;
  readonly timings: Readonly<Record<keyof Timings, string>>;
  readonly units: Readonly<Record<'ms' | 's' | 'min' | 'h' | 'd', string>>;
  readonly fields: Readonly<Record<HeaderFieldName, string>>;

  // Parts of the page.
  readonly overview: string;
  readonly calls: string;
  readonly call: string;
  readonly registrations: string;
  readonly registration: string;
  readonly subscriptions: string;
  readonly subscription: string;
  readonly requests: string;
  readonly request: string;
  readonly capture: string;
  readonly outcomesTitle: string;
  readonly findingsByRule: string;
  readonly noFindings: string;
  readonly timeline: string;
  readonly figures: string;
  readonly answerSeizureRatio: string;
  readonly median: string;
  readonly percentile95: string;
  readonly longest: string;
  readonly sample: string;
  readonly inputs: string;
  readonly notDecoded: string;
  readonly firstAt: string;
  readonly newestFirst: string;
  readonly incomplete: string;
  readonly undeterminedTitle: string;
  readonly aboutCapture: string;
  readonly omitted: string;
  readonly successful: string;
  readonly unsuccessful: string;

  // Lists.
  readonly search: string;
  readonly searchHint: string;
  readonly allRules: string;
  readonly rule: string;
  readonly severity: string;
  readonly clearFilter: string;
  readonly nothingFound: string;
  /** `{n}` of `{all}`. */
  readonly shownOf: string;

  // A call.
  readonly verdict: string;
  readonly advice: string;
  readonly legs: string;
  /** Over the streams of a call, and their columns. */
  readonly streams: Readonly<Record<'title' | 'codec' | 'packets' | 'lost' | 'jitter' | 'digits', string>>;
  readonly ladder: string;
  readonly ladderHint: string;
  readonly noMessages: string;
  readonly messagesTable: string;
  readonly story: string;
  readonly description: string;
  readonly whenSeen: string;
  readonly howToFix: string;
  readonly findings: string;
  readonly evidence: string;
  readonly why: string;
  readonly toDo: string;
  readonly lookAt: string;
  readonly unproven: string;
  readonly source: string;
  /** `{cause}` is the title of the other finding. */
  readonly followsFrom: string;
  /** Of a finding that is no news: in the baseline; suppressed for the reason that comes after it. */
  readonly known: string;
  readonly suppressed: string;
  readonly onAnotherCall: string;
  readonly mediaOffer: string;
  readonly offer: string;
  readonly answer: string;
  readonly noAnswer: string;
  readonly session: string;
  readonly noResponse: string;
  readonly silence: string;
  readonly repeated: string;
  readonly withSdp: string;

  // A message.
  readonly headerFields: string;
  readonly body: string;
  readonly extension: string;
  readonly malformed: string;
  readonly copy: string;
  readonly copied: string;

  // The page itself.
  readonly navigation: string;
  readonly language: string;
  readonly theme: string;
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly help: string;
  readonly close: string;
  readonly back: string;
  readonly previous: string;
  readonly next: string;
  readonly print: string;
  readonly loading: string;
  readonly show: string;
  readonly hide: string;
  readonly notThere: string;
  readonly tooOld: string;
  readonly damaged: string;
  readonly keys: Readonly<Record<'search' | 'move' | 'open' | 'back' | 'neighbour' | 'help', string>>;
}

const rules = new Map<string, Intl.PluralRules>();

/** `3 calls`, in the form that the language asks for. */
export function counted(words: Words, name: Counted, n: number): string {
  let rule = rules.get(words.tag);
  if (rule === undefined) {
    rule = new Intl.PluralRules(words.tag);
    rules.set(words.tag, rule);
  }
  const forms = words.counted[name];
  return (forms[rule.select(n)] ?? forms.other).replace('{n}', n.toLocaleString(words.tag));
}

/** `180 ms`, `1.2 s`, `3 min 20 s`; an en dash where nothing was measured. */
export function duration(words: Words, ms: number | undefined): string {
  if (ms === undefined || !Number.isFinite(ms)) return '–';
  const { units, tag } = words;
  if (ms > 0 && ms < 0.5) return `< 1 ${units.ms}`;
  if (Math.abs(ms) < 999.5) return `${Math.round(ms).toLocaleString(tag)} ${units.ms}`;
  const seconds = ms / 1000;
  if (seconds < 9.95)
    return `${seconds.toLocaleString(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} ${units.s}`;
  if (seconds < 119.5) return `${Math.round(seconds)} ${units.s}`;
  const whole = Math.round(seconds);
  const parts: readonly [number, string][] =
    whole < 3600
      ? [
          [Math.floor(whole / 60), units.min],
          [whole % 60, units.s],
        ]
      : whole < 172_800
        ? [
            [Math.floor(whole / 3600), units.h],
            [Math.floor((whole % 3600) / 60), units.min],
          ]
        : [[Math.round(whole / 86_400), units.d]];
  return parts
    .filter(([n], i) => i === 0 || n > 0)
    .map(([n, unit]) => `${n.toLocaleString(tag)} ${unit}`)
    .join(' ');
}
