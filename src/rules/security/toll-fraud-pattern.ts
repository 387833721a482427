import type { Evidence, SipMessage, Transaction } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { RecentMap } from '../../state/recent.ts';
import { defineRule, type Watch } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { isLoadTest, isScanner } from '../scanners.ts';
import { CappedSet, Ledger } from '../windows.ts';

type Shown = {
  /** One number behind many prefixes; or a scanner whose call got through. */
  kind: 'prefixes' | 'open';
  source: string;
  server: string;
  /** The part of the number that stays, or the number called. */
  number: string;
  /** Prefixes tried. */
  prefixes: readonly string[];
  tries: number;
  /** Of them, calls that rang or were answered. */
  through: number;
  agent: string;
};

interface Number {
  readonly prefixes: CappedSet;
  readonly at: Evidence[];
  source: string;
  server: string;
  serverAddress: string;
  tries: number;
  through: number;
  agent: string;
}

const NUMBER_LIMIT = 4_000;
const OPEN_LIMIT = 100;
const PREFIX_LIMIT = 32;
const EVIDENCE = 8;
const CLIP = 60;
/** Digits that name a line anywhere in the world; what stands before is prefix and country. */
const TAIL = 9;
const LONGEST = 32;

/** The user part as dialled: digits, plus, star and hash; '' for a name. */
function dialled({ requestUri }: SipMessage): string {
  const from = requestUri.indexOf(':') + 1;
  let end = from;
  while (end < requestUri.length && end - from <= LONGEST && '0123456789+*#'.includes(requestUri[end])) end++;
  const next = requestUri[end];
  return end - from <= LONGEST && (next === '@' || next === ';' || next === undefined)
    ? requestUri.slice(from, end)
    : '';
}

function gotThrough({ responses }: Transaction): boolean {
  return responses.some(({ message: { status } }) => status > 100 && status < 300);
}

function watchNumbers(): Watch<Shown> {
  const numbers = new Ledger<Number>(NUMBER_LIMIT, () => ({
    prefixes: new CappedSet(PREFIX_LIMIT),
    at: [],
    source: '',
    server: '',
    serverAddress: '',
    tries: 0,
    through: 0,
    agent: '',
  }));
  /** Sources of which something is kept. */
  const failing = new RecentMap<true>(NUMBER_LIMIT);
  /** Calls of scanners that got through without credentials, by source. */
  const open = new Map<string, { readonly shown: Shown; readonly at: Evidence[]; readonly device: string }>();

  function noteOpen(shown: Shown, evidence: Evidence, device: string): void {
    const known = open.get(shown.source);
    if (known === undefined) {
      if (open.size < OPEN_LIMIT) open.set(shown.source, { shown, at: [evidence], device });
      return;
    }
    open.set(shown.source, {
      ...known,
      shown: { ...known.shown, tries: known.shown.tries + 1, through: known.shown.through + 1 },
    });
    if (known.at.length < EVIDENCE) known.at.push(evidence);
  }

  return {
    see(conversation) {
      if (!('attempts' in conversation)) return;
      const [first] = conversation.attempts;
      const { request } = first ?? {};
      // Each call counts once: a proxy that tries several carriers puts other prefixes before one call.
      if (request === undefined || first.viaCount > 1 || addressesInferred(request) || isLoadTest(request)) return;
      // Who gets through tries no variants: a source is of interest from its first failure on.
      const scans = isScanner(request);
      const honest = !scans && failing.find(first.client.address) === undefined;
      if (honest && first.final !== undefined && first.final.status < 300) return;
      const through = conversation.attempts.some(gotThrough);
      if (honest && through) return;
      const scanner = through && scans;
      const number = dialled(request);
      if (number.length <= TAIL) return;
      const tail = number.slice(-TAIL);
      const key = `${first.client.address} ${first.server.address} ${tail}`;
      // Who gets through tries no variants: a number is of interest from its first failure on.
      if (through && !scanner && numbers.find(key) === undefined) return;
      const agent = (request.header('User-Agent') ?? '').slice(0, CLIP);
      const prefix = number.slice(0, -TAIL);
      const source = first.client.address;
      const { server } = first;
      if (scanner && !request.has('Authorization') && !request.has('Proxy-Authorization') && gotThrough(first)) {
        const shown: Shown = {
          kind: 'open',
          source,
          server: server.name,
          number,
          prefixes: [prefix],
          tries: 1,
          through: 1,
          agent,
        };
        noteOpen(shown, evidenceOf(request), server.address);
      }
      const known = numbers.of(key);
      failing.set(source, true);
      known.source = source;
      known.server = server.name;
      known.serverAddress = server.address;
      known.agent = agent;
      known.tries++;
      if (through) known.through++;
      if (!known.prefixes.has(prefix) && known.at.length < EVIDENCE) known.at.push(evidenceOf(request));
      known.prefixes.add(prefix);
    },
    *hits({ thresholds }) {
      for (const { shown, at, device } of open.values()) yield { at, args: shown, confidence: 'likely', device };
      for (const [key, one] of numbers.entries()) {
        const { prefixes, tries, through } = one;
        // Who knows the number dials it one way and gets through.
        if (prefixes.size < thresholds.dialVariants || through * 2 > tries) continue;
        yield {
          at: one.at,
          args: {
            kind: 'prefixes',
            source: one.source,
            server: one.server,
            number: key.slice(-TAIL),
            prefixes: prefixes.names.map((name) => name.slice(0, CLIP)),
            tries,
            through,
            agent: one.agent,
          },
          confidence: 'possible',
          device: one.serverAddress,
        };
      }
    },
  };
}

/** Rule 106: calls as those make them who look for a way to phone at somebody else's cost. */
export const tollFraudPattern = defineRule<'capture', Shown>({
  id: 'toll-fraud-pattern',
  severity: 'warning',
  scope: 'capture',
  title: 'Calls that look like toll fraud',
  spec: [],
  example: {
    kind: 'prefixes',
    source: '203.0.113.66',
    server: '192.0.2.5:5060',
    number: '025550123',
    prefixes: ['+1', '001', '0111', '90111', '9001'],
    tries: 12,
    through: 0,
    agent: 'sipcli/v1.8',
  },
  why: ({ through }) =>
    through > 0
      ? 'A call got through: more will follow, usually at night and to expensive numbers.'
      : 'Somebody looks for the prefix that leads outside; the first that works is used until it is closed.',
  fix: ({ source, server, through }) => [
    ...(through > 0 ? [`Look at the calls from ${source} on ${server} now, and bar what they dialled.`] : []),
    `Block ${source} in the firewall, or let ${server} take calls only from known peers and registered users.`,
    'Make sure that calls from unknown sources do not reach the outgoing routes (default or guest context), and set limits on calls and costs per account.',
    'If it is a test or a dial plan of your own that tries prefixes, there is nothing to do.',
  ],
  message: ({ kind, source, server, number, tries, through, agent, ...args }) => {
    const prefixes = args.prefixes
      .map((prefix) => prefix || 'none')
      .join(', ')
      .slice(0, CLIP);
    const by = agent === '' ? source : `${source} ("${agent}")`;
    const rang = through === 0 ? 'none got through' : `${through} got through`;
    return kind === 'open'
      ? `${by} called ${number} through ${server} without credentials, and ${through === 1 ? 'the call' : `${through} such calls`} got through.`
      : `${by} dialled …${number} at ${server} ${tries} times behind ever new prefixes (${prefixes}); ${rang}.`;
  },
  limits: () => 'Whether anybody was meant to call there is not in the trace.',
  watch: watchNumbers,
});
