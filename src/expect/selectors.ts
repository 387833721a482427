/** `select`: which calls, registrations … an expectation is about. */

import { headOf, methodOf, valuesOf } from '../messages/text.ts';
import type { Report, ReportCall, ReportRegistration, ReportSubscription, ReportTransaction } from '../report.ts';
import type { Faults, Path } from './faults.ts';
import type {
  CallSelector,
  RegistrationSelector,
  Status,
  SubscriptionSelector,
  Text,
  TransactionSelector,
} from './language.ts';
import { type Item, listed } from './probe.ts';
import { statusTest } from './responses.ts';
import { anyOf, textPattern } from './text-pattern.ts';

/** In the order of the report. */
export type Selection<T extends Item> = (items: readonly T[], report: Report) => readonly T[];

type Test<T> = (item: T, report: Report) => boolean;

/** A test for each name of a selector; `index` is none, for it looks at all of them. */
type Tests<T, S> = {
  readonly [Name in keyof Omit<S, 'index'>]-?: (
    value: Exclude<S[Name], undefined>,
    path: Path,
    faults: Faults,
  ) => Test<T>;
};

function text<T>(textsOf: (item: T, report: Report) => readonly string[]): (value: Text) => Test<T> {
  return (value) => {
    const pattern = anyOf(listed(value).map((one) => textPattern(String(one))));
    return (item, report) => textsOf(item, report).some(pattern);
  };
}

function word<T>(wordsOf: (item: T) => readonly string[]): (value: string | readonly string[]) => Test<T> {
  return (value) => {
    const wanted = new Set(listed(value));
    return (item) => wordsOf(item).some((one) => wanted.has(one));
  };
}

function finalStatus(value: Status, path: Path, faults: Faults): Test<Item> {
  const test = statusTest(value, path, faults);
  return (item) => test(item.finalStatus);
}

const input = text<Item>(({ messages }, { inputs }) => {
  const at = messages[0]?.input;
  return at === undefined ? [] : [inputs[at]?.path ?? ''];
});

const callTests: Tests<ReportCall, CallSelector> = {
  from: text(({ from }) => [from]),
  to: text(({ to }) => [to]),
  'call-id': text(({ callIds }) => callIds),
  method: word(({ messages }) => messages.map(methodOf)),
  'user-agent': text(({ messages }) =>
    messages.map(headOf).flatMap((head) => [...valuesOf(head, 'User-Agent'), ...valuesOf(head, 'Server')]),
  ),
  outcome: word(({ outcome }) => [outcome]),
  status: finalStatus,
  input,
};

const registrationTests: Tests<ReportRegistration, RegistrationSelector> = {
  aor: text(({ aor }) => [aor]),
  contact: text(({ contact }) => [contact]),
  client: text(({ client }) => [client]),
  registrar: text(({ registrar }) => [registrar]),
  outcome: word(({ outcome }) => [outcome]),
  input,
};

const subscriptionTests: Tests<ReportSubscription, SubscriptionSelector> = {
  event: text(({ event }) => [event]),
  from: text(({ from }) => [from]),
  to: text(({ to }) => [to]),
  status: finalStatus,
  input,
};

const transactionTests: Tests<ReportTransaction, TransactionSelector> = {
  method: word(({ method }) => [method]),
  'call-id': text(({ callId }) => [callId]),
  client: text(({ client }) => [client]),
  server: text(({ server }) => [server]),
  status: finalStatus,
  input,
};

export const selectorTests = {
  calls: callTests,
  registrations: registrationTests,
  subscriptions: subscriptionTests,
  transactions: transactionTests,
} as const;

function oneSelector<T extends Item, S extends { readonly index?: number }>(
  selector: S,
  tests: Tests<T, S>,
  path: Path,
  faults: Faults,
): Selection<T> {
  const { index, ...rest } = selector;
  if (index === 0) faults.add([...path, 'index'], 'too-small', { value: '0', limit: 1 });
  const all = Object.entries(rest).map(([name, value]) => {
    // The schema took the value for the kind that this name has.
    const test = tests[name as keyof typeof tests] as (value: unknown, path: Path, faults: Faults) => Test<T>;
    return test(value, [...path, name], faults);
  });
  return (items, report) => {
    const chosen = all.length === 0 ? items : items.filter((item) => all.every((test) => test(item, report)));
    if (index === undefined) return chosen;
    const at = index > 0 ? index - 1 : chosen.length + index;
    return chosen.slice(Math.max(0, at), at < 0 ? 0 : at + 1);
  };
}

/** Several selectors choose what any of them does. */
export function selectionOf<T extends Item, S extends { readonly index?: number }>(
  written: S | readonly S[] | undefined,
  tests: Tests<T, S>,
  path: Path,
  faults: Faults,
): Selection<T> {
  if (written === undefined) return (items) => items;
  const several = Array.isArray(written);
  const all = listed(written).map((one, i) => oneSelector(one, tests, several ? [...path, i] : path, faults));
  if (all.length === 1) return all[0];
  return (items, report) => {
    const chosen = new Set(all.flatMap((select) => select(items, report)));
    return items.filter((item) => chosen.has(item));
  };
}
