/** Servers, collectors and stacks. Shapes: knowledge, log-dialects §2.20 and §2.26; all text is ours. */
import { type FlowMessage, flow } from './flow.ts';
import { Page, parts, withoutReturns } from './render.ts';
import type { Sample, Shown } from './sample.ts';

const millis = (message: FlowMessage): string => parts(message.time).micros.slice(0, 3);
const peerOf = (message: FlowMessage): string => (message.direction === 'in' ? message.source : message.destination);
const localOf = (message: FlowMessage): string => (message.direction === 'in' ? message.destination : message.source);
const iso = (message: FlowMessage): string =>
  `${parts(message.time).date}T${parts(message.time).time}.${parts(message.time).micros}Z`;
const split = (name: string): [string, number] => {
  const colon = name.lastIndexOf(':');
  return [name.slice(0, colon).replace(/^\[|\]$/g, ''), Number(name.slice(colon + 1))];
};
const utf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');
const json = (value: unknown, indent?: number): string =>
  Buffer.from(JSON.stringify(value, undefined, indent), 'utf8').toString('latin1');

/** `host`: in front of each time. */
function sipServer(
  messages: readonly FlowMessage[],
  name: string,
  host: string,
  text: (message: FlowMessage) => string,
): Sample {
  const page = new Page();
  page.add('Local time:       2026-01-05T10:00:00.000\n');
  for (const message of messages) {
    const at = `${host}${parts(message.time).time}.${millis(message)}`;
    const [verb, word, arrows] =
      message.direction === 'in' ? ['Received', 'from', '<<<<<'] : ['Sending ', 'to', '>>>>>'];
    const transport = message.transport.toUpperCase();
    page.add(
      `${at}: SIPTR: ${verb} [0,${transport}] ${message.text.length} bytes ${word} ${peerOf(message)} ${arrows}\n`,
    );
    page.mark();
    page.add(`${text(message)}\n`);
    page.add(`${at}: SIPTR(101): Begin step 0 - SipTransactionStateIdle\n`);
  }
  return { name, dialect: 'genesys', inferred: true, exact: true, ...page.done(1000) };
}

export const genesys = (messages: readonly FlowMessage[] = flow()): Sample =>
  sipServer(messages, 'genesys/sip-server', '', ({ text }) => text);
export const genesysCollected = (messages: readonly FlowMessage[] = flow()): Sample =>
  sipServer(messages, 'genesys/collected', 'sip-1 ', ({ text }) => withoutReturns(text));

/** OCSLogger. `dash`: what stands for an empty body. */
function lyncTrace(name: string, dash: string, part: readonly FlowMessage[], cut: boolean): Sample {
  const page = new Page();
  const shown = part.map((message, index): Shown => {
    // The head's blank line is only there when the record has a body.
    if (!cut || index < part.length - 1) return message;
    return { ...message, text: message.text.slice(0, message.text.indexOf('m=audio')), truncated: true };
  });
  shown.forEach((message, index) => {
    const [year, month, day] = parts(message.time).date.split('-');
    const at = `${month}/${day}/${year}-${parts(message.time).time}.${millis(message)}.0000538${index % 10}`;
    const [head, body] = withoutReturns(message.text).split(/\n\n([\s\S]*)/);
    const lines = head.split('\n');
    page.add(
      `TL_INFO(TF_PROTOCOL) [0]06E4.0EB4::${at} (SIPStack,SIPAdminLog::TraceProtocolRecord:SIPAdminLog.cpp(125))[1] $$begin_record\n`,
    );
    page.add(`Trace-Correlation-Id: ${100 + index}\nInstance-Id: 0000${index}\n`);
    page.add(
      `Direction: ${message.direction === 'in' ? 'incoming' : 'outgoing'};source="local"\nPeer: ${peerOf(message)}\n`,
    );
    page.add(`Message-Type: ${lines[0].startsWith('SIP/2.0') ? 'response' : 'request'}\n`);
    page.mark();
    page.add(`Start-Line: ${lines[0]}\n${lines.slice(1).join('\n')}\n`);
    page.add(`Message-Body: ${body === '' ? dash : `${body.replace(/\n$/, '')}`}\n`);
    if (!message.truncated) page.add('$$end_record\n\n');
  });
  return { name, dialect: 'lync', shown, inferred: true, exact: false, ...page.done(1000) };
}

export const lync = (messages: readonly FlowMessage[] = flow()): Sample =>
  lyncTrace('lync/ocslogger', '\xe2\x80\x93', messages, false);
export const lyncCut = (messages: readonly FlowMessage[] = flow()): Sample =>
  lyncTrace('lync/cut', '', messages.slice(0, 10), true);

/** One line a datagram, the hexadecimal and what can be printed of it. */
export function fortigate(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  messages.forEach((message, index) => {
    const stamp = `${parts(message.time).date} ${parts(message.time).time} `;
    page.add(`${stamp}sip port ${26 + (index % 3)} locate session for ${message.source} -> ${message.destination}\n`);
    page.add(`${stamp}sip port ${26 + (index % 3)} ${message.source} -> ${message.destination}\n`);
    page.mark();
    const hex = Buffer.from(message.text, 'latin1').toString('hex');
    const printed = message.text.replace(/[^ -~]/g, '.');
    page.add(`${stamp}sip port ${26 + (index % 3)} read [(0,${message.text.length}) (${hex})(${printed})]\n`);
  });
  return { name: 'fortigate/debug', dialect: 'fortigate', inferred: false, exact: true, ...page.done(1_000_000) };
}

/** A terminal wrapped the hexadecimal and what follows it. */
export function fortigateWrapped(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  for (const message of messages) {
    const stamp = `${parts(message.time).date} ${parts(message.time).time} `;
    page.add(`${stamp}sip port 26 ${message.source} -> ${message.destination}\n`);
    page.mark();
    const hex = Buffer.from(message.text, 'latin1').toString('hex');
    page.add(`${stamp}sip port 26 read [(0,${message.text.length})\n`);
    page.add(`(${hex.replace(/.{100}(?=.)/g, '$&\n')})(${message.text.slice(0, 40).replace(/[^ -~]/g, '.')}\n`);
    page.add(`${message.text.slice(40, 90).replace(/[^ -~]/g, '.')})]\n`);
  }
  return { name: 'fortigate/wrapped', dialect: 'fortigate', inferred: false, exact: true, ...page.done(1_000_000) };
}

export function homerText(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  for (const message of messages) {
    page.add(
      `proto:${message.transport.toUpperCase()} ${iso(message)}  ${message.source} ---> ${message.destination}\r\n\r\n`,
    );
    page.mark();
    page.add(`${message.text}\r\n`);
  }
  return { name: 'homer/text', dialect: 'homer', inferred: false, exact: false, ...page.done(1) };
}

function homerRow(message: FlowMessage): Record<string, unknown> {
  const [srcIp, srcPort] = split(message.source);
  const [dstIp, dstPort] = split(message.destination);
  return {
    id: message.time % 1000,
    sid: 'leg-a@198.51.100.7',
    protocol: message.transport === 'udp' ? 17 : 6,
    srcIp,
    srcPort,
    dstIp,
    dstPort,
    timeSeconds: Math.floor(message.time / 1_000_000),
    timeUseconds: message.time % 1_000_000,
    create_date: Math.floor(message.time / 1000),
    raw: utf8(message.text),
  };
}

/** The answer of the interface: all rows in one line. And rows of the database, which keep the header's fields apart. */
export function homerJson(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  for (let index = 0; index < 10; index++) page.mark();
  page.add(`${json({ data: messages.slice(0, 10).map(homerRow), keys: ['raw', 'srcIp'], total: 10 })}\n`);
  for (const message of messages.slice(10)) {
    page.mark();
    const { raw, sid, ...header } = homerRow(message);
    page.add(`${json({ sid, protocol_header: header, data_header: { method: 'INVITE' }, raw })}\n`);
  }
  return { name: 'homer/json', dialect: 'homer', inferred: false, exact: true, ...page.done(1) };
}

/** As `jq` prints the answer, with a row in it that holds no message. */
export function homerPretty(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  const rows = messages.flatMap((message, index) =>
    index === 3 ? [homerRow(message), { srcIp: '192.0.2.5', note: 'gap' }] : [homerRow(message)],
  );
  const text = json({ data: rows, total: rows.length }, 2);
  for (const line of text.split('\n')) {
    if (line.startsWith('      "raw"')) page.mark();
    page.add(`${line}\n`);
  }
  return { name: 'homer/pretty-json', dialect: 'homer', inferred: false, exact: true, ...page.done(1) };
}

/** Each message twice: a line about it, then the whole. */
function sorcery(
  messages: readonly FlowMessage[],
  name: string,
  text: (message: FlowMessage) => string,
  exact: boolean,
): Sample {
  const page = new Page();
  for (const message of messages) {
    const { date, time } = parts(message.time);
    const kind = message.text.startsWith('SIP/2.0') ? 'Response' : 'Request';
    const [verb, arrow] = message.direction === 'in' ? ['received', '<-'] : ['sent', '->'];
    const prefix = `${date} ${time}.${millis(message)} `;
    const ends = `${message.transport}:${localOf(message)}${arrow}${message.transport}:${peerOf(message)}`;
    page.add(`${prefix}[DBG] ${kind} ${verb}: ${ends} ${message.text.split('\r\n', 1)[0].slice(0, 60)}\n`);
    page.mark();
    page.add(`${prefix}[VRB] ${kind} ${verb}: ${text(message)}\n`);
  }
  return { name, dialect: 'sipsorcery', inferred: false, exact, ...page.done(1000) };
}

export const sipsorcery = (messages: readonly FlowMessage[] = flow()): Sample =>
  sorcery(messages, 'sipsorcery/verbose', ({ text }) => text, true);
export const sipsorceryPlain = (messages: readonly FlowMessage[] = flow()): Sample =>
  sorcery(messages, 'sipsorcery/line-feeds-only', ({ text }) => withoutReturns(text), false);
