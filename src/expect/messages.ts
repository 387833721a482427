/** `messages`: how many there are of each kind. */

import { isResponse, methodOf, statusOf } from '../messages/text.ts';
import type { Faults, Path } from './faults.ts';
import type { Item } from './probe.ts';
import { type Probe, seen, unreadable } from './probe.ts';
import { countRange, within } from './range.ts';
import { isStatusPattern, matchesStatus } from './status-pattern.ts';

function counted({ messages }: Item, name: string): readonly number[] {
  if (name === 'retransmissions') return messages.filter(({ repeats }) => repeats < 0).map(({ message }) => message);
  const isStatus = isStatusPattern(name);
  return messages
    .filter((message) => message.repeats >= 0 && isResponse(message) === isStatus)
    .filter((message) => (isStatus ? matchesStatus(name, statusOf(message)) : methodOf(message) === name))
    .map(({ message }) => message);
}

export function messageProbe(name: string, written: string | number, path: Path, faults: Faults): Probe {
  const range = countRange(written, path, faults);
  const what = `messages.${name}`;
  return (item: Item & { readonly messageCount?: number }) => {
    if (range === undefined) return [];
    const total = item.messageCount ?? item.messages.length;
    const closed = name === 'total' && total > 0 ? undefined : unreadable(what, item);
    if (closed !== undefined) return [closed];
    if (name === 'total') return [seen(what, range.text, total, within(range, total))];
    const found = counted(item, name);
    const pass = within(range, found.length);
    return [seen(what, range.text, found.length, pass, pass ? [] : found)];
  };
}
