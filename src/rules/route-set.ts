/**
 * Where the requests of a dialog must go: remote target and route set (RFC 3261 §12.1, §12.2), as one side of the dialog
 * was told them on the hop that the trace shows.
 */
import { parseContact } from '../headers/contact.ts';
import { parseRoute, type Route } from '../headers/route.ts';
import { parseUri, type Uri } from '../headers/uri.ts';
import type { SipMessage } from '../model.ts';

/** What two URIs must share to lead to the same place; parameters that servers add for themselves do not count. */
export function isSamePlace(a: Uri | undefined, b: Uri | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.host === b.host && (a.user ?? '') === (b.user ?? '') && portOf(a) === portOf(b);
}

function portOf({ port, scheme, params }: Uri): number {
  if (port !== undefined) return port;
  return scheme === 'sips' || params.get('transport')?.toLowerCase() === 'tls' ? 5061 : 5060;
}

/** The URIs of Contact, or none. */
export function targetsOf(message: SipMessage): readonly Uri[] {
  return message.headers('Contact').flatMap((value) => parseContact(value).flatMap(({ uri }) => uri ?? []));
}

export function recordRoutesOf(message: SipMessage): readonly Route[] {
  return message.headers('Record-Route').flatMap(parseRoute);
}

export function routesOf(message: SipMessage): readonly Route[] {
  return message.headers('Route').flatMap(parseRoute);
}

export function requestUriOf(message: SipMessage): Uri | undefined {
  return parseUri(message.requestUri);
}

/** Two entries by which a proxy of two networks stays in the path may stand for one place: only host and port count. */
function isSameRoute(a: Route, b: Route): boolean {
  if (a.uri === undefined || b.uri === undefined) return a.uriText === b.uriText;
  return a.uri.host === b.uri.host && portOf(a.uri) === portOf(b.uri);
}

function endsWith(list: readonly Route[], tail: readonly Route[]): boolean {
  const offset = list.length - tail.length;
  return offset >= 0 && tail.every((route, index) => isSameRoute(list[offset + index], route));
}

export type RouteFault = 'missing' | 'skipped' | 'reversed' | 'other';

/**
 * What is wrong with the Route of a request from `sender`. Allowed: the whole set; entries before it (an outbound proxy
 * that is always used); entries at its beginning left out when the sender itself is the last of them.
 */
export function routeFault(
  sent: readonly Route[],
  set: readonly Route[],
  sender: readonly string[],
): RouteFault | undefined {
  if (endsWith(sent, set)) return undefined;
  for (let left = 1; left <= set.length; left++) {
    if (sender.includes(set[left - 1].uri?.host ?? '') && endsWith(sent, set.slice(left))) return undefined;
  }
  if (set.length > 1 && endsWith(sent, set.toReversed())) return 'reversed';
  if (sent.length === 0) return 'missing';
  for (let left = 1; left < set.length; left++) if (endsWith(sent, set.slice(left))) return 'skipped';
  return 'other';
}

/** A response must carry the Record-Route values of its request, behind those of the proxies further on (§12.1.1). */
export function copiesRecordRoutes(response: SipMessage, request: SipMessage): boolean {
  const first = request.header('Record-Route');
  // Where the first field came back, the others did: a glance spares most the parsing.
  if (first === undefined || response.text().includes(first)) return true;
  const asked = recordRoutesOf(request);
  return asked.length === 0 || endsWith(recordRoutesOf(response), asked);
}
