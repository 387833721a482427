/** French words of the rules about how media sounds. */
import type { RuleWords } from '../../../rules/define.ts';
import type { mosLow } from '../../../rules/quality/mos-low.ts';
import type { rtcpProblem } from '../../../rules/quality/rtcp-problem.ts';
import type { rtpClockPtimeMismatch } from '../../../rules/quality/rtp-clock-ptime-mismatch.ts';
import type { rtpJitterHigh } from '../../../rules/quality/rtp-jitter-high.ts';
import type { rtpLossHigh } from '../../../rules/quality/rtp-loss-high.ts';
import { count, decimal, duration } from '../phrases.ts';

const packetsOf = (n: number) => count(n, 'paquet', 'paquets');

export const quality = {
  'rtp-loss-high': {
    title: 'Paquets de média perdus',
    message: ({ kind, source, destination, lost, expected, share, worst, beyond }) =>
      `${decimal(share)} % du flux ${kind} de ${source} vers ${destination} ont été perdus avant de passer ici : ${lost} sur ${count(expected, 'paquet', 'paquets')}` +
      (worst > share ? `, ${decimal(worst)} % dans les dix pires secondes` : '') +
      (beyond > 0 ? ` ; il en manque encore ${beyond} à son récepteur.` : '.'),
    why: ({ share, longest, kind }) =>
      kind === 'video'
        ? 'L’image se fige ou se défait jusqu’à la prochaine image clé.'
        : share >= 5 || longest >= 5
          ? 'Des mots manquent ou sont hachés : un décodeur cache un paquet perdu, pas plusieurs à la suite.'
          : 'La dissimulation de pertes en cache la plupart, mais la voix claque ou prend par moments un son métallique.',
    fix: ({ source, destination, longest, beyond }) => [
      `Cherchez la perte entre ${source} et le point de capture : erreurs et rejets des interfaces, duplex mal réglé, Wi-Fi, limiteur de débit, lien montant saturé.`,
      longest >= 5
        ? 'Des pertes par longues séries sont celles d’une file qui déborde ou d’un lien radio : marquez les médias en DSCP EF (46) et donnez-leur une file prioritaire sur tout le chemin.'
        : 'Des pertes isolées et continues sont celles d’un limiteur de débit ou d’un mauvais câble : comparez les compteurs de chaque saut.',
      ...(beyond > 0
        ? [`Cherchez aussi au-delà du point de capture : sur le chemin vers ${destination} il s’en est perdu d’autres.`]
        : []),
    ],
    limits: ({ beyond }) =>
      beyond < 0
        ? `Aucun rapport du récepteur n’a été capturé qui montre si les mêmes paquets lui manquent, ou s’ils ne manquent qu’à la capture.`
        : '',
  } satisfies RuleWords<typeof rtpLossHigh>,
  'rtp-jitter-high': {
    title: 'Paquets de média irréguliers',
    message: ({ source, destination, above, lasted, from, worst, apart, late, packets, reported }) =>
      `L’audio de ${source} vers ${destination} est arrivé irrégulièrement pendant ${duration(lasted)}, ` +
      `${from === 0 ? 'dès son premier paquet' : `à partir de ${duration(from)} après son premier paquet`} : ` +
      `sa gigue a dépassé ${above} ms à maintes reprises et atteint ${decimal(worst)} ms, avec jusqu’à ${duration(apart)} entre deux paquets` +
      (late > 0
        ? ` ; sur ${packetsOf(packets)}, ${late} ${late < 2 ? 'est arrivé' : 'sont arrivés'} trop tard pour un tampon de 60 ms`
        : '') +
      (reported >= 0 ? ` ; son récepteur signale jusqu’à ${decimal(reported)} ms.` : '.'),
    why: ({ late }) =>
      late > 0
        ? 'Les paquets qui arrivent trop tard sont jetés : les mots sont hachés comme s’ils avaient été perdus.'
        : 'Le récepteur a besoin d’un tampon profond : les deux côtés commencent à parler en même temps et se coupent la parole.',
    fix: ({ source, destination, buffer }) => [
      `Capturez chez ${source} : si les paquets en sortent régulièrement, une file d’attente en chemin les retient ; marquez-les en DSCP EF (46) et bridez le lien montant un peu sous son débit.`,
      `S’ils en sortent irrégulièrement, regardez ${source} lui-même : hôte chargé ou virtuel, minuterie grossière, transcodeur.`,
      'En Wi-Fi, cherchez les interférences, l’itinérance et l’économie d’énergie ; essayez l’appel par câble.',
      `En attendant, donnez à ${destination} un tampon de gigue adaptatif de ${buffer} ms au plus.`,
    ],
    limits: ({ both, reported }) =>
      both
        ? 'L’autre sens était irrégulier au même moment : un hôte trop lent pour capturer donne la même image.'
        : reported < 0
          ? 'Aucun rapport du récepteur n’a été capturé qui montre si les paquets lui sont arrivés irrégulièrement, à lui aussi.'
          : '',
  } satisfies RuleWords<typeof rtpJitterHigh>,
  'mos-low': {
    title: 'Mauvaise qualité vocale',
    message: ({ source, destination, codec, mos, rating, term, lost, late, delay, ...from }) =>
      `L’audio de ${source} vers ${destination} n’atteint qu’un MOS de ${String(mos).replace('.', ',')} selon le modèle E (note ${decimal(rating)} sur 93,2), surtout à cause ` +
      {
        loss: `des paquets perdus (${decimal(lost)} %)`,
        jitter: `des paquets arrivés trop tard (${decimal(late)} %)`,
        delay: `du délai (${Math.round(delay)} ms dans un sens)`,
        codec: `du codec (${codec})`,
      }[term] +
      ` : la perte retire ${decimal(from.fromLoss)} à la note, le retard ${decimal(from.fromJitter)}, le délai ${decimal(from.fromDelay)} et le codec ${decimal(from.fromCodec)}.`,
    why: ({ mos, term }) =>
      term === 'delay'
        ? 'Les deux côtés commencent à parler en même temps, s’arrêtent et recommencent.'
        : mos < 3.1
          ? 'Beaucoup d’utilisateurs se plaignent de tels appels : ils font répéter, ou raccrochent et rappellent.'
          : 'Certains utilisateurs se plaignent de tels appels ; quand ils durent, ils fatiguent.',
    fix: ({ term, source, destination, codec }) =>
      ({
        loss: [
          `Trouvez où des paquets se perdent entre ${source} et le point de capture : compteurs des interfaces, limiteur de débit, Wi-Fi, lien montant saturé.`,
          'Marquez les médias en DSCP EF (46) et donnez-leur une file prioritaire sur tout le chemin.',
        ],
        jitter: [
          `Trouvez ce qui retient des paquets entre ${source} et le point de capture : file pleine, Wi-Fi, émetteur chargé.`,
          `En attendant, donnez à ${destination} un tampon de gigue adaptatif plus profond.`,
        ],
        delay: [
          `Raccourcissez le chemin des médias entre ${source} et ${destination} : relais ou serveur de médias près des deux, pas de satellite, pas de VPN d’un continent à l’autre.`,
          'Employez des paquets de 20 ms et un tampon de gigue qui s’adapte ; retirez les relais qui ne font qu’ancrer les médias.',
        ],
        codec: [
          `Faites employer aux deux côtés un meilleur codec que ${codec} là où le débit le permet : G.711 ou Opus.`,
          'Évitez le transcodage en chemin : chaque conversion reprend sa part.',
        ],
      })[term],
    limits: ({ measured }) =>
      'Le chiffre suppose un récepteur qui cache les pertes isolées et un tampon de 60 ms au plus' +
      (measured ? '.' : ' ; le délai du réseau n’est pas connu et compte pour nul.'),
  } satisfies RuleWords<typeof mosLow>,
  'rtp-clock-ptime-mismatch': {
    title: 'Paquets de média hors cadence',
    message: ({ kind, source, destination, codec, clockRate, size, step, samples, measured, off, time, told }) =>
      ({
        step: `Les horodatages du flux ${codec} de ${source} vers ${destination} avancent de ${step} d’un paquet à l’autre, et chaque paquet de ${size} octets contient ${samples} échantillons à ${clockRate} Hz.`,
        rate: `Les horodatages du flux ${codec} de ${source} vers ${destination} avancent d’environ ${measured} par seconde, et son horloge doit battre à ${clockRate} Hz.`,
        size: `Les paquets de ${source} vers ${destination} contiennent ${size} octets chacun, ce qui ne fait pas un nombre entier de trames ${codec}.`,
        drift: `L’horloge de ${source} ${off > 0 ? 'avance' : 'retarde'} de ${decimal(Math.abs(off))} % : il envoie à ${destination} ${off > 0 ? 'plus' : 'moins'} de son que le temps n’en laisse passer.`,
        maxptime: `Les paquets ${codec} de ${source} contiennent ${decimal(time)} ms chacun, et le SDP pour ${destination} en permet ${told} au plus (a=maxptime).`,
        ptime: `Les paquets ${codec} de ${source} contiennent ${decimal(time)} ms chacun, et le SDP pour ${destination} en demande ${told} (a=ptime).`,
      })[kind],
    why: ({ kind }) =>
      ({
        step: 'Le récepteur prend les paquets pour des trous ou pour des répétitions : la voix est hachée, ou sa vitesse est fausse.',
        rate: 'Le récepteur prend les paquets pour des trous ou pour des répétitions : la voix est hachée, ou sa vitesse est fausse.',
        size: 'Un décodeur qui reçoit une telle charge joue du bruit, ou rien.',
        drift:
          'Le tampon du récepteur se vide ou déborde sans cesse : toutes les quelques secondes un morceau de voix manque ou est jeté.',
        maxptime:
          'Un récepteur dont les tampons sont faits pour des paquets plus courts peut les couper ou les jeter : un son haché, ou rien.',
        ptime: 'La plupart des récepteurs s’en accommodent ; certaines passerelles et certains DSP hachent le son.',
      })[kind],
    fix: ({ kind, source, destination, codec, clockRate, halved, told }) =>
      ({
        step: [
          `Faites avancer l’horodatage de ${source} du nombre d’échantillons que contient un paquet, à ${clockRate} Hz pour ${codec}${halved ? ' (RFC 3551 §4.5.2), bien qu’il ait 16000 échantillons par seconde' : ''}.`,
          'Si un transcodeur ou un enregistreur se trouve là, mettez-le à jour ou retirez-le du chemin des médias.',
        ],
        rate: [
          `Faites compter à ${source} les horodatages de ${codec} à ${clockRate} Hz, quelle que soit la fréquence de sa carte son ou de son fichier.`,
          'Comparez la fréquence d’horloge de a=rtpmap dans les deux SDP : elle doit être la même pour un même codec.',
        ],
        size: [
          `Vérifiez l’encodeur de ${source} : ses charges ne sont pas des trames entières de ${codec}.`,
          'Cherchez un chiffrement d’un seul côté, et des types de charge qui désignent des codecs différents de part et d’autre.',
        ],
        drift: [
          `Vérifiez l’horloge de ${source} : machine virtuelle sans bonne source de temps, carte son qui dérive, trunk sans horloge du réseau (E1/T1).`,
          'Si l’émetteur rejoue un fichier ou une conférence, faites-le envoyer selon une minuterie et non selon la durée d’une boucle.',
        ],
        maxptime: [
          `Réglez la durée des paquets de ${source} à ${told} ms au plus : le SDP pour ${destination} n’en permet pas davantage.`,
        ],
        ptime: [
          `Si le son est haché, réglez la durée des paquets de ${source} à ${told} ms ; certains appareils prennent ptime dans leur profil et non dans le SDP.`,
        ],
      })[kind],
    limits: ({ kind }) =>
      kind === 'drift' || kind === 'rate' ? 'La mesure se rapporte à l’horloge de la capture.' : '',
  } satisfies RuleWords<typeof rtpClockPtimeMismatch>,
  'rtcp-problem': {
    title: 'RTCP qui signale un trouble ou qui en souffre',
    message: ({ kind, source, destination, lost, expected, share, reported, here, packets, right, lasted }) =>
      ({
        lost: `Au-delà du point de capture, ${decimal(share)} % du média de ${source} vers ${destination} se perd : sur ${packetsOf(expected)} passés ici, il en manque ${lost} au récepteur.`,
        jitter: `Le récepteur de l’audio de ${source} vers ${destination} signale une gigue de ${decimal(reported)} ms, et ici elle est de ${decimal(here)} ms.`,
        port: `${source} envoie du RTCP (${packetsOf(packets)}) à ${destination}, et son destinataire l’attend sur ${right}.`,
        joined: `${source} envoie du RTCP (${packetsOf(packets)}) à ${destination}, le port du RTP, bien que rtcp-mux n’ait pas été convenu : sa place est sur ${right}.`,
        apart: `${source} envoie du RTCP (${packetsOf(packets)}) à ${destination}, bien que rtcp-mux ait été convenu : sa place est sur ${right}.`,
        none: `${source} a envoyé des médias à ${destination} pendant ${duration(lasted)} sans aucun RTCP, alors que l’autre côté en envoie.`,
      })[kind],
    why: ({ kind }) =>
      ({
        lost: 'Le récepteur entend une voix hachée, bien que la capture montre un flux sans défaut.',
        jitter:
          'Le récepteur entend peut-être une voix hachée, bien que les paquets arrivent régulièrement au point de capture.',
        port: 'L’émetteur n’apprend rien de ce qui arrive ; certains appareils raccrochent quand aucun RTCP ne vient.',
        joined:
          'Le récepteur prend ces paquets pour du RTP abîmé ou les jette ; certains appareils raccrochent quand aucun RTCP ne vient.',
        apart:
          'Personne n’écoute à cet endroit : l’émetteur n’apprend rien de ce qui arrive, et certains appareils raccrochent quand aucun RTCP ne vient.',
        none: 'Rien ne dit comment les médias y arrivent, et certains appareils raccrochent quand aucun RTCP ne vient.',
      })[kind],
    fix: ({ kind, source, destination, right }) =>
      ({
        lost: [
          `Cherchez la perte entre le point de capture et ${destination} : sa ligne d’accès, le Wi-Fi, un limiteur de débit à la descente.`,
          `Capturez aussi chez ${destination}, pour voir si les paquets y arrivent et si c’est l’hôte qui les jette.`,
        ],
        jitter: [
          `Regardez le chemin du point de capture à ${destination} : sa ligne d’accès, le Wi-Fi, une file pleine à la descente.`,
          `Donnez à ${destination} un tampon de gigue adaptatif.`,
        ],
        port: [
          `Faites envoyer le RTCP de ${source} à ${right}, comme le dit a=rtcp dans le SDP, ou au port au-dessus de celui du RTP s’il ne dit rien.`,
          'Cherchez un ALG ou un SBC qui change le port du RTP et oublie a=rtcp.',
        ],
        joined: [
          `Désactivez rtcp-mux sur ${source} envers qui ne l’a pas accepté : le RTCP va à ${right}.`,
          'Vérifiez que a=rtcp-mux passe chaque saut, dans l’offre et dans la réponse.',
        ],
        apart: [
          `Les deux SDP portent a=rtcp-mux : faites envoyer le RTCP de ${source} à ${right}, le port du RTP.`,
          'Si un saut ajoute a=rtcp-mux à un SDP sans réunir lui-même les ports, arrêtez-le là.',
        ],
        none: [
          `Activez le RTCP sur ${source}, s’il sait en envoyer.`,
          'S’il en envoie bien, ouvrez sur son chemin les ports UDP au-dessus de ceux du RTP : certains pare-feu n’ouvrent que les ports pairs.',
        ],
      })[kind],
    limits: ({ kind }) =>
      ({
        lost: 'Certains récepteurs comptent comme perdus les paquets arrivés trop tard pour être joués.',
        jitter: 'Les récepteurs calculent la gigue chacun à leur façon.',
        port: '',
        joined: '',
        apart: '',
        none: 'Bien des appareils n’envoient jamais de RTCP.',
      })[kind],
  } satisfies RuleWords<typeof rtcpProblem>,
};
