/** The flow as phones and their libraries print it: most name the peer only, some not even that. */
import type { FlowMessage } from './flow.ts';
import { Page, parts, type Renderer, withoutReturns } from './render.ts';
import { segmentsOf } from './render-tools.ts';

const clock = (time: number, digits: number): string => `${parts(time).time}.${parts(time).micros.slice(0, digits)}`;
const peerOf = (message: FlowMessage): string => (message.direction === 'in' ? message.source : message.destination);
const isIn = (message: FlowMessage): boolean => message.direction === 'in';

export function pjsipOpener(message: FlowMessage): string {
  const { text } = message;
  const cseq = /\r\nCSeq: (\d+) (\w+)/.exec(text);
  const what = text.startsWith('SIP/2.0')
    ? `Response msg ${text.slice(8, 11)}/${cseq?.[2]}/cseq=${cseq?.[1]}`
    : `Request msg ${cseq?.[2]}/cseq=${cseq?.[1]}`;
  const peer = peerOf(message).replace(/:(\d+)$/, ':$1');
  const where = `${isIn(message) ? 'from' : 'to'} ${message.transport.toUpperCase()} ${peer}:`;
  return `${isIn(message) ? 'RX' : 'TX'} ${text.length} bytes ${what} (${isIn(message) ? 'rdata' : 'tdta'}0x7f1c) ${where}`;
}

/** The time of day alone; a `Date` header further on tells the day. */
export const pjsip: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    page.add(`${clock(message.time, 3)}           pjsua_core.c  .${pjsipOpener(message)}\n`);
    page.mark();
    page.add(`${message.text}\n--end msg--\n`);
    page.add(
      `${clock(message.time, 3)}   sip_endpoint.c !Processing incoming message: Request msg INVITE/cseq=1 (rdata0x7f1c)\n`,
    );
  }
  return page.done(1000);
};

/** Clearwater: the day first, and a line that opens the message. */
export const clearwater: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const [year, month, day] = parts(message.time).date.split('-');
    page.add(
      `${day}-${month}-${year} ${clock(message.time, 3)} Verbose stack.cpp:237: ${pjsipOpener(message)}\n--start msg--\n\n`,
    );
    page.mark();
    page.add(`${message.text}\n--end msg--\n`);
  }
  return page.done(1000);
};

/** belle-sip: what is received is logged as it was read. */
export const linphone: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const prefix = `${parts(message.time).date} ${parts(message.time).time}:${parts(message.time).micros.slice(0, 3)} belle-sip-message-`;
    const url = `${message.transport.toUpperCase()}://${peerOf(message)}`;
    if (!isIn(message)) {
      page.add(`${prefix}channel [0x7f1c]: message sent to [${url}], size: [${message.text.length}] bytes\n`);
      page.mark();
      page.add(`${message.text}\n`);
      continue;
    }
    segmentsOf(message).forEach((segment, index) => {
      page.add(`${prefix}channel [0x7f1c]: received [${segment.length}] new bytes from [${url}]:\n`);
      if (index === 0) page.mark();
      page.add(`${segment}\n`);
      page.add(`${prefix}channel [0x7f1c]: some bytes parsed\n`);
    });
  }
  return page.done(1000);
};

/** On a phone every line has the prefix. */
export const linphonePhone: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const at = parts(message.time);
    const prefix = `${at.date} ${at.time}.${at.micros}+0000 linphone[546:142062] [Message] `;
    const url = `${message.transport.toUpperCase()}://${peerOf(message)}`;
    const size = message.text.length;
    const about = isIn(message)
      ? `received [${size}] new bytes from [${url}]:`
      : `message sent to [${url}], size: [${size}] bytes`;
    page.add(`${prefix}channel [0x7f1c]: ${about}\n`);
    page.mark();
    for (const line of withoutReturns(message.text).split('\n')) page.add(`${prefix}\t${line}\n`);
  }
  return page.done(1);
};

export const jssip: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    page.add(`jssip.min.js:9 JsSIP:Transport ${isIn(message) ? 'received text message' : 'sending message'}:\n\n`);
    page.mark();
    page.add(`${message.text}\n +12ms\n`);
    page.add('jssip.min.js:9 JsSIP:RTCSession receiveRequest() +1ms\n');
  }
  return page.done(Infinity);
};

/** Saved by a browser: no blank lines before the message, `+0ms` glued to its end, line feeds only. */
export const jssipSaved: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const text = withoutReturns(message.text);
    page.mark();
    page.add(`jssip.min.js:9 JsSIP:Transport ${isIn(message) ? 'received text message' : 'sending message'}: `);
    page.add(`${text}${text.endsWith('\n\n') ? '\n' : ''} +0ms\n`.replace('\n +0ms', ' +0ms'));
  }
  return page.done(Infinity);
};

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The date as JavaScript prints it, an hour east. */
export const sipJs: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const at = new Date(Math.floor(message.time / 1000) + 3_600_000);
    const [, day, month, year, time] = /(\d\d) (\w{3}) (\d{4}) (\S+)/.exec(at.toUTCString()) ?? [];
    const date = `${WEEKDAYS[at.getUTCDay()]} ${month} ${day} ${year} ${time} GMT+0100 (Central European Standard Time)`;
    page.add(
      `${date} | sip.Transport | ${isIn(message) ? 'Received WebSocket text message' : 'Sending WebSocket message'}:\n\n`,
    );
    page.mark();
    page.add(`${message.text}\n\n`);
  }
  return page.done(1_000_000);
};

export const baresip: Renderer = (flow) => {
  const page = new Page();
  for (const { time, transport, source, destination, text } of flow) {
    page.add(`\x1b[36;1m${clock(time, 3)}#\n${transport.toUpperCase()} ${source} -> ${destination}\n`);
    page.mark();
    page.add(`${text}\x1b[;m\n`);
  }
  return page.done(1000);
};

/** Older versions, a terminal without colours: no time at all. */
export const baresipOld: Renderer = (flow) => {
  const page = new Page();
  for (const { transport, source, destination, text } of flow) {
    page.add(`#\n${transport.toUpperCase()} ${source} -> ${destination}\n`);
    page.mark();
    page.add(`${withoutReturns(text)}\n`);
  }
  return page.done(Infinity);
};

export const resiprocate: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const { time, transport, source, destination, text } = message;
    const stamp = `${parts(time).date.replaceAll('-', '')}-${clock(time, 3).replaceAll(':', '')}`;
    const tuple = (name: string): string =>
      `[ ${name.startsWith('[') ? 'V6' : 'V4'} ${name} ${transport.toUpperCase()} target domain=unspecified mFlowKey=0 ]`;
    const prefix = (level: string, line: string): string =>
      `${level} | ${stamp} | app | RESIP:TRANSPORT | 1234 | ${line} | `;
    if (isIn(message)) {
      page.add(`${prefix('DEBUG', 'UdpTransport.cxx:318')}incoming from: ${tuple(source)}\n`);
      page.add(`${prefix('STACK', 'UdpTransport.cxx:319')}\n\n`);
      page.mark();
      page.add(`${text}\n`);
    } else {
      page.add(
        `${prefix('DEBUG', 'TransportSelector.cxx:1365')}Transmitting to ${tuple(destination)} tlsDomain= via ${tuple(source)}\n\n`,
      );
      page.mark();
      page.add(`${text}sigcomp id=\n`);
    }
  }
  return page.done(1000);
};

export const twinkle: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const [year, month, day] = parts(message.time).date.split('-');
    const where = isIn(message) ? '::process_sip_msg\nReceived from' : '::send_sip_udp\nSend to';
    page.add(
      `+++ ${day}-${month}-${year} ${clock(message.time, 6)} INFO SIP ${where}: ${message.transport}:${peerOf(message)}\n`,
    );
    page.mark();
    page.add(`${message.text}\n---\n\n`);
  }
  return page.done(1);
};

export const snom: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const verb = isIn(message) ? 'Received from' : 'Sent to';
    page.add(
      `${verb} ${message.transport}:${peerOf(message)} at ${parts(message.time).syslog.replace('  ', ' ')}.${parts(message.time).micros.slice(0, 3)} (${message.text.length} bytes):\n\n`,
    );
    page.mark();
    page.add(`${message.text}\n`);
  }
  return page.done(1000);
};
