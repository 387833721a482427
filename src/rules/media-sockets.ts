/** Where a call's media should go by its SDP, and what the network says about packets to there. */
import type { IcmpError } from '../events.ts';
import type { Dialog, SipMessage, Transaction } from '../model.ts';
import { parseSdp } from '../sdp/session.ts';
import type { Context, Conversation } from './define.ts';

const MILLISECOND = 1000;

export interface RefusedMedia {
  readonly errors: readonly IcmpError[];
  /** The message whose SDP names the socket. */
  readonly announced: SipMessage;
}

function dialogOf(final: SipMessage, conversation: Conversation): Dialog | undefined {
  return 'dialogs' in conversation
    ? conversation.dialogs.find(({ calleeTag, callerTag }) => calleeTag === final.toTag || callerTag === final.toTag)
    : undefined;
}

/** Until the sockets may change or close: the next offer or the BYE. */
function stableUntil(transaction: Transaction, final: SipMessage, conversation: Conversation): number {
  const dialog = dialogOf(final, conversation);
  const next = dialog?.transactions.find(
    ({ method, start }) => start > final.time && (method === 'INVITE' || method === 'UPDATE' || method === 'BYE'),
  );
  return next?.start ?? Math.max(conversation.end, transaction.end);
}

/** Sockets that the SDP of this message wants media at. */
function socketsOf(message: SipMessage | undefined): string[] {
  if (message === undefined || !message.hasSdp) return [];
  const media = parseSdp(message.bodyText())?.media ?? [];
  return media.flatMap(({ port, connection, direction }) =>
    port === 0 || connection === undefined || direction === 'inactive' || direction === 'sendonly'
      ? []
      : [connection.version === 6 ? `[${connection.address}]:${port}` : `${connection.address}:${port}`],
  );
}

/** Media of an answered INVITE that comes back while the call goes on: not just at its beginning or end. */
export function refusedMedia(
  transaction: Transaction,
  conversation: Conversation,
  { network, thresholds }: Context,
): RefusedMedia | undefined {
  const { final, request, responses } = transaction;
  if (final === undefined) return undefined;
  const from = final.time + thresholds.mediaOpening * MILLISECOND;
  const others = network.otherIcmp(from, stableUntil(transaction, final, conversation));
  if (others.length === 0) return undefined;
  const byReceiver = new Map<string, IcmpError[]>();
  for (const error of others) {
    if (error.transport !== 'udp' || error.reason === 'too-big') continue;
    const known = byReceiver.get(error.destination.name);
    if (known === undefined) byReceiver.set(error.destination.name, [error]);
    else known.push(error);
  }
  const lasting = [...byReceiver.values()].filter(
    (errors) => errors[errors.length - 1].time - errors[0].time >= thresholds.mediaRefused * MILLISECOND,
  );
  if (lasting.length === 0) return undefined;
  const early = responses.find(({ message }) => message.hasSdp)?.message;
  for (const announced of [request, final.hasSdp ? final : early]) {
    const sockets = socketsOf(announced);
    const errors = lasting.find(([first]) => sockets.includes(first.destination.name));
    if (errors !== undefined && announced !== undefined) return { errors, announced };
  }
  return undefined;
}
