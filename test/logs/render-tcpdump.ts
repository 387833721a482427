/** The flow as tcpdump prints it. */
import type { FlowMessage } from './flow.ts';
import { createFrames, type DumpedFrame } from './packet.ts';
import { Page, parts, type Renderer } from './render.ts';

/** `192.0.2.5:5060` → `192.0.2.5.5060`. */
const dotBeforePort = (name: string): string => name.replace(/^\[(.*)\]:(\d+)$/, '$1.$2').replace(/:(\d+)$/, '.$1');
const clock = (time: number): string => `${parts(time).time}.${parts(time).micros}`;
const family = (message: FlowMessage): string => (message.source.startsWith('[') ? 'IP6' : 'IP');
const pairOf = (message: FlowMessage): string =>
  `${dotBeforePort(message.source)} > ${dotBeforePort(message.destination)}`;

function about(message: FlowMessage, frame: DumpedFrame): string {
  const what =
    message.transport === 'udp'
      ? `SIP: ${message.text.slice(0, message.text.indexOf('\r'))}`
      : `Flags [P.], seq ${frame.sequence}:${frame.sequence + frame.payload.length}, ack 1000, win 64240, length ${frame.payload.length}`;
  return `${parts(message.time).date} ${clock(message.time)} ${family(message)} ${pairOf(message)}: ${what}\n`;
}

/** As `-A` prints bytes: carriage returns before line feeds vanish, what does not print is a dot. */
const ascii = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/\r\n/g, '\n')
    .replace(/[^\x20-\x7e\n]/g, '.');

export const tcpdumpAscii: Renderer = (flow) => {
  const page = new Page();
  const framesOf = createFrames();
  for (const message of flow) {
    framesOf(message).forEach((frame, index) => {
      page.add(about(message, frame));
      const text = ascii(frame.ip);
      const [before] = text.split(/(?=[A-Z]+ sips?:|SIP\/2\.0 \d)/, 1);
      if (index === 0) {
        page.add(before);
        page.mark();
        page.add(`${text.slice(before.length)}\n`);
      } else {
        page.add(`${text}\n`);
      }
    });
  }
  return page.done(1);
};

/** Rows of sixteen bytes, from the IP header (`-X`) or from the link header (`-XX`). */
function hex(flow: readonly FlowMessage[], bytesOf: (frame: DumpedFrame) => Buffer): ReturnType<Renderer> {
  const page = new Page();
  const framesOf = createFrames();
  for (const message of flow) {
    framesOf(message).forEach((frame, index) => {
      if (index === 0) page.mark();
      page.add(about(message, frame));
      const bytes = bytesOf(frame);
      for (let at = 0; at < bytes.length; at += 16) {
        const row = bytes.subarray(at, at + 16);
        const digits = (row.toString('hex').match(/.{1,4}/g) ?? []).join(' ').padEnd(41);
        page.add(
          `\t0x${at.toString(16).padStart(4, '0')}:  ${digits}${row.toString('latin1').replace(/[^\x21-\x7e]/g, '.')}\n`,
        );
      }
    });
  }
  return page.done(1);
}

export const tcpdumpHex: Renderer = (flow) => hex(flow, ({ ip }) => ip);
export const tcpdumpLinkHex: Renderer = (flow) => hex(flow, ({ bytes }) => bytes);

/** `-v`: the message behind tabs, up to the first byte that is no ASCII; of TCP nothing. */
export const tcpdumpVerbose: Renderer = (flow) => {
  const page = new Page();
  const printed: string[] = [];
  for (const message of flow) {
    const { length } = message.text;
    const ip6 = family(message) === 'IP6';
    const where = `${parts(message.time).date} ${clock(message.time)}`;
    const first = ip6
      ? `IP6 (hlim 64, next-header UDP (17) payload length: ${length + 8}) `
      : `IP (tos 0x0, ttl 64, id 100, offset 0, flags [DF], proto UDP (17), length ${length + 28})\n    `;
    if (message.transport === 'tcp') {
      page.add(`${where} IP (tos 0x0, ttl 64, id 100, offset 0, flags [DF], proto TCP (6), length ${length + 40})\n`);
      page.add(
        `    ${pairOf(message)}: Flags [P.], cksum 0x388c (correct), seq 1:2, ack 1, win 64240, length ${length}\n`,
      );
      continue;
    }
    page.add(`${where} ${first}${pairOf(message)}: [udp sum ok] SIP, length: ${length}\n`);
    page.mark();
    const lines = message.text.replaceAll('\r', '').replace(/\n$/, '').split('\n');
    const end = lines.findIndex((line) => /[^\x09\x20-\x7e]/.test(line));
    const shown = end < 0 ? lines : lines.slice(0, end);
    for (const line of shown) page.add(`\t${line}\n`);
    printed.push(shown.join('\n'));
  }
  return { ...page.done(1), printed };
};
