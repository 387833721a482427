/** Programs that some tests compare with. Absent, such a test is skipped with a message; in CI it fails. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const inCi = process.env.CI === 'true';

/** True when the test must be skipped. */
export function lacks(tool: string): boolean {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return false;
  } catch {
    if (inCi) throw new Error(`${tool} is not installed: in CI no test may be skipped`);
    console.warn(`skipped: ${tool} is not installed`);
    return true;
  }
}

/** Schemas that others publish, which `.ci/run` fetches; undefined where they are not. In CI they must be there. */
export function published(name: string): string | undefined {
  const file = `${process.env.PUBLISHED_SCHEMAS ?? ''}/${name}`;
  if (existsSync(file)) return file;
  if (inCi) throw new Error(`${file} is not there: in CI no test may be skipped`);
  console.warn(`skipped: no ${name}; PUBLISHED_SCHEMAS names a directory with it`);
  return undefined;
}

/** Captures and logs of others, beside the project; undefined where they are not. */
export function corpus(): string | undefined {
  const folder = new URL('../../shared/corpus', import.meta.url).pathname;
  if (existsSync(folder)) return folder;
  console.warn('skipped: ../shared/corpus is not there');
  return undefined;
}
