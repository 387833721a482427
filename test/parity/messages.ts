/** The SIP messages of a capture, before any of them is left out as a duplicate. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { isGzip } from '../../src/files/gzip.ts';
import { openInput } from '../../src/input.ts';
import { en } from '../../src/locales/en/index.ts';
import type { SipMessage } from '../../src/model.ts';
import { createEndpoints } from '../../src/net/endpoints.ts';
import { createKeyLog } from '../../src/net/tls/keylog.ts';
import { ciphers } from '../../src/node/ciphers.ts';
import { InputRecord } from '../../src/record/input.ts';
import type { ReportInput } from '../../src/report.ts';
import { createMessageParser } from '../../src/sip/parser.ts';
import { createNetwork } from '../../src/state/network.ts';

export interface ReadMessages {
  readonly messages: readonly SipMessage[];
  readonly input: ReportInput;
}

/** `keyLogs`: secrets of TLS, beside those that the capture brings itself. */
export function readMessages(path: string, keyLogs: readonly string[] = []): ReadMessages {
  const bytes = readFileSync(path);
  const record = new InputRecord(path);
  const messages: SipMessage[] = [];
  const parser = createMessageParser();
  const keyLog = createKeyLog();
  for (const text of keyLogs) keyLog.add(text);
  const sink = openInput({
    record,
    index: 0,
    endpoints: createEndpoints(),
    clock: { now: Number.NEGATIVE_INFINITY },
    ahead: 0,
    network: createNetwork(),
    ciphers,
    keyLog,
    take(bytes, start, end, arrival) {
      const message = parser.parse(bytes, start, end, arrival);
      if (message !== undefined) messages.push(message);
      return message !== undefined;
    },
  });
  sink.write(isGzip(bytes) ? gunzipSync(bytes) : bytes);
  sink.end();
  return { messages, input: record.report(en) };
}

/** One message in the words that both sides have: frame, start line, CSeq, Call-ID. */
export function lineOf(message: SipMessage): string {
  const cseq = message.header('CSeq')?.replace(/\s+/g, ' ') ?? '';
  return [message.origin.index, message.startLine.trim(), cseq, message.header('Call-ID') ?? ''].join(' | ');
}
