/** English words about expectations. */
import type { Fault, FaultKey } from '../../expect/faults.ts';
import type { CheckKey } from '../../expect/probe.ts';
import type { Args } from '../../model.ts';
import type { ExpectationWords } from '../locale.ts';
import { count, either } from './phrases.ts';

/** A word of the file at a length that fits into a sentence. */
function quoted(value: unknown): string {
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

const nouns: Readonly<Record<string, readonly [one: string, several: string]>> = {
  calls: ['call', 'calls'],
  registrations: ['registration', 'registrations'],
  subscriptions: ['subscription', 'subscriptions'],
  transactions: ['other request', 'other requests'],
};

function counted(n: unknown, group: unknown): string {
  const [one, several] = nouns[String(group)] ?? ['', ''];
  return count(Number(n), one, several);
}

const typeNames: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
};

function typeList(types: unknown): string {
  return String(types)
    .split(' ')
    .map((type) => typeNames[type] ?? type)
    .join(' or ');
}

const faults: Readonly<Record<FaultKey, (args: Args) => string>> = {
  'not-a-map': () => 'must be a list of "name: value"',
  'not-a-list': () => 'must be a list',
  empty: () => 'expects nothing',
  'wrong-type': ({ value, types }) => `${quoted(value)} must be ${typeList(types)}`,
  'missing-name': ({ value }) => `needs ${quoted(value)}`,
  'unknown-name': ({ value }) => `${quoted(value)} is not known`,
  'unknown-word': ({ value }) => `${quoted(value)} is not known`,
  'too-long': ({ most }) => `is longer than ${most} characters`,
  'too-many': ({ most }) => `has more than ${most} entries`,
  'too-small': ({ value, limit }) => `${quoted(value)} is out of range: the limit is ${limit}`,
  'wrong-version': ({ value, expected }) => `${quoted(value)} must be ${expected}, the version of this language`,
  'count-form': ({ value }) => `${quoted(value)} is no count; write 3, ">= 2", "< 5" or "2..5"`,
  'count-order': ({ value }) => `${quoted(value)} ends before it begins`,
  'duration-form': ({ value }) => `${quoted(value)} is no duration; write "< 3s", ">= 500ms" or "1s..30s"`,
  'duration-unit': ({ value, number }) =>
    `${quoted(value)} has no unit that is known; write ${number}ms, ${number}s, ${number}min or ${number}h`,
  'duration-bare': ({ value }) => `${quoted(value)} is never met exactly; write "< ${value}" or a range as "1s..3s"`,
  'status-form': ({ value }) => `${quoted(value)} is no status; write 200, 48x, 4xx or none`,
  'sequence-form': ({ value }) => `${quoted(value)} is no part of a sequence; write codes and classes as 100? 18x* 200`,
  'sequence-group': ({ value }) => `has a ${quoted(value)} without its other half`,
  'sequence-deep': ({ most }) => `has more than ${most} groups within each other`,
  'message-form': ({ value }) => `${quoted(value)} names no messages; write INVITE, 200, 18x or 200 BYE`,
  'rule-unmatched': ({ value }) => `${quoted(value)} fits no rule; "sipsleuth list rules" names them`,
};

/** What a fault is about: the name in front of it; of an entry of a list its number, where no word of it is shown. */
function subjectOf({ path, key, args, onName }: Fault): string {
  if (onName) return 'name';
  const name = path.findLast((one) => typeof one === 'string');
  const last = path[path.length - 1];
  if (name === undefined) return 'it';
  return typeof last === 'number' && (args.value === undefined || key === 'missing-name')
    ? `${name}[${last}]`
    : String(name);
}

const nothing = (text: unknown) => (text === '' ? 'none' : text);

const sentences: Readonly<Record<CheckKey, (args: Args, pass: boolean) => string>> = {
  seen: ({ expected, seen }) => `expected ${either(expected)}, seen ${nothing(seen)}`,
  sequence: ({ expected, seen, before, came, wanted, mayEnd }) => {
    const place = before === '' ? 'first' : `after ${before}`;
    const instead = [either(wanted), mayEnd ? 'the end' : ''].filter((word) => word !== '').join(' or ');
    const what = came === '' ? `${place} it ended` : `${place} came ${came}`;
    return `expected ${expected}, seen ${seen}: ${what} instead of ${instead}`;
  },
  'timing-missing': ({ expected }) => `expected ${expected}, but there is nothing to measure in this call`,
  'expires-missing': ({ expected }) => `expected ${expected}, but nothing was granted`,
  header: ({ in: messages, name, expected, seen }) =>
    expected === ''
      ? `${messages} has ${name}: ${seen}`
      : `expected ${name}: ${either(expected)} in ${messages}, seen ${name}: ${seen}`,
  'header-missing': ({ in: messages, name, expected }) =>
    `expected ${name}${expected === '' ? '' : `: ${either(expected)}`} in ${messages}, but there is no such field`,
  'header-present': ({ in: messages, name, expected, seen }) =>
    `expected no ${name}${expected === '' ? '' : `: ${either(expected)}`} in ${messages}, seen ${nothing(seen)}`,
  'header-cut': ({ in: messages, name }) => `${messages} is too long to tell whether ${name} is in it`,
  'message-missing': ({ in: messages }) => `there is no ${messages} to look at`,
  'sdp-missing': ({ side }) => `expected an SDP ${side}, but there is none`,
  'sdp-present': ({ side }, pass) =>
    pass ? `as expected of the SDP ${side}` : `expected no SDP ${side}, but there is one`,
  'findings-clean': ({ seen }) => (seen === 0 ? 'nothing found' : 'nothing found that is not allowed'),
  'finding-forbidden': ({ rule, title }) => `${rule} is forbidden, but was found: ${title}`,
  'finding-required': ({ expected }) => `${either(expected)} is required, but was not found`,
  'finding-not-allowed': ({ expected, rule, severity, title }) =>
    `expected ${expected === '' ? 'no findings' : `nothing but ${either(expected)}`}, seen ${severity} ${rule}: ${title}`,
  'finding-above': ({ expected, rule, severity, title }) =>
    `expected nothing above ${expected}, seen ${severity} ${rule}: ${title}`,
  selected: ({ expected, seen, group }) => `expected ${expected}, seen ${counted(seen, group)}`,
  'nothing-selected': ({ all, group }) =>
    all === 0 ? `there is no ${nouns[String(group)]?.[0] ?? ''}` : `none of ${counted(all, group)} is selected`,
  'none-holds': ({ seen, group }, pass) =>
    pass ? 'one holds' : `expected one to hold, but none of ${counted(seen, group)} does`,
  holds: ({ seen, group }, pass) =>
    pass ? 'none holds' : `expected none to hold, but ${counted(seen, group)} ${seen === 1 ? 'does' : 'do'}`,
  unlisted: () => 'the report does not list the messages; analyse with messages: all',
  'list-cut': ({ listed, total }) =>
    total === ''
      ? `only the first ${listed} messages are listed: too few to tell`
      : `only ${listed} of ${total} messages are listed: too few to tell`,
  omitted: ({ omitted, group }) => `${counted(omitted, group)} of this trace, being too many, could not be checked`,
};

export const expectations: ExpectationWords = {
  fault: (fault) => `${subjectOf(fault)} ${faults[fault.key](fault.args)}`,
  check: ({ key, args, pass }) => sentences[key](args, pass),
  summary: (passed, failed) =>
    failed === 0
      ? `${count(passed, 'expectation holds', 'expectations hold')}`
      : `${failed} of ${count(passed + failed, 'expectation', 'expectations')} failed`,
  more: (n) => `… and ${count(n, 'other', 'others')} like it; --format json has all`,
  selected: (n, group) => counted(n, group),
  claims: {
    sequence: (pattern) => `match the sequence ${pattern}`,
    answer: (limit) => `be answered within ${limit}`,
    outcome: (outcomes) => `have the outcome ${outcomes}`,
    codec: (codecs) => `use the codec ${codecs}`,
    findings: (above, except) =>
      `have no findings${above === '' ? '' : ` above ${above}`}${except === '' ? '' : ` except ${except}`}`,
    meet: 'meet the expectations',
  },
  every: (claim) => `expected every call to ${claim}`,
  no: (claim) => `expected no call to ${claim}`,
  to: (claim) => `expected the trace to ${claim}`,
  notTo: (claim) => `expected the trace not to ${claim}, but it does`,
  noTrace: 'expect() needs a report of sipsleuth or one of its calls; readTrace of sipsleuth/node reads one',
  noCall: 'there is no call in this report',
  noMessage: 'there is no SIP message in this report',
  findingsOfCall: 'a call alone does not tell what its findings are; give expect() the report',
  noDuration: (written) => `${quoted(written)} is no duration; write 3s, 500ms or a number of milliseconds`,
};
