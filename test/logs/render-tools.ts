/** The flow as sngrep, ngrep and sipgrep print it. */
import type { FlowMessage } from './flow.ts';
import { Page, parts, type Renderer } from './render.ts';

const slashed = (time: number): string =>
  `${parts(time).date.replaceAll('-', '/')} ${parts(time).time}.${parts(time).micros}`;

export const sngrep: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    page.add(`${slashed(message.time)} ${message.source} -> ${message.destination}\n`);
    page.mark();
    page.add(`${message.text}\n\n`);
  }
  return page.done(1);
};

/** Every byte that does not print becomes a dot; line feeds stay. */
export const dotted = (text: string): string => text.replace(/[^\x20-\x7e\n]/g, '.');

/** What is left of a message then: its line ends can be told, the rest is gone. */
export const undotted = (text: string): string => text.replace(/\r(?!\n)|[^\x20-\x7e\r\n]/g, '.');

/** A stream is read in pieces, and the second begins within a line. */
export function segmentsOf({ text, transport }: FlowMessage): string[] {
  return transport === 'tcp' && text.length > 300 ? [text.slice(0, 216), text.slice(216)] : [text];
}

/** `-t -W byline`, with the marks of packets that did not match. */
export const ngrep: Renderer = (flow) => {
  const page = new Page();
  let count = 0;
  for (const message of flow) {
    const kind = message.transport === 'udp' ? 'U' : 'T';
    const flags = kind === 'T' ? ' [AP]' : '';
    page.add('##');
    segmentsOf(message).forEach((segment, index) => {
      count += 3;
      page.add(`\n${kind} ${slashed(message.time)} ${message.source} -> ${message.destination}${flags} #${count}\n`);
      if (index === 0) page.mark();
      page.add(`${dotted(segment)}\n`);
    });
  }
  return page.done(1);
};

/** Colours, flags on a line of their own, an empty line before what UDP carried. */
export const sipgrep: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const udp = message.transport === 'udp';
    const kind = udp ? 'U' : 'T';
    page.add(`\n\x1b[1;33m${kind} ${slashed(message.time)} ${message.source} -> ${message.destination}\x1b[0m\n`);
    page.add(udp ? '\n' : ' [AP]\n');
    page.mark();
    page.add(`${dotted(message.text).replace(/tag=(\w+)\.\n/g, '\x1b[1;36mtag=$1.\x1b[0m\n')}\n`);
  }
  return page.done(1);
};
