import { findMethod } from '../../catalogue/methods.ts';
import { parseTokens } from '../../headers/tokens.ts';
import type { Severity, SipMessage } from '../../model.ts';
import { defineRule } from '../define.ts';
import { bodyUnreliable } from '../guards.ts';
import { messageName } from '../phrases.ts';

type Shown = {
  /** Empty for any request of the sender, and for a response to a method that is none. */
  method: string;
  /** Of a response; 0 for requests. */
  status: number;
  sender: string;
  /** Names of the missing fields; empty when there is only too much. */
  missing: readonly string[];
  /** Refer-To fields where exactly one is allowed; 0 when that is not the trouble. */
  targets: number;
};

/** Header fields that a response with this status must bring; one of several names will do (rule 62). */
const requiredByStatus: ReadonlyMap<number, readonly string[]> = new Map([
  [401, ['WWW-Authenticate']], // RFC 3261 §21.4.2
  [407, ['Proxy-Authenticate']], // RFC 3261 §21.4.8
  [405, ['Allow']], // RFC 3261 §21.4.6
  [415, ['Accept', 'Accept-Encoding', 'Accept-Language']], // RFC 3261 §21.4.13
  [420, ['Unsupported']], // RFC 3261 §21.4.15
  [421, ['Require']], // RFC 3261 §21.4.16
  [422, ['Min-SE']], // RFC 4028 §6
  [423, ['Min-Expires']], // RFC 3261 §21.4.17
  [424, ['Geolocation-Error']], // RFC 6442 §4.3
  [425, ['AlertMsg-Error']], // RFC 8876 §5.1
  [469, ['Recv-Info']], // RFC 6086 §4.2.2
  [489, ['Allow-Events']], // RFC 3265 §7.2; see `harmless`
  [494, ['Security-Server']], // RFC 3329 §2.3.1
  [199, ['Reason']], // RFC 6228 §5, §6
]);

const requiredByMethod: ReadonlyMap<string, readonly string[]> = new Map([
  ['INVITE', ['Contact']], // RFC 3261 §8.1.1.8
  ['SUBSCRIBE', ['Contact', 'Event']], // RFC 3261 §8.1.1.8 (it forms a dialog), RFC 6665 §8.2.1
  ['REFER', ['Contact', 'Refer-To']], // RFC 3515 §2.4.1
  ['NOTIFY', ['Event', 'Subscription-State']], // RFC 6665 §3.2
  ['PRACK', ['RAck']], // RFC 3262 §7.2
]);

/**
 * Without a Contact in its 2xx a dialog has no remote target (RFC 3261 §12.1.1; for SUBSCRIBE also the table of RFC 3265
 * §7.2). The 2xx of a REFER is left out: most come within a call, which has one.
 */
const contactIn2xx: ReadonlySet<string> = new Set(['INVITE', 'SUBSCRIBE']);

const identityFields = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];

/** A message that lacks only these still does its work with most peers. */
const mild: ReadonlySet<string> = new Set([
  'Max-Forwards',
  'Allow',
  'Accept',
  'AlertMsg-Error',
  'Geolocation-Error',
  'Reason',
  'Recv-Info',
  'Subscription-State',
]);

/** Nearly every message is complete: these look-ups cost no parsing of fields that are not needed. */
function mayLack(message: SipMessage): boolean {
  if (!message.hasIdentity) return true;
  if (message.isRequest) {
    if (!message.has('Max-Forwards')) return true;
    return message.method === 'INVITE' ? !message.has('Contact') : requiredByMethod.has(message.method);
  }
  const { status } = message;
  if (status >= 300) return requiredByStatus.has(status);
  if (status >= 200) return contactIn2xx.has(message.method) && !message.has('Contact');
  return status === 199 || (status > 100 && message.has('RSeq'));
}

/** RFC 6665 dropped the table of RFC 3265 that made it mandatory in a 489; phones do without. */
const harmless = 'Allow-Events';

/** How bad it is that a message lacks these header fields. */
export function severityOf(missing: readonly string[]): Severity {
  if (missing.every((name) => name === harmless)) return 'info';
  return missing.every((name) => mild.has(name) || name === harmless) ? 'warning' : 'error';
}

function missingIn(message: SipMessage): string[] {
  const missing = message.hasIdentity ? [] : identityFields.filter((name) => !message.has(name));
  if (message.isRequest) {
    const names = requiredByMethod.get(message.method) ?? [];
    return [...missing, ...['Max-Forwards', ...names].filter((name) => !message.has(name))];
  }
  const { status } = message;
  const names = requiredByStatus.get(status);
  if (names !== undefined && !names.some((name) => message.has(name))) missing.push(names[0]);
  if (status >= 200 && status < 300 && contactIn2xx.has(message.method) && !message.has('Contact'))
    missing.push('Contact');
  // RFC 3262 §3: the two belong together.
  const reliable = status > 100 && status < 200 && message.has('RSeq');
  if (reliable && !message.headers('Require').flatMap(parseTokens).includes('100rel')) missing.push('Require: 100rel');
  return missing;
}

/** An old stack leaves Max-Forwards out of everything it sends: that is one finding, whatever the method. */
function methodOf({ isRequest, method }: SipMessage, missing: readonly string[]): string {
  if (isRequest) return missing.length === 1 && missing[0] === 'Max-Forwards' ? '' : method;
  return findMethod(method) === undefined ? '' : method;
}

/** Rule 62: a header field without which the receiver must refuse or misread the message. */
export const mandatoryHeaderMissing = defineRule<'message', Shown>({
  id: 'mandatory-header-missing',
  severity: 'error',
  scope: 'message',
  title: 'Mandatory header field missing',
  spec: ['RFC 3261 §8.1.1', 'RFC 3261 §8.2.6.2', 'RFC 3261 §20'],
  example: { method: 'INVITE', status: 0, sender: '192.0.2.1:5060', missing: ['Contact'], targets: 0 },
  why: (args) =>
    args.targets === 0 && severityOf(args.missing) !== 'error'
      ? 'Most receivers put up with it; strict ones refuse the message, and what the field should tell them is lost.'
      : 'Receivers drop such a message, refuse it with 400, or cannot route what follows it.',
  fix: (args) => [
    `Repair the stack or header rule of ${args.sender} that made this ${messageName(args) || 'request'}: update its software first.`,
    'If a session border controller or ALG stands between, capture on both sides of it: it may have removed the field.',
  ],
  message: (args) =>
    args.targets > 0
      ? `The ${messageName(args)} from ${args.sender} has ${args.targets} Refer-To fields where exactly one is allowed.`
      : `${messageName(args) === '' ? 'A request' : `The ${messageName(args)}`} from ${args.sender} has no ${args.missing.join(', ')}.`,
  // A log or a snap length can have cut the fields off.
  when: ({ message }) => mayLack(message) && !bodyUnreliable(message),
  *check({ message }) {
    const missing = missingIn(message);
    const targets = message.isRequest && message.method === 'REFER' ? message.headers('Refer-To').length : 1;
    if (missing.length === 0 && targets < 2) return;
    yield {
      at: [message],
      args: {
        method: methodOf(message, missing),
        status: message.status,
        sender: message.source.name,
        missing,
        targets: targets < 2 ? 0 : targets,
      },
      device: message.source.address,
      severity: targets < 2 ? severityOf(missing) : 'error',
      confidence: 'certain',
    };
  },
});
