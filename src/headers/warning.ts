import { cutList } from '../syntax/list.ts';
import { DIGIT, isQuoted, parseDigits, skipSpace, spanEnd, trimSpace, unquote } from '../syntax/scanner.ts';

/** RFC 3261 §20.43. */
export interface Warning {
  /** 300 to 399. */
  readonly code: number;
  /** Host, or a pseudonym, of who adds the warning. */
  readonly agent: string;
  readonly text: string;
  /** `warning-malformed`, `code-out-of-range`. */
  readonly defects: readonly string[];
}

/** `399 proxy.example.com "Unknown trunk", 301 …` → each warning. What has no code in front is left out. */
export function parseWarning(value: string): readonly Warning[] {
  return cutList(value).flatMap((element) => {
    const codeEnd = spanEnd(element, 0, DIGIT);
    const code = parseDigits(element.slice(0, codeEnd));
    if (code === undefined) return [];
    const start = skipSpace(element, codeEnd);
    const quote = element.indexOf('"', start);
    // Without a quoted text the agent is the first word, and the text what follows it.
    const agentEnd = quote < 0 ? wordEnd(element, start) : quote;
    const agent = trimSpace(element.slice(start, agentEnd));
    const text = trimSpace(element.slice(agentEnd));
    const defects = [];
    if (codeEnd !== 3) defects.push('code-out-of-range');
    if (start === codeEnd || agent === '' || wordEnd(agent, 0) < agent.length || !isQuoted(text)) {
      defects.push('warning-malformed');
    }
    return [{ code, agent, text: unquote(text), defects }];
  });
}

function wordEnd(text: string, at: number): number {
  while (at < text.length && skipSpace(text, at) === at) at++;
  return at;
}
