/** An entry of systemd's journal, in whichever form `journalctl` printed it. */
import type { PhysicalLine } from '../lines.ts';

export interface JournalEntry {
  /** Carriage returns kept. `place`: where it stands in the file. None: `journalctl` left out a long message. */
  readonly lines: readonly { readonly text: string; readonly place: PhysicalLine }[];
  /** Where the first of its lines stands, even when these are a later portion of it. */
  readonly record: number;
  /** Seconds since 1970 with six decimals; empty when the entry has no time. */
  readonly stamp: string;
  readonly writer: string;
}

/** Of `__REALTIME_TIMESTAMP`, microseconds. */
export function stampOfMicros(micros: unknown): string {
  return typeof micros === 'string' && /^\d{16}$/.test(micros) ? `${micros.slice(0, 10)}.${micros.slice(10)}` : '';
}

/** Several processes write into one journal, each line an entry. `field` gives the value of a field. */
export function writerOf(field: (name: string) => unknown): string {
  const text = (name: string): string => {
    const value = field(name);
    return typeof value === 'string' ? value : '';
  };
  const name = text('_SYSTEMD_UNIT') || text('SYSLOG_IDENTIFIER') || text('_COMM');
  return `${text('_HOSTNAME')} ${name} ${text('_PID') || text('SYSLOG_PID')}`.trim();
}
