/** The list of formats for explanations, the default one first. */
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import type { PageReporter } from './reporter.ts';
import { terminal } from './terminal.ts';

export const pageReporters: readonly PageReporter[] = [terminal, markdown, json, html];
