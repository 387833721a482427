/** What a status page says of a code's facts, word by word. */
import type { StatusFactWords } from '../explain-words.ts';

export const statusFacts: StatusFactWords = {
  classes: {
    0: 'hors de 100–699',
    1: '1xx, provisoire',
    2: '2xx, succès',
    3: '3xx, redirection',
    4: '4xx, échec de la requête (cette cible refuse ; une autre peut accepter)',
    5: '5xx, échec du serveur (ce serveur échoue ; un autre peut réussir)',
    6: '6xx, échec global (refusé partout)',
  },
  makers: {
    uas: 'le côté appelé',
    proxy: 'un proxy',
    b2bua: 'un B2BUA',
    registrar: 'un registrar',
    'redirect-server': 'un serveur de redirection',
    gateway: 'une passerelle',
    notifier: 'un notifieur',
    verifier: 'un vérificateur d’identité',
  },
  scopes: {
    hop: 'un seul saut : les proxys ne le relaient pas',
    'end-to-end': 'de bout en bout : les proxys le ramènent à l’appelant',
  },
  retries: {
    none: 'il n’y a rien à réessayer',
    never: 'ne pas répéter la même requête',
    later: 'réessayer plus tard',
    elsewhere: 'essayer un autre serveur ou une autre cible',
    changed: 'réessayer avec une requête modifiée',
  },
  effects: {
    none: 'aucun effet sur un dialogue',
    transaction: 'seule la transaction échoue ; le dialogue continue',
    usage: 'cet usage du dialogue prend fin (l’appel, ou l’abonnement)',
    dialog: 'tout le dialogue prend fin',
  },
};
