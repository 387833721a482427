/** The figures of a report, over the calls that are listed. */
import { percentiles } from '../metrics/percentiles.ts';
import { SessionTally } from '../metrics/sessions.ts';
import type { Outcome } from '../model.ts';
import type { Metrics, PeerFigures, ReportStream } from '../report.ts';
import type { Collector } from './collector.ts';
import { mediaFigures } from './media.ts';
import type { Order } from './order.ts';

/** Pairs of hosts that are listed: those with the most attempts. */
const PEER_LIMIT = 50;

/** What became of a call behind a B2BUA is the same attempt once more. */
function isFirstLeg(id: number, { legsOf }: Order): boolean {
  return !legsOf(id).some(({ direction, relation }) => direction === 'back' && relation === 'b2bua');
}

export function metricsOf(
  { calls, registrationTally, unclaimed, omittedRtp }: Collector,
  ordered: Order,
  streams: readonly ReportStream[],
): Metrics {
  const outcomes: Partial<Record<Outcome, number>> = {};
  const delays: number[] = [];
  const all = new SessionTally();
  const peers = new Map<string, { readonly client: string; readonly server: string; readonly tally: SessionTally }>();
  for (let id = 0; id < calls.length; id++) {
    const { outcome, timings, attempt } = calls[id];
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    if (timings.postDial !== undefined) delays.push(timings.postDial);
    if (attempt === undefined) continue;
    if (isFirstLeg(id, ordered)) all.add(attempt, timings);
    const { client, server } = attempt;
    const key = `${client} ${server}`;
    let peer = peers.get(key);
    if (peer === undefined) {
      peer = { client, server, tally: new SessionTally() };
      peers.set(key, peer);
    }
    peer.tally.add(attempt, timings);
  }
  const answered = outcomes.answered ?? 0;
  const listed = [...peers.values()].sort((a, b) => b.tally.attempts - a.tally.attempts).slice(0, PEER_LIMIT);
  return {
    outcomes,
    answerSeizureRatio: calls.length === 0 ? null : Math.round((answered / calls.length) * 1000) / 10,
    postDialDelay: percentiles(delays),
    sessions: all.figures(),
    registrations: registrationTally.figures(),
    media: mediaFigures(streams, unclaimed, omittedRtp),
    peers: listed.map(({ client, server, tally }): PeerFigures => ({ client, server, ...tally.figures() })),
  };
}
