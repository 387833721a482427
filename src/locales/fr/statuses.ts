import type { StatusCode } from '../../catalogue/statuses.ts';
import type { StatusText } from '../locale.ts';

/**
 * Words for each registered response code; the facts are in `catalogue/statuses.ts`.
 *
 * Frames of the clauses: `means` is a whole clause that stands behind a colon ("183 : l’appel progresse …"), for “que”
 * would have to be elided before some of them. `useWhen` completes "Envoyez 183 quand …", where nothing is elided.
 */
export const statuses: Readonly<Record<StatusCode, StatusText>> = {
  100: {
    description:
      'Le saut suivant a reçu la requête et la traite ; d’autres réponses doivent suivre. Le client cesse de ' +
      'retransmettre ; on ne sait encore rien de l’appelé.',
    whenSeen:
      'Première réponse à presque tout INVITE, quelques millisecondes après son envoi, pendant qu’un proxy cherche ' +
      'l’appelé. Chaque saut émet le sien : un proxy à états ne relaie jamais un 100 reçu.',
    howToFix:
      'Rien à corriger tant qu’une autre réponse suit. Si le 100 reste seul plus de quelques secondes, vérifiez la ' +
      'connexion au-delà de ce saut et les routes configurées dans son proxy, et capturez ce qu’il envoie plus loin ' +
      ': passerelle morte, recherche bloquée ou branches de fork muettes sont les raisons habituelles.',
    means: 'le saut suivant a la requête et la traite',
    useWhen: 'aucune autre réponse ne sera prête avant 200 ms et que le client doit cesser de retransmettre son INVITE',
  },
  180: {
    description:
      'Le terminal de l’appelé sonne. Sauf si de l’audio arrive de l’autre bout, le terminal de l’appelant joue ' +
      'lui-même la tonalité de retour d’appel.',
    whenSeen:
      'À chaque appel vers un téléphone qui sonne ; il peut aussi suivre un 183, car les réponses provisoires n’ont ' +
      'pas d’ordre imposé. Un 180 tardif indique en général un paging mobile ou un terminal réveillé par une ' +
      'notification push.',
    howToFix:
      'Si l’appelant n’entend rien, vérifiez si le 180 porte un SDP sans aucun RTP derrière, et laissez le terminal ' +
      'de l’appelant jouer sa tonalité locale. Si le 180 ne manque que du côté de l’appelant, cherchez un B2BUA qui ' +
      'le supprime après un 183.',
    means: 'le terminal de l’appelé sonne',
    useWhen: 'le terminal appelé s’est mis à sonner',
  },
  181: {
    description:
      'Un serveur renvoie l’appel et essaie une nouvelle destination avec le même INVITE. L’appelant garde son ' +
      'segment d’appel et attend.',
    whenSeen:
      'Renvoi d’appel, follow-me et groupes d’appel gérés par un proxy ou un PBX. Le 18x suivant porte d’ordinaire ' +
      'un nouveau tag de To ; History-Info ou Diversion dit où l’appel est allé.',
    howToFix:
      'Rien à corriger en soi. Si l’appel échoue ensuite, considérez la dernière destination plutôt que le numéro ' +
      'composé, et lisez History-Info ou Diversion pour la trouver.',
    means: 'le serveur renvoie de lui-même l’appel vers une autre destination',
    useWhen: 'votre serveur renvoie l’appel et que l’appelant doit savoir pourquoi l’établissement dure',
  },
  182: {
    description:
      'L’appelé ne peut pas prendre l’appel maintenant, et le serveur l’a mis en file d’attente au lieu de le ' +
      'refuser. Rien ne sonne encore ; la phrase peut donner le rang dans la file.',
    whenSeen:
      'Centres d’appels et groupes ACD, parfois une passerelle qui attend une voie libre. Il est répété tant que ' +
      'l’appelant attend.',
    howToFix:
      'Vérifiez que le 182 est répété environ une fois par minute, sinon le timer C d’un proxy (plus de 3 minutes) ' +
      'met fin à l’attente. Si les appelants raccrochent faute d’entendre quoi que ce soit, ouvrez l’early media ' +
      'avec un SDP et jouez une musique ou une annonce.',
    means: 'l’appel attend dans une file et aucun terminal ne sonne encore',
    useWhen: 'l’appelé n’est pas libre et que vous gardez l’appel au lieu de le refuser',
  },
  183: {
    description:
      'L’appel progresse d’une façon qu’aucun autre code ne décrit. Avec un SDP, le chemin média s’ouvre avant le ' +
      'décroché, et l’autre bout peut jouer une tonalité ou une annonce.',
    whenSeen:
      'Sur les appels vers le RTC ou les réseaux mobiles, qui jouent leurs tonalités dans la bande, et sur les ' +
      'appels VoLTE qui réservent d’abord leurs ressources. Devant un code de 4xx à 6xx, il portait d’ordinaire une ' +
      'annonce qui explique l’échec.',
    howToFix:
      'Rien à corriger en soi. Si l’appelant n’entend rien, vérifiez que le 183 porte un SDP avec un codec de ' +
      'l’offre, que le terminal appelant en tient compte, que du RTP suit et que le pare-feu ou P-Early-Media le ' +
      'laisse passer. Si aucun audio n’est prévu avant le décroché, envoyez plutôt 180 pour que l’appelant ait une ' +
      'tonalité locale.',
    means: 'l’appel progresse et de l’early media peut suivre',
    useWhen: 'vous voulez ouvrir le chemin média avant le décroché',
  },
  199: {
    description:
      'Un dialogue précoce d’un INVITE dupliqué par fork est terminé alors que l’INVITE lui-même est toujours en ' +
      'cours. Le tag de To dit quelle branche, Reason dit pourquoi.',
    whenSeen:
      'Derrière les proxys qui font du forking, surtout en IMS, quand un terminal a refusé et que d’autres sonnent ' +
      'encore. Seul un appelant qui annonce 199 dans Supported doit le recevoir.',
    howToFix:
      'Libérez les ressources de ce seul dialogue précoce, n’envoyez pas de BYE pour lui et continuez d’attendre la ' +
      'réponse finale. Si l’INVITE n’annonçait pas 199 dans Supported, corrigez l’élément qui l’a envoyé.',
    means: 'un dialogue précoce est terminé mais l’INVITE est toujours en cours',
    useWhen: 'une branche de fork a échoué, que d’autres continuent et que l’appelant annonce 199 dans Supported',
  },
  200: {
    description:
      'Succès ; ce qui a réussi dépend de la méthode. Pour INVITE, l’appel est décroché ; pour REGISTER, ' +
      'l’association est enregistrée ; pour CANCEL, il dit seulement que le CANCEL a été compris.',
    whenSeen:
      'Comme réponse finale de toute transaction saine. Un 200 à un INVITE qui se répète après 0,5, 1 et 2 secondes ' +
      'signifie que son émetteur n’a pas vu d’ACK.',
    howToFix:
      'Si un appel décroché tombe après 32 secondes, vérifiez que l’ACK atteint l’adresse du Contact du 200. S’il ' +
      'n’y a pas d’audio, comparez la réponse SDP avec l’adresse et le port que le RTP utilise vraiment.',
    means: 'la requête a réussi et, pour un INVITE, l’appel est décroché',
    useWhen: 'la requête a été exécutée en entier',
  },
  202: {
    description:
      'La requête a été acceptée pour traitement, autrefois avec un résultat encore ouvert. Le code est obsolète : ' +
      'traitez-le exactement comme 200.',
    whenSeen:
      'De la part d’anciennes piles SIP en réponse à REFER ou SUBSCRIBE, et de serveurs de messages qui gardent un ' +
      'MESSAGE pour le remettre plus tard.',
    howToFix:
      'Ne changez rien du côté qui reçoit : le NOTIFY qui suit donne le résultat. Du côté qui envoie, répondez 200 à ' +
      'SUBSCRIBE et REFER, car les RFC 6665 et RFC 7647 y interdisent 202.',
    means: 'la requête a été acceptée et, comme après 200, son issue arrive à part',
    useWhen:
      'un serveur de messages garde un MESSAGE pour le remettre plus tard ; pour SUBSCRIBE et REFER, envoyez 200',
  },
  204: {
    description:
      'Le SUBSCRIBE a réussi, mais aucun NOTIFY ne suivra car l’abonné a déjà l’état actuel. Il n’est valable qu’à ' +
      'l’intérieur d’un abonnement existant.',
    whenSeen:
      'Abonnements de présence et semblables, rafraîchis avec Suppress-If-Match (RFC 5839) pour épargner des ' +
      'notifications. Rare ailleurs.',
    howToFix:
      'N’attendez pas de NOTIFY après lui. Si l’état chez l’abonné est périmé, rafraîchissez sans Suppress-If-Match ' +
      'pour que le notifieur renvoie l’état complet.',
    means: 'l’abonnement est rafraîchi et aucun NOTIFY ne suit',
    useWhen: 'un SUBSCRIBE du dialogue porte Suppress-If-Match et que son entity-tag correspond toujours',
  },
  300: {
    description:
      'L’adresse désigne plusieurs destinations, données dans Contact, et c’est à l’appelant ou à son terminal de ' +
      'choisir. Le serveur ne les essaie pas lui-même.',
    whenSeen:
      'Serveurs de redirection et routage au moindre coût (LCR), qui renvoient une liste de routes classées par ' +
      'valeur q. Les usagers d’un PBX le rencontrent rarement.',
    howToFix:
      'Laissez le terminal ou le proxy appelant essayer les Contact dans l’ordre des q. Si rien ne suit l’ACK, la ' +
      'redirection est désactivée sur le trunk, ou aucun des Contact n’est routable.',
    means: 'l’adresse appelée mène à plusieurs destinations et l’appelant doit en choisir une',
    useWhen: 'l’appelé a plusieurs adresses et que votre serveur ne les essaiera pas lui-même',
  },
  301: {
    description:
      'L’usager a quitté cette adresse pour de bon. Contact donne la nouvelle ; les carnets d’adresses et les caches ' +
      'de routage sont à mettre à jour.',
    whenSeen:
      'Un numéro qui a changé, un usager passé dans un autre domaine, ou un numéro porté trouvé par un serveur de ' +
      'redirection. Les passerelles le produisent à partir de la cause Q.850 22 quand le nouveau numéro l’accompagne.',
    howToFix:
      'Envoyez la requête au Contact et notez-le dans le plan de numérotation. Si l’appelant ne suit pas, activez la ' +
      'redirection sur le trunk ou réécrivez le numéro vous-même.',
    means: 'l’usager a changé d’adresse pour de bon',
    useWhen: 'l’ancienne adresse ne sera plus jamais valable et que vous connaissez la nouvelle',
  },
  302: {
    description:
      'Pour le moment, l’appel doit être envoyé à l’adresse du Contact ; l’adresse appelée reste la bonne pour les ' +
      'appels suivants. Sans durée de validité, cette adresse ne sert qu’à une tentative et ne doit pas être mise ' +
      'en cache.',
    whenSeen:
      'Renvoi d’appel et « ne pas déranger » sur les téléphones d’usagers absents pour un temps, portabilité et ' +
      'recherches de routage, répartition de charge entre serveurs. L’INVITE suivant doit porter le Contact comme ' +
      'Request-URI.',
    howToFix:
      'Laissez l’appelant aller au Contact pour cet appel seulement. Si aucun nouvel INVITE ne suit l’ACK, activez ' +
      'la redirection sur le trunk, ou faites émettre l’appel renvoyé par le PBX lui-même avec un en-tête ' +
      'Diversion. Vérifiez aussi que le Contact est joignable et ne ramène pas là d’où vient l’appel.',
    means: 'l’usager est joignable à une autre adresse pour le moment',
    useWhen: 'les appels doivent aller ailleurs pour un temps et que l’appelant doit essayer cette adresse lui-même',
  },
  305: {
    description:
      'Le terminal appelé demande à être joint par le proxy donné dans Contact. Seul un agent utilisateur peut ' +
      'l’envoyer, et il vaut pour cette seule requête.',
    whenSeen:
      'Presque jamais : peu de clients le suivent, car un Contact non fiable pourrait mener les appels n’importe où. ' +
      'Il vient de terminaux qui tiennent à leur propre proxy.',
    howToFix:
      'Configurez le proxy comme route vers ce terminal au lieu de compter sur le 305. S’il faut le suivre, répétez ' +
      'la requête une seule fois par le Contact, et seulement si vous faites confiance au pair.',
    means: 'l’appelé doit être joint par le proxy donné dans Contact',
    useWhen: 'votre agent utilisateur n’accepte les appels que par un certain proxy',
  },
  380: {
    description:
      'L’appel a échoué ici, mais le corps décrit un autre service qui peut le traiter. En IMS, ce corps dit au ' +
      'téléphone que l’appel est un appel d’urgence.',
    whenSeen:
      'En IMS, quand un téléphone compose un numéro d’urgence qu’il n’a pas reconnu comme tel ; le corps est ' +
      'application/3gpp-ims+xml. Très rare ailleurs.',
    howToFix:
      'Lisez le corps. En IMS, faites en sorte que le téléphone s’enregistre et appelle en mode urgence ; ailleurs, ' +
      'montrez l’alternative à l’usager, car aucun comportement automatique n’est défini.',
    means: 'l’appel a échoué mais le corps indique un autre service à utiliser',
    useWhen: 'vous ne pouvez pas établir l’appel mais pouvez décrire un service qui le peut',
  },
  400: {
    description:
      'Le serveur n’a pas compris la requête. La phrase, ou un Warning 399, devrait dire quelle partie est fautive.',
    whenSeen:
      'Un en-tête mal formé ou manquant, un SDP fautif, un Content-Length faux, ou un message abîmé par un ALG. ' +
      'Certains produits l’emploient aussi pour tout refus qu’ils ne savent pas classer.',
    howToFix:
      'Lisez la phrase, puis comparez la requête en-tête par en-tête avec une autre qui passe sur la même route. ' +
      'Corrigez l’émetteur ; si le message a changé en chemin, désactivez le SIP ALG du routeur.',
    means: 'la requête était mal formée et le serveur n’a pas pu la traiter',
    useWhen: 'la syntaxe de la requête est fautive ; nommez l’en-tête en cause dans la phrase',
  },
  401: {
    description:
      'L’agent utilisateur ou le registrar lui-même demande des identifiants ; le défi est dans WWW-Authenticate. Un ' +
      'premier 401 est une étape normale de l’authentification Digest.',
    whenSeen:
      'Une fois au début de la plupart des enregistrements, et sur les appels vers des serveurs qui lancent le défi ' +
      'en tant qu’agent utilisateur. Des 401 répétés indiquent un nom d’utilisateur, un mot de passe, un realm ou un ' +
      'algorithme faux, ou un nonce qui expire trop tôt.',
    howToFix:
      'Renvoyez la requête avec Authorization et un CSeq plus grand. Si elle reçoit un nouveau défi, cherchez ' +
      'stale=true : s’il y est, prenez le nouveau nonce ; sinon, corrigez les identifiants ou le realm.',
    means: 'le serveur appelé ou le registrar demande des identifiants dans Authorization',
    useWhen: 'votre registrar ou agent utilisateur, et non un proxy, doit savoir qui demande',
  },
  402: {
    description:
      'Réservé par la RFC 3261 et jamais spécifié davantage. Là où il apparaît, un opérateur l’emploie pour un ' +
      'compte sans crédit.',
    whenSeen:
      'Sur les services prépayés et les trunks de gros dont le solde est épuisé. D’autres plates-formes de ' +
      'facturation répondent 403 pour la même raison.',
    howToFix:
      'Rechargez ou débloquez le compte, puis rappelez. Si le compte a du crédit, demandez à l’opérateur laquelle de ' +
      'ses limites a été atteinte.',
    means: 'l’opérateur veut être payé avant de traiter la requête',
    useWhen: 'les deux côtés sont convenus qu’il signale un manque de crédit ; aucune norme ne le définit',
  },
  403: {
    description:
      'Un refus par politique : la requête est bien formée, mais ce serveur ne la traitera pas. Des identifiants n’y ' +
      'changent rien, et répéter la même requête est inutile.',
    whenSeen:
      'Un numéro d’appelant que l’opérateur n’accepte pas, une adresse source absente de la liste d’accès, une ' +
      'destination interdite, une limite d’appels ou un compte bloqué. Certains registrars répondent ainsi à un mot ' +
      'de passe faux ; les vérificateurs STIR l’envoient pour un Date périmé.',
    howToFix:
      'Cherchez une règle de politique, non une faute de syntaxe : comparez From, P-Asserted-Identity, l’adresse ' +
      'source et le préfixe composé avec ceux d’un appel qui passe. Demandez à l’exploitant du serveur qui l’a ' +
      'produit quelle règle s’est appliquée.',
    means: 'le serveur a compris la requête et refuse de l’exécuter',
    useWhen: 'la politique interdit la requête et que ni des identifiants ni un nouvel essai n’aideraient',
  },
  404: {
    description:
      'Ce serveur sait avec certitude que l’usager n’existe pas dans le domaine, ou il ne sert pas du tout ce domaine.',
    whenSeen:
      'Un numéro composé dans un mauvais format, un numéro SDA non provisionné, ou une Request-URI dont le domaine ' +
      'est faux. Certains registrars l’emploient aussi pour un usager qui n’est simplement pas enregistré.',
    howToFix:
      'Comparez la Request-URI avec ce que le serveur attend : + ou 00 initial, indicatif de pays, partie domaine. ' +
      'Vérifiez ensuite que le numéro est provisionné, ou que le terminal est enregistré.',
    means: 'l’usager n’existe pas sur ce serveur, ou le domaine n’y est pas servi',
    useWhen: 'votre serveur sait avec certitude qu’il n’a pas cet usager ou ce domaine',
  },
  405: {
    description:
      'Le serveur connaît cette méthode mais ne l’autorise pas pour l’adresse de la Request-URI. Allow donne celles ' +
      'qu’il accepte.',
    whenSeen:
      'REGISTER envoyé à un serveur qui n’est pas registrar, ou REFER, MESSAGE ou PUBLISH désactivé sur un trunk. ' +
      'Certains pairs répondent ainsi aux OPTIONS de keep-alive.',
    howToFix:
      'Employez une méthode de Allow, ou envoyez la requête au bon serveur. En réponse à un ping OPTIONS il est sans ' +
      'gravité, car il prouve que le pair est vivant.',
    means: 'la méthode est connue mais n’est pas autorisée pour cette adresse',
    useWhen: 'vous reconnaissez la méthode mais la refusez à cette adresse ; Allow donne les autres',
  },
  406: {
    description:
      'L’en-tête Accept de la requête exclut tous les corps que le serveur pourrait renvoyer. Le reproche vise le ' +
      'corps de la réponse, pas le média offert.',
    whenSeen:
      'Un SUBSCRIBE dont Accept omet le format du paquet d’événements, ou un OPTIONS ou INVITE dont Accept est trop ' +
      'étroit. Certains PBX l’emploient à tort pour une incompatibilité de codecs, où 488 est le bon code.',
    howToFix:
      'Élargissez Accept à ce que le serveur fournit, par exemple application/pidf+xml pour la présence. Si la ' +
      'requête est un INVITE avec SDP, traitez la réponse comme un 488 et comparez les codecs.',
    means: 'le serveur ne peut répondre que dans un format exclu par Accept',
    useWhen: 'l’en-tête Accept de la requête exclut tous les corps que vous pourriez renvoyer',
  },
  407: {
    description:
      'Un proxy du chemin veut des identifiants avant de relayer la requête ; le défi est dans Proxy-Authenticate. ' +
      'Un premier 407 est normal.',
    whenSeen:
      'Au début des appels sortants par un opérateur ou un PBX. Un second 407 pour le même realm indique des ' +
      'identifiants faux ou un nonce expiré ; pour un autre realm, c’est simplement un second proxy.',
    howToFix:
      'Acquittez-le par ACK, puis renvoyez l’INVITE avec Proxy-Authorization et un CSeq plus grand. Si le client ' +
      'abandonne, configurez des identifiants pour ce realm, ou faites accepter le trunk par son adresse IP.',
    means: 'un proxy du chemin demande des identifiants dans Proxy-Authorization',
    useWhen: 'votre proxy doit connaître l’appelant avant de relayer la requête',
  },
  408: {
    description:
      'Aucune réponse n’est venue à temps : le serveur n’a pas pu joindre ou localiser l’usager avant la fin de son ' +
      'timer. La même requête peut être renvoyée plus tard.',
    whenSeen:
      'Après 30 à 32 secondes sans aucun 18x : un saut suivant mort, un téléphone derrière une association NAT ' +
      'fermée, ou un DNS en panne. Après 120 ou 180 secondes de sonnerie : un timer de non-réponse.',
    howToFix:
      'Trouvez le saut qui l’a produit et le timer qui correspond à son délai. Testez ensuite le saut suivant par ' +
      'OPTIONS, vérifiez le DNS et l’enregistrement de l’appelé, ou ajustez le timer de non-réponse.',
    means: 'le serveur n’a pas obtenu de réponse à temps',
    useWhen: 'vous avez attendu une réponse jusqu’à la fin de votre timer ou de l’Expires de l’INVITE',
  },
  410: {
    description:
      'L’adresse a été valable et a disparu pour de bon, et le serveur n’en connaît pas d’autre. Un serveur qui n’en ' +
      'est pas sûr doit envoyer 404.',
    whenSeen:
      'Un compte fermé ou un numéro changé. Les passerelles le produisent à partir de la cause Q.850 22 sans nouveau ' +
      'numéro, et de la cause 23.',
    howToFix:
      'Retirez le numéro du plan de numérotation, ou trouvez le nouveau par un autre moyen. S’il devrait ' +
      'fonctionner, demandez à l’opérateur si le numéro a été désactivé.',
    means: 'l’adresse a été retirée pour de bon et aucune nouvelle n’est connue',
    useWhen: 'vous savez que l’adresse a existé, qu’elle a disparu pour de bon et qu’elle n’a pas de remplaçante',
  },
  412: {
    description:
      'La condition jointe à la requête n’est pas remplie. En pratique, un PUBLISH cite dans SIP-If-Match un ' +
      'entity-tag que le serveur ne connaît pas.',
    whenSeen:
      'Après le redémarrage d’un serveur de présence ou l’expiration d’une publication, quand le client rafraîchit ' +
      'son ancien état. Sans gravité une fois, une panne s’il se répète.',
    howToFix:
      'Publiez de nouveau l’état complet sans SIP-If-Match et gardez le nouveau SIP-ETag. S’il se répète, vérifiez ' +
      'que tous les PUBLISH du client atteignent le même serveur.',
    means: 'le serveur ne connaît pas l’entity-tag de SIP-If-Match',
    useWhen: 'un PUBLISH cite une publication que vous n’avez plus',
  },
  413: {
    description:
      'Le corps est plus gros que ce que ce serveur accepte. Retry-After apparaît si la limite n’est que temporaire.',
    whenSeen:
      'Gros corps de MESSAGE, corps multipart avec localisation ou ISUP, documents de présence, SDP plein de ' +
      'candidats ICE.',
    howToFix:
      'Réduisez le corps, envoyez le contenu par référence ou passez les longs textes en MSRP. Si Retry-After est ' +
      'présent, attendez ce délai et réessayez.',
    means: 'le corps de la requête est trop gros pour le serveur',
    useWhen: 'le corps, et non l’URI ni le message entier, dépasse votre limite',
  },
  414: {
    description: 'Le serveur refuse de traiter une Request-URI aussi longue ; le reste du message n’est pas en cause.',
    whenSeen:
      'Des URI gonflées de paramètres : en-têtes incorporés, longs jetons, ou données de routage qu’un proxy ajoute ' +
      'à chaque passage.',
    howToFix:
      'Retirez de la Request-URI les paramètres et les en-têtes incorporés. Si elle grandit de saut en saut, trouvez ' +
      'le proxy qui y ajoute toujours quelque chose.',
    means: 'la Request-URI est trop longue pour le serveur',
    useWhen: 'la Request-URI à elle seule dépasse votre limite',
  },
  415: {
    description:
      'Le serveur ne prend pas en charge le type, l’encodage ou la langue du corps. Accept, Accept-Encoding ou ' +
      'Accept-Language dit ce qu’il accepte.',
    whenSeen:
      'INFO avec application/dtmf-relay, corps multipart avec ISUP ou localisation, corps compressés. Des codecs ' +
      'refusés sont autre chose : ils donnent 488.',
    howToFix:
      'Renvoyez la requête avec un type de corps pris dans Accept, ou retirez la partie en trop sur le SBC. Pour le ' +
      'DTMF, passez aux événements de la RFC 4733.',
    means: 'le serveur ne prend pas en charge le type, l’encodage ou la langue du corps',
    useWhen: 'vous ne savez pas du tout lire ce genre de corps ; donnez dans Accept ce que vous savez lire',
  },
  416: {
    description: 'Le serveur ne connaît pas le schéma de la Request-URI, par exemple tel, urn ou sips.',
    whenSeen:
      'Une URI tel envoyée à un serveur qui n’accepte que des URI sip, sips vers un serveur sans TLS, ou ' +
      'urn:service:sos vers un réseau sans routage d’urgence.',
    howToFix:
      'Réécrivez la cible sous la forme sip:numéro@domaine;user=phone. Pour sips, activez TLS sur le serveur, ou ' +
      'appelez avec une URI sip si la politique le permet.',
    means: 'le serveur ne connaît pas le schéma de la Request-URI',
    useWhen: 'votre serveur ne sait pas router une URI de ce schéma',
  },
  417: {
    description:
      'La requête exige un traitement prioritaire par Require: resource-priority, et le serveur ne connaît aucune ' +
      'des valeurs données.',
    whenSeen:
      'Entre réseaux militaires, gouvernementaux ou de secours qui emploient des espaces de noms différents, comme ' +
      'dsn, ets ou wps. Les appels ordinaires ne le rencontrent pas.',
    howToFix:
      'Prenez une valeur de Accept-Resource-Priority si la réponse en a une. Sinon, convertissez l’espace de noms à ' +
      'la frontière, ou retirez le Require pour que l’appel passe en priorité normale.',
    means: 'le serveur ne connaît aucune des valeurs de priorité exigées par la requête',
    useWhen: 'la requête exige resource-priority et que vous ne comprenez aucune de ses valeurs',
  },
  420: {
    description: 'La requête exige une extension que le serveur ne prend pas en charge ; Unsupported la nomme.',
    whenSeen:
      'Require ou Proxy-Require avec 100rel, timer, precondition, sec-agree ou path vers un équipement plus ancien ' +
      'ou plus strict. Souvent un profil de trunk qui impose PRACK.',
    howToFix:
      'Déplacez de Require vers Supported les options citées dans Unsupported et renvoyez la requête. Si l’extension ' +
      'est nécessaire, activez-la chez le pair.',
    means: 'la requête exige une extension que le serveur ne prend pas en charge',
    useWhen: 'une option de Require ou de Proxy-Require vous est inconnue',
  },
  421: {
    description:
      'Le serveur a besoin d’une extension que le client n’a pas annoncée dans Supported ; le Require de la réponse ' +
      'la nomme. C’est le 420 à l’envers.',
    whenSeen:
      'Des pairs qui tiennent aux session timers, à 100rel, outbound ou sec-agree. Rare, car les serveurs doivent se ' +
      'contenter de SIP simple partout où ils le peuvent.',
    howToFix:
      'Activez chez le client l’extension nommée dans Require, pour qu’elle figure dans Supported. Si le client ne ' +
      'sait pas le faire, assouplissez la politique du serveur.',
    means: 'le serveur a besoin d’une extension que le client n’a pas annoncée',
    useWhen: 'vous ne pouvez pas du tout traiter la requête sans une extension absente de Supported',
  },
  422: {
    description:
      'Le session timer demandé dans Session-Expires est plus court que ce que ce saut autorise. Min-SE donne la ' +
      'plus petite valeur acceptée.',
    whenSeen:
      'Quand l’appelant propose un intervalle de session inférieur au minimum d’un proxy, d’un SBC ou de l’appelé. ' +
      'Un 422 suivi d’un INVITE corrigé est normal.',
    howToFix:
      'Renvoyez l’INVITE avec un Session-Expires au moins égal au Min-SE reçu, et reprenez-y ce Min-SE. Si le client ' +
      'ne réessaie pas, augmentez son session timer ; 1800 secondes est la valeur recommandée.',
    means: 'l’intervalle de session de Session-Expires est inférieur au minimum autorisé',
    useWhen: 'un INVITE ou un UPDATE demande un session timer plus court que ce que vous acceptez',
  },
  423: {
    description:
      'La durée de validité demandée est trop courte. Min-Expires donne la plus courte que le serveur accepte pour ' +
      'un enregistrement, un abonnement ou une publication.',
    whenSeen:
      'Téléphones derrière NAT qui s’enregistrent toutes les 30 ou 60 secondes auprès d’un registrar dont le minimum ' +
      'est plus élevé. Un seul 423 suivi d’un essai corrigé est normal ; envoyé pour une heure ou plus, c’est une ' +
      'faute du serveur.',
    howToFix:
      'Répétez la requête avec au moins Min-Expires, ou augmentez l’intervalle chez le client. Si les ' +
      'enregistrements courts ne servent qu’à garder ouverte une association NAT, employez plutôt des keep-alives ' +
      'CRLF ou STUN.',
    means: 'la durée de validité demandée est inférieure au minimum du serveur',
    useWhen: 'un REGISTER, SUBSCRIBE ou PUBLISH demande moins que votre minimum et moins d’une heure',
  },
  424: {
    description:
      'La localisation dans la requête est mal formée, ne peut être récupérée ou ne suffit pas au destinataire. ' +
      'Geolocation-Error dit ce qui ne va pas ; un dialogue existant reste ouvert.',
    whenSeen:
      'Appels d’urgence ou routés selon la position avec un PIDF-LO fautif, une URI de localisation qui ne peut être ' +
      'résolue, ou une position que le réseau contredit.',
    howToFix:
      'Lisez le code dans Geolocation-Error, corrigez la localisation et renvoyez la requête. Si la réponse porte ' +
      'elle-même une localisation, joignez celle-là.',
    means: 'les données de localisation de la requête sont inutilisables',
    useWhen: 'vous avez besoin d’une localisation et qu’aucune de celles de la requête n’est utilisable',
  },
  425: {
    description:
      'Le message d’alerte de la requête, un document CAP, est trop abîmé pour être traité. AlertMsg-Error dit ' +
      'pourquoi ; un dialogue existant reste ouvert.',
    whenSeen:
      'Appels d’urgence non interactifs (RFC 8876) de capteurs et de systèmes d’alarme qui envoient un corps CAP mal ' +
      'formé ou incomplet.',
    howToFix:
      'Validez le document CAP à l’aide du code de AlertMsg-Error et renvoyez-le. Le code 101 signifie qu’aucune ' +
      'alerte n’a été trouvée : vérifiez le corps multipart et la référence vers elle.',
    means: 'l’alerte d’urgence de la requête est incompréhensible',
    useWhen: 'l’alerte est mal formée et que rien d’autre dans la requête n’est utilisable',
  },
  428: {
    description:
      'Le vérificateur exige une identité d’appelant signée, et la requête n’a pas d’en-tête Identity, ou aucun dans ' +
      'un format PASSporT qu’il connaît.',
    whenSeen:
      'Interconnexions STIR/SHAKEN qui exigent une attestation, quand le côté d’origine ne signe pas ou qu’un SBC ' +
      'retire l’en-tête Identity.',
    howToFix:
      'Signez l’appel chez l’opérateur d’origine et faites passer Identity par chaque SBC ; employez TCP s’il rend ' +
      'le message trop gros pour UDP. Sinon, assouplissez la politique du vérificateur.',
    means: 'le vérificateur exige un en-tête Identity et n’en trouve aucun qu’il connaisse',
    useWhen: 'votre politique exige une identité signée et que la requête n’en a aucune que vous puissiez vérifier',
  },
  429: {
    description:
      'La cible d’un transfert veut la preuve de qui l’a demandé : un jeton Referred-By valable manque ou est ' +
      'périmé. Celui qui transfère l’apprend par un NOTIFY.',
    whenSeen:
      'Transferts par REFER vers une cible qui vérifie Referred-By, ce qui est rare. Venant de FreeSWITCH, il ' +
      'signale un échec de la vérification de Identity, là où la RFC 8224 prévoit 436.',
    howToFix:
      'Renvoyez le REFER avec un jeton Referred-By signé par celui qui transfère. Si un FreeSWITCH a produit le 429, ' +
      'examinez plutôt l’en-tête Identity et l’URL de son certificat.',
    means: 'la cible du transfert exige un jeton Referred-By valable',
    useWhen: 'une requête déclenchée par REFER doit prouver qui l’a demandée',
  },
  430: {
    description:
      'La connexion d’un proxy de bordure vers un terminal enregistré est rompue. C’est un message entre proxys : ' +
      'celui qui connaît l’enregistrement doit essayer un autre flux du même terminal.',
    whenSeen:
      'Réseaux avec SIP outbound (RFC 5626), quand la connexion TCP, TLS ou WebSocket d’un terminal est tombée. ' +
      'Aucun terminal ne devrait jamais le recevoir ; celui qui le reçoit le traite comme 400.',
    howToFix:
      'Faites en sorte que le proxy responsable essaie les autres flux du terminal et abandonne le flux mort. ' +
      'Cherchez ensuite pourquoi il s’est rompu : keep-alives manquants, délai du NAT ou proxy de bordure redémarré.',
    means: 'le proxy de bordure a perdu sa connexion avec le terminal',
    useWhen:
      'votre proxy de bordure trouve rompu le flux vers un terminal et que le proxy en amont peut en connaître un ' +
      'autre',
  },
  433: {
    description:
      'L’appel est refusé parce que l’appelant a masqué son identité. Il peut réessayer en montrant son numéro, si ' +
      'son usager est d’accord.',
    whenSeen:
      'Appelés ou réseaux qui rejettent les appels anonymes, quand From est anonyme ou que Privacy le demande. ' +
      'L’absence de P-Asserted-Identity n’en est pas une raison à elle seule.',
    howToFix:
      'Rappelez en montrant le numéro : vérifiez From, Privacy et le réglage CLIR de l’appelant. Si le numéro ne ' +
      'devait pas être masqué, trouvez le saut qui a rendu l’appel anonyme.',
    means: 'l’appelé ou son réseau n’accepte pas les appels anonymes',
    useWhen: 'l’appelant a masqué son identité à dessein et que la politique refuse ces appels',
  },
  436: {
    description:
      'Le vérificateur n’a pas pu récupérer le certificat dont il a besoin pour contrôler l’en-tête Identity. La ' +
      'signature elle-même n’a pas été jugée.',
    whenSeen:
      'Appels STIR/SHAKEN dont l’URL info ou x5u est injoignable, lente ou bloquée par un pare-feu, ou mène à un ' +
      'dépôt en panne.',
    howToFix:
      'Récupérez l’URL du paramètre info depuis l’hôte qui vérifie. Réparez le dépôt de certificats, son DNS ou son ' +
      'TLS, ou le pare-feu intermédiaire.',
    means: 'le vérificateur ne peut pas récupérer le certificat derrière l’en-tête Identity',
    useWhen: 'vous ne pouvez obtenir le certificat d’aucun en-tête Identity de la requête',
  },
  437: {
    description:
      'Le vérificateur a le certificat mais ne lui fait pas confiance ou ne le prend pas en charge : CA inconnue, ou ' +
      'algorithme qu’il ne gère pas.',
    whenSeen:
      'Appels STIR/SHAKEN signés sous une CA absente de la liste de confiance du vérificateur, par exemple entre ' +
      'deux schémas nationaux. Des textes plus anciens l’appellent Unsupported Certificate.',
    howToFix:
      'Comparez l’émetteur du certificat avec la liste de confiance du vérificateur et mettez à jour ce qui est ' +
      'périmé. Vérifiez que la signature utilise ES256.',
    means: 'le certificat de signature a été trouvé mais n’est pas fiable ou pas pris en charge',
    useWhen: 'vous avez le certificat de signature mais rejetez son émetteur ou son algorithme',
  },
  438: {
    description:
      'Aucun des en-têtes Identity ne contient de PASSporT valable et pris en charge : la signature ne correspond ' +
      'pas à la requête, ou il manque au jeton des parties obligatoires.',
    whenSeen:
      'Appels STIR/SHAKEN dont les numéros ou Date ont été réécrits après la signature, le plus souvent par un SBC ' +
      'ou une règle de normalisation des numéros. Une identité usurpée donne la même image.',
    howToFix:
      'Comparez orig, dest et iat du PASSporT avec l’appelant, l’appelé et Date tels que reçus. Signez après le ' +
      'dernier saut qui réécrit, et réessayez avec la forme complète du jeton.',
    means: 'aucun en-tête Identity de la requête ne contient de signature valable',
    useWhen: 'vous avez vérifié la signature et qu’elle ne correspond pas à la requête',
  },
  439: {
    description:
      'Le registrar prend en charge SIP outbound, mais le premier proxy du chemin non, si bien que le flux vers le ' +
      'terminal ne peut être maintenu.',
    whenSeen:
      'Enregistrements avec reg-id et Supported: outbound à travers un proxy de bordure qui ne s’ajoute pas à Path ' +
      'avec le paramètre ob.',
    howToFix:
      'Activez outbound et Path sur le proxy de bordure, choisissez un autre proxy, ou laissez le client ' +
      's’enregistrer sans reg-id.',
    means: 'le premier proxy n’a pas la prise en charge de outbound que l’enregistrement demande',
    useWhen: 'votre registrar voit reg-id et outbound, mais que le premier saut n’a pas ajouté ob à Path',
  },
  440: {
    description:
      'Un proxy devrait ouvrir en parallèle plus de branches que Max-Breadth ne le permet. Certaines destinations ' +
      'n’ont pas été essayées.',
    whenSeen:
      'Grands groupes d’appel ou forks imbriqués qui dépassent les 60 branches parallèles par défaut ; aussi des ' +
      'règles de renvoi qui se multiplient en cercle.',
    howToFix:
      'Faites sonner moins de cibles à la fois, ou laissez le proxy les essayer l’une après l’autre. Si le groupe ' +
      'est petit, cherchez des règles de renvoi qui se multiplient entre elles.',
    means: 'la requête se diviserait en plus de branches parallèles que permis',
    useWhen: 'votre proxy ne peut ni faire un fork dans les limites de Max-Breadth, ni chercher en série, ni rediriger',
  },
  469: {
    description:
      'L’INFO relève d’un Info Package que le destinataire n’a pas accepté. Recv-Info donne ceux qu’il accepte ; ' +
      'l’appel continue.',
    whenSeen:
      'Applications qui envoient du DTMF ou des données privées dans un Info Package que le pair n’a jamais annoncé ' +
      'dans Recv-Info.',
    howToFix:
      'N’envoyez que des paquets cités dans le Recv-Info du pair, ou activez-y ce paquet. Pour le DTMF, les ' +
      'événements de la RFC 4733 évitent la question.',
    means: 'le destinataire n’a pas accepté cet Info Package',
    useWhen: 'un INFO cite un paquet que votre Recv-Info n’a jamais annoncé',
  },
  470: {
    description:
      'Un relais qui distribue des requêtes à une liste de destinataires n’a pas le consentement d’au moins l’un ' +
      'd’eux. Permission-Missing donne ces adresses.',
    whenSeen:
      'MESSAGE ou INVITE vers une liste d’URI, comme pour la messagerie de groupe ou les invitations à une ' +
      'conférence, dans les systèmes qui suivent la RFC 5360.',
    howToFix:
      'Ajoutez à la liste du relais les adresses de Permission-Missing et attendez l’accord de leurs titulaires, ou ' +
      'omettez-les. Renvoyez ensuite la requête.',
    means: 'le relais n’est pas autorisé à contacter l’un au moins des destinataires',
    useWhen: 'une requête porte une liste d’URI avec des destinataires qui n’y ont pas consenti',
  },
  480: {
    description:
      'L’appelé est connu mais ne peut pas prendre l’appel maintenant : déconnecté, hors de portée ou à ne pas ' +
      'déranger. Retry-After peut dire quand réessayer.',
    whenSeen:
      'Pas d’enregistrement en cours, « ne pas déranger », un mobile éteint, ou une sonnerie jusqu’à ce qu’une ' +
      'passerelle abandonne (cause Q.850 19). FreeSWITCH l’envoie pour toute cause qu’il ne sait pas traduire.',
    howToFix:
      'Vérifiez d’abord l’enregistrement de l’appelé, puis son réglage « ne pas déranger », puis la cause Q.850 de ' +
      'l’en-tête Reason. Un Warning 380 ou 381 indique une confusion entre sip et sips.',
    means: 'l’appelé est connu mais n’est pas disponible pour le moment',
    useWhen: 'vous connaissez l’usager mais n’avez aucun moyen de le joindre pour le moment',
  },
  481: {
    description:
      'La requête prétend appartenir à un dialogue ou à une transaction que le destinataire ne connaît pas. En ' +
      'réponse à un CANCEL, il ne touche que ce CANCEL.',
    whenSeen:
      'Après des BYE croisés, un redémarrage ou une bascule sans l’état des dialogues, un session timer expiré d’un ' +
      'seul côté, ou des tags modifiés en chemin. PRACK le reçoit quand son RAck ne correspond à rien.',
    howToFix:
      'Comparez Call-ID et les deux tags avec ceux du dialogue et, pour CANCEL, la branche du Via avec celle de ' +
      'l’INVITE. S’ils concordent, la requête a atteint un autre nœud : vérifiez Record-Route et l’affinité du ' +
      'cluster.',
    means: 'le destinataire ne connaît aucun dialogue ni transaction qui corresponde à la requête',
    useWhen: 'une requête porte un tag de To, ou est un CANCEL ou un PRACK, et ne correspond à rien de connu',
  },
  482: {
    description:
      'Le serveur a déjà vu cette requête : elle est revenue en boucle, ou deux copies d’une requête dupliquée par ' +
      'fork se sont retrouvées chez le même agent utilisateur.',
    whenSeen:
      'Deux serveurs qui se routent l’un vers l’autre, un domaine que le proxy ne reconnaît pas comme le sien, ou un ' +
      'renvoi d’appel en cercle. Comme requête fusionnée d’une branche de fork, il est sans gravité si une autre ' +
      'branche réussit.',
    howToFix:
      'Lisez la pile de Via pour voir quels hôtes se répètent, puis ajoutez l’alias de domaine manquant ou coupez la ' +
      'route par défaut entre eux. Pour les requêtes fusionnées, cessez d’envoyer un même appel deux fois au même ' +
      'terminal.',
    means: 'la requête est déjà passée par ce serveur',
    useWhen: 'la même requête vous revient inchangée, ou vous atteint deux fois par un fork',
  },
  483: {
    description: 'Max-Forwards est arrivé à zéro avant que la requête n’ait trouvé sa destination.',
    whenSeen:
      'Presque toujours une boucle de routage, souvent une qui réécrit la Request-URI à chaque tour et échappe ainsi ' +
      'à la détection de boucle. Rarement une très longue chaîne, ou un client qui part de moins que les 70 ' +
      'habituels.',
    howToFix:
      'Suivez la pile de Via jusqu’aux hôtes qui se répètent et corrigez la route ou le renvoi entre eux. Si aucun ' +
      'hôte ne se répète, faites partir l’émetteur de Max-Forwards 70.',
    means: 'la requête a épuisé le nombre de sauts permis',
    useWhen: 'une requête que vous devriez relayer arrive avec Max-Forwards à zéro',
  },
  484: {
    description:
      'Le numéro composé est trop court pour être routé. En numérotation par chevauchement (overlap), il demande ' +
      'simplement d’autres chiffres.',
    whenSeen:
      'Un usager qui a cessé de composer, un plan de numérotation dont le délai entre chiffres est trop court, ou ' +
      'une passerelle qui a reçu la cause Q.850 28 pour un mauvais format de numéro.',
    howToFix:
      'Comptez les chiffres de la Request-URI et corrigez le plan de numérotation pour que le numéro parte en une ' +
      'fois. Sur une passerelle, vérifiez aussi le type de numéro et le préfixe.',
    means: 'le numéro est incomplet',
    useWhen: 'd’autres chiffres pourraient encore rendre l’adresse valable',
  },
  485: {
    description:
      'L’adresse correspond à plusieurs usagers et le serveur ne devine pas. Contact peut donner les candidats pour ' +
      'qu’une personne choisisse.',
    whenSeen:
      'Des annuaires où un nom comme martin convient à plusieurs personnes. Les numéros de téléphone n’en sont ' +
      'presque jamais la cause.',
    howToFix:
      'Composez l’adresse complète d’un des candidats de Contact. Sur le serveur, rendez l’alias unique, ou répondez ' +
      '404 si la liste doit rester privée.',
    means: 'l’adresse est ambiguë car plusieurs usagers la partagent',
    useWhen: 'l’adresse convient à plusieurs usagers et que seule une personne peut choisir entre eux',
  },
  486: {
    description:
      'L’appelé a été joint sur ce terminal, qui ne peut pas ou ne veut pas prendre un autre appel. D’autres ' +
      'terminaux ou la messagerie vocale peuvent encore répondre.',
    whenSeen:
      'L’usager est en ligne, le bouton de refus a été pressé, « ne pas déranger » est actif, ou la limite d’appels ' +
      'est atteinte. Les passerelles le produisent à partir de la cause Q.850 17.',
    howToFix:
      'S’il arrive en moins de 0,3 seconde et sans sonnerie, vérifiez « ne pas déranger » et la limite d’appels. Si ' +
      'les appels doivent aller à la messagerie vocale, vérifiez que le proxy ou le PBX fait le renvoi sur ' +
      'occupation.',
    means: 'l’appelé est occupé sur ce terminal',
    useWhen: 'un terminal est occupé et qu’un autre, ou la messagerie vocale, peut encore prendre l’appel',
  },
  487: {
    description:
      'La requête a été arrêtée avant d’avoir une réponse. Pour INVITE, c’est le résultat normal d’un CANCEL ; un ' +
      'BYE dans le dialogue précoce ou un Expires écoulé y mènent aussi.',
    whenSeen:
      'L’appelant a raccroché pendant la sonnerie, un autre terminal a décroché, ou le timer de non-réponse d’un ' +
      'proxy s’est déclenché. Sur le fil : CANCEL, 200 au CANCEL, 487 à l’INVITE, ACK.',
    howToFix:
      'Rien à corriger si un CANCEL le précède ; son Reason distingue un appel pris ailleurs d’un appel abandonné. ' +
      'Si aucun CANCEL, BYE ou Expires ne l’explique, interrogez le B2BUA qui l’a envoyé.',
    means: 'l’INVITE a été arrêté avant le décroché, d’ordinaire par CANCEL',
    useWhen: 'un INVITE en cours a été annulé ; le CANCEL lui-même reçoit 200',
  },
  488: {
    description:
      'La session offerte ne convient pas à ce terminal : codecs, chiffrement, transport ou famille d’adresses. Un ' +
      'autre terminal peut l’accepter, et un appel déjà établi continue sans changement.',
    whenSeen:
      'Aucun codec commun, SRTP exigé par un seul côté, média IPv6 vers un terminal IPv4, ou un re-INVITE T.38 ou ' +
      'vidéo vers un terminal qui n’en est pas capable.',
    howToFix:
      'Lisez Warning (305 est une incompatibilité de codecs) et comparez l’offre avec ce que le terminal prend en ' +
      'charge. Ajoutez un codec commun tel que G.711, alignez la politique SRTP, ou transcodez sur le SBC.',
    means: 'le média offert ne convient pas à ce terminal',
    useWhen: 'vous ne pouvez pas accepter cette offre mais qu’un autre terminal du même usager le pourrait',
  },
  489: {
    description:
      'Le paquet d’événements de l’en-tête Event n’est pas pris en charge ici. Allow-Events devrait donner ceux qui ' +
      'le sont.',
    whenSeen:
      'SUBSCRIBE pour presence, dialog (BLF) ou message-summary sur un serveur sans cette fonction, ou un NOTIFY ' +
      'pour un événement que personne n’a demandé. Les téléphones essaient souvent tous les paquets qu’ils ' +
      'connaissent.',
    howToFix:
      'Choisissez un paquet de Allow-Events, ou activez la fonction sur le serveur. Sinon, désactivez l’abonnement ' +
      'dans le téléphone pour faire cesser le bruit.',
    means: 'le serveur ne prend pas en charge ce paquet d’événements',
    useWhen: 'vous ne connaissez pas le paquet d’événements cité dans Event',
  },
  491: {
    description:
      'Le destinataire a lui-même un INVITE ou une offre en cours dans ce dialogue : les deux sont entrés en ' +
      'collision. Chaque côté attend un temps aléatoire et réessaie.',
    whenSeen:
      'Les deux bouts envoient un re-INVITE ou un UPDATE au même instant, par exemple une mise en attente contre un ' +
      'rafraîchissement de session, ou juste après le décroché.',
    howToFix:
      'Réessayez après 2,1 à 4 secondes si vous avez créé le Call-ID, sinon après 0 à 2 secondes. Si cela ne se ' +
      'résout jamais, trouvez la requête encore en cours, par exemple un re-INVITE qui a perdu son ACK.',
    means: 'les deux côtés ont essayé de modifier la session en même temps',
    useWhen: 'un INVITE ou une offre dans UPDATE arrive alors que la vôtre est encore en cours dans ce dialogue',
  },
  493: {
    description:
      'Le corps est chiffré avec S/MIME et le destinataire n’a pas de clé pour le déchiffrer, ou ne veut pas s’en ' +
      'servir. La réponse peut porter le certificat à employer.',
    whenSeen:
      'Corps chiffrés de bout en bout avec un certificat périmé ou faux du destinataire. Très rare, car peu ' +
      'd’équipements SIP utilisent S/MIME.',
    howToFix:
      'Chiffrez de nouveau avec le certificat de la réponse, ou avec celui en cours du destinataire. Si le ' +
      'chiffrement n’était pas voulu, envoyez le corps en clair sur TLS.',
    means: 'le destinataire ne peut pas déchiffrer le corps',
    useWhen: 'un corps est chiffré avec S/MIME et que vous n’avez pas la clé',
  },
  494: {
    description:
      'Le premier saut et le client doivent s’accorder sur un mécanisme de sécurité avant que la requête ne soit ' +
      'traitée. Security-Server donne les choix.',
    whenSeen:
      'Réseaux qui emploient sec-agree (RFC 3329), dont l’IMS : sur une requête non protégée qui l’exige, ou quand ' +
      'Security-Verify ne reproduit pas la liste du serveur.',
    howToFix:
      'Choisissez dans Security-Server le mécanisme connu du client qui a la plus haute valeur q, démarrez-le et ' +
      'renvoyez la requête avec Security-Verify. Si elle est encore refusée, vérifiez qu’aucun saut n’a modifié la ' +
      'liste.',
    means: 'le premier saut veut un accord de sécurité avant de traiter la requête',
    useWhen: 'une requête non protégée demande sec-agree, ou que son Security-Verify diffère de votre liste',
  },
  500: {
    description:
      'Le serveur a abandonné à cause d’une défaillance interne. Avec Retry-After, elle est temporaire et la requête ' +
      'peut être renvoyée après ce délai.',
    whenSeen:
      'Une erreur de script ou de base de données, un CSeq inférieur au précédent, ou un second INVITE avant la fin ' +
      'du premier. Un proxy change aussi en 500 un 503 isolé venu de l’aval.',
    howToFix:
      'Cherchez dans les journaux de l’hôte qui l’a produit, pas de celui qui l’a transmis. Si un segment d’appel en ' +
      'aval montre 503, réparez cette surcharge ou cette route ; sinon, vérifiez l’ordre des CSeq dans le dialogue.',
    means: 'le serveur a rencontré une défaillance imprévue',
    useWhen: 'quelque chose s’est cassé dans votre serveur et qu’aucun autre code ne le décrit',
  },
  501: {
    description:
      'Le serveur ne prend pas du tout en charge cette méthode, pour aucun usager. S’il la connaissait et ne la ' +
      'refusait qu’ici, il enverrait 405.',
    whenSeen:
      'REFER, UPDATE, PUBLISH ou MESSAGE envoyé à un agent utilisateur simple ou à une passerelle. Les passerelles ' +
      'le produisent aussi à partir des causes Q.850 29 et 79.',
    howToFix:
      'Lisez l’en-tête Allow du pair et désactivez la fonction pour ce trunk. Si une passerelle l’a envoyé, demandez ' +
      'au côté RTC quel service complémentaire a été refusé.',
    means: 'le serveur ne prend pas du tout en charge la méthode ou la fonction',
    useWhen: 'vous ne reconnaissez pas la méthode et ne la prenez en charge pour aucun usager',
  },
  502: {
    description: 'Un proxy ou une passerelle a reçu une réponse invalide du serveur ou du réseau suivant.',
    whenSeen:
      'Passerelles RTC qui reçoivent la cause Q.850 27, destination hors service ; plus rarement un proxy dont le ' +
      'serveur en aval répond n’importe quoi.',
    howToFix:
      'Essayez la destination par une autre route : si elle y fonctionne, la passerelle ou son opérateur est en ' +
      'cause. Sinon, signalez la ligne comme hors service.',
    means: 'le serveur ou le réseau suivant a donné une réponse invalide',
    useWhen: 'votre passerelle ou votre proxy reçoit de l’aval une réponse qui n’a pas de sens',
  },
  503: {
    description:
      'Le serveur ne peut pas traiter de requêtes maintenant : surcharge, maintenance ou ressources manquantes. Les ' +
      'clients doivent employer un autre serveur et, avec Retry-After, laisser celui-ci tranquille pendant ce délai.',
    whenSeen:
      'Toutes les voies du trunk occupées aux heures de pointe, aucune passerelle joignable, une limite de licence ' +
      'ou de débit d’appels, un arrêt. Les passerelles RTC le produisent à partir de causes comme Q.850 34, 41 et ' +
      '42.',
    howToFix:
      'Basculez vers un autre serveur ou une autre route, ou attendez le délai de Retry-After. Vérifiez ensuite la ' +
      'capacité et l’état des passerelles sur celui qui l’a envoyé ; si cela dure, répartissez les appels sur ' +
      'plusieurs serveurs. N’envoyez pas Retry-After pour un seul trunk occupé : les pairs pourraient délaisser ' +
      'tout le serveur.',
    means: 'le serveur lui-même est surchargé ou hors service, quel que soit l’appelé',
    useWhen: 'aucune requête vers ce serveur ne peut réussir maintenant et que les clients doivent aller à un autre',
  },
  504: {
    description: 'Le serveur dépend d’un autre système, et ce système n’a pas répondu à temps.',
    whenSeen:
      'Recherches DNS, LDAP, HTTP ou de base de données lentes ou mortes derrière un proxy, ou une passerelle dont ' +
      'le timer a expiré (cause Q.850 102). Un UPDATE qui demande l’accord de l’usager le reçoit aussi.',
    howToFix:
      'Sur l’hôte qui l’a produit, trouvez la recherche ou la liaison qui était lente et réparez-la. Raccourcissez ' +
      'ensuite son délai ou ajoutez une solution de repli, pour que les appels ne l’attendent plus.',
    means: 'un système derrière le serveur n’a pas répondu à temps',
    useWhen: 'une recherche ou une passerelle dont vous dépendez a expiré avant que vous puissiez décider',
  },
  505: {
    description: 'Le serveur ne prend pas en charge la version de SIP de la première ligne.',
    whenSeen:
      'Autre chose que SIP/2.0 dans la première ligne : trafic HTTP sur le port 5060, scanners, ou flux TCP qui a ' +
      'perdu son découpage.',
    howToFix:
      'Regardez la première ligne brute et corrigez l’émetteur. Sur TCP, vérifiez le Content-Length du message ' +
      'précédent, car une valeur fausse décale tout ce qui suit.',
    means: 'la version de SIP de la requête n’est pas prise en charge',
    useWhen: 'la première ligne porte une autre version que SIP/2.0',
  },
  513: {
    description: 'Le message entier est plus gros que ce que le serveur peut traiter.',
    whenSeen:
      'INVITE chargés de candidats ICE, ou de longs en-têtes Record-Route, History-Info ou Identity ; aussi de gros ' +
      'corps de MESSAGE.',
    howToFix:
      'Raccourcissez les listes de codecs et les en-têtes, employez les formes compactes, ou agrandissez le tampon ' +
      'du serveur. Sur UDP, passez aussi à TCP, car des fragments se perdent bien avant cette limite.',
    means: 'le message entier est trop gros pour le serveur',
    useWhen: 'en-têtes et corps dépassent ensemble ce que vous pouvez traiter',
  },
  555: {
    description:
      'Le réseau ne prend pas en charge le service de notification push que le REGISTER nomme dans pn-provider.',
    whenSeen:
      'Applications mobiles qui s’enregistrent avec des paramètres push (RFC 8599) dans un réseau sans push, ou avec ' +
      'un autre fournisseur push. Il ne répond qu’à REGISTER.',
    howToFix:
      'Employez un pn-provider que le réseau propose, configurez ce fournisseur sur le proxy, ou enregistrez-vous ' +
      'sans push. Un REGISTER avec un pn-provider vide demande ce qui est pris en charge.',
    means: 'le service push nommé dans pn-provider n’est pas pris en charge',
    useWhen: 'un REGISTER demande un fournisseur push que rien de votre côté ne prend en charge',
  },
  580: {
    description:
      'Les préconditions du SDP, comme une bande passante réservée, ne peuvent être remplies ; la session n’est donc ' +
      'pas établie. Le SDP de la réponse marque la condition qui a échoué.',
    whenSeen:
      'Appels VoLTE et autres appels IMS dont le bearer n’a pas pu être réservé, à cause de la couverture radio, de ' +
      'la politique ou d’un délai expiré dans le cœur de réseau.',
    howToFix:
      'Comparez dans le SDP de chaque côté les lignes curr et des, et trouvez le côté dont la réservation n’a jamais ' +
      'abouti. Vérifiez les journaux de bearer et de politique de ce réseau, ou rendez la précondition facultative.',
    means: 'les préconditions de l’offre n’ont pas pu être remplies',
    useWhen: 'une offre exige des ressources, comme un bearer réservé, que vous ne pouvez pas fournir',
  },
  600: {
    description:
      'L’appelé a été joint et il est occupé sur tous ses terminaux, alors que 486 ne parlerait que de l’un d’eux. ' +
      'Aucune autre cible ne peut être essayée : un 6xx met fin au forking et le proxy annule toutes les autres ' +
      'branches.',
    whenSeen:
      'Un agent utilisateur ou un serveur d’application qui sait que tous les terminaux sont occupés, ou une ' +
      'passerelle qui traduit l’occupation par 600 là où 486 convient. La messagerie vocale n’est pas essayée après ' +
      'lui.',
    howToFix:
      'Rappelez plus tard, après Retry-After s’il est présent : tant que l’appelé n’est pas libre, il n’y a pas ' +
      'd’autre moyen de le joindre. Si la messagerie vocale ou un autre terminal devait prendre l’appel, faites ' +
      'envoyer 486 par le côté appelé.',
    means: 'l’appelé est occupé sur tous ses terminaux et aucune autre cible ne peut être essayée',
    useWhen: 'vous savez qu’aucun terminal ni aucune messagerie vocale de l’usager ne prendra l’appel',
  },
  603: {
    description:
      'L’appelé a été joint, et l’usager, ou quelque chose qui agit pour lui, refuse l’appel sur tous ses terminaux ' +
      'sans donner de raison. Contrairement à 600, rien ne dit qu’il est occupé. Le forking prend fin.',
    whenSeen:
      'Le bouton de refus de nombreuses applications, « ne pas déranger » ou une liste noire ; une passerelle qui a ' +
      'reçu la cause Q.850 21 de l’usager. Aux États-Unis, la phrase « Network Blocked » avec la cause 21 signale un ' +
      'blocage par analyse des appels.',
    howToFix:
      'Jugez par le délai et la phrase : en moins d’une seconde et sans sonnerie, une règle de serveur a décidé ; ' +
      'plus tard, une personne. Respectez le refus d’une personne, et écrivez plutôt un message ou un e-mail. Après ' +
      'un blocage par analyse, vérifiez la réputation et l’attestation du numéro et employez le contact de recours ' +
      's’il est donné.',
    means: 'l’appelé refuse l’appel pour tous ses terminaux',
    useWhen: 'l’usager refuse l’appel et qu’aucun autre terminal ne doit être essayé',
  },
  604: {
    description:
      'Une autorité pour cet usager dit qu’il n’existe nulle part, si bien qu’aucun autre serveur n’est à interroger.',
    whenSeen:
      'Rare : peu de serveurs peuvent le savoir, et la plupart envoient 404 pour un numéro inconnu. Il n’est jamais ' +
      'juste de la part d’un serveur qui n’a cherché que dans son propre domaine.',
    howToFix:
      'Vérifiez le numéro chiffre par chiffre, indicatif de pays compris. Si l’usager existe bel et bien, corrigez ' +
      'le serveur qui prétendait le savoir et faites-lui répondre 404.',
    means: 'l’usager n’existe nulle part, selon un serveur qui peut le savoir',
    useWhen: 'votre serveur fait autorité pour l’usager et sait qu’aucune adresse n’existe',
  },
  606: {
    description:
      'L’usager veut parler, mais la session offerte ne convient à aucun de ses terminaux. Warning donne la raison ; ' +
      'le forking prend fin.',
    whenSeen:
      'Les mêmes problèmes de média que 488, jugés pour tous les terminaux de l’usager : codecs, bande passante, ' +
      'type d’adresse. Peu fréquent, et alors souvent là où 488 était voulu.',
    howToFix:
      'Lisez Warning et le SDP de la réponse, puis offrez un format qui y figure. Si un seul terminal a été ' +
      'interrogé, faites-lui envoyer 488 pour que d’autres puissent être essayés.',
    means: 'le média offert ne convient à aucun terminal de l’usager',
    useWhen: 'vous savez qu’aucun terminal de cet usager ne peut accepter l’offre',
  },
  607: {
    description:
      'L’usager appelé a marqué l’appel comme indésirable, comme on presse le bouton spam d’une messagerie ' +
      'électronique. L’opérateur peut s’en servir pour noter ou bloquer l’appelant.',
    whenSeen:
      'Dans les réseaux qui annoncent sip.607 à leurs téléphones, quand l’usager presse une touche spam ou blocage. ' +
      'Sous la forme Reason SIP;cause=607, il apparaît aussi dans BYE et CANCEL.',
    howToFix:
      'Ne rappelez pas. Si les appels sont légitimes, vérifiez la réputation du numéro, son attestation et le nom ' +
      'affiché, et contactez l’opérateur de l’appelé.',
    means: 'l’appelé juge l’appel indésirable',
    useWhen: 'la personne appelée rejette l’appel comme spam',
  },
  608: {
    description:
      'Un intermédiaire, par exemple un moteur d’analyse, a refusé l’appel comme indésirable sans consulter ' +
      'l’usager. Call-Info mène à une carte de contact signée pour les réclamations.',
    whenSeen:
      'Blocage d’appels dans un réseau du chemin (RFC 8688), parfois après un 183 avec une annonce pour les ' +
      'appelants qui ne connaissent pas le code.',
    howToFix:
      'Prenez le contact dans la jCard de Call-Info et demandez la levée du blocage. En attendant, vérifiez ' +
      'l’attestation, le profil d’appels et l’étiquette attribuée au numéro.',
    means: 'un intermédiaire a jugé l’appel indésirable et l’a bloqué',
    useWhen: 'votre réseau bloque un appel au nom de l’usager et propose un contact de recours',
  },
};

/**
 * Words for a code that is not registered, by class; 0 is for a number outside 100–699.
 * `{code}` stands for the code met (RFC 3261 §8.1.3.2).
 */
export const statusClasses: Readonly<Record<0 | 1 | 2 | 3 | 4 | 5 | 6, StatusText>> = {
  0: {
    description:
      'Le code {code} n’est pas enregistré et sort de la plage 100 à 699 : il n’appartient à aucune classe et n’est ' +
      'pas un code de réponse SIP valable.',
    whenSeen:
      'Un code propre à un constructeur, le trafic d’un autre protocole sur un port SIP, ou une première ligne abîmée.',
    howToFix:
      'Regardez la première ligne brute du {code} et ce qui l’a envoyé. Si c’est bien du SIP, faites employer à ' +
      'l’émetteur un code de 100 à 699.',
    means:
      'l’émetteur ne respecte pas SIP ; le code {code} n’est pas enregistré et n’a pas de classe dont le x00 ' +
      'pourrait tenir lieu',
    useWhen: 'aucun pair SIP n’a à le lire : le code {code} n’est pas enregistré et n’appartient à aucune classe',
  },
  1: {
    description:
      'Le code {code} n’est pas enregistré à l’IANA. Comme réponse provisoire, il est traité comme 183 : l’appel est ' +
      'toujours en cours.',
    whenSeen:
      'Codes de progression privés entre éléments d’un même constructeur, ou codes d’un projet de norme jamais publié.',
    howToFix:
      'Ignorez le {code} sauf si l’appel échoue aussi ; lisez alors sa phrase et son corps, et jugez d’après la ' +
      'réponse finale. De votre côté, envoyez plutôt 183.',
    means: 'l’appel est toujours en cours ; le code n’est pas enregistré et est traité comme 183',
    useWhen:
      'les deux côtés en sont convenus ; pour tous les autres, le code {code} n’est pas enregistré et est traité ' +
      'comme 183',
  },
  2: {
    description:
      'Le code {code} n’est pas enregistré à l’IANA. Comme membre de la classe 2xx, il est traité comme 200 : la ' +
      'requête a réussi.',
    whenSeen: 'Codes de succès privés d’un constructeur, ou habitude reprise de HTTP.',
    howToFix:
      'Traitez le {code} comme un succès, et acquittez-le s’il répond à un INVITE. Si un pair le prend pour un ' +
      'échec, faites employer 200 à l’émetteur.',
    means: 'la requête a réussi ; le code n’est pas enregistré et est traité comme 200',
    useWhen:
      'les deux côtés en sont convenus ; pour tous les autres, le code {code} n’est pas enregistré et est traité ' +
      'comme 200',
  },
  3: {
    description:
      'Le code {code} n’est pas enregistré à l’IANA. Comme membre de la classe 3xx, il est traité comme 300 : ' +
      'essayez les adresses de Contact.',
    whenSeen: 'Codes de redirection privés d’un serveur de routage, ou habitude reprise de HTTP.',
    howToFix:
      'Vérifiez si le {code} porte un Contact joignable. Si l’appelant ne le suit pas, faites envoyer 302 par le ' +
      'serveur de redirection.',
    means: 'la requête doit aller à une autre adresse ; le code n’est pas enregistré et est traité comme 300',
    useWhen:
      'les deux côtés en sont convenus ; pour tous les autres, le code {code} n’est pas enregistré et est traité ' +
      'comme 300',
  },
  4: {
    description:
      'Le code {code} n’est pas enregistré à l’IANA. Comme membre de la classe 4xx, il est traité comme 400 : ce ' +
      'serveur refuse la requête, et un autre peut l’accepter.',
    whenSeen:
      'Erreurs d’un produit, comme le 477 de Kamailio pour un saut suivant vers lequel il ne peut pas envoyer, codes ' +
      'd’anciennes RFC, ou codes choisis dans un script de routage.',
    howToFix:
      'Lisez la phrase et l’en-tête Server pour trouver le produit qui a envoyé le {code}, et cherchez ce code dans ' +
      'sa documentation ou son script. Ne répétez pas la requête telle quelle vers le même serveur.',
    means: 'ce serveur refuse la requête ; le code n’est pas enregistré et est traité comme 400',
    useWhen:
      'les deux côtés en sont convenus ; pour tous les autres, le code {code} n’est pas enregistré et est traité ' +
      'comme 400',
  },
  5: {
    description:
      'Le code {code} n’est pas enregistré à l’IANA. Comme membre de la classe 5xx, il est traité comme 500 : le ' +
      'serveur lui-même est défaillant.',
    whenSeen: 'Délais expirés ou erreurs internes qu’un produit numérote à sa façon.',
    howToFix:
      'Cherchez {code} dans les journaux de l’hôte qui l’a produit. Tant que la cause n’est pas connue, réessayez ' +
      'plus tard ou employez un autre serveur.',
    means: 'le serveur lui-même est défaillant ; le code n’est pas enregistré et est traité comme 500',
    useWhen:
      'les deux côtés en sont convenus ; pour tous les autres, le code {code} n’est pas enregistré et est traité ' +
      'comme 500',
  },
  6: {
    description:
      'Le code {code} n’est pas enregistré à l’IANA. Comme membre de la classe 6xx, il est traité comme 600 : la ' +
      'requête échoue pour tous les terminaux de l’appelé, et le forking prend fin.',
    whenSeen: 'Refus privés d’un serveur d’application, ou codes d’un projet de norme jamais publié.',
    howToFix:
      'Trouvez d’après la phrase et Server ce que le {code} doit dire. Si d’autres terminaux ou la messagerie vocale ' +
      'doivent être essayés après lui, faites-le remplacer par un 4xx.',
    means: 'aucun terminal de l’appelé ne prend la requête ; le code n’est pas enregistré et est traité comme 600',
    useWhen:
      'les deux côtés en sont convenus ; pour tous les autres, le code {code} n’est pas enregistré et est traité ' +
      'comme 600',
  },
};
