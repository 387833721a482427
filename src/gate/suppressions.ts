/** Findings that somebody has decided to live with, for a reason and, mostly, for a time. */
import type { Acceptance, Struck } from './accepted.ts';

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

function textsOf(place: Place, finding: Parameters<Acceptance>[0], struck: Struck): readonly string[] {
  if (place === 'fingerprint') return [finding.fingerprint];
  if (place === 'device') return finding.device === undefined ? [] : [finding.device.address];
  return place === 'user' ? struck.users : struck.callIds;
}

export function isExpired({ expires }: Suppression, today: string): boolean {
  return expires !== undefined && expires < today;
}

/** `today` as `2026-12-31`, in UTC. */
export function suppressedBy(suppressions: readonly Suppression[], today: string): Acceptance {
  const valid = suppressions.filter((one) => !isExpired(one, today));
  return (finding, struck) => {
    const found = valid.find(
      ({ rule, only }) =>
        rule === finding.rule &&
        places.every((place) => {
          const pattern = only[place];
          return pattern === undefined || textsOf(place, finding, struck).some((text) => fits(pattern, text));
        }),
    );
    return found === undefined ? undefined : { by: 'suppression', reason: found.reason };
  };
}
