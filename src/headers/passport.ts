/**
 * The PASSporT inside an Identity header field in full form: a JSON Web Token that says who calls whom, and when
 * (RFC 8225; RFC 8588 for `shaken`, RFC 8946 for `div`). Decoded and held against its rules; the signature is left to
 * whoever has certificates.
 */
import { decodeBase64url, decodeBase64urlText, encodeBase64urlText } from '../syntax/base64url.ts';
import { isObject, type JsonObject, parseJsonObject } from '../syntax/json.ts';
import type { Identity } from './identity.ts';
import type { TelephoneNumber } from './telephone-number.ts';

/** Numbers and URIs of one side, as written. */
export interface PassportParty {
  readonly tn: readonly string[];
  readonly uri: readonly string[];
}

export interface PassportDefect {
  readonly code: PassportDefectCode;
  /** What stands there, or what is missing: short enough for a sentence. Of a signature its bytes, empty without one. */
  readonly value: string;
}

export type PassportDefectCode =
  | 'header-unreadable'
  | 'payload-unreadable'
  | 'signature-length'
  | 'signature-der'
  | 'typ'
  | 'alg'
  | 'alg-differs'
  | 'x5u-missing'
  | 'x5u-differs'
  | 'ppt-differs'
  | 'claim-missing'
  | 'orig-count'
  | 'dest-form'
  | 'tn-form'
  | 'iat-form'
  | 'iat-milliseconds'
  | 'attest'
  | 'origid';

export interface Passport {
  readonly typ: string | undefined;
  readonly alg: string | undefined;
  readonly ppt: string | undefined;
  readonly x5u: string | undefined;
  readonly orig: PassportParty;
  readonly dest: PassportParty;
  /** Who was called before the diversion; empty where there is none. */
  readonly div: PassportParty;
  /** When it was signed: seconds since 1970, as written. */
  readonly iat: number | undefined;
  /** `A`, `B` or `C` (RFC 8588 §4). */
  readonly attest: string | undefined;
  readonly origid: string | undefined;
  /** The text that is signed: header and payload as they were sent. */
  readonly signed: string;
  readonly signature: Uint8Array | undefined;
  /** The most fundamental first; those of the wire form stand in `Identity`. */
  readonly defects: readonly PassportDefect[];
}

const VALUE_LIMIT = 80;
/** Numbers and URIs of one side that are read. */
const PARTY_LIMIT = 32;
/** Seconds of the year 2128: whatever is larger counts milliseconds. */
const LATEST = 5_000_000_000;
/** An ES256 signature is two numbers of 32 bytes (RFC 7518 §3.4). */
const ES256_LENGTH = 64;
const DER_SEQUENCE = 0x30;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Undefined for anything but the full form. Never throws. */
export function decodePassport(identity: Identity): Passport | undefined {
  if (identity.form !== 'full') return undefined;
  const [headerText, payloadText, signatureText] = identity.token.split('.', 3);
  const header = objectOf(headerText);
  const payload = objectOf(payloadText);
  const signature = decodeBase64url(signatureText);
  const defects: PassportDefect[] = [];
  if (header === undefined) defects.push({ code: 'header-unreadable', value: shown(headerText) });
  if (payload === undefined) defects.push({ code: 'payload-unreadable', value: shown(payloadText) });
  if (header !== undefined) defects.push(...headerDefects(header, identity));
  checkSignature(signature, header, defects);
  if (payload !== undefined) defects.push(...payloadDefects(payload, textOf(header?.ppt)));
  return {
    typ: textOf(header?.typ),
    alg: textOf(header?.alg),
    ppt: textOf(header?.ppt),
    x5u: textOf(header?.x5u),
    orig: partyOf(payload?.orig),
    dest: partyOf(payload?.dest),
    div: partyOf(payload?.div),
    iat: typeof payload?.iat === 'number' ? payload.iat : undefined,
    attest: textOf(payload?.attest),
    origid: textOf(payload?.origid),
    signed: `${headerText}.${payloadText}`,
    signature,
    defects,
  };
}

function objectOf(text: string): JsonObject | undefined {
  const json = decodeBase64urlText(text);
  return json === undefined ? undefined : parseJsonObject(json);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** `"12025550123"` or `["12025550123", …]`. */
function textsOf(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value.slice(0, PARTY_LIMIT) : [value];
  return all.filter((one) => typeof one === 'string');
}

function partyOf(value: unknown): PassportParty {
  if (!isObject(value)) return { tn: [], uri: [] };
  return { tn: textsOf(value.tn), uri: textsOf(value.uri) };
}

function shown(value: unknown): string {
  // A claim that is no text: its names and values, without the brackets that a sentence has no use for.
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '').replace(/[{}"[\]]/g, '');
  return text.length > VALUE_LIMIT ? `${text.slice(0, VALUE_LIMIT)}…` : text;
}

function headerDefects(header: JsonObject, { info, alg, ppt }: Identity): readonly PassportDefect[] {
  const defects: PassportDefect[] = [];
  const add = (code: PassportDefectCode, value: unknown) => defects.push({ code, value: shown(value) });
  // RFC 8225 §4.
  if (header.typ !== 'passport') add('typ', header.typ);
  if (header.alg !== 'ES256') add('alg', header.alg);
  else if (alg !== undefined && alg !== header.alg) add('alg-differs', alg);
  // RFC 8224 §4.1.
  if (textOf(header.x5u) === undefined) add('x5u-missing', header.x5u);
  else if (info !== undefined && header.x5u !== info) add('x5u-differs', header.x5u);
  if ((ppt ?? '') !== (header.ppt ?? '')) add('ppt-differs', header.ppt);
  return defects;
}

function checkSignature(
  signature: Uint8Array | undefined,
  header: JsonObject | undefined,
  defects: PassportDefect[],
): void {
  if (signature === undefined) defects.push({ code: 'signature-length', value: '' });
  else if (signature.length !== ES256_LENGTH && header?.alg === 'ES256') {
    const der = signature[0] === DER_SEQUENCE && signature[1] === signature.length - 2;
    defects.push({ code: der ? 'signature-der' : 'signature-length', value: String(signature.length) });
  }
}

function payloadDefects(payload: JsonObject, ppt: string | undefined): readonly PassportDefect[] {
  const defects: PassportDefect[] = [];
  const add = (code: PassportDefectCode, value: unknown) => defects.push({ code, value: shown(value) });
  const wanted = ['orig', 'dest', 'iat'];
  if (ppt === 'shaken') wanted.push('attest', 'origid');
  if (ppt === 'div' || ppt === 'div-o') wanted.push('div');
  const missing = wanted.filter((name) => payload[name] === undefined);
  if (missing.length > 0) add('claim-missing', missing.join(', '));

  const { orig, dest, iat, attest, origid } = payload;
  if (orig !== undefined) {
    // RFC 8225 §5.2.1: one identity, no list.
    const one = isObject(orig) && [orig.tn, orig.uri].filter((claim) => claim !== undefined);
    if (one === false || one.length !== 1 || typeof one[0] !== 'string') add('orig-count', orig);
  }
  if (dest !== undefined) {
    const lists = isObject(dest) ? [dest.tn, dest.uri].filter((claim) => claim !== undefined) : [];
    const right = lists.every(
      (list) => Array.isArray(list) && list.length > 0 && list.every((one) => typeof one === 'string'),
    );
    if (lists.length === 0 || !right) add('dest-form', dest);
  }
  const odd = [...partyOf(orig).tn, ...partyOf(dest).tn, ...partyOf(payload.div).tn].find((tn) => !isCanonical(tn));
  if (odd !== undefined) add('tn-form', odd);
  if (iat !== undefined) {
    if (typeof iat !== 'number' || !(iat > 0)) add('iat-form', iat);
    else if (iat > LATEST) add('iat-milliseconds', iat);
  }
  if (ppt === 'shaken') {
    if (attest !== undefined && attest !== 'A' && attest !== 'B' && attest !== 'C') add('attest', attest);
    if (origid !== undefined && !(typeof origid === 'string' && UUID.test(origid))) add('origid', origid);
  }
  return defects;
}

/** Digits, and the `*` and `#` of service codes: no plus, no separators (RFC 8224 §8.3, RFC 8225 §5.2.1). */
function isCanonical(tn: string): boolean {
  return /^[0-9*#]+$/.test(tn);
}

// ── Compact form ─────────────────────────────────────────────────────────────────────────────────────────────────

/** What a verifier takes from the header fields of the request (RFC 8224 §4, RFC 8225 §7). */
export interface CompactFacts {
  /** Several where more than one field may have been signed. */
  readonly callers: readonly TelephoneNumber[];
  readonly callees: readonly TelephoneNumber[];
  /** Of Date, µs. */
  readonly time: number | undefined;
}

/**
 * The texts that may have been signed for a token in compact form: header and payload are left out of it and rebuilt,
 * with their names in order and no white space (RFC 8225 §9). Undefined where a claim has no header field: extensions,
 * and callers without a number.
 */
export function rebuildPassport(
  { form, token, info, ppt }: Identity,
  { callers, callees, time }: CompactFacts,
): { readonly texts: readonly string[]; readonly signature: Uint8Array } | undefined {
  const signature = form === 'compact' ? decodeBase64url(token.slice(2)) : undefined;
  if (signature === undefined || info === undefined || ppt !== undefined || time === undefined) return undefined;
  const header = encodeJson({ alg: 'ES256', typ: 'passport', x5u: info });
  const iat = Math.floor(time / 1_000_000);
  const texts = callers.flatMap((caller) =>
    callees.map((callee) => {
      const payload = { dest: { tn: [callee.digits] }, iat, orig: { tn: caller.digits } };
      return `${header}.${encodeJson(payload)}`;
    }),
  );
  return texts.length === 0 ? undefined : { texts: [...new Set(texts)], signature };
}

function encodeJson(value: JsonObject): string {
  return encodeBase64urlText(JSON.stringify(value));
}
