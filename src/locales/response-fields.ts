/** What Reason, Warning and Retry-After add to a response, in words. */
import { type CauseCode, findCause } from '../catalogue/causes.ts';
import { findWarning, type WarningCode } from '../catalogue/warnings.ts';
import { tellingCause } from '../explain/decision.ts';
import type { Args } from '../model.ts';
import type { CauseText } from './locale.ts';

/** What a language brings. */
export interface ResponseFieldWords {
  readonly causes: Readonly<Record<CauseCode, CauseText>>;
  readonly warnings: Readonly<Record<WarningCode, CauseText>>;
  /** `cause` is the known one, with whether the sender's own text says the same. */
  reason(args: Args, cause: { readonly means: string; readonly named: boolean } | undefined): string;
  /** `text` may be empty; `means` as in `CauseText`, of a registered code. */
  warning(code: number, text: string, means: string | undefined): string;
  /** `after` in ms. */
  retry(after: number): string;
}

/** Sentences by the args of a step or verdict; empty without such a field. */
export interface ResponseFields {
  reason(args: Args): string;
  warning(args: Args): string;
  retry(args: Args): string;
  /** What to do about the Q.850 cause, where it tells anything. */
  causeAdvice(args: Args): string;
}

export function speakOfFields(words: ResponseFieldWords): ResponseFields {
  const textOf = (code: number) => words.causes[code as CauseCode];
  return {
    reason(args) {
      if (args.reason === undefined) return '';
      const cause = args.cause === undefined ? undefined : findCause(Number(args.cause));
      return words.reason(args, cause && { means: textOf(cause.code).means, named: args.causeNamed === true });
    },
    warning(args) {
      if (args.warning === undefined) return '';
      const warning = findWarning(Number(args.warning));
      const means = warning === undefined ? undefined : words.warnings[warning.code as WarningCode].means;
      return words.warning(Number(args.warning), String(args.warningText ?? ''), means);
    },
    retry: ({ retryAfter }) => (retryAfter === undefined ? '' : words.retry(Number(retryAfter) * 1000)),
    causeAdvice(args) {
      const cause = tellingCause(args);
      return cause === undefined ? '' : textOf(cause.code).advice;
    },
  };
}
