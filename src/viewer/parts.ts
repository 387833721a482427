/** A message cut into what its reader looks at: start line, header fields, body. Nothing is refused. */
import { canonicalName } from '../headers/names.ts';

export interface Field {
  /** As on the wire. */
  readonly name: string;
  /** As its RFC spells it; empty for a line that is no header field. */
  readonly canonical: string;
  /** With its folding. */
  readonly value: string;
}

export interface Parts {
  readonly startLine: string;
  readonly fields: readonly Field[];
  readonly body: string;
}

export function partsOf(text: string): Parts {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const [startLine = '', ...lines] = head.split(/\r?\n/);
  const fields: Field[] = [];
  for (const line of lines) {
    const last = fields[fields.length - 1];
    if (/^[ \t]/.test(line) && last !== undefined) {
      fields[fields.length - 1] = { ...last, value: `${last.value}\n${line}` };
      continue;
    }
    const colon = /^([^\s:]+)[ \t]*:[ \t]*/.exec(line);
    if (colon === null) fields.push({ name: '', canonical: '', value: line });
    else fields.push({ name: colon[1], canonical: canonicalName(colon[1]), value: line.slice(colon[0].length) });
  }
  return { startLine, fields, body: end === null ? '' : text.slice(end.index + end[0].length) };
}

/** The SDP of a body: the whole of it, or its part in a multipart; undefined without one. */
export function sdpOf({ fields, body }: Parts): string | undefined {
  const type = fields.find(({ canonical }) => canonical === 'Content-Type')?.value.toLowerCase() ?? '';
  const at = type.startsWith('multipart/') ? /^v=0\r?$/m.exec(body)?.index : 0;
  if (at === undefined) return undefined;
  const sdp = body
    .slice(at)
    .split(/\r?\n--/)[0]
    .trim();
  return sdp.startsWith('v=') ? sdp : undefined;
}
