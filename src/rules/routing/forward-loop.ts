import { parseContact } from '../../headers/contact.ts';
import { parseDiversion } from '../../headers/diversion.ts';
import { type HistoryEntry, parseHistoryInfo } from '../../headers/history-info.ts';
import type { Call, SipMessage } from '../../model.ts';
import { calledUser, digitsOf, isNumber } from '../called.ts';
import { defineRule } from '../define.ts';
import { clip } from '../refusal.ts';

type Shown = {
  /** `circle`: the chain names the same party twice. `redirected`: a 3xx leads back. `long`: too many diversions. */
  kind: 'circle' | 'redirected' | 'long';
  host: string;
  field: 'Diversion' | 'History-Info' | 'Contact';
  /** The party that comes twice; of `long` the last one. */
  party: string;
  count: number;
  /** The parties, in order of time: the first ones, and how many more there are. */
  chain: readonly string[];
  more: number;
};

type Found = Omit<Shown, 'host'>;

/** Users of a chain that are read; a header field may hold thousands. */
const CHAIN_LIMIT = 64;
/** Parties that a sentence names. */
const TOLD = 6;

/** Numbers are the same with and without separators and plus. */
function nameOf(user: string | undefined, host: string): string {
  if (user === undefined || user === '') return host;
  return isNumber(user) ? digitsOf(user) : `${user}@${host}`;
}

/** The party that comes again after others were tried; the same twice in a row is one target at two hosts. */
function repeated(chain: readonly string[]): string | undefined {
  const seen = new Set<string>();
  let last = '';
  for (const party of chain) {
    if (party === last) continue;
    if (seen.has(party)) return party;
    seen.add(party);
    last = party;
  }
  return undefined;
}

function shown(chain: readonly string[]): Pick<Shown, 'chain' | 'more'> {
  return { chain: chain.slice(0, TOLD).map((party) => clip(party)), more: Math.max(0, chain.length - TOLD) };
}

function told({ chain, more }: Pick<Shown, 'chain' | 'more'>): string {
  return chain.join(', then ') + (more > 0 ? ', and further' : '');
}

function ofDiversion(request: SipMessage, most: number): Found | undefined {
  const entries = request.headers('Diversion').slice(0, CHAIN_LIMIT).flatMap(parseDiversion);
  // The last to divert stands first (RFC 5806 §5).
  const chain = entries.map(({ uri, uriText }) => (uri === undefined ? uriText : nameOf(uri.user, uri.host))).reverse();
  const party = repeated(chain);
  if (party !== undefined) {
    return { kind: 'circle', field: 'Diversion', party: clip(party), count: chain.length, ...shown(chain) };
  }
  const count = entries.reduce((sum, { counter }) => sum + counter, 0);
  if (count <= most) return undefined;
  return { kind: 'long', field: 'Diversion', party: clip(chain[chain.length - 1] ?? ''), count, ...shown(chain) };
}

/** The branch of the tree that leads to the newest target: what was tried beside it is no part of its way. */
function wayTo(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const newest = entries[entries.length - 1];
  if (newest === undefined) return [];
  return entries.filter(
    ({ index }) => index !== '' && (newest.index === index || newest.index.startsWith(`${index}.`)),
  );
}

function ofHistory(request: SipMessage, most: number): Found | undefined {
  const way = wayTo(request.headers('History-Info').slice(0, CHAIN_LIMIT).flatMap(parseHistoryInfo));
  const chain = way.map(({ uri, uriText }) => (uri === undefined ? uriText : nameOf(uri.user, uri.host)));
  // Routing to the right host is no diversion: somebody or something has to have changed the user.
  const diverted = way.filter(({ mappedFrom, cause }) => mappedFrom !== undefined || cause !== undefined);
  if (diverted.length === 0) return undefined;
  const party = repeated(chain);
  const rest = { field: 'History-Info', ...shown(chain) } as const;
  if (party !== undefined) return { kind: 'circle', party: clip(party), count: diverted.length, ...rest };
  if (diverted.length <= most) return undefined;
  return { kind: 'long', party: clip(chain[chain.length - 1] ?? ''), count: diverted.length, ...rest };
}

/** A redirection to a target that the caller has come from already: A to B to A (RFC 3261 §8.1.3.4). */
function* redirectedBack(call: Call): Iterable<{ readonly answer: SipMessage; readonly found: Found }> {
  const tried: string[] = [];
  for (const { request, final } of call.attempts.slice(0, CHAIN_LIMIT)) {
    if (request === undefined) continue;
    const [own] = parseContact(`<${request.requestUri}>`);
    const current = nameOf(calledUser(request), own?.uri?.host ?? '');
    if (final !== undefined && final.status >= 300 && final.status < 400) {
      const targets = final.headers('Contact').slice(0, CHAIN_LIMIT).flatMap(parseContact);
      const names = targets.flatMap(({ uri }) => (uri === undefined ? [] : nameOf(uri.user, uri.host)));
      // Leading to itself is another fault, told by `redirect-not-followed`; one new target is a way out.
      const back = names.find((name) => name !== current && tried.includes(name));
      if (back !== undefined && names.every((name) => tried.includes(name) || name === current)) {
        const chain = [...tried, current, back];
        const found = { kind: 'redirected', field: 'Contact', party: clip(back), count: tried.length + 1 } as const;
        yield { answer: final, found: { ...found, ...shown(chain) } };
      }
    }
    if (!tried.includes(current)) tried.push(current);
  }
}

/** Rule 61: call forwarding that leads back, or never ends. */
export const forwardLoop = defineRule<'call', Shown>({
  id: 'forward-loop',
  severity: 'warning',
  scope: 'call',
  title: 'Call forwarding that leads back',
  spec: ['RFC 7044 §5', 'RFC 5806 §4', 'RFC 3261 §8.1.3.4'],
  example: {
    kind: 'circle',
    host: '192.0.2.5:5060',
    field: 'Diversion',
    party: 'bob@example.com',
    count: 3,
    chain: ['bob@example.com', 'carol@example.com', 'bob@example.com'],
    more: 0,
  },
  why: (args) =>
    args.kind === 'long'
      ? 'Each diversion costs time and perhaps money, and most networks cut the chain at five.'
      : 'The call goes from one to the other until a network cuts it; nobody can answer.',
  fix: (args) => [
    args.kind === 'long'
      ? `Look at the forwarding of each party in turn (${told(args)}), and forward to the last one directly.`
      : `Take out one of the forwardings of this circle: ${told(args)}.`,
    'Look for follow-me or group rules that contain the user themselves, and for a PBX and a carrier that forward to each other.',
    'Set a limit of five diversions on the PBX or SBC.',
  ],
  message: (args) =>
    ({
      circle: `The ${args.field} of the INVITE sent by ${args.host} names ${args.party} twice in one chain of forwarding: ${told(args)}.`,
      redirected: `${args.host} redirected the call to ${args.party}, which had been called before: ${told(args)}.`,
      long: `The call sent by ${args.host} was diverted ${args.count} times by its ${args.field}: ${told(args)}.`,
    })[args.kind],
  limits: (args) =>
    args.kind === 'circle' ? 'A party that forwards by time or by caller may be named twice for good reason.' : '',
  when: ({ call }) =>
    call.attempts.length > 1 ||
    (call.attempts[0]?.request !== undefined &&
      call.transactions.some(
        ({ method, request }) =>
          method === 'INVITE' && request?.toTag === '' && (request.has('Diversion') || request.has('History-Info')),
      )),
  *check({ call }, { thresholds }) {
    let seen = 0;
    for (const { method, request } of call.transactions) {
      if (method !== 'INVITE' || request === undefined || request.toTag !== '') continue;
      if (++seen > CHAIN_LIMIT) break;
      const found =
        (request.has('Diversion') ? ofDiversion(request, thresholds.diversions) : undefined) ??
        (request.has('History-Info') ? ofHistory(request, thresholds.diversions) : undefined);
      if (found === undefined) continue;
      yield {
        at: [request],
        args: { ...found, host: request.source.name },
        confidence: found.kind === 'circle' ? 'likely' : 'certain',
        device: request.source.address,
      };
      return;
    }
    for (const { answer, found } of redirectedBack(call)) {
      const host = answer.source;
      yield { at: [answer], args: { ...found, host: host.name }, confidence: 'certain', device: host.address };
      return;
    }
  },
});
