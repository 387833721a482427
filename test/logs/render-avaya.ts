/** Avaya's products. Shapes: knowledge, log-dialects §2.19; all text is ours. */
import { type FlowMessage, flow } from './flow.ts';
import { Page, parts, type Renderer, withoutReturns } from './render.ts';
import type { Sample, Shown } from './sample.ts';

const millis = (message: FlowMessage): string => parts(message.time).micros.slice(0, 3);
const peerOf = (message: FlowMessage): string => (message.direction === 'in' ? message.source : message.destination);
const localOf = (message: FlowMessage): string => (message.direction === 'in' ? message.destination : message.source);
const iso = (message: FlowMessage): string => `${parts(message.time).date} ${parts(message.time).time}`;
/** `05/01/2026`. */
const dayFirst = (message: FlowMessage, sign: string): string =>
  parts(message.time).date.split('-').reverse().join(sign);
const monthFirst = (message: FlowMessage): string => {
  const [year, month, day] = parts(message.time).date.split('-');
  return `${month}/${day}/${year}`;
};

/** The lines between title and message. */
function smHead(message: FlowMessage, shift = 0): string {
  const received = message.direction === 'in';
  const sockets = `{ L${localOf(message)}/R${peerOf(message)}/${message.transport.toUpperCase()}/0x9 }`;
  const at = { ...message, time: message.time + shift };
  return [
    '-'.repeat(20),
    `${dayFirst(at, '/')} ${parts(at.time).time}.${millis(at)} ${received ? '-->' : '<--'} `,
    `octets: ${message.text.length}, Body Length: ${message.text.length - message.text.indexOf('\r\n\r\n') - 4}`,
    `ingress: ${received ? sockets : '{ }'}`,
    `egress: ${received ? '{ }' : sockets}`,
    'flags: 0x0',
    '-'.repeat(20),
    '',
  ].join('\n');
}

/** The trace's own file, in UTC. */
export function smFile(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  for (const message of messages) {
    const { date, time } = parts(message.time);
    page.add(
      `${date}T${time}.${millis(message)}Z sm1 AasSipMgr[4711]: +00:00 2026 ${millis(message)} 1 com.avaya.asm | 1 com.avaya.asm  SIPMSGT \n`,
    );
    page.add(smHead(message));
    page.mark();
    page.add(`${message.text}\n${'-'.repeat(20)}\n`);
  }
  return {
    name: 'avaya-session-manager/file',
    dialect: 'avaya-session-manager',
    inferred: false,
    exact: true,
    ...page.done(1000),
  };
}

/** By rsyslog, an hour ahead of UTC: each record in one line, and what is longer than 900 characters in two or three. */
export function smSyslog(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  for (const message of messages) {
    const prefix = `${parts(message.time + 3_600_000_000).syslog} sm1 AasSipMgr[4711]: +01:00 2026 ${millis(message)} 1 com.avaya.asm | 1 com.avaya.asm  `;
    const record = `SIPMSGT \n${smHead(message, 3_600_000_000)}${message.text}\n${'-'.repeat(20)}\n`;
    const escaped = record.replace(/[\r\n\t]/g, (code) => `#${code.charCodeAt(0).toString(8).padStart(3, '0')}`);
    page.mark();
    page.add(`${prefix}${escaped.slice(0, 900)}\n`);
    for (let at = 900; at < escaped.length; at += 900) page.add(`${prefix}SIPMSGT+ ${escaped.slice(at, at + 900)}\n`);
  }
  return {
    name: 'avaya-session-manager/syslog',
    dialect: 'avaya-session-manager',
    inferred: false,
    exact: true,
    ...page.done(1000),
  };
}

const sbceStamp = (date: string, message: FlowMessage): string =>
  `[${date}:${parts(message.time).time.replaceAll(':', '.')}.${parts(message.time).micros}]`;

function sbceRecords(page: Page, shown: readonly FlowMessage[]): void {
  for (const message of shown) {
    page.add(`${sbceStamp(monthFirst(message).replaceAll('/', '-'), message)}\n`);
    page.add(
      `SIP ${message.direction.toUpperCase()}: ${message.source} --> ${message.destination} (${message.transport.toUpperCase()})\n`,
    );
    page.mark();
    page.add(`${message.text}\n${'-'.repeat(78)}\n`);
  }
}

/** As it stands while the day is not above the twelfth: nothing tells the order. */
export const sbceRecent: Renderer = (messages) => {
  const page = new Page();
  sbceRecords(page, messages);
  return page.done(1);
};

/** The month first, which only the second half of the trace tells: it is eight days younger. */
export function sbceTrace(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  const week = 8 * 86_400_000_000;
  const shown = [
    ...messages,
    ...messages.slice(4, 9).map((message) => ({ ...message, time: message.time + week })),
  ].map(
    // What tells another date would tell the order, too.
    (message) => ({ ...message, text: message.text.replace(/Date: .*\r\n/, '') }),
  );
  sbceRecords(page, shown);
  return {
    name: 'avaya-sbce/month-first',
    dialect: 'avaya-sbce',
    shown,
    inferred: false,
    exact: true,
    ...page.done(1),
  };
}

/** The day first: the 200 OK to REGISTER has a Date. Copied from a terminal; the last message has no closing line. */
export function sbceCopied(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  const shown: Shown[] = messages.slice(0, 10);
  const last = shown[9];
  shown[9] = { ...last, text: `${last.text.slice(0, last.text.indexOf('m=audio'))}`, truncated: true };
  shown.forEach((message, index) => {
    page.add(`${sbceStamp(dayFirst(message, '-'), message)}\n`);
    page.add(
      `SIP ${message.direction.toUpperCase()}: ${message.source} --> ${message.destination} (${message.transport.toUpperCase()})\n`,
    );
    page.mark();
    page.add(`${withoutReturns(message.text)}${index === 9 ? '' : `\n${'-'.repeat(78)}\n`}`);
  });
  return { name: 'avaya-sbce/day-first', dialect: 'avaya-sbce', shown, inferred: false, exact: false, ...page.done(1) };
}

/** A long header is wrapped, and the rest of it is not indented. */
function wrapped(line: string): string {
  return line.length > 255 ? `${line.slice(0, 255)}\n${wrapped(line.slice(255))}` : line;
}

/** Times count from the start of the system; other records come between messages, and blank lines have their indent. */
function monitor(messages: readonly FlowMessage[], blank: string, name: string): Sample {
  const page = new Page();
  const shown = messages.map((message) => ({
    ...message,
    time: message.time - messages[0].time + 3_309_492_437_000,
    text: message.text.replace('CSeq: 3 BYE', `Reason: Q.850;cause=16;text="${'x'.repeat(600)}"\r\nCSeq: 3 BYE`),
  }));
  page.add(`\n********** SysMonitor **********\n${blank}\n`);
  for (const message of shown) {
    const at = Math.floor(message.time / 1000);
    page.add(
      `${at}mS SIP ${message.direction === 'in' ? 'Rx' : 'Tx'}: ${message.transport.toUpperCase()} ${message.source} -> ${message.destination}\n`,
    );
    page.mark();
    for (const line of withoutReturns(message.text).split('\n'))
      page.add(line ? `${wrapped(' '.repeat(20) + line)}\n` : `${blank}\n`);
    page.add(
      `${at + 1}mS CMCallEvt:    0a0b0c0d00000001 17.1.0 1 SIPTrunk Endpoint: StateChange: END=B CMCSIdle->CMCSOffering\n`,
    );
  }
  return { name, dialect: 'avaya-ip-office', shown, inferred: false, exact: false, ...page.done(1000) };
}

export const ipOffice = (messages: readonly FlowMessage[] = flow()): Sample =>
  monitor(messages, ' '.repeat(20), 'avaya-ip-office/monitor');
/** An editor took the blanks away from empty lines. */
export const ipOfficeTrimmed = (messages: readonly FlowMessage[] = flow()): Sample =>
  monitor(messages, '', 'avaya-ip-office/trimmed');

/** The Client SDK: credentials are cut behind the nonce, after the bytes were counted. */
export function clientSdk(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  const shown = messages.map((message) => ({
    ...message,
    text: message.text.replace(/(Authorization: .*nonce="8a3f"),\r\n .*\r\n/, '$1\r\n'),
  }));
  shown.forEach((message, index) => {
    const [verb, word] = message.direction === 'in' ? ['RECEIVED', 'from'] : ['SENDING', 'to'];
    page.add(
      `${iso(message)}.${millis(message)} D [21480] [CSDK::SIP] ${verb} ${messages[index].text.length} bytes ${word} ${peerOf(message)} {\n\n`,
    );
    page.mark();
    page.add(`${message.text}\n}\n`);
    page.add(`${iso(message)}.${millis(message)} I [21480] CSIPSession: state {\n  idle\n}\n`);
  });
  return { name: 'avaya-client/client-sdk', dialect: 'avaya-client', shown, inferred: true, ...page.done(1000) };
}

/** Agent for Desktop: line ends are doubled by half. */
export function agentForDesktop(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  for (const message of messages) {
    const verb = message.direction === 'in' ? 'RECEIVED from' : 'SENT to';
    page.add(
      `${iso(message)}.${millis(message)} DBH [88024] SIGNAL | ${verb} ${peerOf(message)}. Length= ${message.text.length}.\r\n{\r\n`,
    );
    page.mark();
    page.add(`${message.text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\r\n')}}\r\n\r\n`);
  }
  // The XML body's bare line feeds are told from the count.
  return {
    name: 'avaya-client/agent-for-desktop',
    dialect: 'avaya-client',
    inferred: true,
    exact: true,
    ...page.done(1000),
  };
}

/** one-X: the month first, and the thread's number before each line. */
export function oneX(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  for (const message of messages) {
    const verb = message.direction === 'in' ? 'RECEIVED from' : 'SENT to';
    page.add(
      `[${monthFirst(message)} ${parts(message.time).time}:${millis(message)}] DBH:     SIGNAL: [1474] ${verb} ${peerOf(message)}. Length= ${message.text.length}.\n{\n`,
    );
    page.mark();
    for (const line of withoutReturns(message.text).split('\n')) page.add(`[1474] ${line}\n`);
    page.add('[1474] }\n\n');
  }
  return { name: 'avaya-client/one-x', dialect: 'avaya-client', inferred: true, exact: true, ...page.done(1000) };
}

/** A telephone four hours west: long messages come in two parts, broken in the middle of a line. */
export function phone(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  const west = -4 * 3_600_000_000;
  for (const message of messages) {
    const at = parts(message.time + west);
    const record = (kind: string, text: string): string =>
      `<167>${at.syslog} 192.0.2.5 ${kind}: -04:00 2026 ${at.micros.slice(0, 3)} 1 .TEL | 0 ${text}`;
    const peer = peerOf(message);
    const colon = peer.lastIndexOf(':');
    const words =
      message.direction === 'in'
        ? `CNetworkInputManager::ProcessInput(): Inbound SIP message from ip = ${peer.slice(0, colon)} port: ${peer.slice(colon + 1)}`
        : `CSIPServer::SendToNetwork(): Outbound SIP message to ${peer}`;
    const text = `${message.direction === 'in' ? 'RX' : 'TX'} ${withoutReturns(message.text)}`;
    const long = text.length > 420;
    page.add(record('SIPMESSAGE', long ? `[Part 01 of 02]\n${words}\n` : `${words}\n`));
    page.mark();
    if (long) page.add(`${text.slice(0, 420)}${record('SIPMESSAGE', '[Part 02 of 02]')}\n${text.slice(420)}\n`);
    else page.add(`${text}\n`);
    page.add(record('SESSION', 'CSessionManager::DispatchSignalingEvent(): (0): type= SignalRegisterResponseEvent\n'));
  }
  return { name: 'avaya-phone/syslog', dialect: 'avaya-phone', inferred: true, exact: false, ...page.done(1000) };
}

/** Keys are asterisks, which makes the body shorter than its length; the second part of the first INVITE is lost. */
export function phoneMasked(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  const key = 'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:*****\r\n';
  const shown = messages.slice(4, 13).map((message, index): Shown => {
    if (index === 0) return { ...message, text: message.text.slice(0, message.text.indexOf('CSeq')), truncated: true };
    if (!message.text.includes('v=0')) return message;
    return { ...message, text: message.text.replace('Content-Length: 16', 'Content-Length: 25').concat(key) };
  });
  for (const message of shown) {
    const at = parts(message.time);
    const record = `${at.syslog} 192.0.2.5 SIPMESSAGE: +00:00 2026 ${at.micros.slice(0, 3)} 1 .TEL | 0 `;
    const peer = peerOf(message);
    const colon = peer.lastIndexOf(':');
    const words =
      message.direction === 'in'
        ? `CNetworkInputManager::ProcessInput(): Inbound SIP message from ip = ${peer.slice(0, colon)} port: ${peer.slice(colon + 1)}`
        : `CSIPServer::SendToNetwork(): Outbound SIP message to ${peer}`;
    page.add(`${record}${message.truncated ? '[Part 01 of 02]\n' : ''}${words}\n`);
    page.mark();
    page.add(
      `${message.direction === 'in' ? 'RX' : 'TX'} ${withoutReturns(message.text)}${message.truncated ? '' : '\n'}`,
    );
    page.add(
      `${at.syslog} 192.0.2.5 AUDIO: +00:00 2026 ${at.micros.slice(0, 3)} 1 .TEL | 0 IDSPGAudioInterface::StopAlertWave(): Entering\n`,
    );
  }
  return {
    name: 'avaya-phone/masked',
    dialect: 'avaya-phone',
    shown,
    inferred: true,
    exact: false,
    ...page.done(1000),
  };
}

/** The start line stands behind the record's own words. `mark`: carriage returns spelled out. */
function portal(messages: readonly FlowMessage[], name: string, mark: string): Sample {
  const page = new Page();
  for (const message of messages) {
    page.mark();
    const verb = message.direction === 'in' ? 'RCV' : 'SND';
    page.add(
      `@${iso(message)},${millis(message)}||FINEST|SIP|4711|MPP|${verb} sock=12 src=${message.source} dst=${message.destination} <`,
    );
    page.add(`${withoutReturns(message.text).replaceAll('\n', `${mark}\n`)}\n`);
    page.add(`@${iso(message)},${millis(message)}||FINE|SIP|4711|MPP|transaction 12 is complete\n`);
  }
  return { name, dialect: 'avaya-experience-portal', inferred: false, exact: false, ...page.done(1000) };
}

export const experiencePortal = (messages: readonly FlowMessage[] = flow()): Sample =>
  portal(messages, 'avaya-experience-portal/log', '^M');
export const experiencePortalPlain = (messages: readonly FlowMessage[] = flow()): Sample =>
  portal(messages, 'avaya-experience-portal/line-feeds-only', '');

/** Every line has the prefix, and a blank behind it. `others`: another thread writes in between. */
function iviewLog(messages: readonly FlowMessage[], name: string, others: boolean): Sample {
  const page = new Page();
  for (const message of messages) {
    const prefix = `${iso(message)}.${millis(message)} [.INFO] [..MESSAGE] `;
    const arrow = message.direction === 'in' ? '<---' : '--->';
    page.add(`${prefix}${arrow} ${peerOf(message)} 1 ${message.text.length}\n`);
    page.mark();
    withoutReturns(message.text)
      .replace(/\n$/, '')
      .split('\n')
      .forEach((line, index) => {
        page.add(`${prefix}${index === 0 ? `${arrow} ` : ''}${line} \n`);
        if (others && index === 3)
          page.add(`${iso(message)}.${millis(message)} [DEBUG] [REGISTRAR] lookup of alice@example.com\n`);
      });
    page.add(`${iso(message)}.${millis(message)} [.INFO] [TRANSACTION] done\n`);
  }
  return { name, dialect: 'avaya-iview', inferred: true, exact: false, ...page.done(1000) };
}

export const iview = (messages: readonly FlowMessage[] = flow()): Sample =>
  iviewLog(messages, 'avaya-iview/sipserver', false);
export const iviewInterleaved = (messages: readonly FlowMessage[] = flow()): Sample =>
  iviewLog(messages, 'avaya-iview/interleaved', true);
