/**
 * Which response and which Q.850 cause can stand for the same event. RFC 3398 has a table for each direction, products
 * have their own, and mobile networks another (3GPP TS 29.163); a pair that none of them has was made up on the way.
 */
import { findCause } from './causes.ts';
import { findStatus } from './statuses.ts';

/** "Don't know", met with every response: normal clearing, unspecified, interworking. */
const VAGUE: readonly number[] = [16, 31, 127];

/** What Asterisk, FreeSWITCH and the Oracle SBC make of a response, beside RFC 3398 §8.2.6.1; a phone's button for rejecting sends 486. */
const ofProducts: ReadonlyMap<number, readonly number[]> = new Map([
  [400, [41]],
  [401, [21]],
  [402, [21]],
  [403, [21]],
  [404, [1]],
  [407, [21]],
  [408, [102]],
  [420, [3]],
  [433, [24]],
  [480, [18, 19, 20]],
  [481, [41, 127]],
  [482, [127]],
  [483, [19, 25]],
  [485, [3]],
  [486, [17, 21]],
  [488, [50, 88]],
  [500, [41]],
  [502, [27]],
  [503, [34, 41]],
  [504, [102]],
  [513, [95]],
  [600, [17, 21]],
  [603, [21]],
  [604, [2, 3]],
  [606, [88]],
  [608, [21]],
]);

/** Mobile networks map these to 480 (3GPP TS 29.163). */
const UNAVAILABLE: readonly number[] = [21, 25, 34];

/** What an event is about. Two of the same kind do not contradict each other, whichever table they come from. */
type Subject = 'number' | 'busy' | 'rejected' | 'no-answer' | 'network' | 'media';

const subjectsOfCause: readonly (readonly [Subject, readonly number[]])[] = [
  ['number', [1, 2, 3, 22, 23, 26, 28]],
  ['busy', [17]],
  ['rejected', [21, 24, 52, 53, 54, 55, 57, 87]],
  ['no-answer', [18, 19, 20, 102]],
  ['network', [2, 3, 25, 27, 34, 38, 41, 42, 44, 46, 47, 58, 88, 102, 111]],
  ['media', [49, 50, 57, 58, 63, 65, 66, 69, 70, 79, 88]],
];

const subjectsOfStatus: readonly (readonly [Subject, readonly number[]])[] = [
  ['number', [301, 302, 404, 410, 416, 484, 485, 604]],
  ['busy', [486, 600]],
  ['rejected', [403, 433, 603, 607, 608]],
  ['no-answer', [408, 480, 504]],
  ['network', [482, 483, 500, 502, 503, 504]],
  ['media', [415, 488, 606]],
];

function subjectsOf(code: number, table: readonly (readonly [Subject, readonly number[]])[]): readonly Subject[] {
  return table.flatMap(([subject, codes]) => (codes.includes(code) ? subject : []));
}

/** False when no table gives this cause for this response or the other way round, and they speak of different things. */
export function canMean(status: number, cause: number): boolean {
  const known = findCause(cause);
  if (known === undefined || VAGUE.includes(cause)) return true;
  if (known.rfc3398 === status || known.asterisk === status || known.freeswitch === status) return true;
  if (findStatus(status)?.causeOut === cause || ofProducts.get(status)?.includes(cause)) return true;
  if (status === 480 && (known.freeswitch === undefined || UNAVAILABLE.includes(cause))) return true;
  // A call that was cancelled or ran out of time became nothing in particular.
  if (status === 487) return cause === 102;
  // What a table does not list becomes 500 (RFC 3398 §7.2.4.1).
  if (status === 500) return !known.userSide && cause !== 1;
  const subjects = subjectsOf(status, subjectsOfStatus);
  const others = subjectsOf(cause, subjectsOfCause);
  return subjects.length === 0 || others.length === 0 || subjects.some((subject) => others.includes(subject));
}

/** Causes of a call that never came about; a BYE releases one that did. */
const BEFORE_ANSWER: readonly number[] = [1, 17, 18, 19, 22, 28];

export function canReleaseAnswered(cause: number): boolean {
  return !BEFORE_ANSWER.includes(cause);
}
