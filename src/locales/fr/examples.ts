/** What happens in the examples of the rules, a sentence each; English ones stand in the fixtures. */
import type { ExampleTitles } from '../locale.ts';

export const examples: Readonly<Record<string, ExampleTitles>> = {
  'ack-missing-for-2xx': {
    bad: 'Les réponses ne reviennent pas jusqu’à alice, qui continue d’envoyer son INVITE.',
    good: 'Aucun ACK n’est visible, mais le téléphone de bob cesse de répéter son 200 et l’appel continue : l’ACK est passé par un autre chemin.',
  },
  'ack-or-route-misaddressed': {
    bad: 'L’appelant acquitte le 200 à l’adresse qu’il a composée, et le proxy ne sait où envoyer cet ACK.',
    good: 'Le 180 venait d’un serveur d’annonces avec un autre Contact ; seul celui du 200 compte.',
  },
  'answered-then-immediate-bye': {
    bad: 'La passerelle décroche et raccroche une demi-seconde plus tard sans donner de raison.',
    good: 'Un serveur appelle alice pour la mettre en relation avec quelqu’un d’autre : son INVITE n’a pas d’offre, et son BYE vient vite.',
  },
  'auth-challenge-unanswered': {
    bad: 'Le 407 n’a pas de Proxy-Authenticate : personne ne pourrait y répondre.',
    good: 'Le client répond au défi, et l’appel continue.',
  },
  'auth-credentials-rejected': {
    bad: 'Le premier mot de passe est faux, le second est accepté : un avertissement suffit.',
    good: 'Les identifiants sont bons, c’est le numéro qui n’est pas autorisé.',
  },
  'auth-nonce-loop': {
    bad: 'Le téléphone garde son premier nonce, bien que le registrar en envoie un nouveau à chaque fois ; puis il est admis.',
    good: 'Un nonce a expiré, et le téléphone est admis avec le nouveau : un seul défi stale est normal.',
  },
  'bad-request': {
    bad: 'Un nom de client qui contient une virgule n’est pas entre guillemets.',
    good: 'La grammaire n’est pas respectée, mais le serveur ne s’en formalise pas.',
  },
  'body-rejected': {
    bad: 'Le corps est compressé, et le serveur ne décompresse pas.',
    good: 'Le DTMF par INFO est refusé : c’est une affaire de DTMF.',
  },
  'busy-declined-unavailable': {
    bad: 'Le téléphone sonne et décline en moins de 60 ms.',
    good: 'Bob regarde l’écran et décline.',
  },
  'bye-unanswered': {
    bad: 'Le proxy répond 100 au BYE et n’obtient aucune réponse du téléphone de bob ; les deux sauts sont là.',
    good: 'Une seule copie du BYE et pas de réponse : un téléphone qui n’entend rien l’aurait renvoyé, c’est donc la capture qui a manqué la réponse.',
  },
  'call-blocked-by-analytics': {
    bad: 'Le réseau bloque l’appel d’après ses analyses (603+) et dit où réclamer ; le constat porte sur le saut qui a refusé.',
    good: 'Une passerelle traduit la cause 21 de l’appelé en 603, comme il se doit : pas un mot d’analyses.',
  },
  'call-dropped-32s': {
    bad: 'Le 200 à un re-INVITE n’est jamais acquitté, et l’appel tombe 32 secondes après.',
    good: 'Aucun ACK n’est visible et l’appelé raccroche après 32 secondes, mais son 200 n’a été envoyé qu’une fois : l’ACK est peut-être passé par un autre chemin.',
  },
  'call-forbidden': {
    bad: 'Les identifiants sont bons ; la classe de service n’autorise pas ce numéro.',
    good: 'Le premier opérateur refuse, le second fait aboutir l’appel.',
  },
  'cancel-answer-race': {
    bad: 'Le CANCEL est envoyé alors que le décroché était déjà là, et reste sans effet.',
    good: 'Alice raccroche avant que bob ne décroche.',
  },
  'cancel-misuse': {
    bad: 'L’appelant raccroche avant que quoi que ce soit ne soit revenu.',
    good: 'L’appelant raccroche pendant que cela sonne.',
  },
  'capture-clock': {
    bad: 'Les requêtes et les réponses ont été capturées sur deux machines dont les horloges diffèrent.',
    good: 'Une seule réponse sans sa requête au bon moment : la copie à laquelle elle répond n’a pas été capturée.',
  },
  'capture-drops': {
    bad: 'Les statistiques à la fin du fichier parlent de 42 paquets perdus, dont 40 par l’interface.',
    good: 'Les statistiques disent que rien n’a été perdu.',
  },
  'capture-duplicates': {
    bad: 'Chaque paquet figure deux fois dans la capture, à 30 microsecondes d’écart.',
    good: 'L’INVITE est envoyé une deuxième fois après une demi-seconde : pas un doublon, mais le timer A.',
  },
  'capture-encrypted': {
    bad: 'Tout est chiffré : un avertissement.',
    good: 'Le TLS sur le port 443 ne concerne pas SIP.',
  },
  'capture-ends-early': {
    bad: 'La capture se termine pendant qu’alice et bob se parlent.',
    good: 'L’appel se termine avant la capture.',
  },
  'capture-multi-hop': {
    bad: 'La même requête devant et derrière un proxy.',
    good: 'Un client qui reçoit un défi demande deux fois : deux requêtes, pas deux sauts.',
  },
  'capture-one-sided': {
    bad: 'Seul ce qu’envoie le téléphone de bob a été capturé.',
    good: 'Les deux sens sont là.',
  },
  'capture-signalling-only': {
    bad: 'Un appel d’une demi-minute, et pas un seul paquet de média.',
    good: 'Un journal de messages SIP ne contient par nature aucun média.',
  },
  'capture-starts-mid-call': {
    bad: 'La capture commence au milieu d’un appel : une mise en attente, puis la fin.',
    good: 'L’appel est là depuis son INVITE.',
  },
  'capture-truncated': {
    bad: 'Quelqu’un a copié le début d’un journal d’Asterisk : son dernier message s’arrête au milieu du SDP.',
    good: 'Une longueur de zéro et pas de corps : il ne manque rien.',
  },
  'codec-no-overlap': {
    bad: 'La réponse à l’appel met le port 0 pour son seul flux.',
    good: 'Un appel refusé pour une autre raison ne dit rien des codecs.',
  },
  'contact-unroutable': {
    bad: 'Un serveur dans un réseau privé donne sa propre adresse dans le 200 : aucun ACK ne revient.',
    good: 'L’appelé raccroche, et son BYE va là d’où l’INVITE est venu, Contact privé ou non.',
  },
  'content-length-mismatch': {
    bad: 'En TCP, rien d’autre que Content-Length ne dit où un message se termine.',
    good: 'Un nom dans le SDP a des lettres de deux octets : la longueur compte les octets.',
  },
  'cseq-disorder': {
    bad: 'Le CSeq de l’ACK dit INVITE.',
    good: 'Un B2BUA garde le Call-ID et les tags et recommence à compter de son autre côté.',
  },
  'destination-not-found': {
    bad: 'Le registrar derrière le proxy ne connaît pas de bobby ; le proxy transmet son 404.',
    good: 'Les chiffres sont envoyés à mesure qu’ils sont composés ; 484 en demande d’autres.',
  },
  'dialog-never-terminated': {
    bad: 'L’appel est décroché et l’on n’en entend plus parler pendant cinq heures.',
    good: 'Du BYE, seules les réponses ont été capturées, sur les deux sauts : l’appel est terminé.',
  },
  'dialog-unknown-481': {
    bad: 'Le CANCEL ne porte pas la branche de l’INVITE, si bien que le téléphone de bob continue de sonner jusqu’à ce qu’il décline.',
    good: 'La capture commence par le BYE : ce qui était arrivé au dialogue auparavant est inconnu.',
  },
  'dtmf-mismatch': {
    bad: 'Opus à 48 kHz avec telephone-event à 8 kHz seulement.',
    good: 'Opus, et telephone-event aussi à sa fréquence d’horloge.',
  },
  'early-dialog-media-conflict': {
    bad: 'Deux passerelles qu’un proxy fait sonner ensemble jouent toutes deux leur tonalité à alice.',
    good: 'Le proxy essaie la seconde passerelle quand la première a refusé : 199 dit que son dialogue est fini, et ses médias mettent un moment à cesser.',
  },
  'early-media-sdp-missing': {
    bad: 'La passerelle annonce de l’early media par P-Early-Media et oublie son SDP.',
    good: 'Sans offre dans l’INVITE, le 183 n’a rien à quoi répondre.',
  },
  'emergency-call-problem': {
    bad: 'L’IMS veut d’abord un enregistrement d’urgence.',
    good: 'L’appel d’urgence est vite décroché.',
  },
  'forward-loop': {
    bad: 'Bob renvoie vers Carol et Carol vers Bob.',
    good: 'Trois correspondants renvoient vers un quatrième.',
  },
  'global-failure-not-honoured': {
    bad: 'Bob décline pour tous ses appareils, et le proxy fait sonner le suivant, où il décroche.',
    good: 'Un 486 ne vaut que pour un téléphone, et le proxy peut essayer le suivant.',
  },
  'hold-direction-problem': {
    bad: 'Une mise en attente par sendonly reçoit une réponse comme si ce n’en était pas une.',
    good: 'Une annonce qui ne fait qu’émettre, à sens unique dès le départ dans l’offre comme dans la réponse.',
  },
  'ice-dtls-failure': {
    bad: 'Alice rejette le certificat de bob : ce n’est pas celui que nomme son empreinte (SHA-1).',
    good: 'Une paire d’adresses échoue, une autre réussit : c’est ainsi qu’ICE est conçu.',
  },
  'icmp-unreachable': {
    bad: 'L’appelé n’écoute pas sur le port que nomme son SDP : tout le média de l’appelant est renvoyé pendant l’appel.',
    good: 'Le serveur est en train de démarrer : la première copie est renvoyée, la deuxième reçoit une réponse.',
  },
  'identity-header-conflict': {
    bad: 'Le PBX et le SBC ajoutent chacun un P-Asserted-Identity.',
    good: 'Des numéros différents, et l’appelé était occupé : cela n’a gêné personne.',
  },
  'interval-rejected-loop': {
    bad: 'Le registrar refuse une heure comme trop courte.',
    good: 'Un seul 422, puis le PBX propose ce que veut le trunk.',
  },
  'invite-no-final-response': {
    bad: 'Alice raccroche pendant que le téléphone de bob sonne, mais plus rien ne répond à son CANCEL.',
    good: 'La capture se termine pendant que le téléphone sonne.',
  },
  'invite-no-response': {
    bad: 'Le proxy prend l’appel avec 100 ; la passerelle derrière lui est morte, et le proxy renonce avec 408. La faute est sur le deuxième saut.',
    good: 'La capture se termine deux secondes après la seule copie en TCP : personne ne peut savoir.',
  },
  'invite-stalled-after-trying': {
    bad: 'La passerelle prend l’appel et ne dit plus rien ; après 35 secondes, alice raccroche.',
    good: 'Douze secondes après le 100, la capture se termine : trop tard pour un appel sans défaut, trop tôt pour dire qu’il a échoué.',
  },
  'loop-detected': {
    bad: 'Seule la fin de la boucle est là : un proxy dit 482.',
    good: 'La première passerelle refuse, et le proxy essaie encore la même : deux branches, pas de boucle.',
  },
  'mandatory-header-missing': {
    bad: 'Un INVITE sans Contact ne donne à l’appelé aucune adresse pour ses requêtes.',
    good: 'Chaque champ sous sa forme d’une lettre.',
  },
  'media-none': {
    bad: 'Aucun des deux côtés n’envoie de média pendant huit secondes, alors qu’un autre appel entre les mêmes hôtes en a.',
    good: 'Le média de cet appel passe peut-être ailleurs : la capture n’en montre que d’autres hôtes.',
  },
  'media-one-way': {
    bad: 'Alice est derrière un NAT et nomme son adresse privée ; bob y envoie ses médias.',
    good: 'Les deux parlent.',
  },
  'media-timeout-drop': {
    bad: 'Les médias d’alice cessent au bout de huit secondes ; trente secondes plus tard, l’autocommutateur de bob raccroche.',
    good: 'Alice parle à une messagerie qui n’envoie rien après son bip, et raccroche quand elle a fini, trente secondes plus tard.',
  },
  'method-not-supported': {
    bad: 'Le téléphone annonce INFO et le refuse.',
    good: 'NOTIFY garde ouverte l’association NAT ; son refus aussi.',
  },
  'mos-low': {
    bad: 'Sur le chemin depuis bob, un paquet sur dix est perdu : cela seul retire 27 à la note.',
    good: 'Trois paquets sur cent sont perdus : de quoi avertir, mais la voix reste bonne.',
  },
  'multiple-2xx-forked': {
    bad: 'Deux téléphones décrochent, et celui d’alice garde les deux jusqu’à ce qu’elle raccroche.',
    good: 'Un téléphone décroche, le proxy annule l’autre à temps.',
  },
  'non-invite-response-misuse': {
    bad: 'Un registrar envoie aussitôt 100 à chaque REGISTER.',
    good: 'Un INVITE peut recevoir toutes ces réponses.',
  },
  'non-sip-on-sip-port': {
    bad: 'Quelqu’un envoie du RTP vers le port de SIP.',
    good: 'Trois paquets égarés relèvent du hasard.',
  },
  'non2xx-final-not-acked': {
    bad: 'L’ACK du 486 part comme l’ACK d’un 2xx, avec une branche à lui.',
    good: 'La capture se termine alors que le serveur répète encore son 486.',
  },
  'offer-answer-violation': {
    bad: 'Une annonce dans le 183, une autre adresse pour le média dans le 200, sous le même tag de To.',
    good: 'La capture commence en cours d’appel : ce qui avait été convenu avant n’est pas connu.',
  },
  'options-ping-failing': {
    bad: 'Un trunk tombe pendant trois minutes.',
    good: 'Un seul OPTIONS à quelqu’un qui n’est pas là n’est pas un ping.',
  },
  'overload-control-violated': {
    bad: 'Prié d’écarter la moitié de ses requêtes, le client continue d’envoyer comme avant.',
    good: 'Peu de requêtes : ce qui en est écarté ne peut pas se mesurer.',
  },
  'parser-rejects': {
    bad: 'Deux charges utiles ont la première ligne d’une requête et rien de SIP au-dessous.',
    good: 'Tous les messages sont lus.',
  },
  'post-dial-delay-high': {
    bad: 'Le proxy attend neuf secondes une première passerelle qui est morte.',
    good: 'L’appelant renonce après six secondes de silence : il n’y a pas de premier signe de progression à mesurer.',
  },
  'prack-missing': {
    bad: 'Le serveur répond au PRACK et répète malgré tout son 183.',
    good: 'L’appel est décroché pendant que le 183 est répété, et le PRACK a pris un autre chemin.',
  },
  'prack-rejected': {
    bad: 'Le proxy envoie un défi au PRACK, et le téléphone n’y répond pas.',
    good: 'Le PRACK est accepté.',
  },
  'prack-rseq-disorder': {
    bad: 'L’appel est décroché avant que le PRACK du 183 avec SDP soit arrivé.',
    good: 'Deux téléphones, deux tags de To : chacun compte pour soi.',
  },
  'privacy-leak': {
    bad: 'From est anonyme, et Contact nomme l’appelant.',
    good: 'Le SBC retire tout ce qui nomme l’appelant.',
  },
  'reason-contradiction': {
    bad: 'Un B2BUA décroche, trouve occupé le segment derrière lui et raccroche avec la cause de ce segment.',
    good: 'FreeSWITCH fait un 480 d’une cause pour laquelle il n’a pas de code.',
  },
  'redirect-not-followed': {
    bad: 'Le 302 désigne l’adresse qui a été appelée.',
    good: 'La capture se termine deux secondes après la redirection.',
  },
  'register-refresh-too-late': {
    bad: 'Le téléphone se règle sur l’heure qu’il a demandée, pas sur la minute accordée.',
    good: 'Le rafraîchissement arrive à la dernière seconde.',
  },
  'register-stale-contacts': {
    bad: 'Six adresses pour un seul utilisateur.',
    good: 'Téléphone de bureau, softphone et portier d’un même utilisateur.',
  },
  'registration-binding-lost': {
    bad: 'Le registrar a oublié un téléphone qu’il avait enregistré pour dix minutes.',
    good: 'La réponse au rafraîchissement n’a pas été capturée : elle a très bien pu arriver.',
  },
  'registration-brute-force': {
    bad: 'Un devineur de mots de passe qui finit par entrer.',
    good: 'Beaucoup de téléphones derrière un même NAT, dont les comptes ont été déplacés.',
  },
  'registration-failed': {
    bad: 'Le registrar ne laisse pas cet utilisateur s’enregistrer.',
    good: 'La capture se termine une seconde après les premières copies.',
  },
  'registration-flapping': {
    bad: 'Un téléphone qui se désenregistre et revient sans cesse.',
    good: 'Des rafraîchissements chaque minute sous un seul Contact : c’est ainsi qu’on garde un NAT ouvert.',
  },
  'reinvite-failed': {
    bad: 'Le téléphone de bob a perdu l’appel : 481 à la mise en attente, et le téléphone d’alice raccroche comme il le doit.',
    good: 'La mise en attente est refusée à la dernière seconde de la capture : si le téléphone réessaie ou raccroche, cela n’y figure pas.',
  },
  'reinvite-glare': {
    bad: 'Les deux re-INVITE se croisent, et personne ne dit 491.',
    good: 'Le téléphone de bob raccroche pendant que la mise en attente est en cours : ce ne sont pas des modifications qui se heurtent.',
  },
  'rel100-negotiation-failed': {
    bad: 'Le réseau exige 100rel, et le téléphone ne le propose pas.',
    good: 'Les deux le veulent et l’utilisent.',
  },
  'release-cause-abnormal': {
    bad: 'La passerelle appelante annule parce que son réseau a perdu la ligne.',
    good: 'Occupé, avec la cause d’occupé.',
  },
  'request-terminated-487': {
    bad: 'Une capture auprès du téléphone qui a perdu : quelqu’un a décroché un autre.',
    good: 'L’appelant raccroche pendant que cela sonne, vu sur les deux sauts.',
  },
  'required-extension-unsupported': {
    bad: 'Le réseau mobile n’a pas pu réserver le bearer.',
    good: 'La capture se termine avant que l’appelant ait pu réessayer.',
  },
  'response-misrouted': {
    bad: 'Personne ne demande rport, et le port du Via n’est pas ouvert dans le routeur.',
    good: 'Une machine qui envoie depuis un port et écoute sur un autre, comme elle en a le droit : la réponse va au port du Via.',
  },
  'retransmissions-excessive': {
    bad: 'Le proxy répond aussitôt, et le téléphone continue de demander : les réponses vont au mauvais port.',
    good: 'Pendant que le téléphone sonne, l’INVITE est répété toutes les 20 secondes pour garder ouverte l’association NAT (RFC 3581 section 3).',
  },
  'retry-after-ignored': {
    bad: 'L’appelé demande à être appelé après dix minutes, et il est appelé après une.',
    good: 'Seul le premier appelé a demandé d’attendre.',
  },
  'ringback-ambiguous': {
    bad: 'La même chose à travers un proxy : un seul constat, sur le saut de la passerelle.',
    good: 'D’abord 180, puis early media : le téléphone passe de sa propre tonalité à celle du réseau.',
  },
  'rtcp-problem': {
    bad: 'La capture montre tous les paquets de bob ; il en manque 20 à alice entre ses deux rapports.',
    good: 'Les deux descriptions ne donnent aucun débit au RTCP : il ne doit pas y en avoir, quoi qu’envoie alice.',
  },
  'rtp-after-bye': {
    bad: 'Le serveur de médias de bob continue sept secondes après avoir répondu au BYE.',
    good: 'L’appel suivant prend les mêmes ports une seconde plus tard, et l’appareil de bob le même numéro de source.',
  },
  'rtp-before-answer': {
    bad: 'La passerelle joue son annonce deux secondes avant que son SDP vienne avec le 200.',
    good: 'L’early media suit le 183 qui l’annonce.',
  },
  'rtp-clock-ptime-mismatch': {
    bad: 'Bob compte les échantillons de G.722 tels qu’ils sont, à 16000 Hz ; ses horodatages vont à 8000 Hz.',
    good: 'Des paquets de 20 ms, comme les deux côtés les demandent.',
  },
  'rtp-gap-midcall': {
    bad: 'Pendant trois secondes, les paquets de bob se perdent : les numéros continuent après le trou.',
    good: 'Le bruit de confort dit que bob se tait ; cinq secondes plus tard il reparle.',
  },
  'rtp-jitter-high': {
    bad: 'La radio de bob s’endort : ses paquets viennent par dix, cinq fois par seconde.',
    good: 'Alice compose des chiffres : les événements répètent un même horodatage et ne disent rien de la gigue.',
  },
  'rtp-late-start': {
    bad: 'La passerelle de bob décroche et envoie son premier paquet 2,5 secondes plus tard.',
    good: 'L’early media de bob se poursuit par sa parole.',
  },
  'rtp-loss-high': {
    bad: 'Pendant une seconde, un paquet sur deux d’alice est perdu : sur tout l’appel, c’est un sur seize.',
    good: 'Deux paquets sur quatre cents sont perdus : un demi pour cent.',
  },
  'rtp-payload-type-unexpected': {
    bad: 'Alice passe de PCMA à PCMU par un re-INVITE ; bob accepte et continue d’envoyer du PCMA.',
    good: 'Audio et vidéo partagent un port (BUNDLE) : ce qui y arrive peut être de l’une ou l’autre section.',
  },
  'rtp-source-mismatch': {
    bad: 'Le média de bob vient d’une seconde adresse à lui.',
    good: 'Le média vient des sockets que nomment les SDP.',
  },
  'rtp-ssrc-change': {
    bad: 'Six secondes après le début, le média de bob continue avec une autre source, et rien n’a été signalé.',
    good: 'Média précoce et parole après le décroché viennent de sources différentes d’une même passerelle.',
  },
  'scanner-detected': {
    bad: 'Un scanner dit son nom.',
    good: 'Un PBX dont le trunk est bloqué : chaque appel est refusé.',
  },
  'sdp-answer-invalid': {
    bad: 'La réponse omet la ligne vidéo au lieu de la refuser par le port 0.',
    good: 'Une offre ultérieure ajoute une ligne, la suivante la ferme par le port 0.',
  },
  'sdp-private-address': {
    bad: 'Un serveur propose du média à son adresse de bouclage.',
    good: 'Le proxy met son relais média à la place de l’adresse privée.',
  },
  'sdp-version-anomaly': {
    bad: 'La version recule.',
    good: 'La version saute de plus d’une unité, ce qui ne change rien.',
  },
  'server-overload-503': {
    bad: 'La passerelle dit pourquoi : aucun circuit n’est libre.',
    good: 'Neuf appels sont refusés, et le serveur suivant les prend.',
  },
  'session-refresh-failed': {
    bad: 'Le téléphone de bob a redémarré et ne connaît plus l’appel que rafraîchit celui d’alice ; elle raccroche aussitôt.',
    good: 'Le rafraîchissement est refusé peu avant la fin de la capture : un deuxième essai peut suivre.',
  },
  'session-timer-expiry-drop': {
    bad: 'Le téléphone d’alice doit rafraîchir la session et ne le fait pas ; celui de bob raccroche 32 secondes avant la fin du timer.',
    good: 'Le rafraîchissement part sur les deux sauts et sa réponse n’est sur aucun : la capture l’a peut-être manquée, et le BYE peut être de n’importe qui.',
  },
  'sip-alg-interference': {
    bad: 'Deux adresses du SDP ont raccourci d’un octet chacune, et Content-Length est resté tel quel.',
    good: 'Un proxy avec relais média change c= et laisse o= intact, comme il en a le droit.',
  },
  'srtp-profile-mismatch': {
    bad: 'Les deux côtés attendent que l’autre commence la négociation DTLS.',
    good: 'DTLS avec l’empreinte au niveau de la session, et des rôles qui concordent.',
  },
  'stir-identity-dropped': {
    bad: 'Le SBC transmet un appel signé sans sa signature.',
    good: 'Le proxy ajoute la signature d’un renvoi et garde la première.',
  },
  'stir-identity-malformed': {
    bad: 'Signé avec RS256, qu’aucun PASSporT ne peut utiliser.',
    good: 'La forme compacte, et le nom compact du champ d’en-tête.',
  },
  'stir-identity-missing': {
    bad: 'Le réseau d’arrivée veut une signature et n’en reçoit pas ; le constat porte sur le saut qui a refusé.',
    good: 'Un appel ordinaire sans signature, remis : personne n’en a demandé.',
  },
  'stir-number-mismatch': {
    bad: 'From correspond au jeton, P-Asserted-Identity non : c’est ce dernier que prennent les vérificateurs.',
    good: 'L’appelant masque son numéro : il n’y a rien à comparer.',
  },
  'stir-passport-stale': {
    bad: 'La requête et le jeton concordent, et retardent d’une heure sur les horloges de l’autre machine et de la capture.',
    good: 'La requête et le jeton concordent, et la capture a une autre heure : impossible de dire quelle horloge est fausse.',
  },
  'stir-verification-failed': {
    bad: 'Le vérificateur veut un autre type de PASSporT (428) ; le constat porte sur le saut qui a refusé.',
    good: 'Une raison qui n’a rien à voir avec les signatures.',
  },
  'subscription-no-notify': {
    bad: 'L’abonnement est accepté, et rien ne suit.',
    good: 'La capture se termine avant que le NOTIFY ait dû arriver.',
  },
  'subscription-rejected': {
    bad: 'Une touche BLF pour un paquet d’événements que le serveur n’a pas.',
    good: 'Un mot de passe est demandé, puis l’abonnement est accepté.',
  },
  't38-failure': {
    bad: 'La passerelle demande T.38, essuie un refus et renonce.',
    good: 'T.38 est accepté.',
  },
  'tag-problem': {
    bad: 'Le téléphone répond à l’appel sans tag de To.',
    good: 'Un serveur d’annonces parle d’abord, puis le téléphone répond avec un tag à lui.',
  },
  'tcp-connect-failed': {
    bad: 'Après vingt minutes de silence, le pare-feu a oublié la connexion : la requête suivante reçoit un RST.',
    good: 'La réponse n’est pas dans la capture, mais le numéro de séquence du FIN compte ses octets.',
  },
  'tls-handshake-failed': {
    bad: 'Le client raccroche dès qu’il a vu le certificat.',
    good: 'La négociation aboutit ; puis le client ferme.',
  },
  'toll-fraud-pattern': {
    bad: 'L’appel d’un scanner sonne : la porte est ouverte.',
    good: 'Une campagne : beaucoup de numéros, chacun composé une fois.',
  },
  'too-many-hops': {
    bad: 'Un groupe contient un groupe qui contient un groupe.',
    good: 'Comme recommandé.',
  },
  'transfer-failed': {
    bad: 'Le PBX entre les deux ne connaît pas l’appel que le transfert avec consultation doit remplacer.',
    good: 'La capture se termine dix secondes après l’acceptation du transfert : le NOTIFY peut encore venir.',
  },
  'transport-scheme-mismatch': {
    bad: 'L’adresse IPv6 du Via n’a pas de crochets.',
    good: 'IPv6 avec des crochets partout.',
  },
  'trying-late': {
    bad: 'Le téléphone derrière le proxy tarde à envoyer son 100, que le proxy sans état transmet.',
    good: 'Chaque réponse prend 700 ms : le chemin est long, le serveur n’est pas lent.',
  },
  'udp-fragment-lost': {
    bad: 'La réponse énumère tant de codecs qu’elle est fragmentée et perdue : le client redemande encore et encore.',
    good: 'Un filtre de capture sur le port 5060 écarte les deuxièmes fragments ; la réponse montre que l’INVITE est arrivé.',
  },
  'udp-message-oversized': {
    bad: 'Un gros INVITE qui a reçu une réponse : une remarque.',
    good: 'Juste aussi grosse que peut l’être une requête en UDP.',
  },
  'upstream-timeout-408-504': {
    bad: 'C’est la passerelle elle-même qui dit 504 ; le proxy ne fait que le transmettre.',
    good: 'L’appelant raccroche après 25 s ; personne n’a dépassé son délai.',
  },
  'user-enumeration': {
    bad: 'Les réponses révèlent lesquels des numéros existent.',
    good: 'Un téléphone avec beaucoup de touches BLF, dont certaines sont fausses.',
  },
  'via-branch-problem': {
    bad: 'L’ACK du 200 a la branche de l’INVITE.',
    good: 'La même requête devant et derrière un NAT : une seule requête, vue deux fois.',
  },
};
