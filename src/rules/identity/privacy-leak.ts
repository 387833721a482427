import { parseContact } from '../../headers/contact.ts';
import { parseVia } from '../../headers/via.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { isSecondSight } from '../around.ts';
import { clip } from '../clip.ts';
import { type Conversation, defineRule } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { cameFrom } from '../hops.ts';
import { isPrivate, isPublicAddress } from '../networks.ts';
import { digitsOf, isAnonymous, isSameNumber, urisOf } from '../numbers.ts';

type Shown = {
  /**
   * `left`: P-Asserted-Identity was taken out on this hop, and the number stands elsewhere. `asserted`: the identity goes
   * along with the wish to hide it. `contact`: hidden in From, open in Contact. `topology`: internal addresses.
   */
  kind: 'left' | 'asserted' | 'contact' | 'topology';
  sender: string;
  receiver: string;
  field: string;
  value: string;
};

/** Fields that tell who calls. */
const FIELDS = ['Remote-Party-ID', 'P-Preferred-Identity', 'From', 'Contact'];

/** RFC 3325 §9.3 `id`, RFC 3323 §4.2 `user`, `header`; or the caller hides in From. */
function wantsPrivacy(request: SipMessage): boolean {
  const values = request.headers('Privacy').flatMap((value) => value.toLowerCase().split(/[;,]/));
  if (values.some((value) => value.trim() === 'id')) return true;
  return isAnonymous(urisOf(request, 'From')[0]);
}

/** A field, other than P-Asserted-Identity, that names the number. */
function namedIn(request: SipMessage, number: string, fields: readonly string[]) {
  for (const field of fields) {
    for (const uri of urisOf(request, field)) {
      const digits = digitsOf(uri);
      if (digits !== '' && isSameNumber(digits, number)) return { field, value: clip(uri.raw) };
    }
  }
  return undefined;
}

/** The hop before had it asserted; here it was removed, as towards those who must not see it (RFC 3325 §7). */
function leftBehind(transaction: Transaction, request: SipMessage, conversation: Conversation) {
  if (request.has('P-Asserted-Identity')) return undefined;
  for (const upper of cameFrom(transaction, conversation)) {
    if (upper.request === undefined || !wantsPrivacy(upper.request)) continue;
    for (const uri of urisOf(upper.request, 'P-Asserted-Identity')) {
      const number = digitsOf(uri);
      const found = number === '' ? undefined : namedIn(request, number, FIELDS);
      if (found !== undefined) return { ...found, because: upper.request };
    }
  }
  return undefined;
}

function identityIn(request: SipMessage): Pick<Shown, 'field' | 'value'> | undefined {
  for (const field of ['P-Asserted-Identity', 'Remote-Party-ID']) {
    const open = urisOf(request, field).find((uri) => !isAnonymous(uri));
    if (open !== undefined) return { field, value: clip(open.raw) };
  }
  return undefined;
}

/** Hidden in From, and the Contact names the very number that the caller has elsewhere in this request. */
function openContact(request: SipMessage): Pick<Shown, 'field' | 'value'> | undefined {
  if (!isAnonymous(urisOf(request, 'From')[0])) return undefined;
  const [contact] = request.headers('Contact').flatMap(parseContact);
  const number = digitsOf(contact?.uri);
  if (number === '') return undefined;
  const own = ['P-Asserted-Identity', 'P-Preferred-Identity', 'Remote-Party-ID'].some(
    (field) => namedIn(request, number, [field]) !== undefined,
  );
  return own ? { field: 'Contact', value: clip(contact?.uriText ?? '') } : undefined;
}

/** A glance at the text, which spares most requests the parsing. */
function mayShowInside(text: string): boolean {
  return [' 10.', ':10.', '@10.', ' 172.', ':172.', '@172.', '192.168.', ' 100.', ':100.'].some((part) =>
    text.includes(part),
  );
}

/** Internal addresses behind the sender's own Via, between two public ones. */
function internalAddress(request: SipMessage): Pick<Shown, 'field' | 'value'> | undefined {
  const below = request.headers('Via').slice(1).flatMap(parseVia);
  // A phone behind a NAT writes its private address; received shows that the proxy knows the other.
  const via = below.find(({ host, received }) => isPrivate(host) && (received === undefined || isPrivate(received)));
  if (via !== undefined) return { field: 'Via', value: clip(via.host) };
  const route = urisOf(request, 'Record-Route').find(({ host }) => isPrivate(host));
  return route === undefined ? undefined : { field: 'Record-Route', value: clip(route.raw) };
}

/** Rule 111: what should stay private goes out. */
export const privacyLeak = defineRule<'transaction', Shown>({
  id: 'privacy-leak',
  severity: 'warning',
  scope: 'transaction',
  title: 'Private information that leaves the network',
  // RFC 3325 §7: with Privacy id the identity does not go to those who are not trusted. RFC 3323 §4.1: user-made privacy
  // covers Contact too.
  spec: ['RFC 3325 §7', 'RFC 3325 §9.3', 'RFC 3323 §4.1', 'RFC 3323 §5.1'],
  example: {
    kind: 'left',
    sender: '192.0.2.5:5060',
    receiver: '198.51.100.7:5060',
    field: 'Remote-Party-ID',
    value: 'sip:+12025550142@example.com',
  },
  why: ({ kind }) =>
    kind === 'topology'
      ? 'Outsiders learn the addresses of internal servers.'
      : 'The far side can see who calls although the caller withheld the number.',
  fix: ({ kind, sender, receiver, field }) =>
    ({
      left: [
        `Remove or replace ${field} too in the privacy profile of ${sender} towards ${receiver}.`,
        'Check the other fields as well: Contact, Call-ID, History-Info and the origin line of the SDP.',
      ],
      asserted: [
        `If ${receiver} is not trusted to hide the number, mark it as untrusted in ${sender}: then ${field} is left out (trust_id_outbound=no in Asterisk PJSIP, the privacy profile of a session border controller).`,
        'Nothing has to be changed where the contract with the carrier asks for the identity.',
      ],
      contact: [
        `Let ${sender} write no number into Contact when the caller withholds it: a trunk name, or anonymous.`,
        'Nothing has to be changed where the next hop is trusted and replaces Contact.',
      ],
      topology: [`Turn on topology hiding in ${sender} towards ${receiver}, if these addresses are to stay unknown.`],
    })[kind],
  message: ({ kind, sender, receiver, field, value }) =>
    ({
      left: `${sender} took P-Asserted-Identity out of the INVITE to ${receiver} because the caller wants privacy, and left the number in ${field} (${value}).`,
      asserted: `The INVITE from ${sender} to ${receiver} asks for privacy and brings the identity of the caller in ${field} (${value}).`,
      contact: `The INVITE from ${sender} to ${receiver} hides the caller in From and shows the number in Contact (${value}).`,
      topology: `The INVITE from ${sender} to ${receiver} shows an internal address in ${field} (${value}).`,
    })[kind],
  limits: ({ kind, receiver }) =>
    kind === 'left' ? '' : `Whether ${receiver} belongs to the trusted network is not in the trace.`,
  concerns: (method) => method === 'INVITE',
  when: ({ transaction: { method, request, server } }) => {
    if (method !== 'INVITE' || request === undefined || request.toTag !== '') return false;
    if (request.header('From')?.toLowerCase().includes('anonymous') || request.has('Privacy')) return true;
    return request.viaCount > 1 && isPublicAddress(server.address) && mayShowInside(request.text());
  },
  *check({ transaction, conversation }) {
    const { request, client, server } = transaction;
    if (request === undefined || request.truncated || addressesInferred(request)) return;
    if (isSecondSight(transaction, conversation)) return;
    const args = { sender: client.name, receiver: server.name };
    const device = client.address;
    const left = leftBehind(transaction, request, conversation);
    if (left !== undefined) {
      const { because, ...shown } = left;
      yield { at: [request, because], args: { ...args, kind: 'left', ...shown }, device, confidence: 'likely' };
      return;
    }
    // Inside a private network nobody is a stranger.
    if (!isPublicAddress(server.address)) return;
    const weak = { at: [request], device, severity: 'info', confidence: 'possible' } as const;
    if (wantsPrivacy(request)) {
      const contact = openContact(request);
      const identity = identityIn(request);
      if (identity !== undefined) yield { ...weak, args: { ...args, kind: 'asserted', ...identity } };
      else if (contact !== undefined) yield { ...weak, args: { ...args, kind: 'contact', ...contact } };
    }
    if (request.viaCount < 2 || !isPublicAddress(client.address)) return;
    const internal = internalAddress(request);
    if (internal !== undefined) yield { ...weak, args: { ...args, kind: 'topology', ...internal } };
  },
});
