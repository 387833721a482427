import { splitList } from '../syntax/list.ts';

/**
 * Comma-separated words: Require, Supported, Unsupported, Proxy-Require, Allow, Allow-Events, Content-Encoding,
 * In-Reply-To. `100rel , timer` → [100rel, timer], spelling kept.
 */
export function parseTokens(value: string): readonly string[] {
  return splitList(value);
}
