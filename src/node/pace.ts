/** Files that are read side by side: the one whose time is furthest behind goes on, the others wait for it. */

export interface Pace {
  /** Before the next bytes of a file are read; undefined when it need not wait. */
  turn(): Promise<void> | undefined;
  /** The file is read. */
  leave(): void;
}

export interface Paces {
  /** `now`: how far the time of the file has come, µs. */
  join(now: () => number): Pace;
}

interface Runner {
  readonly now: () => number;
  /** Lets it go on, when it waits. */
  wake: (() => void) | undefined;
}

export function createPaces(): Paces {
  const runners = new Set<Runner>();

  function last(): Runner | undefined {
    let found: Runner | undefined;
    for (const runner of runners) if (found === undefined || runner.now() < found.now()) found = runner;
    return found;
  }

  function wakeLast(): void {
    const runner = last();
    const wake = runner?.wake;
    if (runner === undefined || wake === undefined) return;
    runner.wake = undefined;
    wake();
  }

  return {
    join(now) {
      const runner: Runner = { now, wake: undefined };
      runners.add(runner);
      return {
        turn() {
          if (runners.size === 1 || last() === runner) return undefined;
          return new Promise((resolve) => {
            runner.wake = resolve;
            wakeLast();
          });
        },
        leave() {
          runners.delete(runner);
          wakeLast();
        },
      };
    },
  };
}
