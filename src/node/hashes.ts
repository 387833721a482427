/** The hash functions of digest authentication (RFC 7616 §3.2). */
import { createHash } from 'node:crypto';
import type { DigestSecrets, HashName } from '../keys.ts';

const names: Readonly<Record<HashName, string>> = { MD5: 'md5', 'SHA-256': 'sha256', 'SHA-512-256': 'sha512-256' };

/** A build of Node that may not use MD5 (FIPS) throws here: whoever offers passwords must try it first. */
export const hash: DigestSecrets['hash'] = (name, data) => createHash(names[name]).update(data).digest('hex');
