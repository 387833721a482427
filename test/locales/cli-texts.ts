/** Everything that a language says on the command line, functions called with arguments that they may get. */

/** Every text of a tree of words; functions are called with the arguments that English takes as well. */
export function textsOf(words: unknown, like: unknown, path = ''): { readonly path: string; readonly text: string }[] {
  if (typeof words === 'string') return [{ path, text: words }];
  if (typeof words === 'function') {
    return argumentsFor(path, (like as (...args: unknown[]) => unknown).length).map((args) => ({
      path: `${path}(${args.map(String).join(', ')})`,
      text: (words as (...args: unknown[]) => string)(...args),
    }));
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) =>
    textsOf(value, (like as Record<string, unknown>)[name] ?? value, path === '' ? name : `${path}.${name}`),
  );
}

/** A file kind, a unit, a list of words or a number: what the function at this path takes. Numbers try plural forms. */
function argumentsFor(path: string, length: number): readonly (readonly unknown[])[] {
  const key = path.split('.').at(-1) ?? '';
  const kinds: Readonly<Record<string, (n: number) => readonly unknown[]>> = {
    place: (n) => ['config', 'a.yml', n, n],
    cannotBeRead: () => ['baseline', 'a.json', 'x'],
    didYouMean: (n) => [['a', 'b', 'c'], n],
    accepted: () => [['a', 'b']],
    noCallMatches: (n) => [['a', 'b'], n],
    sliceLinks: () => [['A', 'B']],
    redactFailed: () => ['a.pcap', ['x', 'y']],
    audioOneCall: (n) => [n, [1, 2]],
    audioCodec: (n) => [n, ['Opus', 'G729']],
    audioNone: (n) => [n],
    audioEncrypted: (n) => [n],
    payloadType: (n) => [n],
    redactLeft: (n) => [n, 'base64', n, n],
    stopped: (n) => ['frame', n],
    noSip: (n) => ['line', n],
    partlyEnding: (n) => ['x', 'line', n],
    partlyDamaged: (n) => ['x', 'frame', n, n, n],
    mustBeText: (n) => ['a', n],
    tooManyNames: (n) => ['a', n],
    tooMany: (n) => ['list', n, n],
    noPasswordInLine: (n) => ['a', n, 'x'],
    baselineWritten: (n) => ['a', n, n, n],
    noFingerprint: (n) => ['a', n],
    inBaseline: (n) => ['a', n],
    redactTooMuch: (n) => ['a', n],
    redactShortKeyFile: (n) => ['a', n],
  };
  const numeric = ['redactShortKey', 'redactOneInput', 'redactReused', 'noSipIn', 'notRead'];
  const counts = [0, 1, 2, 5, 11, 21, 101];
  if (numeric.includes(key)) return counts.map((n) => [n]);
  const made = kinds[key];
  if (made !== undefined) return made(1).some((one) => typeof one === 'number') ? counts.map(made) : [made(1)];
  return [Array.from({ length }, (_, at) => `x${at}`)];
}
