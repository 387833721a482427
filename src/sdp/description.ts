/** A session description together with the message that brought it. */
import type { SipMessage } from '../model.ts';
import { findSdp } from './body.ts';
import { parseSdp, type Session } from './session.ts';

export interface Description {
  readonly message: SipMessage;
  readonly session: Session;
}

export type Reader = (message: SipMessage) => Description | undefined;

/** Descriptions read of one call at the most. */
const LIMIT = 4096;
/** Longer ones are no honest descriptions. */
const LONGEST = 64 * 1024;

/** Reads descriptions, each text once however many hops and refreshes repeat it. Undefined: none, or not all of it is here. */
export function createReader(): Reader {
  const sessions = new Map<string, Session | undefined>();
  return (message) => {
    if (!message.hasSdp || message.truncated || message.contentLength > message.bodyLength) return undefined;
    if (message.bodyLength > LONGEST) return undefined;
    const text = findSdp(message.header('Content-Type'), message.body());
    if (text === undefined) return undefined;
    let session = sessions.get(text);
    if (session === undefined && !sessions.has(text)) {
      if (sessions.size >= LIMIT) return undefined;
      session = parseSdp(text);
      sessions.set(text, session);
    }
    return session && { message, session };
  };
}
