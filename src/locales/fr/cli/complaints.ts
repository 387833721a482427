/** What goes to standard error, without the full stop at its end. */
import type { Complaints } from '../../cli.ts';
import { count } from '../phrases.ts';

const files = {
  config: 'configuration',
  expectations: 'attentes',
  baseline: 'base de référence',
  passwords: 'fichier de mots de passe',
  certificates: 'certificats',
  other: '',
};

const named = (kind: keyof typeof files, path: string) => `${files[kind]} ${path}`.trim();

const units = { frame: 'trame', line: 'ligne' };

const forms: Readonly<Record<string, string>> = {
  text: 'en clair',
  hexadecimal: 'en chiffres hexadécimaux',
  base64: 'en base64',
  address: 'sous forme d’adresse',
  name: 'à la place d’un nom',
};

export const complaints: Complaints = {
  system: {
    ENOENT: 'aucun fichier ni répertoire de ce nom',
    EACCES: 'accès refusé',
    EPERM: 'opération non permise',
    EISDIR: 'c’est un répertoire',
    ENOTDIR: 'ce n’est pas un répertoire',
    ENOSPC: 'plus de place sur le disque',
    EDQUOT: 'quota du disque atteint',
    EROFS: 'le système de fichiers est en lecture seule',
    EMFILE: 'trop de fichiers ouverts',
    EIO: 'erreur d’entrée-sortie',
    ELOOP: 'trop de liens symboliques à la suite',
    ENAMETOOLONG: 'nom de fichier trop long',
    EFBIG: 'fichier trop grand',
  },
  tooLarge: 'il est trop grand',
  tooDeep: 'il est imbriqué trop profondément',
  noJson: (why) => `ce n’est pas du JSON (${why})`,
  standardInput: 'entrée standard',
  standardOutput: 'sortie standard',

  unknown: {
    option: (word, of) => `${of} ne connaît pas « ${word} »`,
    format: (word) => `format inconnu : « ${word} »`,
    rule: (word) => `règle inconnue : « ${word} »`,
    severity: (word, of) => `gravité inconnue pour la règle ${of} : « ${word} »`,
    threshold: (word) => `seuil inconnu : « ${word} »`,
    setting: (word, of) => `${of === '' ? 'valeur inconnue' : `${of}, valeur inconnue`} : « ${word} »`,
    settingName: (word) => `réglage inconnu : « ${word} »`,
    suppressionSetting: (word) => `réglage de suppression inconnu : « ${word} »`,
    list: (word) => `liste inconnue : « ${word} »`,
    shell: (word) => `shell inconnu : « ${word} »`,
  },
  didYouMean: (words, more) => {
    const named =
      words.length === 1 || more > 0 ? words.join(', ') : `${words.slice(0, -1).join(', ')} ou ${words.at(-1)}`;
    return ` ; vouliez-vous dire ${named}${more > 0 ? `, ou ${count(more, 'autre', 'autres')}` : ''} ?`;
  },
  quoted: (word) => `« ${word} »`,
  accepted: (words) => ` ; sont acceptés : ${words.join(', ')}`,

  missing: {
    input: 'pas d’entrée : nommez des captures, des journaux ou des répertoires, ou - pour l’entrée standard',
    thing:
      'explain attend ce qu’il doit expliquer : un code (183), deux (183 600), q850:16, une règle, une méthode ou un champ d’en-tête',
    what: 'list attend le nom d’une liste : statuses, rules, thresholds, dialects, formats, links, headers, reasons ou timers',
    shell: 'completion attend le nom d’un shell : bash, zsh ou fish',
    compared: 'diff attend deux captures ou journaux : diff a.pcap b.pcap',
  },
  helpTells: ' ; --help en dit plus',
  missingArgument: (name) => `il manque l’argument « ${name} »`,
  unknownOption: (option) => `option inconnue : « ${option} »`,
  optionNeedsValue: (option) => `l’option « ${option} » attend une valeur`,
  optionTakesNot: (option, value) => `l’option « ${option} » n’accepte pas « ${value} »`,
  acceptedAre: (words) => ` : sont acceptés ${words}`,
  wholeNumber: ' : il faut un nombre entier, 0 pour tous',
  tooMany: (command, most, given) =>
    `trop d’arguments pour « ${command} » : ${count(most, 'attendu', 'attendus')}, ${count(given, 'donné', 'donnés')}`,

  place: (kind, path, line, column) => `${named(kind, path)}:${line}:${column} : `,
  cannotBeRead: (kind, path, why) => `${named(kind, path)} : lecture impossible, ${why}`,
  cannotBeWritten: (path, why) => `${path} : écriture impossible, ${why}`,
  twoReports: (path) => `${path} ne peut recevoir deux rapports`,
  isInput: (path) => `${path} est une entrée : le rapport l’écraserait`,
  isExpectations: (path) => `${path} est le fichier d’attentes : le rapport l’écraserait`,
  reportTakes: (given) => `--report attend FORMAT=FICHIER, et non « ${given} »`,
  noPage: 'la page du rapport HTML manque : « npm run build » la construit',

  it: 'le contenu',
  mustBeList: (what) => `${what} doit être une liste de « nom: valeur »`,
  thresholdNumber: (name) => `le seuil ${name} doit être un nombre positif ou nul`,
  noHeaderName: (setting, word) => `${setting} : « ${word} » n’est pas un nom d’en-tête`,
  tooManyNames: (setting, most) => `${setting} accepte au plus ${most} noms`,
  ruleTakes: (given) => `--rule attend ID=off|info|warning|error ou SEUIL=nombre, et non « ${given} »`,
  mustBeText: (name, longest) => `${name} doit être un texte d’au plus ${longest} caractères`,
  mustBeDay: (name, given) => `${name} doit être un jour, par exemple 2026-12-31, et non « ${given} »`,
  suppression: 'une suppression doit être une liste de « nom: valeur », avec rule et reason',
  suppressions: 'suppressions doit être une liste, chaque élément avec rule et reason',
  suppressionExpired: (rule, day) => `la suppression de ${rule} a expiré le ${day} : ses constats comptent de nouveau`,

  writeBaselineWhere: '--write-baseline a besoin de --baseline FICHIER : le fichier à écrire',
  writeBaselineAll: '--write-baseline vaut pour tous les appels : retirez --call',
  writeBaselineMakesIt: ' ; --write-baseline la crée',
  noBaseline: (path, schema) =>
    `la base de référence ${path} n’a pas été écrite par --write-baseline : "schema" doit valoir "${schema}"`,
  noFingerprint: (path, index) =>
    `base de référence ${path} : findings[${index}] : "fingerprint" doit compter 16 chiffres hexadécimaux`,
  inBaseline: (path, index) => `base de référence ${path} : findings[${index}] : `,
  baselineWritten: (path, findings, added, gone) =>
    `base de référence ${path} : ${count(findings, 'constat', 'constats')} (${count(added, 'nouveau', 'nouveaux')}, ${count(gone, 'disparu', 'disparus')})`,

  passwordForm: 'user=secret, user@realm=secret ou un secret seul',
  noPasswordInLine: (path, line, form) =>
    `fichier de mots de passe ${path} : la ligne ${line} ne contient aucun mot de passe ; une ligne est ${form}`,
  noPassword: (path) => `le fichier de mots de passe ${path} ne contient aucun mot de passe`,
  noSecret: (form) => `--password attend ${form}, et l’un de ceux donnés ne contient aucun secret`,
  noMd5: 'les empreintes ne peuvent être recalculées : ce Node.js n’a pas le droit d’utiliser MD5 (mode FIPS)',
  noCertificate: (path) => `certificats ${path} : aucun certificat ; les fichiers *.pem, *.crt et *.cer sont lus`,
  leftOut: (path, file) => `certificats ${path} : ${file} n’est pas un certificat et est laissé de côté`,

  status: (word) => `${word} n’est pas un code de réponse SIP : ils vont de 100 à 699`,
  cause: (word) => `q850:${word} n’est pas une cause Q.850 connue : elles vont de 1 à 127`,
  warning: (word) => `warning:${word} n’est pas un code Warning connu : ils vont de 300 à 399`,
  sequence: (word) => `« ${word} » n’est pas une séquence de codes : écrivez-la 100,183,600`,
  commandFirst: (name) => ` ; la commande ${name} se place avant ses options : sipsleuth ${name} …`,
  header: (word) => `header:${word} n’est pas un champ d’en-tête connu : « sipsleuth list headers » les montre`,
  reason: (word) => `reason:${word} n’est pas un protocole de Reason connu : « sipsleuth list reasons » les montre`,
  timer: (word) => `timer:${word} n’est pas un temporisateur connu`,
  word: (word) =>
    `« ${word} » est inconnu : explain attend un code (183), deux codes à comparer (183 600), une séquence (100,183,600), ` +
    'q850:16, warning:304, reason:STIR, timer:B, une règle, une méthode ou un champ d’en-tête',
  noCallMatches: (selectors, calls) =>
    `aucun appel ne correspond à ${selectors.map((one) => `« ${one} »`).join(', ')} : ` +
    `${calls === 0 ? 'il n’y a pas d’appel' : `les appels sont numérotés de 1 à ${calls}`} ; une partie de From, To ou Call-ID convient aussi`,
  callsHaveNoNumbers: (selector, format) =>
    `--call ${selector} : ${format} s’écrit avant que les appels aient un numéro ; choisissez par une partie de From, To ou Call-ID`,
  diffCalls: 'diff prend --call une fois pour les deux côtés, ou deux fois : une pour chacun',
  diffTakes:
    'diff prend deux captures ou journaux, ou un seul et deux de ses appels : diff a.pcap b.pcap, diff a.pcap --call 1 --call 2',
  expectTakes: 'expect attend un fichier d’attentes et de quoi lire : expect call.yml call.pcap',
  expectFrom: '--from écrit un fichier d’attentes : --format et --report n’ont pas leur place à côté',
  whereTo: 'vers où ? --output attend un fichier, ou - pour la sortie standard',
  whichCall: 'quel appel ? --call attend son numéro, ou une partie de From, To ou Call-ID',
  sliceTooMuch: 'plus d’un gigaoctet venant de plusieurs entrées : extrayez-les une à une, ou sans le média',
  sliceTwice:
    'un extrait demande deux lectures, ce que l’entrée standard ne permet pas : enregistrez-la d’abord dans un fichier',
  slicePacked: (path) => `${path} : un extrait n’est pas compressé ; nommez-le .pcap, .pcapng ou .sip`,
  sliceOfLog: (path) =>
    `${path} est un journal et ne contient pas de trames : son extrait est une trace en texte (--format trace)`,
  sliceLinks: (links) =>
    `un pcap n’a qu’un type de liaison, et ces entrées en ont ${links.length} (${links.join(', ')}) : utilisez --format pcapng`,
  audioNone: (call) => `l’appel ${call} n’a pas d’audio dans cette trace`,
  audioEncrypted: (call) => `l’audio de l’appel ${call} est chiffré (SRTP) : on ne peut l’entendre`,
  payloadType: (type) => `type de charge utile ${type}`,
  audioCodec: (call, codecs) =>
    `l’audio de l’appel ${call} est en ${codecs.join(', ')} : seul G.711 (PCMU, PCMA) peut être écrit`,
  audioTwice:
    'l’audio demande deux lectures, ce que l’entrée standard ne permet pas : enregistrez-la d’abord dans un fichier',
  audioOneCall: (calls, numbers) => `--call choisit ${calls} appels (${numbers.join(', ')} …) : audio n’en prend qu’un`,
  audioLong: 'l’appel dure plus d’une heure : sa première heure est écrite',
  redactTooMuch: (path, mebibytes) =>
    `${path} : plus de ${mebibytes} Mio, c’est trop à la fois : faites-en d’abord un extrait avec slice`,
  redactOneKey: '--key et --key-file : une seule clé suffit',
  redactShortKey: (least) => `--key : moins de ${least} caractères se devinent trop facilement`,
  redactShortKeyFile: (path, least) => `${path} : moins de ${least} octets se devinent trop facilement`,
  redactOneInput: (given) =>
    `une entrée à la fois : ${given} fichiers sont nommés ; la même --key donne les mêmes noms`,
  redactKeyMadeUp:
    'la clé a été tirée au hasard : avec --key, un autre passage ou un autre fichier donne les mêmes noms',
  redactReused: (names) =>
    `${count(names, 'nom est', 'noms sont')} aussi le pseudonyme d’un autre : il y en a trop peu de cette longueur`,
  redactFailed: (path, failures) => `${path} n’a pas été écrit : ${failures.join(' ; ')}`,
  redactReportDiffers: (what) => `son rapport dit autre chose : ${what}`,
  redactLeft: (length, as, at, more) =>
    `un nom de ${length} caractères s’y trouve encore ${forms[as]}${at === undefined ? '' : ` à l’octet ${at}`}` +
    (more > 0 ? `, et ${count(more, 'autre', 'autres')}` : ''),

  rtpOrNoMedia: '--rtp heuristic et --no-media s’excluent',
  problems: {
    missing: 'aucun fichier ni répertoire de ce nom',
    denied: 'accès refusé',
    'no-match': 'aucun fichier ne correspond à ce motif',
    'no-capture': 'ni capture ni journal dans ce répertoire',
    unreadable: 'lecture impossible',
  },
  noSipIn: (given) =>
    given === 1 ? 'aucun message SIP dans le seul fichier lu' : `aucun message SIP dans les ${given} fichiers lus`,
  notRead: (left) =>
    `arrêté par Ctrl-C : ${count(left, 'autre entrée n’a pas été lue', 'autres entrées n’ont pas été lues')}`,
  stoppedBefore: 'arrêté par Ctrl-C avant toute lecture',
  stopped: (unit, frames) =>
    `arrêté par Ctrl-C ${frames === 0 ? `avant la première ${units[unit]}` : `après la ${units[unit]} ${frames}`}`,
  noSip: (unit, n) => `aucun message SIP dans ${count(n, units[unit], `${units[unit]}s`)}`,
  partly: 'lisible en partie seulement',
  partlyEnding: (why, unit, frames) =>
    `lisible en partie seulement : ${why}, ${frames === 0 ? `avant la première ${units[unit]}` : `après la ${units[unit]} ${frames}`}`,
  partlyDamaged: (why, unit, frame, position, further) =>
    `lisible en partie seulement : ${why}, à la ${units[unit]} ${frame}, octet ${position}` +
    (further > 0 ? ` et ${count(further, 'autre endroit', 'autres endroits')}` : ''),
  reportedBefore: 'tout ce qui précède est rapporté',
  reportedAround: 'tout ce qui précède et suit est rapporté',
  left: (time) => `reste ${time}`,
};
