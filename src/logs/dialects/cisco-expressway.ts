/**
 * Cisco Expressway and VCS diagnostic logs: a record of `network.sip` with the addresses, `SIPMSG:`, then the message, its
 * start line behind a bar and each other line behind one blank, which is no fold.
 */
import { type Address, addressOf, type Dialect, type Direction } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

const TIME = /\bUTCTime="([^"]{19,30})"/;
const ACTION = /\bAction="(Received|Sent) {0,2}"/;
const LOCAL = { host: /\bLocal-ip="([^"]{2,64})"/, port: /\bLocal-port="(\d{1,5})"/ };
const SOURCE = { host: /\bSrc-ip="([^"]{2,64})"/, port: /\bSrc-port="(\d{1,5})"/ };
const DESTINATION = { host: /\bDst-ip="([^"]{2,64})"/, port: /\bDst-port="(\d{1,5})"/ };
const LEAD = /^ {0,2}\|/;
const BAR = /^ {0,2}\|\s*$/;

export const ciscoExpressway: Dialect = {
  id: 'cisco-expressway',
  title: 'Cisco Expressway and VCS (diagnostic log)',
  hints: ['"network.sip"'],
  open({ text }, next) {
    if (!text.includes('Module="network.sip"') || text.length > 2000) return undefined;
    // The message begins two lines below; records without it are summaries.
    if (next(1)?.text.trim() !== 'SIPMSG:') return undefined;
    const utc = TIME.exec(text);
    const time = utc ? findStamp(`${utc[1]}Z`) : undefined;
    return {
      dialect: 'cisco-expressway',
      ...endsOf(text),
      ...(time && { time }),
      skip: 1,
      within: 2,
      lead: LEAD,
      strip: (line) => (line.startsWith(' ') ? line.slice(1) : line === '' ? '' : undefined),
      ends: BAR,
    };
  },
};

interface Ends {
  readonly direction?: Direction;
  readonly peer?: Address;
  readonly source?: Address;
  readonly destination?: Address;
}

/** What is sent names its destination, what is received its source, and newer versions the local side, too. */
function endsOf(text: string): Ends {
  const local = named(text, LOCAL);
  const source = named(text, SOURCE);
  const destination = named(text, DESTINATION);
  const action = ACTION.exec(text);
  const received = action ? action[1] === 'Received' : destination === undefined;
  const peer = received ? source : destination;
  if (source && destination) return { source, destination };
  if (!peer) return {};
  const direction = received ? 'in' : 'out';
  if (!local) return { direction, peer };
  return received ? { direction, source: peer, destination: local } : { direction, source: local, destination: peer };
}

function named(text: string, { host, port }: { readonly host: RegExp; readonly port: RegExp }): Address | undefined {
  const address = host.exec(text)?.[1];
  const number = port.exec(text)?.[1];
  if (address === undefined || number === undefined) return undefined;
  return addressOf(address.includes(':') ? `[${address}]` : address, number);
}
