/** The finding that tells most about a call, and the verdicts that tell the same without it. */
import type { Args } from '../model.ts';
import type { VerdictKey } from './verdict.ts';

/** The most severe finding of a call that no other explains: the verdict names it. */
export interface RootCause {
  readonly rule: string;
  readonly args: Args;
  readonly title: string;
  /** One sentence. */
  readonly message: string;
  /** Its decisive message, in ms since the call began. */
  readonly delta: number;
}

/** What to do about a refused call for help goes before what to do about its code. */
const HELP = 'emergency-call-problem';

const same: Readonly<Partial<Record<VerdictKey, readonly string[]>>> = {
  'no-response': ['invite-no-response'],
  stalled: ['invite-stalled-after-trying'],
  unauthorized: ['auth-challenge-unanswered', 'auth-credentials-rejected'],
  forbidden: ['auth-credentials-rejected', 'call-forbidden', HELP],
  'not-found': ['destination-not-found', HELP],
  timeout: ['upstream-timeout-408-504', HELP],
  terminated: ['request-terminated-487'],
  'busy-here': [HELP],
  unavailable: [HELP],
  rejected: ['required-extension-unsupported', HELP],
  'media-refused': ['body-rejected', HELP],
  'server-failure': ['release-cause-abnormal', HELP],
  redirected: ['redirect-not-followed', HELP],
  unfinished: ['invite-no-final-response'],
};

/** The verdict is the finding in other words: what to do about the one is what to do about the other. */
export function tellsTheSame(key: VerdictKey, rule: string): boolean {
  return same[key]?.includes(rule) ?? false;
}

/** Findings that know why where the verdict can only list what may be. */
const reasons: Readonly<Partial<Record<VerdictKey, readonly string[]>>> = {
  'no-response': ['icmp-unreachable', 'udp-fragment-lost', 'udp-message-oversized'],
  timeout: ['prack-missing'],
  'no-answer': ['prack-missing'],
  'server-failure': ['prack-missing'],
};

/** What to do about the finding is better advice than what the verdict has. */
export function knowsWhy(key: VerdictKey, rule: string): boolean {
  return tellsTheSame(key, rule) || (reasons[key]?.includes(rule) ?? false);
}
