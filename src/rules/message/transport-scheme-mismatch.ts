import { parseContact } from '../../headers/contact.ts';
import { parseRoute } from '../../headers/route.ts';
import { parseVia } from '../../headers/via.ts';
import { parseWarning } from '../../headers/warning.ts';
import type { SipMessage, Transport } from '../../model.ts';
import { isSecondSight } from '../around.ts';
import { clip } from '../clip.ts';
import { defineRule } from '../define.ts';
import { addressesInferred, bodyUnreliable } from '../guards.ts';
import { passedOn } from '../hops.ts';

type Shown = {
  /** `via`: another transport than the Via says. `brackets`: a bare IPv6 address. `refused`: 480 with Warning 380 or 381. */
  kind: 'via' | 'sips-udp' | 'sips-contact' | 'brackets' | 'refused';
  method: string;
  sender: string;
  receiver: string;
  transport: string;
  declared: string;
  field: string;
  value: string;
};

/** Where TLS ends before the SIP server, the server still sees TLS in the Via and gets plain TCP. */
const OFFLOADED: ReadonlyMap<string, readonly Transport[]> = new Map([
  ['TLS', ['tcp']],
  ['WSS', ['ws', 'tls', 'tcp']],
  ['WS', ['tcp']],
  ['TLS-SCTP', ['sctp']],
]);

const plainStart: Readonly<Record<Transport, string>> = {
  udp: 'SIP/2.0/UDP ',
  tcp: 'SIP/2.0/TCP ',
  tls: 'SIP/2.0/TLS ',
  sctp: 'SIP/2.0/SCTP ',
  ws: 'SIP/2.0/WS ',
  wss: 'SIP/2.0/WSS ',
};

function viaMismatch(request: SipMessage): string | undefined {
  const value = request.header('Via');
  // What stands in nearly every request needs no parsing.
  if (value?.startsWith(plainStart[request.transport])) return undefined;
  const via = value === undefined ? undefined : parseVia(value)[0];
  if (via === undefined || via.protocol.toUpperCase() !== 'SIP') return undefined;
  const { transport } = via;
  if (transport.toLowerCase() === request.transport || OFFLOADED.get(transport)?.includes(request.transport)) {
    return undefined;
  }
  // Others are extensions that this capture cannot know.
  return ['UDP', 'TCP', 'TLS', 'SCTP', 'WS', 'WSS'].includes(transport) ? transport : undefined;
}

/** RFC 3261 §8.1.1.8: Contact is sips where the Request-URI or the topmost Route is. */
function plainContact(request: SipMessage): string | undefined {
  if (!request.requestUri.toLowerCase().startsWith('sips:')) {
    const top = request.header('Route');
    const route = top?.includes('sips:') ? parseRoute(top)[0] : undefined;
    if (route?.uri?.scheme !== 'sips') return undefined;
  }
  const plain = request.headers('Contact').flatMap(parseContact);
  return plain.find(({ uri }) => uri?.scheme === 'sip')?.uriText;
}

/** `2001:db8::1` where the grammar wants `[2001:db8::1]` (RFC 3261 §25.1). */
function bareAddress(request: SipMessage): Pick<Shown, 'field' | 'value'> | undefined {
  const via = request.headers('Via')[0];
  const sentBy = via === undefined ? undefined : parseVia(via)[0];
  if (sentBy?.host.includes(':') && via !== undefined && !via.includes('[')) return { field: 'Via', value: clip(via) };
  for (const value of request.headers('Contact')) {
    const [contact] = parseContact(value);
    if (contact?.uri?.host.includes(':') && !contact.uriText.includes('[')) {
      return { field: 'Contact', value: clip(contact.uriText) };
    }
  }
  const [uri] = parseContact(`<${request.requestUri}>`);
  if (uri?.uri?.host.includes(':') && !uri.uriText.includes('[')) {
    return { field: 'Request-URI', value: clip(request.requestUri) };
  }
  return undefined;
}

/** RFC 5630 §5.1.2 (also §5.3 and §5.4): 380 "SIPS Not Allowed", 381 "SIPS Required". */
function sipsWarning(response: SipMessage): number | undefined {
  if (response.status !== 480 || !response.has('Warning')) return undefined;
  return response
    .headers('Warning')
    .flatMap(parseWarning)
    .find(({ code }) => code === 380 || code === 381)?.code;
}

/** sip over UDP and IPv4, as nearly all is: nothing to find. */
function isOrdinary(request: SipMessage): boolean {
  if (request.transport !== 'udp' || request.source.address.includes(':')) return false;
  return (request.header('Via') ?? '').startsWith('SIP/2.0/UDP ') && request.requestUri.startsWith('sip:');
}

/** Rule 68: URI scheme, Via and the transport that was really used contradict each other. */
export const transportSchemeMismatch = defineRule<'transaction', Shown>({
  id: 'transport-scheme-mismatch',
  severity: 'warning',
  scope: 'transaction',
  title: 'Transport that contradicts Via or URI scheme',
  // §18.1.1: the Via says how it is sent. §8.1.1.8: sips begets sips. §26.2.2: sips means TLS. §25.1: IPv6reference.
  spec: [
    'RFC 3261 §8.1.1.8',
    'RFC 3261 §18.1.1',
    'RFC 3261 §25.1',
    'RFC 3261 §26.2.2',
    'RFC 5630 §3.1',
    'RFC 5630 §5.1.2',
  ],
  example: {
    kind: 'via',
    method: 'INVITE',
    sender: '192.0.2.1:5060',
    receiver: '192.0.2.7:5060',
    transport: 'UDP',
    declared: 'TCP',
    field: 'Via',
    value: '',
  },
  why: ({ kind }) =>
    ({
      via: 'The server sends its responses by the transport of the Via, where nobody may listen: the request looks unanswered.',
      'sips-udp': 'What sips promises, encryption on every hop, is not kept; strict servers refuse the request.',
      'sips-contact': 'Requests of the other side come back without TLS, or it refuses the call.',
      brackets: 'Receivers take a part of the address for a port, and send responses or requests elsewhere.',
      refused: 'The call fails although both sides are there: one insists on sips, the other does not have it.',
    })[kind],
  fix: ({ kind, sender, receiver }) =>
    ({
      via: [
        `Let ${sender} write the transport into Via that it really uses: check its listening sockets and the transport of its trunk or outbound proxy.`,
        'If it changes from UDP to TCP because the message is long, the Via must change with it.',
      ],
      'sips-udp': [
        `Let ${sender} send requests to sips URIs over TLS only, or call sip: with transport=tls where the peer has no sips (common practice, although RFC 5630 does without it).`,
        'Check NAPTR and SRV records: they must lead sips to _sips._tcp.',
      ],
      'sips-contact': [`Let ${sender} write a sips Contact into requests to sips URIs, or let it call with sip:.`],
      brackets: [`Let ${sender} put IPv6 addresses into square brackets in Via and in URIs.`],
      refused: [
        `Use the same scheme on ${sender} and ${receiver}: sips: on both, or sip: with transport=tls on both (common practice, although RFC 5630 does without it).`,
        'Check the TLS certificate and listener of the side that refuses sips.',
      ],
    })[kind],
  message: ({ kind, method, sender, receiver, transport, declared, field, value }) =>
    ({
      via: `The ${method} of ${sender} went over ${transport}, and its Via says ${declared}.`,
      'sips-udp': `The ${method} of ${sender} to the sips URI ${value} went over ${transport}, without TLS.`,
      'sips-contact': `The ${method} of ${sender} goes to a sips URI and has the Contact ${value}, which is not one.`,
      brackets: `The ${field} of the ${method} from ${sender} has an IPv6 address without brackets: ${value}.`,
      refused: `${sender} refused the ${method} of ${receiver} with 480 and Warning ${value}: ${value === '380' ? 'sips is not allowed there' : 'only sips is allowed there'}.`,
    })[kind],
  limits: ({ kind, transport }) =>
    kind === 'sips-udp' && transport === 'TCP' ? 'A TLS gateway before this capture point would look the same.' : '',
  when: ({ transaction: { request, final } }) => {
    if (final !== undefined && final.status === 480 && final.has('Warning')) return true;
    // What a host writes into its requests within a dialog is what it wrote into the first.
    return request !== undefined && (request.toTag === '' || request.transport !== 'udp') && !isOrdinary(request);
  },
  *check({ transaction, conversation }) {
    const { request, final, client, server, method } = transaction;
    const args = {
      method: clip(method, 20),
      sender: client.name,
      receiver: server.name,
      transport: (request ?? final)?.transport.toUpperCase() ?? '',
      declared: '',
      field: '',
      value: '',
    };
    const warning = final === undefined ? undefined : sipsWarning(final);
    if (final !== undefined && warning !== undefined) {
      const deeper = passedOn(transaction, conversation).some((lower) => lower.final?.status === 480);
      if (!deeper) {
        yield {
          at: [final, ...(request === undefined ? [] : [request])],
          args: { ...args, kind: 'refused', sender: server.name, receiver: client.name, value: String(warning) },
          device: server.address,
          confidence: 'certain',
        };
      }
    }
    if (request === undefined || addressesInferred(request) || bodyUnreliable(request)) return;
    if (isSecondSight(transaction, conversation)) return;
    const fault = { at: [request], device: client.address, confidence: 'certain' } as const;
    const declared = viaMismatch(request);
    if (declared !== undefined) yield { ...fault, args: { ...args, kind: 'via', declared } };
    const { transport, requestUri } = request;
    const secure = requestUri.slice(0, 5).toLowerCase() === 'sips:';
    if (secure && (transport === 'udp' || transport === 'tcp')) {
      yield {
        ...fault,
        args: { ...args, kind: 'sips-udp', value: clip(requestUri) },
        // Plain TCP is also what a TLS gateway leaves.
        ...(transport === 'tcp' ? { severity: 'info', confidence: 'possible' } : {}),
      };
    }
    // A proxy may have moved the call to sips: the Contact is the client's own, at its own hop.
    if (request.viaCount === 1) {
      const value = plainContact(request);
      if (value !== undefined) yield { ...fault, args: { ...args, kind: 'sips-contact', value: clip(value) } };
    }
    if (request.viaCount === 1 && request.source.address.includes(':')) {
      const bare = bareAddress(request);
      if (bare !== undefined) yield { ...fault, args: { ...args, kind: 'brackets', ...bare } };
    }
  },
});
