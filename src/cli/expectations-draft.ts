/** A draft as a YAML file that explains itself. */
import { methods } from '../catalogue/methods.ts';
import { draftExpectations } from '../expect/draft.ts';
import type { Report } from '../report.ts';

/** Above the names of the draft, once each; no word of these comes from the trace. */
const comments: Readonly<Record<string, string>> = {
  select: ' Which calls are meant: "=" in front means exactly this, without it a part of the text will do.',
  count: ' How many there must be; ">= 1" or "2..5" leave room.',
  outcome: ' A list means any of them.',
  sequence: ' Responses on the side of the caller: ? at most one, + one or more, 18x for 180 to 189, * for anything.',
  timings: ' Twice what was seen, rounded up.',
  sdp: ' The codec that both sides agreed on.',
  findings: ' Only these rules may find something; "sipsleuth explain RULE" tells what they look for.',
  capture: ' All that was read, together.',
};

const head = [
  ' What a trace must show: "sipsleuth expect THIS-FILE capture.pcap" checks it.',
  ' Drafted from a trace; strike out what need not be so, and widen what may vary.',
].join('\n');

const SCHEMA = 'yaml-language-server: $schema=node_modules/sipsleuth/schema/expectations.schema.json';

/** Controls, and the marks that reorder or hide text: YAML may leave them as they are, terminals obey them. */
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;
const everyUnsafe = new RegExp(unsafe, 'g');

export async function writeDraft(report: Report): Promise<string> {
  const { Document, isMap, isScalar, visit } = await import('yaml');
  const data = draftExpectations(
    report,
    methods.map(({ name }) => name),
  );
  const document = new Document(data, { aliasDuplicateObjects: false });
  document.commentBefore = ` ${SCHEMA}\n\n${head}`;
  const told = new Set<string>();
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'string' && unsafe.test(node.value)) node.type = 'QUOTE_DOUBLE';
    },
    Pair(_, { key, value }) {
      const name = isScalar(key) ? String(key.value) : '';
      const comment = comments[name];
      if (comment === undefined || told.has(name) || !isScalar(key)) return;
      told.add(name);
      key.commentBefore = comment;
      // Short ones fit on the line of their name.
      if (isMap(value)) value.flow = false;
    },
    Seq(_, node) {
      // Lists of words stand on one line.
      if (node.items.every((item) => isScalar(item))) node.flow = true;
    },
  });
  const text = document.toString({ lineWidth: 100, flowCollectionPadding: false });
  // They stand between double quotes only, where there is an escape for each.
  return text.replace(everyUnsafe, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
