/** The list of report formats; a format exists when it stands here. */
import { csv } from './csv.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { mermaid } from './mermaid.ts';
import { ndjson } from './ndjson.ts';
import type { Reporter, StreamReporter } from './reporter.ts';
import { sarif } from './sarif.ts';
import { svg } from './svg.ts';
import { terminal } from './terminal/index.ts';

export const reporters: readonly Reporter[] = [terminal, html, json, markdown, junit, sarif, github, csv, svg, mermaid];

/** Formats that are written while the input is read. */
export const streamReporters: readonly StreamReporter[] = [ndjson];

/** Every format, as `list formats` shows them. */
export const formats: readonly (Reporter | StreamReporter)[] = [...reporters, ...streamReporters];
