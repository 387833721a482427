/** Text as workflow commands of GitHub Actions take it. */
import { safe } from './safe.ts';

/** A line end would begin a command of its own. */
export function dataOf(text: string): string {
  return text.split('\n').map(safe).join('\n').replaceAll('%', '%25').replaceAll('\n', '%0A');
}

export function propertyOf(text: string): string {
  return dataOf(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
