/** Messages in, finished calls and exchanges out. Memory follows what is open, not the length of the capture. */
import type { Call, Exchange, SipMessage, Tally } from '../model.ts';
import { Group } from './group.ts';
import { Queue } from './waiting.ts';

const SECOND = 1_000_000;

/**
 * Waiting lines and how long a group may be silent before it leaves. Ended: longer than 64·T1, so that repeated finals
 * and late ACKs still find their call (RFC 3261 §17).
 * Challenged or redirected: the user may be asked for a password. Ringing: well beyond timer C (180 s, §16.6). Answered: calls may
 * be silent for hours.
 */
const lines = [
  { name: 'ended', silence: 40 * SECOND },
  { name: 'challenged', silence: 150 * SECOND },
  { name: 'ringing', silence: 600 * SECOND },
  { name: 'answered', silence: 24 * 3600 * SECOND },
] as const;
const ENDED = 0;
const CHALLENGED = 1;
const RINGING = 2;
const ANSWERED = 3;

/** Calls and exchanges that may be open at the same time; beyond, the oldest is closed early and counted. */
const OPEN_LIMIT = 200_000;

export interface TrackerSink {
  /** `atEnd`: the capture ended, the call perhaps did not. */
  call(call: Call, atEnd: boolean): void;
  exchange(exchange: Exchange, atEnd: boolean): void;
  /** `message` is a second look at `first`, which is here already. */
  twin(first: SipMessage, message: SipMessage): void;
}

export interface Tracker {
  add(message: SipMessage): void;
  /** Closes what is still open, in order of beginning. */
  end(): void;
}

export function createTracker(sink: TrackerSink, tally: Tally): Tracker {
  const groups = new Map<string, Group>();
  const queues = lines.map(() => new Queue());
  let now = Number.NEGATIVE_INFINITY;
  let nextSweep = Number.NEGATIVE_INFINITY;
  let groupCount = 0;
  let transactionCount = 0;
  const nextTransaction = () => transactionCount++;

  function close(group: Group, atEnd: boolean): void {
    groups.delete(group.callId);
    leave(group);
    if (group.hasInvite) sink.call(toCall(group), atEnd);
    else sink.exchange(toExchange(group), atEnd);
  }

  function lineOf(group: Group): number {
    if (!group.hasInvite) return ENDED;
    if (group.ended) return group.mayGoOn ? CHALLENGED : ENDED;
    return group.live > 0 ? ANSWERED : RINGING;
  }

  function leave(group: Group): void {
    if (group.place !== undefined) queues[group.line].leave(group.place);
    group.place = undefined;
    group.line = -1;
  }

  function wait(group: Group, line: number): void {
    leave(group);
    group.line = line;
    group.place = { group, due: group.end + lines[line].silence };
    queues[line].push(group.place);
  }

  function sweep(): void {
    nextSweep = now + SECOND;
    for (let line = 0; line < queues.length; line++) {
      for (
        let first = queues[line].peek();
        first?.group !== undefined && first.due <= now;
        first = queues[line].peek()
      ) {
        if (first.group.end + lines[line].silence > now) wait(first.group, line);
        else close(first.group, false);
      }
    }
  }

  /** The oldest of the line that matters least leaves early. */
  function makeRoom(message: SipMessage): void {
    tally.count('open-calls-limit', message.origin.index, message.origin.position);
    for (const queue of queues) {
      const group = queue.peek()?.group;
      if (group === undefined) continue;
      close(group, true);
      return;
    }
  }

  return {
    add(message) {
      if (message.time > now) {
        now = message.time;
        if (now >= nextSweep) sweep();
      }
      let group = groups.get(message.callId);
      if (group === undefined) {
        if (groups.size >= OPEN_LIMIT) makeRoom(message);
        group = new Group(groupCount++, message);
        groups.set(message.callId, group);
      }
      const first = group.add(message, nextTransaction);
      if (first !== undefined) {
        sink.twin(first, message);
        return;
      }
      const line = lineOf(group);
      if (line !== group.line) wait(group, line);
    },
    end() {
      for (const group of [...groups.values()]) close(group, true);
    },
  };
}

function toCall(group: Group): Call {
  return {
    id: group.id,
    callIds: [group.callId],
    messages: group.messages,
    transactions: group.transactions,
    dialogs: group.dialogs,
    attempts: group.attempts,
    start: group.start,
    end: group.end,
    duplicates: group.duplicates,
  };
}

function toExchange(group: Group): Exchange {
  return {
    id: group.id,
    kind: group.hasRegister ? 'registration' : group.hasSubscription ? 'subscription' : 'request',
    callId: group.callId,
    messages: group.messages,
    transactions: group.transactions,
    start: group.start,
    end: group.end,
    duplicates: group.duplicates,
  };
}
