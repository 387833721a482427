/** A message while its lines come in, and what is handed on when it is whole. */
import type { Body } from './body.ts';
import type { Opening } from './dialect.ts';
import { type HeadFacts, readHead } from './head.ts';
import type { Margin } from './margin.ts';
import { rebuild } from './rebuild.ts';
import type { Line } from './unwrap.ts';

/** Larger than any SIP message worth reading; what exceeds it is cut. */
export const MAX_MESSAGE = 1_048_576;

export interface OpenMessage {
  readonly opening: Opening;
  readonly margin: Margin;
  readonly record: number;
  readonly number: number;
  readonly position: number;
  /** End of the last line taken. */
  end: number;
  readonly head: string[];
  size: number;
  headEnded: boolean;
  facts: HeadFacts | undefined;
  body: Body | undefined;
  /** Every line of the head, the blank one included, ended in CR LF. Bodies may have other line ends. */
  allCrlf: boolean;
  closed: boolean;
  cut: boolean;
  foreign: number;
  readonly setting: Setting;
}

/** Where a message stands in its file. */
export interface Setting {
  /** The file begins with it, so everything up to the blank line is its head, however broken. */
  readonly leading: boolean;
  /** The file has held nothing but messages. */
  readonly alone: boolean;
  /** Line ends say nothing: the lines around the message have CR LF, too. */
  readonly fileHasCrlf: boolean;
}

export interface FramedMessage {
  readonly opening: Opening;
  readonly number: number;
  readonly position: number;
  readonly length: number;
  readonly facts: HeadFacts;
  /** One character a byte. */
  readonly text: string;
  readonly exact: boolean;
  readonly truncated: boolean;
}

export function openMessage(
  start: Line,
  text: string,
  opening: Opening,
  margin: Margin,
  setting: Setting,
): OpenMessage {
  return {
    opening,
    margin,
    record: start.record,
    number: start.number,
    position: start.position,
    end: start.end,
    head: [text],
    size: text.length,
    headEnded: false,
    facts: undefined,
    body: undefined,
    allCrlf: start.crlf,
    closed: false,
    cut: start.cut,
    foreign: 0,
    setting,
  };
}

/** The size that the body should have, -1 when nothing says so. */
export function bodyTarget(message: OpenMessage, facts: HeadFacts): number {
  const stated = message.opening.length;
  // What the log counted beats what the message claims. In a shared record it counts another message.
  const { shared, stream, masked } = message.opening;
  if (stated !== undefined && !shared && !stream && !masked) {
    let head = 2;
    for (const line of message.head) head += line.length + 2;
    if (stated >= head) return stated - head;
  }
  return facts.contentLength;
}

/** Everything before the closer is the message's, and without a closer its end is missing. */
export function hasCloser(opening: Opening): boolean {
  return opening.closer !== undefined && !opening.closerOptional;
}

export function frameOf(message: OpenMessage): FramedMessage {
  const facts = message.facts ?? readHead(message.head);
  const { opening, body } = message;
  const built = rebuild({
    head: message.head,
    facts,
    body,
    headEnded: message.headEnded,
    wireLineEnds: message.allCrlf && !message.setting.fileHasCrlf && !opening.reprinted,
    alone: message.setting.alone,
    stated: opening.length ?? -1,
    closing: message.closed ? 'seen' : hasCloser(opening) ? 'missing' : 'none',
    cut: message.cut || opening.cut === true,
    cutsSilently: opening.cutsSilently === true,
    masked: opening.masked === true,
  });
  return {
    opening,
    number: message.number,
    position: message.position,
    length: message.end - message.position,
    facts,
    text: built.text,
    exact: built.exact,
    truncated: built.truncated,
  };
}
