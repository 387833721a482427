import { type AuthScheme, parseAuth } from '../syntax/auth.ts';

/** Credentials of Authorization or Proxy-Authorization (RFC 3261 §20.7, §20.28, RFC 7616). */
export interface Credentials extends AuthScheme {
  readonly username: string | undefined;
  readonly realm: string | undefined;
  readonly nonce: string | undefined;
  readonly uri: string | undefined;
  readonly response: string | undefined;
  readonly algorithm: string | undefined;
  readonly cnonce: string | undefined;
  /** Nonce count, eight hexadecimal digits as written. */
  readonly nc: string | undefined;
  readonly qop: string | undefined;
  readonly opaque: string | undefined;
}

/** `Digest username="alice", realm="a", …` → its parts. Other schemes keep what they have in `params` or `token68`. */
export function parseAuthorization(value: string): Credentials | undefined {
  const [scheme] = parseAuth(value);
  if (!scheme) return undefined;
  const get = (name: string) => scheme.params.get(name);
  return {
    ...scheme,
    username: get('username'),
    realm: get('realm'),
    nonce: get('nonce'),
    uri: get('uri'),
    response: get('response'),
    algorithm: get('algorithm'),
    cnonce: get('cnonce'),
    nc: get('nc'),
    qop: get('qop'),
    opaque: get('opaque'),
  };
}
