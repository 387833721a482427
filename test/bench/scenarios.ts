/** What happens in a call: who sends which message when, and when voice flows. */
import { Messages, type Party, type Sent } from './messages.ts';
import type { Random } from './random.ts';

/** Microseconds. */
export const MS = 1000;
export const SECOND = 1000 * MS;

export interface Sending {
  readonly at: number;
  readonly by: Party;
  readonly text: string;
}

/** Voice from one party to the other. */
export interface Voice {
  readonly by: Party;
  readonly from: number;
  readonly until: number;
}

export interface Play {
  readonly messages: Messages;
  readonly sendings: Sending[];
  readonly voices: Voice[];
}

export interface PlayOptions {
  readonly random: Random;
  readonly caller: Party;
  readonly callee: Party;
  readonly start: number;
  /** Seconds of talk. */
  readonly talk: readonly [number, number];
}

/** Timer A doubles from T1 = 500 ms until timer B, 64·T1, ends it (RFC 3261 §17.1.1.2). */
const invitesWithoutAnswer = [0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5];
/** A 2xx is repeated at T1, doubling up to T2 = 4 s, until 64·T1 (RFC 3261 §13.3.1.4). */
const answersWithoutAck = [0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5];

class Scene {
  readonly play: Play;
  readonly random: Random;
  readonly caller: Party;
  readonly callee: Party;
  readonly #talk: readonly [number, number];
  now: number;

  constructor({ random, caller, callee, start, talk }: PlayOptions) {
    this.play = { messages: new Messages(random, caller, callee), sendings: [], voices: [] };
    this.random = random;
    this.caller = caller;
    this.callee = callee;
    this.#talk = talk;
    this.now = start;
  }

  /** Milliseconds go by. */
  wait(low: number, high: number): this {
    this.now += this.random.between(low * MS, high * MS);
    return this;
  }

  send(by: Party, text: string): void {
    this.play.sendings.push({ at: this.now, by, text });
  }

  invite(cseq = 1, extra: readonly string[] = []): Sent {
    const sent = this.play.messages.request('INVITE', { by: this.caller, cseq, inDialog: false, sdp: true, extra });
    this.send(this.caller, sent.text);
    return sent;
  }

  /** The callee answers the INVITE. */
  answer(sent: Sent, line: string, options: { extra?: readonly string[]; sdp?: boolean } = {}): void {
    this.send(this.callee, this.play.messages.response(sent, this.callee, line, options));
  }

  trying(sent: Sent): void {
    this.wait(2, 25).answer(sent, '100 Trying');
  }

  ring(sent: Sent): void {
    this.wait(250, 2500).answer(sent, '180 Ringing');
  }

  /** A final response that is none of success, and the ACK for it. */
  refuse(sent: Sent, line: string, extra: readonly string[] = []): void {
    this.answer(sent, line, { extra });
    const cseq = Number.parseInt(sent.cseq, 10);
    const ack = { by: this.caller, cseq, inDialog: false, branchOf: sent, toTag: true };
    this.wait(2, 30).send(this.caller, this.play.messages.request('ACK', ack).text);
  }

  bye(by: Party, cseq: number): void {
    const other = by === this.caller ? this.callee : this.caller;
    const bye = this.play.messages.request('BYE', { by, cseq, inDialog: true });
    this.send(by, bye.text);
    this.wait(2, 30).send(other, this.play.messages.response(bye, other, '200 OK'));
  }

  /** From 100 to the end of a call that succeeds. */
  talk(sent: Sent): void {
    const { caller, callee, random } = this;
    this.trying(sent);
    const earlyMedia = random.fraction() < 0.25;
    if (earlyMedia) this.wait(250, 2500).answer(sent, '183 Session Progress', { sdp: true });
    else this.ring(sent);
    const progress = this.now;
    this.wait(1000, 8000).answer(sent, '200 OK', { sdp: true });
    const answered = this.now;
    const cseq = Number.parseInt(sent.cseq, 10);
    this.wait(2, 40).send(caller, this.play.messages.request('ACK', { by: caller, cseq, inDialog: true }).text);
    this.wait(this.#talk[0] * 1000, this.#talk[1] * 1000);
    this.play.voices.push({ by: callee, from: (earlyMedia ? progress : answered) + 20 * MS, until: this.now });
    this.play.voices.push({ by: caller, from: answered + 60 * MS, until: this.now });
    if (random.fraction() < 0.7) this.bye(caller, cseq + 1);
    else this.bye(callee, random.between(1, 9) * 100 + 2);
  }
}

type Scenario = (scene: Scene) => void;

function answered(scene: Scene): void {
  scene.talk(scene.invite());
}

function busy(scene: Scene): void {
  const invite = scene.invite();
  scene.trying(invite);
  scene.wait(200, 2000).refuse(invite, '486 Busy Here', ['Reason: Q.850;cause=17;text="User busy"']);
}

function notFound(scene: Scene): void {
  const invite = scene.invite();
  scene.trying(invite);
  scene.wait(20, 600).refuse(invite, '404 Not Found', ['Reason: Q.850;cause=1;text="Unallocated number"']);
}

function declined(scene: Scene): void {
  const invite = scene.invite();
  scene.trying(invite);
  scene.ring(invite);
  scene.wait(1000, 9000).refuse(invite, '603 Decline');
}

function noAnswer(scene: Scene): void {
  const invite = scene.invite();
  scene.trying(invite);
  scene.ring(invite);
  scene.wait(29_500, 30_500).refuse(invite, '480 Temporarily Unavailable', ['Reason: Q.850;cause=19;text="No answer"']);
}

function cancelled(scene: Scene): void {
  const { caller, callee } = scene;
  const invite = scene.invite();
  scene.trying(invite);
  scene.ring(invite);
  const { messages } = scene.play;
  const cancel = messages.request('CANCEL', { by: caller, cseq: 1, inDialog: false, branchOf: invite });
  scene.wait(2000, 20_000).send(caller, cancel.text);
  scene.wait(2, 20).send(callee, messages.response(cancel, callee, '200 OK'));
  scene.wait(1, 10).refuse(invite, '487 Request Terminated');
}

function authenticated(scene: Scene): void {
  const { demand, answer } = scene.play.messages.challenge();
  const first = scene.invite();
  scene.wait(2, 20).refuse(first, '407 Proxy Authentication Required', [demand]);
  scene.wait(2, 30).talk(scene.invite(2, [answer]));
}

function ackMissing(scene: Scene): void {
  const { caller, callee } = scene;
  const invite = scene.invite();
  scene.trying(invite);
  scene.ring(invite);
  scene.wait(1000, 8000);
  const start = scene.now;
  for (const seconds of answersWithoutAck) {
    scene.now = start + seconds * SECOND;
    scene.answer(invite, '200 OK', { sdp: true });
  }
  scene.now = start + 32 * SECOND;
  scene.play.voices.push({ by: caller, from: start + 60 * MS, until: scene.now });
  scene.play.voices.push({ by: callee, from: start + 20 * MS, until: scene.now });
  scene.bye(callee, 102);
}

function unanswered(scene: Scene): void {
  const start = scene.now;
  const { text } = scene.invite();
  for (const seconds of invitesWithoutAnswer.slice(1)) {
    scene.now = start + seconds * SECOND;
    scene.send(scene.caller, text);
  }
}

function gatewayFailed(scene: Scene): void {
  const invite = scene.invite();
  scene.trying(invite);
  scene.wait(250, 2500).answer(invite, '183 Session Progress');
  scene.wait(1000, 6000).refuse(invite, '503 Service Unavailable');
}

const faulty: ReadonlySet<Scenario> = new Set([ackMissing, unanswered, gatewayFailed]);

/** Shares of a thousand calls. */
const mix: readonly (readonly [number, Scenario])[] = [
  [900, answered],
  [25, busy],
  [15, notFound],
  [20, cancelled],
  [8, declined],
  [12, authenticated],
  [10, noAnswer],
  [4, ackMissing],
  [3, unanswered],
  [3, gatewayFailed],
];

/** Plays one call; `fault` tells whether there is something in it to be found. */
export function playCall(options: PlayOptions): Play & { readonly fault: boolean } {
  let share = options.random.between(0, 999);
  let scenario = answered;
  for (const [size, candidate] of mix) {
    scenario = candidate;
    if (share < size) break;
    share -= size;
  }
  const scene = new Scene(options);
  scenario(scene);
  return { ...scene.play, fault: faulty.has(scenario) };
}
