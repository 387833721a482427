/** The list of calls: search, facets, order. */

import { useEffect, useMemo, useRef } from 'preact/hooks';
import { sorted } from '../ladder/order.ts';
import type { Severity } from '../model.ts';
import type { CallRow } from '../packed/form.ts';
import { isNews } from '../report.ts';
import { clock } from '../reporters/time.ts';
import { Facet } from './facet.tsx';
import { useKeys } from './keys.ts';
import { OutcomeBadge, SeverityMark } from './marks.tsx';
import { go, hashOf, type Route, replaceHash } from './route.ts';
import type { CallIndex, SortKey } from './rows.ts';
import { type Sorting, type TableColumn, VirtualTable } from './table.tsx';
import { Traced } from './text.tsx';
import { useView } from './view.ts';
import { counted, duration } from './words/words.ts';

export interface ListState {
  readonly index: CallIndex;
  readonly memory: { hash: string; shown: readonly number[]; scroll: number };
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

interface Ordered extends TableColumn<CallRow> {
  readonly key: SortKey;
}

function useColumns(): readonly Ordered[] {
  const { words, overview } = useView();
  return useMemo(() => {
    const { columns } = words;
    const weight = ({ findings }: CallRow) =>
      findings.reduce((sum, index) => {
        const finding = overview.findings[index];
        return isNews(finding) ? sum + { error: 1e6, warning: 1e3, info: 1 }[finding.severity] : sum;
      }, 0);
    const text = (value: string) => value.toLowerCase();
    return [
      { id: 'number', title: columns.number, key: ({ id }) => id, cell: ({ id }) => id + 1, numeric: true },
      { id: 'start', title: columns.start, key: ({ start }) => start, cell: ({ start }) => clock(start, 3) },
      {
        id: 'from',
        title: columns.from,
        key: ({ from }) => text(from),
        cell: ({ from }) => <Traced text={from || '?'} />,
      },
      { id: 'to', title: columns.to, key: ({ to }) => text(to), cell: ({ to }) => <Traced text={to || '?'} /> },
      {
        id: 'outcome',
        title: columns.outcome,
        key: ({ outcome }) => words.outcomes[outcome],
        cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
      },
      {
        id: 'status',
        title: columns.status,
        key: ({ finalStatus }) => finalStatus,
        cell: ({ finalStatus }) => (finalStatus === 0 ? '–' : finalStatus),
        numeric: true,
      },
      {
        id: 'setup',
        title: columns.setup,
        key: ({ timings }) => timings.setup ?? -1,
        cell: ({ timings }) => duration(words, timings.setup),
        numeric: true,
      },
      {
        id: 'duration',
        title: columns.duration,
        key: ({ timings }) => timings.duration ?? -1,
        cell: ({ timings }) => duration(words, timings.duration),
        numeric: true,
      },
      {
        id: 'findings',
        title: columns.findings,
        key: (call) => -weight(call),
        cell: (call) => <Rules call={call} />,
      },
    ];
  }, [words, overview]);
}

function Rules({ call }: { readonly call: CallRow }) {
  const { overview } = useView();
  return (
    <>
      {sorted(call.findings, overview.findings)
        .filter((index) => isNews(overview.findings[index]))
        .slice(0, 3)
        .map((index) => (
          <span key={index} class="rule">
            <SeverityMark severity={overview.findings[index].severity} /> {overview.findings[index].rule}{' '}
          </span>
        ))}
    </>
  );
}

const setOf = (text: string | null) => new Set((text ?? '').split(',').filter((one) => one !== ''));

export function CallList({ route, list }: { readonly route: Route; readonly list: ListState }) {
  const { words, overview } = useView();
  const columns = useColumns();
  const search = useRef<HTMLInputElement>(null);
  const [by = '', order = ''] = (route.get('sort') ?? '').split('.');
  const column = columns.find(({ id }) => id === by) ?? columns[0];
  const sorting: Sorting = { by: column.id, descending: order === 'desc' };
  const text = route.get('q') ?? '';
  const outcomes = route.get('outcome') ?? '';
  const chosen = route.get('severity') ?? '';
  const rule = route.get('rule') ?? '';

  const found = useMemo(() => {
    const filter = { text, outcomes: setOf(outcomes), severities: setOf(chosen), rule };
    return list.index.find(filter, list.index.order(column.id + words.tag, column.key), order === 'desc');
  }, [list, column, order, text, outcomes, chosen, rule, words]);

  const here = { calls: '', q: text, outcome: outcomes, severity: chosen, rule, sort: route.get('sort') ?? '' };
  const { memory } = list;
  memory.hash = hashOf(here);
  memory.shown = found.calls;
  const change = (values: Partial<typeof here>) => {
    memory.scroll = 0;
    replaceHash(hashOf({ ...here, ...values }));
  };
  const toggled = (set: string, one: string) => {
    const values = setOf(set);
    if (!values.delete(one)) values.add(one);
    return [...values].join(',');
  };
  const filtered = text + outcomes + chosen + rule !== '';
  useKeys({ Escape: () => (filtered ? change({ q: '', outcome: '', severity: '', rule: '' }) : go('#overview')) });
  useEffect(() => {
    document.title = `${words.calls} · sipsleuth`;
  }, [words]);

  const known = Object.keys(overview.summary.metrics.outcomes) as (keyof typeof words.outcomes)[];
  const rules = [...new Set([...found.rules.keys(), ...(rule === '' ? [] : [rule])])].sort();
  return (
    <section class="calls" aria-label={words.calls}>
      <h1 class="unseen">{words.calls}</h1>
      <search class="filter">
        <label class="search">
          <span class="unseen">{words.search}</span>
          <input
            id="search"
            ref={search}
            type="search"
            value={text}
            placeholder={words.searchHint}
            aria-keyshortcuts="/"
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => change({ q: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              event.currentTarget.blur();
            }}
          />
        </label>
        <Facet
          label={words.columns.outcome}
          options={known.map((one) => ({ id: one, title: words.outcomes[one], count: found.outcomes.get(one) ?? 0 }))}
          chosen={setOf(outcomes)}
          onToggle={(one) => change({ outcome: toggled(outcomes, one) })}
        />
        <Facet
          label={words.severity}
          options={severities
            .filter((one) => overview.summary.findings[one] > 0)
            .map((one) => ({ id: one, title: words.severities[one], count: found.severities.get(one) ?? 0 }))}
          chosen={setOf(chosen)}
          onToggle={(one) => change({ severity: toggled(chosen, one) })}
        />
        {(rules.length > 0 || rule !== '') && (
          <label>
            <span class="unseen">{words.rule}</span>
            <select value={rule} onChange={(event) => change({ rule: event.currentTarget.value })}>
              <option value="">{words.allRules}</option>
              {rules.map((id) => (
                <option key={id} value={id}>
                  {`${id} (${(found.rules.get(id) ?? 0).toLocaleString(words.tag)})`}
                </option>
              ))}
            </select>
          </label>
        )}
        <output class="shown">
          {words.shownOf
            .replace('{n}', found.calls.length.toLocaleString(words.tag))
            .replace('{all}', counted(words, 'calls', overview.calls.length))}
        </output>
        {filtered && (
          <button type="button" onClick={() => change({ q: '', outcome: '', severity: '', rule: '' })}>
            {words.clearFilter}
          </button>
        )}
      </search>
      {found.calls.length === 0 && <p class="empty">{words.nothingFound}</p>}
      <VirtualTable
        label={words.calls}
        columns={columns}
        count={found.calls.length}
        row={(index) => overview.calls[found.calls[index]]}
        hashOf={({ id }) => `#call=${id + 1}`}
        numberOf={({ id }) => id + 1}
        sorting={sorting}
        onSort={(id) =>
          change({ sort: id === column.id && order !== 'desc' ? `${id}.desc` : id === 'number' ? '' : id })
        }
        memory={memory}
      />
    </section>
  );
}
