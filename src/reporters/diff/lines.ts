/** Differences as lines, before a format gives them their looks. */
import type { CallPair, Diff, Difference } from '../../diff/difference.ts';
import type { Locale } from '../../locales/locale.ts';

/** `-` was there, `+` is there, `~` is another now. */
export type Sign = '-' | '+' | '~';

export interface Line {
  /** What it is about: an aspect of the call, or the message that it is in. */
  readonly label: string;
  readonly sign: Sign;
  readonly text: string;
}

/** `180 Ringing to INVITE`, `BYE sip:bob@192.0.2.7`. */
function messageOf(startLine: string, label: string): string {
  const response = /^SIP\/2\.0 (.*)$/.exec(startLine)?.[1];
  if (response !== undefined) return response + label.replace(/^\d*/, '');
  return startLine.replace(/ SIP\/2\.0$/, '');
}

function shownOf({ aspect, name }: Difference, value: string | number, { terminal, diff }: Locale): string {
  if (aspect === 'timing') return terminal.duration(value);
  if (aspect === 'repeats') return diff.sent(Number(value));
  if (aspect === 'message') return messageOf(String(value), name);
  return value === '' ? diff.none : String(value);
}

function labelOf(one: Difference, { diff }: Locale): string {
  if (one.in !== '') return one.in;
  return one.aspect === 'timing' ? (diff.timings[one.name] ?? one.name) : diff.aspects[one.aspect];
}

/** The name in front of the values; what stands in the label is not said twice. */
function nameOf({ aspect, name }: Difference): string {
  if (aspect === 'header') return `${name}: `;
  if (aspect === 'sdp') return name === '' ? '' : `SDP ${name}: `;
  return aspect === 'finding' ? `${name}: ` : '';
}

export function lineOf(one: Difference, locale: Locale): Line {
  const { a, b } = one;
  const label = labelOf(one, locale);
  const name = nameOf(one);
  if (a === null || b === null) {
    const value = a ?? b ?? '';
    // Of a field that is new in every call only the name is known.
    const text = value === '' ? name.replace(/: $/, '') : name + shownOf(one, value, locale);
    return { label, sign: a === null ? '+' : '-', text };
  }
  return { label, sign: '~', text: `${name}${shownOf(one, a, locale)} → ${shownOf(one, b, locale)}` };
}

/** `call 1 → call 3`, or the one that only one trace has. */
export function titleOf({ a, b }: CallPair, { terminal, diff }: Locale): string {
  const name = (id: number) => `${terminal.call} ${id + 1}`;
  if (a === null) return `${name(b ?? 0)} ${diff.onlyB}`;
  if (b === null) return `${name(a)} ${diff.onlyA}`;
  return `${name(a)} → ${name(b)}`;
}

/** `good.pcap → bad.pcap`; one of two calls of it. */
export function pathsOf({ a, b }: Diff): readonly string[] {
  const shown = (paths: readonly string[]) =>
    paths.length === 1 ? paths[0].slice(paths[0].lastIndexOf('/') + 1) : `${paths[0] ?? ''} +${paths.length - 1}`;
  const [first, second] = [shown(a.paths), shown(b.paths)];
  if (a.paths.join('\n') === b.paths.join('\n')) return [first];
  // Files of one name in two directories.
  return first === second ? [a.paths[0] ?? '', b.paths[0] ?? ''] : [first, second];
}
