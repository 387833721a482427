/** rsyslog writes control characters as `#` and three octal digits (`$EscapeControlCharactersOnReceive`), Kiwi as `<013>`. */
import type { Expansion } from './json.ts';

/** The lines of a message that a collector wrote into one. `text` holds `SIP/2.0`. */
export function messageInSyslogEscapes(text: string): Expansion | undefined {
  const feed = text.includes('#012') ? '#012' : text.includes('<010>') ? '<010>' : undefined;
  if (!feed) return undefined;
  const kiwi = feed === '<010>';
  const back = kiwi ? '<013>' : '#015';
  const parts = text.split(feed);
  // A mention of a message is not a message: a start line and three headers are four lines.
  if (parts.length < 4) return undefined;
  const lines = parts.map((part) => {
    const line = part.endsWith(back) ? `${part.slice(0, -back.length)}\r` : part;
    return kiwi ? line : line.replaceAll('#011', '\t');
  });
  return { lines, stamp: '' };
}
