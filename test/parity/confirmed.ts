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
  'a42437-ml__master_thesis_files/tc-02.20.pcap': {
    errors: { 'bad-request': 2 },
    seen: 'Two INVITEs of a load generator, each refused with 400 "Bad Session Description"; their header fields are well formed.',
  },
  'a42437-ml__master_thesis_files/tc-02.5.pcap': {
    errors: { 'ack-missing-for-2xx': 1, 'call-dropped-32s': 1 },
    seen: 'The 200 is repeated for 32 s while the caller still repeats its INVITE; no ACK, then BYE from the called side.',
  },
  'arkime__arkime/arkime_synthetic.pcap': {
    errors: { 'mandatory-header-missing': 1 },
    seen: 'A synthetic INVITE of four header fields: no Via, no CSeq, no Contact.',
  },
  'goffinet__sip_captures/sip-register-wrong_user-401-403-404.pcapng': {
    errors: { 'registration-failed': 1 },
    seen: 'REGISTER with credentials of a wrong user, answered 403; the phone does not try again.',
  },
  'ntop__nDPI/fuzz-2006-06-26-2594.pcap': {
    errors: { 'mandatory-header-missing': 28, 'content-length-mismatch': 4 },
    seen: 'Random bytes replaced: names of Via, From, To, Call-ID and CSeq no longer stand in these messages.',
  },
};
