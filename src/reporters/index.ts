/** The list of report formats; a format exists when it stands here. */
import { json } from './json.ts';
import type { Reporter } from './reporter.ts';
import { terminal } from './terminal/index.ts';

export const reporters: readonly Reporter[] = [terminal, json];
