/**
 * What tells that two calls are legs of one: kept of each call as it finishes, compared by `leg-joins.ts` when all are
 * known. Back-to-back user agents begin each leg with a Call-ID of their own (RFC 7092), so only scored evidence joins them.
 */
import { parseContact } from '../headers/contact.ts';
import { parseReferTo } from '../headers/refer-to.ts';
import { parseReplaces } from '../headers/replaces.ts';
import type { Call, SipMessage, Transaction } from '../model.ts';

/** What a strong piece of evidence is made of; the score of each stands in `leg-joins.ts`. */
export type KeyKind =
  | 'session-id'
  | 'other-leg'
  | 'charging-vector'
  | 'call-id'
  | 'sdp-origin'
  | 'user-to-user'
  | 'media';

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

/** What few calls have. */
export interface LegMarks {
  readonly keys: readonly LegKey[];
  readonly onward: readonly Onward[];
  /** Call-ID that a Replaces names. */
  readonly replaces: string;
  readonly referred: boolean;
  /** The first INVITE brought credentials. */
  readonly credentials: boolean;
}

/** Kept of every call, hence small; times and users stand in the record of the call already. */
export interface LegFacts {
  /** Address that placed the call, the one that it sent its INVITE to, and those that it reached beyond. */
  readonly client: string;
  readonly server: string;
  readonly beyond: readonly string[];
  /** Hash of the SDP session that was offered; 0 for none that could tell. */
  readonly origin: number;
  readonly marks: LegMarks | undefined;
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
const none: readonly never[] = [];
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

/** The user of a SIP URI or of `user@host`, the number of a tel URI. */
function userOf(uri: string): string {
  const scheme = uri.indexOf(':');
  const end = uri.indexOf('@');
  if (scheme < 0) return '';
  const user = uri.slice(scheme + 1, end < 0 ? undefined : end);
  // A URI without user part names a host, unless it is a number.
  return end < 0 && !uri.startsWith('tel:') ? '' : userKey(user.split(';', 1)[0]);
}

function push(keys: LegKey[], kind: KeyKind, value: string | undefined): void {
  if (value !== undefined && value !== '') keys.push({ kind, value: value.slice(0, KEY_LENGTH) });
}

/** RFC 7989: `ab30317f1a784dc48ff824d0d3715d86;remote=47755a9de7794ba387653f2099600ef2`; a nil UUID tells nothing. */
function sessionIds(value: string): readonly string[] {
  return [...value.matchAll(/(?:^|remote=)([0-9a-f]{32})/gi)]
    .map(([, id]) => id.toLowerCase())
    .filter((id) => /[^0]/.test(id));
}

const LF = 0x0a;
const SPACE = 0x20;
/** Session ids shorter than this are counters and constants. */
const LEAST_SESSION_ID = 6;

/**
 * Hash (FNV-1a) of the `o=` line and of the first media line up to its port: both stay unchanged where the middle lets
 * media pass by. By bytes, since every call is asked.
 */
function originOf(invite: SipMessage): number {
  if (!invite.hasSdp) return 0;
  const body = invite.body();
  let at = 0;
  let hash = 0x811c9dc5;
  let words = 0;
  let idLength = 0;
  let line = 0x76; // v
  for (let start = true; at < body.length; at++) {
    const byte = body[at];
    if (start) {
      line = byte;
      words = 0;
      start = false;
    }
    if (byte === LF) {
      if (line === 0x6d) break; // m
      start = true;
    } else if (byte === SPACE) words++;
    else if (line === 0x6f && words === 1) idLength++; // o
    if (line === 0x6f || (line === 0x6d && words < 2)) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return idLength < LEAST_SESSION_ID ? 0 : hash;
}

function keysOf(invite: SipMessage, extra: readonly string[]): readonly LegKey[] {
  const keys: LegKey[] = [];
  const { callId } = invite;
  if (invite.has('Session-ID'))
    for (const id of sessionIds(invite.header('Session-ID') ?? '')) push(keys, 'session-id', id);
  for (const name of OTHER_LEG) if (invite.has(name)) push(keys, 'other-leg', invite.header(name));
  for (const name of extra) if (invite.has(name)) push(keys, 'other-leg', invite.header(name));
  const vector = invite.header('P-Charging-Vector');
  if (vector !== undefined) push(keys, 'charging-vector', /(?:^|;)\s*icid-value="?([^";]+)/i.exec(vector)?.[1]);
  push(keys, 'user-to-user', invite.header('User-to-User'));
  if (callId.endsWith('-1') && SUFFIX.test(callId)) push(keys, 'call-id', callId.replace(SUFFIX, ''));
  return keys.length === 0 ? none : keys;
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

/** `headers`: fields that the user knows to be equal on both legs. Undefined for a call whose INVITE is not here. */
export function legFactsOf(call: Call, headers: readonly string[]): LegFacts | undefined {
  const [first] = call.attempts;
  const invite = first?.request;
  if (invite === undefined) return undefined;
  let beyond: readonly string[] = none;
  let onward: readonly Onward[] = none;
  for (const transaction of call.transactions) {
    const { method, server, final } = transaction;
    if (method === 'INVITE') {
      const { address } = server;
      if (address !== first.server.address && !beyond.includes(address) && beyond.length < HOST_LIMIT)
        beyond = [...beyond, address];
      if (final !== undefined && final.status >= 300 && final.status < 400)
        onward = [...onward, ...onwardOf(transaction)];
    } else if (method === 'REFER') onward = [...onward, ...onwardOf(transaction)];
    if (onward.length > HOST_LIMIT) break;
  }
  const keys = keysOf(invite, headers);
  const replaces = invite.header('Replaces');
  const credentials = invite.has('Authorization') || invite.has('Proxy-Authorization');
  const referred = invite.has('Referred-By');
  const marked = keys.length > 0 || onward.length > 0 || replaces !== undefined || credentials || referred;
  return {
    client: first.client.address,
    server: first.server.address,
    beyond,
    origin: originOf(invite),
    marks: marked
      ? {
          keys,
          onward,
          replaces: replaces === undefined ? '' : (parseReplaces(replaces)?.callId ?? ''),
          referred,
          credentials,
        }
      : undefined,
  };
}
