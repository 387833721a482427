import type { WarningCode } from '../../catalogue/warnings.ts';
import type { CauseText } from '../locale.ts';

/** Words for each Warning code; the facts are in `catalogue/warnings.ts`. */
export const warnings: Readonly<Record<WarningCode, CauseText>> = {
  300: {
    means: 'the media uses a network protocol, such as IPv6, that the far end does not have',
    advice: 'Offer the other IP version, both of them by ICE, or a media relay that translates.',
  },
  301: {
    means: 'the far end cannot use the kind of address given in the c= line',
    advice: 'Put an address of a type the far end supports, usually IP4, into the c= line.',
  },
  302: {
    means: 'the far end does not support the media transport, such as RTP/SAVP or TCP',
    advice: 'Align the SRTP policy of both sides or let the SBC convert between RTP and SRTP.',
  },
  303: {
    means: 'the far end does not understand the bandwidth unit in the b= line',
    advice: 'Use b=AS or remove the b= line.',
  },
  304: {
    means: 'the far end does not have one of the media types offered, such as video or image',
    advice: 'Offer audio alone, or enable the missing media type on the called side.',
  },
  305: {
    means: 'the far end supports none of the codecs offered for a stream',
    advice: 'Add a codec that both sides have, such as G.711, or transcode on the SBC.',
  },
  306: {
    means: 'the far end does not support one of the a= attributes',
    advice: 'Find the attribute in the warning text and remove it or make it optional.',
  },
  307: {
    means: 'the far end does not understand some other part of the session description',
    advice: 'Compare the SDP line by line with one that this peer accepts.',
  },
  308: {
    means: 'none of the languages asked for is supported',
    advice: 'Choose a language from the list in the warning text, or drop the language attributes.',
  },
  330: {
    means: 'multicast media cannot reach the network of the far end',
    advice: 'Offer a unicast address instead.',
  },
  331: {
    means: 'unicast media cannot reach the network of the far end, usually because of a firewall',
    advice: 'Open the RTP ports in the firewall or send the media through a relay.',
  },
  370: {
    means: 'the media needs more bandwidth than is available',
    advice: 'Offer a leaner codec or drop video, and check the limits of call admission control.',
  },
  380: {
    means: 'the callee cannot be reached with a sips URI',
    advice: 'Call with a sip URI if policy allows it, or register the device over TLS with a sips Contact.',
  },
  381: {
    means: 'the callee can be reached with a sips URI only',
    advice: 'Call with a sips URI over TLS on every hop.',
  },
  399: {
    means: 'the server adds a remark in free text',
    advice: 'Read the text as it stands, and let no machine act on it.',
  },
};
