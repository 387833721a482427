/** Time, direction and endpoints of a message in a log of unknown make, from the lines just above it. Guesses, marked as such. */
import { type Address, type Direction, type Opening, parseAddress, transportOf } from './dialect.ts';
import { findStamp, type Stamp } from './stamps.ts';
import type { Line } from './unwrap.ts';

const HOST = String.raw`(?:\d{1,3}(?:\.\d{1,3}){3}|\[[0-9A-Fa-f:.]{2,45}(?:%\w{1,16})?\]):\d{1,5}`;
const PAIR = new RegExp(`(${HOST}) {0,2}(<?-{1,4}>?|<?={1,4}>?|to) {0,2}(${HOST})`);
const PEER = new RegExp(`\\b(?:from|to):? (?:[A-Za-z]{2,4}6?(?:://|[:/ ]))?(${HOST})`);
const PEER_APART = /\bfrom ip ?= ?(\d{1,3}(?:\.\d{1,3}){3}) port: ?(\d{1,5})/;
const IN = /\b(?:recv|received?|receiving|rx|incoming|inbound|in)\b|<-{2,4}(?!>)/i;
const OUT = /\b(?:send|sent|sending|tx|transmitt(?:ed|ing)|outgoing|outbound|out)\b|-{2,4}>/i;
const TRANSPORT = /\b(udp|tcp|tls|sctp|wss?)6?\b/i;

/** Enough of a line to hold what loggers print about a message. */
const REACH = 400;

/** `above`: oldest first. */
export function guessOpening(start: Line, column: number, above: readonly Line[]): Opening {
  const texts: string[] = [];
  const left = start.text.slice(0, Math.min(column, REACH));
  let time: Stamp | undefined = stampOf(start, left);
  texts.push(left);
  for (let index = above.length - 1; index >= 0; index--) {
    const text = above[index].text.slice(0, REACH);
    time ??= stampOf(above[index], text);
    texts.push(text);
  }
  const ends = endpointsIn(texts);
  const direction = directionOf(left) ?? ends.direction;
  return { dialect: 'raw', ...(time && { time }), ...ends, ...(direction && { direction }), guessed: true };
}

function stampOf(line: Line, text: string): Stamp | undefined {
  return (line.stamp ? findStamp(line.stamp) : undefined) ?? findStamp(text);
}

type Ends = Pick<Opening, 'source' | 'destination' | 'peer' | 'direction' | 'transport'>;

/** The nearest line that names an address decides. */
function endpointsIn(texts: readonly string[]): Ends {
  for (const text of texts) {
    const found = pairIn(text) ?? peerIn(text);
    if (!found) continue;
    const transport = transportOf(TRANSPORT.exec(text)?.[1] ?? '');
    return { ...found, ...(transport && { transport }) };
  }
  return {};
}

function pairIn(text: string): Ends | undefined {
  const match = PAIR.exec(text);
  if (!match) return undefined;
  const first = parseAddress(match[1]);
  const second = parseAddress(match[3]);
  if (!first || !second) return undefined;
  const backwards = match[2].startsWith('<') && !match[2].endsWith('>');
  return backwards ? { source: second, destination: first } : { source: first, destination: second };
}

function peerIn(text: string): Ends | undefined {
  const match = PEER.exec(text);
  const apart = match ? null : PEER_APART.exec(text);
  const peer: Address | undefined = match
    ? parseAddress(match[1])
    : apart
      ? parseAddress(`${apart[1]}:${apart[2]}`)
      : undefined;
  const direction = directionOf(text);
  return peer && direction ? { peer, direction } : undefined;
}

/** Whichever word comes first. */
function directionOf(text: string): Direction | undefined {
  const into = text.search(IN);
  const out = text.search(OUT);
  if (into < 0 && out < 0) return undefined;
  return out < 0 || (into >= 0 && into < out) ? 'in' : 'out';
}
