/** The whole page: which part of the report is shown, in which language and colours. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CallPage } from './call.tsx';
import { CallList, type ListState } from './calls.tsx';
import { CapturePage } from './capture.tsx';
import { Help } from './help.tsx';
import { useKeys } from './keys.ts';
import { Masthead, type Theme } from './masthead.tsx';
import { ItemPage, RegistrationList, SubscriptionList, TransactionList } from './others.tsx';
import { OverviewPage } from './overview.tsx';
import { go, pageOf, useRoute } from './route.ts';
import { CallIndex } from './rows.ts';
import { remember, remembered } from './settings.ts';
import type { Source } from './source.ts';
import { ViewContext } from './view.ts';
import { preferredWords } from './words/choice.ts';
import type { Words } from './words/words.ts';

function themeOf(value: string | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** What the lists keep while another part of the report is shown. */
function useList(source: Source): ListState {
  const index = useMemo(() => new CallIndex(source.overview), [source]);
  const state = useRef({ hash: '#calls', shown: [] as readonly number[], scroll: 0 });
  return useMemo(() => ({ index, memory: state.current }), [index]);
}

export function App({ source }: { readonly source: Source }) {
  const { overview } = source;
  const [words, setWords] = useState<Words>(() => preferredWords(overview.language));
  const [theme, setTheme] = useState<Theme>(() => themeOf(remembered('theme')));
  const [helping, setHelping] = useState(false);
  const route = useRoute();
  const page = pageOf(route);
  const list = useList(source);
  const main = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    document.documentElement.lang = words.tag;
  }, [words]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  /** The search was asked for on another page than its own. */
  const searching = useRef(false);
  // A new part begins at its top, for eyes and for screen readers.
  const place = `${page}=${route.get(page) ?? ''}`;
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      window.scrollTo(0, 0);
      const wanted = searching.current ? document.getElementById('search') : main.current;
      wanted?.focus({ preventScroll: true });
    }
    first.current = false;
    searching.current = false;
  }, [place]);

  useKeys({
    '?': () => setHelping(true),
    '/': () => {
      if (page === 'calls') {
        document.getElementById('search')?.focus();
      } else {
        searching.current = true;
        go(list.memory.hash);
      }
    },
  });

  const view = useMemo(() => ({ source, overview, words }), [source, overview, words]);
  return (
    <ViewContext.Provider value={view}>
      <Masthead
        page={page}
        calls={list.memory.hash}
        theme={theme}
        onTheme={(chosen) => {
          setTheme(chosen);
          remember('theme', chosen);
        }}
        onWords={(chosen) => {
          setWords(chosen);
          remember('language', chosen.tag);
        }}
        onHelp={() => setHelping(true)}
      />
      <main ref={main} tabIndex={-1}>
        <Page page={page} route={route} list={list} />
      </main>
      {helping && <Help onClose={() => setHelping(false)} />}
    </ViewContext.Provider>
  );
}

function Page({
  page,
  route,
  list,
}: {
  readonly page: string;
  readonly route: URLSearchParams;
  readonly list: ListState;
}) {
  switch (page) {
    case 'calls':
      return <CallList route={route} list={list} />;
    case 'call':
      return <CallPage route={route} list={list} />;
    case 'registrations':
      return <RegistrationList />;
    case 'subscriptions':
      return <SubscriptionList />;
    case 'requests':
      return <TransactionList />;
    case 'registration':
    case 'subscription':
    case 'request':
      return <ItemPage page={page} route={route} />;
    case 'capture':
      return <CapturePage />;
    default:
      return <OverviewPage />;
  }
}
