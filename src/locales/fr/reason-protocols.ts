import type { ReasonProtocolName } from '../../catalogue/reason-protocols.ts';
import type { EntryText } from '../locale.ts';

/** Words for each protocol of Reason; the facts are in `catalogue/reason-protocols.ts`. */
export const reasonProtocols: Readonly<Record<ReasonProtocolName, EntryText>> = {
  'Q.850': {
    tells:
      'Une cause du réseau téléphonique, ou d’un produit qui en imite un. C’est l’indice le plus précis sur la fin ' +
      'd’un appel ; « location » dit quel réseau a décidé.',
    check:
      'Expliquez le nombre par q850:17. Comparez-le au code SIP : s’ils racontent des histoires différentes, une ' +
      'passerelle du chemin a mal traduit.',
  },
  SIP: {
    tells:
      'Un code de réponse comme motif d’une requête. Sur CANCEL, 200 signifie qu’un autre téléphone a décroché, ' +
      '600 ou 603 que l’un d’eux a refusé pour tous.',
    check:
      'Cherchez la jambe qui a reçu cette réponse : c’est elle qui a décidé. Après la cause 200, les téléphones ' +
      'n’affichent pas d’appel manqué.',
  },
  Preemption: {
    tells: 'Un appel plus prioritaire a pris la ressource. Il accompagne le BYE de l’appel qui a dû céder la place.',
    check: 'Voyez la priorité de chaque appel dans Resource-Priority ; ce n’est pas une panne.',
  },
  STIR: {
    tells:
      'La vérification de l’appelant signé a trouvé quelque chose, mais l’appel peut continuer. La RFC 9410 permet ' +
      'au vérificateur de le signaler dans une réponse provisoire ou finale, une valeur par constat.',
    check:
      'Examinez Identity et Date de l’INVITE comme pour la réponse de même numéro. Plusieurs valeurs signifient ' +
      'plusieurs jetons ou plusieurs défauts.',
  },
  RELEASE_CAUSE: {
    tells:
      'Pourquoi un mobile a mis fin à l’appel : l’usager l’a voulu, ou le média, la signalisation ou ' +
      'l’établissement a expiré.',
    check:
      '1 est une fin normale. Pour 2 et 3, regardez la radio et le média, pour 4 à 6 les messages perdus vers le ' +
      'téléphone.',
  },
  FAILURE_CAUSE: {
    tells:
      'Le premier proxy d’un réseau mobile a libéré l’appel parce que le support radio s’est perdu ou n’a pu être ' +
      'établi.',
    check: 'Comparez l’heure aux traces du cœur paquet ; le côté SIP ne fait que le rapporter.',
  },
  EMM: {
    tells: 'Une cause de la gestion de mobilité LTE. Elle vient du réseau d’un mobile, en général avec une libération.',
    check:
      'Cherchez le nombre dans le document 3GPP ; il désigne la couverture, l’enregistrement ou l’abonnement ' +
      'plutôt que SIP.',
  },
  ESM: {
    tells: 'Une cause de la gestion de session LTE : le support de l’appel a été refusé ou libéré.',
    check: 'Cherchez le nombre, et vérifiez si le support de la voix (QCI 1) a été établi.',
  },
  'S1AP-RNL': {
    tells: 'Le réseau radio LTE a renoncé, par exemple parce que le téléphone s’est perdu.',
    check: 'C’est la couverture radio ou un changement de cellule, non SIP : donnez cellule et heure au service radio.',
  },
  'S1AP-TL': {
    tells: 'Le transport sous le réseau radio est tombé.',
    check: 'Vérifiez à cette heure les liens entre la station de base et le cœur.',
  },
  'S1AP-NAS': {
    tells: 'La signalisation entre le téléphone et le cœur a mis fin à la connexion.',
    check: 'Regardez le journal du MME pour ce téléphone à cette heure.',
  },
  'S1AP-MISC': {
    tells: 'La station de base ou le cœur a donné un autre motif, comme la surcharge ou une intervention.',
    check: 'Comparez l’heure aux alarmes de la station de base et du MME.',
  },
  'S1AP-PROT': {
    tells: 'La station de base et le cœur ne se sont pas compris.',
    check: 'Comparez leurs versions logicielles ; une capture de S1 montre le message.',
  },
  DIAMETER: {
    tells: 'Un code de résultat Diameter : un serveur de politique, de taxation ou d’abonnés a refusé.',
    check:
      'Cherchez le nombre : les codes à partir de 5000 sont permanents. Regardez ensuite le journal de ce serveur, ' +
      'pour le crédit ou les droits de l’usager.',
  },
  IKEV2: {
    tells: 'Le tunnel d’un appel Wi-Fi n’a pu être établi ou s’est perdu.',
    check:
      'Cherchez le nombre parmi les types de notification, et vérifiez la passerelle d’accès non sûr (ePDG) et le ' +
      'Wi-Fi.',
  },
  FreeSWITCH: {
    tells: 'Une cause de FreeSWITCH. Jusqu’à 127 les nombres sont ceux de Q.850, au-delà les siens.',
    check: 'Expliquez un nombre jusqu’à 127 par q850:16, et cherchez le texte dans le journal de FreeSWITCH.',
  },
  'X.int': {
    tells:
      'Un code interne de Metaswitch, avec « reasoncode » et « add-info » au lieu de « cause ». Seul son ' +
      'constructeur sait tout y lire.',
    check: 'Donnez les deux nombres au support du constructeur, et lisez d’abord un second Reason voisin.',
  },
};
