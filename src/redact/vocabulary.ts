/** Words that name nobody: of the protocols, of products, of messages that products print. */
import { causes } from '../catalogue/causes.ts';
import { methods } from '../catalogue/methods.ts';
import { statuses, unregistered } from '../catalogue/statuses.ts';
import { warnings } from '../catalogue/warnings.ts';

/** They stay wherever they stand, in place of a user or a host as well. */
const reserved = words(`
  anonymous unknown unavailable restricted invalid localhost localdomain null none nobody private asterisk sipp
  sip sips tel urn uuid im pres mailto http https service sos cid rtp srtp ims mnc mcc 3gppnetwork org arpa gr
  imei gsma nena 3gpp z9hg4bk 112 911
`);

/** They stay where text is expected, and parameters. */
const protocol = words(`
  udp tcp tls sctp ws wss sip sips tel via from to call id cseq max forwards contact route record expires content length
  type user agent server allow supported require proxy authorization authenticate www authentication info accept
  encoding language disposition date event subscription state refer referred by replaces session min se rack rseq reason
  retry after warning timestamp priority subject organization alert error in reply also privacy identity asserted
  preferred remote party diversion history join target dialog service path security client verify mechanism geolocation
  routing resource answer mode early media access network charging vector function addresses visited associated uri
  called feature caps body version mime unsupported etag if match allow events hide response key max breadth permission
  missing trigger consent policy contact accept contact reject request disposition recv global origination
  tag branch received rport maddr ttl transport lr ob outbound instance reg pub gruu temp gr q expires method methods audio
  video text application message isfocus automata class duplex mobility description schemes extensions actor control data
  phone dialstring ip yes no true false full id none header critical user auth qop algorithm md5 sess sha 256 512 256 nonce
  cnonce opaque realm username nc stale domain digest basic aka akav1 akav2 auts nextnonce rspauth
  cause index rc mp np counter limit screen privacy off on unconditional busy answer deflection away follow time day dnd
  do not disturb out service select no ext screened calling subscriber refresher uac uas active pending terminated
  deactivated probation rejected timeout giveup noresource invariant presence dialog message summary conference
  winfo reg profile as feature check sync talk hold poc spirits ua session recovery application sdp plain html xml json pidf
  rlmi simple vnd 3gpp etsi cn multipart mixed related alternative boundary sipfrag octet stream isup itu qsig gtd dtmf relay
  signal duration external render handling optional required alert icon card info purpose ccbs media control
  100rel timer replaces norefersub histinfo precondition gin path eventlist from change answermode resource priority
  explicitsub nosub tdialog sec agree gruu ice trickle join pref multiple refer record aware siprec targeted
  uri message context urgent emergency normal non session
  rtpmap fmtp ptime maxptime sendrecv sendonly recvonly inactive rtcp mux rsize fb xr mid group bundle ls setup active
  passive actpass holdconn connection new existing fingerprint crypto inline candidate typ host srflx prflx relay raddr rport
  generation component ufrag pwd options lite end candidates mismatch ssrc cname msid semantic extmap label content quality
  framerate imageattr rid simulcast sctp port sctpmap max size path accept types curr des conf qos local remote send recv
  mandatory optional failure t38 faxversion maxbitrate faxfillbitremoval transcodingmmr jbig ratemanagement maxbuffer
  maxdatagram udpec udptl transferredtcf localtcf udpredundancy udpfec key mgmt mikey zrtp hash silencesupp direction
  both in ip4 ip6 rtp avp avpf savp savpf udp audio video image msrp bfcp t140 x nortpproxy
  pcmu pcma g722 g729 g729a g729b g723 g726 g728 gsm efr ilbc speex opus amr wb evs l16 dvi4 lpc qcelp telephone event cn red
  h261 h263 h264 h265 1998 2000 vp8 vp9 av1 rtx ulpfec flexfec isac silk siren annexb mode set align octet crc robust
  sorting interleaving channels useinbandfec usedtx stereo sprop minptime maxaveragebitrate maxplaybackrate cbr packetization
  profile level asymmetry allowed
  aes cm 128 192 256 hmac sha1 80 32 gcm f8 null
  attest shaken div opt passport typ alg ppt x5u es256 orig dest tn iat origid rph ssn nam info url tel email
  verstat validation passed failed cpc cpn ordinary payphone isub npdi rn cic dai tgrp trunk context term ioi icid value
  generated at orig ccf ecf utran cell fdd tdd geran cgi nr ngran wlan dsl ieee 802 11 located
  vq rtcpxr pkcs7 signature mime voip metrics early only gp pt st stir oc algo loss validity seq analytics1 keep alive
`);

/** Of text that people read: phrases, reasons, logs. */
const prose = words(`
  a an the and or of on to from for with without by at in is are was were be been not no yes this that it its has have had
  can cannot could will would may must should all any other another same new old first last next more than too only
  call calls caller callee calling called dialog dialogs leg legs session sessions message messages request requests
  response responses invite cancel ack bye register registration registered unregistered subscribe notify refer options
  update prack publish info final provisional early media answer answered answers accepted rejected refused declined denied
  forbidden unauthorized authentication authorization required failed failure fail error errors ok okay accepted busy here
  everywhere ring ringing trying queued progress moved temporarily permanently found gone unreachable reachable route
  routing routed destination number numbers unallocated unassigned incomplete ambiguous invalid address extension
  unsupported supported type media codec codecs format offer sdp rtp srtp crypto transport protocol port host timeout
  timer timers expired expires expire expiry timed out time too many hops loop detected server client proxy gateway
  network internal external service unavailable overload overloaded capacity congestion circuit channel channels trunk
  resource resources bandwidth temporary normal clearing user users peer endpoint account agent line device phone
  terminated termination completed elsewhere blocked spam analytics stale date future past signature certificate
  verification identity validation header headers body length content missing bad malformed parse syntax unknown
  undefined null anonymous anonymity disallowed policy limit reached rate exceeded retry after again later wait waiting
  queue hold held resume transfer transferred redirect redirected forward forwarded diversion emergency location
  sent send sending received receive receiving recv transmitting retransmitting retransmission packet packets bytes udp
  tcp tls ws wss via src dst source remote local outbound inbound incoming outgoing in out nat reliably unreliably
  debug info notice warning verbose trace level thread worker core console log stdout stderr stream kernel daemon pod
  jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun gmt utc am pm
  message payload data event timestamp severity facility program pid hostname msg text line raw direction
  rcv snd process proto srcip srcport dstip dstport ipv4 ipv6 processed flags win seq ack tos ttl proto cksum correct hlim
  frame wire captured bits epoch internet protocol datagram control initiation status line request reassembled segments
  follow filter node eq ascii hex raw ports udp_payload arrival layers packets srcport dstport
  msg begin rdata tdta pjsua_core cdata firstline issender transactionid callid channel new silently discarded partly size
  jssip transport websocket binary sip_transport send_sip_udp process_sip_msg tlsdomain mflowkey unspecified sigcomp v4 v6
  ccsipdisplaymsg cube vt xxxxxxxxxxxx ccm siptcp sipudp siptls tvcs utctime module level action sipmsg hash java sipio deb
  sipinterface socketid sid pre post nat realm decode decoded encode encoded raw pdu gcid msglen sipfesocketrecvmsg smm
  sipmsgt octets ingress egress flags sipmessage tel part inbound network dbh csdk start sock src dst finest fine
  begin record end peer direction correlation read siptr homer
  resip stack flexisip belle stdout stderr local0 daemon origin
  tport sofia sofia_reg pjsip res_pjsip res_pjsip_logger chan_sip sip_msg read write from_to history entry
  rx tx scheduling destruction destroying really allocated reusing
  asterisk freeswitch kamailio opensips sipp yate freepbx fpbx pbx 3cx avaya cisco polycom yealink grandstream snom gigaset
  linphone zoiper microsip baresip jitsi jssip pjsua pjsip sofia mitel aastra audiocodes sonus ribbon oracle acme packet
  broadsoft broadworks metaswitch genesys teams skype lync ericsson nokia huawei zte samsung apple android ios windows linux
  debian ubuntu obihai fritz fritzbox bria counterpath eyebeam xlite twinkle ekiga mediant sbc oversip drachtio rtpengine
  rtpproxy sipsorcery sipml5 webrtc siremis sems friendly scanner sipvicious sundayddr sipcli sipsak vaxsipuseragent
  pplsip iwar smap custom goip dinstar patton fanvil panasonic cm publ phoner express vm edge session manager communication
  gw openser flexisip siproxd repro mediant cirpack smartnode dialogic perimeta sansay cucm wildix jambonz pstnhub cisco
  sipgo restund elastix issabel dahdi iax pbxinaflash vicidial sipuac sipdroid csipsimple acrobits groundwire
  unexpected dead discarded resent automatic while expecting
  password passwords wrong incorrect credentials credential match mismatch balance credit funds insufficient account accounts
  expired locked suspended license licence permission permitted allowed restriction barred blacklist blacklisted banned
  comments rfc draft page network working group category informational
  capture starts ends escaped cut inferred rebuilt within auto
`);

/** Of phrases that are registered. */
const registered = words(
  [
    ...statuses.map(({ phrase }) => phrase),
    ...[...unregistered.values()].map(({ phrase }) => phrase),
    ...causes.flatMap((cause) => Object.values(cause).filter((value) => typeof value === 'string')),
    ...warnings.flatMap((warning) => Object.values(warning).filter((value) => typeof value === 'string')),
    ...methods.map(({ name }) => name),
  ].join(' '),
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[a-z0-9]+/g));
}

/** Stays in every place. */
export function isReserved(word: string): boolean {
  return reserved.has(word.toLowerCase());
}

/** Stays where it is not the name of a user, a host or a dialogue. */
export function isWellKnown(word: string): boolean {
  const key = word.toLowerCase();
  return reserved.has(key) || protocol.has(key) || prose.has(key) || registered.has(key);
}

/** Stays as the name or value of a parameter. */
export function isProtocolWord(word: string): boolean {
  const key = word.toLowerCase();
  return reserved.has(key) || protocol.has(key) || registered.has(key);
}

/** Endings of names that say which registry they are from. Two letters are a country. */
const topLevel = words(`
  com net org edu gov mil int info biz name mobi tel arpa invalid example test local localhost lan home internal corp
  intranet cloud app dev tech online site xyz voip phone network systems solutions services telecom gmbh group global
`);

export function isTopLevel(label: string): boolean {
  return /^[a-z]{2}$/i.test(label) || topLevel.has(label.toLowerCase());
}
