/** What the most severe finding of a call adds to its verdict. */
import type { Value } from '../../model.ts';
import { type RefusedBye, type Repeated, speakOfRootCauses } from '../root-cause.ts';
import { duration, role, times } from './phrases.ts';
import { side } from './steps.ts';

/** What a request has other than its dialog: of an ACK that is not accepted, and of a BYE that is refused. */
const differing: Readonly<Record<string, readonly [ofAck: string, ofBye: string]>> = {
  'cseq-number': ['dont le numéro de CSeq est différent', 'son numéro de CSeq est faux'],
  'from-tag': ['dont le tag de From est différent', 'son tag de From est faux'],
  'to-tag': ['dont le tag de To est différent', 'son tag de To est faux'],
  'both-tags': ['dont les deux tags sont différents', 'ses deux tags sont faux'],
  direction: ['dont les tags sont inversés', 'ses tags sont inversés'],
};

function repeated({ who, waited, hungUp }: Repeated): string {
  return `${role(who)} a répété son 200 pendant ${duration(waited)}${hungUp ? ', puis a raccroché' : ''}`;
}

function bye({ by, talked }: RefusedBye): string {
  const sender = 'address' in by ? by.address : side(by.role);
  const sent = talked === undefined ? '' : ` après ${duration(talked)} de conversation`;
  return `le BYE qu’a envoyé ${sender}${sent} a été refusé par un 481`;
}

/** Whatever took so long, the INVITE was repeated meanwhile. */
const sentMeanwhile = (copies: Value) => `si bien que l’INVITE a été envoyé ${times(copies)}`;

function heardNothing(waited: Value | undefined): string {
  return `si bien que l’appelant n’a très probablement rien entendu${waited === undefined ? '' : ` pendant ${duration(waited)}`}`;
}

export const storyOf = speakOfRootCauses({
  ack: {
    later: (waited) => `Un 200 ultérieur n’a pas reçu d’ACK et a été répété pendant ${duration(waited)}`,
    absent: (it) => `aucun ACK du 200 n’a été vu : ${repeated(it)}`,
    unheard: (it) => `le 200 n’est pas revenu jusqu’à l’appelant : ${repeated(it)}`,
    lost: (it, sentTo) => `l’ACK, envoyé à ${sentTo}, n’est pas passé : ${repeated(it)}`,
    unmatched(it, differs) {
      const other = differing[String(differs)]?.[0];
      return `l’ACK${other === undefined ? '' : `, ${other},`} n’a pas été accepté : ${repeated(it)}`;
    },
  },
  dropped: (who, after) => `${role(who)} a raccroché ${duration(after)} plus tard : c’est la durée d’attente d’un ACK`,
  bye: {
    tags(refused, differs) {
      const reason = differing[String(differs)]?.[1] ?? 'ses tags sont faux';
      return `${bye(refused)} : ${reason}, et l’autre côté n’apprend pas que l’appel est terminé`;
    },
    lost: (refused) => `${bye(refused)} : l’autre côté avait déjà perdu l’appel`,
  },
  crossed(first, release, after) {
    const gaveUp = first ? 'l’appelant venait d’abandonner' : 'l’appelant a abandonné au même instant';
    const end = {
      atOnce: ', et l’appel a été libéré aussitôt',
      soon: `, et l’appel a été libéré ${duration(after)} plus tard`,
      late: `, et un BYE n’a libéré l’appel que ${duration(after)} plus tard`,
      missing: ', et aucun BYE n’a libéré l’appel',
      unseen: '',
    }[release];
    return `${gaveUp} : CANCEL et décroché se sont croisés${end}`;
  },
  slow: (after, copies) => `La première réponse a mis ${duration(after)}, ${sentMeanwhile(copies)}`,
  tryingLate: (after, roundTrip, copies) =>
    `La première réponse a mis ${duration(after)} alors que l’aller-retour prend ${duration(roundTrip)}, ${sentMeanwhile(copies)}`,
  machine: 'Une machine y a mis fin, non une personne',
  contradiction: 'Le code et la cause ne vont pas ensemble : l’un des deux a été changé en chemin',
  huntedOn: ({ refuser, status, client, other }) =>
    `Avant cela, ${refuser} avait refusé l’appel pour tous les terminaux par un ${status}, mais ${client} a continué ` +
    `et appelé ${other}`,
  noSdp: {
    announced: (status, waited) => `Le ${status} avait promis de l’early media sans SDP, ${heardNothing(waited)}`,
    silent: (status, waited) => `Un ${status} sans SDP était venu, et aucun 180, ${heardNothing(waited)}`,
    stripped: (status, waited, server) => `Le SDP du ${status} s’est perdu chez ${server}, ${heardNothing(waited)}`,
  },
  stalled: (server, ended) =>
    `${server} avait pris l’INVITE par un 100 Trying et n’a rien envoyé ` +
    (ended === 'timeout' ? 'd’autre jusque-là' : 'de plus'),
  noResponse: (server, sends) =>
    `${server} n’a donné aucune réponse d’aucune sorte, bien que l’INVITE lui ait été envoyé ${times(sends)}`,
});
