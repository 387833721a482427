/** The page of the HTML report as its sources are now: no test meets an older build. */
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

export default async function setup(): Promise<void> {
  const before = process.env.NODE_ENV;
  // As the package is built: with another name, Preact and its JSX would be those for development.
  process.env.NODE_ENV = 'production';
  await build({ root: join(root, 'src/viewer'), configFile: join(root, 'vite.viewer.config.ts'), mode: 'production' });
  process.env.NODE_ENV = before;
}
