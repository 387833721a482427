/** Puts a message together again: CRLF in the head always, in the body as its length says (knowledge: log-dialects §4.5). */
import type { Body } from './body.ts';
import type { HeadFacts } from './head.ts';

interface Printed {
  readonly head: readonly string[];
  readonly facts: HeadFacts;
  readonly body: Body | undefined;
  /** The blank line after the head was there. */
  readonly headEnded: boolean;
  /** The head's lines end in CR LF in the file, and that is not just how the file ends its lines: they are the wire's. */
  readonly wireLineEnds: boolean;
  /** The file holds nothing but messages, so that nobody edited this one. */
  readonly alone: boolean;
  /** Length that the log states, -1 when it does not. */
  readonly stated: number;
  /** The dialect's closing line: seen, missing, or none to expect. */
  readonly closing: 'seen' | 'missing' | 'none';
  /** A limit of ours or a mark of the log's cut it. */
  readonly cut: boolean;
  readonly cutsSilently: boolean;
  /** Lengths, also the message's own, count what was left out. */
  readonly masked: boolean;
}

interface Rebuilt {
  /** One character a byte. */
  readonly text: string;
  readonly exact: boolean;
  readonly truncated: boolean;
}

export function rebuild(printed: Printed): Rebuilt {
  const { head, facts, stated } = printed;
  const headText = `${head.join('\r\n')}\r\n`;
  const variants = bodyVariants(printed);
  const longest = Math.max(...variants.map((variant) => variant.length));
  // The blank line counts even when it was not printed.
  const headLength = headText.length + 2;
  const byStated = stated < 0 ? undefined : variants.find(({ length }) => headLength + length === stated);
  const byHeader = variants.find(({ length }) => length === facts.contentLength);
  const chosen = byStated ?? byHeader ?? variants[0];
  const exact = byStated !== undefined || isExact(printed, chosen.length);
  const truncated = !byStated && (printed.cut || isShort(printed, headLength + longest, longest));
  const whole = printed.headEnded || (!truncated && !exact) || byStated !== undefined;
  return { text: whole ? `${headText}\r\n${chosen.build()}` : headText, exact: exact && !truncated, truncated };
}

/**
 * Without a length that the log counted, line ends are all the evidence. Who pastes a log may change addresses and leave
 * line ends alone, so the message's own length must agree, unless nothing suggests that anybody handled it.
 */
function isExact(printed: Printed, bodyLength: number): boolean {
  if (printed.stated >= 0 || !printed.wireLineEnds || printed.closing === 'missing' || printed.cut) return false;
  const { contentLength } = printed.facts;
  return printed.alone || contentLength < 0 || contentLength === bodyLength;
}

/** Fewer bytes than were sent, as far as the text tells. */
function isShort(printed: Printed, total: number, longest: number): boolean {
  const { facts, stated, closing, headEnded, wireLineEnds, alone, cutsSilently, masked } = printed;
  if (closing === 'missing') return true;
  if (stated >= 0 && !masked) return total < stated;
  if (closing === 'seen' && !cutsSilently) return false;
  if (!headEnded) return facts.contentLength !== 0;
  // Asterisks are fewer than the key that they stand for.
  if (masked && printed.body?.lines.some(({ text }) => text.includes('****'))) return false;
  // In a message that nobody handled a wrong Content-Length is its own fault.
  return !(wireLineEnds && alone) && facts.contentLength > longest;
}

interface Variant {
  readonly length: number;
  build(): string;
}

const NO_BODY: Variant[] = [{ length: 0, build: () => '' }];

/** The ways the body may have looked on the wire, likeliest first. */
function bodyVariants(printed: Printed): Variant[] {
  const { body, wireLineEnds } = printed;
  if (!body || body.lines.length === 0) return NO_BODY;
  const { lines, blanks, crlfLength, lfLength } = body;
  const crlf = lines.map((line) => line.text);
  const normal: Variant[] = [
    { length: crlfLength, build: () => `${crlf.join('\r\n')}\r\n` },
    { length: crlfLength - 2, build: () => crlf.join('\r\n') },
  ];
  const printedForms = asPrinted(body);
  const variants = wireLineEnds ? [...printedForms, ...normal] : [...normal, ...printedForms];
  variants.push({ length: lfLength, build: () => `${crlf.join('\n')}\n` });
  variants.push({ length: lfLength - 1, build: () => crlf.join('\n') });
  if (body.kind === 'multipart') variants.push(...mixed(crlf));
  for (let extra = 1; extra <= Math.min(blanks.length, 4); extra++) {
    variants.push({ length: crlfLength + 2 * extra, build: () => `${crlf.join('\r\n')}${'\r\n'.repeat(extra + 1)}` });
    variants.push({ length: lfLength + extra, build: () => `${crlf.join('\n')}${'\n'.repeat(extra + 1)}` });
  }
  return variants;
}

/** With the file's own line ends. */
function asPrinted(body: Body): Variant[] {
  const { lines, blanks } = body;
  let length = 0;
  for (const line of lines) length += line.asPrinted.length;
  const build = (): string => lines.map((line) => line.asPrinted).join('');
  const last = lines[lines.length - 1].asPrinted;
  // The line feed after a body that has none of its own is the log's.
  const borrowed = last.endsWith('\n') && !last.endsWith('\r\n') && blanks.length === 0;
  const whole: Variant = { length, build };
  return borrowed ? [{ length: length - 1, build: () => build().slice(0, -1) }, whole] : [whole];
}

/** A multipart body whose framing has CRLF and whose XML or JSON parts have LF. */
function mixed(lines: readonly string[]): Variant[] {
  let inPart = false;
  let bare = false;
  const ends = lines.map((line, index) => {
    if (line.startsWith('--')) {
      inPart = false;
      bare = false;
    } else if (!inPart) {
      inPart = line === '';
      if (inPart) bare = /^\s{0,64}[<{[]/.test(lines[index + 1] ?? '');
      return '\r\n';
    }
    // The line end before a boundary belongs to the boundary (RFC 2046 §5.1.1).
    return bare && !(lines[index + 1] ?? '--').startsWith('--') ? '\n' : '\r\n';
  });
  let length = 0;
  for (let index = 0; index < lines.length; index++) length += lines[index].length + ends[index].length;
  const build = (): string => lines.map((line, index) => line + ends[index]).join('');
  return [
    { length, build },
    { length: length - 2, build: () => build().slice(0, -2) },
  ];
}
