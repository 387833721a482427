/** The legs of a call in words: what another leg is to this one, and what joins them. */
import type { Role } from '../../report.ts';
import type { Leg, LegEnd } from '../locale.ts';
import { named } from '../phrases.ts';
import { roles } from './phrases.ts';

type Words = Readonly<Record<Leg['direction'], (call: string, host: string) => string>>;

const relations: Readonly<Record<Leg['relation'], Words>> = {
  b2bua: {
    onward: (call, host) => `${host} carries this call on as ${call}`,
    back: (call, host) => `${host} carries ${call} on with this one`,
  },
  redirection: {
    onward: (call, host) => `${host} followed the redirection with ${call}`,
    back: (call, host) => `${host} placed this one because ${call} was redirected`,
  },
  transfer: {
    onward: (call, host) => `${host} was told to transfer, and placed ${call}`,
    back: (call, host) => `${host} placed this one because ${call} was transferred`,
  },
  replacement: {
    onward: (call) => `${call} takes the place of this one`,
    back: (call) => `this one takes the place of ${call}`,
  },
  authentication: {
    onward: (call, host) => `${host} tried again with credentials as ${call}`,
    back: (call, host) => `${host} had been challenged in ${call} and tries again with credentials`,
  },
};

const reasons: Readonly<Record<string, string>> = {
  'session-id': 'same Session-ID',
  'other-leg': 'a header field names the other leg',
  'charging-vector': 'same charging id (icid)',
  'call-id': 'Call-ID made from the other',
  'sdp-origin': 'same SDP session',
  media: 'same media stream',
  'user-to-user': 'same User-to-User',
  users: 'same users',
  'host-and-time': 'same host, a moment later',
  'mirrored-progress': 'responses passed through',
  'mirrored-release': 'BYE passed through',
  target: 'the target that was named',
  'referred-by': 'Referred-By',
  replaces: 'Replaces',
  credentials: 'credentials',
};

/** How the other leg ended: codes change on their way through a B2BUA. */
function endOf(end: LegEnd | undefined): string {
  return end === undefined ? '' : ` There ${end.host} answered with ${named(end)}.`;
}

export function leg({ call, direction, relation, host, score, reasons: why }: Leg, end?: LegEnd): string {
  const text = relations[relation][direction](`call ${call + 1}`, host);
  return `${text} (${why.map(({ key }) => reasons[key] ?? key).join(', ')}; ${score} points).${endOf(end)}`;
}

export function device(address: string, role: Role | undefined, product: string): string {
  const name = role === undefined ? address : `the ${roles[role]} ${address}`;
  return product === '' ? name : `${name} (${product})`;
}
