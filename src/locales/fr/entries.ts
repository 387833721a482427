/** Labels of the pages of header fields, Reason protocols and timers. */
import type { EntryWords } from '../entry-pages.ts';
import { headerFields } from './header-fields.ts';
import { duration, listed } from './phrases.ts';
import { reasonProtocols } from './reason-protocols.ts';
import { timers } from './timers.ts';

export const entries: EntryWords = {
  headerFields,
  reasonProtocols,
  timers,
  labels: {
    definedIn: 'Défini dans',
    metIn: 'Vu dans',
    registered: 'Enregistré',
    replacedBy: 'Remplacé par',
    compact: 'Forme compacte',
    standsIn: 'Figure dans',
    methods: 'Méthodes',
    responses: 'Réponses',
    values: 'Valeurs',
    setBy: 'Posé par',
    mandatory: 'Obligatoire',
    comesWith: 'Accompagne',
    numbers: 'Nombres',
    length: 'Durée',
    mobile: 'Sur les mobiles',
    runBy: 'Tourne chez',
    transport: 'Transport',
    rules: 'Règles',
  },
  headings: {
    tells: 'Ce qu’il dit',
    check: 'Ce qu’il faut vérifier',
    numbers: 'Ses nombres',
    does: 'Ce qu’il fait',
    expired: 'Ce qu’une trace montre à son expiration',
  },
  where: { requests: 'les requêtes', responses: 'les réponses', both: 'les requêtes et les réponses' },
  repeats: {
    once: 'une seule, sur une ligne',
    list: 'plusieurs, séparées par des virgules ou chacune sur sa ligne',
    lines: 'plusieurs, chacune sur sa ligne',
  },
  setters: {
    uac: 'le client qui envoie la requête',
    uas: 'le côté qui répond',
    proxy: 'un proxy',
    registrar: 'un registrar',
    b2bua: 'un B2BUA',
    gateway: 'une passerelle',
    network: 'un serveur de confiance du réseau',
    signer: 'le serveur qui signe pour l’appelant',
  },
  strengths: { must: 'obligatoire', should: 'recommandé', may: 'facultatif' },
  numbers: {
    q850: 'causes Q.850',
    status: 'codes de réponse',
    values: 'propres à ce protocole',
  },
  runners: {
    client: 'le client de la transaction',
    server: 'le serveur de la transaction',
    proxy: 'un proxy',
    uac: 'le côté qui a envoyé la requête',
    uas: 'le côté qui répond',
    both: 'les deux côtés',
  },
  notRegistered: 'non : l’IANA ne le cite pas',
  inEveryMessage: 'dans chaque requête et chaque réponse',
  udpOnly: 'UDP seulement ; sur TCP, TLS et WebSocket il est nul ou ne tourne pas',
  headerTitle: (name) => `Champ d’en-tête ${name}`,
  reasonTitle: (name) => `Protocole de Reason ${name}`,
  quoted: (text) => `« ${text} »`,
  numbered: (cause, name) => `${cause} : ${name}.`,
  listed,
  duration,
  product: (formula, length) => `${formula} = ${length}`,
  doubling: (first, limit) =>
    limit === undefined
      ? `d’abord T1 (${first}), doublé à chaque fois`
      : `d’abord T1 (${first}), doublé à chaque fois jusqu’à T2 (${limit})`,
  over: (length) => `plus de ${length}`,
  span: (from, to) => `${from} à ${to}`,
  asHeader: (header, otherwise) =>
    otherwise === undefined ? `selon ${header}` : `selon ${header} ; ${otherwise} sans lui`,
};
