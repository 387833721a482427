/**
 * Recomputes a digest with passwords that the user gave (RFC 7616 §3.4, RFC 8760 §2, RFC 3261 §22.4), and where it does
 * not fit, changes one field after the other until it does: that field is the wrong one.
 */

import type { Credentials } from '../headers/authorization.ts';
import { parseFromTo } from '../headers/from-to.ts';
import type { DigestSecret, DigestSecrets, HashName } from '../keys.ts';
import type { SipMessage } from '../model.ts';
import { algorithmOf } from './digest.ts';
import { bodyUnreliable } from './guards.ts';

export interface DigestInput {
  readonly username: string;
  readonly realm: string;
  readonly password: string;
  /** Upper case, `-SESS` behind it for a session. */
  readonly algorithm: string;
  readonly nonce: string;
  readonly uri: string;
  readonly method: string;
  /** '' for none. */
  readonly qop: string;
  readonly nc: string;
  readonly cnonce: string;
  readonly body: Uint8Array;
}

/** `spelling`: the password in another form. `case`: hexadecimal digits in upper case. */
export type DigestField = keyof DigestInput | 'spelling' | 'case';

/** What the digest tells about the credentials. */
export type Recomputed =
  | { readonly outcome: 'right' }
  /** All fits but this: what the credentials or the request say, and what the digest was made with. */
  | { readonly outcome: 'made'; readonly field: DigestField; readonly given: string; readonly made: string }
  /** No single change explains it: another password, then. `named`: the one given is this user's by name. */
  | { readonly outcome: 'mismatch'; readonly named: boolean };

/** What the trace knows beside the credentials: values that the client may have mistaken for the right ones. */
export interface DigestFacts {
  readonly realms: readonly string[];
  readonly nonces: readonly string[];
  /** Methods of what the client sent before, the newest first. */
  readonly methods: readonly string[];
  /** Only the plain question is asked: is it right? */
  readonly brief: boolean;
}

const HASHES: Readonly<Record<string, HashName>> = {
  MD5: 'MD5',
  'SHA-256': 'SHA-256',
  'SHA-512-256': 'SHA-512-256',
};
const ALGORITHMS = Object.keys(HASHES).flatMap((name) => [name, `${name}-SESS`]);
/** Hexadecimal digits by algorithm. */
const LENGTHS: Readonly<Record<HashName, number>> = { MD5: 32, 'SHA-256': 64, 'SHA-512-256': 64 };

/** Realms that products come with. */
const REALMS = ['asterisk', 'freeswitch', '3CXPhoneSystem', 'sipXecs', 'voip', 'sip', 'localhost'];

const METHODS = 'INVITE REGISTER ACK BYE CANCEL OPTIONS SUBSCRIBE NOTIFY PUBLISH MESSAGE REFER UPDATE PRACK INFO'.split(
  ' ',
);
/** Lengths at which phones and forms cut passwords. */
const CUTS = [8, 10, 12, 15, 16, 20, 24, 25, 30, 31, 32, 40, 63, 64];
/** A file of passwords may be long: so many of a user are tried with each change, and so many of others as they are. */
const PASSWORDS_TRIED = 20;
const USERS_TRIED = 2000;
const nothing = new Uint8Array(0);

/** Undefined for an algorithm without a hash here. */
export function digestOf(input: DigestInput, hash: DigestSecrets['hash']): string | undefined {
  const session = input.algorithm.endsWith('-SESS');
  const name = HASHES[session ? input.algorithm.slice(0, -5) : input.algorithm];
  if (name === undefined) return undefined;
  const h = (data: string | Uint8Array) => hash(name, data);
  const { username, realm, password, nonce, uri, method, qop, nc, cnonce, body } = input;
  const secret = h(`${username}:${realm}:${password}`);
  const ha1 = session ? h(`${secret}:${nonce}:${cnonce}`) : secret;
  const ha2 = h(qop.toLowerCase() === 'auth-int' ? `${method}:${uri}:${h(body)}` : `${method}:${uri}`);
  return h(qop === '' ? `${ha1}:${nonce}:${ha2}` : `${ha1}:${nonce}:${nc}:${cnonce}:${qop}:${ha2}`);
}

/** A response that a log or its owner wiped must not be taken for a wrong one. */
function isDigest(response: string): boolean {
  const known = Object.values(LENGTHS).includes(response.length) && /^[0-9a-f]+$/i.test(response);
  return known && response !== response[0].repeat(response.length);
}

/** Undefined when the trace or the passwords do not allow a statement. */
export function recompute(
  request: SipMessage,
  credentials: Credentials,
  secrets: DigestSecrets,
  facts: DigestFacts,
): Recomputed | undefined {
  const {
    username = '',
    realm = '',
    nonce = '',
    uri = '',
    response = '',
    qop = '',
    nc = '',
    cnonce = '',
  } = credentials;
  const algorithm = algorithmOf(credentials);
  if (credentials.scheme.toLowerCase() !== 'digest' || !isDigest(response)) return undefined;
  if (!ALGORITHMS.includes(algorithm)) return undefined;
  const whole = !bodyUnreliable(request);
  if (qop.toLowerCase() === 'auth-int' && !whole) return undefined;

  const user = hashedUser(credentials, secrets) ?? username;
  const realms = [realm, ...facts.realms];
  const own = secrets.entries.filter((entry) => isOf(entry, user, realms));
  const body = whole ? request.body() : nothing;
  const written = { username: user, realm, algorithm, nonce, uri, method: request.method, qop, nc, cnonce, body };
  const wanted = response.toLowerCase();
  const fits = (input: DigestInput) => digestOf(input, secrets.hash) === wanted;

  for (const { password } of own) {
    if (!fits({ ...written, password }) && !fits({ ...escaped(written), password })) continue;
    const shouted = response !== wanted;
    return shouted ? { outcome: 'made', field: 'case', given: '', made: '' } : { outcome: 'right' };
  }
  if (!facts.brief) {
    for (const { password } of own.slice(0, PASSWORDS_TRIED)) {
      for (const [field, made, change, said] of changes({ ...written, password }, request, facts)) {
        if (!fits({ ...written, password, ...change })) continue;
        const given = said ?? (field in written ? written[field as keyof typeof written] : '');
        return { outcome: 'made', field, given: typeof given === 'string' ? given : '', made };
      }
    }
    for (const { user: other, password } of secrets.entries.slice(0, USERS_TRIED)) {
      if (other === '' || own.some((one) => one.user === other)) continue;
      if (fits({ ...written, password })) return { outcome: 'made', field: 'password', given: user, made: other };
      if (fits({ ...written, username: other, password }))
        return { outcome: 'made', field: 'username', given: user, made: other };
    }
  }
  return own.length === 0 ? undefined : { outcome: 'mismatch', named: own.some((entry) => entry.user !== '') };
}

/** RFC 7616 §3.4.4: the name behind its hash, where one of those given fits. */
function hashedUser({ params, username, realm, ...rest }: Credentials, secrets: DigestSecrets): string | undefined {
  if (params.get('userhash')?.toLowerCase() !== 'true') return undefined;
  const name = HASHES[algorithmOf(rest).replace(/-SESS$/, '')];
  if (name === undefined) return undefined;
  return secrets.entries.find(({ user }) => user !== '' && secrets.hash(name, `${user}:${realm}`) === username)?.user;
}

function isOf({ user }: DigestSecret, username: string, realms: readonly string[]): boolean {
  return user === '' || user === username || realms.some((realm) => user === `${username}@${realm}`);
}

/** Some hash a quoted string with its backslashes. */
function escaped<T extends { username: string; realm: string; nonce: string }>(input: T): T {
  const write = (text: string) => text.replace(/["\\]/g, '\\$&');
  return { ...input, username: write(input.username), realm: write(input.realm), nonce: write(input.nonce) };
}

type Change = readonly [field: DigestField, made: string, change: Partial<DigestInput>, given?: string];

/** One field at a time, the likeliest first; none of them repeats what is written. */
function* changes(input: DigestInput, request: SipMessage, facts: DigestFacts): Iterable<Change> {
  const { username, realm, password, nonce, uri, method, qop, nc, cnonce, algorithm, body } = input;
  for (const [made, spelling, length] of spellings(password)) {
    yield ['spelling', made, { password: spelling }, length];
  }

  const from = parseFromTo(request.header('From') ?? '')?.uri;
  const to = parseFromTo(request.header('To') ?? '')?.uri;
  const hosts = [from?.host, to?.host].filter((host) => host !== undefined);
  const names = [from?.user, to?.user, username.split('@')[0], username.toLowerCase()].filter(
    (name) => name !== undefined,
  );
  for (const name of other(username, [
    ...names,
    `${username}@${realm}`,
    ...hosts.map((host) => `${username}@${host}`),
    '',
  ]))
    yield ['username', name, { username: name }];
  const places = [...hosts, request.destination.address, request.source.address];
  for (const one of other(realm, [...facts.realms, ...places, realm.toLowerCase(), '', ...REALMS]))
    yield ['realm', one, { realm: one }];
  for (const one of other(nonce, [...facts.nonces, ''])) yield ['nonce', one, { nonce: one }];
  const targets = [request.requestUri, request.requestUri.split(';')[0], uri.split(';')[0], uri.toLowerCase()];
  for (const one of other(uri, [...targets, ...hosts.map((host) => `sip:${host}`), from?.raw ?? '', to?.raw ?? '', '']))
    yield ['uri', one, { uri: one }];
  for (const one of other(method, [...facts.methods, ...METHODS, method.toLowerCase(), '']))
    yield ['method', one, { method: one }];

  for (const one of other(qop, ['', 'auth', 'auth-int'])) yield ['qop', one, { qop: one }];
  if (qop !== '') {
    for (const one of other(nc, [...counts(nc), '00000001', '1', ''])) yield ['nc', one, { nc: one }];
    for (const one of other(cnonce, ['', nonce])) yield ['cnonce', one, { cnonce: one }];
  }
  for (const one of other(algorithm, ALGORITHMS)) yield ['algorithm', one, { algorithm: one }];
  if (qop.toLowerCase() === 'auth-int' && body.length > 0) yield ['body', '', { body: nothing }];
}

function other(written: string, candidates: readonly string[]): readonly string[] {
  return [...new Set(candidates)].filter((one) => one !== written);
}

/** The count before and after, and without its zeros. */
function counts(nc: string): readonly string[] {
  const count = Number.parseInt(nc, 16);
  if (!(count >= 0 && count < 0xffff_ffff)) return [];
  const eight = (number: number) => number.toString(16).padStart(8, '0');
  return [eight(count), eight(Math.max(0, count - 1)), eight(count + 1), count.toString(16)];
}

/** `blank`, `line-end`, `carriage-return`: with one behind it. `cut`: to so many characters as `given` says. */
export type Spelling =
  | 'trimmed'
  | 'blank'
  | 'line-end'
  | 'carriage-return'
  | 'quoted'
  | 'lower-case'
  | 'upper-case'
  | 'percent'
  | 'unpercent'
  | 'xml'
  | 'empty'
  | 'cut';

/** What becomes of a password in forms, files and provisioning: never shown, so each has a name. */
function* spellings(password: string): Iterable<readonly [name: Spelling, password: string, length?: string]> {
  const trimmed = password.trim();
  const all: (readonly [Spelling, string, string?])[] = [
    ['trimmed', trimmed],
    ['blank', `${trimmed} `],
    ['line-end', `${trimmed}\n`],
    ['carriage-return', `${trimmed}\r`],
    ['quoted', `"${trimmed}"`],
    ['lower-case', password.toLowerCase()],
    ['upper-case', password.toUpperCase()],
    ['percent', percented(password)],
    ['unpercent', unpercented(password)],
    ['xml', toXml(password)],
    ['empty', ''],
  ];
  for (const length of CUTS) {
    if (length < password.length) all.push(['cut', password.slice(0, length), String(length)]);
  }
  for (const one of all) if (one[1] !== password) yield one;
}

function percented(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text;
  }
}

function unpercented(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function toXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
