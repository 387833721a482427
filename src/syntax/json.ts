/** JSON out of a trace: whoever wrote it may have meant harm, so length and depth are looked at before it is parsed. */

export type JsonObject = Readonly<Record<string, unknown>>;

const LONGEST = 16_384;
const DEEPEST = 16;

/** An object as `{"a":1}` spells it; undefined for anything else, however broken. Never throws. */
export function parseJsonObject(text: string): JsonObject | undefined {
  if (text.length > LONGEST || depthOf(text) > DEEPEST) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) quoted = !quoted;
    else if (quoted) {
      if (code === 0x5c) at++;
    } else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepest;
}
