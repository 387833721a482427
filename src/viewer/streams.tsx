/** The media of a call: a row for each stream. */

import type { ReportStream } from '../report.ts';
import { lineOf } from '../reporters/streams.ts';
import { Traced } from './text.tsx';
import { useView } from './view.ts';

const tenths = (value: number) => String(Math.round(value * 10) / 10);

export function Streams({ streams }: { readonly streams: readonly ReportStream[] }) {
  const { words } = useView();
  if (streams.length === 0) return null;
  const heads = [
    words.streams.codec,
    words.columns.source,
    words.columns.destination,
    words.streams.packets,
    words.streams.lost,
    words.streams.jitter,
    'MOS',
    words.streams.digits,
  ];
  return (
    <section aria-label={words.streams.title}>
      <h2>{words.streams.title}</h2>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {streams.map((stream) => (
            <Row key={stream.id} stream={stream} streams={streams} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ stream, streams }: { readonly stream: ReportStream; readonly streams: readonly ReportStream[] }) {
  const { media, codec, encrypted, source, destination, packets, loss, jitter, mos, digits } = lineOf(stream, streams);
  return (
    <tr>
      <td>
        <Traced text={[media, codec, encrypted ? 'SRTP' : ''].filter((word) => word !== '').join(' ')} />
      </td>
      <td>
        <Traced text={source} of="wire" />
      </td>
      <td>
        <Traced text={destination} of="wire" />
      </td>
      <td>{packets}</td>
      <td>{tenths(loss)} %</td>
      <td>{jitter === null ? '' : `${tenths(jitter)} ms`}</td>
      <td>{mos === null ? '' : mos.toFixed(1)}</td>
      <td>
        <Traced text={digits} of="wire" />
      </td>
    </tr>
  );
}
