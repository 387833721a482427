/** The legs of a call in words: what another leg is to this one, and what joins them. */
import type { Role } from '../../report.ts';
import type { Leg, LegEnd } from '../locale.ts';
import { named } from '../phrases.ts';
import { plural, role as roleName } from './phrases.ts';

type Words = Readonly<Record<Leg['direction'], (call: string, host: string) => string>>;

const relations: Readonly<Record<Leg['relation'], Words>> = {
  b2bua: {
    onward: (call, host) => `${host} prolonge cet appel par ${call}`,
    back: (call, host) => `${host} prolonge ${call} par celui-ci`,
  },
  redirection: {
    onward: (call, host) => `${host} a suivi la redirection avec ${call}`,
    back: (call, host) => `${host} a émis cet appel parce que ${call} a été redirigé`,
  },
  transfer: {
    onward: (call, host) => `${host} a reçu une demande de transfert et a émis ${call}`,
    back: (call, host) => `${host} a émis cet appel parce que ${call} a été transféré`,
  },
  replacement: {
    onward: (call) => `${call} prend la place de celui-ci`,
    back: (call) => `cet appel prend la place de ${call}`,
  },
  authentication: {
    onward: (call, host) => `${host} a réessayé avec des identifiants dans ${call}`,
    back: (call, host) => `${host} avait reçu un défi dans ${call} et réessaie avec des identifiants`,
  },
};

const reasons: Readonly<Record<string, string>> = {
  'session-id': 'même Session-ID',
  'other-leg': 'un champ d’en-tête nomme l’autre segment',
  'charging-vector': 'même identifiant de taxation (icid)',
  'call-id': 'Call-ID formé d’après l’autre',
  'sdp-origin': 'même session SDP',
  media: 'même flux média',
  'user-to-user': 'même User-to-User',
  users: 'mêmes usagers',
  'host-and-time': 'même hôte, un instant plus tard',
  'mirrored-progress': 'réponses transmises',
  'mirrored-release': 'BYE transmis',
  target: 'la cible indiquée',
  'referred-by': 'Referred-By',
  replaces: 'Replaces',
  credentials: 'identifiants',
};

/** How the other leg ended: codes change on their way through a B2BUA. */
function endOf(end: LegEnd | undefined): string {
  return end === undefined ? '' : ` Là, ${end.host} a répondu ${named(end)}.`;
}

export function leg({ call, direction, relation, host, score, reasons: why }: Leg, end?: LegEnd): string {
  const text = relations[relation][direction](`l’appel ${call + 1}`, host);
  const points = plural(score, 'point', 'points');
  return `${text} (${why.map(({ key }) => reasons[key] ?? key).join(', ')} ; ${score} ${points}).${endOf(end)}`;
}

export function device(address: string, role: Role | undefined, product: string): string {
  const name = role === undefined ? address : `${roleName(role)} ${address}`;
  return product === '' ? name : `${name} (${product})`;
}
