import type { MethodName } from '../../catalogue/methods.ts';
import type { MethodText } from '../locale.ts';

/** Words for each method; the facts are in `catalogue/methods.ts`. */
export const methods: Readonly<Record<MethodName, MethodText>> = {
  INVITE: {
    description:
      'Ouvre un appel, ou en modifie un en cours s’il est envoyé à l’intérieur d’un dialogue (re-INVITE). C’est la ' +
      'seule méthode avec sonnerie, et la seule dont la réponse finale est acquittée par ACK.',
    whenSeen:
      'Au début de chaque appel, de nouveau après un 401 ou 407 avec des identifiants, et en cours d’appel pour la ' +
      'mise en attente, le changement de codec, T.38 et le rafraîchissement de session.',
  },
  ACK: {
    description:
      'Confirme la réponse finale à un INVITE et ne reçoit lui-même jamais de réponse. Pour un 2xx, il va de bout en ' +
      'bout jusqu’au Contact ; pour toute autre réponse finale, chaque saut envoie le sien.',
    whenSeen:
      'Après chaque réponse finale à un INVITE. S’il n’atteint pas l’appelé, le 200 se répète et l’appel tombe après ' +
      '32 secondes.',
  },
  BYE: {
    description:
      'Met fin à un appel décroché. Chaque côté peut l’envoyer ; si les deux le font en même temps, chacun obtient ' +
      'tout de même une réponse, 200 ou 481.',
    whenSeen:
      'À la fin d’un appel ; son émetteur et son en-tête Reason disent qui a raccroché et pourquoi. Un BYE sans ' +
      'réponse laisse l’appel ouvert de l’autre côté.',
  },
  CANCEL: {
    description:
      'Retire une requête, en pratique un INVITE, qui n’a pas encore de réponse finale. Il va saut par saut avec la ' +
      'branche de Via de cet INVITE et reçoit un 200 qui lui est propre.',
    whenSeen:
      'Quand l’appelant abandonne pendant la sonnerie, ou quand un proxy arrête les autres branches d’un fork. ' +
      'L’INVITE se termine alors par 487, ou par 200 si le décroché a été plus rapide.',
  },
  OPTIONS: {
    description: 'Demande à un pair ce qu’il prend en charge, sans passer d’appel.',
    whenSeen:
      'Le plus souvent comme keep-alive entre trunks et vers les téléphones derrière NAT. Presque toute réponse ' +
      'finale prouve que le pair est vivant ; le silence, 408 ou 503 signifie qu’il est hors service.',
  },
  REGISTER: {
    description:
      'Dit au registrar à quelle adresse un usager est joignable, et pour combien de temps. La durée 0 supprime ' +
      'l’association.',
    whenSeen:
      'Au démarrage et avant chaque expiration, en général avec un 401 entre-temps. Call-ID reste le même et CSeq ' +
      'croît d’une requête à la suivante.',
  },
  PRACK: {
    description:
      'Confirme une réponse provisoire envoyée de façon fiable (100rel), et peut porter une offre ou une réponse ' +
      'SDP. Son RAck cite le RSeq et le CSeq qu’il confirme.',
    whenSeen:
      'En IMS et sur les passerelles RTC, après un 18x avec Require: 100rel. S’il manque, le 18x se répète et ' +
      'l’appel est refusé après 32 secondes.',
  },
  UPDATE: {
    description: 'Modifie une session sans toucher à l’état de l’INVITE, même avant le décroché.',
    whenSeen:
      'Dans les dialogues précoces pour les préconditions et l’early media, et plus tard pour le rafraîchissement de ' +
      'session. Il ne peut être envoyé que si le pair cite UPDATE dans Allow.',
  },
  INFO: {
    description:
      'Transporte des données d’application le long du chemin de signalisation d’un appel. Il ne change ni l’appel ' +
      'ni le média.',
    whenSeen: 'Pour le DTMF en application/dtmf-relay, pour les demandes d’image vidéo et pour les Info Packages.',
  },
  SUBSCRIBE: {
    description:
      'Demande à être averti d’un événement, comme la présence, un message en attente ou l’état d’une ligne. La ' +
      'durée 0 met fin à l’abonnement, ou récupère l’état une seule fois.',
    whenSeen:
      'De la part de téléphones à voyants d’occupation, voyant de messagerie et liste de contacts. Un NOTIFY doit ' +
      'suivre aussitôt chaque succès, même s’il n’y a rien à signaler.',
  },
  NOTIFY: {
    description: 'Signale l’état d’un événement à un abonné. Subscription-State dit si l’abonnement continue.',
    whenSeen:
      'Après chaque SUBSCRIBE, à chaque changement d’état, et après REFER avec l’avancement du transfert. Un NOTIFY ' +
      'qui reçoit 481 met fin à l’abonnement.',
  },
  REFER: {
    description:
      'Demande au destinataire de contacter une autre adresse, en général pour transférer un appel. Des messages ' +
      'NOTIFY rapportent ensuite le résultat.',
    whenSeen:
      'Dans les transferts aveugles et supervisés et dans le click-to-dial. Une réponse de succès dit seulement que ' +
      'la requête a été prise ; le dernier NOTIFY dit si la cible a décroché.',
  },
  MESSAGE: {
    description: 'Transporte un court texte ou un autre contenu dans la requête elle-même. Il ne crée pas de dialogue.',
    whenSeen:
      'Pour la messagerie instantanée, le SMS sur IMS et les avis de machines. Un 202 signifie qu’un serveur l’a ' +
      'gardé, non qu’il a été remis.',
  },
  PUBLISH: {
    description:
      'Dépose un état d’événement, comme la présence, sur un serveur qui le distribue. SIP-ETag et SIP-If-Match ' +
      'rattachent les rafraîchissements au premier dépôt.',
    whenSeen:
      'De la part de clients de présence et de téléphones qui envoient des rapports de qualité vocale. Un 412 ' +
      'signifie que le serveur a perdu l’entity-tag.',
  },
};
