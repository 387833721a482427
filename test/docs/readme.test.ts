/** README.md says what is so: its generated parts, its paths and links, its exit codes, its commands. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { env } from 'node:process';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/cli/config.ts';
import { exitCodes } from '../../src/cli/exit.ts';
import { readExpectations } from '../../src/cli/expectations-file.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { en } from '../../src/locales/en/index.ts';
import { formats } from '../../src/reporters/index.ts';
import { rules } from '../../src/rules/index.ts';
import { run } from '../cli/run.ts';

const root = join(import.meta.dirname, '../..');
const path = join(root, 'README.md');
const readme = readFileSync(path, 'utf8');
const updating = env.UPDATE_GOLDENS === '1';

function section(title: string): string {
  const text = new RegExp(`^## ${title}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(readme)?.[1];
  if (text === undefined) throw new Error(`README.md has no section "${title}"`);
  return text;
}

/** The code blocks of a language. */
function blocks(language: string, text = readme): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code]) => code);
}

// ── Generated parts ──────────────────────────────────────────────────────────────────────────────────────────────

function generated(name: string): RegExp {
  return new RegExp(`(?<=<!-- ${name} -->\\n)[\\s\\S]*?(?=<!-- /${name} -->)`);
}

/** Rewrites the part in the file as it is now, for two of them may be renewed in one run. */
function renew(name: string, text: string): void {
  const now = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    now.replace(generated(name), () => text),
  );
}

function expectGenerated(name: string, text: string): void {
  expect(readme, `README.md has no place for "${name}"`).toMatch(generated(name));
  if (updating) renew(name, text);
  expect(generated(name).exec(readFileSync(path, 'utf8'))?.[0], 'UPDATE_GOLDENS=1 renews it').toBe(text);
}

describe('generated parts', () => {
  it('the difference is what the command prints', () => {
    const captures = ['answered-call', 'busy-486'].map((name) => `fixtures/captures/${name}.pcap`);
    const { code, stdout } = run(['diff', ...captures], root);
    expect(code).toBe(1);
    expectGenerated('diff', `\`\`\`text\n${stdout}\`\`\`\n`);
  });

  it('the first report is what the first command prints, and the golden one', () => {
    const [first] = blocks('sh', section('Quick start'))[0].split('\n');
    const capture = /^npm ci && node bin\/sipsleuth\.js (\S+\.pcap)$/.exec(first)?.[1] ?? '';
    const { code, stdout, stderr } = run([capture], root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // While goldens are renewed, the other file may still be the old one.
    if (!updating) expect(stdout).toBe(readFileSync(join(root, capture.replace(/\.pcap$/, '.report.txt')), 'utf8'));
    expectGenerated('report', `\`\`\`text\n${stdout}\`\`\`\n`);
  });

  it('the expectations are those of a fixture, and the report is what the command prints', () => {
    const file = 'fixtures/expectations/alice-reaches-bob.yml';
    const text = readFileSync(join(root, file), 'utf8');
    expectGenerated('expectations', `\`\`\`yaml\n${text}\`\`\`\n`);
    const good = run(['expect', file, 'fixtures/captures/answered-call.pcap'], root);
    expect(good.code, good.stdout).toBe(0);
    const { code, stdout, stderr } = run(['expect', file, 'fixtures/captures/slow-first-response.pcap'], root);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expectGenerated('expectations-report', `\`\`\`text\n${stdout}\`\`\`\n`);
  });

  it('the table of rules has them all', () => {
    const cell = (text: string) => text.replace(/[|\\]/g, '\\$&');
    const rows = rules.map(({ id, severity, title }) => `| \`${id}\` | ${severity} | ${cell(title)} |\n`);
    expectGenerated('rules', `| rule | severity | what |\n|---|---|---|\n${rows.join('')}`);
  });

  it('the table of report formats has them all', () => {
    const rows = formats.map(({ id, title }) => `| \`${id}\` | ${title} |\n`);
    expectGenerated('formats', `| format | what |\n|---|---|\n${rows.join('')}`);
  });
});

// ── Paths and links ──────────────────────────────────────────────────────────────────────────────────────────────

/** Does it stand for anything? `<name>` is any name. */
function found(pattern: string): boolean {
  const glob = pattern.replace(/<[^>]+>/g, '*').replace(/\/$/, '');
  return globSync(glob, { cwd: root, onlyFiles: false, expandDirectories: false }).length > 0;
}

/** The paths of a text, written out: `good*.sip` after `a/bad*.sip` is `a/good*.sip`, `.json` after `a.pcap` is `a.json`. */
function pathsOf(text: string): string[] {
  const paths: string[] = [];
  let last = '';
  for (const [, code] of text.matchAll(/`([^`\s=]+)`/g)) {
    if (code.includes('/')) last = code;
    else if (last === '') continue;
    else last = code.startsWith('.') ? last.replace(/\.[^./]+$/, code) : posix.join(dirname(last), code);
    paths.push(last);
  }
  return paths;
}

describe('paths', () => {
  it('of the table of contributing exist', () => {
    const rows = section('Contributing').match(/^\| (?!a … )[^-].*$/gm) ?? [];
    expect(rows.length).toBeGreaterThan(4);
    const paths = rows.flatMap(pathsOf);
    expect(paths.length).toBeGreaterThan(rows.length);
    expect(paths.filter((one) => !found(one))).toEqual([]);
  });

  it('named elsewhere exist', () => {
    const named = [...readme.matchAll(/`((?:src|test|fixtures|schema|bin)\/[^`\s]*)`/g)].map(([, one]) => one);
    expect(named.filter((one) => !found(one))).toEqual([]);
  });

  it('that are links lead somewhere', () => {
    const headings = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
      text
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
    );
    const targets = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target);
    const dead = targets.filter((target) => {
      if (/^[a-z]+:/.test(target)) return false;
      if (target.startsWith('#')) return !headings.includes(target.slice(1));
      return !existsSync(join(root, target.replace(/#.*$/, '')));
    });
    expect(dead).toEqual([]);
  });
});

// ── What the program is said to do ───────────────────────────────────────────────────────────────────────────────

describe('exit codes', () => {
  const codes = (text: string, row: RegExp) => [...text.matchAll(row)].map(([, code]) => Number(code));

  it('are those of the program, here and in its help', () => {
    const all = Object.values(exitCodes);
    expect(codes(section('Exit codes'), /^\| (\d+) \| \S/gm)).toEqual(all);
    const { stdout } = run(['--help'], root);
    expect(codes(stdout.slice(stdout.indexOf('Exit codes:')), /^ +(\d+) +\S/gm)).toEqual(all);
  });
});

/** Command lines of `sipsleuth` in a shell block, as words; comments and what is piped into them left out. */
function commandsOf(block: string): string[][] {
  return block
    .split('\n')
    .map((line) => /(?:^|\| )sipsleuth (.*)$/.exec(line.replace(/\s+#.*$/, ''))?.[1].split(/\s+/))
    .filter((words) => words !== undefined);
}

const lines = [...blocks('sh'), ...blocks('yaml').map((text) => text.replaceAll('# ', ''))].flatMap(commandsOf);

describe('commands', () => {
  const program = buildProgram(() => {});

  it('are found', () => {
    expect(lines.length).toBeGreaterThan(8);
  });

  it.each(lines.map((words) => [words.join(' '), words] as const))('sipsleuth %s', (_, words) => {
    const named = program.commands.find((command) => command.name() === words[0]);
    const command = named ?? program.commands.find((one) => one.name() === 'analyze');
    const known = command?.options.flatMap(({ short, long }) => [short, long]);
    for (const word of words) if (/^-./.test(word)) expect(known).toContain(word);
    // Files are examples; these need none.
    if (words[0] === 'explain' || words[0] === 'list') {
      const { code, stdout, stderr } = run(words, root);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout.length).toBeGreaterThan(40);
    }
  });

  it('of npm are scripts of the package', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = [...readme.matchAll(/\bnpm run ([\w-]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('take the configuration that is shown', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sipsleuth-readme-'));
    try {
      const shown = ['What it finds', 'A gate for what is new'].flatMap((title) => blocks('yaml', section(title)));
      for (const [index, text] of shown.entries()) {
        const file = join(folder, `${index}.yaml`);
        writeFileSync(file, text);
        const { failOn, rules: settings, suppressions } = await readConfig(file);
        expect(failOn !== undefined || Object.keys(settings).length + suppressions.length > 0).toBe(true);
      }
      expect(shown).toHaveLength(2);
      const [expectations = ''] = blocks('yaml', section('Expectations'));
      const file = join(folder, 'expectations.yaml');
      writeFileSync(file, expectations);
      expect((await readExpectations(file, en)).expectations).toBeDefined();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
