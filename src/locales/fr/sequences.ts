/** What response codes tell together, in the order in which they came. */
import type { SequencePageWords } from '../explain-words.ts';

export const sequence: SequencePageWords = {
  headings: { story: 'Ce qui s’est passé', steps: 'Étape par étape', clues: 'Ce qui en dit plus' },
  before: {
    challenge: (code) => `Le ${code} est un défi normal, non le résultat.`,
    redirected: (code) => `Le ${code} a envoyé l’appel ailleurs, et l’appelant a suivi.`,
    changed: (code) => `Après le ${code}, l’appelant a réessayé avec un INVITE modifié.`,
    glare: 'Les deux côtés avaient modifié l’appel en même temps (491) ; après une pause, l’un d’eux a réessayé.',
    answered: (code) =>
      `Le ${code} avait établi l’appel ; ce qui suit relève d’une autre requête, ou un second terminal a décroché.`,
    refused: (code) => `Le ${code} a mis fin à une tentative, et une autre a suivi.`,
  },
  reach: {
    diverted: 'Un serveur a renvoyé l’appel vers une autre destination (181).',
    queued: 'L’appel a attendu dans une file (182).',
    prepared:
      'Le chemin audio a d’abord été préparé (183), puis un terminal de l’appelé a sonné (180) : courant dans les ' +
      'réseaux mobiles.',
    takenOver:
      'Un terminal de l’appelé a sonné (180) ; puis une annonce, la messagerie vocale ou une autre branche a pris ' +
      'le relais (183).',
    rang: 'Un terminal de l’appelé a sonné (180).',
    progress: 'Un serveur ou une passerelle en aval s’occupait de l’appel et a pu envoyer de l’audio (183).',
    branchEnded: 'Une branche d’un fork s’est terminée avant les autres (199).',
    further: 'Un serveur en aval s’occupait de l’appel.',
    trying: 'Seul le saut suivant a prouvé qu’il a la requête (100).',
    nothing: 'Aucune réponse provisoire n’est venue.',
  },
  heard: {
    earlyMedia({ refused, rang }) {
      const tone = refused ? 'une tonalité ou une annonce de la raison' : 'la tonalité du réseau de l’autre bout';
      const without = rang ? 'la tonalité revenait à son propre terminal' : 'il n’a très probablement rien entendu';
      return `Si le 183 portait un SDP et que de l’audio a suivi, l’appelant a entendu ${tone} ; sans SDP, ${without}.`;
    },
    ringing: 'L’appelant a normalement entendu une tonalité de retour d’appel.',
    queue:
      'Si le 182 portait un SDP, l’appelant a entendu une musique ou une annonce ; sans SDP, très probablement rien.',
    nothing: 'Avant la fin, l’appelant n’a très probablement rien entendu.',
  },
  end: {
    refused: (name, means) => `La fin est un ${name} : ${means}.`,
    answered: (name) => `L’appel a été décroché (${name}).`,
    succeeded: (name) => `La requête a réussi (${name}).`,
    open: (last) => `Rien ne suit le ${last} : l’appel est encore ouvert, ou sa fin n’est pas dans la trace.`,
  },
  together: {
    quiet: 'Le saut suivant a pris l’appel et s’est tu : regardez ce qu’il en fait.',
    textbook: 'C’est l’appel de manuel : si quelque chose n’y va pas, regardez le média.',
    machine:
      'Rien n’a sonné : une machine, une conférence, un décroché automatique, ou un serveur qui masque la sonnerie.',
    machineIfCall: 'Si c’était un INVITE, rien n’a sonné.',
    notFollowed:
      'Aucun INVITE vers la nouvelle adresse ne suit : l’appelant ne suit pas les redirections, ou l’a fait ailleurs.',
    challengedAgain:
      'Un second défi : les identifiants sont faux, le nonce avait expiré (stale=true), ou un autre serveur les demande.',
    notAnswered: 'Aucune réponse au défi ne suit : l’appelant n’a pas d’identifiants pour ce realm.',
    wrongPassword: 'Après un défi, un 403 signale souvent un nom d’utilisateur ou un mot de passe faux.',
    networkGaveUp:
      'Un chemin vers le réseau de l’autre bout était ouvert, puis ce réseau a manqué de circuits ou perdu son saut ' +
      'suivant : ce n’est pas l’usager.',
    networkRefused:
      'Le réseau de l’autre bout a donc été atteint et a ouvert son audio avant de refuser l’appel une fois pour toutes.',
  },
  clues: {
    diverted: 'History-Info ou Diversion : où l’appel a été renvoyé ; le résultat est celui de la dernière cible.',
    queued: 'Les répétitions du 182 : sans une par minute, le timer C d’un proxy (plus de 3 min) met fin à l’appel.',
    nextHop: 'Le saut suivant : s’il a relayé l’INVITE, et ce qu’il a reçu en retour.',
    earlyAnswer: 'Une tonalité de retour d’appel dans l’audio décroché trahit une route qui décroche trop tôt.',
    rtpBeforeAnswer: 'Du RTP entre le 183 et le décroché : sans lui, l’appelant n’a rien entendu.',
    toTags: 'Les tags de To de la sonnerie et du décroché : s’ils diffèrent, une autre branche d’un fork a décroché.',
    cancel:
      'Qui a envoyé le CANCEL, quand, et avec quel Reason : l’appelant, ou un proxy dont le timer de non-réponse a ' +
      'expiré (120 s chez Kamailio, 180 s pour le timer C).',
    rejected:
      'Le délai après le 180 : de 1 à 20 s, une personne a pressé la touche de refus ; moins de 0,5 s, une application ' +
      'ou un réglage.',
    ringingTime:
      'Le délai après le 180 : les valeurs rondes sont des timers de non-réponse (10 à 60 s sur les téléphones et les ' +
      'PBX, 120 s chez Kamailio, 180 s pour le timer C).',
    progressTime: 'Le délai après le 183 : moins de 1 s, c’est le réseau, non une personne.',
    inviteTime:
      'Le délai après l’INVITE : moins de 0,3 s, c’est une règle de ce serveur lui-même ; de 30 à 32 s, un saut suivant ' +
      'qui ne répond pas.',
    reason: (final, cause) =>
      cause === undefined
        ? 'L’en-tête Reason : une cause Q.850 dit ce que le réseau téléphonique entend par là.'
        : `L’en-tête Reason : une cause Q.850 dit ce que le réseau téléphonique entend par là (la ${cause} va avec ${final}).`,
    madeBy: (final) =>
      `Qui a produit le ${final} : le saut le plus en aval qui le montre, par son Server ou User-Agent.`,
    rtpBeforeEnd: 'Du RTP entre le 183 et la fin : sans lui, l’appelant n’a entendu que du silence.',
  },
  answered: 'L’appel est décroché ; l’ACK de l’appelant doit suivre.',
};
