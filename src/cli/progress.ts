/** The bar on standard error while something large is read. */
import { statSync } from 'node:fs';
import { stderr } from 'node:process';
import { safe } from '../reporters/safe.ts';
import { say } from './speech.ts';

/** Milliseconds before the first line, and between two. */
const PATIENCE = 1_000;
const INTERVAL = 100;
const BAR = 20;

export interface Progress {
  /** So many bytes more were read of this input. */
  read(path: string, bytes: number): void;
  /** Takes the line away. */
  end(): void;
}

export interface ProgressOptions {
  /** Bytes that there are to read; undefined where nobody knows. */
  readonly total: number | undefined;
  /** Milliseconds, from any point in time. */
  now(): number;
  write(text: string): void;
  columns(): number;
}

const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `1.2 MB`: two digits are enough for who waits. */
export function sizeOf(bytes: number): string {
  let [value, unit] = [bytes, 0];
  for (; value >= 999.5 && unit < units.length - 1; unit++) value /= 1000;
  return `${value < 9.95 && unit > 0 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** `4 s`, `2 min 5 s`, `1 h 20 min`. */
export function remaining(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

function nameOf(path: string): string {
  return safe(path.slice(path.lastIndexOf('/') + 1));
}

export function createProgress({ total, now, write, columns }: ProgressOptions): Progress {
  const start = now();
  let [done, next, shown] = [0, start + PATIENCE, false];
  const line = (path: string, time: number): string => {
    const rate = (done / Math.max(1, time - start)) * 1000;
    const parts = [sizeOf(done), `${sizeOf(rate)}/s`];
    if (total !== undefined && total > 0) {
      const part = Math.min(1, done / total);
      const full = Math.round(part * BAR);
      parts.unshift(`${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.floor(part * 100)} %`);
      // A file that still grows is longer than it was.
      if (part < 1) parts.push(say().left(remaining((total - done) / rate)));
    }
    const figures = parts.join('  ');
    const room = columns() - 1 - figures.length - 2;
    const name = nameOf(path);
    // A line that is broken could not be taken away again.
    if (room < 4) return figures.slice(0, Math.max(0, columns() - 1));
    return `${figures}  ${name.length > room ? `…${name.slice(1 - room)}` : name}`;
  };
  return {
    read(path, bytes) {
      done += bytes;
      const time = now();
      if (time < next) return;
      next = time + INTERVAL;
      shown = true;
      write(`\r\x1b[K${line(path, time)}`);
    },
    end() {
      if (shown) write('\r\x1b[K');
      shown = false;
    },
  };
}

function sizeOfAll(paths: readonly string[]): number | undefined {
  let total = 0;
  for (const path of paths) {
    const stat = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() !== true) return undefined;
    total += stat.size;
  }
  return total;
}

const silent: Progress = { read() {}, end() {} };

/** Only on a terminal, and only for who did not ask for quiet. */
export function progressOf(paths: readonly string[], quiet: boolean): Progress {
  if (quiet || stderr.isTTY !== true) return silent;
  return createProgress({
    total: sizeOfAll(paths),
    now: Date.now,
    write: (text) => void stderr.write(text),
    columns: () => stderr.columns || 80,
  });
}
