/**
 * One TLS connection, as an observer with its secrets follows it: which keys protect which records of which direction
 * (RFC 8446 §4, RFC 5246 §7). A record that needs what the other direction, or the key log, has yet to bring is held.
 */
import type { TlsCiphers } from '../../keys.ts';
import type { ClosedBecause } from './closed.ts';
import { createHandshakeState, type HandshakeState } from './handshake-state.ts';
import type { KeyLog } from './keylog.ts';
import { createMessageReader, type MessageReader } from './messages.ts';
import type { Opened, Protection, Sent } from './protection.ts';
import { ALERT, APPLICATION_DATA, CHANGE_CIPHER, HANDSHAKE, HEADER } from './record.ts';

/** Records that are held, and looks for lost sequence numbers, of all connections together. */
export interface Budget {
  held: number;
  looks: number;
}

/** `Place` says where a record stood; nothing here looks at it. */
export interface SessionOptions<Place> {
  readonly ciphers: TlsCiphers;
  readonly keyLog: KeyLog;
  readonly clientRandom: Uint8Array;
  readonly budget: Budget;
  /** The key log may grow while the input is read. */
  readonly mayWait: boolean;
  /** What was sent in a record, borrowed. `gap`: some of what stood before it could not be read. */
  onText(byClient: boolean, bytes: Uint8Array, place: Place, gap: boolean): void;
  /** A record that could not be opened. */
  onSealed(place: Place): void;
  /** Nothing of it can be read. Said once; nothing more is handed out. */
  onClosed(because: ClosedBecause): void;
}

export interface Session<Place> {
  /** Client randoms, in hexadecimal digits: more than one after a renegotiation. */
  readonly clientRandoms: readonly string[];
  /** Some record could be opened. */
  readonly isOpen: boolean;
  /** `place` is asked for only where the record is held or could not be opened, or holds something. */
  record(byClient: boolean, record: Sent, lost: boolean, place: () => Place): void;
  /** The key log has grown. */
  retry(): void;
  /** It holds records back. */
  readonly isWaiting: boolean;
  /** Nothing more comes. */
  end(): void;
}

interface Held<Place> {
  readonly record: Sent;
  readonly lost: boolean;
  readonly place: () => Place;
}

/** One direction. */
export interface Side<Place = unknown> {
  readonly byClient: boolean;
  readonly messages: MessageReader;
  protection: Protection | undefined;
  /** Of the next record. */
  sequence: number;
  before: Uint8Array;
  /** Records went missing and none was opened since. */
  adrift: boolean;
  gap: boolean;
  /** Fatal to nobody: early data that the server passed over (RFC 8446 §4.2.10). */
  skipsEarly: boolean;
  readonly held: Held<Place>[];
  heldBytes: number;
}

const MOST_HELD = 65_536;
/** Records that a hole is thought to have swallowed at the most. */
const REACH = 128;
const MOST_LOOKS = 4096;
/** Records that cannot be opened, when none could. */
const PATIENCE = 3;
const nothing = new Uint8Array(0);

export function createSession<Place>(options: SessionOptions<Place>): Session<Place> {
  const { budget, mayWait, onText, onSealed, onClosed } = options;
  const client = createSide(true);
  const server = createSide(false);
  const state: HandshakeState = createHandshakeState({ ...options, client, server });
  let isOpen = false;
  let closed = false;
  let failures = 0;
  let looks = 0;

  function createSide(byClient: boolean): Side<Place> {
    return {
      byClient,
      messages: createMessageReader((type, body) => state.message(byClient, type, body)),
      protection: undefined,
      sequence: 0,
      before: nothing,
      adrift: false,
      gap: false,
      skipsEarly: false,
      held: [],
      heldBytes: 0,
    };
  }

  function close(because: ClosedBecause): void {
    if (closed) return;
    closed = true;
    for (const side of [client, server]) while (side.held.length > 0) takeHeld(side);
    onClosed(because);
  }

  function takeHeld(side: Side<Place>): Held<Place> {
    const [first] = side.held.splice(0, 1);
    const size = first.record.end;
    side.heldBytes -= size;
    budget.held += size;
    return first;
  }

  function hold(side: Side<Place>, { bytes, at, end }: Sent, lost: boolean, place: () => Place): void {
    const size = end - at;
    if (side.heldBytes + size > MOST_HELD || budget.held < size) {
      close(state.lacks());
      return;
    }
    side.heldBytes += size;
    budget.held -= size;
    const known = place();
    side.held.push({ record: { bytes: bytes.slice(at, end), at: 0, end: size }, lost, place: () => known });
  }

  /** Goes on with what was held as long as what happens on one side lets the other one go on. */
  function drain(): void {
    for (let moved = true; moved && !closed; ) {
      moved = false;
      for (const side of [server, client]) {
        while (!closed && side.held.length > 0) {
          const [{ record, lost, place }] = side.held;
          if (waits(side, record)) break;
          takeHeld(side);
          step(side, record, lost, place);
          moved = true;
        }
      }
    }
  }

  function waits(side: Side<Place>, record: Sent): boolean {
    const type = record.bytes[record.at];
    return state.isBlocked(side, type) || (mayWait && state.lacksKey(side, type));
  }

  function record(byClient: boolean, sent: Sent, lost: boolean, place: () => Place): void {
    if (closed) return;
    const side = byClient ? client : server;
    if (lost && byClient) state.helloIsOver();
    if (side.held.length > 0 || waits(side, sent)) hold(side, sent, lost, place);
    else step(side, sent, lost, place);
    drain();
  }

  /** A record whose turn it is. */
  function step(side: Side<Place>, sent: Sent, lost: boolean, place: () => Place): void {
    const type = sent.bytes[sent.at];
    if (lost) {
      side.adrift = true;
      side.gap = true;
      side.before = nothing;
      side.messages.reset();
    }
    const isClear = isSentInClear(side, sent, type);
    // Behind a hole it may have been missed that keys are in use.
    const isDoubtful = isClear && side.adrift && !state.isTls13 && type !== CHANGE_CIPHER;
    const opened = isClear ? (isDoubtful ? look(side, sent) : undefined) : open(side, sent);
    if (isClear && opened === undefined) {
      clear(side, sent, type);
      return;
    }
    side.before = side.protection?.tail?.(sent) ?? nothing;
    if (opened === undefined) fail(side, place);
    else take(side, opened, place);
  }

  function isSentInClear(side: Side<Place>, { at, end }: Sent, type: number): boolean {
    // RFC 8446 §5: change_cipher_spec means nothing there, and an alert may come before the keys do.
    if (state.isTls13)
      return type === CHANGE_CIPHER || type === HANDSHAKE || (type === ALERT && end - at === HEADER + 2);
    return type !== APPLICATION_DATA && side.protection === undefined;
  }

  function clear(side: Side<Place>, { bytes, at, end }: Sent, type: number): void {
    if (type === HANDSHAKE && (side.protection === undefined || !state.isTls13))
      side.messages.add(bytes, at + HEADER, end);
    else if (type === CHANGE_CIPHER && !state.isTls13) changeCipher(side);
    const because = state.hopeless;
    if (because !== undefined) close(because);
  }

  function changeCipher(side: Side<Place>): void {
    if (state.change(side)) side.adrift = false;
    else close(state.lacks());
  }

  function open(side: Side<Place>, sent: Sent): Opened | undefined {
    const opened = side.protection?.open(sent, side.sequence, side.before);
    if (opened !== undefined) {
      side.sequence++;
      side.adrift = false;
      return opened;
    }
    const found = side.adrift || side.protection === undefined ? look(side, sent) : undefined;
    if (found === undefined) {
      if (!side.skipsEarly) side.sequence++;
      return undefined;
    }
    return found;
  }

  /** Tries later sequence numbers, then the keys that come next. */
  function look(side: Side<Place>, sent: Sent): Opened | undefined {
    const reach = side.adrift ? REACH : 0;
    for (const protection of [side.protection, state.next(side)]) {
      if (protection === undefined) continue;
      const first = protection === side.protection ? side.sequence + 1 : 0;
      for (let number = first; number <= first + reach; number++) {
        if (looks >= MOST_LOOKS || budget.looks <= 0) return undefined;
        looks++;
        budget.looks--;
        const opened = protection.open(sent, number, side.before);
        if (opened === undefined) continue;
        if (protection !== side.protection) state.skipTo(side);
        side.sequence = number + 1;
        side.adrift = false;
        return opened;
      }
    }
    return undefined;
  }

  function fail(side: Side<Place>, place: () => Place): void {
    if (side.skipsEarly) return;
    if (side.protection === undefined && state.next(side) === undefined) {
      close(state.lacks());
      return;
    }
    side.gap = true;
    failures++;
    if (isOpen) onSealed(place());
    else if (failures >= PATIENCE) close('wrong-key');
  }

  function take(side: Side<Place>, { type, bytes }: Opened, place: () => Place): void {
    isOpen = true;
    side.skipsEarly = false;
    if (type === APPLICATION_DATA) {
      if (bytes.length > 0) onText(side.byClient, bytes, place(), side.gap);
      if (bytes.length > 0) side.gap = false;
    } else if (type === HANDSHAKE) side.messages.add(bytes, 0, bytes.length);
    else if (type === CHANGE_CIPHER) changeCipher(side);
  }

  return {
    clientRandoms: state.clientRandoms,
    get isOpen() {
      return isOpen;
    },
    record,
    retry() {
      if (closed || client.held.length + server.held.length === 0) return;
      state.arm();
      drain();
    },
    get isWaiting() {
      return !closed && client.held.length + server.held.length > 0;
    },
    end() {
      if (closed) return;
      if (!isOpen && failures > 0) close('wrong-key');
      else if (!isOpen && client.held.length + server.held.length > 0) close(state.lacks());
      for (const side of [client, server]) while (side.held.length > 0) onSealed(takeHeld(side).place());
    },
  };
}
