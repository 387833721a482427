/**
 * The names of header fields: one spelling for each, its compact form, and whether its values may be joined by commas
 * on one line (RFC 3261 §7.3.1, §7.3.3). Source: the IANA registry "SIP Header Fields" and the RFCs it names, and some
 * widespread fields that were never registered (Diversion, Remote-Party-ID).
 */

/** Fields whose grammar is `value *( COMMA value )`. */
const LISTS = `
  Accept Accept-Contact Accept-Encoding Accept-Language Accept-Resource-Priority Alert-Info Allow Allow-Events
  Call-Info Contact Content-Encoding Content-Language Diversion Error-Info Feature-Caps Geolocation History-Info
  In-Reply-To P-Access-Network-Info P-Asserted-Identity P-Associated-URI P-Early-Media P-Media-Authorization
  P-Preferred-Identity P-Visited-Network-ID Path Permission-Missing Policy-Contact Proxy-Require Reason Record-Route
  Recv-Info Reject-Contact Remote-Party-ID Request-Disposition Require Resource-Priority Route Security-Client
  Security-Server Security-Verify Service-Route Supported Trigger-Consent Unsupported User-to-User Via Warning`;

/**
 * Fields with a single value, and those whose commas mean something else: challenges and credentials (§7.3.1), dates,
 * free text.
 */
const SINGLES = `
  Additional-Identity AlertMsg-Error Answer-Mode Authentication-Info Authorization Call-ID Cellular-Network-Info
  Content-Disposition Content-ID Content-Length Content-Type CSeq Date Encryption Event Expires Flow-Timer From
  Geolocation-Error Geolocation-Routing Identity Identity-Info Info-Package Join Max-Breadth Max-Forwards MIME-Version
  Min-Expires Min-SE Organization Origination-Id P-Answer-State P-Asserted-Service P-Called-Party-ID
  P-Charge-Info P-Charging-Function-Addresses P-Charging-Vector P-DCS-Billing-Info P-DCS-LAES P-DCS-OSPS
  P-DCS-Redirect P-DCS-Trace-Party-ID P-Preferred-Service P-Private-Network-Indication P-Profile-Key
  P-Refused-URI-List P-Served-User P-User-Database Priority Priority-Share Priority-Verstat Priv-Answer-Mode Privacy
  Proxy-Authenticate Proxy-Authorization RAck Refer-Events-At Refer-Sub Refer-To Referred-By Relayed-Charge Replaces
  Reply-To Resource-Share Response-Key Response-Source Restoration-Info Retry-After RSeq Server Service-Interact-Info
  Session-Expires Session-ID SIP-ETag SIP-If-Match Subject Subscription-State Suppress-If-Match Target-Dialog
  Timestamp To User-Agent WWW-Authenticate`;

/** Private fields that are widespread, as their makers spell them. */
const PRIVATE = `
  Av-Global-Session-ID Cisco-Guid P-RTP-Stat X-Asterisk-HangupCause X-Asterisk-HangupCauseCode
  X-BroadWorks-Correlation-Info X-Call-ID X-CID X-FS-Support X-Genesys-CallUUID X-Twilio-CallSid`;

/** RFC 3261, 3515, 3841, 3892, 4028, 4474, 6665. */
const COMPACT = `
  a=Accept-Contact b=Referred-By c=Content-Type d=Request-Disposition e=Content-Encoding f=From i=Call-ID
  j=Reject-Contact k=Supported l=Content-Length m=Contact n=Identity-Info o=Event r=Refer-To s=Subject t=To
  u=Allow-Events v=Via x=Session-Expires y=Identity`;

const words = (table: string) => table.trim().split(/\s+/);

const listNames = new Set(words(LISTS));
const compactForms = new Map<string, string>();
/** By canonical, lower-case and compact spelling. */
const spellings = new Map<string, string>();

for (const name of [...listNames, ...words(SINGLES), ...words(PRIVATE)]) {
  spellings.set(name, name);
  spellings.set(name.toLowerCase(), name);
}
for (const pair of words(COMPACT)) {
  const [letter, name] = pair.split('=');
  compactForms.set(name, letter);
  spellings.set(letter, name);
  spellings.set(letter.toUpperCase(), name);
}

/**
 * `via`, `VIA`, `v` → `Via`. A name that nobody registered gets capitals at its words (`x-FOO-bar` → `X-Foo-Bar`), so
 * that equal names give equal strings. Two map look-ups for every name met in practice.
 */
export function canonicalName(name: string): string {
  return spellings.get(name) ?? spellings.get(name.toLowerCase()) ?? capitalise(name.toLowerCase());
}

/** The one-letter form of a canonical name. */
export function compactForm(name: string): string | undefined {
  return compactForms.get(name);
}

/** Whether a field of this canonical name may hold several values, split by `splitList`. Unknown fields must not be split. */
export function isListHeader(name: string): boolean {
  return listNames.has(name);
}

function capitalise(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('-');
}
