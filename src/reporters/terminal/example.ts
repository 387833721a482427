/** An example of a rule as a ladder: a case that it finds, or one that only looks like it. */
import type { Locale } from '../../locales/locale.ts';
import { type Drawn, ladder } from './ladder.ts';
import { painter } from './text.ts';

/** A fixture, reduced to what a ladder shows. */
export interface Example extends Drawn {
  readonly title: string;
  /** Numbers of the messages that the rule points at. */
  readonly marked: readonly number[];
}

export function drawExample(
  example: Example,
  options: { readonly locale: Locale; readonly width: number; readonly color: boolean },
): readonly string[] {
  const marks = new Map(example.marked.map((message) => [message, [1]]));
  return ladder({
    call: example,
    marks,
    options: { ...options, limitCalls: 0, limitLines: 0, failOn: 'never' },
    paint: painter(options.color),
  });
}
