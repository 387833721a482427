/** What the most severe finding of a call adds to its verdict: a clause for the opening sentence, or a sentence. */
import type { RootCause } from '../../explain/cause.ts';
import type { Args, Value } from '../../model.ts';
import { address } from '../phrases.ts';
import type { Story } from '../verdict-words.ts';
import { duration, role, times } from './phrases.ts';
import { hangsUp } from './steps.ts';

type Teller = (finding: Args, verdict: Args, cause: RootCause) => Story | undefined;

/** How far apart two hops see the same message, in ms. */
const SAME = 1_000;

const fields: Readonly<Record<string, string>> = {
  'cseq-number': 'CSeq number',
  'from-tag': 'From tag',
  'to-tag': 'To tag',
  'both-tags': 'both tags',
};

/** What a request has wrong that should tie it to its dialog. */
function fieldName(key: Value | undefined): string {
  return fields[String(key)] ?? '';
}

/** Who answered. */
function answerer(verdict: Args): string {
  return role(verdict.role ?? 'callee');
}

const ackMissing: Teller = (finding, verdict, { delta }) => {
  const initial = verdict.after === undefined || Math.abs(delta - Number(verdict.after)) < SAME;
  const dropped = verdict.byCaller === false;
  const waited = duration(finding.waited ?? 0);
  const hungUp = dropped ? ' and then hung up' : '';
  if (!initial) {
    return { text: `A later 200 got no ACK and was repeated for ${waited}` };
  }
  const who = answerer(verdict);
  const repeated = `repeated it for ${waited}${hungUp}`;
  const text = {
    absent: `no ACK for the 200 was seen: ${who} ${repeated}`,
    unheard: `the 200 did not get back to the caller: ${who} ${repeated}`,
    lost: `the ACK, sent to ${address(finding.seenAt ?? '')}, did not get through: ${who} repeated its 200 for ${waited}${hungUp}`,
    unmatched: `${who} did not accept the ACK${finding.differs ? `, which has another ${fieldName(finding.differs)}` : ''}: it repeated its 200 for ${waited}${hungUp}`,
  }[String(finding.kind)];
  return text === undefined ? undefined : { but: true, text, ending: dropped };
};

const dropped32s: Teller = (finding, verdict) =>
  finding.what === 'call'
    ? {
        but: true,
        text: `${answerer(verdict)} hung up ${duration(finding.after ?? 0)} later: that is how long it waits for an ACK`,
        ending: true,
      }
    : undefined;

const unknownDialog: Teller = (finding, verdict) => {
  if (finding.method !== 'BYE') return undefined;
  const ending = verdict.byeAnswer === 481;
  const sent = ending && verdict.talked !== undefined ? ` sent after ${duration(verdict.talked)} of conversation` : '';
  const sender = ending ? hangsUp(verdict.releaseRole).toLowerCase() : address(finding.client ?? '');
  const bye = `the BYE ${sent === '' ? 'of' : 'that'} ${sender}${sent} was refused with 481`;
  if (finding.kind === 'tags') {
    const reason =
      finding.differs === 'direction' ? 'its tags are reversed' : `its ${fieldName(finding.differs)} is wrong`;
    return {
      but: true,
      text: `${bye}: ${reason}, and the other side does not learn that the call is over`,
      ending,
    };
  }
  return finding.kind === 'lost'
    ? { but: true, text: `${bye}: the other side had lost the call by then`, ending: true }
    : undefined;
};

const cancelRace: Teller = (finding) => {
  const crossed =
    finding.first === 'cancel'
      ? 'the caller had just given up: CANCEL and answer crossed'
      : 'the caller gave up in the same moment: CANCEL and answer crossed';
  const released = Number(finding.released ?? 0);
  const end = {
    done: `, and the call was released ${released < SAME ? 'at once' : `${duration(released)} later`}`,
    late: `, and only ${duration(released)} later a BYE released the call`,
    missing: ', and no BYE released the call',
    unseen: '',
  }[String(finding.release)];
  return { but: true, text: crossed + (end ?? ''), ending: finding.release !== 'unseen' };
};

const retransmissions: Teller = (finding) =>
  finding.method === 'INVITE' && finding.kind === 'slow'
    ? {
        text: `The first response took ${duration(finding.after ?? 0)}, so that the INVITE was sent ${times(finding.copies ?? 1)}`,
      }
    : undefined;

const tryingLate: Teller = (finding) => ({
  text: `The first response took ${duration(finding.after ?? 0)} although the way there and back takes ${duration(finding.roundTrip ?? 0)}, so that the INVITE was sent ${times(finding.copies ?? 1)}`,
});

const huntedOn: Teller = (finding) =>
  finding.kind === 'new-branch'
    ? {
        text: `Before that, ${address(finding.refuser ?? '')} had refused the call for all devices with ${finding.status}, but ${address(finding.client ?? '')} went on and called ${address(finding.other ?? '')}`,
      }
    : undefined;

const noSdp: Teller = (finding, verdict) => {
  // A 180, or SDP in another response, gave the caller something to hear.
  if (verdict.audible !== 'silence') return undefined;
  const waited = Number(finding.waited ?? 0) > 0 ? ` for ${duration(finding.waited ?? 0)}` : '';
  const text = {
    announced: `The ${finding.status} had promised early media without SDP, so that the caller most likely heard nothing${waited}`,
    silent: `A ${finding.status} without SDP and no 180 had come before, so that the caller most likely heard nothing${waited}`,
    stripped: `The SDP of the ${finding.status} was lost at ${address(finding.server ?? '')}, so that the caller most likely heard nothing${waited}`,
  }[String(finding.kind)];
  return text === undefined ? undefined : { text, silence: true };
};

const tellers: Readonly<Record<string, Teller>> = {
  'ack-missing-for-2xx': ackMissing,
  'call-dropped-32s': dropped32s,
  'dialog-unknown-481': unknownDialog,
  'cancel-answer-race': cancelRace,
  'retransmissions-excessive': retransmissions,
  'trying-late': tryingLate,
  'release-cause-abnormal': (finding) =>
    finding.carrier === 'BYE' ? { text: 'A machine ended it, not a person' } : undefined,
  'reason-contradiction': (finding) =>
    finding.kind === 'response'
      ? { text: 'Code and cause do not go together: one of them was changed on the way' }
      : undefined,
  'global-failure-not-honoured': huntedOn,
  'early-media-sdp-missing': noSdp,
  'invite-stalled-after-trying': (finding) => ({
    text:
      `${address(finding.server ?? '')} had taken the INVITE with 100 Trying and sent nothing ` +
      (finding.ended === 'timeout' ? 'else until then' : 'more'),
  }),
  'invite-no-response': (finding) => ({
    text: `${address(finding.server ?? '')} gave no response of any kind, although it was sent the INVITE ${times(finding.sends ?? 1)}`,
  }),
};

/** Any finding can be told: one without words of its own in its own sentence. */
export function storyOf(cause: RootCause, verdict: Args): Story {
  return tellers[cause.rule]?.(cause.args, verdict, cause) ?? { text: cause.message.trim().replace(/\.$/, '') };
}
