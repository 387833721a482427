/** Reads addresses out of Via and URIs, as far as endpoints need them. Nothing here judges whether they are well formed. */
import type { Transport } from '../model.ts';
import { type Address, transportOf } from './dialect.ts';

export interface Via {
  readonly transport: Transport | undefined;
  readonly host: string;
  /** 0 when absent. */
  readonly port: number;
  readonly received: string;
  readonly rport: number;
  readonly branch: string;
}

// Blanks are allowed around the slashes and the colon (RFC 3261 §20.42). Each run of them is bounded.
const SENT_PROTOCOL = /^\s{0,32}SIP\s{0,32}\/\s{0,32}[\d.]{1,8}\s{0,32}\/\s{0,32}([A-Za-z0-9-]{1,16})\s{1,32}/i;
const HOST = /^(\[[^\]\s]{1,64}\]|[^\s:;,<>"?/]{1,255})(?:\s{0,8}:\s{0,8}(\d{1,5})(?!\d))?/;

export function parseVia(value: string): Via | undefined {
  const protocol = SENT_PROTOCOL.exec(value);
  if (!protocol) return undefined;
  const rest = value.slice(protocol[0].length);
  const sentBy = HOST.exec(rest);
  if (!sentBy) return undefined;
  const comma = rest.indexOf(',');
  const parameters = comma < 0 ? rest : rest.slice(0, comma);
  return {
    transport: transportOf(protocol[1]),
    host: bare(sentBy[1]),
    port: portOf(sentBy[2]),
    received: bare(/;\s{0,8}received\s{0,8}=\s{0,8}([^\s;,]{1,255})/i.exec(parameters)?.[1] ?? ''),
    rport: portOf(/;\s{0,8}rport\s{0,8}=\s{0,8}(\d{1,5})/i.exec(parameters)?.[1]),
    branch: /;\s{0,8}branch\s{0,8}=\s{0,8}([^\s;,]{1,255})/i.exec(parameters)?.[1] ?? '',
  };
}

/** Host and port of a SIP URI or of a header value that holds one; undefined for `tel:` and the like. */
export function parseUriHost(value: string): Address | undefined {
  const scheme = /sips?:/i.exec(value);
  if (!scheme) return undefined;
  let rest = value.slice(scheme.index + scheme[0].length);
  const end = rest.search(/[>\s]/);
  if (end >= 0) rest = rest.slice(0, end);
  rest = rest.slice(rest.lastIndexOf('@') + 1);
  const match = HOST.exec(rest);
  return match ? { address: bare(match[1]), port: portOf(match[2]) } : undefined;
}

function bare(host: string): string {
  const inner = host.startsWith('[') ? host.slice(1, -1) : host;
  // A copy: a part of a string keeps the whole alive, and addresses outlive their lines.
  return ` ${inner.toLowerCase()}`.slice(1);
}

function portOf(digits: string | undefined): number {
  const port = Number(digits ?? 0);
  return port <= 65_535 ? port : 0;
}

/** RFC 3261 §18.1.1, RFC 7118 §5.2. */
export function defaultPort(transport: Transport): number {
  if (transport === 'tls') return 5061;
  if (transport === 'ws') return 80;
  return transport === 'wss' ? 443 : 5060;
}
