/** The house rules that no compiler checks (design §3): who may import whom, sizes, names, and where the outside world may be touched. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { links } from '../src/link/links.ts';
import { dialects } from '../src/logs/dialects.ts';
import { tunnels } from '../src/net/tunnels/index.ts';
import { formats } from '../src/reporters/index.ts';
import { rules } from '../src/rules/index.ts';

const root = join(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  readonly target: string;
  /** Gone when the types are stripped. */
  readonly typesOnly: boolean;
  readonly reExports: boolean;
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name))
  .sort();
const source = new Map(files.map((file) => [file, readFileSync(join(root, 'src', file), 'utf8')]));

/** The code without its comments; a `//` within a string (an address) is none. */
function bare(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\w])\/\/.*$/gm, '$1');
}

const statement = /^(import|export)\s+(type\s)?([\w\s{},*$]*?)\s*(?:from\s*)?'([^']+)'/gm;
const dynamic = /\bimport\('([^']+)'\)/g;

function importsOf(file: string): Import[] {
  const text = bare(source.get(file) ?? '');
  const found: Import[] = [];
  const add = (target: string, typesOnly: boolean, reExports: boolean) => {
    const inside = target.startsWith('.');
    found.push({ file, target: inside ? posix.join(dirname(file), target) : target, typesOnly, reExports });
  };
  for (const [, word, type, names, target] of text.matchAll(statement)) {
    const braces = /^\{([\s\S]*)\}$/.exec(names.trim());
    const each = braces?.[1]
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    add(target, type !== undefined || each?.every((name) => name.startsWith('type ')) === true, word === 'export');
  }
  for (const [, target] of text.matchAll(dynamic)) add(target, false, false);
  return found;
}

const imports = files.flatMap(importsOf);
const inside = imports.filter(({ target }) => source.has(target));

/** A folder of src/; a file that stands in none is a folder of its own. */
function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file;
}

// ── Arrows ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** Folder → folders that it may import; in parentheses: their types only. */
const arrows: Readonly<Record<string, string>> = {
  // The nouns.
  'model.ts': '',
  'events.ts': 'model.ts',
  'report.ts': 'model.ts',
  'stream.ts': 'report.ts',
  'bytes.ts': '',
  'keys.ts': '',
  // The bytes side never sees SIP.
  files: 'model.ts',
  logs: 'model.ts bytes.ts',
  link: 'model.ts',
  // Ciphers are types there: who has none reads no TLS.
  net: 'model.ts events.ts bytes.ts (keys.ts) link',
  // RTP and what goes with it, as SDP announces it.
  media: 'model.ts bytes.ts net sdp',
  // SIP.
  catalogue: '',
  syntax: 'bytes.ts',
  headers: 'syntax',
  sip: 'model.ts bytes.ts syntax headers',
  sdp: 'model.ts bytes.ts syntax',
  state: 'model.ts headers events.ts',
  // Meaning.
  explain: 'model.ts catalogue headers sdp state (media)',
  metrics: 'model.ts (report.ts) state (explain)',
  rules: 'model.ts (keys.ts) catalogue headers sdp state (media) events.ts',
  // What the texts of a report's messages say.
  messages: '(report.ts) headers sdp',
  // Some calls of a trace, as they are in it.
  slice: 'model.ts (keys.ts) bytes.ts files logs net sip sdp',
  // A trace with other names in it.
  redact: 'model.ts (report.ts) bytes.ts catalogue files headers net sip',
  // What users expect of a report.
  expect: 'model.ts report.ts catalogue messages headers sdp',
  // How two reports differ.
  diff: 'report.ts messages headers syntax (sdp)',
  // What of a report a gate lets pass.
  gate: '(model.ts) report.ts',
  // Pictures of calls, as data.
  ladder: '(model.ts) report.ts',
  // Words and what is written with them.
  locales: 'model.ts (report.ts) catalogue explain rules (expect) (diff)',
  packed: 'report.ts',
  reporters: '(model.ts) report.ts stream.ts (locales) (explain) (expect) (diff) ladder packed',
  // The page of the HTML report: a report in, nothing else.
  viewer: '(model.ts) report.ts catalogue headers ladder packed reporters',
  // Records of what is finished, and the report made of them.
  record: 'model.ts report.ts (stream.ts) headers state (media) explain metrics rules (locales)',
  // The roots.
  'input.ts': 'model.ts bytes.ts (keys.ts) files logs link net sip (record) (events.ts) (state) (media)',
  // A first look, to know in which order to read.
  'survey.ts': 'model.ts (keys.ts) input.ts files logs net record state',
  'analyze.ts': 'model.ts (keys.ts) (report.ts) (stream.ts) input.ts net sip state media rules record locales',
  'index.ts': 'model.ts keys.ts report.ts stream.ts files analyze.ts expect expectations.ts',
  'expectations.ts': 'expect rules locales',
  'matchers.ts': 'model.ts report.ts expect expectations.ts locales reporters metrics',
  // Reads whole traces for programs, hence the one arrow to the pipeline.
  node: 'files (model.ts) (keys.ts) (report.ts) survey.ts analyze.ts',
  cli: 'model.ts (keys.ts) media report.ts (stream.ts) gate catalogue files link logs net redact slice (record) rules explain expect diff locales reporters analyze.ts node',
};

/** Folder → packages that it may import. Everything without `node:` here also runs in a browser. */
const packages: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  packed: ['fflate'],
  net: ['fflate/browser'],
  // Loaded when such a file is read.
  files: ['zstddec/stream', 'xz-decompress'],
  viewer: ['preact', 'preact/hooks'],
  syntax: ['jssip/lib/Grammar.js'],
  sdp: ['sdp-transform'],
  expect: ['ajv/dist/2020.js'],
  node: [/^node:/, 'tinyglobby'],
  cli: [/^node:/, 'commander', 'yaml'],
};

function allows(folder: string, { target, typesOnly }: Import): boolean {
  const words = (arrows[folder] ?? '').split(' ');
  const wanted = folderOf(target);
  return wanted === folder || words.includes(wanted) || (typesOnly && words.includes(`(${wanted})`));
}

const shown = ({ file, target, typesOnly }: Import) => `src/${file} imports ${typesOnly ? 'types of ' : ''}${target}`;

describe('imports', () => {
  it('are found', () => {
    const all = [...source.values()].join('\n');
    const count = [/^(?:import|export|\}) ?.*\bfrom '[^']+';$/gm, /\bimport\('[^']+'\)/g].map(
      (one) => all.match(one)?.length ?? 0,
    );
    expect(imports).toHaveLength(count[0] + count[1]);
    expect(imports.filter(({ target }) => /^[./]|\.tsx?$/.test(target) && !source.has(target)).map(shown)).toEqual([]);
  });

  it('have a line in the map for every folder, and no other', () => {
    expect(Object.keys(arrows).sort()).toEqual([...new Set(files.map(folderOf))].sort());
  });

  it.each(Object.keys(arrows))('of %s go only where its arrows point', (folder) => {
    const own = inside.filter(({ file }) => folderOf(file) === folder);
    expect(own.filter((one) => !allows(folder, one)).map(shown)).toEqual([]);
  });

  it('of packages are made by the folders that own them', () => {
    const outside = imports.filter(({ target }) => !source.has(target));
    const wrong = outside.filter(({ file, target }) => {
      const accepted = packages[folderOf(file)] ?? [];
      return !accepted.some((one) => (typeof one === 'string' ? one === target : one.test(target)));
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  it('by a rule are of no other rule, nor of what runs the rules', () => {
    const isRule = (file: string) => /^rules\/[^/]+\//.test(file);
    const closed = new Set(['rules/index.ts', 'rules/run.ts', 'rules/root-cause.ts']);
    const wrong = inside.filter(({ file, target }) => isRule(file) && (isRule(target) || closed.has(target)));
    expect(wrong.map(shown)).toEqual([]);
  });

  it('by a link type, a tunnel, a dialect or a reporter are of no other', () => {
    const all = [...units.values()].flat();
    const unitOf = (file: string) => all.find((one) => file === one || file.startsWith(`${folderOfUnit(one)}/`));
    const wrong = inside.filter(({ file, target, typesOnly }) => {
      const [from, to] = [unitOf(file), unitOf(target)];
      return !typesOnly && from !== undefined && to !== undefined && from !== to;
    });
    expect(wrong.map(shown)).toEqual([]);
  });

  it('form no circle', () => {
    const next = new Map<string, string[]>(files.map((file) => [file, []]));
    for (const { file, target, typesOnly } of inside) if (!typesOnly) next.get(file)?.push(target);
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      if (done.has(file) || path.includes(file)) return;
      for (const one of next.get(file) ?? []) walk(one, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });

  it('pass through no barrel but src/index.ts', () => {
    expect(imports.filter(({ file, reExports }) => reExports && file !== 'index.ts').map(shown)).toEqual([]);
  });
});

// ── Files ────────────────────────────────────────────────────────────────────────────────────────────────────────

const LONGEST = 300;
/** A line a fact, a text or a property: long because there is much to say. */
const tables =
  /^catalogue\/|^report\.ts$|^rules\/(?:thresholds|index|root-cause)\.ts$|^locales\/[^/]+\/(?:statuses|unregistered|causes|examples|warnings|methods|header-fields|reason-protocols|timers|reasons|verdicts|steps|rules|rules\/[^/]+)\.ts$/;

describe('files', () => {
  it(`have at most ${LONGEST} lines, tables excepted`, () => {
    const long = files.filter((file) => !tables.test(file) && lineCount(file) > LONGEST);
    expect(long.map((file) => `src/${file}: ${lineCount(file)} lines`)).toEqual([]);
  });

  it('have names that say something', () => {
    const empty = /(?:^|\/)(?:utils?|helpers?|commons?|misc)(?:\/|\.tsx?$)/;
    const other = ['test', 'bin', 'schema'].flatMap((folder) => {
      const path = join(root, folder);
      return existsSync(path)
        ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)
        : [];
    });
    expect(
      [...files.map((file) => `src/${file}`), ...other].filter((file) => empty.test(file.replaceAll('\\', '/'))),
    ).toEqual([]);
    expect(files.filter((file) => !/^[a-z0-9/.-]+$/.test(file))).toEqual([]);
  });
});

function lineCount(file: string): number {
  return (source.get(file) ?? '').split('\n').length - 1;
}

// ── The outside world ────────────────────────────────────────────────────────────────────────────────────────────

describe('only cli/ touches', () => {
  it.each([
    ['the process', /\bprocess\s*(?:\.\w|\[)|[=(,]\s*process\s*[,);]/],
    ['the console', /\bconsole\s*(?:\.\w|\[)/],
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)|\bperformance\s*\.|\bhrtime\b/],
    ['timers', /\b(?:setTimeout|setInterval|setImmediate)\s*\(/],
    ['chance', /\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b/],
    ['the network', /\bfetch\s*\(|\bXMLHttpRequest\b|\bnew WebSocket\b/],
  ])('%s', (what, pattern) => {
    // Reading lets signals have their turn (design §3 allows timers in node/).
    const allowed = what === 'timers' ? ['cli', 'node'] : ['cli'];
    const wrong = files.filter(
      (file) => !allowed.includes(folderOf(file)) && pattern.test(bare(source.get(file) ?? '')),
    );
    expect(wrong.map((file) => `src/${file}`)).toEqual([]);
  });

  it('(and node/) Node itself', () => {
    const node = new Set(['cli', 'node']);
    const wrong = imports.filter(({ file, target }) => target.startsWith('node:') && !node.has(folderOf(file)));
    expect(wrong.map(shown)).toEqual([]);
    const buffers = files.filter(
      (file) =>
        !node.has(folderOf(file)) && /\bBuffer\s*[.(]|\bglobalThis\b|\brequire\(/.test(bare(source.get(file) ?? '')),
    );
    // Looks whether Node's fast paths are there.
    expect(buffers).toEqual(['bytes.ts']);
  });
});

// ── Lists ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Files that declare a unit of this kind: `export const name: Kind = …`. */
function declaring(kind: string, folder: string): string[] {
  const pattern = new RegExp(`^export const \\w+: ${kind}\\b[^\\n[\\]]*=`, 'm');
  return files.filter((file) => file.startsWith(`${folder}/`) && pattern.test(source.get(file) ?? ''));
}

const units = new Map([
  ['logs/dialects.ts', declaring('Dialect', 'logs')],
  ['link/links.ts', declaring('Link', 'link')],
  ['net/tunnels/index.ts', declaring('Tunnel', 'net')],
  ['reporters/index.ts', declaring('(?:Stream)?Reporter', 'reporters')],
  ['rules/index.ts', files.filter((file) => /^rules\/[^/]+\//.test(file))],
]);

/** A unit that is a folder owns all that is in it. */
function folderOfUnit(file: string): string {
  return basename(file) === 'index.ts' ? dirname(file) : file;
}

function listed(list: string): string[] {
  return inside
    .filter(({ file, target, typesOnly }) => file === list && !typesOnly && units.get(list)?.includes(target))
    .map(({ target }) => target);
}

describe('every unit stands in its list', () => {
  it.each([...units.keys()])('%s', (list) => {
    expect(units.get(list)?.length).toBeGreaterThan(0);
    expect([...new Set(listed(list))].sort()).toEqual(units.get(list));
  });

  it('under the name of its file', () => {
    const named = (list: string) =>
      units
        .get(list)
        ?.map((file) => basename(folderOfUnit(file), '.ts'))
        .sort();
    expect(rules.map(({ id }) => id).sort()).toEqual(named('rules/index.ts'));
    expect(links.map(({ name }) => name).sort()).toEqual(named('link/links.ts'));
    expect(tunnels.map(({ name }) => name).sort()).toEqual(named('net/tunnels/index.ts'));
    expect(formats.map(({ id }) => id).sort()).toEqual(named('reporters/index.ts'));
    // The dialect of whatever is no log of a known program is the scan itself.
    expect(dialects.map(({ id }) => (id === 'raw' ? 'scan' : id)).sort()).toEqual(named('logs/dialects.ts'));
  });
});
