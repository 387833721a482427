import type { StatusCode } from '../../catalogue/statuses.ts';
import type { StatusText } from '../locale.ts';

/** Words for each registered response code; the facts are in `catalogue/statuses.ts`. */
export const statuses: Readonly<Record<StatusCode, StatusText>> = {
  100: {
    description:
      'The next hop has received the request and is working on it; further responses must follow. The client stops ' +
      'retransmitting; nothing is known yet about the callee.',
    whenSeen:
      'First answer to nearly every INVITE, a few milliseconds after it was sent, while a proxy looks for the ' +
      'callee. Each hop makes its own: a stateful proxy never forwards a 100 it received.',
    howToFix:
      'Nothing to fix while another response follows. If 100 stays alone for more than a few seconds, check the ' +
      'connection beyond that hop and the routes configured in its proxy, and capture what it sends onward: a dead ' +
      'gateway, a blocked lookup or silent fork branches are the usual reasons.',
    means: 'the next hop has the request and is working on it',
    useWhen: 'no other response will be ready within 200 ms and the client must stop retransmitting its INVITE',
  },
  180: {
    description:
      "The callee's device is alerting its user. Unless audio arrives from the far end, the caller's device plays " +
      'the ringing tone itself.',
    whenSeen:
      'On every call to a phone that rings; it may also follow a 183, since provisional responses have no fixed ' +
      'order. A late 180 usually means mobile paging or a device woken by push.',
    howToFix:
      "If the caller hears silence, check whether 180 carries SDP without any RTP behind it, and let the caller's " +
      "device fall back to local ringing. If 180 is missing on the caller's leg only, look for a B2BUA that drops " +
      'it after a 183.',
    means: "the callee's device is alerting its user",
    useWhen: 'the called device has started to ring',
  },
  181: {
    description:
      'A server is diverting the call and tries a new destination on the same INVITE. The caller keeps its leg and ' +
      'waits.',
    whenSeen:
      'Call forwarding, follow-me and hunt groups handled by a proxy or PBX. The next 18x normally carries a new ' +
      'To-tag; History-Info or Diversion tells where the call went.',
    howToFix:
      'Nothing to fix by itself. If the call then fails, judge the last target rather than the dialled one, and ' +
      'read History-Info or Diversion to find it.',
    means: 'the server is diverting the call to another destination by itself',
    useWhen: 'your server forwards the call and the caller should know why setup takes longer',
  },
  182: {
    description:
      'The callee cannot take the call now, and the server has queued it instead of refusing it. Nobody is alerted ' +
      'yet; the phrase may give the position in the queue.',
    whenSeen:
      'Call centres and ACD groups, sometimes a gateway waiting for a free trunk. It is repeated while the caller ' +
      'waits.',
    howToFix:
      "Check that 182 is repeated about once a minute, or a proxy's timer C (more than 3 minutes) ends the waiting " +
      'call. If callers hang up in silence, open early media with SDP and play music or an announcement.',
    means: 'the call waits in a queue and no device is ringing yet',
    useWhen: 'the callee is not free and you hold the call instead of refusing it',
  },
  183: {
    description:
      'The call is making progress that no other code describes. With SDP in it, the media path opens before the ' +
      'answer, so that the far end can play ringing tone or an announcement.',
    whenSeen:
      'On calls to the PSTN or to mobile networks, which play their tones in band, and on VoLTE calls that reserve ' +
      'resources first. Before a 4xx to 6xx it usually carried an announcement that explains the failure.',
    howToFix:
      'Nothing to fix by itself. If the caller hears nothing, check that 183 carries SDP with a codec of the offer, ' +
      'that the calling device acts on it, that RTP follows, and that the firewall or P-Early-Media lets it ' +
      'through. If no early audio is meant, send 180 instead so that the caller gets local ringing tone.',
    means: 'the call is progressing and early media may follow',
    useWhen: 'you want to open the media path before the answer',
  },
  199: {
    description:
      'One early dialog of a forked INVITE has ended while the INVITE itself is still pending. The To-tag says ' +
      'which branch, Reason says why.',
    whenSeen:
      'Behind forking proxies, mostly in IMS, when one device has refused and others still ring. Only a caller ' +
      'that lists 199 in Supported should get it.',
    howToFix:
      'Release the resources of that early dialog only, send no BYE for it, and keep waiting for the final ' +
      'response. If the INVITE did not list 199 in Supported, correct the element that sent it.',
    means: 'one early dialog is over but the INVITE is still pending',
    useWhen: 'a fork branch has failed, others continue, and the caller lists 199 in Supported',
  },
  200: {
    description:
      'Success; what succeeded depends on the method. For INVITE the call is answered, for REGISTER the binding is ' +
      'stored, for CANCEL it says only that the CANCEL was understood.',
    whenSeen:
      'As the final response of every healthy transaction. A 200 to INVITE that repeats after 0.5, 1 and 2 seconds ' +
      'means that its sender has seen no ACK.',
    howToFix:
      'If an answered call drops after 32 seconds, check that the ACK reaches the address in the Contact of the ' +
      '200. If audio is missing, compare the SDP answer with the address and port that the RTP really uses.',
    means: 'the request has succeeded, and for INVITE that the call is answered',
    useWhen: 'the request was carried out in full',
  },
  202: {
    description:
      'The request was accepted for processing, in the past with its result still open. The code is deprecated: ' +
      'handle it exactly as 200.',
    whenSeen:
      'From older stacks in answer to REFER or SUBSCRIBE, and from message stores that take a MESSAGE for later ' +
      'delivery.',
    howToFix:
      'Change nothing on the receiving side: the NOTIFY that follows tells the result. On the sending side answer ' +
      'SUBSCRIBE and REFER with 200, because RFC 6665 and RFC 7647 forbid 202 there.',
    means: 'the request was accepted and, just as after 200, its outcome arrives separately',
    useWhen: 'a message store takes a MESSAGE for later delivery; for SUBSCRIBE and REFER send 200',
  },
  204: {
    description:
      'The SUBSCRIBE succeeded, but no NOTIFY will follow because the subscriber already holds the current state. ' +
      'It is valid only inside an existing subscription.',
    whenSeen:
      'Presence and similar subscriptions that refresh with Suppress-If-Match (RFC 5839) to save notifications. ' +
      'Rare elsewhere.',
    howToFix:
      "Do not wait for a NOTIFY after it. If the subscriber's state is out of date, refresh without " +
      'Suppress-If-Match so that the notifier sends the full state again.',
    means: 'the subscription is refreshed and no NOTIFY follows',
    useWhen: 'a SUBSCRIBE in the dialog carries Suppress-If-Match and its entity tag still matches',
  },
  300: {
    description:
      'The address stands for several destinations, listed in Contact, and the caller or its device must choose. ' +
      'The server does not try them itself.',
    whenSeen:
      'Redirect servers and least-cost-routing lookups that return a list of routes ranked by q value. PBX users ' +
      'rarely meet it.',
    howToFix:
      'Let the calling device or proxy try the Contacts in q order. If nothing follows the ACK, redirection is ' +
      'switched off on the trunk, or none of the Contacts can be routed.',
    means: 'the called address leads to several destinations and the caller must choose one',
    useWhen: 'the callee has several addresses and your server will not try them itself',
  },
  301: {
    description:
      'The user has left this address for good. Contact gives the new one; address books and route caches should ' +
      'be updated.',
    whenSeen:
      'A number that has changed, a user who moved to another domain, or a ported number found by a redirect ' +
      'server. Gateways produce it from Q.850 cause 22 when the new number comes with it.',
    howToFix:
      'Send the request to the Contact and store it in the dial plan. If the caller does not follow, enable ' +
      'redirection on the trunk or rewrite the number yourself.',
    means: 'the user has moved to a new address for good',
    useWhen: 'the old address will never be valid again and you know the new one',
  },
  302: {
    description:
      'For now the call should be sent to the address in Contact; the address that was called stays the right one ' +
      'for later calls. Without an expiry that address serves one attempt only and must not be cached.',
    whenSeen:
      'Call forwarding and do-not-disturb on phones whose user is elsewhere for a while, number portability and ' +
      'routing lookups, load sharing between servers. The next INVITE should carry the Contact as its Request-URI.',
    howToFix:
      'Let the caller go to the Contact for this call only. If no new INVITE follows the ACK, enable redirection on ' +
      'the trunk, or have the PBX place the forwarded call itself with a Diversion header. Check too that the ' +
      'Contact is reachable and does not lead back to where the call came from.',
    means: 'the user can be reached at another address for now',
    useWhen: 'calls should go elsewhere for a while and the caller is to try that address itself',
  },
  305: {
    description:
      'The called device asks to be reached through the proxy named in Contact. Only a user agent may send it, and ' +
      'it counts for this one request.',
    whenSeen:
      'Almost never: few clients follow it, since an untrusted Contact could steer calls anywhere. It comes from ' +
      'devices that insist on their own proxy.',
    howToFix:
      'Configure the proxy as the route to that device instead of relying on 305. If you must follow it, repeat ' +
      'the request once through the Contact, and only when you trust the peer.',
    means: 'the callee must be reached through the proxy given in Contact',
    useWhen: 'your user agent accepts calls only through a certain proxy',
  },
  380: {
    description:
      'The call has failed here, but the body describes another service that can handle it. In IMS that body tells ' +
      'the phone that the call is an emergency call.',
    whenSeen:
      'In IMS, when a phone dials an emergency number it did not recognise as one; the body is ' +
      'application/3gpp-ims+xml. Very rare elsewhere.',
    howToFix:
      'Read the body. In IMS make the phone register and call as emergency; elsewhere show the alternative to the ' +
      'user, since no automatic behaviour is defined.',
    means: 'the call failed but the body names another service to use',
    useWhen: 'you cannot complete the call but can describe a service that can',
  },
  400: {
    description:
      'The server could not make sense of the request. The phrase, or a Warning 399, should say which part is broken.',
    whenSeen:
      'A malformed or missing header, broken SDP, a wrong Content-Length, or a message damaged by an ALG. Some ' +
      'products also use it for any refusal they cannot classify.',
    howToFix:
      'Read the phrase, then compare the request header by header with one that works on the same route. Correct ' +
      'the sender; if the message changed on the way, switch off SIP ALG on the router.',
    means: 'the request was malformed and the server could not process it',
    useWhen: 'the syntax of the request is broken; name the bad header in the phrase',
  },
  401: {
    description:
      'The user agent or registrar itself wants credentials; the challenge is in WWW-Authenticate. A first 401 is ' +
      'a normal step of digest authentication.',
    whenSeen:
      'Once at the start of most registrations, and on calls to servers that challenge as a user agent. Repeated ' +
      '401s mean a wrong user name, password, realm or algorithm, or a nonce that expires too soon.',
    howToFix:
      'Send the request again with Authorization and a higher CSeq. If it is challenged again, look for ' +
      'stale=true: with it, use the new nonce; without it, correct the credentials or the realm.',
    means: 'the called server or registrar asks for credentials in Authorization',
    useWhen: 'your registrar or user agent, not a proxy, must know who is asking',
  },
  402: {
    description:
      'Reserved by RFC 3261 and never specified further. Where it appears, an operator uses it for an account ' +
      'without credit.',
    whenSeen:
      'On prepaid services and wholesale trunks whose balance is used up. Other billing platforms answer 403 for ' +
      'the same reason.',
    howToFix:
      'Top up or unblock the account, then call again. If the account has credit, ask the provider which of its ' +
      'limits was reached.',
    means: 'the provider wants payment before it serves the request',
    useWhen: 'both sides have agreed that it stands for missing credit; no standard defines it',
  },
  403: {
    description:
      'A refusal by policy: the request is well formed, but this server will not serve it. Credentials do not ' +
      'change that, and repeating the same request is useless.',
    whenSeen:
      'A caller number the provider does not accept, a source address missing from the access list, a barred ' +
      'destination, a call limit or a blocked account. Some registrars answer a wrong password with it; STIR ' +
      'verifiers send it for a stale Date.',
    howToFix:
      'Look for a policy, not a syntax fault: compare From, P-Asserted-Identity, source address and dialled prefix ' +
      'with a call that passes. Ask the operator of the server that produced it which rule matched.',
    means: 'the server understood the request and refuses to carry it out',
    useWhen: 'policy forbids the request and neither credentials nor a retry would help',
  },
  404: {
    description:
      'This server knows for certain that the user does not exist in the domain, or it does not serve that domain ' +
      'at all.',
    whenSeen:
      'A number dialled in the wrong format, a DID that is not provisioned, or a Request-URI with the wrong ' +
      'domain. Some registrars also use it for a user who is merely not registered.',
    howToFix:
      'Compare the Request-URI with what the server expects: leading + or 00, country code, domain part. Then ' +
      'check that the number is provisioned, or that the device is registered.',
    means: 'the user does not exist at this server, or the domain is not served here',
    useWhen: 'your server knows for certain that it has no such user or domain',
  },
  405: {
    description:
      'The server knows this method but does not allow it for the address in the Request-URI. Allow lists what it ' +
      'accepts.',
    whenSeen:
      'REGISTER sent to a server that is no registrar, or REFER, MESSAGE or PUBLISH disabled on a trunk. Some ' +
      'peers answer keep-alive OPTIONS with it.',
    howToFix:
      'Use a method from Allow, or send the request to the right server. In answer to an OPTIONS ping it is ' +
      'harmless, for it proves that the peer is alive.',
    means: 'the method is known but not allowed for this address',
    useWhen: 'you recognise the method but refuse it at this address; Allow lists the others',
  },
  406: {
    description:
      'Every body the server could send back is excluded by the Accept header of the request. It complains about ' +
      'the response body, not about the media offered.',
    whenSeen:
      'A SUBSCRIBE whose Accept lacks the format of the event package, or an OPTIONS or INVITE with a narrow ' +
      'Accept. Some PBXs misuse it for a codec mismatch, where 488 belongs.',
    howToFix:
      'Widen Accept to what the server delivers, for example application/pidf+xml for presence. If the request is ' +
      'an INVITE with SDP, treat the response as 488 and compare codecs.',
    means: 'the server can answer only in a format that Accept excludes',
    useWhen: 'the Accept header of the request rules out every body you could return',
  },
  407: {
    description:
      'A proxy on the path wants credentials before it forwards the request; the challenge is in ' +
      'Proxy-Authenticate. A first 407 is normal.',
    whenSeen:
      'At the start of outgoing calls through a provider or a PBX. A second 407 for the same realm means wrong ' +
      'credentials or an expired nonce; one for another realm is simply a second proxy.',
    howToFix:
      'ACK it, then send the INVITE again with Proxy-Authorization and a higher CSeq. If the client gives up, ' +
      'configure credentials for that realm, or have the trunk accepted by its IP address.',
    means: 'a proxy on the path asks for credentials in Proxy-Authorization',
    useWhen: 'your proxy must know the caller before it forwards the request',
  },
  408: {
    description:
      'No response was obtained in time: the server could not reach or locate the user before its timer ran out. ' +
      'The same request may be sent again later.',
    whenSeen:
      'After 30 to 32 seconds without any 18x: a dead next hop, a phone behind a closed NAT binding, or failing ' +
      'DNS. After 120 or 180 seconds of ringing: a no-answer timer.',
    howToFix:
      'Find the hop that produced it and the timer that matches its delay. Then test the next hop with OPTIONS, ' +
      'check DNS and the registration of the callee, or adjust the no-answer timer.',
    means: 'the server got no answer in time',
    useWhen: 'you waited for a response until your timer, or the Expires of the INVITE, ran out',
  },
  410: {
    description:
      'The address was valid once and is gone for good, and the server knows no new one. A server that cannot be ' +
      'sure of this must send 404.',
    whenSeen:
      'A closed account or a changed number. Gateways make it from Q.850 cause 22 without a new number, and from ' +
      'cause 23.',
    howToFix:
      'Remove the number from the dial plan, or find out the new one by other means. If it should work, ask the ' +
      'provider whether the number was deactivated.',
    means: 'the address has been withdrawn for good and no new one is known',
    useWhen: 'you know that the address existed, has ended for good and has no successor',
  },
  412: {
    description:
      'The condition attached to the request does not hold. In practice a PUBLISH names, in SIP-If-Match, an ' +
      'entity tag that the server does not know.',
    whenSeen:
      'After a presence server has restarted or a publication has expired, when the client refreshes its old ' +
      'state. Harmless once, a fault when it repeats.',
    howToFix:
      'Publish the full state again without SIP-If-Match and keep the new SIP-ETag. If it repeats, check that all ' +
      'PUBLISH requests of the client reach the same server.',
    means: 'the entity tag in SIP-If-Match is unknown to the server',
    useWhen: 'a PUBLISH names a publication you no longer hold',
  },
  413: {
    description: 'The body is bigger than this server accepts. Retry-After appears if the limit is only temporary.',
    whenSeen:
      'Large MESSAGE bodies, multipart bodies with location or ISUP, presence documents, SDP full of ICE candidates.',
    howToFix:
      'Shrink the body, send the content by reference, or move bulk text to MSRP. If Retry-After is present, wait ' +
      'that long and try again.',
    means: 'the body of the request is too large for the server',
    useWhen: 'the body, rather than the URI or the message as a whole, exceeds your limit',
  },
  414: {
    description: 'The server refuses to work on a Request-URI this long; the rest of the message is not in question.',
    whenSeen:
      'URIs swollen by parameters: embedded headers, long tokens, or routing data that a proxy adds on every pass.',
    howToFix:
      'Remove parameters and embedded headers from the Request-URI. If it grows from hop to hop, find the proxy ' +
      'that keeps adding to it.',
    means: 'the Request-URI is too long for the server',
    useWhen: 'the Request-URI alone exceeds your limit',
  },
  415: {
    description:
      'The server does not support the type, encoding or language of the body. Accept, Accept-Encoding or ' +
      'Accept-Language says what it takes.',
    whenSeen:
      'INFO with application/dtmf-relay, multipart bodies with ISUP or location, compressed bodies. Refused codecs ' +
      'are another matter: they give 488.',
    howToFix:
      'Send the request again with a body type from Accept, or strip the extra part at the SBC. For DTMF, switch ' +
      'to RFC 4733 events.',
    means: 'the body has a type, encoding or language the server does not support',
    useWhen: 'you cannot read this kind of body at all; list what you can in Accept',
  },
  416: {
    description: 'The server does not know the scheme of the Request-URI, for example tel, urn or sips.',
    whenSeen:
      'A tel URI sent to a server that takes SIP URIs only, sips to a server without TLS, or urn:service:sos to a ' +
      'network without emergency routing.',
    howToFix:
      'Rewrite the target as sip:number@domain;user=phone. For sips, enable TLS on the server, or call with a sip ' +
      'URI if policy allows it.',
    means: 'the scheme of the Request-URI is unknown to the server',
    useWhen: 'your server cannot route a URI with this scheme',
  },
  417: {
    description:
      'The request demands priority handling with Require: resource-priority, and the server knows none of the ' +
      'values given.',
    whenSeen:
      'Between military, government or emergency networks that use different namespaces, such as dsn, ets or wps. ' +
      'Ordinary calls do not meet it.',
    howToFix:
      'Use a value from Accept-Resource-Priority if the response has one. Otherwise map the namespace at the ' +
      'border, or drop the Require so that the call proceeds with normal priority.',
    means: 'the server knows none of the priority values that the request requires',
    useWhen: 'the request requires resource-priority and you understand none of its values',
  },
  420: {
    description: 'The request requires an extension the server does not support; Unsupported lists it.',
    whenSeen:
      'Require or Proxy-Require with 100rel, timer, precondition, sec-agree or path towards an older or stricter ' +
      'peer. Often a trunk profile that forces PRACK.',
    howToFix:
      'Move the option tags listed in Unsupported from Require to Supported and send the request again. If the ' +
      'extension is needed, enable it on the peer.',
    means: 'the request requires an extension that the server does not support',
    useWhen: 'an option tag in Require or Proxy-Require is unknown to you',
  },
  421: {
    description:
      'The server needs an extension that the client did not list in Supported; Require in the response names it. ' +
      'This is 420 the other way round.',
    whenSeen:
      'Peers that insist on session timers, 100rel, outbound or sec-agree. Rare, since servers should fall back to ' +
      'plain SIP wherever they can.',
    howToFix:
      'Enable the extension named in Require on the client, so that it appears in Supported. If the client cannot ' +
      'do it, relax the policy on the server.',
    means: 'the server needs an extension that the client did not offer',
    useWhen: 'you cannot serve the request at all without an extension that Supported does not list',
  },
  422: {
    description:
      'The session timer asked for in Session-Expires is shorter than this hop allows. Min-SE carries the smallest ' +
      'value accepted.',
    whenSeen:
      'When the caller offers a session interval below the minimum of a proxy, SBC or callee. One 422 followed by ' +
      'a corrected INVITE is normal.',
    howToFix:
      'Send the INVITE again with Session-Expires at least as large as the Min-SE received, and repeat that Min-SE ' +
      'in it. If the client does not retry, raise its session timer; 1800 seconds is the recommended value.',
    means: 'the session interval in Session-Expires is below the allowed minimum',
    useWhen: 'an INVITE or UPDATE asks for a session timer shorter than you accept',
  },
  423: {
    description:
      'The expiry asked for is too short. Min-Expires gives the shortest period the server accepts for a ' +
      'registration, subscription or publication.',
    whenSeen:
      'Phones behind NAT that register every 30 or 60 seconds at a registrar with a higher minimum. A single 423 ' +
      'with a corrected retry is normal; sent for an hour or more it is a server fault.',
    howToFix:
      'Repeat the request with at least Min-Expires, or raise the interval in the client. If short registrations ' +
      'only serve to hold a NAT binding open, use CRLF or STUN keep-alives instead.',
    means: 'the requested expiry is below the minimum the server allows',
    useWhen: 'a REGISTER, SUBSCRIBE or PUBLISH asks for less than your minimum and less than one hour',
  },
  424: {
    description:
      'The location in the request is malformed, cannot be fetched or is not good enough for the recipient. ' +
      'Geolocation-Error says what is wrong; an existing dialog stays up.',
    whenSeen:
      'Emergency and location-routed calls with a broken PIDF-LO, a location URI that cannot be dereferenced, or a ' +
      'position that the network contradicts.',
    howToFix:
      'Read the code in Geolocation-Error, correct the location and send the request again. If the response ' +
      'carries a location of its own, include that one.',
    means: 'the location information in the request cannot be used',
    useWhen: 'you need a location and none of those given in the request is usable',
  },
  425: {
    description:
      'The alert message in the request, a CAP document, is too broken to act on. AlertMsg-Error says why; an ' +
      'existing dialog stays up.',
    whenSeen:
      'Non-interactive emergency calls (RFC 8876) from sensors and alarm devices that send a malformed or ' +
      'incomplete CAP body.',
    howToFix:
      'Validate the CAP document with the code in AlertMsg-Error at hand and send it again. Code 101 means that no ' +
      'alert was found: check the multipart body and the reference to it.',
    means: 'the emergency alert in the request cannot be understood',
    useWhen: 'the alert is malformed and nothing else in the request is usable',
  },
  428: {
    description:
      'The verifier requires a signed caller identity, and the request has no Identity header, or none in a ' +
      'PASSporT format it supports.',
    whenSeen:
      'STIR/SHAKEN interconnects that demand attestation, when the originating side does not sign or an SBC strips ' +
      'the Identity header.',
    howToFix:
      'Sign the call at the originating provider and let every SBC pass Identity through; use TCP if it makes the ' +
      'message too large for UDP. Otherwise relax the policy of the verifier.',
    means: 'the verifier demands an Identity header and finds none that it supports',
    useWhen: 'your policy demands a signed identity and the request has none you can check',
  },
  429: {
    description:
      'The target of a transfer wants proof of who requested it: a valid Referred-By token is missing or stale. ' +
      'The transferring party learns of it in a NOTIFY.',
    whenSeen:
      'Transfers by REFER to a target that verifies Referred-By, which is rare. From FreeSWITCH it stands for a ' +
      'failed Identity check, where RFC 8224 has 436.',
    howToFix:
      'Send the REFER again with a Referred-By token signed by the transferring party. If a FreeSWITCH produced ' +
      'the 429, look at the Identity header and its certificate URL instead.',
    means: 'the refer target demands a valid Referred-By token',
    useWhen: 'a request triggered by REFER must prove who asked for it',
  },
  430: {
    description:
      'The connection from an edge proxy to a registered device is broken. It is a message between proxies: the ' +
      'one that knows the registration should try another flow of the same device.',
    whenSeen:
      'Networks with SIP outbound (RFC 5626), after the TCP, TLS or WebSocket connection of a device has dropped. ' +
      'No device should ever receive it; one that does handles it as 400.',
    howToFix:
      'Make the authoritative proxy try the other flows of the device and drop the dead one. Then find out why it ' +
      'broke: missing keep-alives, a NAT timeout or a restarted edge proxy.',
    means: 'the edge proxy has lost its connection to the device',
    useWhen: 'your edge proxy finds the flow to a device broken and the proxy upstream may know another',
  },
  433: {
    description:
      'The call is refused because the caller withheld its identity. The caller may try again with its number ' +
      'shown, if its user agrees.',
    whenSeen:
      'Callees or networks with anonymous call rejection, when From is anonymous or Privacy asks for it. A missing ' +
      'P-Asserted-Identity alone is no reason for it.',
    howToFix:
      'Call again with the number shown: check From, Privacy and the CLIR setting of the caller. If the number was ' +
      'never meant to be hidden, find the hop that made the call anonymous.',
    means: 'the callee or its network does not accept anonymous calls',
    useWhen: 'the caller deliberately withheld its identity and policy refuses such calls',
  },
  436: {
    description:
      'The verifier could not fetch the certificate it needs to check the Identity header. The signature itself ' +
      'has not been judged.',
    whenSeen:
      'STIR/SHAKEN calls whose info or x5u URL is unreachable, slow or blocked by a firewall, or points to a ' +
      'repository that is down.',
    howToFix:
      'Fetch the URL of the info parameter from the verifying host. Repair the certificate repository, its DNS or ' +
      'TLS, or the firewall in between.',
    means: 'the verifier cannot fetch the certificate behind the Identity header',
    useWhen: 'you cannot obtain the credentials for any Identity header in the request',
  },
  437: {
    description:
      'The verifier has the certificate but does not trust or support it, because of an unknown CA or an algorithm ' +
      'it does not handle.',
    whenSeen:
      'STIR/SHAKEN calls signed under a CA outside the trust list of the verifier, for example between two ' +
      'national schemes. Older texts call it Unsupported Certificate.',
    howToFix:
      'Compare the issuer of the certificate with the trust list of the verifier and update whichever is out of ' +
      'date. Check that the signature uses ES256.',
    means: 'the signing certificate was found but is not trusted or not supported',
    useWhen: 'you hold the signing certificate but reject its issuer or its algorithm',
  },
  438: {
    description:
      'None of the Identity headers holds a valid and supported PASSporT: the signature does not fit the request, ' +
      'or the token lacks required parts.',
    whenSeen:
      'STIR/SHAKEN calls whose numbers or Date were rewritten after signing, most often by an SBC or a number ' +
      'normalisation rule. A forged identity looks the same.',
    howToFix:
      'Compare orig, dest and iat of the PASSporT with the caller, the callee and Date as received. Sign after the ' +
      'last hop that rewrites, and retry with the full form of the token.',
    means: 'no Identity header in the request holds a valid signature',
    useWhen: 'you checked the signature and it does not fit the request',
  },
  439: {
    description:
      'The registrar supports SIP outbound, but the first proxy on the path does not, so the flow to the device ' +
      'cannot be kept.',
    whenSeen:
      'Registrations with reg-id and Supported: outbound through an edge proxy that does not add itself to Path ' +
      'with the ob parameter.',
    howToFix:
      'Enable outbound and Path on the edge proxy, choose another proxy, or let the client register without reg-id.',
    means: 'the first proxy lacks the outbound support that the registration asks for',
    useWhen: 'your registrar sees reg-id and outbound, but the first hop did not add ob to Path',
  },
  440: {
    description:
      'A proxy would have to fork to more branches in parallel than Max-Breadth permits. Some destinations have ' +
      'not been tried.',
    whenSeen:
      'Large ring groups or nested forks that exceed the default of 60 parallel branches; also forwarding rules ' +
      'that multiply in a circle.',
    howToFix:
      'Ring fewer targets at once, or let the proxy fork serially. If the group is small, look for forwarding ' +
      'rules that fan out into each other.',
    means: 'the request would fork into more parallel branches than allowed',
    useWhen: 'your proxy can neither fork within Max-Breadth nor search serially or redirect',
  },
  469: {
    description:
      'The INFO belongs to an Info Package the receiver did not agree to. Recv-Info lists those it accepts; the ' +
      'call goes on.',
    whenSeen: 'Applications that send DTMF or private data in an Info Package the peer never announced in Recv-Info.',
    howToFix:
      'Send only packages from the Recv-Info of the peer, or enable the package there. For DTMF, RFC 4733 events ' +
      'avoid the question.',
    means: 'the receiver did not agree to this Info Package',
    useWhen: 'an INFO names a package that your Recv-Info never listed',
  },
  470: {
    description:
      'A relay that distributes requests to a list of recipients lacks the consent of at least one of them. ' +
      'Permission-Missing names those addresses.',
    whenSeen:
      'MESSAGE or INVITE to a URI list, as in group messaging or conference invitations, in systems that follow ' +
      'RFC 5360.',
    howToFix:
      "Add the addresses from Permission-Missing to the relay's list and wait until their owners agree, or leave " +
      'them out. Then send the request again.',
    means: 'the relay has no permission to contact at least one recipient',
    useWhen: 'a request carries a URI list with recipients who have not agreed to it',
  },
  480: {
    description:
      'The callee is known but cannot take the call now: logged out, out of reach or not to be disturbed. ' +
      'Retry-After may say when to try again.',
    whenSeen:
      'No current registration, do-not-disturb, a mobile that is switched off, or ringing until a gateway gave up ' +
      '(Q.850 cause 19). FreeSWITCH sends it for every cause it cannot map.',
    howToFix:
      'Check the registration of the callee first, then its do-not-disturb setting, then the Reason header for a ' +
      'Q.850 cause. Warning 380 or 381 points to a mismatch of sip and sips.',
    means: 'the callee is known but not available now',
    useWhen: 'you know the user but have no way to reach it at the moment',
  },
  481: {
    description:
      'The request claims to belong to a dialog or transaction that the receiver does not know. In answer to a ' +
      'CANCEL it affects only that CANCEL.',
    whenSeen:
      'After BYEs that crossed, a restart or failover without dialog state, a session timer that ran out on one ' +
      'side, or tags altered on the way. PRACK gets it when its RAck matches nothing.',
    howToFix:
      'Compare Call-ID and both tags with those of the dialog, and for CANCEL the Via branch with that of the ' +
      'INVITE. If they match, the request reached another node: check Record-Route and cluster affinity.',
    means: 'the receiver knows no dialog or transaction that matches the request',
    useWhen: 'a request carries a To-tag, or is a CANCEL or PRACK, and matches nothing you know',
  },
  482: {
    description:
      'The server has seen this request before: it came back in a loop, or two copies of a forked request met at ' +
      'the same user agent.',
    whenSeen:
      'Two servers that route to each other, a domain the proxy does not recognise as its own, or call forwarding ' +
      'in a circle. As a merged request from one fork branch it is harmless when another branch succeeds.',
    howToFix:
      'Read the Via stack to see which hosts repeat, then add the missing domain alias or break the default route ' +
      'between them. For merged requests, stop sending one call to the same device twice.',
    means: 'the request has already passed through this server',
    useWhen: 'the same request comes back to you unchanged, or reaches you twice through a fork',
  },
  483: {
    description: 'Max-Forwards reached zero before the request found its destination.',
    whenSeen:
      'Nearly always a routing loop, often one that rewrites the Request-URI on each turn so that loop detection ' +
      'misses it. Rarely a very long chain, or a client that starts below the usual 70.',
    howToFix:
      'Follow the Via stack to the hosts that repeat and correct the route or forwarding between them. If no host ' +
      'repeats, let the sender start with Max-Forwards 70.',
    means: 'the request has used up its permitted number of hops',
    useWhen: 'a request you would have to forward arrives with Max-Forwards at zero',
  },
  484: {
    description: 'The number dialled is too short to be routed. With overlap dialling it simply asks for more digits.',
    whenSeen:
      'A user who stopped dialling, a dial plan whose digit timer is too short, or a gateway that received Q.850 ' +
      'cause 28 for a wrong number format.',
    howToFix:
      'Count the digits in the Request-URI and correct the dial plan so that the whole number goes out at once. On ' +
      'a gateway, check the type of number and the prefix as well.',
    means: 'the number is incomplete',
    useWhen: 'more digits could still make the address valid',
  },
  485: {
    description:
      'The address matches several users and the server will not guess. Contact may list the candidates for a ' +
      'person to choose from.',
    whenSeen: 'Directories where a name such as lee fits several people. Telephone numbers hardly ever cause it.',
    howToFix:
      'Dial the full address of one candidate from Contact. On the server, make the alias unique, or answer 404 if ' +
      'the list must stay private.',
    means: 'the address is ambiguous because several users share it',
    useWhen: 'the address fits several users and only a person can choose between them',
  },
  486: {
    description:
      'The callee was reached at this device, which cannot or will not take another call. Other devices or ' +
      'voicemail may still answer.',
    whenSeen:
      'The user is on the phone, the reject button was pressed, do-not-disturb is on, or the call limit is ' +
      'reached. Gateways make it from Q.850 cause 17.',
    howToFix:
      'If it comes within 0.3 seconds and without ringing, check do-not-disturb and the call limit. If calls ' +
      'should go on to voicemail, verify that the proxy or PBX forwards on busy.',
    means: 'the callee is busy at this device',
    useWhen: 'one device is busy and another, or voicemail, may still take the call',
  },
  487: {
    description:
      'The request was ended before it was answered. For INVITE it is the normal result of a CANCEL; a BYE in the ' +
      'early dialog or an Expires that ran out leads to it as well.',
    whenSeen:
      'The caller hung up while it rang, another device answered, or a no-answer timer in a proxy fired. On the ' +
      'wire: CANCEL, 200 to the CANCEL, 487 to the INVITE, ACK.',
    howToFix:
      'Nothing to fix if a CANCEL precedes it; its Reason tells a call completed elsewhere from an abandoned one. ' +
      'If no CANCEL, BYE or Expires explains it, question the B2BUA that sent it.',
    means: 'the INVITE was ended before it was answered, usually by CANCEL',
    useWhen: 'a pending INVITE was cancelled; the CANCEL itself gets 200',
  },
  488: {
    description:
      'The session offered does not fit this device: codecs, encryption, transport or address family. Another ' +
      'device may accept it, and a call already up continues unchanged.',
    whenSeen:
      'No common codec, SRTP required by one side only, IPv6 media towards an IPv4 device, or a T.38 or video ' +
      're-INVITE to a device that lacks it.',
    howToFix:
      'Read Warning (305 is a codec mismatch) and compare the offer with what the device supports. Add a common ' +
      'codec such as G.711, align the SRTP policy, or transcode on the SBC.',
    means: 'the media offered does not fit this device',
    useWhen: 'you cannot accept this offer but another device of the same user might',
  },
  489: {
    description:
      'The event package in the Event header is not supported here. Allow-Events should list the packages that are.',
    whenSeen:
      'SUBSCRIBE for presence, dialog (BLF) or message-summary on a server without that feature, or a NOTIFY for ' +
      'an event nobody asked for. Phones often try every package they know.',
    howToFix:
      'Choose a package from Allow-Events, or enable the feature on the server. Otherwise switch the subscription ' +
      'off in the phone to stop the noise.',
    means: 'the server does not support this event package',
    useWhen: 'you do not know the event package named in Event',
  },
  491: {
    description:
      'The receiver has an INVITE or offer of its own pending in this dialog, so the two have collided. Each side ' +
      'waits a random time and tries again.',
    whenSeen:
      'Both ends send a re-INVITE or UPDATE at the same moment, for example hold against session refresh, or just ' +
      'after the answer.',
    howToFix:
      'Retry after 2.1 to 4 seconds if you created the Call-ID, otherwise after 0 to 2 seconds. If it never ' +
      'clears, find the request that is still pending, such as a re-INVITE that lost its ACK.',
    means: 'both sides tried to change the session at the same time',
    useWhen: 'an INVITE or an offer in UPDATE arrives while your own in this dialog is still pending',
  },
  493: {
    description:
      'The body is encrypted with S/MIME and the receiver has no key, or will not use one, to decrypt it. The ' +
      'response may carry the certificate to use instead.',
    whenSeen:
      'Bodies encrypted end to end with an outdated or wrong certificate of the recipient. Very rare, since few ' +
      'SIP devices use S/MIME.',
    howToFix:
      'Encrypt again with the certificate in the response, or with the current one of the recipient. If encryption ' +
      'was not intended, send the body in clear over TLS.',
    means: 'the receiver cannot decrypt the body',
    useWhen: 'a body is encrypted with S/MIME and you lack the key',
  },
  494: {
    description:
      'The first hop and the client must agree on a security mechanism before the request is served. ' +
      'Security-Server lists the choices.',
    whenSeen:
      'Networks that use sec-agree (RFC 3329), IMS among them: on an unprotected request that requires it, or when ' +
      'Security-Verify does not mirror the list of the server.',
    howToFix:
      'Choose the mechanism with the highest q value in Security-Server that the client knows, start it, and send ' +
      'the request again with Security-Verify. If that is refused too, check that no hop altered the list.',
    means: 'the first hop wants a security agreement before it serves the request',
    useWhen: 'an unprotected request asks for sec-agree, or its Security-Verify differs from your list',
  },
  500: {
    description:
      'The server gave up because of a fault of its own. With Retry-After the fault is temporary and the request ' +
      'may be sent again after that time.',
    whenSeen:
      'A script or database error, a CSeq lower than the last one, or a second INVITE before the first was ' +
      'finished. A proxy also turns a lone 503 from downstream into 500.',
    howToFix:
      'Look in the logs of the host that produced it, not of the one that passed it on. If a downstream leg shows ' +
      '503, repair that overload or route; otherwise check the CSeq order in the dialog.',
    means: 'the server failed in a way it did not expect',
    useWhen: 'something broke in your server and no other code describes it',
  },
  501: {
    description:
      'The server does not support this method at all, for any user. If it knew the method and refused it here ' +
      'only, it would send 405.',
    whenSeen:
      'REFER, UPDATE, PUBLISH or MESSAGE sent to a simple user agent or gateway. Gateways also make it from Q.850 ' +
      'causes 29 and 79.',
    howToFix:
      'Read the Allow header of the peer and switch the feature off for that trunk. If a gateway sent it, ask the ' +
      'PSTN side which facility was refused.',
    means: 'the server does not support the method or feature at all',
    useWhen: 'you do not recognise the method and support it for no user',
  },
  502: {
    description: 'A proxy or gateway received an invalid answer from the next server or network.',
    whenSeen:
      'PSTN gateways that receive Q.850 cause 27, destination out of order; less often a proxy whose downstream ' +
      'server answers garbage.',
    howToFix:
      'Try the destination over another route: if it works there, the gateway or its carrier is at fault. ' +
      'Otherwise report the line as out of order.',
    means: 'the next server or network gave an invalid answer',
    useWhen: 'your gateway or proxy gets a response from downstream that makes no sense',
  },
  503: {
    description:
      'The server cannot handle requests now because of overload, maintenance or missing resources. Clients should ' +
      'use another server, and with Retry-After leave this one alone for that time.',
    whenSeen:
      'All trunk channels in use at peak times, no gateway reachable, a licence or call-rate limit, a shutdown. ' +
      'PSTN gateways make it from causes such as Q.850 34, 41 and 42.',
    howToFix:
      'Fail over to another server or route, or wait for the time in Retry-After. Then check capacity and gateway ' +
      'state on the one that sent it; if it keeps coming, spread the calls over several servers. Do not send ' +
      'Retry-After for one busy trunk: peers may stop using the whole server.',
    means: 'the server itself is overloaded or out of service, whoever is called',
    useWhen: 'no request to this server can succeed now and clients should go to another one',
  },
  504: {
    description: 'The server depends on another system, and that system did not answer in time.',
    whenSeen:
      'Slow or dead DNS, LDAP, HTTP or database lookups behind a proxy, or a gateway whose timer ran out (Q.850 ' +
      "cause 102). An UPDATE that needs the user's consent gets it too.",
    howToFix:
      'On the host that produced it, find the lookup or link that was slow and repair it. Then shorten its timeout ' +
      'or add a fallback, so that calls no longer wait for it.',
    means: 'a system behind the server did not respond in time',
    useWhen: 'a lookup or gateway you depend on timed out before you could decide',
  },
  505: {
    description: 'The server does not support the SIP version in the request line.',
    whenSeen:
      'Anything other than SIP/2.0 in the first line: HTTP traffic on port 5060, scanners, or a TCP stream that ' +
      'has lost its framing.',
    howToFix:
      'Look at the raw first line and correct the sender. Over TCP, check the Content-Length of the message before ' +
      'it, since a wrong value shifts everything that follows.',
    means: 'the SIP version of the request is not supported',
    useWhen: 'the request line carries a version other than SIP/2.0',
  },
  513: {
    description: 'The whole message is larger than the server can handle.',
    whenSeen:
      'INVITEs loaded with ICE candidates, or with long Record-Route, History-Info or Identity headers; also large ' +
      'MESSAGE bodies.',
    howToFix:
      'Shorten codec lists and headers, use compact forms, or raise the buffer size on the server. Over UDP also ' +
      'switch to TCP, because fragments get lost long before this limit.',
    means: 'the message as a whole is too large for the server',
    useWhen: 'headers and body together exceed what you can process',
  },
  555: {
    description: 'The network does not support the push notification service that the REGISTER names in pn-provider.',
    whenSeen:
      'Mobile apps that register with push parameters (RFC 8599) in a network without push support, or with ' +
      'another push provider. It answers REGISTER only.',
    howToFix:
      'Use a pn-provider that the network offers, configure that provider on the proxy, or register without push. ' +
      'A REGISTER with an empty pn-provider asks what is supported.',
    means: 'the push service named in pn-provider is not supported',
    useWhen: 'a REGISTER asks for a push provider that nothing on your side supports',
  },
  580: {
    description:
      'The preconditions in the SDP, such as reserved bandwidth, cannot be met, so the session is not set up. The ' +
      'SDP in the response marks the condition that failed.',
    whenSeen:
      'VoLTE and other IMS calls whose bearer could not be reserved, because of radio coverage, policy or a ' +
      'timeout in the core network.',
    howToFix:
      'Compare the curr and des lines of both sides and find the side whose reservation never completed. Check the ' +
      'bearer and policy logs of that network, or make the precondition optional.',
    means: 'the preconditions of the offer could not be met',
    useWhen: 'an offer demands resources, such as a reserved bearer, that you cannot provide',
  },
  600: {
    description:
      'The callee was reached and is busy on every device, where 486 would speak for one of them only. No other ' +
      'target may be tried: a 6xx ends forking and the proxy cancels all other branches.',
    whenSeen:
      'A user agent or application server that knows all devices to be busy, or a gateway that maps busy to 600 ' +
      'where 486 belongs. Voicemail is not tried after it.',
    howToFix:
      'Call later, after Retry-After if present: until the callee is free, there is no other way to reach them. If ' +
      'voicemail or another device should have taken the call, make the called side send 486 instead.',
    means: 'the callee is busy on all devices and no other target may be tried',
    useWhen: 'you know that no device and no voicemail of the user will take the call',
  },
  603: {
    description:
      'The callee was reached, and the user, or something acting for the user, refuses the call on all devices and ' +
      'gives no reason. Unlike 600, it does not say that the callee is busy. Forking ends.',
    whenSeen:
      'The reject button of many apps, do-not-disturb or a block list; a gateway with Q.850 cause 21 from the ' +
      'user. In the US the phrase "Network Blocked" with cause 21 marks blocking by call analytics.',
    howToFix:
      'Judge by time and phrase: within a second and without ringing a server rule decided, later a person. Respect ' +
      'the refusal of a person, and write a message or an e-mail instead. After analytics blocking, check the ' +
      'reputation and attestation of the number and use the redress contact if one is given.',
    means: 'the callee declines the call for all devices',
    useWhen: 'the user rejects the call and no other device should be tried',
  },
  604: {
    description:
      'An authority for this user says that there is no such user anywhere, so no other server needs to be asked.',
    whenSeen:
      'Rare: few servers can know this, so most send 404 for an unknown number. It is never right from a server ' +
      'that has searched only its own domain.',
    howToFix:
      'Check the number digit by digit, including the country code. If the user does exist, correct the server ' +
      'that claimed to know, and have it answer 404 instead.',
    means: 'the user exists nowhere, according to a server that can know',
    useWhen: 'your server is authoritative for the user and knows that no address exists',
  },
  606: {
    description:
      'The user wants to talk, but the session offered fits none of their devices. Warning gives the reason; ' +
      'forking ends.',
    whenSeen:
      'The same media problems as 488, judged for all devices of the user: codecs, bandwidth, address type. Seldom ' +
      'seen, and then often where 488 was meant.',
    howToFix:
      'Read Warning and the SDP in the response, then offer a format listed there. If only one device was asked, ' +
      'have it send 488 so that others can be tried.',
    means: 'the media offered fits no device of the user',
    useWhen: 'you know that no device of this user can accept the offer',
  },
  607: {
    description:
      'The called user marked the call as unwanted, like pressing the spam button of a mail program. The provider ' +
      'may use this to rate or block the caller.',
    whenSeen:
      'In networks that announce sip.607 to their phones, after the user presses a spam or block key. As Reason ' +
      'SIP;cause=607 it also appears in BYE and CANCEL.',
    howToFix:
      'Do not redial. If the calls are legitimate, check the reputation of the number, its attestation and the ' +
      'name shown, and contact the provider of the callee.',
    means: 'the callee considers the call unwanted',
    useWhen: 'the called person rejects the call as spam',
  },
  608: {
    description:
      'An intermediary, such as an analytics engine, refused the call as unwanted without asking the user. ' +
      'Call-Info points to a signed contact card for complaints.',
    whenSeen:
      'Call blocking in a network on the way (RFC 8688), sometimes after a 183 with an announcement for callers ' +
      'that do not know the code.',
    howToFix:
      'Take the contact from the jCard in Call-Info and ask for the block to be lifted. Meanwhile check ' +
      'attestation, calling pattern and how the number is labelled.',
    means: 'an intermediary judged the call unwanted and blocked it',
    useWhen: 'your network blocks a call on behalf of the user and offers a contact for redress',
  },
};

/**
 * Words for a code that is not registered, by class; 0 is for a number outside 100–699.
 * `{code}` stands for the code met (RFC 3261 §8.1.3.2).
 */
export const statusClasses: Readonly<Record<0 | 1 | 2 | 3 | 4 | 5 | 6, StatusText>> = {
  0: {
    description:
      '{code} is not registered and lies outside 100 to 699, so it belongs to no class and is no valid SIP ' +
      'response code.',
    whenSeen: 'A vendor-specific code, traffic of another protocol on a SIP port, or a damaged first line.',
    howToFix:
      'Look at the raw first line of {code} and at what sent it. If it really is SIP, make the sender use a code ' +
      'from 100 to 699.',
    means: 'the sender does not keep to SIP; {code} is not registered and has no class whose x00 could stand for it',
    useWhen: 'no SIP peer will read it: {code} is not registered and belongs to no class',
  },
  1: {
    description:
      '{code} is not registered with IANA. As a provisional response it is treated as 183: the call is still in ' +
      'progress.',
    whenSeen: 'Private progress codes between elements of one vendor, or codes from a draft that was never published.',
    howToFix:
      'Ignore {code} unless the call also fails; then read its phrase and body, and judge by the final response. ' +
      'On your own side send 183 instead.',
    means: 'the call is still in progress; the code is not registered and is treated as 183',
    useWhen: 'both sides have agreed on it; to everyone else {code} is not registered and is treated as 183',
  },
  2: {
    description:
      '{code} is not registered with IANA. As a member of the 2xx class it is treated as 200: the request has ' +
      'succeeded.',
    whenSeen: 'Private success codes of a vendor, or a habit taken over from HTTP.',
    howToFix:
      'Treat {code} as success, and acknowledge it if it answers an INVITE. If a peer takes it for a failure, make ' +
      'the sender use 200.',
    means: 'the request has succeeded; the code is not registered and is treated as 200',
    useWhen: 'both sides have agreed on it; to everyone else {code} is not registered and is treated as 200',
  },
  3: {
    description:
      '{code} is not registered with IANA. As a member of the 3xx class it is treated as 300: try the addresses in ' +
      'Contact.',
    whenSeen: 'Private redirection codes of a routing server, or a habit taken over from HTTP.',
    howToFix:
      'Check whether {code} carries a Contact that can be reached. If the caller does not follow it, make the ' +
      'redirecting server send 302.',
    means: 'the request should go to another address; the code is not registered and is treated as 300',
    useWhen: 'both sides have agreed on it; to everyone else {code} is not registered and is treated as 300',
  },
  4: {
    description:
      '{code} is not registered with IANA. As a member of the 4xx class it is treated as 400: this server refuses ' +
      'the request, and another one may accept it.',
    whenSeen:
      'Errors of one product, such as the 477 of Kamailio for a next hop it cannot send to, codes of older RFCs, ' +
      'or codes chosen in a routing script.',
    howToFix:
      'Read the phrase and the Server header to find the product that sent {code}, and look it up in its ' +
      'documentation or script. Do not repeat the request unchanged at the same server.',
    means: 'this server refuses the request; the code is not registered and is treated as 400',
    useWhen: 'both sides have agreed on it; to everyone else {code} is not registered and is treated as 400',
  },
  5: {
    description:
      '{code} is not registered with IANA. As a member of the 5xx class it is treated as 500: the server itself ' +
      'has failed.',
    whenSeen: 'Timeouts or internal errors that a product numbers in its own way.',
    howToFix:
      'Search for {code} in the logs of the host that produced it. Until the cause is known, retry later or use ' +
      'another server.',
    means: 'the server itself has failed; the code is not registered and is treated as 500',
    useWhen: 'both sides have agreed on it; to everyone else {code} is not registered and is treated as 500',
  },
  6: {
    description:
      '{code} is not registered with IANA. As a member of the 6xx class it is treated as 600: the request fails ' +
      'for every device of the callee, and forking ends.',
    whenSeen: 'Private refusals of an application server, or codes from a draft that was never published.',
    howToFix:
      'Find out from phrase and Server what {code} should tell. If other devices or voicemail should be tried ' +
      'after it, have it replaced by a 4xx.',
    means: 'no device of the callee takes the request; the code is not registered and is treated as 600',
    useWhen: 'both sides have agreed on it; to everyone else {code} is not registered and is treated as 600',
  },
};
