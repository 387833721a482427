/** What response codes tell together, in the order in which they came: composed, so that no sequence is without words. */
import {
  fittingCause,
  hasCall,
  isChallenge,
  isInDialog,
  isOfNetwork,
  isOfWait,
  isSpecial,
} from '../../explain/codes.ts';
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
    if (isChallenge(code)) return `Le ${code} est un défi normal, non le résultat.`;
    if (code >= 300 && code < 400) return `Le ${code} a envoyé l’appel ailleurs, et l’appelant a suivi.`;
    if ([413, 415, 416, 420, 421, 422].includes(code))
      return `Après le ${code}, l’appelant a réessayé avec un INVITE modifié.`;
    if (code === 491)
      return 'Les deux côtés avaient modifié l’appel en même temps (491) ; après une pause, l’un d’eux a réessayé.';
    return code < 300
      ? `Le ${code} avait établi l’appel ; ce qui suit relève d’une autre requête, ou un second terminal a décroché.`
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
  if (progress.includes(182))
    return 'Si le 182 portait un SDP, l’appelant a entendu une musique ou une annonce ; sans SDP, très probablement rien.';
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
function together(progress: readonly number[], final: number | undefined, before: readonly number[]): string {
  const rang = progress.includes(180);
  const media = progress.includes(183);
  if (final === undefined)
    return rang || media ? '' : 'Le saut suivant a pris l’appel et s’est tu : regardez ce qu’il en fait.';
  if (final < 300) {
    if (rang && !media && !isSpecial(progress))
      return 'C’est l’appel de manuel : si quelque chose n’y va pas, regardez le média.';
    if (rang || media || isSpecial(progress)) return '';
    if (hasCall(before)) return '';
    return progress.length > 0
      ? 'Rien n’a sonné : une machine, une conférence, un décroché automatique, ou un serveur qui masque la sonnerie.'
      : 'Si c’était un INVITE, rien n’a sonné.';
  }
  if (final < 400 && progress.length > 0 && final !== 380)
    return 'Aucun INVITE vers la nouvelle adresse ne suit : l’appelant ne suit pas les redirections, ou l’a fait ailleurs.';
  if (isChallenge(final))
    return before.some(isChallenge)
      ? 'Un second défi : les identifiants sont faux, le nonce avait expiré (stale=true), ou un autre serveur les demande.'
      : 'Aucune réponse au défi ne suit : l’appelant n’a pas d’identifiants pour ce realm.';
  if (final === 403 && before.some(isChallenge))
    return 'Après un défi, un 403 signale souvent un nom d’utilisateur ou un mot de passe faux.';
  if (media && isOfNetwork(final))
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
  if (progress.includes(181))
    found.push('History-Info ou Diversion : où l’appel a été renvoyé ; le résultat est celui de la dernière cible.');
  if (progress.includes(182))
    found.push(
      'Les répétitions du 182 : sans une par minute, le timer C d’un proxy (plus de 3 min) met fin à l’appel.',
    );
  if (final === undefined) {
    if (!rang && !media) found.push('Le saut suivant : s’il a relayé l’INVITE, et ce qu’il a reçu en retour.');
    return found;
  }
  if (final < 300) {
    if (progress.length === 0) return found;
    if (!rang && !media && !isSpecial(progress))
      found.push('Une tonalité de retour d’appel dans l’audio décroché trahit une route qui décroche trop tôt.');
    if (media) found.push('Du RTP entre le 183 et le décroché : sans lui, l’appelant n’a rien entendu.');
    if (rang || media)
      found.push(
        'Les tags de To de la sonnerie et du décroché : s’ils diffèrent, une autre branche d’un fork a décroché.',
      );
    return found;
  }
  if (final < 400 || isChallenge(final) || isInDialog(final)) return found;
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
  else if (rang) {
    if (isOfWait(final))
      found.push(
        'Le délai après le 180 : les valeurs rondes sont des timers de non-réponse (10 à 60 s sur les téléphones et les PBX, 120 s chez Kamailio, 180 s pour le ' +
          'timer C).',
      );
  } else if (media) found.push('Le délai après le 183 : moins de 1 s, c’est le réseau, non une personne.');
  else if (!isSpecial(progress))
    found.push(
      'Le délai après l’INVITE : moins de 0,3 s, c’est une règle de ce serveur lui-même ; de 30 à 32 s, un saut suivant ' +
        'qui ne répond pas.',
    );
  const cause = fittingCause(final);
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
    together(progress, final, codes.slice(0, from)),
  );
  return { story, clues: clues(progress, final) };
}
