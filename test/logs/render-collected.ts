/** Asterisk's PJSIP log as collectors print it that put something before each line, or keep lines in other ways. */
import type { FlowMessage } from './flow.ts';
import { Page, parts, pjsipOpening, type Renderer, withoutReturns } from './render.ts';

export const iso = (time: number): string => `${parts(time).date}T${parts(time).time}.${parts(time).micros}`;
export const clock = (time: number): string => `${parts(time).time}.${parts(time).micros.slice(0, 3)}`;

/** `prefixOf` gives what stands before each line of a message's record. */
export const everyLine =
  (resolution: number, prefixOf: (message: FlowMessage) => string, blank = (prefix: string) => prefix): Renderer =>
  (flow) => {
    const page = new Page();
    for (const message of flow) {
      const prefix = prefixOf(message);
      page.add(`${prefix}${pjsipOpening(message)}\n`);
      page.mark();
      for (const line of withoutReturns(message.text).split('\n'))
        page.add(`${line === '' ? blank(prefix) : prefix + line}\n`);
    }
    return page.done(resolution);
  };

export const syslog5424 = everyLine(
  1,
  ({ time }) => `<142>1 ${iso(time)}+00:00 pbx asterisk 2841 - [origin ip="192.0.2.5"] `,
);
export const kiwi = everyLine(
  1_000_000,
  ({ time }) => `${parts(time).date} ${parts(time).time}\tLocal0.Info\t192.0.2.5\t`,
);
export const journalIso = everyLine(
  1_000_000,
  ({ time }) => `${parts(time).date}T${parts(time).time}+0000 pbx asterisk[2841]: `,
);
export const dockerTimed = everyLine(1, ({ time }) => `pbx-1  | ${iso(time)}000Z `);
export const kubernetes = everyLine(
  1,
  ({ time }) => `${iso(time)}123Z stdout F `,
  (prefix) => prefix.trimEnd(),
);

/** Runtimes split long lines, here short ones: every part but a line's last has the tag P. Two streams, side by side. */
export const kubernetesParts: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const add = (line: string): void => {
      const pieces = line.match(/.{1,50}/g) ?? [''];
      pieces.forEach((piece, index) => {
        const tag = index < pieces.length - 1 ? 'P' : 'F';
        page.add(`${iso(message.time)}123Z stdout ${tag} ${piece}\n`);
        if (index === 0) page.add(`${iso(message.time)}124Z stderr F a warning that nobody reads\n`);
      });
    };
    add(pjsipOpening(message));
    page.mark();
    for (const line of withoutReturns(message.text).split('\n')) add(line);
  }
  return page.done(1);
};

export const logcat = everyLine(
  1000,
  ({ time }) => `${parts(time).date.slice(5)} ${clock(time)}  9915  9980 D PjSipLogWriter: `,
  (prefix) => prefix.trimEnd(),
);
export const androidStudio = everyLine(
  1000,
  ({ time }) => `${parts(time).date} ${clock(time)} 9915-9980/com.example.phone D/SipLog: `,
);
export const apple = everyLine(
  1,
  ({ time }) => `${parts(time).date} ${parts(time).time}.${parts(time).micros}+0000 phone[546:142062] [Message] \t`,
);

/** journald's short format: lines after the first are indented to where the text begins. */
export const journalShort: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const prefix = `${parts(message.time).syslog} pbx asterisk[2841]: `;
    page.add(`${prefix}${pjsipOpening(message)}\n`);
    page.mark();
    for (const line of withoutReturns(message.text).split('\n')) page.add(`${' '.repeat(prefix.length)}${line}\n`);
  }
  return page.done(1_000_000);
};

/** journald's JSON: bytes as numbers, because of the carriage returns. */
export const journalJson: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    page.mark();
    const bytes = [...Buffer.from(`${pjsipOpening(message)}\n${message.text}\n`, 'latin1')];
    page.add(
      `{"__REALTIME_TIMESTAMP":"${message.time}","_COMM":"asterisk","MESSAGE":[${bytes.join(',')}],"PRIORITY":"6"}\n`,
    );
  }
  return page.done(1);
};

/** A string literal, as programs print that log key and value. */
export const quotedString: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    page.mark();
    const text = `${pjsipOpening(message)}\n${message.text}`.replace(
      /[\r\n\t"]/g,
      (code) => `\\${{ '\r': 'r', '\n': 'n', '\t': 't', '"': '"' }[code]}`,
    );
    page.add(`time=${iso(message.time)}Z level=debug msg="${text}"\n`);
  }
  return page.done(1);
};

const littleEndian = (length: number): string => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(length));
  return bytes.toString('latin1');
};

/** A field as `journalctl -o export` writes it: below its length, unless it is plain text. */
export const exportField = (name: string, value: string): string =>
  /[^\t -~]/.test(value) ? `${name}\n${littleEndian(value.length)}${value}\n` : `${name}=${value}\n`;

interface ExportFields {
  readonly time: number;
  readonly unit: string;
  readonly pid: number;
}

/** What stands before and behind an entry's text. */
const exportHead = ({ time }: ExportFields): string =>
  [
    `__CURSOR=s=4b5a;i=${time.toString(16)};b=6f0c;m=1f;t=${time.toString(16)};x=77`,
    `__REALTIME_TIMESTAMP=${time}`,
    `__MONOTONIC_TIMESTAMP=${time % 1_000_000_000}`,
    '_BOOT_ID=6f0c2a1e9d3b4c5f8a7b6c5d4e3f2a1b',
    'PRIORITY=6',
    '',
  ].join('\n');
const exportTail = ({ unit, pid }: ExportFields): string =>
  [`SYSLOG_IDENTIFIER=${unit}`, '_HOSTNAME=pbx', `_PID=${pid}`, `_SYSTEMD_UNIT=${unit}.service`, '', ''].join('\n');

/** journald's export format: the whole record is one entry, and other services have theirs in between. */
export const journalExport: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const fields = { time: message.time, unit: 'asterisk', pid: 2841 };
    const [field, ...rest] = exportField('MESSAGE', `${pjsipOpening(message)}\n${message.text}\n`).split(/(?<=--->\n)/);
    page.add(exportHead(fields) + field);
    page.mark();
    page.add(rest.join('') + exportTail(fields));
    const other = { time: message.time + 1, unit: 'ssh', pid: 77 };
    page.add(`${exportHead(other)}MESSAGE=Accepted publickey for admin from 192.0.2.8\n${exportTail(other)}`);
  }
  return page.done(1);
};

/** The same when the server prints to its standard output: each line is an entry, and others write in between. */
export const journalExportLines: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const fields = { time: message.time, unit: 'asterisk', pid: 2841 };
    const other = { time: message.time + 1, unit: 'ssh', pid: 77 };
    const lines = [pjsipOpening(message), ...withoutReturns(message.text).split('\n')];
    lines.forEach((line, index) => {
      page.add(exportHead(fields));
      if (index === 1) page.mark();
      page.add(exportField('MESSAGE', line) + exportTail(fields));
      if (index === 3) page.add(`${exportHead(other)}MESSAGE=Disconnected: by user\n${exportTail(other)}`);
    });
  }
  return page.done(1);
};
