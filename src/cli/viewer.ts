/** The page of the HTML report as the build made it. */
import { readFileSync } from 'node:fs';
import { UsageError } from './exit.ts';

/** From the sources and from the bundle it is the same way. */
const page = new URL('../../dist/viewer/viewer.html', import.meta.url);

export function readViewer(): string {
  try {
    return readFileSync(page, 'utf8');
  } catch {
    throw new UsageError('the page of the HTML report is missing: "npm run build" makes it');
  }
}
