/** What TLS is decrypted with. */
import type { TlsCiphers } from '../../keys.ts';
import type { KeyLog } from './keylog.ts';

export interface Decryption {
  readonly ciphers: TlsCiphers;
  /** May grow while the input is read. */
  readonly keyLog: KeyLog;
  /** The input may bring secrets itself, behind the packets that they are for. */
  readonly mayBringSecrets: boolean;
}
