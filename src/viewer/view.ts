/** What all parts of the page share: the report, its source, and the words of the reader's language. */
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Details, Kind, Overview } from '../packed/form.ts';
import type { Source } from './source.ts';
import type { Words } from './words/words.ts';

export interface View {
  readonly source: Source;
  readonly overview: Overview;
  readonly words: Words;
}

export const ViewContext = createContext<View | undefined>(undefined);

export function useView(): View {
  const view = useContext(ViewContext);
  if (view === undefined) throw new Error('drawn outside of the page');
  return view;
}

export type Loaded<T> = { readonly value: T } | { readonly failed: true } | undefined;

/** Undefined while it is unpacked. */
export function useLoaded<T>(load: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<{ readonly keys: readonly unknown[]; readonly loaded: Loaded<T> }>();
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && setState({ keys, loaded: { value } }),
      () => wanted && setState({ keys, loaded: { failed: true } }),
    );
    return () => {
      wanted = false;
    };
  }, keys);
  // What was loaded for other keys is of something else.
  return state?.keys.every((key, i) => key === keys[i]) ? state.loaded : undefined;
}

/** Details by their indices; holes where none was asked for. */
export async function many<K extends Kind>(source: Source, kind: K, indices: Iterable<number>): Promise<Details[K][]> {
  const found: Details[K][] = [];
  const wanted = [...indices];
  const details = await Promise.all(wanted.map((index) => source.get(kind, index)));
  for (const [i, index] of wanted.entries()) found[index] = details[i];
  return found;
}
