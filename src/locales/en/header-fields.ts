import type { HeaderFieldName } from '../../catalogue/header-fields.ts';
import type { EntryText } from '../locale.ts';

/** Words for each header field; the facts are in `catalogue/header-fields.ts`. */
export const headerFields: Readonly<Record<HeaderFieldName, EntryText>> = {
  Accept: {
    tells:
      'The body types that the sender can read. Without it, SDP is taken for granted; in a 415 it lists what may ' +
      'be sent instead.',
    check:
      'After a 415 or 406, compare it with the Content-Type that was sent. An INVITE with a multipart body needs a ' +
      'peer that lists multipart/mixed.',
  },
  'Accept-Contact': {
    tells:
      'What kind of device the caller wants to reach, by features such as audio, video or an IMS service. A proxy ' +
      'uses it to choose among registered contacts, so it can explain why only some phones ring.',
    check:
      'Compare its feature tags with those in the Contact of each REGISTER. With "require" and "explicit" a ' +
      'contact without the tags is left out, and the call can end in 480.',
  },
  'Accept-Encoding': {
    tells: 'The compressions that the sender can undo. In practice almost nobody compresses SIP bodies.',
    check: 'Look at it when a body is answered with 415 and carries Content-Encoding.',
  },
  'Accept-Language': {
    tells: 'The languages in which the sender would like to see phrases and bodies. It seldom changes anything.',
    check: 'Ignore it, unless an announcement server chooses its language by it.',
  },
  'Accept-Resource-Priority': {
    tells:
      'The priority namespaces and values that this server honours. With 417 it says what the request should have ' +
      'named.',
    check:
      'Compare it with Resource-Priority of the request. If nothing matches, the namespace is not configured on ' +
      'this network.',
  },
  'Alert-Info': {
    tells:
      'Which ringing the callee should play, or in a 180 which ringback the caller should hear. PBX systems use it ' +
      'for internal and external rings, auto-answer and intercom.',
    check:
      'When a phone rings oddly or answers by itself, look here first: many phones react to values such as ' +
      '"info=alert-autoanswer". Each maker has its own spelling.',
  },
  'AlertMsg-Error': {
    tells: 'What was wrong with the alert message of a non-interactive emergency call, as a code and a text.',
    check: 'Read the code together with the CAP body of the request.',
  },
  Allow: {
    tells:
      'The methods that the sender takes. Absence of UPDATE, PRACK, REFER or INFO here decides how calls are ' +
      'refreshed, transferred and how DTMF travels.',
    check: 'Check it before blaming a peer for not using UPDATE or REFER. A middlebox often shortens the list.',
  },
  'Allow-Events': {
    tells: 'The event packages that the sender supports, for SUBSCRIBE and PUBLISH. It must come with 489.',
    check:
      'Compare it with the Event of the refused request. Busy lamps need "dialog", voicemail lamps "message-summary".',
  },
  'Answer-Mode': {
    tells:
      'Whether the callee should answer by hand or automatically, for push-to-talk and intercom. The 200 says how ' +
      'it was answered.',
    check: 'If a phone answers by itself or refuses to, compare the value and "require" with the policy of the phone.',
  },
  'Authentication-Info': {
    tells:
      "The server's proof that it knows the password too, and the nonce for the next request. Its nextnonce saves " +
      'a challenge per request.',
    check: 'If a client is challenged again and again, see whether it ignores nextnonce.',
  },
  Authorization: {
    tells:
      'The credentials for a registrar or server: user, realm, nonce, uri and response. The user in it is the ' +
      'account that pays, whatever From says.',
    check:
      'Compare realm and nonce with the last 401, and uri with the Request-URI. A nonce count that does not grow, ' +
      'or a changed Request-URI, makes a correct password fail.',
  },
  'Av-Global-Session-ID': {
    tells:
      'One identifier for all legs of a call through Avaya Aura. It joins what new Call-IDs on each leg tear apart.',
    check: 'Search all captures for the same value to find the other legs.',
  },
  'Call-ID': {
    tells:
      'The identifier of the call, or of all registrations of one phone. It is the first thing to search for; a ' +
      'proxy keeps it, a B2BUA makes a new one.',
    check:
      'If a leg seems to be missing, the next host is a B2BUA: look for its own Call-ID by time, number and ' +
      'Session-ID. A phone that changes it on each REGISTER collects stale bindings.',
  },
  'Call-Info': {
    tells:
      'More about one of the parties: picture, card, or with "purpose" a feature. Networks also use it for ' +
      'emergency identifiers and for the contact of whoever blocked the call (608).',
    check:
      'On a 608, read the address with purpose "jwscard" to find whom to complain to. On an answered phone, ' +
      '"answer-after" means auto-answer.',
  },
  'Cisco-Guid': {
    tells: 'An identifier that the legs of one call through a Cisco gateway share, as four decimal numbers.',
    check: 'Compare it on both sides of the gateway to join the legs.',
  },
  Contact: {
    tells:
      'Where the sender wants the next requests of the dialog, or the calls of a registration. In a 3xx it is the ' +
      'new target. A private address or a wrong port here is the usual cause of a missing ACK or BYE.',
    check:
      'Compare address, port and transport with those that the packet came from. Behind NAT the public side must ' +
      'be able to reach it, else the server has to rewrite it or use the source address.',
  },
  'Content-Disposition': {
    tells:
      'What the body is for: "session" for SDP, "render" for show, "early-session" for a second early offer. With ' +
      '"handling=required" the receiver must refuse what it cannot use.',
    check: 'If a multipart INVITE is refused with 415, see whether an optional part is marked as required.',
  },
  'Content-Encoding': {
    tells: 'How the body is compressed.',
    check: 'A peer that cannot undo it answers 415 with Accept-Encoding; send it plain.',
  },
  'Content-ID': {
    tells:
      'A name of the body, so that another field can point to it, as Geolocation does for a position and Refer-To ' +
      'for a list.',
    check: 'If a position or a list is said to be missing, compare this name with the "cid" address that points to it.',
  },
  'Content-Language': {
    tells: 'The language of the body.',
    check: 'It matters only where a text is read out or shown.',
  },
  'Content-Length': {
    tells:
      'Bytes of the body. Over TCP it is the only thing that tells where the message ends; over UDP a value larger ' +
      'than the datagram marks a cut message.',
    check:
      'If it does not fit the body, look for a middlebox that rewrote SDP without counting again, or for lost IP ' +
      'fragments.',
  },
  'Content-Type': {
    tells: 'The type of the body: SDP, DTMF, presence, multipart or the sipfrag of a transfer.',
    check: 'A body without it is refused or ignored. Compare it with Accept of the peer after a 415.',
  },
  CSeq: {
    tells:
      'Number and method of the request. Responses repeat it, so it tells what a 200 belongs to; a grown number ' +
      'shows a new attempt, the same number a copy.',
    check:
      'A number that falls or jumps on one side gives 500 or a hanging call. ACK and CANCEL must repeat the number ' +
      'of their INVITE.',
  },
  Date: {
    tells:
      "When the message was first sent, by the sender's clock in GMT. With a signed caller it decides whether the " +
      'signature is fresh.',
    check:
      'Compare it with the time of the packet: more than a minute apart explains a 403 "Stale Date". Let both ' +
      'hosts use NTP.',
  },
  Diversion: {
    tells:
      'Who forwarded the call and why: unconditional, user-busy, no-answer. The topmost value is the last ' +
      'diversion. Carriers use it to find who pays for a forwarded call.',
    check:
      'If a forwarded call is refused with 403, check whether it is missing or names a number that is not yours. ' +
      'Newer networks expect History-Info instead, and gateways should convert.',
  },
  'Error-Info': {
    tells: 'An address with more about the failure, often an announcement to play.',
    check: 'Fetch the address or listen to it: it may say in words what the code does not.',
  },
  Event: {
    tells: 'The event package of a subscription or notification, with an id when there are several in a dialog.',
    check: 'NOTIFY must repeat package and id of its SUBSCRIBE, else it is answered with 481 or 489.',
  },
  Expires: {
    tells:
      'How long something holds, in seconds: a registration, a subscription, a publication, or how long an INVITE ' +
      'may ring. The answer counts, not the wish; 0 ends it.',
    check:
      'Compare what was asked for with what the 200 grants. In an INVITE a short value ends the ringing with 487 ' +
      'although nobody cancelled.',
  },
  'Feature-Caps': {
    tells:
      'What the proxies and servers on the path can do, such as session continuity or blocking by analytics (sip.608).',
    check:
      'Look here to see whether a network element on the path takes part in a feature; the Contact speaks for the ' +
      'endpoints only.',
  },
  'Flow-Timer': {
    tells:
      'How many seconds of silence the server allows on the connection of a registered phone. The phone must send ' +
      'its keep-alives a little more often.',
    check: 'If calls to the phone fail while it is registered, see whether its keep-alives come later than this value.',
  },
  From: {
    tells:
      'Who began the dialog, as the sender likes to write it. Anybody can write anything here: it is the shown ' +
      "name, not the proven one. Its tag marks the caller's side.",
    check:
      'Compare it with P-Asserted-Identity and with Authorization when a call is refused with 403. The tag must ' +
      'stay the same in all messages of the dialog.',
  },
  Geolocation: {
    tells: 'Where the caller is, as a reference or a part of the body. Emergency calls are routed by it.',
    check: 'Check that the "cid" part exists or the address can be fetched, and that no middlebox removed the body.',
  },
  'Geolocation-Error': {
    tells: 'Why the position was not usable, as a code. It must come with 424, and may come with a success.',
    check: 'Read the code, then the position in the request; the call itself may have gone on without it.',
  },
  'Geolocation-Routing': {
    tells: 'Whether proxies may route by the position. Without it they may not.',
    check: 'On an emergency call that reached the wrong centre, see whether it says "yes".',
  },
  'History-Info': {
    tells:
      'Every target that the call had on its way, with index and reason. It shows forwarding, hunting and which ' +
      'number was dialled first.',
    check:
      'Read the indexes in order: a point more is a deeper step, and "cause" in the address is why. Entries can be ' +
      'hidden by privacy or dropped at a network border.',
  },
  Identity: {
    tells:
      'The signed caller number (STIR/SHAKEN): a token with number, time, attestation A, B or C and the address of ' +
      'the certificate. There may be several, each on a line of its own.',
    check:
      'Compare number and time in the token with From and Date. A large token often makes the INVITE too long for UDP.',
  },
  'Identity-Info': {
    tells:
      'Where the certificate of the old Identity field is. It belongs to RFC 4474, which RFC 8224 replaced: today ' +
      'the address stands inside Identity.',
    check: 'If it still appears, the signer is out of date, and current verifiers will answer 438 or ignore it.',
  },
  'In-Reply-To': {
    tells: 'The Call-IDs of calls that this one returns.',
    check: 'Use it to join a call back with the missed call.',
  },
  'Info-Package': {
    tells:
      'Which Info Package an INFO carries. Without it the INFO is an old style one, such as DTMF or a picture request.',
    check: 'After a 469 compare it with Recv-Info of the peer.',
  },
  Join: {
    tells: 'The dialog that the caller wants to join, for conferences and silent monitoring.',
    check: 'A 481 means that no such dialog exists at this device: compare Call-ID and both tags.',
  },
  'Max-Breadth': {
    tells: 'How many branches may still be forked in parallel. It keeps fork bombs small.',
    check: 'After a 440 look for a hunt group or a loop that forks to very many targets.',
  },
  'Max-Forwards': {
    tells:
      'How many more proxies may handle the request. It falls by one at each proxy, usually from 70, so the ' +
      'difference counts the hops.',
    check:
      'A low value in a capture means a long path or a loop; a value that does not fall means that a B2BUA began ' +
      'anew. At 0 the answer is 483.',
  },
  'MIME-Version': {
    tells: 'That the body follows MIME. It stands beside multipart bodies.',
    check: 'Some peers refuse a multipart body without it.',
  },
  'Min-Expires': {
    tells: 'The shortest time that the registrar or notifier accepts, in seconds. It comes with 423.',
    check: 'The client must ask again with at least this value. If it does not, set its expiry by hand.',
  },
  'Min-SE': {
    tells:
      'The shortest session interval that is accepted, in seconds, 90 at least. It comes with 422, and proxies may ' +
      'raise it on the way.',
    check: 'If a call needs two rounds because of 422, raise Session-Expires of the caller to this value.',
  },
  Organization: {
    tells: 'The organisation of the sender, as free text.',
    check: 'It helps to see whose equipment a trunk ends on; nothing may depend on it.',
  },
  'P-Access-Network-Info': {
    tells:
      'The access that a mobile phone uses: LTE, 5G or Wi-Fi, with the cell. It may be entered by the phone or, ' +
      'with "network-provided", by the network.',
    check:
      'Compare it before and after a problem: a changed cell or access points to a handover. Emergency calls are ' +
      'routed by it, so a missing value matters.',
  },
  'P-Asserted-Identity': {
    tells:
      'The caller as the trusted network knows him. Billing, blocking and caller display use it rather than From. ' +
      'It may hold one sip and one tel address.',
    check:
      'If a trunk refuses the call with 403, the number here is the first thing to compare with those that belong ' +
      'to the trunk. It must not come from or go to an untrusted side.',
  },
  'P-Asserted-Service': {
    tells:
      'Which IMS service the network found for the request, such as multimedia telephony. Application servers are ' +
      'chosen by it.',
    check: 'If supplementary services do not work, see whether it is missing or names another service.',
  },
  'P-Associated-URI': {
    tells: 'All addresses that belong to the registered user. The first one is the default identity of the calls.',
    check: 'If calls go out with an unexpected number, look at the first address of the 200 to REGISTER.',
  },
  'P-Called-Party-ID': {
    tells: 'The address that was really dialled, kept while the Request-URI is replaced by the contact.',
    check: 'Use it on a phone with several numbers to see which one was called.',
  },
  'P-Charge-Info': {
    tells: 'The number or account that pays for the call, when it is not the caller.',
    check: 'Compare it with the bill when a carrier charges the wrong account; it may be dropped at a border.',
  },
  'P-Charging-Function-Addresses': {
    tells: 'Where the servers of the network are to send charging records (ccf, ecf).',
    check:
      'It must not leave the network. If records are missing, compare it with the addresses of the charging servers.',
  },
  'P-Charging-Vector': {
    tells:
      'The icid-value identifies the call for charging in all its networks, and the operator identifiers show ' +
      'where it came from and goes to.',
    check:
      'Search for the icid-value to join the legs of an IMS call. A missing value at a border leads to bills that ' +
      'cannot be matched.',
  },
  'P-Early-Media': {
    tells:
      'Whether audio before the answer is allowed: sendrecv, sendonly, recvonly, inactive, or gated. In an INVITE ' +
      '"supported" says that the caller\'s network obeys it.',
    check:
      'If the caller hears no ringback or announcement although RTP flows, look for inactive here, or for a ' +
      'gateway that never set it.',
  },
  'P-Preferred-Identity': {
    tells: 'The number that the caller asks the network to show. The network may take it, replace it or refuse it.',
    check:
      'Compare it with the P-Asserted-Identity that leaves the network. If they differ, the number is not assigned ' +
      'to this account.',
  },
  'P-Preferred-Service': {
    tells: 'The IMS service that the phone asks for.',
    check: 'The network replaces it by P-Asserted-Service; if that is missing, the service was not allowed.',
  },
  'P-RTP-Stat': {
    tells:
      'What one side counted of the media, in BYE or its answer: packets sent (PS) and received (PR), lost (PL), ' +
      'jitter (JI). It tells of media where no RTP was captured.',
    check: 'PR=0 with PS above 0 is one-way audio as that side saw it. Compare both sides.',
  },
  'P-Served-User': {
    tells:
      'The user for whom the request is handled, and whether as caller or callee. Application servers need it when ' +
      'From does not tell.',
    check: 'If a service acts for the wrong side, check "sescase" and the user here.',
  },
  'P-Visited-Network-ID': {
    tells: 'The network in which the phone is roaming, as named by its first proxy.',
    check: 'If registration fails while roaming only, see whether the home network has an agreement with this name.',
  },
  Path: {
    tells: 'The proxies through which the registrar must send calls to this phone. The 200 repeats them.',
    check:
      'If calls to a registered phone never arrive, see whether the proxy at the edge added itself, and whether ' +
      'the registrar says "path" in Supported.',
  },
  'Permission-Missing': {
    tells: 'Whose consent is still missing before the list server may send to them.',
    check: 'Ask the named recipients for consent, or take them off the list.',
  },
  Priority: {
    tells: 'How urgent the caller thinks the call is. For a callback after an emergency call it says psap-callback.',
    check: 'It gives no right in the network: Resource-Priority does that.',
  },
  Privacy: {
    tells:
      'What the caller wants hidden. With "id" the number in P-Asserted-Identity must not reach the callee; "none" ' +
      'asks to show it in spite of a default.',
    check:
      'If a number is shown or hidden against expectation, compare it with From. Only the last trusted server may ' +
      'remove the identity, and trunks differ in how they do it.',
  },
  'Proxy-Authenticate': {
    tells:
      'The challenge of a proxy: realm, nonce and algorithms. It is a normal first step of a call and comes with 407.',
    check:
      'With several challenges the client must answer each realm it knows. A new nonce with stale=true means that ' +
      'only the nonce was too old.',
  },
  'Proxy-Authorization': {
    tells: 'The credentials for a proxy. Only the proxy with that realm reads it.',
    check: 'Compare realm and nonce with the 407. If it is sent on to a carrier, the proxy forgot to remove it.',
  },
  'Proxy-Require': {
    tells: 'The extensions that each proxy on the path must understand.',
    check:
      'A 420 from a proxy lists what it does not know in Unsupported; "sec-agree" here belongs to IMS and fails ' +
      'elsewhere.',
  },
  RAck: {
    tells: 'Which reliable provisional response a PRACK confirms: RSeq, CSeq number and method.',
    check: 'If a PRACK is answered with 481 or 400, compare the three values with the 18x.',
  },
  Reason: {
    tells:
      'Why a request or response was sent: a Q.850 cause, a SIP code or another protocol. It says more than the ' +
      'code, and often who ended the call.',
    check:
      'Read it on BYE, CANCEL and final responses first. "SIP;cause=200" on CANCEL means that another phone ' +
      'answered; a Q.850 cause comes from the telephone network or imitates it.',
  },
  'Record-Route': {
    tells: 'The proxies that want to stay on the path of the dialog. Both sides copy it into their Route.',
    check:
      'If ACK or BYE take another way than the INVITE, see whether a proxy left itself out, wrote an address that ' +
      'the other side cannot reach, or lacks the "lr" parameter.',
  },
  'Recv-Info': {
    tells:
      'The Info Packages that the sender is willing to receive. An empty one means none, but that the extension is ' +
      'known.',
    check: 'It must stand in the INVITE or its answer before the peer may use a package; compare after 469.',
  },
  'Refer-Sub': {
    tells: 'Whether a REFER asks for notifications about its outcome. With "false" no NOTIFY follows.',
    check: 'If the transferor never learns how the transfer went, see whether it says false.',
  },
  'Refer-To': {
    tells: 'Where the call is to be sent. With Replaces inside its address it is an attended transfer.',
    check:
      'Check that the transferee can route this address: it is often the internal one of another PBX. The Replaces ' +
      'inside must name a dialog that exists at the target.',
  },
  'Referred-By': {
    tells: 'Who asked for the transfer. Targets use it for billing and permission.',
    check: 'If a transfer target refuses with 403 or 429, see whether it is missing.',
  },
  'Reject-Contact': {
    tells: 'Which kinds of devices must not be reached, by features such as voicemail.',
    check: 'If a registered contact is never tried, compare its features with this.',
  },
  'Remote-Party-ID': {
    tells:
      'The caller, or the connected party, with flags for screening and privacy. It is older than ' +
      'P-Asserted-Identity, but some PBX systems still rely on it.',
    check:
      'If the shown name or number is wrong, see which of the two fields each side reads. Send only one of them ' +
      'where the peer mixes them up.',
  },
  Replaces: {
    tells:
      'The dialog that this call takes the place of, in attended transfer and call pickup. Call-ID and both tags ' +
      'name it.',
    check:
      'A 481 means that the dialog is not at this device: a B2BUA in between may have changed Call-ID or tags. The ' +
      'tags are written from the view of the receiver.',
  },
  'Reply-To': {
    tells: 'Where a call back should go, when it is not From.',
    check: 'Rarely honoured; look at it if call backs reach a wrong number.',
  },
  'Request-Disposition': {
    tells: 'How proxies should treat the call: fork or not, in parallel or one by one, queue, redirect or proxy.',
    check: 'If only one phone rings or the call is redirected unexpectedly, see whether the caller asked for it here.',
  },
  Require: {
    tells:
      'The extensions that the other side must support for this message. If it does not, it answers 420. In a 18x ' +
      '"100rel" asks for PRACK.',
    check: 'After a 420, compare it with Unsupported. Where the extension is only wished for, move it to Supported.',
  },
  'Resource-Priority': {
    tells:
      'The priority of the call in the network, as namespace and value: ets, wps, dsn and others. Switches give ' +
      'channels by it.',
    check:
      'Check that the namespace is known to each network on the path. In Require it leads to 417, otherwise an ' +
      'unknown one is ignored.',
  },
  'Retry-After': {
    tells:
      'How many seconds to wait before trying again. With 503 it holds for the whole server, with 480, 486, 600 ' +
      'and 603 for the callee.',
    check:
      'See whether the client kept away for that time and used another server. A long value with 503 takes a ' +
      'healthy server out of use, so do not send it for one busy trunk.',
  },
  Route: {
    tells:
      'The proxies that the request must still visit. In a dialog it comes from Record-Route, before that from a ' +
      'setting, Path or Service-Route.',
    check:
      'The topmost value should name the host that the packet goes to. A value without "lr" means strict routing, ' +
      'with which current equipment has trouble.',
  },
  RSeq: {
    tells: 'The number of a reliable provisional response. The caller must confirm it with PRACK.',
    check: 'If the same number comes again and again, no PRACK arrives. Numbers must grow by one in a call leg.',
  },
  'Security-Client': {
    tells:
      'The security mechanisms that the phone offers for its first hop, in IMS usually IPsec with ports and keys ' +
      'indexes.',
    check: 'Compare it with Security-Server: without a common mechanism the answer is 494 or 421.',
  },
  'Security-Server': {
    tells: 'The mechanisms that the first proxy offers, best first. The phone copies them into Security-Verify.',
    check:
      'If the phone goes silent after it, see whether protected packets leave from the ports given here: the ' +
      'capture then shows only ESP.',
  },
  'Security-Verify': {
    tells: 'A copy of Security-Server, sent protected, so that nobody in between can have weakened the list.',
    check: 'If it differs from Security-Server, the proxy refuses; an attack or a faulty middlebox changed it.',
  },
  Server: {
    tells: 'The software of whoever answered. It tells which host made a response, also when proxies passed it on.',
    check:
      'Use it to find the host to look at, and the product in whose documents a private code stands. Some hosts ' +
      'hide or imitate it.',
  },
  'Service-Route': {
    tells:
      'The proxies through which the registered phone must send its own requests. In IMS it names the serving proxy.',
    check: 'If calls of a registered phone are refused with 403 or 404, see whether its Route repeats this.',
  },
  'Session-Expires': {
    tells:
      'When the session ends unless it is refreshed, and who refreshes it. Whoever is named in "refresher" sends ' +
      're-INVITE or UPDATE at half of the interval.',
    check:
      'If calls drop after a fixed time of many minutes, find the refresh that was missing or refused. Without ' +
      '"refresher" in the 200 both sides may think that the other one does it.',
  },
  'Session-ID': {
    tells:
      'An identifier of the session end to end that B2BUAs leave alone: one half for each side. It is the best way ' +
      'to join legs.',
    check:
      'Search for the half that is not all zeros in every capture. If it changes at a host, that host does not ' +
      'support it.',
  },
  'SIP-ETag': {
    tells: 'The version of the state that was published. The next PUBLISH must name it.',
    check: 'If the next PUBLISH is answered with 412, the server lost it, for example by a restart.',
  },
  'SIP-If-Match': {
    tells: 'Which published version is refreshed, changed or removed.',
    check: 'After a 412 the client must publish anew without it.',
  },
  Subject: {
    tells: 'What the call is about, as free text.',
    check: 'Old sngrep and test traffic can often be recognised by it; nothing depends on it.',
  },
  'Subscription-State': {
    tells: 'Whether the subscription is active, pending or terminated, how long it still holds, and why it ended.',
    check:
      'On "terminated" read "reason": deactivated and timeout allow a new SUBSCRIBE at once, probation and giveup ' +
      'later, rejected and noresource not at all.',
  },
  Supported: {
    tells:
      'The extensions that the sender can use if asked: 100rel, timer, replaces, path, outbound, precondition. ' +
      'Without "100rel" here nobody may require PRACK.',
    check: 'Before blaming a feature, see whether both sides list it. Middleboxes often delete entries.',
  },
  'Suppress-If-Match': {
    tells: 'Asks that no NOTIFY be sent if the state is still the one with this tag. The answer is then 204.',
    check: 'If a phone shows old states after a restart, see whether it suppresses a notification that it needs.',
  },
  'Target-Dialog': {
    tells: 'Names an existing dialog as proof that the sender of this request, such as a REFER, is entitled to it.',
    check: 'A 481 or 403 means that the receiver does not know that dialog: compare Call-ID and tags.',
  },
  Timestamp: {
    tells: "The sender's clock and, in a 100, the delay in the server. The round trip can be computed from it.",
    check: 'A large delay behind the number shows a slow server rather than a slow network.',
  },
  To: {
    tells:
      'Whom the dialog is with. The tag is added by whoever answers, so several tags for one INVITE are several ' +
      'devices. The Request-URI, not To, decides the routing.',
    check:
      'A tag in the very first request means that it belongs to a dialog; a server that does not know it answers ' +
      '481. Do not mistake To for the number that was really routed.',
  },
  'Trigger-Consent': {
    tells: 'Where the list server asks for the consent of a recipient.',
    check: 'It belongs to lists of recipients only; look at it after a 470.',
  },
  Unsupported: {
    tells: 'The extensions of Require that this server does not know. It comes with 420.',
    check:
      'Remove them from Require or switch the feature off, then try again. If a proxy answered, look at Proxy-Require.',
  },
  'User-Agent': {
    tells: 'The software of the sender, with version. It tells phones, PBX systems and scanners apart.',
    check:
      'Compare versions of phones that work and phones that do not. Names of scanners such as friendly-scanner ' +
      'mark attacks, but anybody can write any name.',
  },
  'User-to-User': {
    tells: 'Data for the application of the other side, as ISDN knows it: call centres pass account or case numbers.',
    check:
      'If data are lost, find the hop that removed it, and compare encoding and content with what the target expects.',
  },
  Via: {
    tells:
      'The hosts that the request passed, topmost last. The response goes back along it; branch identifies the ' +
      'transaction, received and rport show what NAT changed.',
    check:
      'If "received" differs from the address in the first Via, NAT lies in between. A response that goes to the ' +
      'port of Via instead of the source port shows that rport is missing.',
  },
  Warning: {
    tells:
      'What the server complains about, as a code and a text. With 488 or 606 it names the part of the SDP that ' +
      'did not fit.',
    check: 'Look the code up (warning:305), and read the text: 399 means that only the text says something.',
  },
  'WWW-Authenticate': {
    tells: 'The challenge of a registrar or server: realm, nonce, algorithms and qop. It comes with 401.',
    check:
      'If the client does not answer it, it may not know the algorithm (SHA-256 or AKA) or the realm. After ' +
      'correct credentials the same challenge again means a wrong password.',
  },
  'X-Asterisk-HangupCause': {
    tells: 'The hangup cause of Asterisk in words, on BYE and refusals of the old SIP driver.',
    check: 'Read X-Asterisk-HangupCauseCode beside it: the number is a Q.850 cause.',
  },
  'X-Asterisk-HangupCauseCode': {
    tells: 'The hangup cause of Asterisk as a Q.850 number. It often says more than the SIP code that comes with it.',
    check: 'Explain the number with q850:16, and compare it with Reason if that is there too.',
  },
  'X-BroadWorks-Correlation-Info': {
    tells: 'An identifier that the legs of one call through BroadWorks share.',
    check: 'Search for the value to join the legs.',
  },
  'X-Call-ID': {
    tells: 'The Call-ID of the other leg, entered by an SBC or PBX. Tools such as sngrep join legs by it.',
    check: 'Search for its value as a Call-ID.',
  },
  'X-CID': {
    tells: 'The Call-ID of the other leg, or an identifier that both share. Several tools join legs by it.',
    check: 'Search for its value as a Call-ID; if no leg is found, it was not captured.',
  },
  'X-FS-Support': {
    tells: 'That the sender is FreeSWITCH, and which of its own extensions it can use.',
    check: 'It marks the host as a B2BUA: look for the other leg with another Call-ID.',
  },
  'X-Genesys-CallUUID': {
    tells: 'The identifier of the call in Genesys, the same on all its legs.',
    check: 'Search for it in the records of the call centre and in other legs.',
  },
  'X-Twilio-CallSid': {
    tells: 'The identifier of the call at Twilio.',
    check: 'Give it to the support of Twilio, and search for it in its log.',
  },
};
