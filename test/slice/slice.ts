/** Slices in memory, as the command makes them of files. */
import { createAnalysis } from '../../src/analyze.ts';
import { createCaptureWriter } from '../../src/files/capture-writer.ts';
import { type WritableMessage, writeTrace } from '../../src/logs/trace-writer.ts';
import { createEndpoints } from '../../src/net/endpoints.ts';
import { createKeyLog } from '../../src/net/tls/keylog.ts';
import { ciphers } from '../../src/node/ciphers.ts';
import type { Report } from '../../src/report.ts';
import { createCopier } from '../../src/slice/copy.ts';
import { createFinder, type SliceKind } from '../../src/slice/find.ts';
import { Wanted } from '../../src/slice/wanted.ts';

export function analyse(bytes: Uint8Array, keylogs: readonly string[] = []): Report {
  const analysis = createAnalysis({ messages: 'all', tls: { ciphers, keylogs } });
  const sink = analysis.input('input');
  sink.write(bytes);
  sink.end();
  return analysis.report();
}

export interface Sliced {
  readonly bytes: Uint8Array;
  /** Frames with bytes. */
  readonly frames: number;
}

/** `keylogs`: secrets of TLS, beside those of the capture. */
export function slice(
  input: Uint8Array,
  kind: SliceKind,
  callIds: readonly string[],
  media = true,
  keylogs: readonly string[] = [],
): Sliced {
  const keyLog = createKeyLog();
  for (const text of keylogs) keyLog.add(text);
  const endpoints = createEndpoints();
  const wanted = new Wanted();
  const messages: WritableMessage[] = [];
  const finder = createFinder({
    input: 0,
    kind,
    endpoints,
    callIds: new Set(callIds),
    modified: undefined,
    wanted,
    ciphers,
    keyLog,
    onMessage: (message) => messages.push(message),
  });
  finder.write(input);
  const watched = finder.end();
  if (kind === 'text') return { bytes: new TextEncoder().encode(writeTrace(messages, watched)), frames: 0 };
  const { linkTypes, nanoseconds } = watched;
  const writer = createCaptureWriter({ format: kind, interfaces: linkTypes, nanoseconds });
  const parts = [writer.head(), writer.secrets(wanted.clientRandoms.flatMap(keyLog.lines))];
  let frames = 0;
  const copier = createCopier({
    input: 0,
    kind,
    endpoints,
    wanted,
    watched,
    media,
    onFrame(frame) {
      if (frame.end > frame.start) frames++;
      parts.push(writer.frame(frame, linkTypes.indexOf(frame.linkType)));
    },
  });
  copier.write(input);
  copier.end();
  return { bytes: new Uint8Array(Buffer.concat(parts)), frames };
}
