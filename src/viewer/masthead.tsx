/** The head of the page: parts of the report, language, colours, help. */

import { useView } from './view.ts';
import { languages } from './words/choice.ts';
import type { Words } from './words/words.ts';

export type Theme = 'system' | 'light' | 'dark';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

export interface MastheadProps {
  readonly page: string;
  /** Where the list of calls was left. */
  readonly calls: string;
  readonly theme: Theme;
  onTheme(theme: Theme): void;
  onWords(words: Words): void;
  onHelp(): void;
}

/** The part that a page belongs to. */
const parts: Readonly<Record<string, string>> = {
  call: 'calls',
  registration: 'registrations',
  subscription: 'subscriptions',
  request: 'requests',
};

export function Masthead({ page, calls, theme, onTheme, onWords, onHelp }: MastheadProps) {
  const { overview, words } = useView();
  const { summary } = overview;
  const links: readonly [part: string, hash: string, title: string, count: number | undefined][] = [
    ['overview', '#overview', words.overview, undefined],
    ['calls', calls, words.calls, summary.calls],
    ['registrations', '#registrations', words.registrations, summary.registrations],
    ['subscriptions', '#subscriptions', words.subscriptions, summary.subscriptions],
    ['requests', '#requests', words.requests, summary.transactions],
    ['capture', '#capture', words.capture, undefined],
  ];
  const here = parts[page] ?? (links.some(([part]) => part === page) ? page : 'overview');
  return (
    <header class="masthead">
      <strong class="brand">sipsleuth</strong>
      <nav aria-label={words.navigation}>
        {links
          .filter(([part, , , count]) => count !== 0 || part === 'calls')
          .map(([part, hash, title, count]) => (
            <a key={part} href={hash} aria-current={part === here ? 'page' : undefined}>
              {title}
              {count !== undefined && <span class="count">{count.toLocaleString(words.tag)}</span>}
            </a>
          ))}
      </nav>
      <div class="controls">
        <label>
          <span class="unseen">{words.language}</span>
          <select
            value={words.tag}
            onChange={(event) => {
              const chosen = languages.find(({ tag }) => tag === event.currentTarget.value);
              if (chosen !== undefined) onWords(chosen);
            }}
          >
            {languages.map(({ tag, name }) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="unseen">{words.theme}</span>
          <select
            value={theme}
            onChange={(event) => {
              const { value } = event.currentTarget;
              onTheme(themes.find((one) => one === value) ?? 'system');
            }}
          >
            {themes.map((one) => (
              <option key={one} value={one}>
                {words.themes[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" aria-label={words.help} title={words.help} onClick={onHelp}>
          ?
        </button>
      </div>
    </header>
  );
}
