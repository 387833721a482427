/** The media of a call, as its lines tell it. */
import type { StreamLine } from '../locales/stream-line.ts';
import type { Report, ReportCall, ReportStream } from '../report.ts';

export function streamsOf({ streams }: ReportCall, report: Report): readonly ReportStream[] {
  return streams.map((id) => report.streams[id]);
}

const hostOf = (socket: string) => socket.slice(0, socket.lastIndexOf(':'));

/** `all`: the streams of the same call. */
export function lineOf(stream: ReportStream, all: readonly ReportStream[]): StreamLine {
  const { media, source, destination, expected, lost } = stream;
  const loss = expected === 0 ? 0 : (100 * Math.max(0, lost)) / expected;
  // A host may have another address for its media than it announced: what it sends and gets goes one way then, it seems.
  const isBack = (other: ReportStream) =>
    other.media === media &&
    (other.direction !== stream.direction ||
      (hostOf(other.source) === hostOf(destination) && hostOf(other.destination) === hostOf(source)));
  const alone = stream.direction !== 'unknown' && !all.some(isBack);
  return { ...stream, loss, alone };
}
