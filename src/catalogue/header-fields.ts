/** Facts of one header field (IANA registry "SIP Header Fields"; three widespread ones were never registered as such). */
export interface HeaderFact {
  readonly name: string;
  /** RFC and section that define it. */
  readonly spec: string;
}

// biome-ignore format: a table
const table = [
  { name: 'Accept', spec: 'RFC 3261 §20.1' },
  { name: 'Accept-Contact', spec: 'RFC 3841 §9.2' },
  { name: 'Accept-Encoding', spec: 'RFC 3261 §20.2' },
  { name: 'Accept-Language', spec: 'RFC 3261 §20.3' },
  { name: 'Alert-Info', spec: 'RFC 3261 §20.4' },
  { name: 'Allow', spec: 'RFC 3261 §20.5' },
  { name: 'Allow-Events', spec: 'RFC 6665 §8.2.2' },
  { name: 'Authentication-Info', spec: 'RFC 3261 §20.6' },
  { name: 'Authorization', spec: 'RFC 3261 §20.7' },
  { name: 'Call-ID', spec: 'RFC 3261 §20.8' },
  { name: 'Call-Info', spec: 'RFC 3261 §20.9' },
  { name: 'Contact', spec: 'RFC 3261 §20.10' },
  { name: 'Content-Disposition', spec: 'RFC 3261 §20.11' },
  { name: 'Content-Encoding', spec: 'RFC 3261 §20.12' },
  { name: 'Content-Length', spec: 'RFC 3261 §20.14' },
  { name: 'Content-Type', spec: 'RFC 3261 §20.15' },
  { name: 'CSeq', spec: 'RFC 3261 §20.16' },
  { name: 'Date', spec: 'RFC 3261 §20.17' },
  { name: 'Diversion', spec: 'RFC 5806 §5' },
  { name: 'Error-Info', spec: 'RFC 3261 §20.18' },
  { name: 'Event', spec: 'RFC 6665 §8.2.1' },
  { name: 'Expires', spec: 'RFC 3261 §20.19' },
  { name: 'From', spec: 'RFC 3261 §20.20' },
  { name: 'Geolocation', spec: 'RFC 6442 §4.1' },
  { name: 'History-Info', spec: 'RFC 7044 §5' },
  { name: 'Identity', spec: 'RFC 8224 §4' },
  { name: 'In-Reply-To', spec: 'RFC 3261 §20.21' },
  { name: 'Join', spec: 'RFC 3911 §7.1' },
  { name: 'Max-Forwards', spec: 'RFC 3261 §20.22' },
  { name: 'MIME-Version', spec: 'RFC 3261 §20.24' },
  { name: 'Min-Expires', spec: 'RFC 3261 §20.23' },
  { name: 'Min-SE', spec: 'RFC 4028 §5' },
  { name: 'Organization', spec: 'RFC 3261 §20.25' },
  { name: 'P-Access-Network-Info', spec: 'RFC 7315 §4.4' },
  { name: 'P-Asserted-Identity', spec: 'RFC 3325 §9.1' },
  { name: 'P-Associated-URI', spec: 'RFC 7315 §4.1' },
  { name: 'P-Called-Party-ID', spec: 'RFC 7315 §4.2' },
  { name: 'P-Charging-Vector', spec: 'RFC 7315 §4.6' },
  { name: 'P-Early-Media', spec: 'RFC 5009 §8' },
  { name: 'P-Preferred-Identity', spec: 'RFC 3325 §9.2' },
  { name: 'Path', spec: 'RFC 3327 §4' },
  { name: 'Priority', spec: 'RFC 3261 §20.26' },
  { name: 'Privacy', spec: 'RFC 3323 §4.2' },
  { name: 'Proxy-Authenticate', spec: 'RFC 3261 §20.27' },
  { name: 'Proxy-Authorization', spec: 'RFC 3261 §20.28' },
  { name: 'Proxy-Require', spec: 'RFC 3261 §20.29' },
  { name: 'RAck', spec: 'RFC 3262 §7.2' },
  { name: 'Reason', spec: 'RFC 3326 §2' },
  { name: 'Record-Route', spec: 'RFC 3261 §20.30' },
  { name: 'Refer-To', spec: 'RFC 3515 §2.1' },
  { name: 'Referred-By', spec: 'RFC 3892 §3' },
  { name: 'Remote-Party-ID', spec: 'draft-ietf-sip-privacy-04' },
  { name: 'Replaces', spec: 'RFC 3891 §6.1' },
  { name: 'Reply-To', spec: 'RFC 3261 §20.31' },
  { name: 'Require', spec: 'RFC 3261 §20.32' },
  { name: 'Retry-After', spec: 'RFC 3261 §20.33' },
  { name: 'Route', spec: 'RFC 3261 §20.34' },
  { name: 'RSeq', spec: 'RFC 3262 §7.1' },
  { name: 'Server', spec: 'RFC 3261 §20.35' },
  { name: 'Service-Route', spec: 'RFC 3608 §5' },
  { name: 'Session-Expires', spec: 'RFC 4028 §4' },
  { name: 'Session-ID', spec: 'RFC 7989 §5' },
  { name: 'SIP-ETag', spec: 'RFC 3903 §11.3.1' },
  { name: 'SIP-If-Match', spec: 'RFC 3903 §11.3.2' },
  { name: 'Subject', spec: 'RFC 3261 §20.36' },
  { name: 'Subscription-State', spec: 'RFC 6665 §8.2.3' },
  { name: 'Supported', spec: 'RFC 3261 §20.37' },
  { name: 'Timestamp', spec: 'RFC 3261 §20.38' },
  { name: 'To', spec: 'RFC 3261 §20.39' },
  { name: 'Unsupported', spec: 'RFC 3261 §20.40' },
  { name: 'User-Agent', spec: 'RFC 3261 §20.41' },
  { name: 'User-to-User', spec: 'RFC 7433 §4' },
  { name: 'Via', spec: 'RFC 3261 §20.42' },
  { name: 'Warning', spec: 'RFC 3261 §20.43' },
  { name: 'WWW-Authenticate', spec: 'RFC 3261 §20.44' },
] as const satisfies readonly HeaderFact[];

/** A header field of the table, in the spelling of its RFC. */
export type HeaderFieldName = (typeof table)[number]['name'];

export const headerFields: readonly (HeaderFact & { readonly name: HeaderFieldName })[] = table;

const byName = new Map(headerFields.map((field) => [field.name as string, field]));

/** The facts of a header field, by its canonical name; undefined for one that is not in the table. */
export function findHeaderField(name: string): (typeof headerFields)[number] | undefined {
  return byName.get(name);
}
