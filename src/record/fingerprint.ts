/**
 * What a finding is known by from one capture of a scenario to the next: the rule, its kind of trouble and the users it
 * strikes, but neither time nor Call-ID nor address, which differ each time.
 */
import type { Args } from '../model.ts';
import type { SubjectRecord } from './finding.ts';

/** Names of a record that say whom it is about; no record has them all. */
const WHO = ['method', 'event', 'aor', 'from', 'to'] as const;

/** FNV-1a, 32 bits, from an offset of its own. */
function fnv(text: string, offset: number): number {
  let hash = offset;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** 16 hexadecimal digits. */
function digest(text: string): string {
  const half = (offset: number) => fnv(text, offset).toString(16).padStart(8, '0');
  return half(0x811c9dc5) + half(0x9747b28c);
}

/** `alice@192.0.2.1` is alice wherever she is. */
const ADDRESS = /(^|@)(\d+\.\d+\.\d+\.\d+|\[[\da-f:.]+\])(:\d+)?$/i;

function whoOf({ record }: SubjectRecord): string {
  const names = (record ?? {}) as Readonly<Partial<Record<(typeof WHO)[number], string>>>;
  return WHO.map((name) => (names[name] ?? '').replace(ADDRESS, '')).join('\n');
}

/** The same trouble of the same users is counted, so that once more is new. */
export function createFingerprints(): (rule: string, args: Args, subject: SubjectRecord) => string {
  const seen = new Map<string, number>();
  return (rule, args, subject) => {
    const key = [rule, args.kind ?? '', subject.kind, whoOf(subject)].join('\n');
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return digest(times === 1 ? key : `${key}\n${times}`);
  };
}
