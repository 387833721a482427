/** A table of any length: only the rows in sight are in the document. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useKeys } from './keys.ts';
import { go } from './route.ts';

export interface TableColumn<T> {
  readonly id: string;
  readonly title: string;
  cell(row: T): ComponentChildren;
  /** Right-aligned. */
  readonly numeric?: boolean;
}

export interface Sorting {
  readonly by: string;
  readonly descending: boolean;
}

export interface TableProps<T> {
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly count: number;
  row(index: number): T;
  /** Number that the row is called by, for its link. */
  hashOf(row: T): string;
  numberOf(row: T): number;
  readonly sorting?: Sorting;
  onSort?(by: string): void;
  /** Where the table was left; kept up to date. */
  readonly memory?: { scroll: number };
}

const ROW = 30;
const HEAD = 32;
/** Rows beyond the edges, so that scrolling shows no holes. */
const SPARE = 12;

function ariaSort(sorting: Sorting | undefined, id: string): 'ascending' | 'descending' | 'none' | undefined {
  if (sorting === undefined) return undefined;
  if (sorting.by !== id) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}

export function VirtualTable<T>(props: TableProps<T>) {
  const { label, columns, count, row, hashOf, numberOf, sorting, onSort, memory } = props;
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(memory?.scroll ?? 0);
  const [height, setHeight] = useState(600);
  const [selected, setSelected] = useState(0);
  /** Counts the wishes for focus: the row that is wanted may already be the selected one. */
  const [wishes, setWishes] = useState(0);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (memory !== undefined) element.scrollTop = memory.scroll;
    const measure = new ResizeObserver(() => setHeight(element.clientHeight));
    measure.observe(element);
    return () => measure.disconnect();
  }, [memory]);

  const first = Math.max(0, Math.min(Math.floor(top / ROW) - SPARE, count - 1));
  const last = Math.min(count, Math.ceil((top + height) / ROW) + SPARE);
  const current = Math.min(selected, count - 1);

  const select = (index: number) => {
    const element = box.current;
    if (element === null || count === 0) return;
    const next = Math.max(0, Math.min(index, count - 1));
    setSelected(next);
    setWishes(wishes + 1);
    // Beneath the head of the table, above its lower edge.
    if (next * ROW < element.scrollTop) element.scrollTop = next * ROW;
    else if ((next + 3) * ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = (next + 3) * ROW - element.clientHeight;
    setTop(element.scrollTop);
  };
  useLayoutEffect(() => {
    if (wishes > 0) box.current?.querySelector<HTMLElement>('tr.selected a')?.focus({ preventScroll: true });
  }, [wishes]);
  const started = () => box.current?.contains(document.activeElement) === true;
  useKeys({
    j: () => select(started() ? current + 1 : current),
    k: () => select(current - 1),
    ArrowDown: () => select(started() ? current + 1 : current),
    ArrowUp: () => select(current - 1),
    PageDown: () => select(current + Math.floor(height / ROW) - 2),
    PageUp: () => select(current - Math.floor(height / ROW) + 2),
    Home: () => select(0),
    End: () => select(count - 1),
  });

  const shown: number[] = [];
  for (let index = first; index < last; index++) shown.push(index);
  return (
    <div
      class="scroll"
      ref={box}
      onScroll={(event) => {
        const { scrollTop } = event.currentTarget;
        if (memory !== undefined) memory.scroll = scrollTop;
        setTop(scrollTop);
      }}
    >
      <div class="length" style={{ height: `${HEAD + count * ROW}px` }}>
        <table class="list" aria-label={label} aria-rowcount={count + 1} style={{ marginTop: `${first * ROW}px` }}>
          <thead>
            <tr aria-rowindex={1}>
              {columns.map(({ id, title, numeric }) => (
                <th
                  key={id}
                  scope="col"
                  class={`col-${id}${numeric ? ' numeric' : ''}`}
                  aria-sort={ariaSort(sorting, id)}
                >
                  {onSort === undefined ? (
                    title
                  ) : (
                    <button type="button" onClick={() => onSort(id)}>
                      {title}
                      <span aria-hidden="true">{sorting?.by === id ? (sorting.descending ? ' ▾' : ' ▴') : ''}</span>
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((index) => {
              const item = row(index);
              const hash = hashOf(item);
              return (
                // The link in the row does the same for the keyboard.
                <tr
                  key={index}
                  aria-rowindex={index + 2}
                  class={index === current ? 'selected' : undefined}
                  onClick={() => go(hash)}
                >
                  {columns.map(({ id, cell, numeric }, i) => (
                    <td key={id} class={`col-${id}${numeric ? ' numeric' : ''}`}>
                      {i === 0 ? (
                        <a href={hash} tabIndex={index === current ? 0 : -1} onFocus={() => setSelected(index)}>
                          {numberOf(item)}
                        </a>
                      ) : (
                        cell(item)
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </div>
  );
}
