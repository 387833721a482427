/** Asterisk's PJSIP log as collectors store it. */
import type { FlowMessage } from './flow.ts';
import { Page, parts, pjsipOpening, type Renderer, withoutReturns } from './render.ts';

/** One syslog line for each line of the record. */
export const syslog: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const prefix = `${parts(message.time).syslog} pbx asterisk[2841]: `;
    page.add(`${prefix}VERBOSE[2850]: res_pjsip_logger.c:254 in logging_on_rx_msg: ${pjsipOpening(message)}\n`);
    page.mark();
    for (const line of withoutReturns(message.text).split('\n')) page.add(`${prefix}${line}`.trimEnd().concat('\n'));
  }
  return page.done(1_000_000);
};

/** The whole record in one line: rsyslog writes control characters in octal. */
export const rsyslogEscapes: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const record = `VERBOSE[2850]: res_pjsip_logger.c:254 in logging_on_rx_msg: ${pjsipOpening(message)}\n${message.text}\n`;
    const escaped = record.replace(/[\r\n\t]/g, (code) => `#${code.charCodeAt(0).toString(8).padStart(3, '0')}`);
    const at = parts(message.time);
    page.mark();
    page.add(`<142>1 ${at.date}T${at.time}.${at.micros}+00:00 pbx asterisk 2841 - - ${escaped}\n`);
  }
  return page.done(1);
};

const utf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');
const json = (value: unknown): string => Buffer.from(JSON.stringify(value), 'utf8').toString('latin1');
const zulu = (message: FlowMessage): string =>
  `${parts(message.time).date}T${parts(message.time).time}.${parts(message.time).micros}Z`;

/** One object a record, the text in one of its fields. */
export const jsonLines: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    page.mark();
    const text = `${pjsipOpening(message)}\n${utf8(message.text)}\n`;
    page.add(
      `${json({ timestamp: zulu(message), level: 'verbose', logmsg: { message: text, location: { line: 254 } } })}\n`,
    );
    page.add(
      `${json({ timestamp: zulu(message), level: 'debug', logmsg: { message: 'Found RTP audio format 8' } })}\n`,
    );
  }
  return page.done(1);
};

/** docker's json-file driver: one object a line of output. */
export const docker: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const add = (line: string): void => {
      page.add(`${json({ log: `${line}\n`, stream: 'stdout', time: zulu(message) })}\n`);
    };
    add(pjsipOpening(message));
    page.mark();
    for (const line of utf8(message.text).split('\n')) add(line);
  }
  return page.done(1);
};

const DOCKER_RECORD = 16_384;

/** A program that logs objects, some of them longer than docker's records: those go on in the next of their stream. */
export const dockerParts: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const add = (log: string, stream: string): void => {
      page.add(`${json({ log: utf8(log), stream, time: zulu(message) })}\n`);
    };
    const long = message.text.includes('v=0');
    const context = long ? 'x'.repeat(16_200) : '';
    const text = `${pjsipOpening(message)}\n${utf8(message.text)}\n`;
    const line = `${json({ timestamp: zulu(message), context, message: text })}\n`;
    page.mark();
    for (let at = 0; at < line.length; at += DOCKER_RECORD) {
      add(line.slice(at, at + DOCKER_RECORD), 'stdout');
      if (at === 0) add('a warning that nobody reads\n', 'stderr');
    }
  }
  return page.done(1);
};
