import type { CauseCode } from '../../catalogue/causes.ts';
import type { CauseText } from '../locale.ts';

/** Words for each Q.850 cause; the facts are in `catalogue/causes.ts`. `means` is a whole clause behind a colon. */
export const causes: Readonly<Record<CauseCode, CauseText>> = {
  1: {
    means: 'le numéro appelé n’est attribué à personne',
    advice: 'Vérifiez les chiffres et le format du numéro, puis si le numéro a été porté ou retiré du service.',
  },
  2: {
    means: 'le commutateur ne connaît pas l’opérateur de transit demandé',
    advice: 'Vérifiez le code de sélection d’opérateur que la passerelle ou le trunk ajoute au numéro.',
  },
  3: {
    means: 'le réseau n’a pas de route vers le numéro appelé',
    advice: 'Vérifiez le préfixe, l’indicatif de pays et la table de routage de l’opérateur pour cette destination.',
  },
  4: {
    means:
      'le numéro est injoignable pour une raison durable et l’appelant doit entendre la tonalité spéciale ' +
      'd’information',
    advice: 'Écoutez l’annonce dans l’early media et vérifiez que le numéro est toujours en service.',
  },
  5: {
    means: 'le numéro a été composé avec un mauvais préfixe interurbain',
    advice: 'Corrigez les règles de préfixe de ce trunk, par exemple un 0 initial de trop ou de moins.',
  },
  6: {
    means: 'la voie proposée pour l’appel est inutilisable',
    advice: 'Comparez la numérotation et l’état des voies du trunk RNIS ou SS7 des deux côtés.',
  },
  7: {
    means: 'l’appel a été remis sur une voie que l’usager a déjà',
    advice: 'Considérez-la comme interne à l’accès RNIS et examinez l’appel qui tient la voie.',
  },
  8: {
    means: 'un appel plus prioritaire a pris le circuit',
    advice: 'Rappelez plus tard ou avec un niveau de priorité plus élevé, si vous y avez droit.',
  },
  9: {
    means: 'un appel plus prioritaire a pris le circuit et se le garde réservé',
    advice: 'Prenez un autre circuit ou attendez la fin de l’appel prioritaire.',
  },
  14: {
    means: 'le numéro a été porté vers un autre réseau',
    advice: 'Interrogez la portabilité avant que l’appel ne parte et routez selon son résultat.',
  },
  16: {
    means: 'l’appel s’est terminé normalement parce qu’un côté a raccroché',
    advice:
      'Cherchez le côté qui a envoyé le BYE ou le CANCEL en premier ; la cause elle-même ne signale aucun défaut.',
  },
  17: {
    means: 'l’usager appelé est occupé',
    advice: 'Rappelez plus tard, ou vérifiez le signal d’appel et le nombre de lignes si cela dure toute la journée.',
  },
  18: {
    means: 'le terminal appelé n’a pas même accusé réception de l’appel',
    advice: 'Vérifiez que le terminal est alimenté et raccordé, et que la ligne d’accès est en service.',
  },
  19: {
    means: 'le terminal appelé a sonné mais personne n’a répondu',
    advice: 'Laissez sonner plus longtemps, ou mettez en place un renvoi sur non-réponse.',
  },
  20: {
    means: 'le mobile est éteint, hors couverture ou non enregistré',
    advice: 'Réessayez plus tard, et vérifiez la SIM, l’abonnement ou l’enregistrement si cela persiste.',
  },
  21: {
    means: 'l’appel a été refusé par l’usager appelé ou par un service du réseau',
    advice:
      'Lisez la localisation de la cause pour voir qui a refusé, puis vérifiez le numéro de l’appelant, les listes ' +
      'noires et les interdictions d’appel.',
  },
  22: {
    means: 'le numéro appelé a changé',
    advice:
      'Prenez le nouveau numéro dans le champ de diagnostic ou l’annonce et mettez à jour le plan de numérotation.',
  },
  23: {
    means: 'l’appel doit être routé vers une autre destination',
    advice: 'Activez la redirection sur la passerelle pour qu’elle suive le nouveau numéro.',
  },
  24: {
    means: 'un service de la ligne appelée, comme le rejet des appels anonymes, a refusé l’appel',
    advice: 'Rappelez en montrant le numéro, ou demandez à l’appelé de désactiver le service.',
  },
  25: {
    means: 'le commutateur a trouvé une boucle ou une erreur dans son routage',
    advice: 'Cherchez deux commutateurs ou trunks qui se renvoient l’appel.',
  },
  26: {
    means: 'un autre usager a pris l’appel ou, en Amérique du Nord, un numéro porté a été mal routé',
    advice:
      'En Amérique du Nord, interrogez la portabilité avant de router ; ailleurs, vérifiez qui d’autre a répondu.',
  },
  27: {
    means: 'la ligne ou l’interface de l’usager appelé ne fonctionne pas',
    advice: 'Signalez le dérangement à l’opérateur de cette ligne et essayez un autre numéro de l’appelé.',
  },
  28: {
    means: 'le numéro est incomplet ou dans un mauvais format',
    advice: 'Vérifiez le nombre de chiffres, le type de numéro et le préfixe envoyés par la passerelle.',
  },
  29: {
    means: 'le réseau a refusé un service complémentaire demandé par l’appel',
    advice:
      'Passez l’appel sans le service en plus, tel que transfert ou données usager à usager, et voyez s’il aboutit.',
  },
  30: {
    means: 'le message ne fait que répondre à une demande d’état',
    advice: 'Lisez l’état d’appel qui l’accompagne, car la cause elle-même ne signale aucun défaut.',
  },
  31: {
    means: 'l’appel s’est terminé sans défaut qu’une autre cause décrirait',
    advice:
      'Cherchez une raison plus précise au saut qui l’a produite, car bien des passerelles envoient 31 par défaut.',
  },
  34: {
    means: 'aucun circuit ni aucune voie n’est libre pour l’appel',
    advice:
      'Comparez le nombre d’appels simultanés à la taille du trunk, puis ajoutez des voies ou débordez vers une ' +
      'autre route.',
  },
  38: {
    means: 'le réseau est en panne et le restera un certain temps',
    advice: 'Passez à un autre opérateur ou à une autre route et signalez la panne.',
  },
  39: {
    means: 'une connexion permanente en mode trame est hors service',
    advice: 'Vérifiez la liaison de données de l’accès, car un appel vocal ne devrait pas recevoir cette cause.',
  },
  40: {
    means: 'une connexion permanente en mode trame est en service',
    advice: 'Ignorez-la pour les appels vocaux, car elle n’indique que l’état d’une liaison de données.',
  },
  41: {
    means: 'le réseau a une défaillance qui devrait vite passer',
    advice: 'Réessayez tout de suite ou par une autre route, et ouvrez un ticket chez l’opérateur si elle revient.',
  },
  42: {
    means: 'un commutateur est surchargé de trafic',
    advice: 'Attendez avant de réessayer, étalez la charge dans le temps ou prenez une autre route.',
  },
  43: {
    means: 'le réseau n’a pas pu transmettre une partie des informations à l’autre bout',
    advice: 'Retirez les éléments facultatifs, comme les données usager à usager ou la sous-adresse, et réessayez.',
  },
  44: {
    means: 'le circuit demandé n’est pas libre, il faut donc en choisir un autre',
    advice:
      'Laissez la passerelle prendre un autre circuit, et cherchez des voies bloquées aux deux bouts si cela revient.',
  },
  46: {
    means: 'aucun circuit ne peut être libéré, car tous portent des appels de priorité égale ou supérieure',
    advice: 'Attendez, ou employez un niveau de priorité plus élevé si vous y avez droit.',
  },
  47: {
    means: 'il manque une ressource qu’aucune autre cause ne nomme',
    advice: 'Vérifiez les DSP, les licences et la mémoire de la passerelle, puis interrogez l’opérateur.',
  },
  49: {
    means: 'la qualité de service demandée ne peut être fournie',
    advice: 'Demandez moins de bande passante ou renoncez à l’exigence de qualité.',
  },
  50: {
    means: 'la ligne n’est pas abonnée au service demandé par l’appel',
    advice: 'Souscrivez le service pour la ligne ou passez l’appel sans lui.',
  },
  52: {
    means: 'les appels sortants sont interdits à la ligne appelante',
    advice: 'Vérifiez la classe de restriction de la ligne appelante et les factures impayées.',
  },
  53: {
    means: 'le groupe fermé d’usagers de l’appelant n’autorise pas les appels sortants',
    advice: 'Vérifiez les droits d’accès sortant de l’appelant dans son groupe fermé d’usagers.',
  },
  54: {
    means: 'les appels entrants sont interdits à la ligne appelée',
    advice: 'Vérifiez la classe de restriction de la ligne appelée.',
  },
  55: {
    means: 'le groupe fermé d’usagers de l’appelé n’autorise pas les appels entrants',
    advice: 'Vérifiez les droits d’accès entrant de l’appelé dans son groupe fermé d’usagers.',
  },
  57: {
    means: 'l’appelant n’a pas droit au service support demandé',
    advice: 'Demandez parole ou audio 3,1 kHz, ou faites ajouter le service support à l’abonnement.',
  },
  58: {
    means: 'le service support demandé n’est pas libre en ce moment',
    advice: 'Réessayez plus tard ou en simple parole, et vérifiez les codecs et les voies de la passerelle.',
  },
  62: {
    means: 'les informations d’accès et la classe d’abonné se contredisent',
    advice: 'Vérifiez la classe de l’appelant et le profil de service sur le commutateur.',
  },
  63: {
    means: 'un service est indisponible pour une raison qu’aucune autre cause ne nomme',
    advice: 'Demandez à l’opérateur quel service il a refusé, et essayez l’appel sans services facultatifs.',
  },
  65: {
    means: 'l’équipement ne met pas en œuvre le service support demandé, comme données ou vidéo',
    advice: 'Offrez parole ou audio 3,1 kHz et, du côté SIP, un codec commun tel que G.711.',
  },
  66: {
    means: 'l’équipement ne met pas en œuvre le type de voie demandé',
    advice: 'Comparez les types de voie réglés aux deux bouts du trunk.',
  },
  69: {
    means: 'l’équipement ne met pas en œuvre le service complémentaire demandé',
    advice: 'Désactivez le service sur la passerelle ou employez un équipement qui l’a.',
  },
  70: {
    means: 'seul un service support numérique restreint peut être fourni',
    advice: 'Demandez l’information numérique avec restriction ou envoyez l’appel en parole.',
  },
  79: {
    means: 'l’équipement ne met pas en œuvre quelque chose que l’appel demandait',
    advice: 'Ramenez la demande à un simple appel vocal et remettez ses options une à une.',
  },
  81: {
    means: 'un message désignait un appel que le destinataire ne connaît pas',
    advice: 'Cherchez un appel qu’un côté a déjà libéré, souvent après un redémarrage de la passerelle.',
  },
  82: {
    means: 'un message désignait une voie qui n’existe pas sur cette interface',
    advice: 'Comparez le nombre de voies configuré des deux côtés du trunk.',
  },
  83: {
    means: 'un appel est suspendu, mais sous une autre identité que celle donnée',
    advice: 'Reprenez l’appel avec l’identité employée lors de sa suspension.',
  },
  84: {
    means: 'l’identité choisie pour suspendre l’appel est déjà prise',
    advice: 'Suspendez l’appel sous une autre identité.',
  },
  85: {
    means: 'aucun appel suspendu ne peut être repris',
    advice: 'Vérifiez si l’appel suspendu a expiré entre-temps.',
  },
  86: {
    means: 'l’appel suspendu a été libéré avant de pouvoir être repris',
    advice: 'Passez l’appel de nouveau.',
  },
  87: {
    means: 'l’usager appelé n’est pas membre du groupe fermé d’usagers indiqué',
    advice: 'Ajoutez l’appelé au groupe ou appelez sans groupe fermé d’usagers.',
  },
  88: {
    means: 'le terminal appelé ne peut pas traiter ce genre d’appel',
    advice:
      'Comparez le service support, les codecs et le chiffrement des deux côtés, car FreeSWITCH l’emploie quand ' +
      'aucun codec n’est commun.',
  },
  90: {
    means: 'le groupe fermé d’usagers indiqué n’existe pas',
    advice: 'Corrigez le numéro de groupe dans le profil de service de l’appelant.',
  },
  91: {
    means: 'le réseau de transit est donné dans un mauvais format',
    advice: 'Corrigez le code de sélection d’opérateur envoyé par la passerelle.',
  },
  95: {
    means: 'un message était invalide d’une façon qu’aucune autre cause ne nomme',
    advice: 'Tracez le côté RNIS ou SS7 et comparez le message rejeté avec un autre qui passe.',
  },
  96: {
    means: 'il manquait à un message un élément obligatoire',
    advice: 'Lisez dans le diagnostic quel élément manque, puis vérifiez la variante de protocole du trunk.',
  },
  97: {
    means: 'un message avait un type que le destinataire ne connaît pas',
    advice: 'Réglez les deux bouts du trunk sur la même variante de protocole.',
  },
  98: {
    means: 'un message ne convenait pas à l’état de l’appel ou n’est pas mis en œuvre',
    advice: 'Cherchez des messages perdus ou croisés sur le trunk, puis vérifiez la variante de protocole.',
  },
  99: {
    means: 'un message contenait un élément que le destinataire ne connaît pas',
    advice: 'Lisez dans le diagnostic quel élément est en cause et désactivez-le du côté émetteur.',
  },
  100: {
    means: 'un élément d’un message avait un contenu que le destinataire ne peut pas utiliser',
    advice:
      'Lisez dans le diagnostic quel élément est en cause, le plus souvent un numéro ou un nom affiché mal formaté.',
  },
  101: {
    means: 'un message est arrivé dans un état de l’appel où il n’a pas de sens',
    advice: 'Cherchez des messages perdus ou croisés et des timers qui diffèrent entre les deux côtés.',
  },
  102: {
    means: 'un timer a expiré pendant qu’un côté attendait l’autre',
    advice: 'Trouvez le côté devenu muet, puis vérifiez sa charge, ses liaisons et le timer en question.',
  },
  103: {
    means: 'un commutateur ne connaissait pas un paramètre et l’a transmis tel quel',
    advice: 'Ignorez-la sauf si l’autre bout échoue ; désactivez alors le paramètre.',
  },
  110: {
    means: 'un message a été rejeté à cause d’un paramètre que le commutateur ne connaît pas',
    advice: 'Trouvez le paramètre dans une trace du trunk et cessez de l’envoyer.',
  },
  111: {
    means: 'une erreur de protocole s’est produite qu’aucune autre cause ne nomme',
    advice: 'Tracez le côté trunk de la passerelle et comparez les variantes de protocole des deux bouts.',
  },
  127: {
    means: 'l’appel a été libéré par un réseau qui ne dit pas pourquoi',
    advice: 'Interrogez l’opérateur au-delà de la passerelle, car la vraie raison s’est perdue en chemin.',
  },
};
