/** The whole analysis as the rules of scope `capture` see it. */
import type { CaptureView } from '../rules/capture-view.ts';
import type { Network } from '../state/network.ts';
import type { Collector, Sightings } from './collector.ts';
import type { InputRecord } from './input.ts';

export function captureView(
  inputs: readonly InputRecord[],
  collector: Collector,
  truncated: Sightings,
  network: Network,
): CaptureView {
  const rejected = inputs.find((one) => one.countOf('sip-undecodable').count > 0);
  const { count, frame } = rejected?.countOf('sip-undecodable') ?? { count: 0, frame: 0 };
  return {
    inputs: inputs.map((one) => ({
      path: one.path,
      frames: one.frames,
      messages: one.sipMessages,
      duplicates: one.duplicates,
      drops: one.countOf('capture-drops').count,
      gaps: one.countOf('tcp-gap'),
      firstMessage: one.firstMessage,
    })),
    network,
    talks: (client, server) => collector.census.talks(client, server),
    messages: inputs.reduce((sum, one) => sum + one.sipMessages, 0),
    calls: collector.calls.length + collector.omitted.calls,
    begunBefore: collector.begunBefore,
    openAtEnd: collector.openAtEnd,
    truncated,
    cutInputs: inputs.filter((one) => one.cut).map(({ path, firstMessage }) => ({ path, firstMessage })),
    rejected: { count, frame, input: rejected?.path ?? '' },
    setBacks: inputs.flatMap(({ path, setBacks, setBack }) =>
      setBack === undefined ? [] : [{ path, count: setBacks, ...setBack }],
    ),
    oneSided: collector.census.oneSided(),
  };
}
