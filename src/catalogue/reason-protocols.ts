/** Facts of one protocol of the Reason header field (RFC 3326 §2, IANA registry "Reason Protocols"). */
export interface ReasonProtocol {
  /** As it stands in front of `;cause=`. */
  readonly name: string;
  /** Where it is defined; the product that sends it where nothing does. */
  readonly spec: string;
  /** What its numbers are: Q.850 causes, response codes, those of `values`, or those of another document. */
  readonly numbers: 'q850' | 'status' | 'values' | 'document';
  /** The document of the numbers, where it is another one. */
  readonly document?: string;
  readonly values?: readonly (readonly [cause: number, name: string])[];
  /** Not in the IANA registry. */
  readonly unregistered?: true;
}

// The 3GPP protocols stand in TS 24.229 §7.2A.18, the numbers of most of them in the documents they are named after.
// biome-ignore format: a table
const table = [
  { name: 'Q.850', spec: 'RFC 3326 §2', numbers: 'q850' },
  { name: 'SIP', spec: 'RFC 3326 §2', numbers: 'status' },
  { name: 'Preemption', spec: 'RFC 4411 §5', numbers: 'values', values: [
    [1, 'UA Preemption'], [2, 'Reserved Resources Preempted'], [3, 'Generic Preemption'], [4, 'Non-IP Preemption'],
  ] },
  { name: 'STIR', spec: 'RFC 9410', numbers: 'values', values: [
    [403, 'Stale Date'], [428, 'Use Identity Header'], [436, 'Bad Identity Info'], [437, 'Unsupported Credential'],
    [438, 'Invalid Identity Header'],
  ] },
  { name: 'RELEASE_CAUSE', spec: '3GPP TS 24.229 §7.2A.18', numbers: 'values', values: [
    [1, 'User ends call'], [2, 'RTP/RTCP time-out'], [3, 'Media bearer loss'], [4, 'SIP timeout - no ACK'],
    [5, 'SIP response time-out'], [6, 'Call-setup time-out'],
  ] },
  { name: 'FAILURE_CAUSE', spec: '3GPP TS 24.229 §7.2A.18', numbers: 'values', values: [
    [1, 'Media bearer or QoS lost'], [2, 'Release of signalling bearer'],
    [3, 'Indication of failed resources allocation'],
  ] },
  { name: 'EMM', spec: '3GPP TS 24.229 §7.2A.18', numbers: 'document', document: '3GPP TS 24.301 §9.9.3.9' },
  { name: 'ESM', spec: '3GPP TS 24.229 §7.2A.18', numbers: 'document', document: '3GPP TS 24.301 §9.9.4.4' },
  { name: 'S1AP-RNL', spec: '3GPP TS 24.229 §7.2A.18', numbers: 'document', document: '3GPP TS 36.413' },
  { name: 'S1AP-TL', spec: '3GPP TS 24.229 §7.2A.18', numbers: 'document', document: '3GPP TS 36.413' },
  { name: 'S1AP-NAS', spec: '3GPP TS 24.229 §7.2A.18', numbers: 'document', document: '3GPP TS 36.413' },
  { name: 'S1AP-MISC', spec: '3GPP TS 24.229 §7.2A.18', numbers: 'document', document: '3GPP TS 36.413' },
  { name: 'S1AP-PROT', spec: '3GPP TS 24.229 §7.2A.18', numbers: 'document', document: '3GPP TS 36.413' },
  { name: 'DIAMETER', spec: '3GPP TS 24.229 §7.2A.18', numbers: 'document', document: 'RFC 6733 §7.1' },
  { name: 'IKEV2', spec: '3GPP TS 24.229 §7.2A.18', numbers: 'document', document: 'RFC 7296 §3.10.1' },
  { name: 'FreeSWITCH', spec: 'FreeSWITCH (mod_sofia)', numbers: 'q850', unregistered: true },
  { name: 'X.int', spec: 'Metaswitch', numbers: 'document', document: 'Metaswitch', unregistered: true },
] as const satisfies readonly ReasonProtocol[];

/** A protocol of the table. */
export type ReasonProtocolName = (typeof table)[number]['name'];

export const reasonProtocols: readonly (ReasonProtocol & { readonly name: ReasonProtocolName })[] = table;

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const byName = new Map(reasonProtocols.map((protocol) => [plain(protocol.name), protocol]));

/** The facts of a protocol, by its name in any capitals, with or without its points and lines; undefined for another. */
export function findReasonProtocol(name: string): (typeof reasonProtocols)[number] | undefined {
  return byName.get(plain(name));
}
