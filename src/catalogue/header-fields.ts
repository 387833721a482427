/** Who puts a header field into a message. */
export type Setter = 'uac' | 'uas' | 'proxy' | 'registrar' | 'b2bua' | 'gateway' | 'network' | 'signer';

/** Facts of one header field (IANA registry "SIP Header Fields", and private ones that are widespread). */
export interface HeaderFact {
  readonly name: string;
  /** RFC and section that define it; the product that sends it where nothing does. */
  readonly spec: string;
  /** Where it may stand (RFC 3261 tables 2 and 3, and those of the later RFCs). */
  readonly where: 'requests' | 'responses' | 'both';
  /** The only methods whose requests and responses carry it, where there are few. */
  readonly methods?: readonly string[];
  /** The only responses that carry it, where there are few: codes, or a class as `2xx`. */
  readonly codes?: readonly string[];
  readonly setBy: readonly Setter[];
  /** Each request and response has it. */
  readonly mandatory?: true;
  /** May stand several times, but its values must not be joined on one line (RFC 3261 §7.3.1). */
  readonly severalLines?: true;
  /** Not in the IANA registry. */
  readonly unregistered?: true;
  /** What took its place. */
  readonly replacedBy?: string;
}

// biome-ignore format: a table
const table = [
  { name: 'Accept', spec: 'RFC 3261 §20.1', where: 'both', codes: ['2xx', '415'], setBy: ['uac', 'uas'] },
  { name: 'Accept-Contact', spec: 'RFC 3841 §9.2', where: 'requests', setBy: ['uac'] },
  { name: 'Accept-Encoding', spec: 'RFC 3261 §20.2', where: 'both', codes: ['2xx', '415'], setBy: ['uac', 'uas'] },
  { name: 'Accept-Language', spec: 'RFC 3261 §20.3', where: 'both', codes: ['2xx', '415'], setBy: ['uac', 'uas'] },
  { name: 'Accept-Resource-Priority', spec: 'RFC 4412 §3.2', where: 'responses', codes: ['200', '417'],
    setBy: ['uas', 'proxy'] },
  { name: 'Alert-Info', spec: 'RFC 3261 §20.4', where: 'both', methods: ['INVITE'], codes: ['180'],
    setBy: ['uac', 'uas', 'proxy'] },
  { name: 'AlertMsg-Error', spec: 'RFC 8876 §5.2', where: 'responses', codes: ['425'], setBy: ['uas'] },
  { name: 'Allow', spec: 'RFC 3261 §20.5', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'Allow-Events', spec: 'RFC 6665 §8.2.2', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'Answer-Mode', spec: 'RFC 5373 §3', where: 'both', methods: ['INVITE'], setBy: ['uac', 'uas'] },
  { name: 'Authentication-Info', spec: 'RFC 3261 §20.6', where: 'responses', codes: ['2xx'],
    setBy: ['uas', 'registrar'] },
  { name: 'Authorization', spec: 'RFC 3261 §20.7', where: 'requests', setBy: ['uac'], severalLines: true },
  { name: 'Av-Global-Session-ID', spec: 'Avaya Aura', where: 'both', setBy: ['proxy', 'b2bua'], unregistered: true },
  { name: 'Call-ID', spec: 'RFC 3261 §20.8', where: 'both', setBy: ['uac'], mandatory: true },
  { name: 'Call-Info', spec: 'RFC 3261 §20.9', where: 'both', setBy: ['uac', 'uas', 'proxy'] },
  { name: 'Cisco-Guid', spec: 'Cisco IOS', where: 'both', setBy: ['gateway', 'b2bua'], unregistered: true },
  { name: 'Contact', spec: 'RFC 3261 §20.10', where: 'both', setBy: ['uac', 'uas', 'registrar'] },
  { name: 'Content-Disposition', spec: 'RFC 3261 §20.11', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'Content-Encoding', spec: 'RFC 3261 §20.12', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'Content-ID', spec: 'RFC 8262 §3', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'Content-Language', spec: 'RFC 3261 §20.13', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'Content-Length', spec: 'RFC 3261 §20.14', where: 'both', setBy: ['uac', 'uas', 'proxy'] },
  { name: 'Content-Type', spec: 'RFC 3261 §20.15', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'CSeq', spec: 'RFC 3261 §20.16', where: 'both', setBy: ['uac'], mandatory: true },
  { name: 'Date', spec: 'RFC 3261 §20.17', where: 'both', setBy: ['uac', 'uas', 'proxy', 'signer'] },
  { name: 'Diversion', spec: 'RFC 5806 §5', where: 'both', methods: ['INVITE'], setBy: ['uas', 'proxy', 'b2bua'],
    replacedBy: 'History-Info' },
  { name: 'Error-Info', spec: 'RFC 3261 §20.18', where: 'responses', codes: ['300–699'], setBy: ['uas', 'proxy'] },
  { name: 'Event', spec: 'RFC 6665 §8.2.1', where: 'requests', methods: ['SUBSCRIBE', 'NOTIFY', 'PUBLISH'],
    setBy: ['uac'] },
  { name: 'Expires', spec: 'RFC 3261 §20.19', where: 'both',
    methods: ['INVITE', 'REGISTER', 'SUBSCRIBE', 'PUBLISH', 'MESSAGE'], setBy: ['uac', 'uas', 'registrar'] },
  { name: 'Feature-Caps', spec: 'RFC 6809 §4', where: 'both', setBy: ['proxy', 'b2bua', 'registrar'] },
  { name: 'Flow-Timer', spec: 'RFC 5626 §4.4', where: 'responses', methods: ['REGISTER'], codes: ['2xx'],
    setBy: ['registrar', 'proxy'] },
  { name: 'From', spec: 'RFC 3261 §20.20', where: 'both', setBy: ['uac'], mandatory: true },
  { name: 'Geolocation', spec: 'RFC 6442 §4.1', where: 'requests', setBy: ['uac', 'proxy'] },
  { name: 'Geolocation-Error', spec: 'RFC 6442 §4.4', where: 'responses', setBy: ['uas', 'proxy'] },
  { name: 'Geolocation-Routing', spec: 'RFC 6442 §4.2', where: 'requests', setBy: ['uac', 'proxy'] },
  { name: 'History-Info', spec: 'RFC 7044 §5', where: 'both', setBy: ['uac', 'proxy', 'b2bua'] },
  { name: 'Identity', spec: 'RFC 8224 §4', where: 'requests', setBy: ['signer'], severalLines: true },
  { name: 'Identity-Info', spec: 'RFC 4474 §9', where: 'requests', setBy: ['signer'], replacedBy: 'Identity' },
  { name: 'In-Reply-To', spec: 'RFC 3261 §20.21', where: 'requests', methods: ['INVITE'], setBy: ['uac'] },
  { name: 'Info-Package', spec: 'RFC 6086 §7.2', where: 'requests', methods: ['INFO'], setBy: ['uac'] },
  { name: 'Join', spec: 'RFC 3911 §7.1', where: 'requests', methods: ['INVITE'], setBy: ['uac'] },
  { name: 'Max-Breadth', spec: 'RFC 5393 §5.3.1', where: 'requests', setBy: ['uac', 'proxy'] },
  { name: 'Max-Forwards', spec: 'RFC 3261 §20.22', where: 'requests', setBy: ['uac', 'proxy'] },
  { name: 'MIME-Version', spec: 'RFC 3261 §20.24', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'Min-Expires', spec: 'RFC 3261 §20.23', where: 'responses', codes: ['423'], setBy: ['registrar', 'uas'] },
  { name: 'Min-SE', spec: 'RFC 4028 §5', where: 'both', methods: ['INVITE', 'UPDATE'], codes: ['422'],
    setBy: ['uac', 'uas', 'proxy'] },
  { name: 'Organization', spec: 'RFC 3261 §20.25', where: 'both', setBy: ['uac', 'uas', 'proxy'] },
  { name: 'P-Access-Network-Info', spec: 'RFC 7315 §4.4', where: 'both', setBy: ['uac', 'uas', 'network'] },
  { name: 'P-Asserted-Identity', spec: 'RFC 3325 §9.1', where: 'both', setBy: ['network'] },
  { name: 'P-Asserted-Service', spec: 'RFC 6050 §4.1', where: 'requests', setBy: ['network'] },
  { name: 'P-Associated-URI', spec: 'RFC 7315 §4.1', where: 'responses', methods: ['REGISTER'], codes: ['2xx'],
    setBy: ['registrar'] },
  { name: 'P-Called-Party-ID', spec: 'RFC 7315 §4.2', where: 'requests', setBy: ['network'] },
  { name: 'P-Charge-Info', spec: 'RFC 8496 §5', where: 'requests', methods: ['INVITE'], setBy: ['network', 'gateway'] },
  { name: 'P-Charging-Function-Addresses', spec: 'RFC 7315 §4.5', where: 'both', setBy: ['network'] },
  { name: 'P-Charging-Vector', spec: 'RFC 7315 §4.6', where: 'both', setBy: ['network', 'gateway'] },
  { name: 'P-Early-Media', spec: 'RFC 5009 §8', where: 'both', setBy: ['gateway', 'network', 'uac', 'uas'] },
  { name: 'P-Preferred-Identity', spec: 'RFC 3325 §9.2', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'P-Preferred-Service', spec: 'RFC 6050 §4.2', where: 'requests', setBy: ['uac'] },
  { name: 'P-RTP-Stat', spec: 'Cisco', where: 'both', methods: ['BYE'], setBy: ['uac', 'uas'], unregistered: true },
  { name: 'P-Served-User', spec: 'RFC 5502 §6', where: 'requests', setBy: ['network'] },
  { name: 'P-Visited-Network-ID', spec: 'RFC 7315 §4.3', where: 'requests', setBy: ['network'] },
  { name: 'Path', spec: 'RFC 3327 §4', where: 'both', methods: ['REGISTER'], setBy: ['proxy', 'registrar'] },
  { name: 'Permission-Missing', spec: 'RFC 5360 §5.9.3', where: 'responses', codes: ['470'], setBy: ['b2bua'] },
  { name: 'Priority', spec: 'RFC 3261 §20.26', where: 'requests', setBy: ['uac', 'proxy'] },
  { name: 'Privacy', spec: 'RFC 3323 §4.2', where: 'both', setBy: ['uac', 'uas', 'proxy'] },
  { name: 'Proxy-Authenticate', spec: 'RFC 3261 §20.27', where: 'responses', codes: ['407', '401'],
    setBy: ['proxy'], severalLines: true },
  { name: 'Proxy-Authorization', spec: 'RFC 3261 §20.28', where: 'requests', setBy: ['uac'], severalLines: true },
  { name: 'Proxy-Require', spec: 'RFC 3261 §20.29', where: 'requests', setBy: ['uac', 'proxy'] },
  { name: 'RAck', spec: 'RFC 3262 §7.2', where: 'requests', methods: ['PRACK'], setBy: ['uac'] },
  { name: 'Reason', spec: 'RFC 3326 §2', where: 'both', setBy: ['uac', 'uas', 'proxy', 'gateway'] },
  { name: 'Record-Route', spec: 'RFC 3261 §20.30', where: 'both', setBy: ['proxy', 'uas'] },
  { name: 'Recv-Info', spec: 'RFC 6086 §7.3', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'Refer-Sub', spec: 'RFC 4488 §4', where: 'both', methods: ['REFER'], setBy: ['uac', 'uas'] },
  { name: 'Refer-To', spec: 'RFC 3515 §2.1', where: 'requests', methods: ['REFER'], setBy: ['uac'] },
  { name: 'Referred-By', spec: 'RFC 3892 §3', where: 'requests', setBy: ['uac'] },
  { name: 'Reject-Contact', spec: 'RFC 3841 §9.2', where: 'requests', setBy: ['uac'] },
  { name: 'Remote-Party-ID', spec: 'draft-ietf-sip-privacy-04', where: 'both', setBy: ['network', 'b2bua'],
    unregistered: true, replacedBy: 'P-Asserted-Identity' },
  { name: 'Replaces', spec: 'RFC 3891 §6.1', where: 'requests', methods: ['INVITE'], setBy: ['uac'] },
  { name: 'Reply-To', spec: 'RFC 3261 §20.31', where: 'both', methods: ['INVITE'], setBy: ['uac', 'uas'] },
  { name: 'Request-Disposition', spec: 'RFC 3841 §9.1', where: 'requests', setBy: ['uac'] },
  { name: 'Require', spec: 'RFC 3261 §20.32', where: 'both', setBy: ['uac', 'uas', 'proxy'] },
  { name: 'Resource-Priority', spec: 'RFC 4412 §3.1', where: 'requests', setBy: ['uac', 'proxy'] },
  { name: 'Retry-After', spec: 'RFC 3261 §20.33', where: 'responses',
    codes: ['404', '413', '480', '486', '500', '503', '600', '603'], setBy: ['uas', 'proxy', 'gateway'] },
  { name: 'Route', spec: 'RFC 3261 §20.34', where: 'requests', setBy: ['uac', 'proxy'] },
  { name: 'RSeq', spec: 'RFC 3262 §7.1', where: 'responses', methods: ['INVITE'], codes: ['101–199'],
    setBy: ['uas'] },
  { name: 'Security-Client', spec: 'RFC 3329 §2.2', where: 'requests', setBy: ['uac'] },
  { name: 'Security-Server', spec: 'RFC 3329 §2.2', where: 'responses', codes: ['421', '494'],
    setBy: ['proxy'] },
  { name: 'Security-Verify', spec: 'RFC 3329 §2.2', where: 'requests', setBy: ['uac'] },
  { name: 'Server', spec: 'RFC 3261 §20.35', where: 'responses', setBy: ['uas', 'proxy', 'registrar'] },
  { name: 'Service-Route', spec: 'RFC 3608 §5', where: 'responses', methods: ['REGISTER'], codes: ['2xx'],
    setBy: ['registrar'] },
  { name: 'Session-Expires', spec: 'RFC 4028 §4', where: 'both', methods: ['INVITE', 'UPDATE'], codes: ['2xx'],
    setBy: ['uac', 'uas', 'proxy'] },
  { name: 'Session-ID', spec: 'RFC 7989 §5', where: 'both', setBy: ['uac', 'uas', 'b2bua'] },
  { name: 'SIP-ETag', spec: 'RFC 3903 §11.3.1', where: 'responses', methods: ['PUBLISH'], codes: ['2xx'],
    setBy: ['uas'] },
  { name: 'SIP-If-Match', spec: 'RFC 3903 §11.3.2', where: 'requests', methods: ['PUBLISH'], setBy: ['uac'] },
  { name: 'Subject', spec: 'RFC 3261 §20.36', where: 'requests', methods: ['INVITE', 'MESSAGE'], setBy: ['uac'] },
  { name: 'Subscription-State', spec: 'RFC 6665 §8.2.3', where: 'requests', methods: ['NOTIFY'], setBy: ['uac'] },
  { name: 'Supported', spec: 'RFC 3261 §20.37', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'Suppress-If-Match', spec: 'RFC 5839 §7.2', where: 'requests', methods: ['SUBSCRIBE'], setBy: ['uac'] },
  { name: 'Target-Dialog', spec: 'RFC 4538 §7', where: 'requests', setBy: ['uac'] },
  { name: 'Timestamp', spec: 'RFC 3261 §20.38', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'To', spec: 'RFC 3261 §20.39', where: 'both', setBy: ['uac', 'uas'], mandatory: true },
  { name: 'Trigger-Consent', spec: 'RFC 5360 §5.11.2', where: 'requests', setBy: ['b2bua'] },
  { name: 'Unsupported', spec: 'RFC 3261 §20.40', where: 'responses', codes: ['420'], setBy: ['uas', 'proxy'] },
  { name: 'User-Agent', spec: 'RFC 3261 §20.41', where: 'both', setBy: ['uac', 'uas'] },
  { name: 'User-to-User', spec: 'RFC 7433 §4', where: 'both', setBy: ['uac', 'uas', 'gateway'] },
  { name: 'Via', spec: 'RFC 3261 §20.42', where: 'both', setBy: ['uac', 'proxy'], mandatory: true },
  { name: 'Warning', spec: 'RFC 3261 §20.43', where: 'responses', setBy: ['uas', 'proxy'] },
  { name: 'WWW-Authenticate', spec: 'RFC 3261 §20.44', where: 'responses', codes: ['401', '407'],
    setBy: ['uas', 'registrar'], severalLines: true },
  { name: 'X-Asterisk-HangupCause', spec: 'Asterisk (chan_sip)', where: 'both', setBy: ['b2bua'], unregistered: true },
  { name: 'X-Asterisk-HangupCauseCode', spec: 'Asterisk (chan_sip)', where: 'both', setBy: ['b2bua'],
    unregistered: true },
  { name: 'X-BroadWorks-Correlation-Info', spec: 'BroadWorks', where: 'both', setBy: ['b2bua'], unregistered: true },
  { name: 'X-Call-ID', spec: 'sngrep', where: 'requests', methods: ['INVITE'], setBy: ['b2bua'],
    unregistered: true },
  { name: 'X-CID', spec: 'sngrep, heplify-server', where: 'requests', methods: ['INVITE'], setBy: ['b2bua'],
    unregistered: true },
  { name: 'X-FS-Support', spec: 'FreeSWITCH', where: 'both', setBy: ['b2bua'], unregistered: true },
  { name: 'X-Genesys-CallUUID', spec: 'Genesys', where: 'both', setBy: ['b2bua'], unregistered: true },
  { name: 'X-Twilio-CallSid', spec: 'Twilio', where: 'both', setBy: ['b2bua'], unregistered: true },
] as const satisfies readonly HeaderFact[];

/** A header field of the table, in the spelling of its RFC. */
export type HeaderFieldName = (typeof table)[number]['name'];

export type HeaderField = HeaderFact & { readonly name: HeaderFieldName };

export const headerFields: readonly HeaderField[] = table;

const byName = new Map(headerFields.map((field) => [field.name.toLowerCase(), field]));

/** The facts of a header field, by its name in any capitals; undefined for one that is not in the table. */
export function findHeaderField(name: string): HeaderField | undefined {
  return byName.get(name.toLowerCase());
}
