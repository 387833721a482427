/** Renders a flow in each dialect, with the noise that the product prints around it. All text is ours; one character a byte. */
import type { FlowMessage } from './flow.ts';

export interface Rendered {
  readonly text: string;
  /** Line of each message's start line, from 1. */
  readonly lines: readonly number[];
  /** Granularity of the printed time; Infinity when none is printed. */
  readonly resolution: number;
  /** What is left of each message where something is missing; those that are not printed at all have no line either. */
  readonly printed?: readonly string[];
}

export type Renderer = (flow: readonly FlowMessage[]) => Rendered;

/** What a dialect cannot express, or not readably. */
export interface Losses {
  /** The message as far as it is printed. */
  readonly as?: (text: string) => string;
  /** False: nothing says that the bytes are the wire's. `some`: of some messages something does. */
  readonly exact?: boolean | 'some';
  /** The order in which it prints. */
  readonly order?: (flow: readonly FlowMessage[]) => readonly FlowMessage[];
  /** What stands behind a start line. */
  readonly after?: string;
  /** Start lines cannot be read in the file. */
  readonly opaque?: boolean;
}

/** A dialect as one fixture and one case of the dialects' test. */
export interface Case {
  readonly title: string;
  /** Of the fixture. */
  readonly name: string;
  readonly dialect: string;
  readonly render: Renderer;
  readonly losses?: Losses;
  /** The damage of its ugly fixture, where quoting would leave nothing to read. */
  readonly ugly?: (text: string) => string;
}

/** A dialect that does not print all of the messages, as a fixture. */
export interface ShortCase {
  readonly name: string;
  readonly dialect: string;
  readonly render: Renderer;
  /** Whether a message is printed, if only its beginning. */
  part(message: FlowMessage): boolean;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export class Page {
  text = '';
  readonly lines: number[] = [];
  private line = 1;

  add(text: string): void {
    this.text += text;
    for (const character of text) if (character === '\n') this.line++;
  }

  /** The next line is a start line. */
  mark(): void {
    this.lines.push(this.line);
  }

  done(resolution: number): Rendered {
    return { text: this.text, lines: this.lines, resolution };
  }
}

export function parts(time: number): { date: string; time: string; micros: string; syslog: string } {
  const at = new Date(Math.floor(time / 1000));
  const iso = at.toISOString();
  const micros = String(time % 1_000_000).padStart(6, '0');
  const day = String(at.getUTCDate()).padStart(2, ' ');
  return {
    date: iso.slice(0, 10),
    time: iso.slice(11, 19),
    micros,
    syslog: `${MONTHS[at.getUTCMonth()]} ${day} ${iso.slice(11, 19)}`,
  };
}

const peerOf = (message: FlowMessage): string => (message.direction === 'in' ? message.source : message.destination);

/** Wire lines without CR, as products print that strip it. */
export const withoutReturns = (text: string): string => text.replaceAll('\r', '');

export const eachLine = (text: string, change: (line: string) => string): string =>
  text.replace(/\n$/, '').split('\n').map(change).join('\n').concat('\n');

/** As an editor leaves it: neither carriage returns nor blanks at line ends. */
export const stripped = (text: string): string => eachLine(withoutReturns(text), (line) => line.trimEnd());

export const raw: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    page.mark();
    page.add(`${message.text}\r\n`);
  }
  return page.done(Infinity);
};

export const rawPasted: Renderer = (flow) => {
  const page = new Page();
  page.add('Hello, this is what our provider sees:\n\n');
  for (const message of flow) {
    page.mark();
    page.add(`${withoutReturns(message.text)}\n------\n`);
  }
  page.add('\nRegards\n');
  return page.done(Infinity);
};

export function pjsipOpening(message: FlowMessage): string {
  const received = message.direction === 'in';
  const kind = message.text.startsWith('SIP/2.0') ? 'response' : 'request';
  const verb = received ? 'Received' : 'Transmitting';
  const peer = `${message.transport.toUpperCase()}:${peerOf(message)}`;
  return `<--- ${verb} SIP ${kind} (${message.text.length} bytes) ${received ? 'from' : 'to'} ${peer} --->`;
}

/** Log file, default formatter: the prefix stands on the first line of a record only. */
export const pjsipFile: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const stamp = parts(message.time).syslog;
    page.add(`[${stamp}] VERBOSE[2841] res_pjsip_logger.c: ${pjsipOpening(message)}\n`);
    page.mark();
    page.add(`${message.text}\n`);
    page.add(`[${stamp}] DEBUG[2841][C-0000001a] res_pjsip_session.c: Method is INVITE sip:bob@example.com SIP/2.0\n`);
  }
  return page.done(1_000_000);
};

/** Console with -T: the prefix stands on every line, and the terminal has dropped the carriage returns. */
export const pjsipConsole: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const prefix = `[${parts(message.time).date} ${parts(message.time).time}] `;
    page.add(`${prefix}${pjsipOpening(message)}\n`);
    page.mark();
    for (const line of withoutReturns(message.text).split('\n')) page.add(`${prefix}${line}\n`);
    page.add(`${prefix}  == Using SIP RTP Audio TOS bits 184\n`);
    page.add(`${prefix}    -- Executing [bob@default:1] Dial("PJSIP/alice-00000001", "PJSIP/bob") in new stack\n`);
  }
  return page.done(1_000_000);
};

export const chanSip: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const stamp = `${parts(message.time).date} ${parts(message.time).time}.${parts(message.time).micros.slice(0, 3)}`;
    page.add(`[${stamp}] VERBOSE[1711][C-00000003] chan_sip.c: \n`);
    const peer = peerOf(message);
    const isRequest = !message.text.startsWith('SIP/2.0');
    if (message.direction === 'in') page.add(`<--- SIP read from ${message.transport.toUpperCase()}:${peer} --->\n`);
    else if (isRequest) page.add(`Reliably Transmitting (no NAT) to ${peer}:\n`);
    else page.add(`<--- Transmitting (NAT) to ${peer} --->\n`);
    page.mark();
    page.add(`${message.text}\n`);
    if (message.direction === 'in') page.add('<------------->\n--- (11 headers 9 lines) ---\n');
    else page.add(isRequest ? '---\n' : '<------------>\n');
    page.add(`[${stamp}] VERBOSE[1711] chan_sip.c: Found RTP audio format 8\n`);
    // A keep-alive: an opening without a message.
    page.add(`[${stamp}] VERBOSE[1711] chan_sip.c: \n<--- SIP read from UDP:${peer} --->\n\n<------------->\n`);
  }
  return page.done(1000);
};

function siptraceOpening(message: FlowMessage): string {
  const [verb, word] = message.direction === 'in' ? ['recv', 'from'] : ['send', 'to'];
  const peer = peerOf(message);
  const colon = peer.lastIndexOf(':');
  const host = peer.slice(0, colon).replace(/^\[|\]$/g, '');
  const at = parts(message.time);
  const where = `${message.transport}/[${host}]:${peer.slice(colon + 1)}`;
  return `${verb} ${message.text.length} bytes ${word} ${where} at ${at.time}.${at.micros}:`;
}

function freeswitchLine(message: FlowMessage, text: string): string {
  const at = parts(message.time);
  return `${at.date} ${at.time}.${at.micros} [DEBUG] ${text}\n`;
}

/** Layout A: three blanks before each line, closing dashes, and other log lines in between. */
export const freeswitchA: Renderer = (flow) => {
  const page = new Page();
  const rule = `   ${'-'.repeat(72)}\n`;
  for (const message of flow) {
    page.add(freeswitchLine(message, 'sofia.c:7325 Channel entering state [received][100]'));
    page.add(`${siptraceOpening(message)}\n${rule}`);
    page.mark();
    withoutReturns(message.text)
      .replace(/\n$/, '')
      .split('\n')
      .forEach((line, index) => {
        page.add(`   ${line}\n`);
        if (index === 2) page.add(freeswitchLine(message, 'switch_core_state_machine.c:585 (sofia/x) State INIT'));
      });
    page.add(rule);
  }
  return page.done(1);
};

/** Layout B: bare lines, nothing after the message but a blank line. */
export const freeswitchB: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    page.add(`${siptraceOpening(message)}\n${'-'.repeat(72)}\n`);
    page.mark();
    page.add(`${withoutReturns(message.text)}\n`);
    page.add(freeswitchLine(message, 'sofia.c:7325 Channel entering state [received][100]'));
  }
  return page.done(1);
};

/** Layout B of sofia-sip 1.13.2 to 1.13.7: not even the blank line. */
export const freeswitchB1: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    page.add(freeswitchLine(message, 'sofia.c:7325 Channel entering state [received][100]'));
    page.add(`${siptraceOpening(message)}\n${'-'.repeat(72)}\n`);
    page.mark();
    page.add(withoutReturns(message.text));
  }
  return page.done(1);
};

/** The same opening behind drachtio's own date, with the carriage returns. */
export const drachtio: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const at = parts(message.time + 30);
    page.add(`${at.date} ${at.time}.${at.micros} ${siptraceOpening(message)}\n`);
    page.mark();
    page.add(`${message.text} \n`);
  }
  return page.done(1);
};

/** Up to 3.7: sent and received have different forms. */
export const sipp: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const at = parts(message.time);
    const { length } = message.text;
    const size = message.direction === 'in' ? `received [${length}] bytes :` : `sent (${length} bytes):`;
    page.add(`${'-'.repeat(47)} ${at.date} ${at.time}.${at.micros}\n`);
    page.add(`${message.transport.toUpperCase()} message ${size}\n\n`);
    page.mark();
    page.add(`${message.text}\n`);
  }
  return page.done(1);
};

/** HEAD: a zone, and one form for both directions. What was not expected is printed twice. */
export const sippHead: Renderer = (flow) => {
  const page = new Page();
  const rule = '-'.repeat(47);
  for (const message of flow) {
    const at = parts(message.time + 3_600_000_000);
    const verb = message.direction === 'in' ? 'received' : 'sent';
    page.add(`${rule} ${at.date}T${at.time}.${at.micros}+01:00\n`);
    page.add(`${message.transport.toUpperCase()} message ${verb} [${message.text.length}] bytes:\n\n`);
    page.mark();
    page.add(`${message.text}\n`);
    if (message.text.startsWith('SIP/2.0 180')) {
      page.add(`${rule}\nUnexpected ${message.transport.toUpperCase()} message received:\n\n${message.text}\n`);
    }
  }
  return page.done(1);
};
