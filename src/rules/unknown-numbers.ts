/** Numbers and names that a server does not have: one refusal, and what all calls to that server show together. */
import type { Evidence, SipMessage, Transaction } from '../model.ts';
import { evidenceOf } from '../state/evidence.ts';
import { calledUser, digitsOf, isNumber } from './called.ts';
import type { Conversation } from './define.ts';
import { causeOf, clip, statusLine } from './refusal.ts';
import { isScanner } from './scanners.ts';

export type NotFound =
  | 'unknown'
  | 'gone'
  | 'incomplete'
  | 'ambiguous'
  | 'scheme'
  | 'no-route'
  | 'out-of-order'
  | 'ported';

const kinds: ReadonlyMap<number, NotFound> = new Map([
  [404, 'unknown'],
  [604, 'unknown'],
  [410, 'gone'],
  [484, 'incomplete'],
  [485, 'ambiguous'],
  [416, 'scheme'],
]);

/** Q.850 says it more exactly, and is all that a 480 of a gateway leaves of it. */
const kindsOfCause: ReadonlyMap<number, NotFound> = new Map([
  [1, 'unknown'],
  [2, 'no-route'],
  [3, 'no-route'],
  [22, 'gone'],
  [26, 'ported'],
  [27, 'out-of-order'],
  [28, 'incomplete'],
]);

export function notFoundKind(final: SipMessage): NotFound | undefined {
  const { status } = final;
  if (status !== 480 && !kinds.has(status)) return undefined;
  const byCause = kindsOfCause.get(causeOf(final) ?? 0);
  return status === 404 || status === 480 ? (byCause ?? kinds.get(status)) : kinds.get(status);
}

/** Servers, and numbers of one server, that are kept in mind. */
const SERVER_LIMIT = 1_000;
const NUMBER_LIMIT = 5_000;
/** Digits that all spellings of a number share. */
const CORE = 9;
/** A country code has up to three digits more. */
const COUNTRY = 3;

interface Refusal {
  readonly user: string;
  readonly client: string;
  readonly status: string;
  readonly final: Evidence;
}

interface Route {
  calls: number;
  refused: number;
  readonly numbers: Set<string>;
  /** Spelling that was answered, by the last digits. */
  readonly answered: Map<string, string>;
  /** First refusal, by the last digits. */
  readonly unknown: Map<string, Refusal>;
  last: Refusal | undefined;
}

export interface RouteFinding {
  readonly kind: 'many' | 'respelled';
  readonly at: Evidence;
  readonly device: string;
  readonly client: string;
  readonly server: string;
  readonly status: string;
  readonly called: string;
  /** The spelling that worked. */
  readonly other: string;
  /** Calls refused, and all calls. */
  readonly count: number;
  readonly calls: number;
}

/** Undefined unless the name ends with so many digits; asked of every call, and so without a regular expression. */
function core(user: string): string | undefined {
  if (user.length < CORE) return undefined;
  for (let i = user.length - CORE; i < user.length; i++) {
    const code = user.charCodeAt(i);
    if (code < 0x30 || code > 0x39) return undefined;
  }
  return user.slice(-CORE);
}

/** The digits behind +, 00, 011 and the 0 of national numbers. */
function bare(user: string): string {
  return digitsOf(user).replace(/^(?:011|00|0)/, '');
}

/** One number written in two ways: only country code and prefix differ. */
function isSameNumber(a: string, b: string): boolean {
  if (!isNumber(a) || !isNumber(b)) return false;
  const [short, long] = [bare(a), bare(b)].sort((x, y) => x.length - y.length);
  return long.endsWith(short) && long.length - short.length <= COUNTRY;
}

function note(route: Route, { request, final, client }: Transaction): void {
  if (request === undefined || final === undefined) return;
  const answered = final.status < 300;
  const missed = !answered && notFoundKind(final) !== undefined;
  if (missed && isScanner(request)) return;
  route.calls++;
  if (!answered && !missed) return;
  // Another spelling is looked for once one was refused.
  if (answered && (route.refused === 0 || route.answered.size >= NUMBER_LIMIT)) return;
  const user = calledUser(request);
  const key = core(user);
  if (answered) {
    if (key !== undefined) route.answered.set(key, user);
    return;
  }
  route.refused++;
  if (route.numbers.size < NUMBER_LIMIT) route.numbers.add(user);
  const refusal = { user, client: client.name, status: statusLine(final), final: evidenceOf(final) };
  route.last = refusal;
  if (key !== undefined && route.unknown.size < NUMBER_LIMIT && !route.unknown.has(key))
    route.unknown.set(key, refusal);
}

/** One example is enough: the rule of the dial plan that writes numbers is the same for all. */
function respelled({ answered, unknown }: Route): { readonly refusal: Refusal; readonly other: string } | undefined {
  for (const [key, refusal] of unknown) {
    const other = answered.get(key);
    if (other !== undefined && other !== refusal.user && isSameNumber(other, refusal.user)) return { refusal, other };
  }
  return undefined;
}

function finding(kind: RouteFinding['kind'], server: string, route: Route, refusal: Refusal): RouteFinding {
  const { user, client, status, final } = refusal;
  const { refused, calls } = route;
  const base = { kind, at: final, client, server, status, count: refused, calls };
  return { ...base, device: server, called: clip(user), other: '' };
}

export interface RouteWatch {
  see(conversation: Conversation): void;
  findings(leastNumbers: number, leastShare: number): Iterable<RouteFinding>;
}

/** Gathers by server. One number, dialled again and again, is one mistake: different ones are counted. */
export function watchRoutes(): RouteWatch {
  const routes = new Map<string, Route>();
  return {
    see(conversation) {
      if (!('attempts' in conversation) || conversation.attempts.length === 0) return;
      const attempt = conversation.attempts[conversation.attempts.length - 1];
      let route = routes.get(attempt.server.address);
      if (route === undefined) {
        if (routes.size >= SERVER_LIMIT) return;
        const numbers = new Set<string>();
        route = { calls: 0, refused: 0, numbers, answered: new Map(), unknown: new Map(), last: undefined };
        routes.set(attempt.server.address, route);
      }
      note(route, attempt);
    },
    *findings(leastNumbers, leastShare) {
      for (const [server, route] of routes) {
        if (route.last === undefined) continue;
        const pair = respelled(route);
        if (pair !== undefined) {
          const { refusal, other } = pair;
          const device = refusal.final.destination.address;
          yield { ...finding('respelled', server, route, refusal), device, other: clip(other) };
        }
        if (route.numbers.size < leastNumbers || route.refused <= route.calls * leastShare) continue;
        yield finding('many', server, route, route.last);
      }
    },
  };
}
