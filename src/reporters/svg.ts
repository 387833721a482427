/** The ladder of one call as an SVG that stands alone: no script, no font of its own, light and dark. */
import { type Drawing, type DrawnArrow, drawingOf, FONT } from '../ladder/drawing.ts';
import { clipTo, widthOf } from '../ladder/widths.ts';
import type { Report } from '../report.ts';
import { type Picture, pictureOf, textsOf } from './picture.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';
import { xml } from './xml.ts';

const ROW_LIMIT = 300;
const FINDINGS = 20;
const PAD = 14;
const TITLE = 16;
const LINE = 18;
/** As wide as the title, within this. */
const WIDEST_TITLE = 860;

const style = `
  svg { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --rail: #c3cad3; --paper: #ffffff;
    --request: #1f5fa8; --provisional: #66707d; --success: #1a7a43; --challenge: #8a5a00; --failure: #b3261e;
    --error: #b3261e; --warning: #8a5a00; --info: #1f5fa8; }
  @media (prefers-color-scheme: dark) { svg { --ink: #e6e9ee; --soft: #9aa5b3; --rail: #45505d; --paper: #14181d;
    --request: #7db4f0; --provisional: #a3adba; --success: #6fcf97; --challenge: #e0b050; --failure: #ff8a80;
    --error: #ff8a80; --warning: #e0b050; --info: #7db4f0; } }
  .paper { fill: var(--paper); } text { fill: var(--ink); font: 12px ui-sans-serif, system-ui, sans-serif; }
  .mono, .label, .time, .name { font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; }
  .title { font-size: 15px; font-weight: 600; } .soft, .role, .product, .time { fill: var(--soft); }
  .product, .time { font-size: 11px; } .name { font-weight: 600; }
  .rail { stroke: var(--rail); } .note { fill: var(--soft); font-style: italic; }
  .request { --tone: var(--request); } .provisional { --tone: var(--provisional); } .success { --tone: var(--success); }
  .challenge { --tone: var(--challenge); } .failure { --tone: var(--failure); }
  .error { --tone: var(--error); } .warning { --tone: var(--warning); } .info { --tone: var(--info); }
  .label { fill: var(--tone); stroke: var(--paper); stroke-width: 4; paint-order: stroke; stroke-linejoin: round; } .line { stroke: var(--tone); stroke-width: 1.5; fill: none; } .head { fill: var(--tone); }
  .band { fill: var(--tone); opacity: .09; } .pin { fill: var(--tone); } .number { fill: var(--paper); font-weight: 600; font-size: 11px; }
`;

const round = (value: number) => String(Math.round(value * 10) / 10);

function text(name: string, x: number, y: number, content: string, anchor = 'start'): string {
  return content === ''
    ? ''
    : `<text class="${name}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${xml(content)}</text>\n`;
}

function arrow(one: DrawnArrow, { timeX, width }: Drawing): string {
  const { y, from, to, loop } = one;
  const side = loop === 0 ? Math.sign(to - from) : -loop;
  const tip = to - side;
  const path =
    loop === 0
      ? `M${round(from)} ${y}H${round(tip - side * 6)}`
      : `M${round(from)} ${y - 7}h${loop * 18}v14H${round(to + loop * 7)}`;
  const tipY = loop === 0 ? y : y + 7;
  const band =
    one.worst === undefined
      ? ''
      : `<rect class="band ${one.worst}" x="0" y="${y - 20}" width="${width}" height="29"/>\n`;
  const pins = one.pins.map(
    (pin) =>
      `<circle class="pin ${pin.severity}" cx="${round(pin.x)}" cy="${y - 4}" r="9"/>\n${text('number', pin.x, y, pin.text, 'middle')}`,
  );
  return [
    band,
    `<g class="${one.tone}">\n`,
    `<path class="line" d="${path}"/>\n`,
    `<path class="head" d="M${round(tip)} ${tipY}l${-side * 8} -4v8z"/>\n`,
    text('label', one.labelX, loop === 0 ? y - 6 : y + 4, one.label, one.anchor),
    '</g>\n',
    text('time', timeX, y + 4, one.time, 'end'),
    ...pins,
  ].join('');
}

function rails({ lanes, top, bottom }: Drawing): string {
  return lanes
    .map(({ x, role, name, product, title }) =>
      [
        `<g>${title === '' ? '' : `<title>${xml(title)}</title>`}\n`,
        text('role', x, 16, role, 'middle'),
        text('name', x, 32, name, 'middle'),
        text('product', x, 47, product, 'middle'),
        `<path class="rail" d="M${round(x)} ${top - 12}V${bottom}"/>\n</g>\n`,
      ].join(''),
    )
    .join('');
}

function ladder(drawing: Drawing): string {
  const middle = ((drawing.lanes[0]?.x ?? 0) + (drawing.lanes[drawing.lanes.length - 1]?.x ?? 0)) / 2;
  const rows = drawing.rows.map((row) => {
    if (row.kind === 'arrow') return arrow(row, drawing);
    const width = widthOf(row.text, FONT) + 12;
    return `<rect class="paper" x="${round(middle - width / 2)}" y="${row.y - 12}" width="${round(width)}" height="18"/>\n${text('note', middle, row.y, row.text, 'middle')}`;
  });
  return rails(drawing) + rows.join('');
}

/** Numbers and titles of the findings, beneath the ladder. */
function legend({ findings }: Picture, report: Report, y: number, width: number, options: ReporterOptions): string[] {
  const lines = findings.slice(0, FINDINGS).map((index, i) => {
    const { severity, title } = report.findings[index];
    const at = y + i * (LINE + 4);
    return [
      `<circle class="pin ${severity}" cx="${PAD + 9}" cy="${at - 4}" r="9"/>\n`,
      text('number', PAD + 9, at, String(i + 1), 'middle'),
      text('finding', PAD + 26, at, clipTo(title, width - 2 * PAD - 26, FONT)),
    ].join('');
  });
  const left = findings.length - lines.length;
  if (left > 0)
    lines.push(text('note', PAD + 26, y + lines.length * (LINE + 4), options.locale.terminal.notShown(left)));
  return lines;
}

function* write(report: Report, options: ReporterOptions): Iterable<string> {
  const picture = pictureOf(report, options);
  const texts = textsOf(options);
  const drawing = picture && drawingOf(picture.subject, picture.pins, ROW_LIMIT, texts);
  const title = picture?.title ?? options.locale.terminal.calls(0);
  const width = Math.max(drawing?.width ?? 0, Math.min(WIDEST_TITLE, Math.ceil(2 * PAD + widthOf(title, TITLE))));
  const top = PAD + LINE + 16;
  const below = top + (drawing?.height ?? 0) + 14;
  const lines = picture === undefined ? [] : legend(picture, report, below, width, options);
  const height = below + lines.length * (LINE + 4) + (lines.length > 0 ? 4 : -8);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" lang="${xml(report.language)}">\n`;
  yield `<title id="title">${xml(title)}</title>\n<desc id="desc">${xml(picture?.verdict ?? '')}</desc>\n`;
  yield `<style>${style}</style>\n<rect class="paper" width="${width}" height="${height}"/>\n`;
  yield text('title', PAD, PAD + 12, clipTo(texts.shown(title), width - 2 * PAD, TITLE));
  if (drawing !== undefined) yield `<g transform="translate(0 ${top})">\n${ladder(drawing)}</g>\n`;
  yield lines.join('');
  yield '</svg>\n';
}

export const svg: Reporter = {
  id: 'svg',
  title: 'Ladder of one call as a picture',
  drawsCalls: true,
  write,
};
