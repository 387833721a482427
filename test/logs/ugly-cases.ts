/** The same logs after what people and terminals do to them: carriage returns lost, blanks at line ends stripped, quoted, cut off. */

import { productCases } from './product-cases.ts';
import { type Case, eachLine, type Renderer, stripped } from './render.ts';
import { toolCases } from './tool-cases.ts';
import { wrapperCases } from './wrapper-cases.ts';

const quoted = (text: string): string => eachLine(text, (line) => `> ${line}`.trimEnd());

/** Two header lines of the last message and half of a third are left. */
function cutInHead(text: string, line: number): string {
  const lines = text.split('\n').slice(0, line + 3);
  return lines.join('\n').slice(0, -8);
}

interface Ugly extends Omit<Case, 'title' | 'losses'> {
  /** The last message is cut off within its head. */
  readonly cut: boolean;
  readonly order?: NonNullable<Case['losses']>['order'];
}

function ugly(one: Case): Ugly {
  const cut = one.losses?.opaque !== true;
  const render: Renderer = (flow) => {
    const rendered = one.render(flow);
    const text = one.ugly ? one.ugly(rendered.text) : quoted(stripped(rendered.text));
    return { ...rendered, text: cut ? cutInHead(text, rendered.lines[rendered.lines.length - 1]) : text };
  };
  const { name, dialect, losses } = one;
  return { name: `${name}-ugly`, dialect, render, cut, ...(losses?.order && { order: losses.order }) };
}

export const uglyCases: readonly Ugly[] = [...toolCases, ...productCases, ...wrapperCases].map(ugly);
