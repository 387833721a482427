import type { Evidence } from '../model.ts';

const LINE_LIMIT = 1_000;

/** What names a message once its bytes are let go. */
export function evidenceOf(message: Evidence): Evidence {
  const { id, time, origin, transport, source, destination, startLine, log } = message;
  const line = startLine.length > LINE_LIMIT ? `${startLine.slice(0, LINE_LIMIT)}…` : startLine;
  return { id, time, origin, transport, source, destination, startLine: line, log };
}
