/** What Wireshark exports of a layer: https://www.tcpdump.org/linktypes.html, LINKTYPE_WIRESHARK_UPPER_PDU. */
import { EXPORTED_PDU, type Link } from './link.ts';

export const exportedPdu: Link = {
  name: 'exported-pdu',
  title: 'Wireshark exported PDU',
  types: [252],
  decode: () => EXPORTED_PDU,
};
