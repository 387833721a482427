import type { MethodName } from '../../catalogue/methods.ts';
import type { MethodText } from '../locale.ts';

/** Words for each method; the facts are in `catalogue/methods.ts`. */
export const methods: Readonly<Record<MethodName, MethodText>> = {
  INVITE: {
    description:
      'Starts a call, or changes a running one when it is sent inside a dialog (re-INVITE). It is the only method ' +
      'with ringing, and the only one whose final response is acknowledged by ACK.',
    whenSeen:
      'At the start of every call, again after a 401 or 407 with credentials, and in mid-call for hold, codec ' +
      'changes, T.38 and session refresh.',
  },
  ACK: {
    description:
      'Confirms the final response to an INVITE and is never answered itself. For a 2xx it travels end to end to ' +
      'the Contact; for any other final response each hop sends its own.',
    whenSeen:
      'After every final response to an INVITE. If it does not reach the callee, the 200 repeats and the call ' +
      'drops after 32 seconds.',
  },
  BYE: {
    description:
      'Ends an answered call. Either side may send it; if both do so at once, each still gets an answer, 200 or 481.',
    whenSeen:
      'At the end of a call; its sender and its Reason header tell who hung up and why. A BYE that gets no answer ' +
      'leaves a call standing on the other side.',
  },
  CANCEL: {
    description:
      'Withdraws a request, in practice an INVITE, that has no final response yet. It goes hop by hop with the Via ' +
      'branch of that INVITE and gets a 200 of its own.',
    whenSeen:
      'When the caller gives up while it rings, or when a proxy stops the other branches of a fork. The INVITE ' +
      'then ends with 487, or with 200 if the answer was faster.',
  },
  OPTIONS: {
    description: 'Asks a peer what it supports, without placing a call.',
    whenSeen:
      'Mostly as a keep-alive between trunks and to phones behind NAT. Nearly any final response proves that the ' +
      'peer is alive; silence, 408 or 503 means that it is down.',
  },
  REGISTER: {
    description:
      'Tells the registrar under which address a user can be reached, and for how long. Expiry 0 removes the binding.',
    whenSeen:
      'At start-up and before each expiry, usually with one 401 in between. Call-ID stays the same and CSeq rises ' +
      'from one to the next.',
  },
  PRACK: {
    description:
      'Confirms a provisional response that was sent reliably (100rel), and may carry an SDP offer or answer. Its ' +
      'RAck names the RSeq and CSeq it confirms.',
    whenSeen:
      'In IMS and on PSTN gateways, after an 18x with Require: 100rel. If it is missing, the 18x repeats and the ' +
      'call is refused after 32 seconds.',
  },
  UPDATE: {
    description: 'Changes a session without touching the state of the INVITE, even before the call is answered.',
    whenSeen:
      'In early dialogs for preconditions and early media, and later for session refresh. It may be sent only if ' +
      'the peer lists UPDATE in Allow.',
  },
  INFO: {
    description:
      'Carries application data along the signalling path of a call. It changes neither the call nor the media.',
    whenSeen: 'For DTMF as application/dtmf-relay, for video picture requests and for Info Packages.',
  },
  SUBSCRIBE: {
    description:
      'Asks to be told about an event, such as presence, message waiting or the state of a line. Expiry 0 ends the ' +
      'subscription, or fetches the state once.',
    whenSeen:
      'From phones with busy lamps, voicemail lamps and contact lists. A NOTIFY must follow each success at once, ' +
      'even if there is nothing to report.',
  },
  NOTIFY: {
    description:
      'Reports the state of an event to a subscriber. Subscription-State tells whether the subscription goes on.',
    whenSeen:
      'After each SUBSCRIBE, at each change of state, and after REFER with the progress of the transfer. One ' +
      'answered with 481 ends the subscription.',
  },
  REFER: {
    description:
      'Asks the receiver to contact another address, usually to transfer a call. NOTIFY messages then report how ' +
      'that went.',
    whenSeen:
      'In blind and attended transfers and in click-to-dial. A success response says only that the request was ' +
      'taken; the last NOTIFY tells whether the target answered.',
  },
  MESSAGE: {
    description: 'Carries a short text or other content in the request itself. It makes no dialog.',
    whenSeen:
      'For instant messages, SMS over IMS and notices from machines. A 202 means that a server stored it, not that ' +
      'it was delivered.',
  },
  PUBLISH: {
    description:
      'Uploads event state, such as presence, to a server that distributes it. SIP-ETag and SIP-If-Match tie ' +
      'refreshes to the first upload.',
    whenSeen:
      'From presence clients and from phones that send voice quality reports. A 412 means that the server has lost ' +
      'the entity tag.',
  },
};
