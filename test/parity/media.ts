/** The streams of a capture as our decoder and media tracker see them, with nothing else around them. */
import { readFileSync } from 'node:fs';
import { openInput } from '../../src/input.ts';
import type { StreamFacts } from '../../src/media/facts.ts';
import { createMedia } from '../../src/media/media.ts';
import type { Call, SipMessage } from '../../src/model.ts';
import { createEndpoints } from '../../src/net/endpoints.ts';
import { createKeyLog } from '../../src/net/tls/keylog.ts';
import { InputRecord } from '../../src/record/input.ts';
import { createMessageParser } from '../../src/sip/parser.ts';
import { createNetwork } from '../../src/state/network.ts';

/** Whatever looks like RTP, too; each stream once. */
export function readStreams(path: string): readonly StreamFacts[] {
  const endpoints = createEndpoints();
  const media = createMedia(endpoints, 'heuristic', () => 0);
  const parser = createMessageParser();
  const messages = new Map<string, SipMessage>();
  const input = openInput({
    record: new InputRecord(path),
    index: 0,
    endpoints,
    clock: { now: 0 },
    ahead: 0,
    network: createNetwork(),
    media,
    keyLog: createKeyLog(),
    take(bytes, start, end, arrival) {
      const message = parser.parse(bytes, start, end, arrival);
      if (message === undefined) return false;
      media.see(message);
      messages.set(message.callId, message);
      return true;
    },
  });
  input.write(readFileSync(path));
  input.end();
  const streams = new Map<number, StreamFacts>();
  for (const [callId, message] of messages) {
    for (const stream of media.of(callOf(callId, message)).streams) streams.set(stream.id, stream);
  }
  for (const stream of media.loose()) if (!streams.has(stream.id)) streams.set(stream.id, stream);
  return [...streams.values()];
}

function callOf(callId: string, message: SipMessage): Call {
  const none: readonly never[] = [];
  return {
    id: 0,
    callIds: [callId],
    messages: [message],
    transactions: none,
    dialogs: none,
    attempts: none,
    start: 0,
    end: 0,
    duplicates: 0,
  };
}
