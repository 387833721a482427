/** Reliable provisional responses and the PRACKs that acknowledge them (RFC 3262). */
import { parseRAck, type RAck } from '../headers/rack.ts';
import { parseRSeq } from '../headers/rseq.ts';
import { parseTokens } from '../headers/tokens.ts';
import type { Response, SipMessage, Transaction } from '../model.ts';
import type { Conversation } from './define.ts';
import { nearby } from './hops.ts';

export function lists100rel(message: SipMessage, header: 'Require' | 'Supported' | 'Unsupported'): boolean {
  return (
    message.has(header) &&
    message
      .headers(header)
      .flatMap(parseTokens)
      .some((token) => token.toLowerCase() === '100rel')
  );
}

export interface Reliable {
  readonly response: Response;
  readonly message: SipMessage;
  /** Undefined when it is no number. */
  readonly rseq: number | undefined;
}

/** The reliable provisional responses of an INVITE, in order of their first sight. */
export function reliableResponses({ responses }: Transaction): readonly Reliable[] {
  return responses.flatMap((response) => {
    const { message } = response;
    if (message.status <= 100 || message.status >= 200 || !message.has('RSeq')) return [];
    return [{ response, message, rseq: parseRSeq(message.header('RSeq') ?? '') }];
  });
}

export interface Prack {
  readonly transaction: Transaction;
  readonly request: SipMessage;
  readonly rack: RAck | undefined;
}

/** The PRACKs of a dialog that stand near its INVITE. */
export function pracksOf(invite: Transaction, toTag: string, conversation: Conversation): readonly Prack[] {
  return nearby(invite, conversation).flatMap((transaction) => {
    const { method, request } = transaction;
    if (method !== 'PRACK' || request === undefined || request.toTag !== toTag) return [];
    if (!invite.responses.some(({ message }) => message.fromTag === request.fromTag)) return [];
    return [{ transaction, request, rack: parseRAck(request.header('RAck') ?? '') }];
  });
}

/** Of some PRACK only the response was captured: which one it acknowledges cannot be told. */
export function hasUnseenPrack(invite: Transaction, conversation: Conversation): boolean {
  return nearby(invite, conversation).some(({ method, request }) => method === 'PRACK' && request === undefined);
}

export function acknowledges({ rack }: Prack, { rseq, message }: Reliable): boolean {
  return rack !== undefined && rack.rseq === rseq && rack.cseq === message.cseq && rack.method === 'INVITE';
}
