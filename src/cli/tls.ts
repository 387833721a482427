/** What TLS in captures is read with: ciphers always, for a capture may bring its secrets itself, and the key logs named. */
import { readFileSync, statSync } from 'node:fs';
import type { TlsKeys } from '../keys.ts';
import { createKeyLog } from '../net/tls/keylog.ts';
import { ciphers } from '../node/ciphers.ts';
import { systemWords } from './complain.ts';
import { UsageError } from './exit.ts';

const SIZE_LIMIT = 256 << 20;

export interface KeyLogFlags {
  readonly keylog: readonly string[];
}

/** No secret stands in what is said of a file, whatever is wrong with it. */
function read(path: string): string {
  let text: string;
  try {
    if (statSync(path).size > SIZE_LIMIT) throw new Error('it is too large');
    text = readFileSync(path, 'latin1');
  } catch (error) {
    throw new UsageError(`key log ${path} cannot be read: ${systemWords(error)}`);
  }
  if (createKeyLog().add(text) === 0) {
    throw new UsageError(`key log ${path} holds no secret of TLS; it must be in the format of SSLKEYLOGFILE`);
  }
  return text;
}

export function tlsKeysOf({ keylog }: KeyLogFlags): TlsKeys & { readonly keylogs: readonly string[] } {
  return { ciphers, keylogs: keylog.map(read) };
}
