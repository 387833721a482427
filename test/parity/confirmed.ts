/**
 * Error and warning findings on captures and logs made by others: each was looked at in the trace, and what was seen
 * stands beside it. Any other error or warning on these files is a false alarm until somebody has looked.
 */

export interface Confirmed {
  /** Findings by rule, absorbed ones included. */
  readonly errors: Readonly<Record<string, number>>;
  readonly warnings: Readonly<Record<string, number>>;
  readonly seen: string;
}

export const confirmed: Readonly<Record<string, Confirmed>> = {
  'CESNET__ipfixprobe/sip.pcap': {
    errors: { 'auth-credentials-rejected': 1 },
    warnings: { 'scanner-detected': 1 },
    seen: 'A password guesser (sipvicious): eight REGISTERs with credentials for the current nonce, each refused with 401. Its User-Agent is friendly-scanner.',
  },
  'DevEntities__gb28181-restreamer/app.log': {
    errors: {},
    warnings: { 'capture-clock': 1, 'capture-truncated': 1 },
    seen: 'The log ends within a message, bodies are shorter than their Content-Length says, and lines of PJSIP with its own times (13:53:40, line 568) stand between lines of 13:55:36.',
  },
  'NormB__sipnab/codec-negotiation.pcap': {
    errors: {},
    warnings: { 'ack-or-route-misaddressed': 3 },
    seen: 'SIPp sends its ACKs to sip:bob@example.com, the Request-URI of the INVITE; the Contact of the 200 is sip:bob@127.0.0.1:5080.',
  },
  'NormB__sipnab/udp_5060.pcap': {
    errors: {},
    warnings: { 'parser-rejects': 1 },
    seen: 'Payloads that begin with a start line and hold no header field.',
  },
  'OISF__suricata-verify/input.pcap': {
    errors: {},
    warnings: { 'parser-rejects': 1 },
    seen: 'Frame 5 is a request line without header fields.',
  },
  'OISF__suricata-verify/public-cloudshark-sip-s0.pcap': {
    errors: {},
    warnings: { 'mandatory-header-missing': 2 },
    seen: 'The requests carry no Max-Forwards; tshark shows none either.',
  },
  'OISF__suricata-verify/sdp.pcap': {
    errors: { 'content-length-mismatch': 2 },
    warnings: { 'tag-problem': 1 },
    seen: 'Crafted test messages: Content-Length says 272, the body that follows in the datagram is longer (UDP length minus header fields). The 200 in frame 2 has no To tag.',
  },
  'OISF__suricata-verify/sip-options-method__input.pcap': {
    errors: {},
    warnings: { 'mandatory-header-missing': 1 },
    seen: 'The requests carry no Max-Forwards; tshark shows none either.',
  },
  'OISF__suricata-verify/sip-tcp-pattern-matching__sip.pcap': {
    errors: {},
    warnings: { 'transport-scheme-mismatch': 1 },
    seen: 'REGISTER over TCP with "SIP/2.0/UDP" in its Via.',
  },
  'OISF__suricata-verify/sip.pcap': {
    errors: { 'auth-credentials-rejected': 5, 'registration-failed': 1 },
    warnings: {
      'mandatory-header-missing': 4,
      'invite-stalled-after-trying': 1,
      'retransmissions-excessive': 3,
      'non-invite-response-misuse': 1,
    },
    seen: 'Fresh nonces answered with credentials that the registrar refuses: 403 "Wrong password" and 401 again; the same trace stands in three collections. Requests without Max-Forwards; an INVITE that gets 100 only for 32 s and is cancelled; the CANCEL answered with 408.',
  },
  'OISF__suricata-verify/sip_compact_form.pcap': {
    errors: { 'content-length-mismatch': 1 },
    warnings: {},
    seen: 'Crafted test messages: Content-Length says 272, the body that follows in the datagram is longer (UDP length minus header fields).',
  },
  'OISF__suricata-verify/sip_header_multi_val.pcap': {
    errors: { 'content-length-mismatch': 1 },
    warnings: {},
    seen: 'Crafted test messages: Content-Length says 272, the body that follows in the datagram is longer (UDP length minus header fields).',
  },
  'UNKNOWN__readfile-excerpts/cisco-ccsip-cube-diversion-excerpt.txt': {
    errors: {},
    warnings: { 'capture-truncated': 1 },
    seen: 'An excerpt: two bodies are cut off.',
  },
  'a42437-ml__master_thesis_files/tc-02.18a.pcap': {
    errors: { 'stir-identity-malformed': 2 },
    warnings: {},
    seen: 'A load test writes a made-up Identity: one word of base64 without dots, and info=<https://cert.fake>; two legs of one call.',
  },
  'a42437-ml__master_thesis_files/tc-02.20.pcap': {
    errors: { 'bad-request': 2 },
    warnings: {},
    seen: 'A load test with "v=787975" in its SDP; 400 "Bad Session Description" on both legs.',
  },
  'a42437-ml__master_thesis_files/tc-02.5.pcap': {
    errors: { 'ack-missing-for-2xx': 1, 'call-dropped-32s': 1 },
    warnings: { 'retransmissions-excessive': 1, 'release-cause-abnormal': 1 },
    seen: 'The 200 is repeated for 32 s while the caller still repeats its INVITE; no ACK, then BYE from the called side. The INVITE is repeated too, and the BYE says "ACK Timeout".',
  },
  'arkime__arkime/arkime_synthetic.pcap': {
    errors: { 'mandatory-header-missing': 1 },
    warnings: { 'capture-clock': 1, 'mandatory-header-missing': 2 },
    seen: 'A synthetic INVITE of four header fields: no Via, no CSeq, no Contact. Times fall back by more than a year between frames; two OPTIONS without Max-Forwards.',
  },
  'goffinet__sip_captures/__sip-488-Not-Acceptable-Here-codec-null.pcapng': {
    errors: { 'codec-no-overlap': 2 },
    warnings: {},
    seen: 'Two calls that offer Opus, Speex, PCMU, PCMA and video; each INVITE gets 488 (frames 3 and 7), without a Warning.',
  },
  'goffinet__sip_captures/sip-2phones-B2BUA-Asterisk.pcapng': {
    errors: { 'media-one-way': 2 },
    warnings: { 'subscription-rejected': 5 },
    seen: 'Asterisk answers SUBSCRIBE for presence with 489. From the re-INVITEs on the phones send to each other: 355 packets one way, one the other (tshark); both legs describe this media, and what the first says follows from the second.',
  },
  'goffinet__sip_captures/sip-488-Not-Acceptable-Here-codec-null.pcapng': {
    errors: { 'codec-no-overlap': 1 },
    warnings: { 'mandatory-header-missing': 1 },
    seen: 'The INVITE offers its only stream with port 0 (frame 10), and 488 is the answer (frame 12). An OPTIONS of the provider has no Max-Forwards.',
  },
  'goffinet__sip_captures/sip-register-publish-subscribe-489-401.pcapng': {
    errors: {},
    warnings: { 'subscription-rejected': 10 },
    seen: 'SUBSCRIBEs refused with 404 (no mailbox) and 489.',
  },
  'goffinet__sip_captures/sip-register-wrong_user-401-403-404.pcapng': {
    errors: { 'registration-failed': 1 },
    warnings: { 'subscription-rejected': 1 },
    seen: 'REGISTER with credentials of a wrong user, answered 403; the phone does not try again. Its SUBSCRIBE for message-summary gets 404.',
  },
  'goffinet__sip_captures/sip.pcapng': {
    errors: {},
    warnings: { 'mandatory-header-missing': 2, 'rtp-clock-ptime-mismatch': 1 },
    seen: 'The requests carry no Max-Forwards; tshark shows none either. The timestamps of 200.57.7.204:8000 count 24.44 s in 24.12 s (1.3 %), those of the other way agree with the capture (0.02 %).',
  },
  'goffinet__sip_captures/voip-extension.pcap': {
    errors: {},
    warnings: { 'via-branch-problem': 1 },
    seen: 'The proxy forwards the ACK for the 2xx (frame 605) with the branch of its INVITE (frame 583).',
  },
  'gopacket__gopacket/test102.pcapng': {
    errors: {},
    warnings: { 'capture-drops': 1 },
    seen: 'The interface statistics count 53 dropped packets.',
  },
  'irontec__sngrep/ipip.pcap': {
    errors: {},
    warnings: { 'mandatory-header-missing': 1 },
    seen: 'The requests carry no Max-Forwards; tshark shows none either.',
  },
  'irontec__sngrep/ipv6frag.pcap': {
    errors: {},
    warnings: {
      'prack-rseq-disorder': 1,
      'cseq-disorder': 1,
      'ack-or-route-misaddressed': 2,
      'sdp-version-anomaly': 1,
    },
    seen: 'RAck "1 2 INVITE" for RSeq 1 and CSeq 1 INVITE (frames 6, 8); BYE with CSeq 2 after PRACK with CSeq 2; Routes in another order than the Record-Route; an UPDATE with other codecs under the same o= version.',
  },
  'irontec__sngrep/tlssaved.pcap': {
    errors: {},
    warnings: { 'capture-encrypted': 1 },
    seen: 'TLS on port 5061, and no SIP in clear.',
  },
  'juecan__mytools/sip_cc_oe_ce_v_018.pcap': {
    errors: {},
    warnings: { 'tag-problem': 1 },
    seen: 'A conformance test: the 200 in frame 6 has no To tag.',
  },
  'juecan__mytools/sip_cc_oe_cr_ti_002.pcap': {
    errors: { 'icmp-unreachable': 1 },
    warnings: { 'retransmissions-excessive': 1 },
    seen: 'A test program answers with SDP for port 8500 and listens to none: "port unreachable" for the RTP of the whole call. Its BYE is sent four times without an answer.',
  },
  'juecan__mytools/sip_cc_te_ce_i_001.pcap': {
    errors: {},
    warnings: { 'non2xx-final-not-acked': 1 },
    seen: 'The 420 is repeated three times after the ACK with the same branch (frames 4 to 8).',
  },
  'juecan__mytools/sip_cc_te_ce_i_002.pcap': {
    errors: {},
    warnings: { 'non2xx-final-not-acked': 1 },
    seen: 'The same conformance test: the 420 is repeated after its ACK.',
  },
  'juecan__mytools/sip_cc_te_ce_ti_007.pcap': {
    errors: {},
    warnings: { 'non2xx-final-not-acked': 1 },
    seen: 'The same conformance test: the 420 is repeated after its ACK.',
  },
  'juecan__mytools/sip_cc_te_ce_v_020.pcap': {
    errors: {},
    warnings: { 'tag-problem': 1 },
    seen: 'A conformance test: the From of the INVITE has no tag.',
  },
  'juecan__mytools/voxmundi_sip_tests__sip_cc_oe_ce_ti_012.pcap': {
    errors: { 'icmp-unreachable': 1, 'media-one-way': 1 },
    warnings: {},
    seen: 'A test program answers with SDP for port 8500 and listens to none: "port unreachable" for the RTP of the whole call; 1,826 packets go there and none comes back.',
  },
  'juecan__mytools/voxmundi_sip_tests__sip_cc_oe_ce_v_019.pcap': {
    errors: { 'multiple-2xx-forked': 1, 'media-one-way': 1 },
    warnings: {},
    seen: 'A conformance test: the server answers one INVITE twice within 13 ms with two To tags; the second 200 gets neither ACK nor BYE in the 10 s that follow. It names port 8500 for its media, gets 500 packets there, and sends none.',
  },
  'juecan__mytools/voxmundi_sip_tests__sip_cc_te_ce_v_033.pcap': {
    errors: {},
    warnings: { 'non2xx-final-not-acked': 1 },
    seen: 'The same conformance test: the 420 is repeated after its ACK.',
  },
  'ntop__nDPI/fuzz-2006-06-26-2594.pcap': {
    errors: { 'mandatory-header-missing': 28, 'content-length-mismatch': 4 },
    warnings: {
      'capture-one-sided': 1,
      'capture-truncated': 1,
      'parser-rejects': 1,
      'cseq-disorder': 3,
      'mandatory-header-missing': 3,
      'tag-problem': 3,
    },
    seen: 'Random bytes replaced: names of Via, From, To, Call-ID and CSeq no longer stand in these messages. The rest follows from the same: cut, unreadable and one-sided.',
  },
  'ntop__nDPI/gre.pcap': {
    errors: {},
    warnings: { 'scanner-detected': 1 },
    seen: 'User-Agent friendly-scanner.',
  },
  'ntop__nDPI/gre_sip.pcapng': {
    errors: {},
    warnings: { 'scanner-detected': 1 },
    seen: 'User-Agent friendly-scanner.',
  },
  'ntop__nDPI/sip.pcap': {
    errors: { 'auth-credentials-rejected': 5, 'registration-failed': 1 },
    warnings: {
      'mandatory-header-missing': 4,
      'invite-stalled-after-trying': 1,
      'retransmissions-excessive': 3,
      'non-invite-response-misuse': 1,
    },
    seen: 'Fresh nonces answered with credentials that the registrar refuses: 403 "Wrong password" and 401 again; the same trace stands in three collections. Requests without Max-Forwards; an INVITE that gets 100 only for 32 s and is cancelled; the CANCEL answered with 408.',
  },
  'psabol571__MTAA-pcap/konferencny_hovor.pcapng': {
    errors: {},
    warnings: { 'rtp-late-start': 1 },
    seen: 'The 200 of 192.168.1.76 comes at 35.05 s, its first packet at 36.46 s (tshark).',
  },
  'psabol571__MTAA-pcap/presmerovanie_hovoru.pcapng': {
    errors: { 'icmp-unreachable': 1, 'media-one-way': 1 },
    warnings: {},
    seen: 'The phone offers 185.85.37.148:7228 (its address outside, by STUN) to a host of its own network: all 350 packets to there come back as "port unreachable" for 7 s, while the other direction is heard.',
  },
  'realjimmy__sample-captures/Asterisk_ZFONE_XLITE.pcap': {
    errors: { 'rtp-loss-high': 1 },
    warnings: { 'subscription-rejected': 2, 'rtp-gap-midcall': 1 },
    seen: 'SUBSCRIBE for message-summary refused with 404. Of one way of the media 369 of 574 packets are missing (tshark), 233 of them in one piece of 4.7 s.',
  },
  'realjimmy__sample-captures/DTMFsipinfo.pcap': {
    errors: { 'sdp-answer-invalid': 1 },
    warnings: { 'cancel-misuse': 1 },
    seen: 'Frame 21 offers audio and a video line with port 0; the 200 in frame 23 has the audio line alone. CANCEL in frame 7 for the INVITE in frame 5, whose first response is frame 13.',
  },
  'realjimmy__sample-captures/nb6-telephone.pcap': {
    errors: {},
    warnings: { 'via-branch-problem': 1 },
    seen: 'The ACK for the 2xx (frame 18) has the branch of the INVITE (frame 5).',
  },
  'seladb__PcapPlusPlus/sip_reqs.pcap': {
    errors: {},
    warnings: { 'mandatory-header-missing': 1 },
    seen: 'The requests carry no Max-Forwards; tshark shows none either.',
  },
  'seladb__PcapPlusPlus/sip_resp.pcap': {
    errors: {},
    warnings: { 'capture-one-sided': 1 },
    seen: 'A selection of responses without their requests.',
  },
  'sipcapture__heplify/rtp_rtcp_sip.pcap': {
    errors: {},
    warnings: { 'mandatory-header-missing': 2, 'rtp-clock-ptime-mismatch': 1 },
    seen: 'The requests carry no Max-Forwards; tshark shows none either. The timestamps of 200.57.7.204:8000 count 24.44 s in 24.12 s (1.3 %), those of the other way agree with the capture (0.02 %).',
  },
  'tjtaill__sip-viewer/b2b-example.txt': {
    errors: {},
    warnings: { 'sdp-private-address': 1 },
    seen: 'The second leg goes between public addresses with the private 192.168.2.32 in its SDP.',
  },
  'tjtaill__sip-viewer/subscribe-example.txt': {
    errors: { 'offer-answer-violation': 1 },
    warnings: {},
    seen: 'The INVITE brings an offer in a multipart body, the 200 of the test program has Content-Length 0.',
  },
  'zeek__zeek/sip-junk-before-request.pcap': {
    errors: {},
    warnings: { 'parser-rejects': 1 },
    seen: 'Frame 2 is junk before a request line.',
  },
  'zeek__zeek/wireshark.pcap': {
    errors: { 'auth-credentials-rejected': 5, 'registration-failed': 1 },
    warnings: {
      'mandatory-header-missing': 4,
      'invite-stalled-after-trying': 1,
      'retransmissions-excessive': 3,
      'non-invite-response-misuse': 1,
    },
    seen: 'Fresh nonces answered with credentials that the registrar refuses: 403 "Wrong password" and 401 again; the same trace stands in three collections. Requests without Max-Forwards; an INVITE that gets 100 only for 32 s and is cancelled; the CANCEL answered with 408.',
  },
};
