/** What is wrong with an expectations file, as data: the locales have the sentences. */
import type { Args } from '../model.ts';

/** Names and positions from the top: `['calls', 0, 'outcome']`. */
export type Path = readonly (string | number)[];

export type FaultKey =
  | 'not-a-map'
  | 'not-a-list'
  | 'empty'
  | 'wrong-type'
  | 'missing-name'
  | 'unknown-name'
  | 'unknown-word'
  | 'too-long'
  | 'too-many'
  | 'too-small'
  | 'wrong-version'
  | 'count-form'
  | 'count-order'
  | 'duration-form'
  | 'duration-unit'
  | 'duration-bare'
  | 'status-form'
  | 'sequence-form'
  | 'sequence-group'
  | 'sequence-deep'
  | 'message-form'
  | 'rule-unmatched';

export interface Fault {
  readonly path: Path;
  readonly key: FaultKey;
  readonly args: Args;
  /** Words that would have been taken, for a hint. */
  readonly accepted?: readonly string[];
  /** It is the name at the end of the path that is wrong, not its value. */
  readonly onName?: boolean;
}

/** Gathers faults while a file is read, so that reading goes on to the next one. */
export class Faults {
  readonly all: Fault[] = [];

  add(path: Path, key: FaultKey, args: Args = {}, accepted?: readonly string[]): undefined {
    this.all.push({ path, key, args, ...(accepted === undefined ? {} : { accepted }) });
    return undefined;
  }
}
