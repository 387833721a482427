/** Small charts: bars beside a list, calls over time, how a measure is spread. Each says the same in text. */
import type { ComponentChildren } from 'preact';
import type { CallRow } from '../packed/form.ts';
import { clock } from '../reporters/time.ts';
import { useView } from './view.ts';
import { counted } from './words/words.ts';

export interface Bar {
  readonly key: string;
  readonly label: ComponentChildren;
  readonly value: number;
  readonly tone: string;
  readonly hash: string;
}

export function Bars({ rows }: { readonly rows: readonly Bar[] }) {
  const { words } = useView();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul class="bars">
      {rows.map(({ key, label, value, tone, hash }) => (
        <li key={key}>
          <a href={hash}>
            <span class="label">{label}</span>
            <b>{value.toLocaleString(words.tag)}</b>
            <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect class="track" width="100" height="4" />
              <rect class={tone} width={Math.max(1, (100 * value) / most)} height="4" />
            </svg>
          </a>
        </li>
      ))}
    </ul>
  );
}

const BINS = 60;
const HEIGHT = 88;
const WIDTH = 480;

/** Milliseconds since 1970; what no log dated stands at the epoch. */
const millis = (time: string) => Date.parse(`${time.slice(0, 23)}Z`);

interface Bin {
  good: number;
  bad: number;
}

/** Calls by when they began; those of logs without times are left out. */
function binsOf(calls: readonly CallRow[]): {
  readonly bins: readonly Bin[];
  readonly from: number;
  readonly to: number;
} {
  const times = calls.map(({ start }) => (clock(start) === '' ? Number.NaN : millis(start)));
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    if (time < from) from = time;
    if (time > to) to = time;
  }
  const bins = Array.from({ length: BINS }, (): Bin => ({ good: 0, bad: 0 }));
  for (const [i, time] of times.entries()) {
    if (Number.isNaN(time)) continue;
    const bin = bins[to === from ? 0 : Math.min(BINS - 1, Math.floor(((time - from) / (to - from)) * BINS))];
    if (calls[i].outcome === 'answered' || calls[i].outcome === 'cancelled') bin.good++;
    else bin.bad++;
  }
  return { bins, from, to };
}

export function Timeline({ calls }: { readonly calls: readonly CallRow[] }) {
  const { words } = useView();
  const { bins, from, to } = binsOf(calls);
  if (!Number.isFinite(from)) return null;
  const most = Math.max(1, ...bins.map(({ good, bad }) => good + bad));
  const step = WIDTH / BINS;
  const scale = (n: number) => (n * (HEIGHT - 2)) / most;
  const timeOf = (ms: number) => clock(new Date(ms).toISOString().replace('Z', '000Z'));
  const bad = bins.reduce((sum, bin) => sum + bin.bad, 0);
  const text = `${timeOf(from)} – ${timeOf(to)} UTC: ${counted(words, 'calls', calls.length)}; ${words.successful}: ${calls.length - bad}, ${words.unsuccessful}: ${bad}`;
  return (
    <figure>
      <svg
        class="timeline"
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 4}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={text}
      >
        {bins.map(({ good, bad: failed }, i) => (
          <g key={i}>
            <title>{`${timeOf(from + (i * (to - from)) / BINS)}: ${good} + ${failed}`}</title>
            <rect class="hit" x={i * step} y={0} width={step} height={HEIGHT} />
            <rect class="good" x={i * step + 0.5} y={HEIGHT - scale(good)} width={step - 1} height={scale(good)} />
            <rect
              class="bad"
              x={i * step + 0.5}
              y={HEIGHT - scale(good + failed)}
              width={step - 1}
              height={scale(failed)}
            />
          </g>
        ))}
        <line class="axis" x1="0" x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
      </svg>
      <figcaption>
        <span>{timeOf(from)}</span>
        <span class="legend">
          <i class="good" /> {words.successful} <i class="bad" /> {words.unsuccessful}
        </span>
        <span>{timeOf(to)} UTC</span>
      </figcaption>
    </figure>
  );
}

const SPREAD = 24;

/** How values are spread between 0 and the 95th percentile and beyond, as a row of columns. */
export function Spread({ values, limit }: { readonly values: readonly number[]; readonly limit: number }) {
  const bins = new Array<number>(SPREAD).fill(0);
  for (const value of values) bins[Math.min(SPREAD - 1, Math.floor((value / Math.max(limit, 1e-9)) * (SPREAD - 1)))]++;
  const most = Math.max(1, ...bins);
  return (
    <svg class="spread" viewBox={`0 0 ${SPREAD * 4} 20`} preserveAspectRatio="none" aria-hidden="true">
      {bins.map((n, i) => (
        <rect
          key={i}
          x={i * 4}
          width={3}
          y={20 - (n * 19) / most}
          height={n === 0 ? 0 : Math.max(1, (n * 19) / most)}
        />
      ))}
    </svg>
  );
}
