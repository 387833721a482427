/** Cisco's products. Shapes: knowledge, log-dialects §2.12 to §2.15; all text is ours. */
import { type FlowMessage, flow } from './flow.ts';
import { Page, parts, withoutReturns } from './render.ts';
import type { Sample } from './sample.ts';

const messages = flow();

const millis = (message: FlowMessage): string => parts(message.time).micros.slice(0, 3);
/** `Jan  5 10:15:30.123`, the day padded. */
const stamp = (message: FlowMessage): string => `${parts(message.time).syslog}.${millis(message)}`;
const peerOf = (message: FlowMessage): [string, string] => {
  const peer = message.direction === 'in' ? message.source : message.destination;
  const colon = peer.lastIndexOf(':');
  return [peer.slice(0, colon), peer.slice(colon + 1)];
};

/** `show logging` with sequence numbers and a clock that was never set. */
export function iosBuffer(): Sample {
  const page = new Page();
  let sequence = 4210;
  page.add('cube1#show logging | begin ccsip\nSyslog logging: enabled (0 messages dropped)\n\n');
  for (const message of messages) {
    const record = (text: string): string => `00${++sequence}: *${stamp(message)}: //${text}`;
    page.add(record('-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\n'));
    page.add(message.direction === 'in' ? 'Received:\n' : 'Sent:\n');
    page.mark();
    page.add(`${withoutReturns(message.text)}\n`);
    page.add(record('17/1CE9A0B0C0D0/SIP/Info/verbose/5120/sipSPIGetContentSDP: Number of m-lines = 1\n'));
  }
  page.add('cube1#\n');
  return { name: 'cisco-ios/logging-buffer', dialect: 'cisco-ios', inferred: true, exact: false, ...page.done(1000) };
}

/** `show voip trace` of IOS XE: both addresses, a year and a zone. */
export function iosVoipTrace(): Sample {
  const page = new Page();
  for (const message of messages) {
    const { date, time } = parts(message.time);
    const [, month, day] = /^(\w{3}) ([ \d]\d)/.exec(parts(message.time).syslog) ?? [];
    const at = `${month} ${day} ${date.slice(0, 4)} ${time}.${millis(message)} UTC`;
    page.add(`0: ${at}: //1/1CE9A0B0C0D0/CUBE_VT/SIP/Msg/ccsipDisplayMsg:\n`);
    const verb = message.direction === 'in' ? 'Received' : 'Sent';
    page.add(
      `${verb}: SIP ${message.transport.toUpperCase()} message from ${message.source} to ${message.destination}\n`,
    );
    page.mark();
    page.add(`${withoutReturns(message.text)}\n`);
    page.add(`1: ${at}: //1/1CE9A0B0C0D0/CUBE_VT/SIP/FSM/SPI-State-Change: Current State: STATE_IDLE\n`);
  }
  return { name: 'cisco-ios/voip-trace', dialect: 'cisco-ios', inferred: false, exact: false, ...page.done(1000) };
}

/** A collector that gives each line of a record its own prefix, and another process that writes in between. */
export function iosSyslog(): Sample {
  const page = new Page();
  let sequence = 880;
  for (const message of messages) {
    const line = (text: string): void => {
      page.add(`${parts(message.time).syslog} 192.0.2.5 ${++sequence}: ${text}`.trimEnd().concat('\n'));
    };
    line(`.${stamp(message)}: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:`);
    line(message.direction === 'in' ? 'Received: ' : 'Sent: ');
    page.mark();
    withoutReturns(message.text)
      .split('\n')
      .forEach((text, index) => {
        line(text);
        if (index === 2) line(`.${stamp(message)}: %SYS-5-CONFIG_I: Configured from console by admin on vty0`);
      });
  }
  return { name: 'cisco-ios/syslog-each-line', dialect: 'cisco-ios', inferred: true, exact: false, ...page.done(1000) };
}

/** No clock at all: time since the router started. The buffer ends within the last message. */
export function iosUptime(): Sample {
  const page = new Page();
  const shown = messages.slice(0, 7).map((message, index) => ({
    ...message,
    time: (11 * 60 + 29 + Math.floor((message.time - messages[0].time) / 1_000_000)) * 1_000_000,
    ...(index === 6 && { text: message.text.slice(0, message.text.indexOf('Call-ID')), truncated: true as const }),
  }));
  for (const message of shown) {
    const seconds = message.time / 1_000_000;
    page.add(`00:${Math.floor(seconds / 60)}:${seconds % 60}: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:\n`);
    page.add(message.direction === 'in' ? 'Received:\n' : 'Sent:\n');
    page.mark();
    page.add(`${withoutReturns(message.text)}\n`);
  }
  page.text = page.text.trimEnd();
  return {
    name: 'cisco-ios/uptime',
    dialect: 'cisco-ios',
    shown,
    inferred: true,
    exact: false,
    ...page.done(1_000_000),
  };
}

/** SDL: time of day, both forms of opening, the node's tag on the line below. */
export function cucmSdl(): Sample {
  const page = new Page();
  let number = 12345;
  for (const message of messages) {
    const at = `${parts(message.time).time}.${millis(message)}`;
    const record = (text: string): string => `${String(number++).padStart(8, '0')}.00${number % 3} |${at} |${text}\n`;
    const [host, port] = peerOf(message);
    const received = message.direction === 'in';
    page.add(record('SdlSig   |SIPNormalizeInd   |wait   |SIPHandler(1,100,80,1)   |SIPTcp(1,100,71,1)'));
    if (message.transport === 'tcp') {
      const rest = received
        ? `SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from ${host} on port ${port} index 12 with ${message.text.length} bytes:`
        : `SIPTcp - wait_SdlSPISignal: Outgoing SIP TCP message to ${host} on port ${port} index 12 `;
      page.add(record(`AppInfo  |${rest}`));
    } else {
      const rest = received
        ? `wait_SdlDataInd: Incoming SIP UDP message size ${message.text.length} from ${host}:[${port}]:`
        : `wait_SdlSPISignal: Outgoing SIP UDP message to ${host}:[${port}]:`;
      page.add(record(`AppInfo  |//SIP/SIPUdp/${rest}`));
    }
    page.add(`[${105_000 + number},NET]\n`);
    page.mark();
    page.add(`${withoutReturns(message.text)}\n`);
  }
  page.add('00012999.000 |10:15:59.000 |SdlSig   |StopInd\n');
  // What the UDP records count makes those messages exact.
  return { name: 'cisco-cucm/sdl', dialect: 'cisco-cucm', inferred: true, ...page.done(1000) };
}

/** SDI: dated, without the tag; the last record ends within its body, and the next follows. */
export function cucmSdi(): Sample {
  const page = new Page();
  const shown = messages.slice(4, 10).map((message, index) => ({
    ...message,
    ...(index === 5 && { text: message.text.slice(0, message.text.indexOf('a=rtpmap:101')), truncated: true as const }),
  }));
  for (const message of shown) {
    const { date, time } = parts(message.time);
    const [year, month, day] = date.split('-');
    const at = `${month}/${day}/${year} ${time}.${millis(message)} CCM|`;
    const [host, port] = peerOf(message);
    const verb = message.direction === 'in' ? 'Incoming' : 'Outgoing';
    const word = message.direction === 'in' ? 'from' : 'to';
    const transport = message.transport.toUpperCase();
    const what = message.transport === 'tcp' ? `${host} on port ${port} index 9` : `${host}:[${port}]`;
    page.add(
      `${at}//SIP/SIP${transport[0]}${transport.slice(1).toLowerCase()}/wait_SdlSPISignal: ${verb} SIP ${transport} message ${word} ${what}:\n`,
    );
    page.mark();
    page.add(`${withoutReturns(message.text)}\n`);
    page.add(`${at}//SIP/Stack/Info/0x0/ccsip_process_message|<CLID::NODE><NID::192.0.2.5>\n`);
  }
  return { name: 'cisco-cucm/sdi', dialect: 'cisco-cucm', shown, inferred: true, exact: false, ...page.done(1000) };
}
