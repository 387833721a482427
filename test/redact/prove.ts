/** Redactions in memory, with their proof. */
import { createHmac } from 'node:crypto';
import { sniff } from '../../src/files/sniff.ts';
import { compareReports, type Failure, searchLeft } from '../../src/redact/proof.ts';
import { collect, type RedactKind, type RedactOptions, redact } from '../../src/redact/redact.ts';
import { analyse } from '../slice/slice.ts';

export const keyedBy = (key: string) => (text: string) =>
  new Uint8Array(createHmac('sha256', key).update(text, 'latin1').digest());

export function optionsFor(bytes: Uint8Array, more: Partial<RedactOptions> = {}): RedactOptions | undefined {
  const kind = sniff(bytes);
  if (kind !== 'pcap' && kind !== 'pcapng' && kind !== 'text') return undefined;
  return {
    kind: kind as RedactKind,
    keyed: keyedBy('key'),
    keepMedia: false,
    keepText: false,
    also: [],
    keep: [],
    ...more,
  };
}

/** Compressed messages cannot keep their length: they are wiped, and so the proof fails. */
export const refused: ReadonlySet<string> = new Set(['websocket-compressed.pcap']);

export interface Proven {
  readonly bytes: Uint8Array;
  readonly failures: readonly Failure[];
}

export function prove(bytes: Uint8Array, options: RedactOptions): Proven {
  const { pieces, collected, reused } = redact(bytes, options);
  const written = new Uint8Array(Buffer.concat(pieces));
  const failures = [
    compareReports(analyse(bytes), analyse(written)),
    searchLeft(collected, collect(written, options), reused, [written]),
  ];
  return { bytes: written, failures: failures.flatMap((one) => one ?? []) };
}
