/** The media of a call: a row for each stream. */

import type { ComponentChildren } from 'preact';
import type { ReportStream } from '../report.ts';
import { lineOf } from '../reporters/streams.ts';
import { Traced } from './text.tsx';
import { useView } from './view.ts';

const tenths = (value: number) => String(Math.round(value * 10) / 10);

export function Streams({ streams }: { readonly streams: readonly ReportStream[] }) {
  const { words } = useView();
  if (streams.length === 0) return null;
  const { title, codec, packets, lost, jitter, digits } = words.streams;
  return (
    <section class="panel streams" aria-label={title}>
      <h2>{title}</h2>
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{codec}</th>
            <th scope="col">{words.columns.source}</th>
            <th scope="col">{words.columns.destination}</th>
            {[packets, lost, jitter, 'MOS'].map((name) => (
              <th key={name} scope="col" class="numeric">
                {name}
              </th>
            ))}
            <th scope="col">{digits}</th>
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
  const { words } = useView();
  const { media, codec, encrypted, source, destination, packets, loss, jitter, mos, digits } = lineOf(stream, streams);
  const names = words.streams;
  return (
    <tr>
      <td>
        <Traced text={[media, codec, encrypted ? 'SRTP' : ''].filter((word) => word !== '').join(' ')} />
      </td>
      <td class="address" data-name={words.columns.source}>
        <Traced text={source} of="wire" />
      </td>
      <td class="address" data-name={words.columns.destination}>
        <Traced text={destination} of="wire" />
      </td>
      <Figure name={names.packets}>{packets}</Figure>
      <Figure name={names.lost}>{tenths(loss)} %</Figure>
      <Figure name={names.jitter}>{jitter !== null && `${tenths(jitter)} ms`}</Figure>
      <Figure name="MOS">{mos?.toFixed(1)}</Figure>
      <td data-name={names.digits}>{digits !== '' && <Traced text={digits} of="wire" />}</td>
    </tr>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children?: ComponentChildren }) {
  return (
    <td class="numeric" data-name={name}>
      {children}
    </td>
  );
}
