/** The hosts of a call and their parts in it, from the hops of its INVITE. */
import type { Call, SipMessage, Transaction } from '../model.ts';
import { originOf } from './origin.ts';
import { callerRounds } from './sequence.ts';

export type Role = 'caller' | 'proxy' | 'callee';

export interface Party {
  readonly role: Role;
  readonly address: string;
  readonly product: string;
}

/** Hosts listed for one call; a call with more is a load balancer's test, not a story. */
const PARTY_LIMIT = 32;
const PRODUCT_LENGTH = 60;

function productOf(message: SipMessage): string {
  const product = message.header('Server') ?? message.header('User-Agent') ?? '';
  return product.length > PRODUCT_LENGTH ? `${product.slice(0, PRODUCT_LENGTH - 1)}…` : product;
}

/** In order of appearance on the way from the caller. */
export function partiesOf(call: Call, invites: readonly Transaction[]): readonly Party[] {
  const rounds = invites.length > 0 ? invites : call.transactions.slice(0, PARTY_LIMIT);
  const clients = new Set(rounds.map((one) => one.client.address));
  const parties = new Map<string, Party>();
  const put = (role: Role, address: string, product: string) => {
    if (!parties.has(address) && parties.size < PARTY_LIMIT) parties.set(address, { role, address, product });
  };
  const first = callerRounds(call)[0] ?? rounds[0];
  if (first === undefined) return [];
  put('caller', first.client.address, first.request === undefined ? '' : productOf(first.request));
  for (const one of [...rounds].sort((a, b) => a.viaCount - b.viaCount)) {
    const address = one.server.address;
    const passesOn = clients.has(address) && address !== first.client.address;
    // What a host says of itself stands in the responses that it made, not in those that it passes on.
    const own = one.responses.find(({ message }) => !originOf(message, one, invites).relayed)?.message;
    put(passesOn ? 'proxy' : 'callee', address, own === undefined ? '' : productOf(own));
  }
  return [...parties.values()];
}
