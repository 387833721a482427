/**
 * Error findings on captures and logs made by others: each was looked at in the trace, and what was seen stands beside
 * it. Any other error on these files is a false alarm until somebody has looked.
 */

export interface Confirmed {
  /** Error findings by rule, absorbed ones included. */
  readonly errors: Readonly<Record<string, number>>;
  readonly seen: string;
}

const cybercity: Confirmed = {
  errors: { 'auth-credentials-rejected': 5, 'registration-failed': 1 },
  seen: 'Fresh nonces answered with credentials that the registrar refuses: 403 "Wrong password" and 401 again; the same trace stands in three collections.',
};
const declaredShort: Confirmed['seen'] =
  'Crafted test messages: Content-Length says 272, the body that follows in the datagram is longer (UDP length minus header fields).';
const refusedMedia: Confirmed = {
  errors: { 'icmp-unreachable': 1 },
  seen: 'A test program answers with SDP for port 8500 and listens to none: "port unreachable" for the RTP of the whole call.',
};

export const confirmed: Readonly<Record<string, Confirmed>> = {
  'CESNET__ipfixprobe/sip.pcap': {
    errors: { 'auth-credentials-rejected': 1 },
    seen: 'A password guesser (sipvicious): eight REGISTERs with credentials for the current nonce, each refused with 401.',
  },
  'OISF__suricata-verify/sdp.pcap': { errors: { 'content-length-mismatch': 2 }, seen: declaredShort },
  'OISF__suricata-verify/sip_compact_form.pcap': { errors: { 'content-length-mismatch': 1 }, seen: declaredShort },
  'OISF__suricata-verify/sip_header_multi_val.pcap': { errors: { 'content-length-mismatch': 1 }, seen: declaredShort },
  'OISF__suricata-verify/sip.pcap': cybercity,
  'ntop__nDPI/sip.pcap': cybercity,
  'zeek__zeek/wireshark.pcap': cybercity,
  'a42437-ml__master_thesis_files/tc-02.5.pcap': {
    errors: { 'ack-missing-for-2xx': 1, 'call-dropped-32s': 1 },
    seen: 'The 200 is repeated for 32 s while the caller still repeats its INVITE; no ACK, then BYE from the called side.',
  },
  'a42437-ml__master_thesis_files/tc-02.18a.pcap': {
    errors: { 'stir-identity-malformed': 2 },
    seen: 'A load test writes a made-up Identity: one word of base64 without dots, and info=<https://cert.fake>; two legs of one call.',
  },
  'arkime__arkime/arkime_synthetic.pcap': {
    errors: { 'mandatory-header-missing': 1 },
    seen: 'A synthetic INVITE of four header fields: no Via, no CSeq, no Contact.',
  },
  'goffinet__sip_captures/sip-register-wrong_user-401-403-404.pcapng': {
    errors: { 'registration-failed': 1 },
    seen: 'REGISTER with credentials of a wrong user, answered 403; the phone does not try again.',
  },
  'juecan__mytools/voxmundi_sip_tests__sip_cc_oe_ce_v_019.pcap': {
    errors: { 'multiple-2xx-forked': 1 },
    seen: 'A conformance test: the server answers one INVITE twice within 13 ms with two To tags; the second 200 gets neither ACK nor BYE in the 10 s that follow.',
  },
  'juecan__mytools/sip_cc_oe_cr_ti_002.pcap': refusedMedia,
  'juecan__mytools/voxmundi_sip_tests__sip_cc_oe_ce_ti_012.pcap': refusedMedia,
  'psabol571__MTAA-pcap/presmerovanie_hovoru.pcapng': {
    errors: { 'icmp-unreachable': 1 },
    seen: 'The phone offers 185.85.37.148:7228 (its address outside, by STUN) to a host of its own network: all 350 packets to there come back as "port unreachable" for 7 s, while the other direction is heard.',
  },
  'goffinet__sip_captures/__sip-488-Not-Acceptable-Here-codec-null.pcapng': {
    errors: { 'codec-no-overlap': 2 },
    seen: 'Two calls that offer Opus, Speex, PCMU, PCMA and video; each INVITE gets 488 (frames 3 and 7), without a Warning.',
  },
  'goffinet__sip_captures/sip-488-Not-Acceptable-Here-codec-null.pcapng': {
    errors: { 'codec-no-overlap': 1 },
    seen: 'The INVITE offers its only stream with port 0 (frame 10), and 488 is the answer (frame 12).',
  },
  'realjimmy__sample-captures/DTMFsipinfo.pcap': {
    errors: { 'sdp-answer-invalid': 1 },
    seen: 'Frame 21 offers audio and a video line with port 0; the 200 in frame 23 has the audio line alone.',
  },
  'tjtaill__sip-viewer/subscribe-example.txt': {
    errors: { 'offer-answer-violation': 1 },
    seen: 'The INVITE brings an offer in a multipart body, the 200 of the test program has Content-Length 0.',
  },
  'ntop__nDPI/fuzz-2006-06-26-2594.pcap': {
    errors: { 'mandatory-header-missing': 28, 'content-length-mismatch': 4 },
    seen: 'Random bytes replaced: names of Via, From, To, Call-ID and CSeq no longer stand in these messages.',
  },
};
