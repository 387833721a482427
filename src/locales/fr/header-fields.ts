import type { HeaderFieldName } from '../../catalogue/header-fields.ts';
import type { EntryText } from '../locale.ts';

/** Words for each header field; the facts are in `catalogue/header-fields.ts`. */
export const headerFields: Readonly<Record<HeaderFieldName, EntryText>> = {
  Accept: {
    tells:
      'Les types de corps que l’émetteur sait lire. S’il manque, SDP va de soi ; dans un 415 il cite ce qui peut ' +
      'être envoyé à la place.',
    check:
      'Après un 415 ou 406, comparez-le au Content-Type envoyé. Un INVITE à corps multipart demande un pair qui ' +
      'cite multipart/mixed.',
  },
  'Accept-Contact': {
    tells:
      'Le genre d’appareil que l’appelant veut joindre, par des caractéristiques comme l’audio, la vidéo ou un ' +
      'service IMS. Un proxy choisit d’après lui parmi les contacts enregistrés : il peut donc expliquer pourquoi ' +
      'certains téléphones seulement sonnent.',
    check:
      'Comparez ses caractéristiques à celles du Contact de chaque REGISTER. Avec « require » et « explicit », un ' +
      'contact qui ne les a pas est écarté, et l’appel peut finir en 480.',
  },
  'Accept-Encoding': {
    tells: 'Les compressions que l’émetteur sait défaire. En pratique, presque personne ne compresse les corps SIP.',
    check: 'Regardez-le quand un corps est refusé par 415 et porte Content-Encoding.',
  },
  'Accept-Language': {
    tells:
      'Les langues dans lesquelles l’émetteur voudrait voir phrases et corps. Il change rarement quoi que ce soit.',
    check: 'Ignorez-le, sauf si un serveur d’annonces choisit sa langue d’après lui.',
  },
  'Accept-Resource-Priority': {
    tells:
      'Les espaces de priorité et les valeurs que ce serveur respecte. Avec 417, il dit ce que la requête aurait ' +
      'dû citer.',
    check:
      'Comparez-le au Resource-Priority de la requête. Si rien ne correspond, l’espace n’est pas configuré dans ce ' +
      'réseau.',
  },
  'Alert-Info': {
    tells:
      'La sonnerie que l’appelé doit jouer ou, dans un 180, le retour d’appel que l’appelant doit entendre. Les ' +
      'PBX s’en servent pour les sonneries internes et externes, le décroché automatique et l’interphone.',
    check:
      'Quand un téléphone sonne bizarrement ou décroche tout seul, regardez d’abord ici : beaucoup de téléphones ' +
      'réagissent à des valeurs comme « info=alert-autoanswer ». Chaque constructeur a son écriture.',
  },
  'AlertMsg-Error': {
    tells:
      'Ce qui n’allait pas dans le message d’alerte d’un appel d’urgence non interactif, sous forme de code et de ' +
      'texte.',
    check: 'Lisez le code avec le corps CAP de la requête.',
  },
  Allow: {
    tells:
      'Les méthodes que l’émetteur accepte. L’absence d’UPDATE, PRACK, REFER ou INFO décide ici comment les appels ' +
      'sont rafraîchis et transférés, et par où passe le DTMF.',
    check:
      'Consultez-le avant de reprocher à un pair de ne pas employer UPDATE ou REFER. Un équipement intermédiaire ' +
      'raccourcit souvent la liste.',
  },
  'Allow-Events': {
    tells:
      'Les paquets d’événements pris en charge par l’émetteur, pour SUBSCRIBE et PUBLISH. Il doit accompagner un 489.',
    check:
      'Comparez-le à l’Event de la requête refusée. Les voyants d’occupation demandent « dialog », ceux de la ' +
      'messagerie « message-summary ».',
  },
  'Answer-Mode': {
    tells:
      'Si l’appelé doit décrocher à la main ou automatiquement, pour le push-to-talk et l’interphone. Le 200 dit ' +
      'comment il a décroché.',
    check:
      'Si un téléphone décroche seul ou s’y refuse, comparez la valeur et « require » à la politique du téléphone.',
  },
  'Authentication-Info': {
    tells:
      'La preuve que le serveur connaît lui aussi le mot de passe, et le nonce de la prochaine requête. Son ' +
      'nextnonce évite un défi par requête.',
    check: 'Si un client est sans cesse mis au défi, voyez s’il ignore nextnonce.',
  },
  Authorization: {
    tells:
      'Les identifiants pour un registrar ou un serveur : utilisateur, realm, nonce, uri et response. ' +
      'L’utilisateur cité est le compte qui paie, quoi que dise From.',
    check:
      'Comparez realm et nonce au dernier 401, et uri au Request-URI. Un compteur de nonce qui ne croît pas ou un ' +
      'Request-URI modifié font échouer un mot de passe correct.',
  },
  'Av-Global-Session-ID': {
    tells:
      'Un identifiant unique pour toutes les jambes d’un appel à travers Avaya Aura. Il réunit ce que les nouveaux ' +
      'Call-ID de chaque jambe séparent.',
    check: 'Cherchez la même valeur dans toutes les captures pour trouver les autres jambes.',
  },
  'Call-ID': {
    tells:
      'L’identifiant de l’appel, ou de tous les enregistrements d’un téléphone. C’est la première chose à chercher ' +
      '; un proxy le garde, un B2BUA en crée un autre.',
    check:
      'Si une jambe semble manquer, l’hôte suivant est un B2BUA : cherchez son propre Call-ID d’après l’heure, le ' +
      'numéro et Session-ID. Un téléphone qui en change à chaque REGISTER accumule des associations mortes.',
  },
  'Call-Info': {
    tells:
      'Un complément sur l’un des correspondants : image, carte ou, avec « purpose », une fonction. Les réseaux y ' +
      'mettent aussi les identifiants d’appels d’urgence et le contact de celui qui a bloqué l’appel (608).',
    check:
      'Sur un 608, lisez l’adresse dont purpose vaut « jwscard » pour savoir à qui réclamer. Sur un téléphone qui ' +
      'décroche seul, « answer-after » en est la raison.',
  },
  'Cisco-Guid': {
    tells:
      'Un identifiant que partagent les jambes d’un appel à travers une passerelle Cisco, sous la forme de quatre ' +
      'nombres décimaux.',
    check: 'Comparez-le des deux côtés de la passerelle pour réunir les jambes.',
  },
  Contact: {
    tells:
      'Où l’émetteur veut recevoir les requêtes suivantes du dialogue, ou les appels d’un enregistrement. Dans un ' +
      '3xx, c’est la nouvelle cible. Une adresse privée ou un mauvais port explique le plus souvent un ACK ou un ' +
      'BYE perdu.',
    check:
      'Comparez adresse, port et transport à ceux d’où venait le paquet. Derrière un NAT, le côté public doit ' +
      'pouvoir l’atteindre, sinon le serveur doit le réécrire ou employer l’adresse source.',
  },
  'Content-Disposition': {
    tells:
      'À quoi sert le corps : « session » pour SDP, « render » pour l’affichage, « early-session » pour une ' +
      'seconde offre précoce. Avec « handling=required », le destinataire doit refuser ce qu’il ne sait pas ' +
      'employer.',
    check: 'Si un INVITE multipart est refusé par 415, voyez si une partie facultative est marquée comme exigée.',
  },
  'Content-Encoding': {
    tells: 'La compression appliquée au corps.',
    check: 'Un pair qui ne sait pas la défaire répond 415 avec Accept-Encoding ; envoyez alors le corps en clair.',
  },
  'Content-ID': {
    tells: 'Un nom du corps, pour qu’un autre champ puisse le désigner : Geolocation une position, Refer-To une liste.',
    check: 'Si une position ou une liste est dite absente, comparez ce nom à l’adresse « cid » qui la désigne.',
  },
  'Content-Language': {
    tells: 'La langue du corps.',
    check: 'Elle ne compte que là où un texte est lu à voix haute ou affiché.',
  },
  'Content-Length': {
    tells:
      'Le nombre d’octets du corps. Sur TCP, lui seul dit où finit le message ; sur UDP, une valeur plus grande ' +
      'que le datagramme trahit un message coupé.',
    check:
      'S’il ne correspond pas au corps, cherchez un équipement qui a réécrit le SDP sans recompter, ou des ' +
      'fragments IP perdus.',
  },
  'Content-Type': {
    tells: 'Le type du corps : SDP, DTMF, présence, multipart, ou le sipfrag d’un transfert.',
    check: 'Un corps sans lui est refusé ou ignoré. Après un 415, comparez-le à l’Accept du pair.',
  },
  CSeq: {
    tells:
      'Le numéro et la méthode de la requête. Les réponses le reprennent : il dit donc à quoi appartient un 200 ; ' +
      'un numéro qui a grandi montre une nouvelle tentative, le même numéro une copie.',
    check:
      'Un numéro qui recule ou saute d’un côté donne 500 ou un appel figé. ACK et CANCEL doivent reprendre le ' +
      'numéro de leur INVITE.',
  },
  Date: {
    tells:
      'Quand le message a été envoyé pour la première fois, à l’horloge de l’émetteur en GMT. Pour un appelant ' +
      'signé, il décide si la signature est fraîche.',
    check:
      'Comparez-le à l’heure du paquet : plus d’une minute d’écart explique un 403 « Stale Date ». Synchronisez ' +
      'les deux hôtes par NTP.',
  },
  Diversion: {
    tells:
      'Qui a renvoyé l’appel et pourquoi : unconditional, user-busy, no-answer. La valeur du haut est le dernier ' +
      'renvoi. Les opérateurs y cherchent qui paie un appel renvoyé.',
    check:
      'Si un appel renvoyé est refusé par 403, voyez s’il manque ou cite un numéro qui n’est pas le vôtre. Les ' +
      'réseaux récents attendent History-Info, et les passerelles devraient convertir.',
  },
  'Error-Info': {
    tells: 'Une adresse qui en dit plus sur l’échec, souvent une annonce à jouer.',
    check: 'Récupérez l’adresse ou écoutez-la : elle peut dire en mots ce que le code ne dit pas.',
  },
  Event: {
    tells:
      'Le paquet d’événements d’un abonnement ou d’une notification, avec un id quand il y en a plusieurs dans un ' +
      'dialogue.',
    check: 'NOTIFY doit reprendre le paquet et l’id de son SUBSCRIBE, sinon il reçoit 481 ou 489.',
  },
  Expires: {
    tells:
      'Combien de temps une chose vaut, en secondes : un enregistrement, un abonnement, une publication, ou la ' +
      'sonnerie d’un INVITE. C’est la réponse qui compte, non le souhait ; 0 y met fin.',
    check:
      'Comparez ce qui était demandé à ce que le 200 accorde. Dans un INVITE, une valeur courte met fin à la ' +
      'sonnerie par 487 alors que personne n’a annulé.',
  },
  'Feature-Caps': {
    tells:
      'Ce que savent faire les proxys et les serveurs du chemin, comme la continuité de session ou le blocage par ' +
      'analyse (sip.608).',
    check:
      'Regardez ici si un élément du réseau participe à une fonction ; le Contact ne parle que pour les extrémités.',
  },
  'Flow-Timer': {
    tells:
      'Le silence, en secondes, que le serveur tolère sur la connexion d’un téléphone enregistré. Le téléphone ' +
      'doit envoyer ses keep-alives un peu plus souvent.',
    check:
      'Si les appels vers le téléphone échouent alors qu’il est enregistré, voyez si ses keep-alives arrivent plus ' +
      'tard que cette valeur.',
  },
  From: {
    tells:
      'Qui a ouvert le dialogue, tel que l’émetteur veut bien l’écrire. N’importe qui peut y écrire n’importe quoi ' +
      ': c’est le nom affiché, non le nom prouvé. Son tag désigne le côté appelant.',
    check:
      'Comparez-le à P-Asserted-Identity et à Authorization quand un appel est refusé par 403. Le tag doit rester ' +
      'le même dans tous les messages du dialogue.',
  },
  Geolocation: {
    tells:
      'Où se trouve l’appelant, par référence ou par une partie du corps. Les appels d’urgence sont routés d’après ' +
      'lui.',
    check:
      'Vérifiez que la partie « cid » existe ou que l’adresse est accessible, et qu’aucun équipement intermédiaire ' +
      'n’a retiré le corps.',
  },
  'Geolocation-Error': {
    tells:
      'Pourquoi la position était inutilisable, sous forme de code. Il doit accompagner un 424, et peut ' +
      'accompagner un succès.',
    check: 'Lisez le code, puis la position dans la requête ; l’appel lui-même a pu continuer sans elle.',
  },
  'Geolocation-Routing': {
    tells: 'Si les proxys ont le droit de router d’après la position. Sans lui, ils ne l’ont pas.',
    check: 'Pour un appel d’urgence arrivé au mauvais centre, voyez s’il dit « yes ».',
  },
  'History-Info': {
    tells:
      'Chaque cible que l’appel a eue en chemin, avec indice et motif. Il montre les renvois, les groupements et ' +
      'le numéro composé au départ.',
    check:
      'Lisez les indices dans l’ordre : un point de plus est un pas plus loin, et « cause » dans l’adresse dit ' +
      'pourquoi. Des entrées peuvent être masquées par confidentialité ou supprimées à une frontière de réseau.',
  },
  Identity: {
    tells:
      'Le numéro signé de l’appelant (STIR/SHAKEN) : un jeton avec numéro, heure, attestation A, B ou C et adresse ' +
      'du certificat. Il peut y en avoir plusieurs, chacun sur sa ligne.',
    check:
      'Comparez le numéro et l’heure du jeton à From et Date. Un gros jeton rend souvent un INVITE trop long pour UDP.',
  },
  'Identity-Info': {
    tells:
      'Où se trouve le certificat de l’ancien champ Identity. Il appartient à la RFC 4474, que la RFC 8224 a ' +
      'remplacée : aujourd’hui l’adresse est dans Identity.',
    check:
      'S’il apparaît encore, le signataire est périmé, et les vérificateurs actuels répondront 438 ou l’ignoreront.',
  },
  'In-Reply-To': {
    tells: 'Les Call-ID des appels auxquels celui-ci répond.',
    check: 'Servez-vous-en pour relier un rappel à l’appel manqué.',
  },
  'Info-Package': {
    tells:
      'Quel Info Package un INFO transporte. Sans lui, l’INFO est à l’ancienne, comme pour le DTMF ou une demande ' +
      'd’image.',
    check: 'Après un 469, comparez-le au Recv-Info du pair.',
  },
  Join: {
    tells: 'Le dialogue auquel l’appelant veut se joindre, pour les conférences et l’écoute discrète.',
    check: 'Un 481 signifie qu’un tel dialogue n’existe pas sur cet appareil : comparez Call-ID et les deux tags.',
  },
  'Max-Breadth': {
    tells: 'Combien de branches peuvent encore être ouvertes en parallèle. Il contient les avalanches de forks.',
    check: 'Après un 440, cherchez un groupement ou une boucle qui fork vers un très grand nombre de cibles.',
  },
  'Max-Forwards': {
    tells:
      'Combien de proxys peuvent encore traiter la requête. Il baisse de un à chaque proxy, en général depuis 70 : ' +
      'la différence compte les sauts.',
    check:
      'Une valeur basse trahit un long chemin ou une boucle ; une valeur qui ne baisse pas, un B2BUA qui repart à ' +
      'neuf. À 0, la réponse est 483.',
  },
  'MIME-Version': {
    tells: 'Que le corps suit MIME. Il accompagne les corps multipart.',
    check: 'Certains pairs refusent un corps multipart sans lui.',
  },
  'Min-Expires': {
    tells: 'La durée la plus courte que le registrar ou le notifieur accepte, en secondes. Il accompagne un 423.',
    check: 'Le client doit redemander avec au moins cette valeur. S’il ne le fait pas, réglez sa durée à la main.',
  },
  'Min-SE': {
    tells:
      'L’intervalle de session le plus court qui soit accepté, en secondes, 90 au moins. Il accompagne un 422, et ' +
      'les proxys peuvent l’augmenter en chemin.',
    check: 'Si un appel demande deux tours à cause d’un 422, portez le Session-Expires de l’appelant à cette valeur.',
  },
  Organization: {
    tells: 'L’organisation de l’émetteur, en texte libre.',
    check: 'Il aide à voir chez qui aboutit un trunk ; rien ne doit en dépendre.',
  },
  'P-Access-Network-Info': {
    tells:
      'L’accès qu’emploie un mobile : LTE, 5G ou Wi-Fi, avec la cellule. Il peut être inscrit par le terminal ou, ' +
      'avec « network-provided », par le réseau.',
    check:
      'Comparez-le avant et après un incident : une autre cellule ou un autre accès indique un transfert ' +
      'intercellulaire. Les appels d’urgence sont routés d’après lui, une valeur absente compte donc.',
  },
  'P-Asserted-Identity': {
    tells:
      'L’appelant tel que le réseau de confiance le connaît. Taxation, blocage et affichage l’emploient plutôt que ' +
      'From. Il peut contenir une adresse sip et une adresse tel.',
    check:
      'Si un trunk refuse l’appel par 403, ce numéro est le premier à comparer à ceux du trunk. Il ne doit ni ' +
      'venir d’un côté sans confiance ni y aller.',
  },
  'P-Asserted-Service': {
    tells:
      'Le service IMS que le réseau a reconnu à la requête, comme la téléphonie multimédia. Les serveurs ' +
      'd’application sont choisis d’après lui.',
    check: 'Si des services complémentaires ne marchent pas, voyez s’il manque ou cite un autre service.',
  },
  'P-Associated-URI': {
    tells: 'Toutes les adresses de l’usager enregistré. La première est l’identité par défaut de ses appels.',
    check: 'Si les appels sortent avec un numéro inattendu, regardez la première adresse du 200 à REGISTER.',
  },
  'P-Called-Party-ID': {
    tells: 'L’adresse réellement composée, conservée quand le Request-URI est remplacé par le contact.',
    check: 'Sur un téléphone à plusieurs numéros, il dit lequel a été appelé.',
  },
  'P-Charge-Info': {
    tells: 'Le numéro ou le compte qui paie l’appel, quand ce n’est pas l’appelant.',
    check:
      'Comparez-le à la facture quand un opérateur impute le mauvais compte ; il peut être supprimé à une frontière.',
  },
  'P-Charging-Function-Addresses': {
    tells: 'Où les serveurs du réseau doivent envoyer les tickets de taxation (ccf, ecf).',
    check:
      'Il ne doit pas sortir du réseau. Si des tickets manquent, comparez-le aux adresses des serveurs de taxation.',
  },
  'P-Charging-Vector': {
    tells:
      'L’icid-value identifie l’appel pour la taxation dans tous ses réseaux, et les identifiants d’opérateur ' +
      'montrent d’où il vient et où il va.',
    check:
      'Cherchez l’icid-value pour réunir les jambes d’un appel IMS. Une valeur absente à une frontière donne des ' +
      'factures impossibles à rapprocher.',
  },
  'P-Early-Media': {
    tells:
      'Si l’audio avant le décroché est permis : sendrecv, sendonly, recvonly, inactive, ou gated. Dans un INVITE, ' +
      '« supported » dit que le réseau de l’appelant s’y conforme.',
    check:
      'Si l’appelant n’entend ni retour d’appel ni annonce alors que le RTP circule, cherchez ici inactive, ou une ' +
      'passerelle qui ne l’a jamais écrit.',
  },
  'P-Preferred-Identity': {
    tells:
      'Le numéro que l’appelant demande au réseau d’afficher. Le réseau peut le prendre, le remplacer ou le refuser.',
    check:
      'Comparez-le au P-Asserted-Identity qui sort du réseau. S’ils diffèrent, le numéro n’est pas attribué à ce ' +
      'compte.',
  },
  'P-Preferred-Service': {
    tells: 'Le service IMS que le téléphone demande.',
    check: 'Le réseau le remplace par P-Asserted-Service ; si celui-ci manque, le service n’était pas permis.',
  },
  'P-RTP-Stat': {
    tells:
      'Ce qu’un côté a compté du média, dans BYE ou sa réponse : paquets envoyés (PS) et reçus (PR), perdus (PL), ' +
      'gigue (JI). Il renseigne sur le média là où aucun RTP n’a été capturé.',
    check: 'PR=0 avec PS au-dessus de 0, c’est de l’audio à sens unique vu de ce côté. Comparez les deux côtés.',
  },
  'P-Served-User': {
    tells:
      'L’usager pour qui la requête est traitée, et s’il l’est comme appelant ou comme appelé. Les serveurs ' +
      'd’application en ont besoin quand From ne le dit pas.',
    check: 'Si un service agit pour le mauvais côté, vérifiez ici « sescase » et l’usager.',
  },
  'P-Visited-Network-ID': {
    tells: 'Le réseau où le téléphone est en itinérance, tel que son premier proxy le nomme.',
    check: 'Si l’enregistrement n’échoue qu’en itinérance, voyez si le réseau d’origine a un accord avec ce nom.',
  },
  Path: {
    tells: 'Les proxys par lesquels le registrar doit envoyer les appels vers ce téléphone. Le 200 les répète.',
    check:
      'Si les appels vers un téléphone enregistré n’arrivent jamais, voyez si le proxy de bordure s’est ajouté, et ' +
      'si le registrar cite « path » dans Supported.',
  },
  'Permission-Missing': {
    tells: 'De qui le consentement manque encore avant que le serveur de listes puisse lui envoyer quoi que ce soit.',
    check: 'Demandez leur consentement aux destinataires cités, ou retirez-les de la liste.',
  },
  Priority: {
    tells: 'L’urgence de l’appel selon l’appelant. Pour un rappel après un appel d’urgence, il dit psap-callback.',
    check: 'Il ne donne aucun droit dans le réseau : c’est le rôle de Resource-Priority.',
  },
  Privacy: {
    tells:
      'Ce que l’appelant veut masquer. Avec « id », le numéro de P-Asserted-Identity ne doit pas atteindre ' +
      'l’appelé ; « none » demande de l’afficher malgré un réglage par défaut.',
    check:
      'Si un numéro est affiché ou masqué contre toute attente, comparez-le à From. Seul le dernier serveur de ' +
      'confiance doit retirer l’identité, et les trunks diffèrent sur ce point.',
  },
  'Proxy-Authenticate': {
    tells:
      'Le défi d’un proxy : realm, nonce et algorithmes. C’est une première étape normale d’un appel, et il ' +
      'accompagne un 407.',
    check:
      'S’il y a plusieurs défis, le client doit répondre pour chaque realm qu’il connaît. Un nouveau nonce avec ' +
      'stale=true signifie seulement que le nonce était trop vieux.',
  },
  'Proxy-Authorization': {
    tells: 'Les identifiants pour un proxy. Seul le proxy de ce realm les lit.',
    check: 'Comparez realm et nonce au 407. S’ils partent vers un opérateur, le proxy a oublié de les retirer.',
  },
  'Proxy-Require': {
    tells: 'Les extensions que chaque proxy du chemin doit comprendre.',
    check:
      'Un 420 d’un proxy cite dans Unsupported ce qu’il ne connaît pas ; « sec-agree » relève ici de l’IMS et ' +
      'échoue ailleurs.',
  },
  RAck: {
    tells: 'Quelle réponse provisoire fiable un PRACK confirme : RSeq, numéro de CSeq et méthode.',
    check: 'Si un PRACK reçoit 481 ou 400, comparez les trois valeurs au 18x.',
  },
  Reason: {
    tells:
      'Pourquoi une requête ou une réponse a été envoyée : une cause Q.850, un code SIP ou un autre protocole. Il ' +
      'en dit plus que le code, et souvent qui a mis fin à l’appel.',
    check:
      'Lisez-le d’abord sur BYE, CANCEL et les réponses finales. « SIP;cause=200 » sur CANCEL signifie qu’un autre ' +
      'téléphone a décroché ; une cause Q.850 vient du réseau téléphonique ou l’imite.',
  },
  'Record-Route': {
    tells: 'Les proxys qui veulent rester sur le chemin du dialogue. Les deux côtés le recopient dans leur Route.',
    check:
      'Si ACK ou BYE prennent un autre chemin que l’INVITE, voyez si un proxy s’est oublié, a écrit une adresse ' +
      'que l’autre côté ne peut atteindre, ou n’a pas mis le paramètre « lr ».',
  },
  'Recv-Info': {
    tells: 'Les Info Packages que l’émetteur veut bien recevoir. Vide, il n’en veut aucun mais connaît l’extension.',
    check:
      'Il doit figurer dans l’INVITE ou sa réponse avant que le pair puisse employer un paquet ; comparez après un ' +
      '469.',
  },
  'Refer-Sub': {
    tells: 'Si un REFER demande à être informé de son résultat. Avec « false », aucun NOTIFY ne suit.',
    check: 'Si celui qui transfère n’apprend jamais le résultat, voyez s’il dit « false ».',
  },
  'Refer-To': {
    tells: 'Où l’appel doit être envoyé. Avec Replaces dans son adresse, c’est un transfert supervisé.',
    check:
      'Vérifiez que celui qui est transféré sait router cette adresse : c’est souvent l’adresse interne d’un autre ' +
      'PBX. Le Replaces qu’elle contient doit nommer un dialogue qui existe chez la cible.',
  },
  'Referred-By': {
    tells: 'Qui a demandé le transfert. Les cibles s’en servent pour la taxation et les droits.',
    check: 'Si la cible d’un transfert refuse par 403 ou 429, voyez s’il manque.',
  },
  'Reject-Contact': {
    tells: 'Quels genres d’appareils ne doivent pas être joints, par des caractéristiques comme la messagerie vocale.',
    check: 'Si un contact enregistré n’est jamais essayé, comparez ses caractéristiques à ce champ.',
  },
  'Remote-Party-ID': {
    tells:
      'L’appelant, ou le correspondant connecté, avec des indicateurs de vérification et de confidentialité. Il ' +
      'est plus ancien que P-Asserted-Identity, mais certains PBX comptent encore sur lui.',
    check:
      'Si le nom ou le numéro affiché est faux, voyez lequel des deux champs chaque côté lit. N’envoyez que l’un ' +
      'des deux si le pair les confond.',
  },
  Replaces: {
    tells:
      'Le dialogue dont cet appel prend la place, dans le transfert supervisé et l’interception. Call-ID et les ' +
      'deux tags le nomment.',
    check:
      'Un 481 signifie que le dialogue n’est pas sur cet appareil : un B2BUA intermédiaire a pu changer Call-ID ou ' +
      'tags. Les tags sont écrits du point de vue du destinataire.',
  },
  'Reply-To': {
    tells: 'Où rappeler, quand ce n’est pas From.',
    check: 'Rarement respecté ; regardez-le si les rappels aboutissent à un mauvais numéro.',
  },
  'Request-Disposition': {
    tells:
      'Comment les proxys doivent traiter l’appel : fork ou non, en parallèle ou l’un après l’autre, file, ' +
      'redirection ou relais.',
    check: 'Si un seul téléphone sonne ou si l’appel est redirigé à l’improviste, voyez si l’appelant l’a demandé ici.',
  },
  Require: {
    tells:
      'Les extensions que l’autre côté doit prendre en charge pour ce message. Sinon il répond 420. Dans un 18x, « ' +
      '100rel » demande un PRACK.',
    check:
      'Après un 420, comparez-le à Unsupported. Là où l’extension n’est que souhaitée, déplacez-la dans Supported.',
  },
  'Resource-Priority': {
    tells:
      'La priorité de l’appel dans le réseau, en espace et valeur : ets, wps, dsn et autres. Les commutateurs ' +
      'attribuent les voies d’après elle.',
    check:
      'Vérifiez que chaque réseau du chemin connaît l’espace. Dans Require il conduit à 417, sinon un espace ' +
      'inconnu est ignoré.',
  },
  'Retry-After': {
    tells:
      'Combien de secondes attendre avant de réessayer. Avec 503 il vaut pour tout le serveur, avec 480, 486, 600 ' +
      'et 603 pour l’appelé.',
    check:
      'Voyez si le client s’est tenu à l’écart ce temps-là et a employé un autre serveur. Une longue valeur avec ' +
      '503 met hors jeu un serveur sain : ne l’envoyez pas pour un seul trunk occupé.',
  },
  Route: {
    tells:
      'Les proxys que la requête doit encore visiter. Dans un dialogue il vient de Record-Route, avant cela d’un ' +
      'réglage, de Path ou de Service-Route.',
    check:
      'La valeur du haut doit nommer l’hôte auquel va le paquet. Une valeur sans « lr » signifie un routage ' +
      'strict, avec lequel le matériel actuel a du mal.',
  },
  RSeq: {
    tells: 'Le numéro d’une réponse provisoire fiable. L’appelant doit la confirmer par PRACK.',
    check:
      'Si le même numéro revient sans cesse, aucun PRACK n’arrive. Les numéros doivent croître de un dans une jambe.',
  },
  'Security-Client': {
    tells:
      'Les mécanismes de sécurité que le téléphone propose pour son premier saut, en IMS en général IPsec avec ' +
      'ports et index de clés.',
    check: 'Comparez-le à Security-Server : sans mécanisme commun, la réponse est 494 ou 421.',
  },
  'Security-Server': {
    tells:
      'Les mécanismes que le premier proxy propose, le meilleur d’abord. Le téléphone les recopie dans ' +
      'Security-Verify.',
    check:
      'Si le téléphone se tait ensuite, voyez si des paquets protégés partent des ports indiqués ici : la capture ' +
      'ne montre alors que de l’ESP.',
  },
  'Security-Verify': {
    tells: 'Une copie de Security-Server, envoyée protégée, pour que personne en chemin n’ait pu affaiblir la liste.',
    check: 'S’il diffère de Security-Server, le proxy refuse ; une attaque ou un équipement défectueux l’a modifié.',
  },
  Server: {
    tells: 'Le logiciel de celui qui a répondu. Il dit quel hôte a produit une réponse, même relayée par des proxys.',
    check:
      'Il mène à l’hôte à examiner, et au produit dont la documentation explique un code privé. Certains hôtes le ' +
      'cachent ou en imitent un autre.',
  },
  'Service-Route': {
    tells:
      'Les proxys par lesquels le téléphone enregistré doit envoyer ses propres requêtes. En IMS il nomme le proxy ' +
      'de service.',
    check: 'Si les appels d’un téléphone enregistré sont refusés par 403 ou 404, voyez si son Route le reprend.',
  },
  'Session-Expires': {
    tells:
      'Quand la session prend fin faute de rafraîchissement, et qui rafraîchit. Celui que nomme « refresher » ' +
      'envoie re-INVITE ou UPDATE à la moitié de l’intervalle.',
    check:
      'Si des appels tombent après une durée fixe de plusieurs minutes, trouvez le rafraîchissement absent ou ' +
      'refusé. Sans « refresher » dans le 200, chaque côté peut croire que l’autre s’en charge.',
  },
  'Session-ID': {
    tells:
      'Un identifiant de session de bout en bout auquel les B2BUA ne touchent pas : une moitié pour chaque côté. ' +
      'C’est le meilleur moyen de réunir les jambes.',
    check:
      'Cherchez dans chaque capture la moitié qui n’est pas faite de zéros. S’il change chez un hôte, cet hôte ne ' +
      'le connaît pas.',
  },
  'SIP-ETag': {
    tells: 'La version de l’état publié. Le prochain PUBLISH doit la citer.',
    check: 'Si le prochain PUBLISH reçoit 412, le serveur l’a perdue, par exemple en redémarrant.',
  },
  'SIP-If-Match': {
    tells: 'Quelle version publiée est rafraîchie, modifiée ou retirée.',
    check: 'Après un 412, le client doit publier de nouveau sans lui.',
  },
  Subject: {
    tells: 'Le sujet de l’appel, en texte libre.',
    check: 'Le trafic de test s’y reconnaît souvent ; rien n’en dépend.',
  },
  'Subscription-State': {
    tells:
      'Si l’abonnement est actif, en attente ou terminé, combien de temps il vaut encore, et pourquoi il a pris fin.',
    check:
      'Sur « terminated », lisez « reason » : deactivated et timeout permettent un nouveau SUBSCRIBE aussitôt, ' +
      'probation et giveup plus tard, rejected et noresource jamais.',
  },
  Supported: {
    tells:
      'Les extensions que l’émetteur sait employer si on le demande : 100rel, timer, replaces, path, outbound, ' +
      'precondition. Sans « 100rel » ici, personne ne peut exiger PRACK.',
    check:
      'Avant d’accuser une fonction, voyez si les deux côtés la citent. Les équipements intermédiaires suppriment ' +
      'souvent des entrées.',
  },
  'Suppress-If-Match': {
    tells:
      'Demande de ne pas envoyer de NOTIFY si l’état est encore celui de cette étiquette. La réponse est alors 204.',
    check:
      'Si un téléphone montre d’anciens états après un redémarrage, voyez s’il supprime une notification dont il a ' +
      'besoin.',
  },
  'Target-Dialog': {
    tells: 'Nomme un dialogue existant, comme preuve que l’émetteur de cette requête, un REFER par exemple, y a droit.',
    check: 'Un 481 ou 403 signifie que le destinataire ne connaît pas ce dialogue : comparez Call-ID et tags.',
  },
  Timestamp: {
    tells: 'L’horloge de l’émetteur et, dans un 100, le délai passé dans le serveur. L’aller-retour s’en déduit.',
    check: 'Un grand délai derrière le nombre montre un serveur lent plutôt qu’un réseau lent.',
  },
  To: {
    tells:
      'À qui s’adresse le dialogue. Celui qui répond ajoute le tag : plusieurs tags pour un INVITE, ce sont ' +
      'plusieurs appareils. C’est le Request-URI qui décide du routage, non To.',
    check:
      'Un tag dans la toute première requête signifie qu’elle appartient à un dialogue ; un serveur qui ne le ' +
      'connaît pas répond 481. Ne prenez pas To pour le numéro réellement routé.',
  },
  'Trigger-Consent': {
    tells: 'Où le serveur de listes demande le consentement d’un destinataire.',
    check: 'Il ne concerne que les listes de destinataires ; regardez-le après un 470.',
  },
  Unsupported: {
    tells: 'Les extensions de Require que ce serveur ne connaît pas. Il accompagne un 420.',
    check:
      'Retirez-les de Require ou désactivez la fonction, puis réessayez. Si un proxy a répondu, regardez ' +
      'Proxy-Require.',
  },
  'User-Agent': {
    tells: 'Le logiciel de l’émetteur, avec sa version. Il distingue téléphones, PBX et scanners.',
    check:
      'Comparez les versions des téléphones qui marchent et de ceux qui ne marchent pas. Des noms de scanners ' +
      'comme friendly-scanner trahissent une attaque, mais chacun peut écrire le nom qu’il veut.',
  },
  'User-to-User': {
    tells:
      'Des données pour l’application de l’autre côté, comme le RNIS les connaît : les centres d’appels y passent ' +
      'des numéros de compte ou de dossier.',
    check:
      'Si des données se perdent, trouvez le saut qui les a retirées, et comparez codage et contenu à ce que la ' +
      'cible attend.',
  },
  Via: {
    tells:
      'Les hôtes que la requête a traversés, le dernier en haut. La réponse les remonte ; branch identifie la ' +
      'transaction, received et rport montrent ce que le NAT a changé.',
    check:
      'Si « received » diffère de l’adresse du premier Via, il y a un NAT entre les deux. Une réponse qui va au ' +
      'port de Via plutôt qu’au port source montre que rport manque.',
  },
  Warning: {
    tells:
      'Ce dont le serveur se plaint, en code et en texte. Avec 488 ou 606, il nomme la partie du SDP qui ne ' +
      'convenait pas.',
    check: 'Cherchez le code (warning:305), et lisez le texte : avec 399, lui seul dit quelque chose.',
  },
  'WWW-Authenticate': {
    tells: 'Le défi d’un registrar ou d’un serveur : realm, nonce, algorithmes et qop. Il accompagne un 401.',
    check:
      'Si le client n’y répond pas, il ne connaît peut-être pas l’algorithme (SHA-256 ou AKA) ou le realm. Le même ' +
      'défi après des identifiants signifie un mauvais mot de passe.',
  },
  'X-Asterisk-HangupCause': {
    tells: 'La cause de raccrochage d’Asterisk en mots, sur BYE et sur les refus de l’ancien pilote SIP.',
    check: 'Lisez à côté X-Asterisk-HangupCauseCode : le nombre est une cause Q.850.',
  },
  'X-Asterisk-HangupCauseCode': {
    tells:
      'La cause de raccrochage d’Asterisk sous forme de nombre Q.850. Elle en dit souvent plus que le code SIP qui ' +
      'l’accompagne.',
    check: 'Expliquez le nombre par q850:16, et comparez-le à Reason s’il est là aussi.',
  },
  'X-BroadWorks-Correlation-Info': {
    tells: 'Un identifiant que partagent les jambes d’un appel à travers BroadWorks.',
    check: 'Cherchez la valeur pour réunir les jambes.',
  },
  'X-Call-ID': {
    tells:
      'Le Call-ID de l’autre jambe, inscrit par un SBC ou un PBX. Des outils comme sngrep réunissent les jambes ' +
      'd’après lui.',
    check: 'Cherchez sa valeur comme Call-ID.',
  },
  'X-CID': {
    tells:
      'Le Call-ID de l’autre jambe, ou un identifiant que les deux partagent. Plusieurs outils réunissent les ' +
      'jambes d’après lui.',
    check: 'Cherchez sa valeur comme Call-ID ; si aucune jambe ne se trouve, elle n’a pas été capturée.',
  },
  'X-FS-Support': {
    tells: 'Que l’émetteur est FreeSWITCH, et lesquelles de ses propres extensions il sait employer.',
    check: 'Il désigne l’hôte comme B2BUA : cherchez l’autre jambe sous un autre Call-ID.',
  },
  'X-Genesys-CallUUID': {
    tells: 'L’identifiant de l’appel chez Genesys, le même sur toutes ses jambes.',
    check: 'Cherchez-le dans les historiques du centre d’appels et dans les autres jambes.',
  },
  'X-Twilio-CallSid': {
    tells: 'L’identifiant de l’appel chez Twilio.',
    check: 'Donnez-le au support de Twilio, et cherchez-le dans son journal.',
  },
};
