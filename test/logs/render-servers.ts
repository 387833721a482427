/** The flow as servers and libraries print it. */
import type { FlowMessage } from './flow.ts';
import { Page, parts, type Renderer, withoutReturns } from './render.ts';

const clock = (time: number): string => `${parts(time).time}.${parts(time).micros}`;
const hostOf = (name: string): string => name.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
const portOf = (name: string): string => /:(\d+)$/.exec(name)?.[1] ?? '';
const peerOf = (message: FlowMessage): string => (message.direction === 'in' ? message.source : message.destination);
const firstWord = (message: FlowMessage): string => message.text.split(' ', 1)[0];

/** The closer follows the message without a line end of its own. */
export const sipdump: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const { time, source, destination } = message;
    page.add(`${'='.repeat(20)}\ntag: ${message.direction === 'in' ? 'rcv' : 'snd'}\npid: 7001\nprocess: 4\n`);
    page.add(
      `time: ${Math.floor(time / 1e6)}.${parts(time).micros}\ndate: ${parts(time).syslog} ${parts(time).date.slice(0, 4)}\n`,
    );
    page.add(
      `proto: ${message.transport} ${source.startsWith('[') ? 'ipv6' : 'ipv4'}\nsrcip: ${hostOf(source)}\nsrcport: ${portOf(source)}\n`,
    );
    page.add(`dstip: ${hostOf(destination)}\ndstport: ${portOf(destination)}\n${'~'.repeat(20)}\n`);
    page.mark();
    page.add(`${message.text}${'|'.repeat(20)}\n`);
  }
  return page.done(1);
};

export const tracerFile: Renderer = (flow) => {
  const page = new Page();
  for (const { time, direction, transport, source, destination, text } of flow) {
    page.add(`${direction} ${transport} ${parts(time).date} ${parts(time).time} ${source} -> ${destination}\n`);
    page.mark();
    page.add(`${text}\n\n`);
  }
  return page.done(1_000_000);
};

/** rsyslog made one line of it. */
export const tracerSyslog: Renderer = (flow) => {
  const page = new Page();
  for (const { time, direction, transport, source, destination, text } of flow) {
    const record = `${direction} ${transport} ${source} -> ${destination}\n${text}\n`;
    page.mark();
    page.add(
      `${parts(time).syslog} proxy /usr/sbin/opensips[7001]: ${record.replace(/[\r\n\t]/g, (code) => `#0${code.charCodeAt(0).toString(8).padStart(2, '0')}`)}\n`,
    );
  }
  return page.done(1_000_000);
};

export const yate: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const { time, transport, direction, text } = message;
    const what =
      direction === 'in'
        ? `received ${text.length} bytes SIP message from ${peerOf(message)}`
        : `sending ${text.length} bytes ${firstWord(message).replace('/2.0', '')} 0x7f30a4 to ${peerOf(message)}`;
    page.add(
      `${parts(time).date} ${clock(time)} <${transport}:INFO> '${transport}:0.0.0.0:5060' ${what} [0x55d0c8]\r\n-----\r\n`,
    );
    page.mark();
    page.add(`${text}${text.endsWith('\n') ? '' : '\r\n'}-----\n`);
  }
  return page.done(1);
};

export const jainXml: Renderer = (flow) => {
  const page = new Page();
  page.add('<description logDescription="proxy" />\n');
  for (const { time, direction, source, destination, text } of flow) {
    page.add(
      `<message\nfrom="${source}" \nto="${destination}" \ntime="${Math.floor(time / 1000)}" \nisSender="${direction === 'out'}" \n`,
    );
    page.add(`transactionId="z9hg4bka" \ncallId="x" \nfirstLine="${text.split('\r', 1)[0]}" \n>\n`);
    page.mark();
    page.add(`<![CDATA[${text}]]>\n</message>\n`);
  }
  return page.done(1000);
};

/** sip-viewer's own form. */
export const jainText: Renderer = (flow) => {
  const page = new Page();
  for (const { time, direction, source, destination, text } of flow) {
    const stamp = `${parts(time).date.replaceAll('-', '/')} ${clock(time).slice(0, -3)}`;
    page.add(`[${stamp}] ${direction.toUpperCase()} ${source} --> ${destination}\n\n`);
    page.mark();
    page.add(`${text}\n-----------------------\n`);
  }
  return page.done(1000);
};

/** sofia-sip within Flexisip: its own prefix on every line. */
export const flexisip: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const { time, direction, transport, text } = message;
    const prefix = `${parts(time).date} ${clock(time).slice(0, 8)}:${parts(time).micros.slice(0, 3)} flexisip-debug-`;
    const [verb, word] = direction === 'in' ? ['recv', 'from'] : ['send', 'to'];
    const peer = peerOf(message);
    const where = `${transport}/[${hostOf(peer)}]:${portOf(peer)}`;
    page.add(`${prefix}${verb} ${text.length} bytes ${word} ${where} at ${clock(time)}:\n`);
    page.mark();
    for (const line of withoutReturns(text).split('\n')) page.add(`${prefix}${line}\n`);
  }
  return page.done(1);
};
