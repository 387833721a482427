/** The legs of a call in words: what another leg is to this one, and what joins them. */
import type { Role } from '../../report.ts';
import type { Leg, LegEnd } from '../locale.ts';
import { named } from '../phrases.ts';
import { count, roles } from './phrases.ts';

type Words = Readonly<Record<Leg['direction'], (call: number, host: string) => string>>;

const relations: Readonly<Record<Leg['relation'], Words>> = {
  b2bua: {
    onward: (call, host) => `${host} продолжает этот вызов как вызов ${call}`,
    back: (call, host) => `${host} продолжает этим вызовом вызов ${call}`,
  },
  redirection: {
    onward: (call, host) => `${host} последовал перенаправлению вызовом ${call}`,
    back: (call, host) => `${host} сделал этот вызов, потому что вызов ${call} был перенаправлен`,
  },
  transfer: {
    onward: (call, host) => `${host} получил указание перевести вызов и сделал вызов ${call}`,
    back: (call, host) => `${host} сделал этот вызов, потому что вызов ${call} был переведён`,
  },
  replacement: {
    onward: (call) => `вызов ${call} заменяет этот`,
    back: (call) => `этот вызов заменяет вызов ${call}`,
  },
  authentication: {
    onward: (call, host) => `${host} повторил попытку с учётными данными как вызов ${call}`,
    back: (call, host) =>
      `у ${host} запросили аутентификацию в вызове ${call}, и он повторяет попытку с учётными данными`,
  },
};

const reasons: Readonly<Record<string, string>> = {
  'session-id': 'тот же Session-ID',
  'other-leg': 'поле заголовка называет другое плечо',
  'charging-vector': 'тот же идентификатор тарификации (icid)',
  'call-id': 'Call-ID образован от другого',
  'sdp-origin': 'тот же сеанс SDP',
  media: 'тот же медиапоток',
  'user-to-user': 'тот же User-to-User',
  users: 'те же абоненты',
  'host-and-time': 'тот же узел, мгновением позже',
  'mirrored-progress': 'ответы переданы дальше',
  'mirrored-release': 'BYE передан дальше',
  target: 'названная цель',
  'referred-by': 'Referred-By',
  replaces: 'Replaces',
  credentials: 'учётные данные',
};

/** How the other leg ended: codes change on their way through a B2BUA. */
function endOf(end: LegEnd | undefined): string {
  return end === undefined ? '' : ` Там ${end.host} ответил ${named(end)}.`;
}

export function leg({ call, direction, relation, host, score, reasons: why }: Leg, end?: LegEnd): string {
  const text = relations[relation][direction](call + 1, host);
  const because = why.map(({ key }) => reasons[key] ?? key).join(', ');
  return `${text} (${because}; ${count(score, 'балл', 'балла', 'баллов')}).${endOf(end)}`;
}

export function device(address: string, role: Role | undefined, product: string): string {
  const name = role === undefined ? address : `${roles[role]} ${address}`;
  return product === '' ? name : `${name} (${product})`;
}
