/**
 * Secrets of TLS connections as clients and servers log them (RFC 9850, SSLKEYLOGFILE), by client random. They never leave
 * this object but for the key schedule, and for a capture that takes its own secrets along.
 */

export type SecretLabel =
  | 'CLIENT_RANDOM'
  | 'CLIENT_EARLY_TRAFFIC_SECRET'
  | 'CLIENT_HANDSHAKE_TRAFFIC_SECRET'
  | 'SERVER_HANDSHAKE_TRAFFIC_SECRET'
  | 'CLIENT_TRAFFIC_SECRET_0'
  | 'SERVER_TRAFFIC_SECRET_0';

export interface KeyLog {
  /** Connections of which a secret is known. */
  readonly size: number;
  /** Returns how many secrets stand in the text. Lines that hold none, and secrets of no use here, are passed over. */
  add(text: string): number;
  has(clientRandom: string): boolean;
  secret(label: SecretLabel, clientRandom: string): Uint8Array | undefined;
  /** Some programs log master secrets by session instead; from now on this one is known by the client random, too. */
  master(sessionId: string, clientRandom: string): Uint8Array | undefined;
  /** What is known of a connection, in the format of the file. */
  lines(clientRandom: string): readonly string[];
}

/** A label, a random, a secret; lengths are those of master secrets and of the hashes of TLS 1.3. */
const LINE = /^([A-Z_0-9]{1,40}) ([0-9a-f]{64}) ([0-9a-f]{64}|[0-9a-f]{96})$/i;
const SESSION = /^RSA Session-ID:([0-9a-f]{2,64}) Master-Key:([0-9a-f]{96})$/i;
const labels: ReadonlySet<string> = new Set<SecretLabel>([
  'CLIENT_RANDOM',
  'CLIENT_EARLY_TRAFFIC_SECRET',
  'CLIENT_HANDSHAKE_TRAFFIC_SECRET',
  'SERVER_HANDSHAKE_TRAFFIC_SECRET',
  'CLIENT_TRAFFIC_SECRET_0',
  'SERVER_TRAFFIC_SECRET_0',
]);
/** Connections; beyond that the ones logged first are forgotten. */
const MOST = 262_144;

export function createKeyLog(): KeyLog {
  const byRandom = new Map<string, Map<string, string>>();
  const bySession = new Map<string, string>();

  const log = { size: 0, add, has, secret, master, lines };

  function add(text: string): number {
    let found = 0;
    for (let start = 0; start < text.length; ) {
      const feed = text.indexOf('\n', start);
      const end = feed < 0 ? text.length : feed;
      // No line of interest is longer; another may be as long as the file.
      if (end - start < 256 && addLine(text.slice(start, end).trim())) found++;
      start = end + 1;
    }
    log.size = byRandom.size + bySession.size;
    return found;
  }

  function addLine(line: string): boolean {
    const [, label = '', random = '', secret = ''] = LINE.exec(line) ?? [];
    if (labels.has(label.toUpperCase())) {
      const key = random.toLowerCase();
      const known = byRandom.get(key) ?? new Map<string, string>();
      known.set(label.toUpperCase(), secret.toLowerCase());
      put(byRandom, key, known);
      return true;
    }
    const [, session = '', masterKey = ''] = SESSION.exec(line) ?? [];
    if (session === '') return false;
    put(bySession, session.toLowerCase(), masterKey);
    return true;
  }

  function has(clientRandom: string): boolean {
    return byRandom.has(clientRandom) || bySession.size > 0;
  }

  function secret(label: SecretLabel, clientRandom: string): Uint8Array | undefined {
    const digits = byRandom.get(clientRandom)?.get(label);
    return digits === undefined ? undefined : bytesOf(digits);
  }

  function master(sessionId: string, clientRandom: string): Uint8Array | undefined {
    const digits = bySession.get(sessionId);
    if (digits === undefined) return undefined;
    addLine(`CLIENT_RANDOM ${clientRandom} ${digits}`);
    return bytesOf(digits);
  }

  function lines(clientRandom: string): readonly string[] {
    return [...(byRandom.get(clientRandom) ?? [])].map(([label, digits]) => `${label} ${clientRandom} ${digits}`);
  }

  return log;
}

function put<T>(map: Map<string, T>, key: string, value: T): void {
  if (!map.has(key) && map.size >= MOST) {
    for (const oldest of map.keys()) {
      map.delete(oldest);
      break;
    }
  }
  map.set(key, value);
}

function bytesOf(digits: string): Uint8Array {
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
}

export function hexOf(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += bytes[at].toString(16).padStart(2, '0');
  return text;
}
