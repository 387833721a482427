/** What the most severe finding of a call adds to its verdict: a clause for the opening sentence, or a sentence. */
import type { RootCause } from '../explain/cause.ts';
import type { Args, Value } from '../model.ts';
import { address } from './phrases.ts';
import type { Story } from './verdict-words.ts';

/** Of who answered: how long it repeated its 200 (ms), and whether it hung up then. */
export interface Repeated {
  /** Its role. */
  readonly who: Value;
  readonly waited: Value;
  readonly hungUp: boolean;
}

/** A BYE that was refused. */
export interface RefusedBye {
  /** The role of the side that hung up, or the address of the host that sent it. */
  readonly by: { readonly role: Value | undefined } | { readonly address: string };
  /** ms of conversation before it. */
  readonly talked: Value | undefined;
}

/** What a language brings. Clauses and sentences alike without a final period; times in ms. */
export interface RootCauseWords {
  /** Clauses, but for `later`: a 200 to a later INVITE. */
  readonly ack: {
    later(waited: Value): string;
    absent(repeated: Repeated): string;
    unheard(repeated: Repeated): string;
    lost(repeated: Repeated, sentTo: string): string;
    /** `differs` is what the ACK has other than its dialog. */
    unmatched(repeated: Repeated, differs: Value | undefined): string;
  };
  /** A clause: the side of that role hung up because no ACK came. */
  dropped(who: Value, after: Value): string;
  /** Clauses. */
  readonly bye: {
    tags(bye: RefusedBye, differs: Value | undefined): string;
    lost(bye: RefusedBye): string;
  };
  /** A clause: whether the CANCEL came before the answer, and what released the call, how long after. */
  crossed(first: boolean, release: 'atOnce' | 'soon' | 'late' | 'missing' | 'unseen', after: number): string;
  slow(after: Value, copies: Value): string;
  tryingLate(after: Value, roundTrip: Value, copies: Value): string;
  readonly machine: string;
  readonly contradiction: string;
  huntedOn(call: {
    readonly refuser: string;
    readonly status: Value | undefined;
    readonly client: string;
    readonly other: string;
  }): string;
  /** Progress without SDP; `waited` where it is known for how long. */
  readonly noSdp: {
    announced(status: Value | undefined, waited: Value | undefined): string;
    silent(status: Value | undefined, waited: Value | undefined): string;
    stripped(status: Value | undefined, waited: Value | undefined, server: string): string;
  };
  /** A hop that sent nothing behind its 100, or nothing but the end of a timer. */
  stalled(server: string, ended: 'timeout' | 'never'): string;
  noResponse(server: string, sends: Value): string;
}

type Teller = (words: RootCauseWords, finding: Args, verdict: Args, cause: RootCause) => Story | undefined;

/** How far apart two hops see the same message, in ms. */
const SAME = 1_000;

const host = (name: Value | undefined) => address(name ?? '');

function withoutAck({ ack }: RootCauseWords, finding: Args, repeated: Repeated): string | undefined {
  switch (finding.kind) {
    case 'absent':
      return ack.absent(repeated);
    case 'unheard':
      return ack.unheard(repeated);
    case 'lost':
      return ack.lost(repeated, host(finding.seenAt));
    case 'unmatched':
      return ack.unmatched(repeated, finding.differs);
    default:
      return undefined;
  }
}

const ackMissing: Teller = (words, finding, verdict, { delta }) => {
  const waited = finding.waited ?? 0;
  const initial = verdict.after === undefined || Math.abs(delta - Number(verdict.after)) < SAME;
  if (!initial) return { text: words.ack.later(waited) };
  const hungUp = verdict.byCaller === false;
  const text = withoutAck(words, finding, { who: verdict.role ?? 'callee', waited, hungUp });
  return text === undefined ? undefined : { but: true, text, ending: hungUp };
};

const unknownDialog: Teller = (words, finding, verdict) => {
  if (finding.method !== 'BYE') return undefined;
  const ending = verdict.byeAnswer === 481;
  const bye: RefusedBye = {
    by: ending ? { role: verdict.releaseRole } : { address: host(finding.client) },
    talked: ending ? verdict.talked : undefined,
  };
  if (finding.kind === 'tags') return { but: true, text: words.bye.tags(bye, finding.differs), ending };
  return finding.kind === 'lost' ? { but: true, text: words.bye.lost(bye), ending: true } : undefined;
};

const cancelRace: Teller = (words, finding) => {
  const after = Number(finding.released ?? 0);
  const done = after < SAME ? 'atOnce' : 'soon';
  const release = ({ done, late: 'late', missing: 'missing' } as const)[String(finding.release)] ?? 'unseen';
  const text = words.crossed(finding.first === 'cancel', release, after);
  return { but: true, text, ending: finding.release !== 'unseen' };
};

const noSdp: Teller = ({ noSdp: words }, finding, verdict) => {
  // A 180, or SDP in another response, gave the caller something to hear.
  if (verdict.audible !== 'silence') return undefined;
  const waited = Number(finding.waited ?? 0) > 0 ? finding.waited : undefined;
  switch (finding.kind) {
    case 'announced':
      return { text: words.announced(finding.status, waited), silence: true };
    case 'silent':
      return { text: words.silent(finding.status, waited), silence: true };
    case 'stripped':
      return { text: words.stripped(finding.status, waited, host(finding.server)), silence: true };
    default:
      return undefined;
  }
};

const huntedOn: Teller = (words, { kind, refuser, status, client, other }) =>
  kind === 'new-branch'
    ? { text: words.huntedOn({ refuser: host(refuser), status, client: host(client), other: host(other) }) }
    : undefined;

const tellers: Readonly<Record<string, Teller>> = {
  'ack-missing-for-2xx': ackMissing,
  'call-dropped-32s': (words, { what, after }, { role }) =>
    what === 'call' ? { but: true, text: words.dropped(role ?? 'callee', after ?? 0), ending: true } : undefined,
  'dialog-unknown-481': unknownDialog,
  'cancel-answer-race': cancelRace,
  'retransmissions-excessive': (words, { method, kind, after, copies }) =>
    method === 'INVITE' && kind === 'slow' ? { text: words.slow(after ?? 0, copies ?? 1) } : undefined,
  'trying-late': (words, { after, roundTrip, copies }) => ({
    text: words.tryingLate(after ?? 0, roundTrip ?? 0, copies ?? 1),
  }),
  'release-cause-abnormal': (words, { carrier }) => (carrier === 'BYE' ? { text: words.machine } : undefined),
  'reason-contradiction': (words, { kind }) => (kind === 'response' ? { text: words.contradiction } : undefined),
  'global-failure-not-honoured': huntedOn,
  'early-media-sdp-missing': noSdp,
  'invite-stalled-after-trying': (words, { server, ended }) => ({
    text: words.stalled(host(server), ended === 'timeout' ? 'timeout' : 'never'),
  }),
  'invite-no-response': (words, { server, sends }) => ({ text: words.noResponse(host(server), sends ?? 1) }),
};

/** Any finding can be told: one without words of its own in its own sentence. */
export function speakOfRootCauses(words: RootCauseWords): (cause: RootCause, verdict: Args) => Story {
  return (cause, verdict) =>
    tellers[cause.rule]?.(words, cause.args, verdict, cause) ?? { text: cause.message.trim().replace(/\.$/, '') };
}
