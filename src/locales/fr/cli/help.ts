/** What `--help` says: of commands, arguments, options, examples and exit codes. */
import type { HelpWords } from '../../cli.ts';

export const help: HelpWords = {
  titles: {
    usage: 'Usage :',
    arguments: 'Arguments :',
    options: 'Options :',
    commands: 'Commandes :',
    examples: 'Exemples :',
    exitCodes: 'Codes de sortie :',
  },
  program:
    'Lit une capture ou un journal SIP et dit, appel par appel, ce qui s’est passé, pourquoi, qui en est la cause et que faire.',
  version: 'affiche la version',
  help: 'affiche cette aide',
  exitCodes: {
    0: 'rien à signaler',
    1: 'un constat de niveau --fail-on ou plus grave, une attente non remplie, une différence',
    2: 'mauvais usage',
    3: 'entrée illisible, ou sans SIP',
    4: 'entrée lisible en partie seulement, et rien d’autre à signaler',
    130: 'arrêté par Ctrl-C ; ce qui était connu jusque-là est rapporté',
  },
  commands: {
    analyze: 'analyse des captures (pcap, pcapng; gzip, zstd, xz) et des journaux texte ; la commande par défaut',
    expect: 'vérifie que captures et journaux montrent ce que dit un fichier d’attentes',
    diff: 'compare deux captures ou journaux, ou deux appels : réponses, temps, messages, en-têtes, SDP, constats',
    slice:
      'écrit les paquets de quelques appels dans un fichier à part : la signalisation, et le média par ses adresses',
    audio:
      'écrit ce qui s’est dit dans un appel dans un fichier WAV : G.711, appelant à gauche, appelé à droite, silences gardés',
    redact: 'écrit une copie avec d’autres noms, numéros et adresses, et prouve qu’elle dit la même chose',
    explain:
      'explique un code de réponse, deux codes comparés, une séquence, un champ d’en-tête, une méthode, une règle, q850:16, ' +
      'warning:304, reason:STIR ou timer:B',
    list: 'liste ce que connaît cette version : statuses, rules, thresholds, dialects, formats, links, headers, reasons ou timers',
    completion: 'affiche ce qui permet à bash, zsh ou fish de compléter commandes, options, formats et règles',
  },
  arguments: {
    analyze: 'fichiers, répertoires, motifs, ou - pour l’entrée standard',
    expect: 'le fichier d’attentes (YAML ou JSON), puis captures, journaux ou répertoires',
    diff: 'deux captures, journaux ou répertoires ; ou un seul, avec deux fois --call',
    slice: 'captures ou journaux : fichiers, répertoires ou motifs',
    audio: 'captures : fichiers, répertoires ou motifs',
    redact: 'une capture ou un journal, ou - pour l’entrée standard',
  },
  examples: {
    analyze: [
      'ce qui s’est passé, appel par appel',
      'le rapport pour les programmes',
      'un rapport de plus, pour la CI',
      'un appel, raconté en entier',
      'un contrôle pour la CI',
      'depuis l’entrée standard, jusqu’à Ctrl-C',
      'la trace montre-t-elle ce qu’il faut ?',
      'ce que signifie un code',
      'deux codes comparés',
      'une séquence de réponses',
    ],
    expect: ['code de sortie 1 en cas d’échec', 'une ébauche pour commencer', 'pour la CI'],
    diff: ['code de sortie 1 si elles diffèrent', 'deux appels d’une capture', 'pour une pull request'],
    slice: ['un appel, paquet par paquet', 'les appels d’un usager', 'avec ses autres segments, en texte'],
    audio: ['un appel', 'celui d’un usager, s’il n’y en a qu’un', 'à écouter aussitôt'],
    redact: [
      'noms tirés d’une clé que personne ne connaît',
      'les mêmes noms dans chaque fichier',
      'un nom que vous seul connaissez',
    ],
    explain: [
      'un code : sens, causes, remèdes',
      'deux codes comparés',
      'une séquence de réponses',
      'un champ d’en-tête, et un temporisateur',
      'une règle, avec un bon et un mauvais cas',
      'une page à envoyer à quelqu’un',
    ],
    list: ['ce qui est recherché, avec gravité, portée et RFC', 'les nombres que --rule peut fixer'],
    completion: ['dans ~/.bashrc', 'dans un répertoire de $fpath', 'dans ~/.config/fish/config.fish'],
  },
  options: {
    outputReport: 'écrit le rapport dans un fichier',
    outputResult: 'écrit le résultat dans un fichier',
    outputResultOrDraft: 'écrit le résultat, ou l’ébauche, dans un fichier',
    outputSlice: 'écrit l’extrait dans un fichier',
    outputPage: 'écrit la page dans un fichier',
    outputSound: 'écrit le son dans un fichier',
    outputCopy: 'écrit la copie dans un fichier (gzip si son nom finit par .gz)',
    formatReport: 'format du rapport : terminal (par défaut), json, junit … ; voir « list formats »',
    formatExpect: 'format du résultat : terminal (par défaut), json, markdown, junit ou github',
    formatDiff: 'format du résultat : terminal (par défaut), json ou markdown',
    formatPage: 'format de la page : terminal (par défaut), markdown, json ou html',
    formatSlice: 'pcap, pcapng ou trace ; par défaut selon le nom du fichier de sortie, ou comme l’entrée',
    report: 'un rapport de plus, dans un fichier (répétable)',
    call: 'ces appels seulement : numéro, plage 2-5, ou partie de From, To ou Call-ID (répétable)',
    callDiff: 'cet appel des deux côtés ; donné deux fois, celui du premier et celui du second',
    failOn: 'sortie 1 dès un constat de ce niveau : error (par défaut), warning, info ou never',
    rule:
      'error, warning, info ou off pour une règle ou pour all, ou un nombre pour un seuil (répétable) ; voir ' +
      '« list rules » et « list thresholds »',
    profile: 'temporisateurs du réseau : rfc3261 (par défaut) ou ims',
    messages:
      'les appels dont le rapport garde messages et récit : flagged (échoués ou avec constats ; par défaut), all (par ' +
      'défaut avec --call ; avec html, svg et mermaid, autant que la mémoire le permet) ou none',
    rtp: 'le RTP suivi : sdp (ce qu’annonce la signalisation ; par défaut) ou heuristic (aussi ce qui ressemble à du RTP)',
    noMediaReport: 'ne regarde pas le RTP : plus rapide, pour la seule signalisation',
    limitCallsReport: 'appels racontés en entier dans le terminal, 0 pour tous (par défaut : 20)',
    limitCallsDiff: 'appels racontés en entier, 0 pour tous (par défaut : 20)',
    limitLines: 'lignes de chaque liste dans le terminal, 0 pour toutes (par défaut : 50)',
    baseline: 'constats déjà connus : seuls les autres font échouer',
    writeBaseline: 'fait de ce qui est constaté maintenant la base de référence, dans le fichier que nomme --baseline',
    lang: (tags) => `langue : ${tags} (par défaut : LC_ALL ou LANG, sinon l’anglais)`,
    color: 'couleurs : auto (par défaut), always ou never',
    quiet: 'pas de remarques sur la sortie d’erreur',
    config: 'règles, seuils et fail-on tirés d’un fichier YAML ou JSON',
    keyLog:
      'lit le SIP sur TLS avec les secrets de ce fichier (SSLKEYLOGFILE ; répétable) ; ceux d’un pcapng servent de toute façon',
    password:
      'recalcule les empreintes (digest) et dit quel champ d’un identifiant refusé est faux : user=secret, ' +
      'user@realm=secret, ou un secret pour tous (répétable) ; jamais affiché',
    passwordFile: 'la même chose depuis un fichier, un par ligne, # pour les commentaires',
    certs:
      'vérifie les signatures des PASSporT STIR/SHAKEN avec les certificats (PEM ou DER : *.pem, *.crt, *.cer) de ce ' +
      'répertoire',
    from: 'tire d’une bonne trace une ébauche de fichier d’attentes (répétable)',
    legs: 'aussi les autres segments de ces appels',
    noMedia: 'laisse de côté RTP et RTCP',
    key: 'le même secret donne les mêmes noms, dans chaque fichier ; tiré au hasard par défaut',
    keyFile: 'la même chose, depuis un fichier',
    also: 'un mot qui doit disparaître où qu’il se trouve (répétable)',
    keep: 'un mot qui ne nomme personne, et qui reste (répétable)',
    keepMedia: 'garde ce que porte RTP : les voix',
    keepText: 'garde le texte d’un journal autour des messages, sauf les noms connus',
  },
};
