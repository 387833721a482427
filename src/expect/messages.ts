/** `messages`: how many there are of each kind. */
import { isResponse, methodOf, statusOf } from '../messages/text.ts';
import type { ReportMessage } from '../report.ts';
import type { Faults, Path } from './faults.ts';
import { type Item, type Probe, seen, unreadable } from './probe.ts';
import { countRange, within } from './range.ts';
import { isStatusPattern, matchesStatus } from './status-pattern.ts';

function counted({ messages }: Item, name: string): readonly ReportMessage[] {
  if (name === 'retransmissions') return messages.filter(({ repeats }) => repeats < 0);
  const isStatus = isStatusPattern(name);
  return messages
    .filter((message) => message.repeats >= 0 && isResponse(message) === isStatus)
    .filter((message) => (isStatus ? matchesStatus(name, statusOf(message)) : methodOf(message) === name));
}

/** Copies are shown with what they are copies of. */
function placesOf(found: readonly ReportMessage[], name: string, { messages }: Item): readonly number[] {
  const shown = name === 'retransmissions' ? messages.filter(({ repeats }) => repeats > 0) : found;
  return shown.map(({ message }) => message);
}

export function messageProbe(name: string, written: string | number, path: Path, faults: Faults): Probe {
  const range = countRange(written, path, faults);
  const what = `messages.${name}`;
  return (item: Item & { readonly messageCount?: number }) => {
    if (range === undefined) return [];
    if (name === 'total' && item.messageCount !== undefined)
      return [seen(what, range.text, item.messageCount, within(range, item.messageCount))];
    const closed = unreadable(what, item);
    if (closed !== undefined) return [closed];
    if (name === 'total') return [seen(what, range.text, item.messages.length, within(range, item.messages.length))];
    const found = counted(item, name);
    const pass = within(range, found.length);
    return [seen(what, range.text, found.length, pass, pass ? [] : placesOf(found, name, item))];
  };
}
