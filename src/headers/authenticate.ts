import { type AuthScheme, parseAuth } from '../syntax/auth.ts';
import { parseTokens } from './tokens.ts';

/** A challenge of WWW-Authenticate or Proxy-Authenticate (RFC 3261 §20.27, §20.44, RFC 7616, RFC 8760). */
export interface Challenge extends AuthScheme {
  readonly realm: string | undefined;
  readonly nonce: string | undefined;
  /** As written; a Digest without it means MD5. */
  readonly algorithm: string | undefined;
  /** Lower case: `auth`, `auth-int`. */
  readonly qop: readonly string[];
  /** The nonce was too old, the password may be right. */
  readonly stale: boolean;
  readonly opaque: string | undefined;
}

/** `Digest realm="a", nonce="b", qop="auth,auth-int", Basic realm="c"` → each challenge. */
export function parseAuthenticate(value: string): readonly Challenge[] {
  return parseAuth(value).map((scheme) => ({
    ...scheme,
    realm: scheme.params.get('realm'),
    nonce: scheme.params.get('nonce'),
    algorithm: scheme.params.get('algorithm'),
    qop: parseTokens(scheme.params.get('qop') ?? '').map((word) => word.toLowerCase()),
    stale: scheme.params.get('stale')?.toLowerCase() === 'true',
    opaque: scheme.params.get('opaque'),
  }));
}
