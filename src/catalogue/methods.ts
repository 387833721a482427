/** Facts of one SIP method (IANA registry "Methods", RFC 3261 §27.4). */
export interface Method {
  readonly name: string;
  readonly spec: string;
  /**
   * `creates`: makes a dialog when sent outside one; `inside`: only within a dialog; `none`: never in one;
   * `either`: in or outside a dialog, and makes none.
   */
  readonly dialog: 'creates' | 'inside' | 'none' | 'either';
  /** False for ACK, which is never answered (RFC 3261 §17.1.1.3). */
  readonly hasResponse: boolean;
  /** Which 1xx may answer it: only INVITE gets more than 100 (RFC 4320 §4.1). */
  readonly allowsProvisional: 'any' | 'trying' | 'none';
  /** Its Contact replaces the remote target of the dialog (RFC 5057 §5.4). */
  readonly refreshesTarget: boolean;
}

// biome-ignore format: a table
const table = [
  { name: 'INVITE', spec: 'RFC 3261 §13', dialog: 'creates',
    hasResponse: true, allowsProvisional: 'any', refreshesTarget: true },
  { name: 'ACK', spec: 'RFC 3261 §13.2.2.4', dialog: 'inside',
    hasResponse: false, allowsProvisional: 'none', refreshesTarget: false },
  { name: 'BYE', spec: 'RFC 3261 §15', dialog: 'inside',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: false },
  { name: 'CANCEL', spec: 'RFC 3261 §9', dialog: 'none',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: false },
  { name: 'OPTIONS', spec: 'RFC 3261 §11', dialog: 'either',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: false },
  { name: 'REGISTER', spec: 'RFC 3261 §10', dialog: 'none',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: false },
  { name: 'PRACK', spec: 'RFC 3262 §6', dialog: 'inside',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: false },
  { name: 'UPDATE', spec: 'RFC 3311 §5', dialog: 'inside',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: true },
  { name: 'INFO', spec: 'RFC 6086 §4', dialog: 'inside',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: false },
  { name: 'SUBSCRIBE', spec: 'RFC 6665 §3.1', dialog: 'creates',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: true },
  { name: 'NOTIFY', spec: 'RFC 6665 §3.2', dialog: 'inside',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: true },
  { name: 'REFER', spec: 'RFC 3515 §2', dialog: 'creates',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: true },
  { name: 'MESSAGE', spec: 'RFC 3428 §4', dialog: 'either',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: false },
  { name: 'PUBLISH', spec: 'RFC 3903 §4', dialog: 'none',
    hasResponse: true, allowsProvisional: 'trying', refreshesTarget: false },
] as const satisfies readonly Method[];

/** A method of the IANA registry; names are case-sensitive (RFC 3261 §7.1). */
export type MethodName = (typeof table)[number]['name'];

/** All 14 registered methods. */
export const methods: readonly Method[] = table;

const byName: ReadonlyMap<string, Method> = new Map(methods.map((method) => [method.name, method]));

/** The facts of a method, by its exact name; undefined for one that is not registered. */
export function findMethod(name: string): Method | undefined {
  return byName.get(name);
}
