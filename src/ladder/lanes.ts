/** The lanes of a ladder: one a device, over all of its addresses. */
import type { Party, ReportMessage } from '../report.ts';

export interface Lane {
  /** The address as it stands in endpoints: IPv6 in brackets. */
  readonly name: string;
  /** The device, where the call knows its part. */
  readonly party: Party | undefined;
}

export interface Lanes {
  readonly list: readonly Lane[];
  /** Hosts that found no lane of their own and share the last. */
  readonly shared: number;
  /** Index of the lane of an endpoint (`192.0.2.1:5060`). */
  indexOf(endpoint: string): number;
}

/** What lanes are made of. */
export interface Travelled {
  readonly parties: readonly Party[];
  readonly messages: readonly Pick<ReportMessage, 'source' | 'destination'>[];
}

const bracketed = (address: string) => (address.includes(':') ? `[${address}]` : address);

function hostOf(endpoint: string): string {
  const colon = endpoint.lastIndexOf(':');
  return colon < 0 ? endpoint : endpoint.slice(0, colon);
}

/** Hosts in the order of the call's parties, others by their first message; beyond `limit`, all share the last lane. */
export function lanesOf({ parties, messages }: Travelled, limit = Number.POSITIVE_INFINITY): Lanes {
  const names = new Map<string, string>();
  const devices = new Map<string, Party>();
  for (const party of parties) {
    const name = bracketed(party.address);
    if (!devices.has(name)) devices.set(name, party);
    for (const address of party.addresses) {
      const other = bracketed(address);
      if (!names.has(other)) names.set(other, name);
    }
  }
  const nameOf = (endpoint: string) => {
    const host = hostOf(endpoint);
    return names.get(host) ?? host;
  };
  const used = new Set(messages.flatMap(({ source, destination }) => [nameOf(source), nameOf(destination)]));
  const ordered = [...new Set([...devices.keys(), ...used])].filter((name) => used.has(name));
  const places = new Map(ordered.map((name, index) => [name, Math.min(index, limit - 1)]));
  return {
    list: ordered.slice(0, limit).map((name) => ({ name, party: devices.get(name) })),
    shared: Math.max(0, ordered.length - limit),
    indexOf: (endpoint) => places.get(nameOf(endpoint)) ?? 0,
  };
}
