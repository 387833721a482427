/** A draft as a YAML file that explains itself. */
import { methods } from '../catalogue/methods.ts';
import { draftExpectations } from '../expect/draft.ts';
import type { Report } from '../report.ts';
import { draftWords } from './speech.ts';

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
  const { head, comments } = draftWords();
  document.commentBefore = ` ${SCHEMA}\n\n${head.map((line) => ` ${line}`).join('\n')}`;
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
      // No word of it comes from the trace.
      key.commentBefore = ` ${comment}`;
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
