import type { CauseCode } from '../../catalogue/causes.ts';
import type { CauseText } from '../locale.ts';

/** Words for each Q.850 cause; the facts are in `catalogue/causes.ts`. */
export const causes: Readonly<Record<CauseCode, CauseText>> = {
  1: {
    means: 'the called number is not assigned to anyone',
    advice: 'Check the digits and the number format, then whether the number was ported or taken out of service.',
  },
  2: {
    means: 'the exchange does not know the transit carrier that was asked for',
    advice: 'Check the carrier selection code that the gateway or trunk adds to the number.',
  },
  3: {
    means: 'the network has no route to the called number',
    advice: 'Check prefix, country code and the routing table of the carrier for this destination.',
  },
  4: {
    means: 'the number cannot be reached for a lasting reason and the caller should hear the special information tone',
    advice: 'Listen to the announcement in the early media and check that the number is still in use.',
  },
  5: {
    means: 'the number was dialled with a wrong trunk prefix',
    advice: 'Correct the prefix rules for this trunk, for example a leading 0 too many or too few.',
  },
  6: {
    means: 'the channel offered for the call cannot be used',
    advice: 'Compare the channel numbering and state of the ISDN or SS7 trunk on both sides.',
  },
  7: {
    means: 'the call was delivered over a channel that the user already has',
    advice: 'Treat it as internal to the ISDN access and look at the call that holds the channel.',
  },
  8: {
    means: 'a call of higher priority took the circuit',
    advice: 'Call again later or with a higher precedence level, if you are entitled to one.',
  },
  9: {
    means: 'a call of higher priority took the circuit and keeps it reserved for itself',
    advice: 'Use another circuit or wait until the priority call has ended.',
  },
  14: {
    means: 'the number has been ported to another network',
    advice: 'Do the number portability lookup before the call leaves and route by its result.',
  },
  16: {
    means: 'the call ended normally because one side hung up',
    advice: 'Look for the side that sent the BYE or CANCEL first; the cause itself reports no fault.',
  },
  17: {
    means: 'the called user is busy',
    advice: 'Call again later, or check call waiting and the number of lines if it happens all day.',
  },
  18: {
    means: 'the called device did not even acknowledge the call',
    advice: 'Check that the terminal is powered and connected, and that the access line is up.',
  },
  19: {
    means: 'the called device rang but nobody answered',
    advice: 'Let it ring longer, or set up forwarding on no answer.',
  },
  20: {
    means: 'the mobile is switched off, out of coverage or not registered',
    advice: 'Try again later, and check the SIM, the subscription or the registration if it persists.',
  },
  21: {
    means: 'the call was refused by the called user or by a service in the network',
    advice:
      'Read the location of the cause to see who refused, then check caller number, block lists and call barring.',
  },
  22: {
    means: 'the called number has changed',
    advice: 'Take the new number from the diagnostic field or the announcement and update the dial plan.',
  },
  23: {
    means: 'the call should be routed to another destination',
    advice: 'Enable redirection on the gateway so that it follows the new number.',
  },
  24: {
    means: 'a feature of the called line, such as anonymous call rejection, refused the call',
    advice: 'Call again with the number shown, or ask the callee to switch the feature off.',
  },
  25: {
    means: 'the exchange found a loop or an error in its routing',
    advice: 'Look for two switches or trunks that send the call back to each other.',
  },
  26: {
    means: 'another user took the call or, in North America, a ported number was misrouted',
    advice: 'In North America do the portability lookup before you route; elsewhere check who else answered.',
  },
  27: {
    means: 'the line or the interface of the called user does not work',
    advice: 'Report the fault to the operator of that line and try another number of the callee.',
  },
  28: {
    means: 'the number is incomplete or in a wrong format',
    advice: 'Check the number of digits, the type of number and the prefix that the gateway sends.',
  },
  29: {
    means: 'the network refused a supplementary service that the call asked for',
    advice:
      'Place the call without the extra service, such as transfer or user-to-user data, and see whether it passes.',
  },
  30: {
    means: 'the message merely answers a status enquiry',
    advice: 'Read the call state that comes with it, since the cause itself reports no fault.',
  },
  31: {
    means: 'the call ended without a fault that any other cause would describe',
    advice: 'Look for a more precise reason at the hop that produced it, because many gateways send 31 as a default.',
  },
  34: {
    means: 'no circuit or channel is free for the call',
    advice:
      'Compare the number of simultaneous calls with the size of the trunk, then add channels or overflow to ' +
      'another route.',
  },
  38: {
    means: 'the network is out of order and will stay so for some time',
    advice: 'Switch to another carrier or route and report the outage.',
  },
  39: {
    means: 'a permanent frame mode connection is out of service',
    advice: 'Check the data link of the access, since a voice call should not receive this.',
  },
  40: {
    means: 'a permanent frame mode connection is in operation',
    advice: 'Ignore it for voice calls, because it only reports the state of a data link.',
  },
  41: {
    means: 'the network has a fault that should pass soon',
    advice: 'Try again at once or over another route, and open a ticket with the carrier if it recurs.',
  },
  42: {
    means: 'a switch is overloaded by traffic',
    advice: 'Wait before you retry, spread the load over time or use another route.',
  },
  43: {
    means: 'the network could not pass some of the information on to the far end',
    advice: 'Remove optional elements such as user-to-user data or subaddress and try again.',
  },
  44: {
    means: 'the circuit asked for is not free, so another one must be chosen',
    advice: 'Let the gateway take another circuit, and check both ends for hung channels if it recurs.',
  },
  46: {
    means: 'no circuit can be freed, because all carry calls of equal or higher priority',
    advice: 'Wait, or use a higher precedence level if you are entitled to one.',
  },
  47: {
    means: 'some resource is missing that no other cause names',
    advice: 'Check DSPs, licences and memory on the gateway, then ask the carrier.',
  },
  49: {
    means: 'the quality of service that was asked for cannot be provided',
    advice: 'Ask for less bandwidth or drop the quality requirement.',
  },
  50: {
    means: 'the line has no subscription for the service that the call asked for',
    advice: 'Order the service for the line or place the call without it.',
  },
  52: {
    means: 'the calling line is barred from outgoing calls',
    advice: 'Check the barring class of the calling line and unpaid bills.',
  },
  53: {
    means: 'the closed user group of the caller does not allow outgoing calls',
    advice: 'Check the outgoing access rights of the caller in its closed user group.',
  },
  54: {
    means: 'the called line is barred from incoming calls',
    advice: 'Check the barring class of the called line.',
  },
  55: {
    means: 'the closed user group of the callee does not allow incoming calls',
    advice: 'Check the incoming access rights of the callee in its closed user group.',
  },
  57: {
    means: 'the caller is not allowed to use the bearer that was asked for',
    advice: 'Ask for speech or 3.1 kHz audio, or have the bearer added to the subscription.',
  },
  58: {
    means: 'the bearer that was asked for is not free at the moment',
    advice: 'Try again later or with plain speech, and check codec and channel resources on the gateway.',
  },
  62: {
    means: 'the access information and the subscriber class contradict each other',
    advice: 'Check the class of the caller and the service profile on the exchange.',
  },
  63: {
    means: 'a service is not available for a reason that no other cause names',
    advice: 'Ask the carrier which service it refused, and try the call without optional services.',
  },
  65: {
    means: 'the equipment does not implement the bearer, such as data or video, that was asked for',
    advice: 'Offer speech or 3.1 kHz audio, and on the SIP side a common codec such as G.711.',
  },
  66: {
    means: 'the equipment does not implement the channel type that was asked for',
    advice: 'Compare the channel types that both ends of the trunk are set to.',
  },
  69: {
    means: 'the equipment does not implement the supplementary service that was asked for',
    advice: 'Switch the service off on the gateway or use equipment that has it.',
  },
  70: {
    means: 'only a restricted digital bearer can be provided',
    advice: 'Ask for restricted digital information or send the call as speech.',
  },
  79: {
    means: 'the equipment does not implement something that the call asked for',
    advice: 'Reduce the request to a plain voice call and add its options back one at a time.',
  },
  81: {
    means: 'a message named a call that the receiver does not know',
    advice: 'Look for a call that one side has already released, often after a restart of the gateway.',
  },
  82: {
    means: 'a message named a channel that does not exist on this interface',
    advice: 'Compare the number of channels configured on both sides of the trunk.',
  },
  83: {
    means: 'a call is suspended, but under another identity than the one given',
    advice: 'Resume the call with the identity used when it was suspended.',
  },
  84: {
    means: 'the identity chosen for suspending the call is already taken',
    advice: 'Suspend the call under another identity.',
  },
  85: {
    means: 'no call is suspended that could be resumed',
    advice: 'Check whether the suspended call has timed out meanwhile.',
  },
  86: {
    means: 'the suspended call was cleared before it could be resumed',
    advice: 'Place the call again.',
  },
  87: {
    means: 'the called user is not a member of the closed user group given',
    advice: 'Add the callee to the group or call without a closed user group.',
  },
  88: {
    means: 'the called device cannot handle this kind of call',
    advice: 'Compare bearer, codecs and encryption of both sides, for FreeSWITCH uses it when no codec is in common.',
  },
  90: {
    means: 'the closed user group given does not exist',
    advice: 'Correct the group number in the service profile of the caller.',
  },
  91: {
    means: 'the transit network is given in a wrong format',
    advice: 'Correct the carrier selection code that the gateway sends.',
  },
  95: {
    means: 'a message was invalid in a way that no other cause names',
    advice: 'Trace the ISDN or SS7 side and compare the rejected message with one that passes.',
  },
  96: {
    means: 'a message lacked an element that it must contain',
    advice: 'Read the diagnostic for the missing element, then check the protocol variant of the trunk.',
  },
  97: {
    means: 'a message had a type that the receiver does not know',
    advice: 'Set both ends of the trunk to the same protocol variant.',
  },
  98: {
    means: 'a message did not fit the state of the call or is not implemented',
    advice: 'Look for lost or crossed messages on the trunk, then check the protocol variant.',
  },
  99: {
    means: 'a message held an element that the receiver does not know',
    advice: 'Read the diagnostic for the element and switch it off on the sending side.',
  },
  100: {
    means: 'an element of a message had contents that the receiver cannot use',
    advice: 'Read the diagnostic for the element, most often a number or a display name in the wrong format.',
  },
  101: {
    means: 'a message arrived in a state of the call where it makes no sense',
    advice: 'Look for lost or crossed messages and for timers that differ between the two sides.',
  },
  102: {
    means: 'a timer ran out while one side waited for the other',
    advice: 'Find the side that fell silent, then check its load, its links and the timer in question.',
  },
  103: {
    means: 'an exchange did not know a parameter and passed it on unchanged',
    advice: 'Ignore it unless the far end fails, and then switch the parameter off.',
  },
  110: {
    means: 'a message was discarded because of a parameter that the exchange does not know',
    advice: 'Find the parameter in a trace of the trunk and stop sending it.',
  },
  111: {
    means: 'a protocol error happened that no other cause names',
    advice: 'Trace the trunk side of the gateway and compare the protocol variants of both ends.',
  },
  127: {
    means: 'the call was released by a network that does not tell why',
    advice: 'Ask the carrier beyond the gateway, since the real reason was lost on the way.',
  },
};
