/** What response codes tell together, in the order in which they came: composed, so that no sequence is without words. */
import { findStatus } from '../../catalogue/statuses.ts';
import { sentences } from './phrases.ts';
import { wordsOf } from './words.ts';

/** "486 Busy Here". */
export type NameOf = (code: number) => string;

const isFinal = (code: number) => code >= 200;

/** Where the last round begins: what ended before it was a challenge, a redirection or another target. */
function lastRound(codes: readonly number[]): number {
  for (let i = codes.length - 2; i >= 0; i--) if (isFinal(codes[i])) return i + 1;
  return 0;
}

function ofRoundsBefore(codes: readonly number[]): string[] {
  return [...new Set(codes.filter(isFinal))].map((code) => {
    if (code === 401 || code === 407) return `Le ${code} est un défi normal, non le résultat.`;
    if (code >= 300 && code < 400) return `Le ${code} a envoyé l’appel ailleurs, et l’appelant a suivi.`;
    if ([413, 415, 416, 420, 421, 422].includes(code))
      return `Après le ${code}, l’appelant a réessayé avec un INVITE modifié.`;
    return code < 300
      ? `Le ${code} avait établi l’appel ; ce qui suit relève d’une autre requête.`
      : `Le ${code} a mis fin à une tentative, et une autre a suivi.`;
  });
}

/** How far the request got, by the strongest sign of progress (response-codes.md §6.1 item 1). */
function reach(progress: readonly number[], final: number | undefined): string[] {
  const has = (code: number) => progress.includes(code);
  const told: string[] = [];
  if (has(181)) told.push('Un serveur a renvoyé l’appel vers une autre destination (181).');
  if (has(182)) told.push('L’appel a attendu dans une file (182).');
  if (has(180) && has(183)) {
    told.push(
      progress.indexOf(183) < progress.indexOf(180)
        ? 'Le chemin audio a d’abord été préparé (183), puis un terminal de l’appelé a sonné (180) : courant dans les ' +
            'réseaux mobiles.'
        : 'Un terminal de l’appelé a sonné (180) ; puis une annonce, la messagerie vocale ou une autre branche a pris ' +
            'le relais (183).',
    );
  } else if (has(180)) told.push('Un terminal de l’appelé a sonné (180).');
  else if (has(183))
    told.push('Un serveur ou une passerelle en aval s’occupait de l’appel et a pu envoyer de l’audio (183).');
  if (has(199)) told.push('Une branche d’un fork s’est terminée avant les autres (199).');
  if (told.length > 0) return told;
  if (progress.some((code) => code > 100)) return ['Un serveur en aval s’occupait de l’appel.'];
  if (final !== undefined && final < 300) return [];
  return [
    has(100) ? 'Seul le saut suivant a prouvé qu’il a la requête (100).' : 'Aucune réponse provisoire n’est venue.',
  ];
}

/** What the caller heard before the end, as far as codes tell (item 2). */
function heard(progress: readonly number[], final: number | undefined): string {
  if (final !== undefined && final >= 300 && final < 400) return '';
  if (progress.includes(183)) {
    const tone =
      final !== undefined && final >= 400
        ? 'une tonalité ou une annonce de la raison'
        : 'la tonalité du réseau de l’autre bout';
    const without = progress.includes(180)
      ? 'la tonalité revenait à son propre terminal'
      : 'il n’a très probablement rien entendu';
    return `Si le 183 portait un SDP et que de l’audio a suivi, l’appelant a entendu ${tone} ; sans SDP, ${without}.`;
  }
  if (progress.includes(180)) return 'L’appelant a normalement entendu une tonalité de retour d’appel.';
  // Without any 1xx it need not even be a call.
  const silent = progress.length > 0 && final !== undefined && final >= 300;
  return silent ? 'Avant la fin, l’appelant n’a très probablement rien entendu.' : '';
}

function end(final: number | undefined, progress: readonly number[], nameOf: NameOf): string {
  if (final !== undefined && final >= 300) return `La fin est un ${nameOf(final)} : ${wordsOf(final).means}.`;
  if (final !== undefined)
    return `${progress.length > 0 ? 'L’appel a été décroché' : 'La requête a réussi'} (${nameOf(final)}).`;
  const last = progress[progress.length - 1];
  return `Rien ne suit le ${last} : l’appel est encore ouvert, ou sa fin n’est pas dans la trace.`;
}

/** What the codes say together that none of them says alone. */
function together(progress: readonly number[], final: number | undefined): string {
  const rang = progress.includes(180);
  const media = progress.includes(183);
  if (final === undefined)
    return rang || media ? '' : 'Le saut suivant a pris l’appel et s’est tu : regardez ce qu’il en fait.';
  if (final < 300) {
    if (rang && !media) return 'C’est l’appel de manuel : si quelque chose n’y va pas, regardez le média.';
    if (rang || media) return '';
    return progress.length > 0
      ? 'Rien n’a sonné : une machine, une conférence, un décroché automatique, ou un serveur qui masque la sonnerie.'
      : 'Si c’était un INVITE, rien n’a sonné.';
  }
  if (media && final >= 500 && final < 600)
    return (
      'Un chemin vers le réseau de l’autre bout était ouvert, puis ce réseau a manqué de circuits ou perdu son saut ' +
      'suivant : ce n’est pas l’usager.'
    );
  if (media && final >= 600)
    return 'Le réseau de l’autre bout a donc été atteint et a ouvert son audio avant de refuser l’appel une fois pour toutes.';
  return '';
}

/** Times and header fields that tell what the codes leave open (item 4). */
function clues(progress: readonly number[], final: number | undefined): string[] {
  const rang = progress.includes(180);
  const media = progress.includes(183);
  const found: string[] = [];
  if (final === undefined) {
    found.push('Le saut suivant : s’il a relayé l’INVITE, et ce qu’il a reçu en retour.');
    return found;
  }
  if (final < 300) {
    if (progress.length === 0) return found;
    if (!rang)
      found.push('Une tonalité de retour d’appel dans l’audio décroché trahit une route qui décroche trop tôt.');
    if (rang || media)
      found.push(
        'Les tags de To de la sonnerie et du décroché : s’ils diffèrent, une autre branche d’un fork a décroché.',
      );
    return found;
  }
  if (final < 400 || final === 401 || final === 407) return found;
  if (final === 487) {
    found.push(
      'Qui a envoyé le CANCEL, quand, et avec quel Reason : l’appelant, ou un proxy dont le timer de non-réponse a ' +
        'expiré (120 s chez Kamailio, 180 s pour le timer C).',
    );
    return found;
  }
  if (rang && [486, 600, 603, 607].includes(final))
    found.push(
      'Le délai après le 180 : de 1 à 20 s, une personne a pressé la touche de refus ; moins de 0,5 s, une application ' +
        'ou un réglage.',
    );
  else if (rang)
    found.push(
      'Le délai après le 180 : les valeurs rondes sont des timers de non-réponse (120 s chez Kamailio, 180 s pour le ' +
        'timer C).',
    );
  else if (media) found.push('Le délai après le 183 : moins de 1 s, c’est le réseau, non une personne.');
  else
    found.push(
      'Le délai après l’INVITE : moins de 0,3 s, c’est une règle de ce serveur lui-même ; de 30 à 32 s, un saut suivant ' +
        'qui ne répond pas.',
    );
  const cause = findStatus(final)?.causeOut;
  found.push(
    'L’en-tête Reason : une cause Q.850 dit ce que le réseau téléphonique entend par là' +
      `${cause === undefined ? '' : ` (la ${cause} va avec ${final})`}.`,
  );
  found.push(`Qui a produit le ${final} : le saut le plus en aval qui le montre, par son Server ou User-Agent.`);
  if (media) found.push('Du RTP entre le 183 et la fin : sans lui, l’appelant n’a entendu que du silence.');
  return found;
}

/** A code within a call, where the general words speak of other methods too. */
export function inCall(code: number, codes: readonly number[]): string {
  const call = codes.some((one) => one < 200);
  if (call && code === 200) return 'L’appel est décroché ; l’ACK de l’appelant doit suivre.';
  return wordsOf(code).description;
}

export interface SequenceWords {
  readonly story: string;
  readonly clues: readonly string[];
}

export function tellSequence(codes: readonly number[], nameOf: NameOf): SequenceWords {
  const from = lastRound(codes);
  const round = codes.slice(from);
  const progress = round.filter((code) => !isFinal(code));
  const final = round.find(isFinal);
  const story = sentences(
    ...ofRoundsBefore(codes.slice(0, from)),
    ...reach(progress, final),
    heard(progress, final),
    end(final, progress, nameOf),
    together(progress, final),
  );
  return { story, clues: clues(progress, final) };
}
