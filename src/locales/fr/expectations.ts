/** French words about expectations. */
import type { Fault, FaultKey } from '../../expect/faults.ts';
import type { CheckKey } from '../../expect/probe.ts';
import type { Args, Value } from '../../model.ts';
import type { ExpectationWords } from '../locale.ts';
import { count, either, listed, plural } from './phrases.ts';

/** A word of the file at a length that fits into a sentence. */
function quoted(value: unknown): string {
  const text = String(value);
  return `« ${text.length > 60 ? `${text.slice(0, 60)}…` : text} »`;
}

interface Noun {
  readonly one: string;
  readonly several: string;
  readonly feminine?: true;
}

const nouns: Readonly<Record<string, Noun>> = {
  calls: { one: 'appel', several: 'appels' },
  registrations: { one: 'enregistrement', several: 'enregistrements' },
  subscriptions: { one: 'abonnement', several: 'abonnements' },
  transactions: { one: 'autre requête', several: 'autres requêtes', feminine: true },
};

const nounOf = (group: unknown): Noun => nouns[String(group)] ?? { one: '', several: '' };

function counted(n: unknown, group: unknown): string {
  const { one, several } = nounOf(group);
  return count(Number(n), one, several);
}

/** "aucun sur 3 appels", "aucune sur 2 autres requêtes". */
function noneOf(n: unknown, group: unknown): string {
  return `${nounOf(group).feminine ? 'aucune' : 'aucun'} sur ${counted(n, group)}`;
}

const typeNames: Readonly<Record<string, string>> = {
  integer: 'un nombre entier',
  number: 'un nombre',
  string: 'un texte',
  boolean: 'true ou false',
};

function typeList(types: unknown): string {
  return listed(
    String(types)
      .split(' ')
      .map((type) => typeNames[type] ?? type),
  );
}

const faults: Readonly<Record<FaultKey, (args: Args) => string>> = {
  'not-a-map': () => 'doit être une liste de « nom: valeur »',
  'not-a-list': () => 'doit être une liste',
  empty: () => 'n’attend rien',
  'wrong-type': ({ value, types }) => `: ${quoted(value)} doit être ${typeList(types)}`,
  'missing-name': ({ value }) => `a besoin de ${quoted(value)}`,
  'unknown-name': ({ value }) => `: ${quoted(value)} est inconnu`,
  'unknown-word': ({ value }) => `: ${quoted(value)} est inconnu`,
  'too-long': ({ most }) => `dépasse ${most} caractères`,
  'too-many': ({ most }) => `a plus de ${most} entrées`,
  'too-small': ({ value, limit }) => `: ${quoted(value)} est hors des limites : la limite est ${limit}`,
  'wrong-version': ({ value, expected }) => `: ${quoted(value)} doit être ${expected}, la version de ce langage`,
  'count-form': ({ value }) => `: ${quoted(value)} n’est pas un nombre ; écrivez 3, ">= 2", "< 5" ou "2..5"`,
  'count-order': ({ value }) => `: ${quoted(value)} finit avant de commencer`,
  'duration-form': ({ value }) => `: ${quoted(value)} n’est pas une durée ; écrivez "< 3s", ">= 500ms" ou "1s..30s"`,
  'duration-unit': ({ value, number }) =>
    `: ${quoted(value)} n’a pas d’unité connue ; écrivez ${number}ms, ${number}s, ${number}min ou ${number}h`,
  'duration-bare': ({ value }) =>
    `: ${quoted(value)} n’est jamais atteint exactement ; écrivez "< ${value}" ou un intervalle comme "1s..3s"`,
  'status-form': ({ value }) => `: ${quoted(value)} n’est pas un code ; écrivez 200, 48x, 4xx ou none`,
  'sequence-form': ({ value }) =>
    `: ${quoted(value)} ne fait pas partie d’une séquence ; écrivez codes et classes comme 100? 18x* 200`,
  'sequence-group': ({ value }) => `a un ${quoted(value)} sans son pendant`,
  'sequence-deep': ({ most }) => `a plus de ${most} groupes imbriqués`,
  'message-form': ({ value }) => `: ${quoted(value)} ne désigne aucun message ; écrivez INVITE, 200, 18x ou 200 BYE`,
  'rule-unmatched': ({ value }) =>
    `: ${quoted(value)} ne correspond à aucune règle ; « sipsleuth list rules » les donne toutes`,
};

/** What a fault is about: the name in front of it; of an entry of a list its number, where no word of it is shown. */
function subjectOf({ path, key, args, onName }: Fault): string {
  if (onName) return 'le nom';
  const name = path.findLast((one) => typeof one === 'string');
  const last = path[path.length - 1];
  if (name === undefined) return 'le fichier';
  return typeof last === 'number' && (args.value === undefined || key === 'missing-name')
    ? `${name}[${last}]`
    : String(name);
}

const nothing = (text: unknown) => (text === '' ? 'rien' : text);

/** "une offre SDP". */
const sides: Readonly<Record<string, string>> = { offer: 'offre SDP', answer: 'réponse SDP' };

const sideOf = (side: unknown) => sides[String(side)] ?? 'description SDP';

/** "Contact: sip:bob"; the name alone where any value is meant. */
const field = (name: unknown, value: Value | undefined) => (value === '' ? `${name}` : `${name}: ${either(value)}`);

const sentences: Readonly<Record<CheckKey, (args: Args, pass: boolean) => string>> = {
  seen: ({ expected, seen }) => `attendu ${either(expected)}, observé ${nothing(seen)}`,
  sequence: ({ expected, seen, before, came, wanted, mayEnd }) => {
    const instead = [either(wanted), mayEnd ? 'la fin' : ''].filter((word) => word !== '').join(' ou ');
    const place = before === '' ? 'en premier' : `après ${before}`;
    const what = came === '' ? `${place} vient la fin` : `${place} vient ${came}`;
    return `attendu ${expected}, observé ${seen} : ${what} au lieu de ${instead}`;
  },
  'timing-missing': ({ expected }) => `attendu ${expected}, mais il n’y a rien à mesurer dans cet appel`,
  'expires-missing': ({ expected }) => `attendu ${expected}, mais rien n’a été accordé`,
  header: ({ in: messages, name, expected, seen }) =>
    expected === ''
      ? `${messages} porte ${name}: ${seen}`
      : `attendu ${name}: ${either(expected)} dans ${messages}, observé ${name}: ${seen}`,
  'header-missing': ({ in: messages, name, expected }) =>
    `attendu ${field(name, expected)} dans ${messages}, mais ce champ n’y est pas`,
  'header-present': ({ in: messages, name, expected, seen }) =>
    `attendu aucun ${field(name, expected)} dans ${messages}, observé ${nothing(seen)}`,
  'header-cut': ({ in: messages, name }) => `${messages} est trop long pour dire si ${name} y figure`,
  'message-missing': ({ in: messages }) => `aucun ${messages} à examiner`,
  'sdp-missing': ({ side }) => `attendu une ${sideOf(side)}, mais il n’y en a pas`,
  'sdp-present': ({ side }, pass) =>
    pass ? `comme attendu de la ${sideOf(side)}` : `attendu aucune ${sideOf(side)}, mais il y en a une`,
  'findings-clean': ({ seen }) => (seen === 0 ? 'rien à signaler' : 'rien à signaler qui ne soit admis'),
  'finding-forbidden': ({ rule, title }) => `${rule} est interdit, mais a été constaté : ${title}`,
  'finding-required': ({ expected }) => `${either(expected)} est exigé, mais n’a pas été constaté`,
  'finding-not-allowed': ({ expected, rule, severity, title }) =>
    `attendu ${expected === '' ? 'aucun constat' : `rien d’autre que ${either(expected)}`}, observé ${severity} ${rule} : ${title}`,
  'finding-above': ({ expected, rule, severity, title }) =>
    `attendu rien au-dessus de ${expected}, observé ${severity} ${rule} : ${title}`,
  selected: ({ expected, seen, group }) => `attendu ${expected}, observé ${counted(seen, group)}`,
  'nothing-selected': ({ all, group }) => {
    const { one, feminine } = nounOf(group);
    return all === 0
      ? `il n’y a ${feminine ? 'aucune' : 'aucun'} ${one}`
      : `${noneOf(all, group)} n’est ${feminine ? 'retenue' : 'retenu'}`;
  },
  'none-holds': ({ seen, group }, pass) =>
    pass ? 'une correspondance existe' : `attendu une correspondance, mais ${noneOf(seen, group)} ne convient`,
  holds: ({ seen, group }, pass) =>
    pass
      ? 'aucune correspondance'
      : `attendu aucune correspondance, mais ${counted(seen, group)} ${plural(Number(seen), 'convient', 'conviennent')}`,
  unlisted: () => 'le rapport ne liste pas les messages ; analysez avec messages: all',
  'list-cut': ({ listed: shown, total }) =>
    total === ''
      ? `seuls les ${shown} premiers messages sont listés : trop peu pour conclure`
      : `seuls ${shown} des ${total} messages sont listés : trop peu pour conclure`,
  omitted: ({ omitted, group }) => {
    const { feminine } = nounOf(group);
    const checked = plural(
      Number(omitted),
      feminine ? 'n’a pu être vérifiée' : 'n’a pu être vérifié',
      feminine ? 'n’ont pu être vérifiées' : 'n’ont pu être vérifiés',
    );
    return `${counted(omitted, group)} de cette trace ${checked}, car il y en a trop`;
  },
};

/** The claims are infinitives: "chaque appel doit …", "la trace ne doit pas …". */
export const expectations: ExpectationWords = {
  fault: (fault) => {
    const text = faults[fault.key](fault.args);
    return `${subjectOf(fault)} ${text}`;
  },
  check: ({ key, args, pass }) => sentences[key](args, pass),
  summary: (passed, failed) =>
    failed === 0
      ? count(passed, 'attente satisfaite', 'attentes satisfaites')
      : `${failed} sur ${count(passed + failed, 'attente', 'attentes')} non ${plural(failed, 'satisfaite', 'satisfaites')}`,
  more: (n) => `… et ${count(n, 'autre semblable', 'autres semblables')} ; --format json donne tout`,
  selected: (n, group) => counted(n, group),
  claims: {
    sequence: (pattern) => `suivre la séquence ${pattern}`,
    answer: (limit) => `être décroché en ${limit}`,
    outcome: (outcomes) => `avoir l’issue ${outcomes}`,
    codec: (codecs) => `employer le codec ${codecs}`,
    findings: (above, except) =>
      `être sans constat${above === '' ? '' : ` au-dessus de ${above}`}${except === '' ? '' : ` sauf ${except}`}`,
    meet: 'satisfaire les attentes',
  },
  every: (claim) => `attendu : chaque appel doit ${claim}`,
  no: (claim) => `attendu : aucun appel ne doit ${claim}`,
  to: (claim) => `attendu : la trace doit ${claim}`,
  notTo: (claim) => `attendu : la trace ne doit pas ${claim}, or c’est le cas`,
  noTrace:
    'expect() a besoin d’un rapport de sipsleuth ou de l’un de ses appels ; readTrace de sipsleuth/node en lit un',
  noCall: 'il n’y a aucun appel dans ce rapport',
  noMessage: 'il n’y a aucun message SIP dans ce rapport',
  findingsOfCall: 'un appel seul ne dit pas quels sont ses constats ; donnez le rapport à expect()',
  noDuration: (written) => `${quoted(written)} n’est pas une durée ; écrivez 3s, 500ms ou un nombre de millisecondes`,
};
