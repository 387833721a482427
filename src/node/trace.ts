/**
 * The library's door in Node: files in, a Report out.
 *
 * ```ts
 * import { readTrace } from 'sipsleuth/node';
 * const report = await readTrace('call.pcap');
 * ```
 */
import { type AnalysisOptions, createAnalysis } from '../analyze.ts';
import type { TlsKeys } from '../keys.ts';
import type { Report } from '../report.ts';
import { ciphers } from './ciphers.ts';
import { findInputs } from './inputs.ts';
import { readInputs } from './read-inputs.ts';

const problems = {
  missing: 'there is no such file or directory',
  denied: 'it may not be read',
  'no-match': 'no file matches this pattern',
  'no-capture': 'there is no capture and no log in it',
  unreadable: 'it cannot be read',
} as const;

/**
 * Reads captures and logs, packed with gzip, zstd, xz or not at all, in the order in which they were written: files,
 * directories, patterns. All messages are in the report unless `messages` says otherwise. TLS is read with the secrets that
 * captures bring along; for others there is `tlsKeys`. Rejects when a path leads nowhere or cannot be read;
 * damage within a file does not, the report's `inputs` tell it.
 */
export async function readTrace(paths: string | readonly string[], options: AnalysisOptions = {}): Promise<Report> {
  const found = await findInputs([paths].flat());
  const [problem] = found.problems;
  if (problem !== undefined) throw new Error(`${problem.path}: ${problems[problem.code]}`);
  const settings: AnalysisOptions = { messages: 'all', tls: tlsKeys(), ...options };
  const analysis = createAnalysis(settings);
  const { signal } = new AbortController();
  await readInputs(found.inputs, analysis, {
    signal,
    tls: settings.tls,
    standardInput: '-',
    onError(_, error) {
      throw error;
    },
  });
  return analysis.report();
}

/**
 * What TLS is read with, for the option `tls` of any analysis in Node. `keylogs`: texts in the format of SSLKEYLOGFILE;
 * lines that hold no secret are passed over.
 */
export function tlsKeys(keylogs: readonly string[] = []): TlsKeys {
  return { ciphers, keylogs };
}
