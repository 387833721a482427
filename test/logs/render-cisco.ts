/** Cisco's products. Shapes: knowledge, log-dialects §2.12 to §2.15; all text is ours. */
import { type FlowMessage, flow } from './flow.ts';
import { Page, parts, withoutReturns } from './render.ts';
import type { Sample } from './sample.ts';

const millis = (message: FlowMessage): string => parts(message.time).micros.slice(0, 3);
/** `Jan  5 10:15:30.123`, the day padded. */
const stamp = (message: FlowMessage): string => `${parts(message.time).syslog}.${millis(message)}`;
const peerOf = (message: FlowMessage): [string, string] => {
  const peer = message.direction === 'in' ? message.source : message.destination;
  const colon = peer.lastIndexOf(':');
  return [peer.slice(0, colon), peer.slice(colon + 1)];
};

/** `show logging` with sequence numbers and a clock that was never set. */
export function iosBuffer(messages: readonly FlowMessage[] = flow()): Sample {
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
export function iosVoipTrace(messages: readonly FlowMessage[] = flow()): Sample {
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
export function iosSyslog(messages: readonly FlowMessage[] = flow()): Sample {
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
export function iosUptime(messages: readonly FlowMessage[] = flow()): Sample {
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
export function cucmSdl(messages: readonly FlowMessage[] = flow()): Sample {
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
export function cucmSdi(messages: readonly FlowMessage[] = flow()): Sample {
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

const localOf = (message: FlowMessage): string => (message.direction === 'in' ? message.destination : message.source);
const split = (name: string): [string, string] => {
  const colon = name.lastIndexOf(':');
  return [name.slice(0, colon).replace(/^\[|\]$/g, ''), name.slice(colon + 1)];
};

/** Diagnostic log with an action and the local side; the addresses of IPv6 stand without brackets. */
export function expressway(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  for (const message of messages) {
    const { date, time } = parts(message.time);
    const prefix = `${date}T${time}+00:00 exp-c tvcs: UTCTime="${date} ${time},${millis(message)}" Module="network.sip"`;
    const [here, port] = split(localOf(message));
    const [there, far] = split(message.direction === 'in' ? message.source : message.destination);
    const [verb, side] = message.direction === 'in' ? ['Received', 'Src'] : ['Sent', 'Dst'];
    const method = message.text.split(' ', 1)[0];
    page.add(
      `${prefix} Level="INFO": Action="${verb}" Local-ip="${here}" Local-port="${port}" ${side}-ip="${there}" ${side}-port="${far}" Detail="Receive Request Method=${method}, Request-URI=sip:bob@example.com"\n`,
    );
    page.add(
      `${prefix} Level="DEBUG":  Action="${verb}" Local-ip="${here}" Local-port="${port}" ${side}-ip="${there}" ${side}-port="${far}" Msg-Hash="1234567890"\n SIPMSG:\n`,
    );
    page.mark();
    withoutReturns(message.text)
      .split('\n')
      .forEach((line, index) => {
        page.add(` ${index === 0 ? '|' : ''}${line}\n`);
      });
    page.add(' |\n');
  }
  return {
    name: 'cisco-expressway/diagnostic-log',
    dialect: 'cisco-expressway',
    inferred: false,
    exact: false,
    ...page.done(1000),
  };
}

/** Older: no action, one address only; an editor took the blanks at the ends of lines, and with them empty lines' own. */
export function expresswayOld(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  for (const message of messages) {
    const { date, time } = parts(message.time);
    const [there, far] = split(message.direction === 'in' ? message.source : message.destination);
    const side = message.direction === 'in' ? 'Src' : 'Dst';
    page.add(
      `${parts(message.time).syslog} vcs tvcs: UTCTime="${date} ${time},${millis(message)}" Module="network.sip" Level="DEBUG": ${side}-ip="${there}" ${side}-port="${far}"\n SIPMSG:\n`,
    );
    page.mark();
    withoutReturns(message.text)
      .split('\n')
      .forEach((line, index) => {
        page.add(`${` ${index === 0 ? '|' : ''}${line}`.trimEnd()}\n`);
      });
  }
  return {
    name: 'cisco-expressway/older',
    dialect: 'cisco-expressway',
    inferred: true,
    exact: false,
    ...page.done(1000),
  };
}

/** A telephone: tabs before lines, carriage returns spelled out. */
export function telephone(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  let number = 4300;
  for (const message of messages) {
    const at = `${parts(message.time).syslog}.${parts(message.time).micros}`;
    const arrow = message.direction === 'in' ? 'recv<---' : 'sent--->';
    const record = (text: string): string => `${number++} DEB ${at.replace('  ', ' 0')} (412:430) JAVA-${text}`;
    page.mark();
    const [first, ...lines] = message.text.replace(/\r\n$/, '').split(/\r?\n/);
    page.add(record(`sipio-${arrow} ${first}^M\n`));
    for (const line of lines) page.add(`\t${line}^M\n`);
    page.add('\t^M\n');
    page.add(record(`SIP : sip_dump_send_msg_info: <${message.destination}>:INVITE  :: <sip:bob@example.com>\n`));
  }
  return { name: 'cisco-phone/console', dialect: 'cisco-phone', inferred: true, exact: false, ...page.done(1) };
}

/** Jabber: bare lines behind the first. */
export function jabber(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  for (const message of messages) {
    const { date, time } = parts(message.time);
    const arrow = message.direction === 'in' ? 'recv<---' : 'sent--->';
    const record = (text: string): string => `${date} ${time},${millis(message)} DEBUG [0x00001a2b] ${text}`;
    page.mark();
    page.add(
      record(
        `[src\\sipcc\\core\\ccsip_debug.c(1041)] [csf.sip-call-control] [platform_print_sip_msg] - sipio-${arrow} ${withoutReturns(message.text)}\n`,
      ),
    );
    page.add(record('[src\\sipcc\\core\\sip_common_transport.c(99)] [csf.sip-call-control] [sipTransport] - done\n'));
  }
  return { name: 'cisco-phone/jabber', dialect: 'cisco-phone', inferred: true, exact: false, ...page.done(1000) };
}

const xsTitle = (message: FlowMessage): string => {
  const { date, time } = parts(message.time);
  return `${date.replaceAll('-', '.')} ${time}:${millis(message)} GMT+00:00`;
};

/** XSLog. `blank`: a blank line behind the title and before the message. */
function xsLog(
  messages: readonly FlowMessage[],
  name: string,
  blank: boolean,
  text: (message: FlowMessage) => string,
  exact: boolean,
): Sample {
  const page = new Page();
  for (const message of messages) {
    const words = message.direction === 'in' ? 'IN from' : 'OUT to';
    const peer = message.direction === 'in' ? message.source : message.destination;
    page.add(`${xsTitle(message)} | Info       | Sip | +15555550112 | localHost40149831:0\n${blank ? '\n' : ''}`);
    page.add(`\t${message.transport} ${message.text.length} Bytes ${words} ${peer}\n${blank ? '\n' : ''}`);
    page.mark();
    page.add(`${text(message)}\n`);
    page.add(`${xsTitle(message)} | FieldDebug | CallP | +15555550112 | callhalf-1:0\n\n\tstate is active\n\n`);
  }
  return { name, dialect: 'broadworks', inferred: true, exact, ...page.done(1000) };
}

export const broadworks = (messages: readonly FlowMessage[] = flow()): Sample =>
  xsLog(messages, 'broadworks/xslog', true, ({ text }) => text, true);
export const broadworksPlain = (messages: readonly FlowMessage[] = flow()): Sample =>
  xsLog(messages, 'broadworks/line-feeds-only', false, ({ text }) => withoutReturns(text), true);
