/** Facts of one Warning code, which tells why a session description was refused (RFC 3261 §20.43). */
export interface Warning {
  readonly code: number;
  readonly name: string;
  readonly spec: string;
}

const table = [
  { code: 300, name: 'Incompatible network protocol', spec: 'RFC 3261 §20.43' },
  { code: 301, name: 'Incompatible network address formats', spec: 'RFC 3261 §20.43' },
  { code: 302, name: 'Incompatible transport protocol', spec: 'RFC 3261 §20.43' },
  { code: 303, name: 'Incompatible bandwidth units', spec: 'RFC 3261 §20.43' },
  { code: 304, name: 'Media type not available', spec: 'RFC 3261 §20.43' },
  { code: 305, name: 'Incompatible media format', spec: 'RFC 3261 §20.43' },
  { code: 306, name: 'Attribute not understood', spec: 'RFC 3261 §20.43' },
  { code: 307, name: 'Session description parameter not understood', spec: 'RFC 3261 §20.43' },
  { code: 308, name: 'Incompatible language specification', spec: 'RFC 8373 §6.2' },
  { code: 330, name: 'Multicast not available', spec: 'RFC 3261 §20.43' },
  { code: 331, name: 'Unicast not available', spec: 'RFC 3261 §20.43' },
  { code: 370, name: 'Insufficient bandwidth', spec: 'RFC 3261 §20.43' },
  { code: 380, name: 'SIPS Not Allowed', spec: 'RFC 5630 §9' },
  { code: 381, name: 'SIPS Required', spec: 'RFC 5630 §9' },
  { code: 399, name: 'Miscellaneous warning', spec: 'RFC 3261 §20.43' },
] as const satisfies readonly Warning[];

/** A code of the IANA registry "Warning Codes". */
export type WarningCode = (typeof table)[number]['code'];

/** All registered Warning codes, ascending. */
export const warnings: readonly Warning[] = table;

const byCode: ReadonlyMap<number, Warning> = new Map(warnings.map((warning) => [warning.code, warning]));

/** The facts of a Warning code; undefined for one that is not registered. */
export function findWarning(code: number): Warning | undefined {
  return byCode.get(code);
}
