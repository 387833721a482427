import type { SipMessage } from '../../model.ts';
import { defineRule } from '../define.ts';

type Shown = { what: string; sender: string; missing: string };

/** Header fields that a response with this status must bring (rule 62 with the RFCs of its table). */
const requiredByStatus: ReadonlyMap<number, string> = new Map([
  [401, 'WWW-Authenticate'],
  [407, 'Proxy-Authenticate'],
  [405, 'Allow'],
  [420, 'Unsupported'],
  [421, 'Require'],
  [422, 'Min-SE'],
  [423, 'Min-Expires'],
  [424, 'Geolocation-Error'],
  [469, 'Recv-Info'],
  [489, 'Allow-Events'],
  [494, 'Security-Server'],
]);

const requiredByMethod: ReadonlyMap<string, readonly string[]> = new Map([
  ['INVITE', ['Contact']],
  ['SUBSCRIBE', ['Contact', 'Event']],
  ['REFER', ['Contact', 'Refer-To']],
  ['NOTIFY', ['Event', 'Subscription-State']],
  ['PRACK', ['RAck']],
]);

const identityFields = ['Via', 'From', 'To', 'Call-ID', 'CSeq'];

function missingFields(message: SipMessage): string[] {
  const missing = message.hasIdentity ? [] : identityFields.filter((name) => !message.has(name));
  if (message.isRequest) {
    if (!message.has('Max-Forwards')) missing.push('Max-Forwards');
    for (const name of requiredByMethod.get(message.method) ?? []) if (!message.has(name)) missing.push(name);
  } else {
    const name = requiredByStatus.get(message.status);
    if (name !== undefined && !message.has(name)) missing.push(name);
    // Without a Contact in its 2xx the dialog has no remote target (RFC 3261 §12.1.1).
    if (message.method === 'INVITE' && message.status >= 200 && message.status < 300 && !message.has('Contact')) {
      missing.push('Contact');
    }
  }
  return missing;
}

/** Rule 62: a header field without which the receiver must refuse or misread the message. */
export const mandatoryHeaderMissing = defineRule<'message', Shown>({
  id: 'mandatory-header-missing',
  severity: 'error',
  scope: 'message',
  title: 'Mandatory header field missing',
  spec: ['RFC 3261 §8.1.1', 'RFC 3261 §8.2.6.2', 'RFC 3261 §20'],
  why: () => 'Receivers drop such a message, refuse it with 400, or cannot route what follows it.',
  fix: (args) => [
    `Repair the stack or header rule of ${args.sender} that made this ${args.what}.`,
    'If a session border controller or ALG stands between, capture on both sides of it: it may have removed the field.',
  ],
  message: (args) => `The ${args.what} from ${args.sender} has no ${args.missing}.`,
  *check({ message }) {
    // A log or a snap length can have cut the fields off.
    if (message.truncated || (message.log !== undefined && !message.log.exactBytes)) return;
    const missing = missingFields(message);
    if (missing.length === 0) return;
    // Missing only these two, a message still works with most peers.
    const mild = missing.every((name) => name === 'Max-Forwards' || name === 'Allow');
    yield {
      at: [message],
      args: {
        what: message.isRequest ? message.method : `${message.status} response`,
        sender: message.source.name,
        missing: missing.join(', '),
      },
      severity: mild ? 'warning' : 'error',
      confidence: 'certain',
    };
  },
});
