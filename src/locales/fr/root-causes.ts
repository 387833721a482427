/** What the most severe finding of a call adds to its verdict: a clause for the opening sentence, or a sentence. */
import type { RootCause } from '../../explain/cause.ts';
import type { Args } from '../../model.ts';
import { address } from '../phrases.ts';
import type { Story } from '../verdict-words.ts';
import { duration, role, times } from './phrases.ts';
import { side } from './steps.ts';

type Teller = (finding: Args, verdict: Args, cause: RootCause) => Story | undefined;

/** How far apart two hops see the same message, in ms. */
const SAME = 1_000;

/** What a request has other than its dialog: of an ACK that is not accepted, and of a BYE that is refused. */
const differing: Readonly<Record<string, readonly [ofAck: string, ofBye: string]>> = {
  'cseq-number': ['dont le numéro de CSeq est différent', 'son numéro de CSeq est faux'],
  'from-tag': ['dont le tag de From est différent', 'son tag de From est faux'],
  'to-tag': ['dont le tag de To est différent', 'son tag de To est faux'],
  'both-tags': ['dont les deux tags sont différents', 'ses deux tags sont faux'],
  direction: ['dont les tags sont inversés', 'ses tags sont inversés'],
};

/** Who answered. */
function answerer(verdict: Args): string {
  return role(verdict.role ?? 'callee');
}

const ackMissing: Teller = (finding, verdict, { delta }) => {
  const initial = verdict.after === undefined || Math.abs(delta - Number(verdict.after)) < SAME;
  const dropped = verdict.byCaller === false;
  const waited = duration(finding.waited ?? 0);
  const hungUp = dropped ? ', puis a raccroché' : '';
  if (!initial) {
    return { text: `Un 200 ultérieur n’a pas reçu d’ACK et a été répété pendant ${waited}` };
  }
  const who = answerer(verdict);
  const repeated = `${who} a répété son 200 pendant ${waited}${hungUp}`;
  const differs = differing[String(finding.differs)]?.[0];
  const text = {
    absent: `aucun ACK du 200 n’a été vu : ${repeated}`,
    unheard: `le 200 n’est pas revenu jusqu’à l’appelant : ${repeated}`,
    lost: `l’ACK, envoyé à ${address(finding.seenAt ?? '')}, n’est pas passé : ${repeated}`,
    unmatched: `l’ACK${differs === undefined ? '' : `, ${differs},`} n’a pas été accepté : ${repeated}`,
  }[String(finding.kind)];
  return text === undefined ? undefined : { but: true, text, ending: dropped };
};

const dropped32s: Teller = (finding, verdict) =>
  finding.what === 'call'
    ? {
        but: true,
        text: `${answerer(verdict)} a raccroché ${duration(finding.after ?? 0)} plus tard : c’est la durée d’attente d’un ACK`,
        ending: true,
      }
    : undefined;

const unknownDialog: Teller = (finding, verdict) => {
  if (finding.method !== 'BYE') return undefined;
  const ending = verdict.byeAnswer === 481;
  const sent = ending && verdict.talked !== undefined ? ` après ${duration(verdict.talked)} de conversation` : '';
  const sender = ending ? side(verdict.releaseRole) : address(finding.client ?? '');
  const bye = `le BYE qu’a envoyé ${sender}${sent} a été refusé par un 481`;
  if (finding.kind === 'tags') {
    const reason = differing[String(finding.differs)]?.[1] ?? 'ses tags sont faux';
    return {
      but: true,
      text: `${bye} : ${reason}, et l’autre côté n’apprend pas que l’appel est terminé`,
      ending,
    };
  }
  return finding.kind === 'lost'
    ? { but: true, text: `${bye} : l’autre côté avait déjà perdu l’appel`, ending: true }
    : undefined;
};

const cancelRace: Teller = (finding) => {
  const crossed =
    finding.first === 'cancel'
      ? 'l’appelant venait d’abandonner : CANCEL et décroché se sont croisés'
      : 'l’appelant a abandonné au même instant : CANCEL et décroché se sont croisés';
  const released = Number(finding.released ?? 0);
  const end = {
    done: `, et l’appel a été libéré ${released < SAME ? 'aussitôt' : `${duration(released)} plus tard`}`,
    late: `, et un BYE n’a libéré l’appel que ${duration(released)} plus tard`,
    missing: ', et aucun BYE n’a libéré l’appel',
    unseen: '',
  }[String(finding.release)];
  return { but: true, text: crossed + (end ?? ''), ending: finding.release !== 'unseen' };
};

/** Whatever took so long, the INVITE was repeated meanwhile. */
function sentMeanwhile({ copies }: Args): string {
  return `si bien que l’INVITE a été envoyé ${times(copies ?? 1)}`;
}

const retransmissions: Teller = (finding) =>
  finding.method === 'INVITE' && finding.kind === 'slow'
    ? {
        text: `La première réponse a mis ${duration(finding.after ?? 0)}, ${sentMeanwhile(finding)}`,
      }
    : undefined;

const tryingLate: Teller = (finding) => ({
  text:
    `La première réponse a mis ${duration(finding.after ?? 0)} alors que l’aller-retour prend ` +
    `${duration(finding.roundTrip ?? 0)}, ${sentMeanwhile(finding)}`,
});

const huntedOn: Teller = (finding) =>
  finding.kind === 'new-branch'
    ? {
        text:
          `Avant cela, ${address(finding.refuser ?? '')} avait refusé l’appel pour tous les terminaux par un ` +
          `${finding.status}, mais ${address(finding.client ?? '')} a continué et appelé ${address(finding.other ?? '')}`,
      }
    : undefined;

const noSdp: Teller = (finding, verdict) => {
  // A 180, or SDP in another response, gave the caller something to hear.
  if (verdict.audible !== 'silence') return undefined;
  const waited = Number(finding.waited ?? 0) > 0 ? ` pendant ${duration(finding.waited ?? 0)}` : '';
  const silence = `si bien que l’appelant n’a très probablement rien entendu${waited}`;
  const text = {
    announced: `Le ${finding.status} avait promis de l’early media sans SDP, ${silence}`,
    silent: `Un ${finding.status} sans SDP était venu, et aucun 180, ${silence}`,
    stripped: `Le SDP du ${finding.status} s’est perdu chez ${address(finding.server ?? '')}, ${silence}`,
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
    finding.carrier === 'BYE' ? { text: 'Une machine y a mis fin, non une personne' } : undefined,
  'reason-contradiction': (finding) =>
    finding.kind === 'response'
      ? { text: 'Le code et la cause ne vont pas ensemble : l’un des deux a été changé en chemin' }
      : undefined,
  'global-failure-not-honoured': huntedOn,
  'early-media-sdp-missing': noSdp,
  'invite-stalled-after-trying': (finding) => ({
    text:
      `${address(finding.server ?? '')} avait pris l’INVITE par un 100 Trying et n’a rien envoyé ` +
      (finding.ended === 'timeout' ? 'd’autre jusque-là' : 'de plus'),
  }),
  'invite-no-response': (finding) => ({
    text:
      `${address(finding.server ?? '')} n’a donné aucune réponse d’aucune sorte, bien que l’INVITE lui ait été envoyé ` +
      times(finding.sends ?? 1),
  }),
};

/** Any finding can be told: one without words of its own in its own sentence. */
export function storyOf(cause: RootCause, verdict: Args): Story {
  return tellers[cause.rule]?.(cause.args, verdict, cause) ?? { text: cause.message.trim().replace(/\.$/, '') };
}
