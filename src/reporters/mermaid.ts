/** The ladder of one call as a sequence diagram of Mermaid, which GitHub, GitLab and wikis draw. */
import { labelOf } from '../ladder/label.ts';
import { type Lanes, lanesOf } from '../ladder/lanes.ts';
import { type Row, rowsOf } from '../ladder/rows.ts';
import { clipTo } from '../ladder/widths.ts';
import type { Report } from '../report.ts';
import { type Picture, pictureOf, textsOf } from './picture.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { safe } from './safe.ts';

/** Mermaid draws no more than 50,000 characters, and no more than 500 arrows. */
const ROW_LIMIT = 120;
const LANES = 12;
/** Characters of a label. */
const LABEL = 60;
const NOTE = 120;

/**
 * Text that is nothing but text to Mermaid. Everything that might end a statement, begin an entity, a comment, a
 * directive, markup or a link stands as a character code; so does the word "end", which closes a block wherever it is.
 */
function plain(text: string, length: number): string {
  return safe(clipTo(text, length, 1 / 0.62))
    .replace(/[\ud800-\udfff\ufffe\uffff]/gu, '\ufffd')
    .replace(/[^\p{L}\p{M}\p{N} .,/_()+×·→…-]/gu, (char) => `#${char.codePointAt(0)};`)
    .replace(/\bend\b/gi, (word) => `#${word.charCodeAt(0)};${word.slice(1)}`);
}

function participants({ list, shared }: Lanes, { locale }: ReporterOptions): string {
  const words = locale.terminal;
  return list
    .map(({ name, party }, i) => {
      const host = plain(name.replace(/^\[|\]$/g, ''), LABEL);
      const lines =
        party === undefined ? [host] : [plain(words.roles[party.role], LABEL), host, plain(party.product, LABEL)];
      const alias = shared > 0 && i + 1 === list.length ? plain(words.notShown(shared + 1), LABEL) : '';
      return `  participant p${i} as ${alias || lines.filter((line) => line !== '').join('<br/>')}\n`;
    })
    .join('');
}

function rowText(row: Row, lanes: Lanes, picture: Picture, report: Report, options: ReporterOptions): string {
  const words = options.locale.terminal;
  const all = lanes.list.length > 1 ? `p0,p${lanes.list.length - 1}` : 'p0';
  if (row.kind === 'silence') return `  Note over ${all}: ${plain(words.duration(row.ms), NOTE)}\n`;
  if (row.kind === 'omission') return `  Note over ${all}: ${plain(words.notShown(row.messages), NOTE)}\n`;
  const { phraseOf, time } = textsOf(options);
  const { name, tail, isResponse } = labelOf(row.message, phraseOf);
  const [from, to] = [lanes.indexOf(row.message.source), lanes.indexOf(row.message.destination)];
  const at = time(row.delta, row.message.time);
  const label = plain(`${name}${tail}`, LABEL);
  const line = `  p${from}${isResponse ? '-->>' : '->>'}p${to}: ${label}${at === '' ? '' : ` · ${plain(at, LABEL)}`}\n`;
  const notes = row.pins.map(({ number }) => {
    const { title, severity } = report.findings[picture.findings[number - 1]];
    return `  Note over p${from}: ${plain(`${number} ${words.severities[severity]} ${title}`, NOTE)}\n`;
  });
  return line + notes.join('');
}

function* write(report: Report, options: ReporterOptions): Iterable<string> {
  const picture = pictureOf(report, options);
  yield 'sequenceDiagram\n';
  // Mermaid takes no diagram without a line.
  if (picture === undefined) {
    yield `  participant p0 as ${plain(options.locale.terminal.calls(0), LABEL)}\n`;
    return;
  }
  const { subject, pins, title } = picture;
  yield `  accTitle: ${plain(title, NOTE)}\n`;
  const rows = rowsOf(subject, pins, ROW_LIMIT);
  const messages = rows.filter((row) => row.kind === 'arrow').map(({ message }) => message);
  const lanes = lanesOf({ parties: subject.parties, messages }, LANES);
  yield participants(lanes, options);
  for (const row of rows) yield rowText(row, lanes, picture, report, options);
}

export const mermaid: Reporter = {
  id: 'mermaid',
  title: 'Ladder of one call as a sequence diagram of Mermaid',
  drawsCalls: true,
  write,
};
