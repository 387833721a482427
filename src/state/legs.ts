/**
 * What tells that two calls are legs of one: kept of each call as it finishes, compared by `leg-joins.ts` when all are
 * known. Back-to-back user agents begin each leg with a Call-ID of their own (RFC 7092), so only scored evidence joins them.
 */
import { parseContact } from '../headers/contact.ts';
import { parseReferTo } from '../headers/refer-to.ts';
import { parseReplaces } from '../headers/replaces.ts';
import type { Call, SipMessage, Transaction } from '../model.ts';

/** What a strong piece of evidence is made of; the score of each stands in `leg-joins.ts`. */
export type KeyKind = 'session-id' | 'other-leg' | 'charging-vector' | 'call-id' | 'sdp-origin' | 'user-to-user';

export interface LegKey {
  readonly kind: KeyKind;
  /** Equal for both legs. */
  readonly value: string;
}

/** Where a call is to go on: by a redirection, or by a transfer. */
export interface Onward {
  readonly kind: 'redirection' | 'transfer';
  /** Address of the host that shall place the new call. */
  readonly by: string;
  /** User or number of the target. */
  readonly user: string;
  readonly time: number;
}

export interface LegFacts {
  /** Time (µs) of the first INVITE. */
  readonly start: number;
  readonly callId: string;
  /** Address that placed the call, and those that its INVITE reached, on all hops. */
  readonly client: string;
  readonly servers: readonly string[];
  /** Users, numbers without prefix; empty when unknown. */
  readonly from: string;
  readonly to: string;
  readonly keys: readonly LegKey[];
  readonly onward: readonly Onward[];
  /** Call-ID that a Replaces names. */
  readonly replaces: string;
  readonly referred: boolean;
  /** The first INVITE brought credentials. */
  readonly credentials: boolean;
  /** First 180 or 183, final response and BYE, µs; 0 for none. */
  readonly rang: number;
  readonly ended: number;
  readonly status: number;
  readonly released: number;
}

/** Fields that products use to name the other leg, or a thing that both share (timing-and-metrics.md §7). */
const OTHER_LEG = [
  'X-CID',
  'X-Call-ID',
  'X-BroadWorks-Correlation-Info',
  'Av-Global-Session-ID',
  'Ms-Correlation-Id',
  'X-Inin-Cnv',
  'Cisco-Guid',
  'X-Twilio-CallSid',
  'X-Genesys-CallUUID',
];
/** What products hang onto a Call-ID for the next leg. */
const SUFFIX = /(?:_b2b-1|_pbx-1)+$/;
const HOST_LIMIT = 16;
const KEY_LENGTH = 128;
/** Digits at the end of a number that stay the same whatever prefix an element adds. */
const NUMBER_TAIL = 9;
const LEAST_DIGITS = 3;

/** `+33 1 23 45 67 89`, `0033123456789` and `123456789` are one number; a name is in lower case. */
export function userKey(user: string): string {
  const digits = user.replace(/[^0-9]/g, '');
  const isNumber = digits.length >= LEAST_DIGITS && /^[+0-9().\-\s]+$/.test(user);
  return isNumber ? digits.slice(-NUMBER_TAIL) : user.toLowerCase().slice(0, KEY_LENGTH);
}

const userOf = (uri: string) => {
  const scheme = uri.indexOf(':');
  const end = uri.indexOf('@');
  if (scheme < 0) return '';
  const user = uri.slice(scheme + 1, end < 0 ? undefined : end);
  // A URI without user part names a host, unless it is a number.
  return end < 0 && !uri.startsWith('tel:') ? '' : userKey(user.split(';', 1)[0]);
};

function push(keys: LegKey[], kind: KeyKind, value: string | undefined): void {
  if (value !== undefined && value !== '') keys.push({ kind, value: value.slice(0, KEY_LENGTH) });
}

/** RFC 7989: `ab30317f1a784dc48ff824d0d3715d86;remote=47755a9de7794ba387653f2099600ef2`; a nil UUID tells nothing. */
function sessionIds(value: string): readonly string[] {
  return [...value.matchAll(/(?:^|remote=)([0-9a-f]{32})/gi)]
    .map(([, id]) => id.toLowerCase())
    .filter((id) => /[^0]/.test(id));
}

/**
 * `o=` with the audio port: unchanged on both legs when the middle lets media pass by. The session id must be one that no
 * two sessions share by chance.
 */
function originKey(invite: SipMessage): string | undefined {
  if (!invite.hasSdp) return undefined;
  const text = invite.bodyText();
  const at = text.indexOf('o=');
  if (at !== 0 && text[at - 1] !== '\n') return undefined;
  const [, id = '', version = '', , , address = ''] = text.slice(at, text.indexOf('\n', at)).trim().split(' ');
  if (id.length < 6) return undefined;
  const media = text.indexOf('\nm=');
  return `${id} ${version} ${address} ${media < 0 ? '' : (text.slice(media + 3, media + 40).split(' ', 2)[1] ?? '')}`;
}

function keysOf(invite: SipMessage, callId: string, extra: readonly string[]): readonly LegKey[] {
  const keys: LegKey[] = [];
  for (const id of sessionIds(invite.header('Session-ID') ?? '')) push(keys, 'session-id', id);
  for (const name of OTHER_LEG) if (invite.has(name)) push(keys, 'other-leg', invite.header(name));
  for (const name of extra) if (invite.has(name)) push(keys, 'other-leg', invite.header(name));
  const vector = invite.header('P-Charging-Vector');
  if (vector !== undefined) push(keys, 'charging-vector', /(?:^|;)\s*icid-value="?([^";]+)/i.exec(vector)?.[1]);
  push(keys, 'user-to-user', invite.header('User-to-User'));
  push(keys, 'sdp-origin', originKey(invite));
  if (SUFFIX.test(callId)) push(keys, 'call-id', callId.replace(SUFFIX, ''));
  return keys;
}

function onwardOf({ method, request, final, client, server }: Transaction): Onward[] {
  if (request === undefined || final === undefined) return [];
  if (method === 'INVITE' && final.status >= 300 && final.status < 400) {
    const users = final
      .headers('Contact')
      .flatMap(parseContact)
      .map(({ uriText }) => userOf(uriText));
    return users.map((user) => ({ kind: 'redirection', by: client.address, user, time: final.time }));
  }
  if (method !== 'REFER' || final.status >= 300) return [];
  const target = parseReferTo(request.header('Refer-To') ?? '');
  if (target === undefined) return [];
  return [{ kind: 'transfer', by: server.address, user: userOf(target.uriText), time: request.time }];
}

function ringing(attempt: Transaction): number {
  const first = attempt.responses.find(({ message }) => message.status > 100 && message.status < 200);
  return first?.message.time ?? 0;
}

/** `headers`: fields that the user knows to be equal on both legs. Undefined for a call whose INVITE is not here. */
export function legFactsOf(call: Call, headers: readonly string[]): LegFacts | undefined {
  const [first] = call.attempts;
  const invite = first?.request;
  if (invite === undefined) return undefined;
  const last = call.attempts[call.attempts.length - 1];
  const servers: string[] = [];
  const onward: Onward[] = [];
  let released = 0;
  for (const transaction of call.transactions) {
    const { method, server, request } = transaction;
    if (method === 'INVITE') {
      if (servers.length < HOST_LIMIT && !servers.includes(server.address)) servers.push(server.address);
      if ((transaction.final?.status ?? 0) >= 300) onward.push(...onwardOf(transaction));
    } else if (method === 'REFER') onward.push(...onwardOf(transaction));
    else if (method === 'BYE' && released === 0) released = request?.time ?? 0;
  }
  const from = invite.header('From') ?? '';
  const replaces = invite.header('Replaces');
  return {
    start: invite.time,
    callId: invite.callId,
    client: first.client.address,
    servers,
    from: userOf(from.slice(from.lastIndexOf('<') + 1)),
    to: userOf(invite.requestUri),
    keys: keysOf(invite, invite.callId, headers),
    onward,
    replaces: replaces === undefined ? '' : (parseReplaces(replaces)?.callId ?? ''),
    referred: invite.has('Referred-By'),
    credentials: invite.has('Authorization') || invite.has('Proxy-Authorization'),
    rang: ringing(last),
    ended: last.final?.time ?? 0,
    status: last.final?.status ?? 0,
    released,
  };
}
