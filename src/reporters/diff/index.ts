/** The list of formats for differences, the default one first. */
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import type { DiffReporter } from './reporter.ts';
import { terminal } from './terminal.ts';

export const diffReporters: readonly DiffReporter[] = [terminal, json, markdown];
