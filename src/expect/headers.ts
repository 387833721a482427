/** `headers`: fields of some messages. */
import { findMethod, methods } from '../catalogue/methods.ts';
import { canonicalName } from '../headers/names.ts';
import { headOf, isResponse, methodOf, statusOf, valuesOf } from '../messages/text.ts';
import type { ReportMessage } from '../report.ts';
import type { Faults, Path } from './faults.ts';
import type { HeaderExpectation } from './language.ts';
import { alternatives, type Check, checkOf, clipped, listed, type Probe, unreadable } from './probe.ts';
import { isStatusPattern, matchesStatus } from './status-pattern.ts';
import { anyOf, textPattern } from './text-pattern.ts';

type MessageTest = (message: ReportMessage) => boolean;

/** `INVITE`, `200`, `18x`, `200 BYE`. */
export function messageTest(written: string, path: Path, faults: Faults): MessageTest {
  const [first = '', second, ...rest] = written.trim().split(/\s+/);
  const names = methods.map(({ name }) => name);
  const status = isStatusPattern(first);
  const method = status ? second : first;
  if (rest.length > 0 || (!status && second !== undefined)) {
    faults.add(path, 'message-form', { value: written });
    return () => false;
  }
  if (method !== undefined && findMethod(method) === undefined) {
    if (/^\d/.test(method)) faults.add(path, 'status-form', { value: method });
    else faults.add(path, 'unknown-word', { value: method }, names);
  }
  return (message) =>
    isResponse(message) === status &&
    (method === undefined || methodOf(message) === method) &&
    (!status || matchesStatus(first, statusOf(message)));
}

const shownValues = (values: readonly string[]) => clipped([...new Set(values)].join(' | '));

export function headerProbe(written: HeaderExpectation, index: number, path: Path, faults: Faults): Probe {
  const test = messageTest(String(written.in), [...path, 'in'], faults);
  const name = canonicalName(written.name);
  const values = listed(written.value).map(String);
  const fits = values.length === 0 ? () => true : anyOf(values.map(textPattern));
  const { present = true, match = 'any' } = written;
  const what = `headers[${index}]`;
  const args = { in: String(written.in), name, expected: alternatives(values) };
  return (item): readonly Check[] => {
    const closed = unreadable(what, item);
    if (closed !== undefined) return [closed];
    // A message that was sent again is asked once.
    const messages = item.messages.filter((message) => message.repeats >= 0 && test(message));
    if (messages.length === 0) return [checkOf(what, 'message-missing', args, false)];
    const heads = messages.map((message) => ({ message, head: headOf(message) }));
    const cut = heads.find(({ head }) => !head.whole);
    if (cut !== undefined) return [checkOf(what, 'header-cut', args, false, [cut.message.message])];
    const found = heads.map(({ message, head }) => ({ message, values: valuesOf(head, name) }));
    const holding = found.filter((one) => one.values.some(fits));
    const others = found.filter((one) => !holding.includes(one));
    const at = (those: typeof found) => those.map(({ message }) => message.message);
    if (!present) {
      const seen = shownValues(holding.flatMap((one) => one.values));
      return [checkOf(what, 'header-present', { ...args, seen }, holding.length === 0, at(holding))];
    }
    const pass = match === 'all' ? others.length === 0 : holding.length > 0;
    const seen = shownValues((pass ? holding : others).flatMap((one) => one.values));
    const key = seen === '' ? 'header-missing' : 'header';
    return [checkOf(what, key, { ...args, seen }, pass, at(pass ? [] : others))];
  };
}
