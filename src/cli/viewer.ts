/** The page of the HTML report as the build made it. */
import { readFileSync } from 'node:fs';
import { UsageError } from './exit.ts';
import { say } from './speech.ts';

/** From the sources and from the bundle it is the same way. */
const page = new URL('../../dist/viewer/viewer.html', import.meta.url);

export function readViewer(): string {
  try {
    return readFileSync(page, 'utf8');
  } catch {
    throw new UsageError(say().noPage);
  }
}
