/** A file that a user wrote, YAML or JSON: its data, and the line and column of everything in it. */
import { readFileSync, statSync } from 'node:fs';
import type { Node, Document as YamlDocument } from 'yaml';
import { systemWords } from './complain.ts';
import { UsageError } from './exit.ts';
import { say } from './speech.ts';

const SIZE_LIMIT = 1 << 20;
/** Times that an anchor may be repeated: a few lines of aliases can stand for gigabytes. */
const ALIAS_LIMIT = 100;

export type DocumentPath = readonly (string | number)[];

type DocumentKind = 'config' | 'expectations';

export interface UserDocument {
  readonly data: unknown;
  /** Line and column from 1; of the name at the end of the path, or of its value. */
  positionOf(path: DocumentPath, onName?: boolean): { readonly line: number; readonly column: number };
  /** `config rules.yml:7:13: `, to begin a sentence with. */
  where(path: DocumentPath, onName?: boolean): string;
}

/** The file's bytes; one that is too large is refused before it is read. */
function textOf(path: string, kind: DocumentKind): string {
  try {
    if (statSync(path).size > SIZE_LIMIT) throw new Error(say().tooLarge);
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(say().cannotBeRead(kind, path, systemWords(error)));
  }
}

/** YAML's own words stand in the first line. */
function firstLine(message: string): string {
  return message.split('\n')[0].replace(/\W+$/, '');
}

export async function readDocument(path: string, kind: DocumentKind): Promise<UserDocument> {
  const text = textOf(path, kind);
  // Loaded only when there is such a file: it takes as long as the rest of the start.
  const { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  let document: YamlDocument;
  let data: unknown;
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    // An empty file has no line.
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const said = ({ line, column }: { line: number; column: number }) => say().place(kind, path, line, column);
  try {
    document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error', uniqueKeys: true });
    const [error] = document.errors;
    if (error !== undefined) throw new UsageError(`${said(place(error.pos[0]))}${firstLine(error.message)}`);
    data = document.toJS({ maxAliasCount: ALIAS_LIMIT });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const words = error instanceof RangeError ? say().tooDeep : firstLine((error as Error).message);
    throw new UsageError(say().cannotBeRead(kind, path, words));
  }

  function offsetOf(names: DocumentPath, onName: boolean): number {
    let node: unknown = document.contents;
    let offset = document.contents?.range?.[0] ?? 0;
    for (const [depth, name] of names.entries()) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(name));
        const key = pair?.key as Node | undefined;
        node = pair?.value;
        const found = onName && depth === names.length - 1 ? key : ((node as Node | null | undefined) ?? key);
        offset = found?.range?.[0] ?? offset;
      } else if (isSeq(node)) {
        node = node.items[Number(name)];
        offset = (node as Node | undefined)?.range?.[0] ?? offset;
      } else break;
    }
    return offset;
  }

  const positionOf = (names: DocumentPath, onName = false) => place(offsetOf(names, onName));
  return { data, positionOf, where: (names, onName) => said(positionOf(names, onName)) };
}
