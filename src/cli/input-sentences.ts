/** One sentence for each input that gave nothing or not everything, with the position where it went wrong. */
import type { NotDecoded, ReportInput } from '../report.ts';
import { say } from './speech.ts';

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

type Unit = 'frame' | 'line';

function ending({ reason, text }: NotDecoded, frames: number, unit: Unit): string {
  return reason === 'interrupted' ? say().stopped(unit, frames) : say().partlyEnding(text, unit, frames);
}

function damage({ text, firstAt, count }: NotDecoded, unit: Unit): string {
  return say().partlyDamaged(text, unit, firstAt.frame, firstAt.position, count - 1);
}

/** Undefined when all is well with it. */
export function sentenceOf(input: ReportInput): string | undefined {
  const { problem, sipMessages, complete, frames, kind, notDecoded } = input;
  if (problem !== undefined) return problem.code === 'interrupted' ? say().stoppedBefore : problem.text;
  const unit = kind === 'log' ? 'line' : 'frame';
  const parts: string[] = [];
  if (sipMessages === 0) parts.push(say().noSip(unit, frames));
  if (!complete) {
    // What ends the reading is the reason for damage before it, not the other way round.
    const end = notDecoded.find(({ reason }) => endings.includes(reason));
    const place = notDecoded.find(({ reason }) => damages.includes(reason));
    const behind = end === undefined && place !== undefined && wasReadBehind(place, input);
    if (end !== undefined) parts.push(ending(end, frames, unit));
    else parts.push(place === undefined ? say().partly : damage(place, unit));
    if (sipMessages > 0) parts.push(behind ? say().reportedAround : say().reportedBefore);
  }
  return parts.length === 0 ? undefined : parts.join('; ');
}

/** A damaged frame is not counted as read; a line is. */
function wasReadBehind({ firstAt }: NotDecoded, { frames, kind }: ReportInput): boolean {
  return kind === 'log' ? frames > firstAt.frame : frames >= firstAt.frame;
}
