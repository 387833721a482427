/** Registrations, subscriptions and other requests: their lists, and one of them with its messages. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { numbered } from '../ladder/order.ts';
import { type Drawable, drawable } from '../ladder/subject.ts';
import type { Details, Overview } from '../packed/form.ts';
import { clock } from '../reporters/time.ts';
import { Conversation } from './conversation.tsx';
import { useKeys } from './keys.ts';
import { OutcomeBadge, SeverityMark } from './marks.tsx';
import { go, numberOf, type Route } from './route.ts';
import { type Sorting, type TableColumn, VirtualTable } from './table.tsx';
import { Traced } from './text.tsx';
import { many, useLoaded, useView, type View } from './view.ts';

interface Item {
  readonly id: number;
  readonly start: string;
  readonly findings: readonly number[];
}

interface Ordered<T> extends TableColumn<T> {
  key(row: T): string | number;
}

interface ListProps<T> {
  readonly title: string;
  readonly page: string;
  readonly rows: readonly T[];
  readonly columns: readonly Ordered<T>[];
}

/** Number, start, what is special to it, findings. */
function ItemList<T extends Item>({ title, page, rows, columns }: ListProps<T>) {
  const { words, overview } = useView();
  const [sorting, setSorting] = useState<Sorting>({ by: 'findings', descending: false });
  const all: readonly Ordered<T>[] = [
    { id: 'number', title: words.columns.number, key: ({ id }) => id, cell: ({ id }) => id + 1, numeric: true },
    { id: 'start', title: words.columns.start, key: ({ start }) => start, cell: ({ start }) => clock(start, 3) },
    ...columns,
    {
      id: 'findings',
      title: words.columns.findings,
      key: ({ findings }) => -findings.length,
      cell: ({ findings }) =>
        findings.slice(0, 3).map((index) => (
          <span key={index} class="rule">
            <SeverityMark severity={overview.findings[index].severity} /> {overview.findings[index].rule}{' '}
          </span>
        )),
    },
  ];
  const order = useMemo(() => {
    const column = all.find(({ id }) => id === sorting.by) ?? all[0];
    const keys = rows.map(column.key);
    const sorted = [...keys.keys()].sort((a, b) => (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : a - b));
    return sorting.descending ? sorted.reverse() : sorted;
  }, [rows, sorting, words]);
  useEffect(() => {
    document.title = `${title} · sipsleuth`;
  }, [title]);
  useKeys({ Escape: () => go('#overview') });
  return (
    <section class="calls" aria-label={title}>
      <h1 class="unseen">{title}</h1>
      <VirtualTable
        label={title}
        columns={all}
        count={rows.length}
        row={(index) => rows[order[index]]}
        hashOf={({ id }) => `#${page}=${id + 1}`}
        numberOf={({ id }) => id + 1}
        sorting={sorting}
        onSort={(by) => setSorting({ by, descending: sorting.by === by && !sorting.descending })}
      />
    </section>
  );
}

type Row<K extends 'registrations' | 'subscriptions' | 'transactions'> = Overview[K][number];

function column<T>(
  words: View['words'],
  id: keyof View['words']['columns'],
  value: (row: T) => string | number,
): Ordered<T> {
  return { id, title: words.columns[id], key: value, cell: (row) => <Traced text={String(value(row))} /> };
}

const statusOf = ({ finalStatus }: { readonly finalStatus: number }) => (finalStatus === 0 ? '–' : finalStatus);

export function RegistrationList() {
  const { words, overview } = useView();
  const columns: Ordered<Row<'registrations'>>[] = [
    column(words, 'aor', ({ aor }) => aor),
    column(words, 'contact', ({ contact }) => contact),
    column(words, 'client', ({ client }) => client),
    column(words, 'registrar', ({ registrar }) => registrar),
    {
      ...column<Row<'registrations'>>(words, 'outcome', ({ outcome }) => words.outcomes[outcome]),
      cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
    },
    { ...column<Row<'registrations'>>(words, 'expires', ({ expires }) => expires ?? '–'), numeric: true },
    { ...column<Row<'registrations'>>(words, 'attempts', ({ attempts }) => attempts), numeric: true },
  ];
  return <ItemList title={words.registrations} page="registration" rows={overview.registrations} columns={columns} />;
}

export function SubscriptionList() {
  const { words, overview } = useView();
  const columns: Ordered<Row<'subscriptions'>>[] = [
    column(words, 'event', ({ event }) => event),
    column(words, 'from', ({ from }) => from),
    column(words, 'to', ({ to }) => to),
    { ...column<Row<'subscriptions'>>(words, 'status', statusOf), numeric: true },
    { ...column<Row<'subscriptions'>>(words, 'notifies', ({ notifies }) => notifies), numeric: true },
  ];
  return <ItemList title={words.subscriptions} page="subscription" rows={overview.subscriptions} columns={columns} />;
}

export function TransactionList() {
  const { words, overview } = useView();
  const columns: Ordered<Row<'transactions'>>[] = [
    column(words, 'method', ({ method }) => method),
    column(words, 'client', ({ client }) => client),
    column(words, 'server', ({ server }) => server),
    { ...column<Row<'transactions'>>(words, 'status', statusOf), numeric: true },
    column(words, 'callId', ({ callId }) => callId),
  ];
  return <ItemList title={words.requests} page="request" rows={overview.transactions} columns={columns} />;
}

const pages = {
  registration: { kind: 'registrations', drawn: 'registration' },
  subscription: { kind: 'subscriptions', drawn: 'subscription' },
  request: { kind: 'transactions', drawn: 'transaction' },
} as const;

type ItemPageName = keyof typeof pages;

function nameOf(page: ItemPageName, item: Details['registrations' | 'subscriptions' | 'transactions']): string {
  if ('aor' in item) return item.aor;
  if ('event' in item) return `${item.event} ${item.from} → ${item.to}`;
  return page === 'request' ? `${item.method} ${item.client} → ${item.server}` : '';
}

export function ItemPage({ page, route }: { readonly page: ItemPageName; readonly route: Route }) {
  const { source, overview, words } = useView();
  const { kind, drawn } = pages[page];
  const id = numberOf(route, page) - 1;
  const index = overview[kind].findIndex((row) => row.id === id);
  const loaded = useLoaded(async () => {
    if (index < 0) return undefined;
    const item = await source.get(kind, index);
    return { item, subject: drawable(drawn, item), findings: await many(source, 'findings', item.findings) };
  }, [source, kind, index]);
  useKeys({ Escape: () => go(`#${page}s`) });
  if (loaded === undefined) return <p class="empty">{words.loading}</p>;
  if ('failed' in loaded) return <p class="alert">{words.damaged}</p>;
  if (loaded.value === undefined) return <p class="empty">{words.notThere}</p>;
  const { item, subject, findings } = loaded.value;
  const numbers = numbered(item.findings, overview.findings);
  return (
    <article class="call">
      <header>
        <a class="back" href={`#${page}s`}>
          ← {words[`${page}s`]}
        </a>
        <h1>
          {words[page]} {id + 1} <Traced text={nameOf(page, item)} of="parties" />
        </h1>
        <p class="soft">
          {'outcome' in item && <OutcomeBadge outcome={item.outcome} />} {item.start.slice(0, 10)}{' '}
          {clock(item.start, 3)} UTC
          {item.finalStatus > 0 && ` · ${item.finalStatus}`}
        </p>
      </header>
      <Conversation
        subject={subject satisfies Drawable}
        findings={findings}
        numbers={numbers}
        route={route}
        page={page}
      />
    </article>
  );
}
