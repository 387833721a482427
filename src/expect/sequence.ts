/**
 * Response sequences: `100? 18x* (180|183)+ 200`. A pattern becomes a little machine whose states are all walked at once
 * (Thompson's way), so that no sequence, however long, takes more than its length times that of the pattern.
 */
import type { Faults, Path } from './faults.ts';
import { isStatusPattern, matchesStatus } from './status-pattern.ts';

/** `word` undefined: a joint that takes nothing. */
interface State {
  readonly word: string | undefined;
  readonly next: number[];
}

export interface Sequence {
  /** As it was written. */
  readonly text: string;
  readonly states: readonly State[];
  readonly start: number;
  readonly end: number;
}

/** How far a sequence went along its pattern. */
export interface Walk {
  readonly pass: boolean;
  /** Index of the response that no longer fits; the length where it ended too early. */
  readonly at: number;
  /** What could have stood there; `end` when the sequence could have ended. */
  readonly wanted: readonly string[];
}

const LONGEST = 1_000;
const DEEPEST = 16;
/** Any response. */
const ANY = 'any';

/** One piece of the machine: where it begins and where it ends. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

class Builder {
  readonly states: State[] = [];

  state(word?: string): number {
    return this.states.push({ word, next: [] }) - 1;
  }

  link(from: number, to: number): void {
    this.states[from].next.push(to);
  }

  word(word: string): Piece {
    const start = this.state(word);
    const end = this.state();
    this.link(start, end);
    return { start, end };
  }

  chain(pieces: readonly Piece[]): Piece {
    const start = this.state();
    let end = start;
    for (const piece of pieces) {
      this.link(end, piece.start);
      end = piece.end;
    }
    return { start, end };
  }

  choice(pieces: readonly Piece[]): Piece {
    if (pieces.length === 1) return pieces[0];
    const start = this.state();
    const end = this.state();
    for (const piece of pieces) {
      this.link(start, piece.start);
      this.link(piece.end, end);
    }
    return { start, end };
  }

  repeat(piece: Piece, sign: string): Piece {
    const start = this.state();
    const end = this.state();
    this.link(start, piece.start);
    this.link(piece.end, end);
    if (sign !== '+') this.link(start, end);
    if (sign !== '?') this.link(piece.end, piece.start);
    return { start, end };
  }
}

/** A group that is being read: the choices before the last bar, and the words since then. */
interface Group {
  readonly choices: Piece[];
  words: Piece[];
}

const tokens = /\s+|([()|])|([^\s()|?*+]+)|([?*+])/gy;

/** Reads the pattern with a stack of its own: depth is the user's, and bounded. */
export function parseSequence(written: string, path: Path, faults: Faults): Sequence | undefined {
  const text = written.trim().replace(/\s+/g, ' ');
  if (text.length > LONGEST) return faults.add(path, 'too-long', { most: LONGEST });
  const builder = new Builder();
  const groups: Group[] = [{ choices: [], words: [] }];
  /** A sign repeats what stands right before it; after a blank, `*` stands for any responses. */
  let joined = false;
  const close = ({ choices, words }: Group) => builder.choice([...choices, builder.chain(words)]);
  for (const [token, bracket, word, sign] of text === 'none' ? [] : text.matchAll(tokens)) {
    const group = groups[groups.length - 1];
    if (sign !== undefined) {
      const last = joined ? group.words.pop() : undefined;
      if (last !== undefined) group.words.push(builder.repeat(last, sign));
      else if (sign === '*') group.words.push(builder.repeat(builder.word(ANY), '*'));
      else return faults.add(path, 'sequence-form', { value: sign });
      joined = false;
    } else if (word !== undefined) {
      if (word !== ANY && !isStatusPattern(word)) return faults.add(path, 'sequence-form', { value: word });
      group.words.push(builder.word(word));
      joined = true;
    } else if (bracket === '(') {
      if (groups.length > DEEPEST) return faults.add(path, 'sequence-deep', { most: DEEPEST });
      groups.push({ choices: [], words: [] });
      joined = false;
    } else if (bracket === '|') {
      group.choices.push(builder.chain(group.words));
      group.words = [];
      joined = false;
    } else if (bracket === ')') {
      if (groups.length === 1) return faults.add(path, 'sequence-group', { value: ')' });
      groups.pop();
      groups[groups.length - 1].words.push(close(group));
      joined = true;
    } else if (token.trim() === '') joined = false;
  }
  if (groups.length > 1) return faults.add(path, 'sequence-group', { value: '(' });
  const { start, end } = close(groups[0]);
  return { text: text === '' ? 'none' : text, states: builder.states, start, end };
}

/** Adds the states and all that is reached from them without a response. */
function spread(from: readonly number[], { states }: Sequence): Set<number> {
  const reached = new Set(from);
  for (const at of reached) {
    if (states[at].word === undefined) for (const next of states[at].next) reached.add(next);
  }
  return reached;
}

function takes(word: string | undefined, status: number): boolean {
  return word !== undefined && (word === ANY || matchesStatus(word, status));
}

export function walkSequence(sequence: Sequence, statuses: readonly number[]): Walk {
  let now = spread([sequence.start], sequence);
  const wanted = () => {
    // In the order in which they were written.
    const places = [...now].sort((a, b) => a - b);
    const words = places.flatMap((at) => sequence.states[at].word ?? []);
    return [...new Set([...words, ...(now.has(sequence.end) ? ['end'] : [])])];
  };
  for (let i = 0; i < statuses.length; i++) {
    const next = [...now].flatMap((at) => {
      const { word, next } = sequence.states[at];
      return takes(word, statuses[i]) ? next : [];
    });
    if (next.length === 0) return { pass: false, at: i, wanted: wanted() };
    now = spread(next, sequence);
  }
  return { pass: now.has(sequence.end), at: statuses.length, wanted: wanted() };
}
