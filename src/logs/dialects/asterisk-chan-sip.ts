/** Asterisk `sip set debug on` (channels/chan_sip.c, 1.4 to 18). Only what is received names its transport. */
import { type Dialect, type Direction, type Opening, parseAddress, transportOf } from '../dialect.ts';
import { findStamp } from '../stamps.ts';

// 1.4 prints no transport, and some builds blanks around the colon.
const READ = /^<--- SIP read from (?:([A-Za-z0-9]{2,8}):)?(\S{1,80}?)(?: : (\d{1,5}))? --->\s*$/;
const SENT_RESPONSE =
  /^<--- (?:Reliably )?(?:Ret|T)ransmitting (?:#\d{1,4} )?\((?:NAT|no NAT)\) to (\S{1,80}) --->\s*$/;
const SENT_REQUEST = /^(?:Reliably )?(?:Ret|T)ransmitting (?:#\d{1,4} )?\((?:NAT|no NAT)\) to (\S{1,80}):\s*$/;

/** 13 dashes after what was received, 12 after a response. */
const ANGLES = /^<-{8,24}>\s*$/;
const DASHES = /^---\s*$/;

export const asteriskChanSip: Dialect = {
  id: 'asterisk-chan-sip',
  title: 'Asterisk chan_sip (sip set debug on)',
  hints: ['<--- ', 'ransmitting '],
  open(line) {
    const { text, stamp } = line;
    const arrow = text.indexOf('<--- ');
    if (arrow >= 0) {
      const framing = arrow === 0 ? text : text.slice(arrow);
      const read = READ.exec(framing);
      if (read) return opening('in', read[3] ? `${read[2]}:${read[3]}` : read[2], stamp, ANGLES, read[1]);
      const sent = SENT_RESPONSE.exec(framing);
      return sent ? opening('out', sent[1], stamp, ANGLES) : undefined;
    }
    if (!text.includes('ransmitting ')) return undefined;
    const request = SENT_REQUEST.exec(text);
    return request ? opening('out', request[1], stamp, DASHES) : undefined;
  },
};

function opening(direction: Direction, address: string, stamp: string, closer: RegExp, protocol = ''): Opening {
  const peer = parseAddress(address);
  const transport = transportOf(protocol);
  const time = stamp ? findStamp(stamp) : undefined;
  return {
    dialect: 'asterisk-chan-sip',
    direction,
    ...(peer && { peer }),
    ...(transport && { transport }),
    ...(time && { time }),
    closer,
  };
}
