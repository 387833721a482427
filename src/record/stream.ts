/** What is over, in words at once: a report of one call, subscription or request, while the rest is still read. */
import type { Locale } from '../locales/locale.ts';
import { settledBy } from '../rules/root-cause.ts';
import type { EndedRecord, StreamFinding } from '../stream.ts';
import type { Ended, OnRecord } from './collector.ts';
import type { FindingRecord } from './finding.ts';
import { type Order, orderAlone } from './order.ts';
import { spellCall, spellFinding, spellTimes } from './spell.ts';

function spell({ kind, record }: Ended, records: readonly FindingRecord[], locale: Locale): EndedRecord {
  const ordered: Order = orderAlone(record, records);
  const spelled = records.map((_, index) => spellFinding(index, ordered, locale));
  const findings = spelled.map(
    ({ subject: _, absorbedBy, ...finding }): StreamFinding =>
      absorbedBy === undefined ? finding : { ...finding, absorbedBy: spelled[absorbedBy].fingerprint },
  );
  if (kind === 'call') {
    const said = { spelled, ordered, streamsOf: () => [] };
    // What other legs and capture points tell is known at the end only.
    const { id: _, legs: __, points: ___, ...call } = spellCall(record, 0, said, locale, []);
    return { type: kind, ...call, streams: record.streams.map(({ stream }) => stream), findings };
  }
  if (kind === 'subscription') return { type: kind, ...spellTimes(record), findings };
  return { type: kind, ...spellTimes(record), findings };
}

/** Only the end tells whether it stands: an answer may have come on a path that was not captured, or on another leg. */
function isOpen({ rule, needsAnswersOf }: FindingRecord): boolean {
  return needsAnswersOf !== undefined || settledBy[rule.id] !== undefined;
}

export function createStream(locale: Locale, onRecord: (record: EndedRecord) => void): OnRecord {
  return (ended, findings) => {
    const settled = findings.filter((one) => !isOpen(one));
    onRecord(spell(ended, settled, locale));
  };
}
