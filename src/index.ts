/**
 * The library's door, usable in Node and in browsers: bytes of a capture or log in, a typed Report out.
 *
 * ```ts
 * import { analyze } from 'sipsleuth';
 * const report = await analyze(bytes, { path: 'call.pcap' });
 * console.log(report.calls[0].verdict.text);
 * ```
 */
import { type AnalysisOptions, createAnalysis, type InputFacts } from './analyze.ts';
import type { Expectations } from './expect/expectations.ts';
import { gunzip, isGzip } from './files/gzip.ts';
import { packingOf, unpack } from './files/unpack.ts';
import type { Report } from './report.ts';

export { type Analysis, type AnalysisOptions, createAnalysis, type InputFacts } from './analyze.ts';
export {
  checkExpectations,
  type ExpectationResult,
  type ExpectationsResult,
  type SubjectResult,
} from './expect/check.ts';
export { ExpectationsError } from './expect/error.ts';
export type { Expectations } from './expect/expectations.ts';
export type { Fault } from './expect/faults.ts';
export type { ExpectationsFile } from './expect/language.ts';
export type { Check } from './expect/probe.ts';
export type {
  BlockCipher,
  DigestSecret,
  DigestSecrets,
  HashName,
  PassportVerifier,
  Sealed,
  SealingCipher,
  SignatureVerdict,
  TlsCiphers,
  TlsHash,
  TlsKeys,
} from './keys.ts';
export type { Confidence, InputSink, Outcome, Severity } from './model.ts';
export type * from './report.ts';
export type * from './stream.ts';

export type AnalysisInput = Uint8Array | ArrayBuffer | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

async function* chunksOf(input: AnalysisInput): AsyncIterable<Uint8Array> {
  if (input instanceof Uint8Array) yield input;
  else if (input instanceof ArrayBuffer) yield new Uint8Array(input);
  else if (Symbol.asyncIterator in input) yield* input;
  else {
    // Not every browser can iterate a stream yet.
    const reader = (input instanceof Blob ? input.stream() : input).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  }
}

/**
 * Analyses one capture or log. Damaged input does not throw: the report's `inputs` say what could not be read. Gzip,
 * zstd and xz are unpacked. `path` is only the name that the report prints.
 */
export async function analyze(
  input: AnalysisInput,
  options: AnalysisOptions & InputFacts & { readonly path?: string } = {},
): Promise<Report> {
  const analysis = createAnalysis(options);
  const sink = analysis.input(options.path ?? 'input', options);
  const chunks = chunksOf(input)[Symbol.asyncIterator]();
  const first = await chunks.next();
  const head = first.done ? new Uint8Array(0) : first.value;
  async function* all(): AsyncIterable<Uint8Array> {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  const packing = packingOf(head);
  if (isGzip(head)) {
    const damage = await gunzip(all(), (chunk) => sink.write(chunk));
    if (damage !== undefined) sink.damaged(damage);
  } else if (packing !== undefined) {
    const damage = await unpack(packing, all(), (chunk) => sink.write(chunk));
    if (damage !== undefined) sink.damaged(damage);
  } else for await (const chunk of all()) sink.write(chunk);
  sink.end();
  return analysis.report();
}

/**
 * Expectations out of what a YAML or JSON reader gives (schema/expectations.schema.json), to be asked of reports with
 * `checkExpectations`. Rejects with an `ExpectationsError` when they cannot be understood.
 */
export async function parseExpectations(data: unknown): Promise<Expectations> {
  // The checker of the schema is half as large as all the rest: who expects nothing does not load it.
  const reader = await import('./expectations.ts');
  return reader.parseExpectations(data);
}
