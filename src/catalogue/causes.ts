/** Facts of one Q.850 cause, the telephone network's reason for release (carried in SIP by RFC 3326 §2). */
export interface Cause {
  readonly code: number;
  /** The name of ITU-T Q.850 §2.2.7, shortened where everybody shortens it. */
  readonly name: string;
  /** The response a gateway makes of it; undefined where it becomes no response (RFC 3398 §7.2.4.1, 500 by default). */
  readonly rfc3398: number | undefined;
  /** The response Asterisk (chan_pjsip) makes of it, where it has a mapping. */
  readonly asterisk?: number;
  /** The response FreeSWITCH (mod_sofia) makes of it; where absent, its default 480. */
  readonly freeswitch?: number;
  /** The called user or device decided, rather than the network. */
  readonly userSide: boolean;
}

// 16 becomes BYE or CANCEL, 44 makes the gateway take another circuit: neither becomes a response.
// 21 becomes 603 if its location is the user, 22 becomes 301 if the new number comes with it.
// 52 and 54 are national; both products know them.
// biome-ignore format: a table
const table = [
  { code: 1, name: 'Unallocated (unassigned) number', rfc3398: 404, asterisk: 404, freeswitch: 404, userSide: false },
  { code: 2, name: 'No route to specified transit network',
    rfc3398: 404, asterisk: 404, freeswitch: 404, userSide: false },
  { code: 3, name: 'No route to destination', rfc3398: 404, asterisk: 404, freeswitch: 404, userSide: false },
  { code: 4, name: 'Send special information tone', rfc3398: 500, userSide: false },
  { code: 5, name: 'Misdialled trunk prefix', rfc3398: 500, userSide: false },
  { code: 6, name: 'Channel unacceptable', rfc3398: 500, userSide: false },
  { code: 7, name: 'Call awarded and being delivered in an established channel', rfc3398: 500, userSide: false },
  { code: 8, name: 'Preemption', rfc3398: 500, userSide: false },
  { code: 9, name: 'Preemption, circuit reserved for reuse', rfc3398: 500, userSide: false },
  { code: 14, name: 'QoR: ported number', rfc3398: 500, userSide: false },
  { code: 16, name: 'Normal call clearing', rfc3398: undefined, freeswitch: 480, userSide: false },
  { code: 17, name: 'User busy', rfc3398: 486, asterisk: 486, freeswitch: 486, userSide: true },
  { code: 18, name: 'No user responding', rfc3398: 408, asterisk: 408, freeswitch: 408, userSide: true },
  { code: 19, name: 'No answer from user (user alerted)',
    rfc3398: 480, asterisk: 480, freeswitch: 480, userSide: true },
  { code: 20, name: 'Subscriber absent', rfc3398: 480, asterisk: 480, freeswitch: 480, userSide: true },
  { code: 21, name: 'Call rejected', rfc3398: 403, asterisk: 403, freeswitch: 603, userSide: true },
  { code: 22, name: 'Number changed', rfc3398: 410, asterisk: 410, freeswitch: 410, userSide: false },
  { code: 23, name: 'Redirection to new destination', rfc3398: 410, asterisk: 302, freeswitch: 410, userSide: false },
  { code: 24, name: 'Call rejected due to feature at the destination', rfc3398: 500, userSide: false },
  { code: 25, name: 'Exchange routing error', rfc3398: 500, freeswitch: 483, userSide: false },
  { code: 26, name: 'Non-selected user clearing', rfc3398: 404, userSide: false },
  { code: 27, name: 'Destination out of order', rfc3398: 502, asterisk: 502, freeswitch: 502, userSide: false },
  { code: 28, name: 'Invalid number format (address incomplete)',
    rfc3398: 484, asterisk: 484, freeswitch: 484, userSide: false },
  { code: 29, name: 'Facility rejected', rfc3398: 501, asterisk: 501, freeswitch: 501, userSide: false },
  { code: 30, name: 'Response to STATUS ENQUIRY', rfc3398: 500, userSide: false },
  { code: 31, name: 'Normal, unspecified', rfc3398: 480, asterisk: 480, freeswitch: 480, userSide: false },
  { code: 34, name: 'No circuit/channel available', rfc3398: 503, asterisk: 503, freeswitch: 503, userSide: false },
  { code: 38, name: 'Network out of order', rfc3398: 503, asterisk: 500, freeswitch: 503, userSide: false },
  { code: 39, name: 'Permanent frame mode connection out of service', rfc3398: 500, userSide: false },
  { code: 40, name: 'Permanent frame mode connection operational', rfc3398: 500, userSide: false },
  { code: 41, name: 'Temporary failure', rfc3398: 503, freeswitch: 503, userSide: false },
  { code: 42, name: 'Switching equipment congestion', rfc3398: 503, asterisk: 503, freeswitch: 503, userSide: false },
  { code: 43, name: 'Access information discarded', rfc3398: 500, userSide: false },
  { code: 44, name: 'Requested circuit/channel not available', rfc3398: undefined, freeswitch: 503, userSide: false },
  { code: 46, name: 'Precedence call blocked', rfc3398: 500, userSide: false },
  { code: 47, name: 'Resource unavailable, unspecified', rfc3398: 503, userSide: false },
  { code: 49, name: 'Quality of service not available', rfc3398: 500, userSide: false },
  { code: 50, name: 'Requested facility not subscribed', rfc3398: 500, userSide: false },
  { code: 52, name: 'Outgoing calls barred', rfc3398: 500, freeswitch: 403, userSide: false },
  { code: 53, name: 'Outgoing calls barred within CUG', rfc3398: 500, userSide: false },
  { code: 54, name: 'Incoming calls barred', rfc3398: 500, freeswitch: 403, userSide: false },
  { code: 55, name: 'Incoming calls barred within CUG', rfc3398: 403, userSide: false },
  { code: 57, name: 'Bearer capability not authorized', rfc3398: 403, freeswitch: 403, userSide: false },
  { code: 58, name: 'Bearer capability not presently available',
    rfc3398: 503, asterisk: 488, freeswitch: 503, userSide: false },
  { code: 62, name: 'Inconsistency in designated outgoing access information and subscriber class',
    rfc3398: 500, userSide: false },
  { code: 63, name: 'Service or option not available, unspecified', rfc3398: 500, userSide: false },
  { code: 65, name: 'Bearer capability not implemented', rfc3398: 488, freeswitch: 488, userSide: false },
  { code: 66, name: 'Channel type not implemented', rfc3398: 500, asterisk: 503, userSide: false },
  { code: 69, name: 'Requested facility not implemented', rfc3398: 500, freeswitch: 501, userSide: false },
  { code: 70, name: 'Only restricted digital information bearer capability is available',
    rfc3398: 488, userSide: false },
  { code: 79, name: 'Service or option not implemented, unspecified', rfc3398: 501, freeswitch: 501, userSide: false },
  { code: 81, name: 'Invalid call reference value', rfc3398: 500, userSide: false },
  { code: 82, name: 'Identified channel does not exist', rfc3398: 500, userSide: false },
  { code: 83, name: 'A suspended call exists, but this call identity does not', rfc3398: 500, userSide: false },
  { code: 84, name: 'Call identity in use', rfc3398: 500, userSide: false },
  { code: 85, name: 'No call suspended', rfc3398: 500, userSide: false },
  { code: 86, name: 'Call having the requested call identity has been cleared', rfc3398: 500, userSide: false },
  { code: 87, name: 'User not member of CUG', rfc3398: 403, userSide: false },
  { code: 88, name: 'Incompatible destination', rfc3398: 503, freeswitch: 488, userSide: false },
  { code: 90, name: 'Non-existent CUG', rfc3398: 500, userSide: false },
  { code: 91, name: 'Invalid transit network selection', rfc3398: 500, userSide: false },
  { code: 95, name: 'Invalid message, unspecified', rfc3398: 500, userSide: false },
  { code: 96, name: 'Mandatory information element is missing', rfc3398: 500, userSide: false },
  { code: 97, name: 'Message type non-existent or not implemented', rfc3398: 500, userSide: false },
  { code: 98, name: 'Message not compatible with call state or message type non-existent',
    rfc3398: 500, userSide: false },
  { code: 99, name: 'Information element or parameter non-existent or not implemented', rfc3398: 500, userSide: false },
  { code: 100, name: 'Invalid information element contents', rfc3398: 500, userSide: false },
  { code: 101, name: 'Message not compatible with call state', rfc3398: 500, userSide: false },
  { code: 102, name: 'Recovery on timer expiry', rfc3398: 504, freeswitch: 504, userSide: false },
  { code: 103, name: 'Parameter non-existent or not implemented, passed on', rfc3398: 500, userSide: false },
  { code: 110, name: 'Message with unrecognized parameter, discarded', rfc3398: 500, userSide: false },
  { code: 111, name: 'Protocol error, unspecified', rfc3398: 500, userSide: false },
  { code: 127, name: 'Interworking, unspecified', rfc3398: 500, asterisk: 500, userSide: false },
] as const satisfies readonly Cause[];

/** A Q.850 cause value of the table. */
export type CauseCode = (typeof table)[number]['code'];

/** The Q.850 causes met behind SIP gateways, ascending. */
export const causes: readonly Cause[] = table;

const byCode: ReadonlyMap<number, Cause> = new Map(causes.map((cause) => [cause.code, cause]));

/** The facts of a Q.850 cause; undefined for a value outside the table. */
export function findCause(code: number): Cause | undefined {
  return byCode.get(code);
}
