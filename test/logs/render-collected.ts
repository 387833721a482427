/** Asterisk's PJSIP log as collectors print it that put something before each line, or keep lines in other ways. */
import type { FlowMessage } from './flow.ts';
import { Page, parts, pjsipOpening, type Renderer, withoutReturns } from './render.ts';

const iso = (time: number): string => `${parts(time).date}T${parts(time).time}.${parts(time).micros}`;
const clock = (time: number): string => `${parts(time).time}.${parts(time).micros.slice(0, 3)}`;

/** `prefixOf` gives what stands before each line of a message's record. */
const everyLine =
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
