/** Session descriptions of two messages that are the same step of a call, item by item. */
import type { Media } from '../sdp/media.ts';
import type { Session } from '../sdp/session.ts';

/** What is compared of a media line; addresses, ports and keys are new in every call. */
const items: readonly (readonly [name: string, item: (media: Media) => string])[] = [
  ['protocol', ({ protocol }) => protocol],
  ['port', ({ rejected }) => (rejected ? '0' : '')],
  ['codecs', ({ payloads, formats }) => (payloads.length > 0 ? payloads.map(nameOf) : formats).join(' ')],
  ['direction', ({ direction }) => direction],
  ['ptime', ({ ptime }) => (ptime === undefined ? '' : String(ptime))],
  ['crypto', ({ crypto }) => crypto.map(({ suite }) => suite).join(' ')],
  ['fingerprint', ({ fingerprint }) => fingerprint?.hash ?? ''],
  ['setup', ({ setup }) => setup ?? ''],
  ['rtcp-mux', ({ rtcpMux }) => (rtcpMux ? 'yes' : '')],
  ['candidates', ({ candidates }) => (candidates > 0 ? 'yes' : '')],
];

function nameOf({ encoding, clockRate, id }: Media['payloads'][number]): string {
  if (encoding === '') return String(id);
  return clockRate === 8000 || clockRate === 0 ? encoding : `${encoding}/${clockRate}`;
}

export interface SdpDifference {
  /** `audio`, or `audio 2` for the second line of its kind; with an item of it: `audio codecs`. */
  readonly name: string;
  readonly a: string | null;
  readonly b: string | null;
}

function labels({ media }: Session): string[] {
  const seen = new Map<string, number>();
  return media.map(({ kind }) => {
    const times = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, times);
    return times === 1 ? kind : `${kind} ${times}`;
  });
}

/** The codecs say most about a line that only one of them has. */
function describe(media: Media): string {
  return items[2][1](media);
}

export function compareSdp(a: Session, b: Session): readonly SdpDifference[] {
  const found: SdpDifference[] = [];
  const [namesA, namesB] = [labels(a), labels(b)];
  for (const name of new Set([...namesA, ...namesB])) {
    const [lineA, lineB] = [a.media[namesA.indexOf(name)], b.media[namesB.indexOf(name)]];
    if (lineA === undefined || lineB === undefined) {
      found.push({
        name,
        a: lineA === undefined ? null : describe(lineA),
        b: lineB === undefined ? null : describe(lineB),
      });
      continue;
    }
    for (const [item, of] of items) {
      const [was, is] = [of(lineA), of(lineB)];
      if (was !== is) found.push({ name: `${name} ${item}`, a: was, b: is });
    }
  }
  return found;
}
