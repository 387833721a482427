/** Times of the calls in the sense of RFC 6076: how many, the middle, the slow end, the slowest. */
import type { Timings } from '../report.ts';
import { Spread } from './charts.tsx';
import { useView } from './view.ts';
import { duration } from './words/words.ts';

const names: readonly (keyof Timings)[] = ['trying', 'postDial', 'ring', 'setup', 'duration'];

/** A clock that jumped measures nothing. In ms. */
const LONGEST = 7 * 24 * 3_600_000;

/** The nearest-rank percentile of sorted values. */
function percentile(values: Float64Array, share: number): number {
  return values[Math.max(0, Math.ceil(share * values.length) - 1)];
}

export function Figures() {
  const { overview, words } = useView();
  const rows = names
    .map((name) => {
      const values = overview.calls.map(({ timings }) => timings[name] ?? -1).filter((ms) => ms >= 0 && ms <= LONGEST);
      return { name, values: Float64Array.from(values).sort() };
    })
    .filter(({ values }) => values.length > 0);
  if (rows.length === 0) return null;
  return (
    <section class="panel">
      <h2>{words.figures}</h2>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{words.figures}</span>
            </th>
            <th scope="col" class="numeric">
              {words.sample}
            </th>
            <th scope="col" class="numeric">
              {words.median}
            </th>
            <th scope="col" class="numeric">
              {words.percentile95}
            </th>
            <th scope="col" class="numeric">
              {words.longest}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row">{words.timings[name]}</th>
              <td class="numeric">{values.length.toLocaleString(words.tag)}</td>
              <td class="numeric">{duration(words, percentile(values, 0.5))}</td>
              <td class="numeric">{duration(words, percentile(values, 0.95))}</td>
              <td class="numeric">{duration(words, values[values.length - 1])}</td>
              <td>{values.length > 1 && <Spread values={[...values]} limit={percentile(values, 0.95)} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
