/**
 * Captures of which tshark and sipsleuth read different SIP messages, with the reason and who is right. Every other
 * capture must agree message by message; here the numbers of messages that only one side has must be exactly these.
 */

export interface Difference {
  /** Messages that only tshark lists, and that only sipsleuth lists. */
  readonly onlyTshark: number;
  readonly onlyOurs: number;
  readonly right: 'sipsleuth' | 'tshark' | 'both';
  readonly why: string;
}

export const differences: Readonly<Record<string, Difference>> = {
  'CESNET__ipfixprobe/sip.pcap': {
    onlyTshark: 5,
    onlyOurs: 0,
    right: 'sipsleuth',
    why: 'Five ICMP errors quote the INVITE that they complain of: a quotation is not a message on the wire.',
  },
  'NormB__sipnab/udp_5060.pcap': {
    onlyTshark: 10,
    onlyOurs: 0,
    right: 'both',
    why: 'Stubs of a status line and "Seq: 0", without any header field of SIP: counted as sip-undecodable.',
  },
  'nokia__pcaptoparquet/51_esp_sip.pcapng': {
    onlyTshark: 92,
    onlyOurs: 0,
    right: 'tshark',
    why: 'SIP within ESP without encryption, which tshark reads only when told to guess so; counted as esp.',
  },
  'ntop__nDPI/fuzz-2006-06-26-2594.pcap': {
    onlyTshark: 7,
    onlyOurs: 12,
    right: 'both',
    why:
      'A fuzzed capture: bytes of start lines, CSeq and Call-ID were replaced at random. tshark stops decoding a header ' +
      'field or message at such a byte, we keep what follows; two without any readable field are sip-undecodable.',
  },
  'zeek__zeek/sip-junk-before-request.pcap': {
    onlyTshark: 1,
    onlyOurs: 0,
    right: 'both',
    why: 'Junk glued to a request line and no header field but Expires: counted as sip-undecodable.',
  },
};
