/** Findings that somebody has decided to live with, for a reason and, mostly, for a time. */
import type { Report, ReportFinding } from '../report.ts';
import type { Acceptance } from './accepted.ts';

export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  /** Last day on which it holds, `2026-12-31` in UTC; undefined: for good. */
  readonly expires: string | undefined;
  /** All that are given must fit; `*` stands for any text. */
  readonly only: Readonly<Partial<Record<Place, string>>>;
}

/** What a suppression can be narrowed to: a user of the call, registration or subscription, a Call-ID, a host. */
export type Place = (typeof places)[number];

export const places = ['user', 'call-id', 'device', 'fingerprint'] as const;

/** `pattern` with `*` for any text, without regard to case; linear, since nothing is tried twice before the last piece. */
function fits(pattern: string, text: string): boolean {
  const [first, ...rest] = pattern.toLowerCase().split('*');
  const lower = text.toLowerCase();
  if (rest.length === 0) return lower === first;
  const last = rest.pop() ?? '';
  if (!lower.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = lower.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return lower.length - last.length >= at && lower.endsWith(last);
}

function textsOf(place: Place, finding: ReportFinding, report: Report): readonly string[] {
  const { kind, id } = finding.subject;
  if (place === 'fingerprint') return [finding.fingerprint];
  if (place === 'device') return finding.device === undefined ? [] : [finding.device.address];
  if (kind === 'call') {
    const { from, to, callIds } = report.calls[id];
    return place === 'user' ? [from, to] : callIds;
  }
  if (kind === 'transaction') return place === 'call-id' ? [report.transactions[id].callId] : [];
  if (place !== 'user') return [];
  if (kind === 'registration') return [report.registrations[id].aor];
  if (kind === 'subscription') return [report.subscriptions[id].from, report.subscriptions[id].to];
  return [];
}

export function isExpired({ expires }: Suppression, today: string): boolean {
  return expires !== undefined && expires < today;
}

/** `today` as `2026-12-31`, in UTC. */
export function suppressedBy(suppressions: readonly Suppression[], today: string): Acceptance {
  const valid = suppressions.filter((one) => !isExpired(one, today));
  return (finding, report) => {
    const found = valid.find(
      ({ rule, only }) =>
        rule === finding.rule &&
        places.every((place) => {
          const pattern = only[place];
          return pattern === undefined || textsOf(place, finding, report).some((text) => fits(pattern, text));
        }),
    );
    return found === undefined ? undefined : { by: 'suppression', reason: found.reason };
  };
}
