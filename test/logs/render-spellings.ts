/** Other spellings of what collectors write around and into lines; here, too, the log is that of Asterisk's PJSIP. */
import type { FlowMessage } from './flow.ts';
import { Page, parts, pjsipOpening, type Renderer } from './render.ts';
import { clock, everyLine, iso } from './render-collected.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const weekday = (time: number): string => DAYS[new Date(time / 1000).getUTCDay()];
const trimmed = (prefix: string): string => prefix.trimEnd();

// journalctl(1), -o: short-precise, short-iso-precise, short-full, short-unix, with-unit.
export const journalPrecise = everyLine(
  1,
  ({ time }) => `${parts(time).syslog.replace('  ', ' 0')}.${parts(time).micros} pbx asterisk[2841]: `,
);
export const journalIsoPrecise = everyLine(1, ({ time }) => `${iso(time)}+0000 pbx asterisk[2841]: `);
export const journalFull = everyLine(
  1_000_000,
  ({ time }) => `${weekday(time)} ${parts(time).date} ${parts(time).time} UTC pbx asterisk[2841]: `,
);
export const journalUnix = everyLine(
  1,
  ({ time }) => `${Math.floor(time / 1_000_000)}.${parts(time).micros} pbx asterisk[2841]: `,
);
export const journalWithUnit = everyLine(
  1_000_000,
  ({ time }) => `${weekday(time)} ${parts(time).date} ${parts(time).time} UTC pbx pbx@1.service[2841]: `,
);

// RFC 3164 §4.1 with its priority; without a host, as devices send it; rsyslog's own file with a full date.
export const syslogPriority = everyLine(1_000_000, ({ time }) => `<142>${parts(time).syslog} pbx asterisk[2841]: `);
export const syslogBare = everyLine(1_000_000, ({ time }) => `<142>${parts(time).syslog} asterisk: `, trimmed);
export const rsyslogFile = everyLine(1, ({ time }) => `${iso(time)}+00:00 pbx asterisk[2841]: `);
export const syslogNil = everyLine(1, ({ time }) => `<142>1 ${iso(time)}Z - asterisk - - - `, trimmed);
/** tftpd64 puts its own date and the sender before what it got. */
export const tftpd = everyLine(1_000_000, ({ time }) => {
  const { syslog, date } = parts(time);
  const [, month, day, at] = /^(\w{3}) ([ \d]\d) (.*)$/.exec(syslog) ?? [];
  return `${weekday(time)} ${month} ${day} ${at} ${date.slice(0, 4)};192.0.2.5; <142>${syslog} pbx asterisk: `;
});

export const compose = everyLine(Infinity, () => 'pbx-1  | ', trimmed);
export const dockerLogs = everyLine(1, ({ time }) => `${iso(time)}000Z `, trimmed);
export const kubectl = everyLine(Infinity, () => '[pod/pbx-7f9c/asterisk] ', trimmed);
export const kubectlTimed = everyLine(1, ({ time }) => `[pod/pbx-7f9c/asterisk] ${iso(time)}000Z `, trimmed);

// Android, `adb logcat -v time`, `-v brief`, `-v threadtime,year,usec,uid`.
export const logcatTime = everyLine(
  1000,
  ({ time }) => `${parts(time).date.slice(5)} ${clock(time)} D/PjSipLogWriter( 9915): `,
  trimmed,
);
export const logcatBrief = everyLine(Infinity, () => 'D/PjSipLogWriter( 9915): ', trimmed);
export const logcatYear = everyLine(
  1,
  ({ time }) => `${iso(time).replace('T', ' ')} u0_a123  9915  9980 D PjSipLogWriter: `,
  trimmed,
);

/** The whole record in one line. `spell` gives what stands for a carriage return, a line feed and a tab. */
const escaped =
  (resolution: number, prefixOf: (message: FlowMessage) => string, spell: Readonly<Record<string, string>>): Renderer =>
  (flow) => {
    const page = new Page();
    for (const message of flow) {
      page.mark();
      const text = `${pjsipOpening(message)}\n${message.text}\n`.replace(/[\r\n\t]/g, (code) => spell[code]);
      page.add(`${prefixOf(message)}VERBOSE[2850]: res_pjsip_logger.c:254 in logging_on_rx_msg: ${text}\n`);
    }
    return page.done(resolution);
  };
const rfc3164 = ({ time }: FlowMessage): string => `${parts(time).syslog} pbx asterisk[2841]: `;

export const kiwiEscapes = escaped(
  1_000_000,
  ({ time }) => `${parts(time).date} ${parts(time).time}\tLocal0.Info\t192.0.2.5\t`,
  { '\r': '<013>', '\n': '<010>', '\t': '<009>' },
);
export const octalEscapes = escaped(1_000_000, rfc3164, { '\r': '\\015', '\n': '\\012', '\t': '\\011' });
export const hexEscapes = escaped(1_000_000, rfc3164, { '\r': '\\x0d', '\n': '\\x0a', '\t': '\\x09' });

/** Escaped twice, as a collector leaves it that took an object for a text; deep within another object. */
export const jsonTwice: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    page.mark();
    const text = JSON.stringify(`${pjsipOpening(message)}\n${Buffer.from(message.text, 'latin1').toString('utf8')}\n`);
    const object = {
      '@timestamp': `${iso(message.time)}Z`,
      host: { name: 'pbx' },
      log: { fields: { text: text.slice(1, -1) } },
    };
    page.add(`${Buffer.from(JSON.stringify(object), 'utf8').toString('latin1')}\n`);
  }
  return page.done(1);
};
