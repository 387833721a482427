/** The hosts of a call and their parts in it, from the hops of its INVITE. */

import { productKind } from '../catalogue/products.ts';
import type { Call, SipMessage, Transaction } from '../model.ts';
import { originOf } from './origin.ts';
import { callerRounds } from './sequence.ts';

/**
 * `proxy` sent the call on, or asked for credentials as only a proxy does; `b2bua` ended it and began another leg; `sbc`
 * is named so by its product; `callee` is a device that rang, answered or refused for its user; `server` answered by
 * itself and may hide others.
 */
export type Role = 'caller' | 'proxy' | 'b2bua' | 'sbc' | 'registrar' | 'server' | 'gateway' | 'callee';

export interface Party {
  readonly role: Role;
  readonly address: string;
  /** All addresses of the same device, the one it was reached at first. */
  readonly addresses: readonly string[];
  readonly product: string;
}

/** Hosts listed for one call; a call with more is a load balancer's test, not a story. */
const PARTY_LIMIT = 32;
const PRODUCT_LENGTH = 60;

function productOf(message: SipMessage): string {
  const product = message.header('Server') ?? message.header('User-Agent') ?? '';
  return product.length > PRODUCT_LENGTH ? `${product.slice(0, PRODUCT_LENGTH - 1)}…` : product;
}

/** Responses that only a device gives, or what acts for one: it rings, is busy, or judges the media. */
const fromDevice: ReadonlySet<number> = new Set([180, 486, 488, 600, 606, 607]);

/** It speaks for several devices, or ends a call by a timer: what rang is behind it. */
function standsBefore(responses: readonly SipMessage[]): boolean {
  const tags = new Set(responses.flatMap(({ status, toTag }) => (status === 180 || status === 183 ? [toTag] : [])));
  return tags.size > 1 || responses.some(({ status }) => status === 181 || status === 182 || status === 408);
}

/** The part of a host that the call ended at, as far as its product and its responses prove one. */
function endOf(product: string, responses: readonly SipMessage[]): Role {
  const has = (...codes: readonly number[]) => responses.some(({ status }) => codes.includes(status));
  switch (productKind(product)) {
    case 'phone':
      return 'callee';
    case 'gateway':
      return 'gateway';
    case 'sbc':
      return 'sbc';
    case 'server':
      return 'server';
    case 'proxy':
      return has(407) ? 'proxy' : 'server';
    default:
  }
  if (has(407)) return 'proxy';
  if (has(401) || standsBefore(responses)) return 'server';
  const reached = responses.some(({ status }) => fromDevice.has(status) || (status >= 200 && status < 300));
  return reached ? 'callee' : 'server';
}

/**
 * Addresses from which a proxy with several of them sends on what it received at another: below its own Via stands the
 * branch of the request that reached it (RFC 3261 §16.6 item 8). By the other address.
 */
function aliasesOf(invites: readonly Transaction[]): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  const servers = new Set(invites.map(({ server }) => server.address));
  const top = Math.min(...invites.map(({ viaCount }) => viaCount));
  for (const { client, viaCount, request } of invites) {
    if (viaCount <= top || request === undefined || servers.has(client.address) || aliases.has(client.address))
      continue;
    const below = request.headers('Via')[1];
    const upper = below && invites.find(({ branch }) => branch !== '' && below.includes(`branch=${branch}`));
    if (upper) aliases.set(client.address, upper.server.address);
  }
  return aliases;
}

/** Its next hop was not captured, but in its responses it stands as a proxy that stays in the path (RFC 3261 §16.6 item 4). */
function recordsRoute(address: string, responses: readonly SipMessage[]): boolean {
  return responses.some((response) => response.headers('Record-Route').some((route) => namesHost(route, address)));
}

/** `address` stands in the text as a whole: 192.0.2.5 is not in 192.0.2.55. */
function namesHost(text: string, address: string): boolean {
  const at = text.indexOf(address);
  return at >= 0 && !/[\w.]/.test(text[at - 1] ?? '') && !/[\w.]/.test(text[at + address.length] ?? '');
}

/** In order of appearance on the way from the caller. Who called cannot be told without the INVITE. */
export function partiesOf(call: Call, invites: readonly Transaction[]): readonly Party[] {
  const first = callerRounds(call)[0] ?? invites[0];
  if (first === undefined) return [];
  const aliases = aliasesOf(invites);
  const clients = new Set(invites.map(({ client: { address } }) => aliases.get(address) ?? address));
  const parties = new Map<string, Party>();
  const put = (role: Role, address: string, product: string) => {
    if (parties.has(address) || parties.size >= PARTY_LIMIT) return;
    const others = [...aliases].flatMap(([other, main]) => (main === address ? [other] : []));
    parties.set(address, { role, address, addresses: [address, ...others], product });
  };
  // Whoever sends an INVITE with several Vias has it from somebody else.
  const origin = first.viaCount > 1 ? 'proxy' : 'caller';
  put(origin, first.client.address, first.request === undefined ? '' : productOf(first.request));
  for (const one of [...invites].sort((a, b) => a.viaCount - b.viaCount)) {
    const { address } = one.server;
    if (parties.has(address)) continue;
    // What a host says of itself stands in the responses that it made, not in those that it passes on.
    const responses = invites
      .filter(({ server }) => server.address === address)
      .flatMap((round) => round.responses.map(({ message }) => ({ message, round })))
      .filter(({ message, round }) => !originOf(message, round, invites).relayed)
      .map(({ message }) => message);
    const product = responses.length === 0 ? '' : productOf(responses[0]);
    const passesOn = (clients.has(address) && address !== first.client.address) || recordsRoute(address, responses);
    put(passesOn ? 'proxy' : endOf(product, responses), address, product);
  }
  return [...parties.values()];
}

/** Its part in the call; `server` for hosts beyond those listed. */
export function roleOf(address: string, parties: readonly Party[]): Role {
  return parties.find(({ addresses }) => addresses.includes(address))?.role ?? 'server';
}
