/** The package as npm makes it and as a user installs it: contents, command, import, types. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { env, execPath } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const home = mkdtempSync(join(tmpdir(), 'sipsleuth-package-'));
const checkout = join(home, 'checkout');
const user = join(home, 'user');
const capture = join(root, 'fixtures/captures/busy-486.pcap');
const tsc = join(root, 'node_modules/typescript/bin/tsc');

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

function npm(args: readonly string[], cwd: string) {
  return spawnSync('npm', [...args], { cwd, encoding: 'utf8', env: { ...env, npm_config_update_notifier: 'false' } });
}

function pack(args: readonly string[]): Packed {
  const { stdout, stderr } = npm(['pack', '--json', ...args], checkout);
  // What the build prints comes before the list.
  const list = stdout.slice(Math.max(0, stdout.search(/^\[$/m)));
  expect(list, stderr).toMatch(/^\[/);
  return JSON.parse(list)[0];
}

/** What the user gets is what is in the checkout now, built there: another test may be building in the real one. */
beforeAll(() => {
  const left = new Set(['node_modules', '.git', 'dist', 'coverage', 'bench-data']);
  mkdirSync(checkout);
  for (const name of readdirSync(root))
    if (!left.has(name)) cpSync(join(root, name), join(checkout, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

describe('the package', () => {
  let packed: Packed;

  beforeAll(() => {
    // `prepare` builds.
    packed = pack(['--pack-destination', home]);
  }, 120_000);

  it('holds what a user needs and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    const top = new Set(paths.map((path) => path.split('/')[0]));
    const expected = ['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'examples', 'package.json', 'schema'];
    expect([...top].sort()).toEqual(expected);
    expect(paths.filter((path) => /^(?:bin|examples|schema)\//.test(path)).sort()).toEqual([
      'bin/sipsleuth.js',
      'examples/rules.json',
      'schema/baseline.schema.json',
      'schema/diff.schema.json',
      'schema/expectations.schema.json',
      'schema/ndjson.schema.json',
      'schema/report.schema.json',
    ]);
    expect(paths.filter((path) => path.startsWith('dist/') && !/\.(?:js|d\.ts)$/.test(path))).toEqual([
      'dist/viewer/viewer.html',
    ]);
    expect(paths.filter((path) => /test|fixture|\.map$|(?<!\.d)\.ts$/.test(path))).toEqual([]);
    for (const path of ['dist/index.js', 'dist/index.d.ts', 'dist/cli/main.js']) expect(paths).toContain(path);
  });

  it('is the same when it is only listed', () => {
    const listed = pack(['--dry-run', '--ignore-scripts']);
    expect(listed.files.map(({ path }) => path).sort()).toEqual(packed.files.map(({ path }) => path).sort());
  });

  it('has no source without its build, and no build without its source', () => {
    // The viewer is built into one page.
    const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.startsWith('viewer'),
    );
    const built = packed.files
      .map(({ path }) => path)
      .filter((path) => path.startsWith('dist/') && path.endsWith('.js'));
    // The command line is bundled: a program starts faster from few files. The library is not: bundlers want modules.
    const library = (path: string) => !path.startsWith('dist/cli/');
    expect(built.filter(library).sort()).toEqual(
      sources
        .map((name) => `dist/${name.replaceAll('\\', '/').replace(/\.ts$/, '.js')}`)
        .filter(library)
        .sort(),
    );
    expect(built).toContain('dist/cli/main.js');
  });

  it('runs nothing when it is installed', () => {
    const { scripts, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^(?:pre|post)prepare$/.test(name))).toEqual(
      [],
    );
    // Nor do the packages that come with it.
    for (const name of Object.keys(dependencies)) {
      const manifest = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
      expect(
        Object.keys(manifest.scripts ?? {}).filter((script) => /^(?:pre|post)?install$/.test(script)),
        name,
      ).toEqual([]);
    }
  });

  it('has a command that can be run', () => {
    const command = packed.files.find(({ path }) => path === 'bin/sipsleuth.js');
    expect((command?.mode ?? 0) & 0o111).toBe(0o111);
    expect(readFileSync(join(root, 'bin/sipsleuth.js'), 'utf8').split('\n')[0]).toBe('#!/usr/bin/env node');
  });

  describe('installed in an empty folder', () => {
    let installed = false;

    beforeAll(() => {
      mkdirSync(user);
      writeFileSync(join(user, 'package.json'), '{ "private": true, "type": "module" }');
      const install = ['install', '--no-audit', '--no-fund', join(home, basename(packed.filename))];
      // The cache of npm has the dependencies where the checkout was installed; else the registry has them.
      const attempts = [
        [...install, '--offline'],
        [...install, '--prefer-offline', '--fetch-retries=0', '--fetch-timeout=20000'],
      ];
      const errors: string[] = [];
      installed = attempts.some((args) => {
        const { status, stderr } = npm(args, user);
        if (status !== 0) errors.push(stderr);
        return status === 0;
      });
      if (installed) return;
      const unreachable = /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|E40[13]|E404|network/;
      if (env.CI === 'true' || !unreachable.test(errors[errors.length - 1])) throw new Error(errors.join('\n'));
      console.warn('skipped: neither the cache of npm nor its registry has the dependencies of the package');
    }, 120_000);

    it('has the command', ({ skip }) => {
      if (!installed) skip();
      const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'sipsleuth', capture], {
        cwd: user,
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(0);
      expect(stdout).toContain('486 Busy Here');
    });

    it('can be imported', ({ skip }) => {
      if (!installed) skip();
      const lines = [
        "import { readFile } from 'node:fs/promises';",
        "import { createRequire } from 'node:module';",
        "import { analyze, createAnalysis } from 'sipsleuth';",
        `const report = await analyze(await readFile(${JSON.stringify(capture)}), { path: 'busy.pcap' });`,
        "const schema = createRequire(import.meta.url)('sipsleuth/report.schema.json');",
        'console.log(JSON.stringify([report.calls[0].outcome, report.calls[0].verdict.text, typeof createAnalysis, schema.$id]));',
      ];
      writeFileSync(join(user, 'consumer.js'), lines.join('\n'));
      const result = JSON.parse(execFileSync(execPath, ['consumer.js'], { cwd: user, encoding: 'utf8' }));
      expect(result).toEqual(['busy', expect.stringContaining('486'), 'function', expect.stringContaining('report@1')]);
    });

    it('brings matchers, and extends an expect that is global', ({ skip }) => {
      if (!installed) skip();
      const lines = [
        "import { parseExpectations, checkExpectations } from 'sipsleuth';",
        "import { readTrace } from 'sipsleuth/node';",
        'const gained = [];',
        'globalThis.expect = { extend: (matchers) => gained.push(...Object.keys(matchers)) };',
        "const { sipMatchers } = await import('sipsleuth/matchers');",
        `const report = await readTrace(${JSON.stringify(capture)});`,
        "const { pass } = sipMatchers.toHaveOutcome.call({}, report, 'busy');",
        "const asked = await parseExpectations({ expectations: 1, calls: [{ sequence: '100? 486' }] });",
        'console.log(JSON.stringify([gained, pass, checkExpectations(asked, report).pass]));',
      ];
      writeFileSync(join(user, 'matchers.js'), lines.join('\n'));
      const result = JSON.parse(execFileSync(execPath, ['matchers.js'], { cwd: user, encoding: 'utf8' }));
      const names = ['toHaveNoFindings', 'toMatchSequence', 'toAnswerWithin', 'toHaveOutcome', 'toUseCodec', 'toMeet'];
      expect(result).toEqual([names, true, true]);
    });

    it('hides what is inside', ({ skip }) => {
      if (!installed) skip();
      const { status, stderr } = spawnSync(execPath, ['-e', "import('sipsleuth/dist/analyze.js')"], {
        cwd: user,
        encoding: 'utf8',
      });
      expect(status).not.toBe(0);
      expect(stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
    });

    it.for([
      ['in Node', { lib: ['es2023'], types: ['node'], typeRoots: [join(root, 'node_modules/@types')] }],
      ['in a browser', { lib: ['es2023', 'dom', 'dom.asynciterable'], types: [] }],
    ] as const)('has types %s', ([where, options], { skip }) => {
      if (!installed) skip();
      const folder = join(user, where.replaceAll(' ', '-'));
      mkdirSync(folder);
      const lines = [
        "import { analyze, type Outcome, type Report, type ReportFinding } from 'sipsleuth';",
        "const report: Report = await analyze(new Uint8Array(0), { path: 'x', rules: { 'invite-no-response': 'off' }, messages: 'none' });",
        "import { sipMatchers } from 'sipsleuth/matchers';",
        "import { readTrace } from 'sipsleuth/node';",
        'export const read: Promise<Report> = readTrace("x");',
        'export const names: readonly string[] = Object.keys(sipMatchers);',
        'const outcomes: readonly Outcome[] = report.calls.map(({ outcome }) => outcome);',
        "const worst: ReportFinding | undefined = report.findings.find(({ severity }) => severity === 'error');",
        'export const text: string = [...outcomes, worst?.title, report.calls[0]?.verdict.text, report.summary.metrics.postDialDelay?.p95].join();',
      ];
      writeFileSync(join(folder, 'consumer.ts'), `${lines.join('\n')}\n`);
      const compilerOptions = {
        module: 'nodenext',
        target: 'es2023',
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        ...options,
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['consumer.ts'] }));
      const { status, stdout } = spawnSync(execPath, [tsc, '-p', folder], { cwd: user, encoding: 'utf8' });
      expect(stdout).toBe('');
      expect(status).toBe(0);
      // And they are real: what is wrong is refused.
      writeFileSync(
        join(folder, 'consumer.ts'),
        "import { analyze } from 'sipsleuth';\nexport const wrong: number = (await analyze(new Uint8Array(0))).calls;\n",
      );
      expect(spawnSync(execPath, [tsc, '-p', folder], { cwd: user, encoding: 'utf8' }).stdout).toMatch(/TS2322/);
    });
  });
});
