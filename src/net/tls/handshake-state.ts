/** What a handshake has settled so far, and the keys that follow from it and from the key log. */
import type { TlsCiphers } from '../../keys.ts';
import { uint16 } from '../ip.ts';
import type { ClosedBecause } from './closed.ts';
import { EARLY_DATA, readHello } from './hello.ts';
import { TLS_1_3 } from './key-schedule.ts';
import { hexOf, type KeyLog, type SecretLabel } from './keylog.ts';
import {
  CLIENT_HELLO,
  ENCRYPTED_EXTENSIONS,
  END_OF_EARLY_DATA,
  FINISHED,
  KEY_UPDATE,
  SERVER_HELLO,
} from './messages.ts';
import { type Agreed, type Protection, protect12, protect13, updatedSecret } from './protection.ts';
import { ALERT, APPLICATION_DATA, CHANGE_CIPHER, HANDSHAKE } from './record.ts';
import type { Side } from './session.ts';
import { type SealingSuite, suiteOf } from './suites.ts';

export interface HandshakeOptions {
  readonly ciphers: TlsCiphers;
  readonly keyLog: KeyLog;
  /** Empty where it is not known yet. */
  readonly clientRandom: Uint8Array;
  readonly mayWait: boolean;
  readonly client: Side;
  readonly server: Side;
}

export interface HandshakeState {
  readonly clientRandoms: readonly string[];
  readonly isTls13: boolean;
  /** Why nothing can come of it, whatever is still sent. */
  readonly hopeless: ClosedBecause | undefined;
  message(byClient: boolean, type: number, body: Uint8Array): void;
  /** The rest of the client's hello is missing. */
  helloIsOver(): void;
  /** Must this record wait for the other side? */
  isBlocked(side: Side, type: number): boolean;
  /** Must it wait for a secret? */
  lacksKey(side: Side, type: number): boolean;
  /** What is missing that it could not be opened. */
  lacks(): ClosedBecause;
  /** A change_cipher_spec of TLS 1.2; false when there are no keys to change to. */
  change(side: Side): boolean;
  /** The keys that this side will use after those it uses now. */
  next(side: Side): Protection | undefined;
  /** They are in use. */
  skipTo(side: Side): void;
  /** Makes keys of the secrets that the key log has by now. */
  arm(): void;
}

/** Traffic secrets of TLS 1.3 in the order of their use. */
const stages = {
  client: ['CLIENT_EARLY_TRAFFIC_SECRET', 'CLIENT_HANDSHAKE_TRAFFIC_SECRET', 'CLIENT_TRAFFIC_SECRET_0'],
  server: ['SERVER_HANDSHAKE_TRAFFIC_SECRET', 'SERVER_TRAFFIC_SECRET_0'],
} as const satisfies Record<string, readonly SecretLabel[]>;

/** Where one side has come to. */
interface Progress {
  readonly labels: readonly SecretLabel[];
  /** Index into `labels`; -1 before the first keys. */
  stage: number;
  /** The traffic secret in use, once it is that of the application. */
  secret: Uint8Array | undefined;
  next: Protection | undefined;
  /** What `next` was made of. */
  nextSecret: Uint8Array | undefined;
}

/** RFC 8446 §4.1.3: the random of a HelloRetryRequest. */
const RETRY = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';
const TLS_1_0 = 0x0301;
/** More renegotiations than anybody needs. */
const MOST_RANDOMS = 64;

export function createHandshakeState(options: HandshakeOptions): HandshakeState {
  const { ciphers, keyLog, mayWait, client, server } = options;
  let random = options.clientRandom;
  const clientRandoms = random.length === 0 ? [] : [hexOf(random, 0, random.length)];
  const forClient: Progress = progress(stages.client);
  const forServer: Progress = progress(stages.server);
  let helloSeen = false;
  let answered = false;
  /** A server's hello whose client's is still waited for: of a renegotiation, behind a hole. */
  let unmatched = false;
  /** The server wants another hello, and nothing is agreed on yet. */
  let retried = false;
  let sessionId = '';
  let agreed: Agreed | undefined;
  /** The client sends data before it is answered, and whether the server takes it. */
  let early: 'none' | 'offered' | 'accepted' = 'none';
  let hopeless: ClosedBecause | undefined;

  const current = () => clientRandoms[clientRandoms.length - 1] ?? '';
  const of = (side: Side) => (side.byClient ? forClient : forServer);
  const isTls13 = () => (agreed?.version ?? 0) >= TLS_1_3;

  function clientHello(body: Uint8Array): void {
    const hello = readHello(body, 0, body.length, true);
    if (hello.random.length === 32) {
      random = hello.random;
      const name = hexOf(random, 0, 32);
      if (current() !== name && clientRandoms.length < MOST_RANDOMS) clientRandoms.push(name);
      if (!helloSeen && !mayWait && !keyLog.has(name)) hopeless = 'no-key';
    }
    // After a HelloRetryRequest there is no early data (RFC 8446 §4.2.10).
    early = hello.earlyData && !helloSeen ? 'offered' : 'none';
    helloSeen = true;
    answered = unmatched;
    if (!unmatched || agreed === undefined) return;
    unmatched = false;
    agreed = { ...agreed, clientRandom: random };
    arm();
  }

  function serverHello(body: Uint8Array): void {
    const {
      version,
      random: serverRandom,
      suite: id,
      sessionId: session,
      encryptThenMac,
    } = readHello(body, 0, body.length, false);
    if (serverRandom.length < 32) return;
    unmatched = random.length === 0 || (answered && agreed !== undefined);
    answered = true;
    if (hexOf(serverRandom, 0, 32) === RETRY) {
      client.skipsEarly = early === 'offered';
      early = 'none';
      retried = true;
      return;
    }
    const suite = suiteOf(id);
    if (suite === undefined || version < TLS_1_0 || (version >= TLS_1_3 && !suite.seals)) {
      hopeless = 'cipher';
      return;
    }
    sessionId = session;
    agreed = { version, suite, encryptThenMac, clientRandom: random, serverRandom };
    if (!unmatched) arm();
  }

  function arm(): void {
    if (agreed === undefined) return;
    if (isTls13()) {
      if (server.protection === undefined && forServer.next === undefined) enter(server, 0);
      if (client.protection === undefined && forClient.next === undefined) enterClient();
      return;
    }
    const master =
      keyLog.secret('CLIENT_RANDOM', current()) ?? (sessionId === '' ? undefined : keyLog.master(sessionId, current()));
    if (master === undefined) return;
    const both = protect12(ciphers, agreed, master);
    if (both === undefined) hopeless = 'cipher';
    else [forClient.next, forServer.next] = both;
  }

  function enterClient(): void {
    if (early === 'offered') {
      // Without the server's keys nobody knows whether it took them; a second copy would be known for one.
      if (server.protection === undefined) enter(client, 0);
      return;
    }
    enter(client, early === 'accepted' ? 0 : 1);
  }

  /** Puts the keys of a stage in use, as far as its secret is known. */
  function enter(side: Side, stage: number): void {
    const one = of(side);
    if (agreed === undefined || !agreed.suite.seals) return;
    one.stage = stage;
    one.secret = stage === one.labels.length ? one.nextSecret : keyLog.secret(one.labels[stage], current());
    side.protection = one.secret === undefined ? undefined : protect13(ciphers, agreed.suite, one.secret);
    side.sequence = 0;
    // Beyond the last label, secrets follow from each other; the stage stays.
    if (stage === one.labels.length) one.stage = stage - 1;
    prepare(one, agreed.suite);
  }

  function prepare(one: Progress, suite: SealingSuite): void {
    if (one.stage + 1 < one.labels.length) one.nextSecret = keyLog.secret(one.labels[one.stage + 1], current());
    else one.nextSecret = one.secret === undefined ? undefined : updatedSecret(ciphers, suite, one.secret);
    one.next = one.nextSecret === undefined ? undefined : protect13(ciphers, suite, one.nextSecret);
  }

  function message(byClient: boolean, type: number, body: Uint8Array): void {
    const side = byClient ? client : server;
    if (type === CLIENT_HELLO && byClient) clientHello(body);
    else if (type === SERVER_HELLO && !byClient) serverHello(body);
    else if (!isTls13()) return;
    else if (type === ENCRYPTED_EXTENSIONS && !byClient) extensions(body);
    else if (type === END_OF_EARLY_DATA && byClient && forClient.stage === 0) enter(client, 1);
    else if (type === FINISHED && of(side).stage === of(side).labels.length - 2) enter(side, of(side).stage + 1);
    else if (type === KEY_UPDATE && of(side).stage === of(side).labels.length - 1) enter(side, of(side).stage + 1);
  }

  function extensions(body: Uint8Array): void {
    if (early !== 'offered') return;
    let taken = false;
    for (let at = 2; at + 4 <= body.length; at += 4 + uint16(body, at + 2)) taken ||= uint16(body, at) === EARLY_DATA;
    early = taken ? 'accepted' : 'none';
    client.skipsEarly = !taken;
    enterClient();
  }

  function skipTo(side: Side): void {
    if (isTls13()) enter(side, of(side).stage + 1);
    else change(side);
  }

  function change(side: Side): boolean {
    const one = of(side);
    // RFC 8446 §D.4: sent for the sake of others.
    if (agreed === undefined && retried) return true;
    if (one.next === undefined) return false;
    side.protection = one.next;
    side.sequence = 0;
    side.before = new Uint8Array(0);
    one.next = undefined;
    return true;
  }

  return {
    clientRandoms,
    get isTls13() {
      return isTls13();
    },
    get hopeless() {
      return hopeless;
    },
    message,
    helloIsOver() {
      helloSeen = true;
    },
    isBlocked(side, type) {
      if (!side.byClient) return unmatched && type !== HANDSHAKE;
      if (!helloSeen) return false;
      // An alert may be the whole answer; and a new handshake may be refused, while data goes on.
      if (!answered) return type !== ALERT && (side.protection === undefined || type === CHANGE_CIPHER);
      if (agreed === undefined) return false;
      return early === 'offered' && server.protection !== undefined && type !== HANDSHAKE;
    },
    lacksKey(side, type) {
      if (agreed === undefined || side.protection !== undefined || of(side).next !== undefined) return false;
      return isTls13() ? type === APPLICATION_DATA : type === CHANGE_CIPHER;
    },
    lacks() {
      if (hopeless !== undefined) return hopeless;
      return agreed === undefined ? 'no-hello' : 'no-key';
    },
    change,
    next: (side) => of(side).next,
    skipTo,
    arm,
  };
}

function progress(labels: readonly SecretLabel[]): Progress {
  return { labels, stage: -1, secret: undefined, next: undefined, nextSecret: undefined };
}
