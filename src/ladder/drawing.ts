/** A ladder with coordinates, in pixels: whoever draws it only puts texts and lines where they are said to be. */
import type { Severity } from '../model.ts';
import type { Role } from '../report.ts';
import { type Label, labelOf, type PhraseOf } from './label.ts';
import { type Lane, type Lanes, lanesOf, type Travelled } from './lanes.ts';
import { type ArrowRow, type Pins, type Row, rowsOf, type Told } from './rows.ts';
import { clipTo, widthOf } from './widths.ts';

/** Words of the language and the escaping of whoever draws. */
export interface DrawingTexts {
  readonly phraseOf: PhraseOf;
  role(role: Role): string;
  /** `+1.207`; empty where no time is known. */
  time(delta: number, time: string): string;
  silence(ms: number): string;
  omission(messages: number): string;
  /** Hosts that share the last lane. */
  others(hosts: number): string;
  /** What a trace says, its control characters shown. */
  shown(text: string): string;
}

export interface DrawnLane {
  readonly x: number;
  readonly role: string;
  readonly name: string;
  readonly product: string;
  /** All addresses and the whole name of the product. */
  readonly title: string;
}

/** `challenge` and redirection ask for another try; `failure` is the rest from 400 on. */
export type Tone = 'request' | 'provisional' | 'success' | 'challenge' | 'failure';

export interface DrawnPin {
  readonly x: number;
  readonly text: string;
  readonly severity: Severity;
}

export interface DrawnArrow {
  readonly kind: 'arrow';
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** Side on which a message from a host to itself makes its loop; 0 for an arrow. */
  readonly loop: -1 | 0 | 1;
  readonly label: string;
  readonly labelX: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly tone: Tone;
  readonly time: string;
  readonly pins: readonly DrawnPin[];
  /** The worst of the findings that point here. */
  readonly worst: Severity | undefined;
  readonly row: ArrowRow;
}

export interface DrawnNote {
  readonly kind: 'silence' | 'omission';
  readonly y: number;
  readonly text: string;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Right edge of the times. */
  readonly timeX: number;
  /** Where the lines of the lanes begin and end. */
  readonly top: number;
  readonly bottom: number;
  readonly lanes: readonly DrawnLane[];
  readonly rows: readonly (DrawnArrow | DrawnNote)[];
}

export const FONT = 12;
export const ROW = 32;
const SMALL = 11;
const HEAD = 66;
const PAD = 12;
/** Around the label of an arrow. */
const LABEL_PAD = 34;
const NARROWEST = 132;
const WIDEST = 300;
const HEADING = 190;
const PIN = 21;
const PINS = 4;
const LANES = 12;

function toneOf({ isResponse, status }: Label): Tone {
  if (!isResponse) return 'request';
  if (status < 200) return 'provisional';
  if (status < 300) return 'success';
  return status < 400 || status === 401 || status === 407 ? 'challenge' : 'failure';
}

interface Placed {
  readonly row: ArrowRow;
  readonly label: Label;
  readonly from: number;
  readonly to: number;
}

/** Which gaps an arrow crosses: from the first to before the last; a loop takes one beside its lane. */
function spanOf({ from, to }: Placed, lanes: number): readonly [number, number] {
  if (from !== to) return [Math.min(from, to), Math.max(from, to)];
  return from + 1 < lanes || lanes === 1 ? [from, from + 1] : [from - 1, from];
}

const textOf = ({ name, tail }: Label, { shown }: DrawingTexts) => shown(name) + shown(tail);

type Heading = Omit<DrawnLane, 'x'>;

function halfOf({ role, name, product }: Heading): number {
  return Math.max(widthOf(role, FONT), widthOf(name, FONT), widthOf(product, SMALL)) / 2;
}

/** Wide enough for the labels and names beside each other, within limits. */
function gapsOf(arrows: readonly Placed[], lanes: readonly Heading[], texts: DrawingTexts): readonly number[] {
  const gaps = lanes.slice(1).map((lane, i) => Math.max(NARROWEST, halfOf(lanes[i]) + halfOf(lane) + 14));
  if (lanes.length === 1) gaps.push(NARROWEST);
  for (const arrow of arrows) {
    const [first, last] = spanOf(arrow, lanes.length);
    const need = Math.min(widthOf(textOf(arrow.label, texts), FONT) + LABEL_PAD, WIDEST);
    const have = gaps.slice(first, last).reduce((sum, gap) => sum + gap, 0);
    for (let gap = first; gap < last && have < need; gap++) gaps[gap] += (need - have) / (last - first);
  }
  return gaps.map(Math.ceil);
}

function headingOf({ name, party }: Lane, texts: DrawingTexts): Heading {
  const product = texts.shown(party?.product ?? '');
  const all = party === undefined ? [name] : party.addresses.length > 0 ? party.addresses : [party.address];
  const more = all.length > 1 ? ` +${all.length - 1}` : '';
  return {
    role: party === undefined ? '' : texts.role(party.role),
    name: clipTo(texts.shown(name.replace(/^\[|\]$/g, '')), HEADING - widthOf(more, FONT), FONT) + more,
    product: clipTo(product, HEADING, SMALL),
    title: [...all.map(texts.shown), product].filter((text) => text !== '').join('\n'),
  };
}

function headingsOf({ list, shared }: Lanes, texts: DrawingTexts): readonly Heading[] {
  return list.map((lane, i) => {
    if (shared === 0 || i + 1 < list.length) return headingOf(lane, texts);
    return { role: '', name: texts.others(shared + 1), product: '', title: '' };
  });
}

function pinsOf({ pins }: ArrowRow, x: number): readonly DrawnPin[] {
  const drawn = pins.slice(0, pins.length > PINS ? PINS - 1 : PINS).map(({ number, severity }, i) => ({
    x: x + i * PIN,
    text: number > 99 ? '…' : String(number),
    severity,
  }));
  if (pins.length > PINS) drawn.push({ x: x + (PINS - 1) * PIN, text: '…', severity: pins[PINS - 1].severity });
  return drawn;
}

function worstOf({ pins }: ArrowRow): Severity | undefined {
  return (['error', 'warning', 'info'] as const).find((one) => pins.some(({ severity }) => severity === one));
}

function arrowOf(placed: Placed, y: number, xs: readonly number[], pinX: number, texts: DrawingTexts): DrawnArrow {
  const { row, label } = placed;
  const [first, last] = spanOf(placed, xs.length);
  const [left, right] = [xs[first], xs[last] ?? pinX - PIN];
  const text = clipTo(textOf(label, texts), right - left - 26, FONT);
  const loop = placed.from !== placed.to ? 0 : placed.from === first ? 1 : -1;
  return {
    kind: 'arrow',
    y,
    from: xs[placed.from],
    to: xs[placed.to],
    loop,
    label: text,
    labelX: loop === 0 ? (left + right) / 2 : xs[placed.from] + loop * 26,
    anchor: loop === 0 ? 'middle' : loop === 1 ? 'start' : 'end',
    tone: toneOf(label),
    time: texts.time(row.delta, row.message.time),
    pins: pinsOf(row, pinX),
    worst: worstOf(row),
    row,
  };
}

/** Draws at most `limit` messages between at most twelve lanes; what is left out is said. */
export function drawingOf(call: Travelled & Told, pins: Pins, limit: number, texts: DrawingTexts): Drawing {
  const rows = rowsOf(call, pins, limit);
  const messages = rows.filter((row) => row.kind === 'arrow').map(({ message }) => message);
  const lanes = lanesOf({ parties: call.parties, messages }, LANES);
  const placed = new Map<Row, Placed>();
  for (const row of rows) {
    if (row.kind !== 'arrow') continue;
    const { source, destination } = row.message;
    const label = labelOf(row.message, texts.phraseOf);
    placed.set(row, { row, label, from: lanes.indexOf(source), to: lanes.indexOf(destination) });
  }
  const arrows = [...placed.values()];
  const headings = headingsOf(lanes, texts);
  const gaps = gapsOf(arrows, headings, texts);
  const widest = Math.max(0, ...arrows.map(({ row }) => widthOf(texts.time(row.delta, row.message.time), SMALL)));
  const timeX = PAD + widest;
  const margin = Math.max(28, ...headings.slice(0, 1).map(halfOf));
  const xs: number[] = [];
  for (let i = 0; i < headings.length; i++) xs.push(Math.ceil(i === 0 ? timeX + 10 + margin : xs[i - 1] + gaps[i - 1]));
  const lastX = xs[xs.length - 1] ?? timeX;
  const pinned = Math.max(0, ...arrows.map(({ row }) => Math.min(PINS, row.pins.length)));
  const lastHalf = Math.max(0, ...headings.slice(-1).map(halfOf));
  const pinX = lastX + (headings.length === 1 ? gaps[0] : 0) + PIN;
  const drawn: (DrawnArrow | DrawnNote)[] = [];
  let y = HEAD + 26;
  for (const row of rows) {
    const arrow = placed.get(row);
    if (arrow !== undefined) drawn.push(arrowOf(arrow, y, xs, pinX, texts));
    else if (row.kind === 'silence') drawn.push({ kind: 'silence', y: y - 6, text: texts.silence(row.ms) });
    else if (row.kind === 'omission') drawn.push({ kind: 'omission', y: y - 6, text: texts.omission(row.messages) });
    y += ROW;
  }
  const bottom = y - 12;
  return {
    width: Math.ceil(Math.max(pinX + pinned * PIN, lastX + lastHalf) + PAD),
    height: bottom + 10,
    timeX,
    top: HEAD,
    bottom,
    lanes: headings.map((heading, i) => ({ ...heading, x: xs[i] })),
    rows: drawn,
  };
}
