/** One sentence for each input that gave nothing or not everything, with the position where it went wrong. */
import type { InputProblem } from '../node/inputs.ts';
import type { NotDecoded, ReportInput } from '../report.ts';

export const problemTexts: Readonly<Record<InputProblem['code'], string>> = {
  missing: 'no such file or directory',
  denied: 'permission denied',
  'no-match': 'no file matches this pattern',
  'no-capture': 'no capture or log in this directory',
  unreadable: 'it cannot be read',
};

/** Reasons that end the reading from outside: they stand behind the last thing that was read. */
const endings = [
  'gzip-damaged',
  'gzip-bomb',
  'gzip-cut',
  'packed-damaged',
  'packed-bomb',
  'packed-cut',
  'read-error',
  'interrupted',
];

/** Reasons of the readers that make an input incomplete, among those that are merely counted. */
export const damages: readonly string[] = [
  'capture-cut',
  'capture-damaged',
  'capture-unreadable',
  'block-length-mismatch',
  'interface-unknown',
  'interface-limit',
  'line-too-long',
  'message-too-long',
  'log-cut',
];

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function ending({ reason, text }: NotDecoded, frames: number, unit: string): string {
  const where = frames === 0 ? `before the first ${unit}` : `after ${unit} ${frames}`;
  if (reason === 'interrupted') return `stopped by Ctrl-C ${where}`;
  return `only partly readable: ${text}, ${where}`;
}

function damage(one: NotDecoded, unit: string): string {
  const { frame, position } = one.firstAt;
  const more = one.count > 1 ? ` and ${count(one.count - 1, 'further place')}` : '';
  return `only partly readable: ${one.text}, at ${unit} ${frame}, byte ${position}${more}`;
}

/** Undefined when all is well with it. */
export function sentenceOf(input: ReportInput): string | undefined {
  const { problem, sipMessages, complete, frames, kind, notDecoded } = input;
  if (problem !== undefined)
    return problem.code === 'interrupted' ? 'stopped by Ctrl-C before anything was read' : problem.text;
  const unit = kind === 'log' ? 'line' : 'frame';
  const parts: string[] = [];
  if (sipMessages === 0) parts.push(`no SIP message in ${count(frames, unit)}`);
  if (!complete) {
    // What ends the reading is the reason for damage before it, not the other way round.
    const end = notDecoded.find(({ reason }) => endings.includes(reason));
    const place = notDecoded.find(({ reason }) => damages.includes(reason));
    const behind = end === undefined && place !== undefined && wasReadBehind(place, input);
    if (end !== undefined) parts.push(ending(end, frames, unit));
    else parts.push(place === undefined ? 'only partly readable' : damage(place, unit));
    if (sipMessages > 0) parts.push(`everything before ${behind ? 'and after ' : ''}it is reported`);
  }
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** A damaged frame is not counted as read; a line is. */
function wasReadBehind({ firstAt }: NotDecoded, { frames, kind }: ReportInput): boolean {
  return kind === 'log' ? frames > firstAt.frame : frames >= firstAt.frame;
}
