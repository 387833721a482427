/** A language as the reports ask for it, put together from its words. */
import { findStatus } from '../catalogue/statuses.ts';
import type { RootCause } from '../explain/cause.ts';
import type { VerdictKey } from '../explain/verdict.ts';
import type { Args } from '../model.ts';
import type { Guard } from '../rules/define.ts';
import { explainPages } from './explain-pages.ts';
import type { ExplainWords } from './explain-words.ts';
import type { Locale } from './locale.ts';
import type { Steps } from './steps.ts';

type Asked = 'phrase' | 'step' | 'verdict' | 'guard' | 'reason' | 'pages';

/** What a language brings: all of a locale but what only looks words up. */
export interface Language extends Omit<Locale, Asked> {
  readonly explain: ExplainWords;
  readonly steps: Steps;
  readonly verdicts: Readonly<
    Record<VerdictKey, (args: Args, cause: RootCause | undefined) => ReturnType<Locale['verdict']>>
  >;
  readonly guards: Readonly<Record<Guard, string>>;
  /** By the key of `notDecoded`; one without words is shown as it is. */
  readonly reasons: Readonly<Record<string, string>>;
}

export function localeFrom({ explain, steps, verdicts, guards, reasons, ...rest }: Language): Locale {
  return {
    ...rest,
    phrase: (code) => findStatus(code)?.phrase ?? '',
    step: (key, args) => steps[key as keyof Steps](args),
    verdict: (key, args, cause) => verdicts[key](args, cause),
    guard: (guard) => guards[guard],
    reason: (key) => reasons[key] ?? key.replaceAll('-', ' '),
    pages: explainPages(explain),
  };
}
