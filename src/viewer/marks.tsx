/** Signs that mean the same everywhere on the page. */
import type { Outcome, Severity } from '../model.ts';
import type { RegistrationOutcome } from '../report.ts';
import { useView } from './view.ts';

const signs: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', info: 'i' };

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const { words } = useView();
  return (
    <span class={`mark ${severity}`} role="img" aria-label={words.severities[severity]}>
      {signs[severity]}
    </span>
  );
}

/** `good`: as its users wanted; `bad`: against them; `fair`: neither. */
const tones: Readonly<Record<Outcome | RegistrationOutcome, 'good' | 'fair' | 'bad'>> = {
  answered: 'good',
  cancelled: 'fair',
  busy: 'fair',
  declined: 'fair',
  'no-answer': 'fair',
  redirected: 'fair',
  rejected: 'bad',
  unauthorized: 'bad',
  failed: 'bad',
  unknown: 'fair',
  registered: 'good',
  unregistered: 'fair',
};

export function toneOf(outcome: Outcome | RegistrationOutcome): 'good' | 'fair' | 'bad' {
  return tones[outcome];
}

export function OutcomeBadge({ outcome }: { readonly outcome: Outcome | RegistrationOutcome }) {
  const { words } = useView();
  return <span class={`badge ${tones[outcome]}`}>{words.outcomes[outcome]}</span>;
}
