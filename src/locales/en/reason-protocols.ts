import type { ReasonProtocolName } from '../../catalogue/reason-protocols.ts';
import type { EntryText } from '../locale.ts';

/** Words for each protocol of Reason; the facts are in `catalogue/reason-protocols.ts`. */
export const reasonProtocols: Readonly<Record<ReasonProtocolName, EntryText>> = {
  'Q.850': {
    tells:
      'A cause of the telephone network, or of a product that imitates one. It is the most precise hint at why a ' +
      'call ended; "location" says which network decided.',
    check:
      'Explain the number with q850:17. Compare it with the SIP code: if they tell different stories, a gateway on ' +
      'the way has translated badly.',
  },
  SIP: {
    tells:
      'A response code as the reason for a request. On CANCEL, 200 means that another phone answered, and 600 or ' +
      '603 that one of them refused for all.',
    check: 'Look for the leg that got this response: it decided. Phones show no missed call after cause 200.',
  },
  Preemption: {
    tells: 'A call of higher priority took the resource. It comes with the BYE of the call that had to make way.',
    check: 'See which priority each call had in Resource-Priority; it is no fault.',
  },
  STIR: {
    tells:
      'The check of the signed caller found something, yet the call may go on. RFC 9410 lets the verifier report ' +
      'it in a provisional or final response, one value a finding.',
    check:
      'Look at Identity and Date of the INVITE as for the response of the same number. Several values mean several ' +
      'tokens or several faults.',
  },
  RELEASE_CAUSE: {
    tells: 'Why a mobile phone ended the call: by the user, or because media, signalling or set-up timed out.',
    check:
      '1 is a normal end. For 2 and 3 look at radio and media, for 4 to 6 at messages that were lost on the way to ' +
      'the phone.',
  },
  FAILURE_CAUSE: {
    tells: 'The first proxy of a mobile network released the call because the bearer was lost or could not be set up.',
    check: 'Compare the time with records of the packet core; the SIP side only reports it.',
  },
  EMM: {
    tells: 'A cause of LTE mobility management. It comes from the network of a mobile phone, usually with a release.',
    check:
      'Look the number up in the 3GPP document; it points to coverage, registration or subscription rather than to ' +
      'SIP.',
  },
  ESM: {
    tells: 'A cause of LTE session management: the bearer for the call was refused or released.',
    check: 'Look the number up, and check whether the bearer for voice (QCI 1) was set up.',
  },
  'S1AP-RNL': {
    tells: 'The radio network of LTE gave up, for example because the phone was lost.',
    check: 'It is radio coverage or handover, not SIP: give cell and time to the radio department.',
  },
  'S1AP-TL': {
    tells: 'The transport below the radio network failed.',
    check: 'Check the links between base station and core at that time.',
  },
  'S1AP-NAS': {
    tells: 'Signalling between phone and core ended the connection.',
    check: 'Look at the log of the MME for this phone at that time.',
  },
  'S1AP-MISC': {
    tells: 'The base station or the core gave another reason, such as overload or maintenance.',
    check: 'Compare the time with alarms of the base station and the MME.',
  },
  'S1AP-PROT': {
    tells: 'Base station and core did not understand each other.',
    check: 'Compare the software versions of both; a capture of S1 shows the message.',
  },
  DIAMETER: {
    tells: 'A result code of Diameter: a policy, charging or subscriber server refused.',
    check:
      'Look the number up: codes from 5000 are permanent. Then look at the log of that server, for credit or ' +
      'rights of the user.',
  },
  IKEV2: {
    tells: 'The tunnel of a Wi-Fi call could not be set up or was lost.',
    check:
      'Look the number up among the notify types, and check the gateway for untrusted access (ePDG) and the Wi-Fi.',
  },
  FreeSWITCH: {
    tells: 'A cause of FreeSWITCH. Up to 127 the numbers are those of Q.850, above that they are its own.',
    check: 'Explain a number up to 127 with q850:16, and search for the text in the log of FreeSWITCH.',
  },
  'X.int': {
    tells:
      'An internal code of Metaswitch with "reasoncode" and "add-info" instead of "cause". Only its maker can read ' +
      'all of it.',
    check: 'Give both numbers to the support of the maker, and read a second Reason beside it first.',
  },
};
