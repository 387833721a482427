/**
 * Who sent a message to whom, where a log prints one side or none (knowledge: log-dialects §4.6). Evidence, best first: what
 * is printed; the pair of the same branch, so that a response goes back where its request came from; Via; Contact and URIs.
 */
import type { Endpoint, Transport } from '../model.ts';
import type { Address, Opening } from './dialect.ts';
import type { HeadFacts } from './head.ts';
import { defaultPort, parseUriHost, parseVia, type Via } from './via.ts';

export interface EndpointTable {
  intern(address: string, port: number): Endpoint;
}

export interface Ends {
  readonly transport: Transport;
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly inferred: boolean;
}

interface EndpointResolver {
  resolve(opening: Opening, facts: HeadFacts): Ends;
}

/** Branches whose pair is remembered; the oldest is forgotten first. */
const MAX_BRANCHES = 20_000;

/** The machine that logged, while nothing tells its address. */
const LOCAL: Address = { address: 'local', port: 0 };
const UNKNOWN: Address = { address: 'unknown', port: 0 };

interface Pair {
  /** Of the request. */
  readonly source: Address;
  readonly destination: Address;
}

interface Local {
  readonly address: Address;
  /** Learned from Via, not from a URI. */
  readonly certain: boolean;
}

export function createEndpointResolver(endpoints: EndpointTable): EndpointResolver {
  const branches = new Map<string, Pair>();
  /** By transport and address family: a server listens on several. */
  const locals = new Map<string, Local>();

  function remember(key: string, pair: Pair): void {
    if (key === '' || branches.has(key) || pair.source === UNKNOWN || pair.destination === UNKNOWN) return;
    if (branches.size >= MAX_BRANCHES) {
      const oldest = branches.keys().next().value;
      if (oldest !== undefined) branches.delete(oldest);
    }
    branches.set(key, pair);
  }

  /** The logging machine's own socket in this message. */
  function localOf(
    opening: Opening,
    facts: HeadFacts,
    via: Via | undefined,
    transport: Transport,
    pair: Pair | undefined,
    remote: Address,
  ): Address {
    const out = opening.direction === 'out';
    // Its own Via tops the requests that it sends and the responses that it gets.
    const own = facts.isRequest === out ? sentBy(via, transport) : undefined;
    const key = `${transport} ${remote.address.includes(':') ? '6' : '4'}`;
    const known = locals.get(key);
    if (own) {
      if (!known?.certain) locals.set(key, { address: own, certain: true });
      return own;
    }
    if (pair) return facts.isRequest === out ? pair.source : pair.destination;
    if (known?.certain) return known.address;
    const guess = out ? parseUriHost(facts.contact) : parseUriHost(facts.uri);
    if (guess && isIp(guess.address)) {
      const address = withPort(guess, transport);
      if (!known) locals.set(key, { address, certain: false });
      return known?.address ?? address;
    }
    return known?.address ?? LOCAL;
  }

  /** The other side, where the log does not print it. */
  function remoteOf(
    opening: Opening,
    facts: HeadFacts,
    via: Via | undefined,
    transport: Transport,
    pair: Pair | undefined,
  ): Address {
    const sent = opening.direction !== 'in';
    if (pair) return sent === facts.isRequest ? pair.destination : pair.source;
    if (facts.isRequest) return (sent ? target(facts, transport) : origin(via, transport)) ?? UNKNOWN;
    return (sent ? origin(via, transport) : contactOf(facts, transport)) ?? UNKNOWN;
  }

  /** Nothing is printed, not even the direction. */
  function unprinted(facts: HeadFacts, via: Via | undefined, transport: Transport, pair: Pair | undefined): Pair {
    if (pair) return facts.isRequest ? pair : { source: pair.destination, destination: pair.source };
    const near = origin(via, transport) ?? UNKNOWN;
    if (facts.isRequest) return { source: near, destination: target(facts, transport) ?? UNKNOWN };
    return { source: contactOf(facts, transport) ?? UNKNOWN, destination: near };
  }

  return {
    resolve(opening, facts) {
      const via = parseVia(facts.via);
      const transport = opening.transport ?? via?.transport ?? 'udp';
      const key = keyOf(facts, via);
      const pair = branches.get(key);
      let { source, destination } = opening;
      const inferred = !source || !destination;
      if (!source || !destination) {
        if (opening.direction) {
          const remote = opening.peer ?? remoteOf(opening, facts, via, transport, pair);
          const local = localOf(opening, facts, via, transport, pair, remote);
          source = opening.direction === 'out' ? local : remote;
          destination = opening.direction === 'out' ? remote : local;
        } else {
          ({ source, destination } = unprinted(facts, via, transport, pair));
        }
      }
      remember(key, facts.isRequest ? { source, destination } : { source: destination, destination: source });
      return {
        transport,
        source: endpoints.intern(source.address, source.port),
        destination: endpoints.intern(destination.address, destination.port),
        inferred,
      };
    },
  };
}

/** RFC 3261 §17.1.3 without the method: ACK and CANCEL go the way of their INVITE. RFC 2543 messages have no branch. */
function keyOf(facts: HeadFacts, via: Via | undefined): string {
  if (!via) return '';
  if (via.branch) return `${via.branch} ${via.host}`;
  return facts.callId ? `${facts.callId} ${facts.cseq.split(/\s/, 1)[0]} ${via.host}:${via.port}` : '';
}

function sentBy(via: Via | undefined, transport: Transport): Address | undefined {
  return via && { address: via.host, port: via.port || defaultPort(transport) };
}

/** Where a request came from: what its receiver saw (RFC 3581), else what its sender says. */
function origin(via: Via | undefined, transport: Transport): Address | undefined {
  if (!via) return undefined;
  return { address: via.received || via.host, port: via.rport || via.port || defaultPort(transport) };
}

/** Where a request goes: RFC 3261 §12.2.1.1 and §16.6. */
function target(facts: HeadFacts, transport: Transport): Address | undefined {
  const host = parseUriHost(facts.route) ?? parseUriHost(facts.uri);
  return host && withPort(host, transport);
}

function contactOf(facts: HeadFacts, transport: Transport): Address | undefined {
  const host = parseUriHost(facts.contact);
  return host && withPort(host, transport);
}

function withPort(host: Address, transport: Transport): Address {
  return { address: host.address, port: host.port || defaultPort(transport) };
}

function isIp(address: string): boolean {
  return address.includes(':') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(address);
}
