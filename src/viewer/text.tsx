/** Text of a trace and of the report: text nodes only, controls and marks that reorder it shown. */
import { safe } from '../reporters/safe.ts';
import { useView } from './view.ts';

/** What a trace says; it reorders nothing around it. */
export function Traced({ text, of }: { readonly text: string; readonly of?: string }) {
  return <bdi class={of}>{safe(text)}</bdi>;
}

/** A sentence of the report, in the report's language. */
export function Told({ text }: { readonly text: string }) {
  const { overview } = useView();
  return <span lang={overview.language}>{safe(text)}</span>;
}
