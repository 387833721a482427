import type { UnregisteredCode } from '../../catalogue/statuses.ts';
import type { UnregisteredText } from '../locale.ts';

/** Words for the codes that are met although nobody registered them; the facts are in `catalogue/statuses.ts`. */
export const unregistered: Readonly<Record<UnregisteredCode, UnregisteredText>> = {
  409: {
    from: 'RFC 2543, dropped by RFC 3261',
    description:
      'A registration contradicts another one. RFC 2543 had taken the code from HTTP; RFC 3261 dropped it, and ' +
      'clients treat it as 400.',
    whenSeen: 'From old registrars, and from scripts whose author knew HTTP.',
    howToFix: 'Look at the bindings of the user at the registrar, and let the server use 403 or 500 instead.',
    means: 'the registration contradicts another one, in the words of an old RFC',
    useWhen: 'a peer still speaks RFC 2543; everybody else treats it as 400',
  },
  411: {
    from: 'RFC 2543, dropped by RFC 3261',
    description:
      'The request lacks Content-Length. RFC 2543 had taken the code from HTTP; RFC 3261 dropped it, and clients ' +
      'treat it as 400.',
    whenSeen: 'From very old servers, and from HTTP thinking in scripts.',
    howToFix: 'Let the client send Content-Length, over TCP in any case.',
    means: 'the server insists on Content-Length, in the words of an old RFC',
    useWhen: 'the client still speaks RFC 2543 and forgets Content-Length; everybody else treats it as 400',
  },
  477: {
    from: 'Kamailio and OpenSIPS',
    description:
      'The proxy could not send the request to the next hop: no socket, no route, a refused connection or a failed ' +
      'TLS handshake. Clients treat it as 400.',
    whenSeen:
      'From Kamailio and OpenSIPS, at once after the INVITE, when a gateway or phone cannot be reached over TCP, ' +
      'TLS or WebSocket.',
    howToFix:
      'Look in the log of the proxy for the address it tried. Check the listening sockets, the route, and whether ' +
      'the connection of a registered phone is still open.',
    means: 'the proxy could not send to the next hop; the code is private to Kamailio and OpenSIPS',
    useWhen: 'a Kamailio or OpenSIPS proxy reports a failed send to a client of its own; to others it is a 400',
  },
  478: {
    from: 'Kamailio and OpenSIPS',
    description: 'The proxy could not resolve the name of the next hop. Clients treat it as 400.',
    whenSeen:
      'From Kamailio and OpenSIPS, after a failed DNS look-up of the Request-URI or a Route, sometimes after ' +
      'seconds of waiting.',
    howToFix:
      'Look up the name on the proxy itself, with NAPTR, SRV and A or AAAA. A wrong domain in a dial plan or a ' +
      'dead DNS server are the usual causes.',
    means: 'the name of the next hop could not be resolved; the code is private to Kamailio and OpenSIPS',
    useWhen: 'a Kamailio or OpenSIPS proxy reports a failed look-up to a client of its own; to others it is a 400',
  },
  479: {
    from: 'Kamailio and OpenSIPS',
    description: 'The proxy could not read the URI that it should send to. Clients treat it as 400.',
    whenSeen: 'From Kamailio and OpenSIPS, when a Request-URI, a Route or a rewritten target is malformed.',
    howToFix:
      'Look at the Request-URI and at what the routing script made of it; a missing scheme or a stray character is ' +
      'enough.',
    means: 'the target URI could not be parsed; the code is private to Kamailio and OpenSIPS',
    useWhen: 'a Kamailio or OpenSIPS proxy reports a malformed URI to a client of its own; to others it is a 400',
  },
  490: {
    from: 'an expired Internet-Draft; still listed by PJSIP and Sofia-SIP',
    description:
      'A request was overtaken by an update of itself, in the words of a draft that never became an RFC. Clients ' +
      'treat it as 400.',
    whenSeen: 'Hardly ever on the wire; some stacks still have its name in their tables.',
    howToFix: 'Look at the product in Server, since only its maker can say why it was sent.',
    means: 'the request was replaced by a newer one, in the words of an expired draft',
    useWhen: 'both sides implement the expired draft; everybody else treats it as 400',
  },
  687: {
    from: 'an expired Internet-Draft; still listed by Sofia-SIP',
    description:
      'The dialog has ended, in the words of a draft that never became an RFC. Clients treat it as 600, so forking ' +
      'ends.',
    whenSeen: 'Hardly ever on the wire; Sofia-SIP still has its name.',
    howToFix: 'If other targets should be tried after it, have it replaced by 481 or 487.',
    means: 'the dialog has ended, in the words of an expired draft',
    useWhen: 'both sides implement the expired draft; everybody else treats it as 600',
  },
};
