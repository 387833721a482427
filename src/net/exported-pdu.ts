/**
 * What Wireshark exports of a layer (LINKTYPE_WIRESHARK_UPPER_PDU, Wireshark's epan/exported_pdu.h): tags, of which some say
 * between whom the message went, up to one that ends them; then the message.
 */
import type { Transport } from '../model.ts';
import { uint16, uint32 } from './ip.ts';

/** One object, reused from frame to frame. Places are -1 where nothing is said. */
export interface ExportedPdu {
  bytes: Uint8Array;
  /** Where the tags begin. */
  tagsAt: number;
  /** Of the message. */
  start: number;
  end: number;
  missing: number;
  sourceAt: number;
  destinationAt: number;
  addressLength: number;
  sourcePort: number;
  destinationPort: number;
  transport: Transport;
  time: number;
  number: number;
  position: number;
}

export function createExportedPdu(): ExportedPdu {
  return {
    bytes: new Uint8Array(0),
    tagsAt: 0,
    start: 0,
    end: 0,
    missing: 0,
    sourceAt: -1,
    destinationAt: -1,
    addressLength: 4,
    sourcePort: 0,
    destinationPort: 0,
    transport: 'udp',
    time: 0.5,
    number: 0,
    position: 0.5,
  };
}

const TAG = 4;
const MOST_TAGS = 64;
const END = 0;
/** Of a protocol; others follow up to the addresses. */
const FIRST_NAME = 12;
const IPV4_SOURCE = 20;
const IPV4_DESTINATION = 21;
const IPV6_SOURCE = 22;
const IPV6_DESTINATION = 23;
const PORT_TYPE = 24;
const SOURCE_PORT = 25;
const DESTINATION_PORT = 26;

/** Not Wireshark's own port types: those of its files. */
const transports: readonly (Transport | undefined)[] = [undefined, 'sctp', 'tcp', 'udp'];

/** Reads the tags from `start` on; false when they do not end. */
export function readExportedPdu(bytes: Uint8Array, start: number, end: number, pdu: ExportedPdu): boolean {
  pdu.bytes = bytes;
  pdu.tagsAt = start;
  pdu.sourceAt = -1;
  pdu.destinationAt = -1;
  pdu.sourcePort = 0;
  pdu.destinationPort = 0;
  pdu.transport = 'udp';
  let at = start;
  for (let tags = 0; tags < MOST_TAGS && end - at >= TAG; tags++) {
    const tag = uint16(bytes, at);
    const length = uint16(bytes, at + 2);
    at += TAG;
    if (length > end - at) return false;
    // Without a tag in front, it is nothing that anybody exported.
    if (tag === END) {
      if (tags === 0) return false;
      pdu.start = at + length;
      pdu.end = end;
      return true;
    }
    note(pdu, tag, at, length);
    at += length;
  }
  return false;
}

function note(pdu: ExportedPdu, tag: number, at: number, length: number): void {
  const { bytes } = pdu;
  if ((tag === IPV4_SOURCE && length === 4) || (tag === IPV6_SOURCE && length === 16)) {
    pdu.sourceAt = at;
    pdu.addressLength = length;
  } else if ((tag === IPV4_DESTINATION && length === 4) || (tag === IPV6_DESTINATION && length === 16)) {
    pdu.destinationAt = at;
    pdu.addressLength = length;
  } else if (length === 4) {
    const value = uint32(bytes, at);
    if (tag === PORT_TYPE) pdu.transport = transports[value] ?? 'udp';
    else if (tag === SOURCE_PORT) pdu.sourcePort = value & 0xffff;
    else if (tag === DESTINATION_PORT) pdu.destinationPort = value & 0xffff;
  }
}

/** Visits the tags that say neither what the message is nor between whom it went: notes, columns of a program, contexts. */
export function forEachNote({ bytes, tagsAt, start }: ExportedPdu, visit: (at: number, end: number) => void): void {
  let at = tagsAt;
  while (start - at >= TAG) {
    const tag = uint16(bytes, at);
    const end = at + TAG + uint16(bytes, at + 2);
    if (tag !== END && (tag < FIRST_NAME || tag > DESTINATION_PORT)) visit(at + TAG, end);
    at = end;
  }
}
