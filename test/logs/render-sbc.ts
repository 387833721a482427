/** Session border controllers. Shapes: knowledge, log-dialects §2.16 to §2.18; all text is ours. */
import { type FlowMessage, flow } from './flow.ts';
import { Page, parts, withoutReturns } from './render.ts';
import type { Sample, Shown } from './sample.ts';

const millis = (message: FlowMessage): string => parts(message.time).micros.slice(0, 3);
const peerOf = (message: FlowMessage): string => (message.direction === 'in' ? message.source : message.destination);
const localOf = (message: FlowMessage): string => (message.direction === 'in' ? message.destination : message.source);

function audiocodesOpening(message: FlowMessage): string {
  const [verb, to, from] = message.direction === 'in' ? ['Incoming', 'from', 'to'] : ['Outgoing', 'to', 'from'];
  const transport = message.transport.toUpperCase();
  const rest = `SIPInterface #2 (Teams) ${transport} TO(#12) SocketID(34)`;
  return `---- ${verb} SIP Message ${to} ${peerOf(message)} ${from} ${rest} ----`;
}

/** `05-01@10:15:30.123`. */
function audiocodesTime(message: FlowMessage): string {
  const { date, time } = parts(message.time);
  return `[Time:${date.slice(8)}-${date.slice(5, 7)}@${time}.${millis(message)}]`;
}

/** Records of 400 characters in one line each; what does not fit goes on in the next. `lost`: these records never arrive. */
function audiocodesRecords(
  messages: readonly FlowMessage[],
  lost: (message: number, part: number) => boolean,
): { page: Page } {
  const page = new Page();
  let sequence = 4711;
  let item = 90_125;
  messages.forEach((message, index) => {
    const session = `[SID=0a0b0c:3:${815 + (index % 2)}]`;
    const record = (content: string, part: number): void => {
      sequence++;
      if (lost(index, part)) return;
      page.add(
        `${parts(message.time).syslog} 192.0.2.5 <133>[S=${sequence}] ${session} ${content} ${audiocodesTime(message)}\n`,
      );
    };
    record(` (N ${item++}) States: (#945)AcSIPCall[Idle->Invited] #012(N ${item++}) (#21)MediaStream[Allocated] `, 0);
    const escaped = withoutReturns(message.text).replaceAll('\n', ' #012');
    page.mark();
    const opening = ` (N ${item++}) AllocateAddress: port 8068 #012(N ${item++}) ${audiocodesOpening(message)} #012`;
    if (opening.length + escaped.length < 600) {
      record(opening + escaped, 0);
      return;
    }
    // The opening alone, when the text does not fit behind it.
    record(opening, 0);
    for (let at = 0, part = 1; at < escaped.length; part++) {
      let end = Math.min(escaped.length, at + 400);
      // Not within a run of blanks, which the tags around the text would swallow.
      while (/[ ]/.test(escaped.slice(end - 1, end + 1))) end--;
      record(escaped.slice(at, end), part);
      at = end;
    }
  });
  return { page };
}

export function audiocodesEscaped(messages: readonly FlowMessage[] = flow()): Sample {
  const { page } = audiocodesRecords(messages, () => false);
  return {
    name: 'audiocodes/one-line-records',
    dialect: 'audiocodes',
    inferred: true,
    exact: false,
    ...page.done(1000),
  };
}

/** UDP syslog loses records: the SDP of the first INVITE is gone. */
export function audiocodesLost(messages: readonly FlowMessage[] = flow()): Sample {
  const offer = 4;
  const { page } = audiocodesRecords(messages, (index, part) => index === offer && part === 2);
  const shown = messages.map((message, index) => {
    if (index !== offer) return message;
    const escaped = withoutReturns(message.text).replaceAll('\n', ' #012');
    let end = 400;
    while (/[ ]/.test(escaped.slice(end - 1, end + 1))) end--;
    return {
      ...message,
      text: escaped
        .slice(0, end)
        .replaceAll(' #012', '\r\n')
        .replace(/(?:\r\n)*$/, '\r\n'),
      truncated: true as const,
    };
  });
  return {
    name: 'audiocodes/lost-record',
    dialect: 'audiocodes',
    shown,
    inferred: true,
    exact: false,
    ...page.done(1000),
  };
}

/** As a viewer saves it: real line ends, host and date before each line, the message indented and padded. */
export function audiocodesViewer(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  let sequence = 100;
  for (const message of messages) {
    const { date, time } = parts(message.time);
    const prefix = `${date}T${time}.${millis(message)}Z 192.0.2.5 sbc: `;
    page.add(
      `${prefix}[S=${sequence++}] [SID=0a0b0c:3:815]  (N ${90_000 + sequence}) ${audiocodesOpening(message)} \n`,
    );
    page.mark();
    const lines = withoutReturns(message.text).replace(/\n$/, '').split('\n');
    for (const line of lines) page.add(`${prefix}${' '.repeat(79)}${line} \n`);
    page.add(
      `${prefix}[S=${sequence++}] [SID=0a0b0c:3:815]  (N ${90_000 + sequence}) States: (#945)AcSIPCall[Idle->Invited]\n`,
    );
  }
  return { name: 'audiocodes/viewer', dialect: 'audiocodes', inferred: true, exact: false, ...page.done(1000) };
}

const month = (message: FlowMessage): string => `${parts(message.time).syslog}.${millis(message)}`;

/** With what the SBC prints of its own NAT, which repeats messages in their internal form. */
export function oracleFile(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  const rule = `${'-'.repeat(40)}\n`;
  page.add('Jan  5 10:00:00.000 File opened\n');
  for (const message of messages) {
    const verb = message.direction === 'in' ? 'received from' : 'sent to';
    page.add(`${month(message)} On [1:0]${localOf(message)} ${verb} ${peerOf(message)}\n`);
    page.mark();
    page.add(`${message.text}\n${rule}\n`);
    if (message.direction === 'out') continue;
    page.add(`${month(message)} Pre-NAT to private<realm=access> decode:\n`);
    page.add(`${message.text.replaceAll('198.51.100.7', '127.0.0.100')}\n${rule}\n`);
  }
  return { name: 'oracle-sbc/sipmsg', dialect: 'oracle-sbc', inferred: false, exact: true, ...page.done(1000) };
}

/** `tail` in the shell: neither hour nor date. Long messages over TCP are cut within a header. */
export function oracleTail(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  const shown = messages.map((message): Shown => {
    const at = message.text.indexOf('\r\nCSeq');
    const cut = message.transport === 'tcp' && message.text.includes('v=0');
    return cut ? { ...message, text: `${message.text.slice(0, at + 5)}\r\n`, truncated: true as const } : message;
  });
  for (const message of shown) {
    const verb = message.direction === 'in' ? 'received from' : 'sent to';
    page.add(`${month(message).slice(10)} On ${localOf(message)} ${verb} ${peerOf(message)} \n`);
    page.mark();
    page.add(`${withoutReturns(message.text)}${message.truncated ? '' : '\n'}${'-'.repeat(40)}\n\n`);
  }
  return {
    name: 'oracle-sbc/tail',
    dialect: 'oracle-sbc',
    shown,
    inferred: false,
    exact: false,
    ...page.done(Infinity),
  };
}

const ribbonStamp = (message: FlowMessage): string => {
  const { date, time, micros } = parts(message.time);
  return `${date.slice(5, 7)}${date.slice(8)}${date.slice(0, 4)} ${time.replaceAll(':', '')}.${micros}`;
};
const slash = (name: string): string => name.replace(/:(\d+)$/, '/$1').replace(/[[\]]/g, '');

/** TRC: each record at most 600 bytes here, so that messages are split; the rest has the same time and number. */
export function ribbonTrc(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  let number = 38_000;
  for (const message of messages) {
    const [verb, word] = message.direction === 'in' ? ['received', 'from'] : ['sent', 'to'];
    const side = message.transport === 'udp' ? 'Ingress' : 'Egress';
    const head = `.SIPSG: ${side}: ${verb} msg for CallId:268435457 gcid:0x12 ${word} IP/port:${slash(peerOf(message))}, Local IP/port:${slash(localOf(message))}, SMM:0\nRAW PDU:\n`;
    const text = withoutReturns(message.text);
    const stamp = ribbonStamp(message);
    const id = `1.01.00.${++number}.Info    `;
    const first = text.slice(0, 400);
    page.add(`${head.length + first.length} ${stamp}:${id}${head}`);
    page.mark();
    page.add(`${first}\n`);
    for (let at = 400; at < text.length; at += 500) {
      const rest = text.slice(at, at + 500);
      page.add(`${rest.length} ${stamp}:${id}.SIPSG: ${rest}\n`);
    }
    page.add(`120 ${stamp}:1.01.00.${++number}.Info    .NRM: *Licensed Session Count = 150000\n`);
  }
  return { name: 'ribbon-sbc/trace', dialect: 'ribbon-sbc', inferred: false, exact: false, ...page.done(1) };
}

/** DBG: what a socket received, head and body in records of their own, some cut within a line. */
export function ribbonDbg(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  // Nothing tells where a response without Contact came from.
  const shown = messages
    .filter(({ direction }) => direction === 'in')
    .map((message) =>
      message.text.startsWith('SIP/2.0') && !message.text.includes('Contact')
        ? { ...message, source: 'unknown:0' }
        : message,
    );
  let number = 500;
  for (const message of shown) {
    const text = withoutReturns(message.text);
    const cut = text.includes('v=0') ? text.indexOf('v=0') : text.length > 400 ? 350 : text.length;
    const record = (part: string): string =>
      `${part.length + 60} ${ribbonStamp(message)}:1.01.00.${++number}.Info    .SIPCM: SipFeSocketRecvMsg - msg = ${part}, msgLen = ${part.length}.\n`;
    page.mark();
    page.add(record(text.slice(0, cut)));
    if (cut < text.length) page.add(record(text.slice(cut)));
    page.add(`150 ${ribbonStamp(message)}:1.01.00.${++number}.Info    .SIPFE: *FindRegistrationBlock: RCB not found\n`);
  }
  return { name: 'ribbon-sbc/debug', dialect: 'ribbon-sbc', shown, inferred: true, exact: false, ...page.done(1) };
}

/** To a syslog server: the record in one line. */
export function ribbonSyslog(messages: readonly FlowMessage[] = flow()): Sample {
  const page = new Page();
  for (const message of messages) {
    const { date, time, micros } = parts(message.time);
    const [verb, word] = message.direction === 'in' ? ['received', 'from'] : ['sent', 'to'];
    page.mark();
    page.add(
      `<147> 1 ${date}T${time}.${micros}+00:00 sbc1 ${verb} msg for CallId:26 ${word} IP/port:${slash(peerOf(message))}, Local IP/port:${slash(localOf(message))}, SMM:0 RAW PDU:#012${message.text.replaceAll('\r', '#015').replaceAll('\n', '#012')}\n`,
    );
  }
  return { name: 'ribbon-sbc/syslog', dialect: 'ribbon-sbc', inferred: false, exact: true, ...page.done(1) };
}
