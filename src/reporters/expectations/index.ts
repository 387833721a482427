/** The list of formats for results of expectations, the default one first. */
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { ExpectationReporter } from './reporter.ts';
import { terminal } from './terminal.ts';

export const expectationReporters: readonly ExpectationReporter[] = [terminal, json, markdown, junit, github];
