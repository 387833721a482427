/** Reads XML as strictly as XML 1.0 asks of what our reporters write; anything not well-formed throws. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Its own text. */
  text: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (/&(?!(amp|lt|gt|quot|apos);)/.test(text)) throw new Error('bare ampersand');
  return text.replace(/&(\w+);/g, (_, name) => entities[name]);
}

/** The root element. */
export function readXml(text: string): XmlElement {
  if (!text.startsWith(HEAD)) throw new Error('no XML declaration');
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new Error('character outside of XML');
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const token = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  token.lastIndex = HEAD.length;
  while (token.lastIndex < text.length) {
    const [, end, name, attributes, empty, data] = token.exec(text) ?? [];
    const parent = open[open.length - 1];
    if (data !== undefined) {
      parent.text += decoded(data);
      continue;
    }
    if (name === undefined) throw new Error('not well-formed');
    if (end === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const pairs = [...attributes.matchAll(/([A-Za-z][\w:-]*)="([^"]*)"/g)].map(([, key, value]) => [
      key,
      decoded(value),
    ]);
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error('an attribute stands twice');
    const element: XmlElement = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
    parent.children.push(element);
    if (empty !== '/') open.push(element);
  }
  if (open.length !== 1 || document.children.length !== 1) throw new Error('not one element');
  return document.children[0];
}

/** The element and everything in it. */
export function allOf(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(allOf)];
}
