/** As what a slice is written: as its name says, or else as its inputs are. */
import type { ReportInput } from '../report.ts';
import { UsageError } from './exit.ts';
import { oneOf } from './one-of.ts';
import { say } from './speech.ts';

export const sliceFormats = ['pcap', 'pcapng', 'trace'] as const;
export type SliceFormat = (typeof sliceFormats)[number];

const byEnding: Readonly<Record<string, SliceFormat>> = {
  pcap: 'pcap',
  cap: 'pcap',
  pcapng: 'pcapng',
  ntar: 'pcapng',
  sip: 'trace',
  txt: 'trace',
  log: 'trace',
  trace: 'trace',
};

/** What an output file is called, without what would say that it is packed. */
function ofName(path: string | undefined): SliceFormat | undefined {
  const ending = /\.([A-Za-z]+)$/.exec(path ?? '')?.[1]?.toLowerCase() ?? '';
  if (['gz', 'zst', 'xz', 'bz2', 'lz4'].includes(ending)) throw new UsageError(say().slicePacked(path ?? ''));
  return byEnding[ending];
}

/** `inputs`: those that hold SIP. */
export function sliceFormat(
  asked: string | undefined,
  path: string | undefined,
  inputs: readonly Pick<ReportInput, 'path' | 'kind' | 'format' | 'links'>[],
): SliceFormat {
  const log = inputs.find(({ kind }) => kind === 'log');
  const links = new Set(inputs.flatMap((input) => input.links));
  const usual = log !== undefined ? 'trace' : inputs.some(({ format }) => format === 'pcapng') ? 'pcapng' : 'pcap';
  const format = asked === undefined ? ofName(path) : oneOf(asked, sliceFormats, 'option', '--format');
  if (format === undefined) return usual === 'pcap' && links.size > 1 ? 'pcapng' : usual;
  if (format !== 'trace' && log !== undefined) throw new UsageError(say().sliceOfLog(log.path));
  if (format === 'pcap' && links.size > 1) throw new UsageError(say().sliceLinks([...links]));
  return format;
}
