/** An example of a rule as a ladder: a case that it finds, or one that only looks like it. */
import type { Locale } from '../../locales/locale.ts';
import { type Drawn, ladder } from './ladder.ts';
import { painter, paragraph } from './text.ts';

/** A fixture, reduced to what a ladder shows. */
export interface Example extends Drawn {
  readonly title: string;
  /** Numbers of the messages that the rule points at. */
  readonly marked: readonly number[];
}

export function* showExample(
  example: Example,
  heading: string,
  options: { readonly locale: Locale; readonly width: number; readonly color: boolean },
): Iterable<string> {
  const paint = painter(options.color);
  const marks = new Map(example.marked.map((message) => [message, [1]]));
  yield '';
  yield* paragraph(example.title, options.width, heading.length + 2, paint('bold', heading));
  yield '';
  yield* ladder({
    call: example,
    marks,
    options: { ...options, limitCalls: 0, limitLines: 0, failOn: 'never' },
    paint,
  });
}
