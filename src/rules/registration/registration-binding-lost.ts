import type { Contact } from '../../headers/contact.ts';
import { identityOf } from '../../headers/user-at-host.ts';
import type { Transaction } from '../../model.ts';
import type { Account } from '../../state/bindings.ts';
import { entryOf, isOtherPort, keyOf, readRound } from '../../state/grants.ts';
import { defineRule } from '../define.ts';
import { addressesInferred, bodyUnreliable } from '../guards.ts';
import { cameFrom } from '../hops.ts';
import { clipContact, type Lost, watchBindings } from '../lost-bindings.ts';
import { duration } from '../phrases.ts';
import { isScanner } from '../scanners.ts';

/** What the answer itself shows; undefined when the binding was granted. */
function refusalOf(transaction: Transaction, account: Account | undefined): Partial<Lost> | undefined {
  const round = readRound(transaction);
  // A registrar that lists nothing breaks RFC 3261 §10.3, but what it stored is not known.
  if (round.listed.length === 0 || round.removesAll) return undefined;
  for (const { contact, key, expires } of round.asked) {
    if (expires === 0) continue;
    const entry = entryOf(contact, round.listed, transaction);
    if (entry?.expires === 0) return { kind: 'no-time', contact: contact.uriText, other: entry.uriText };
    const others = account?.changes.filter(({ binding }) => binding.callId !== transaction.callId) ?? [];
    const isForeign = (one: Contact) => keyOf(one) !== key && others.some(({ binding }) => binding.key === keyOf(one));
    if (entry !== undefined && !isForeign(entry)) continue;
    const moved = round.listed.find((one) => isOtherPort(contact, one, transaction) && !isForeign(one));
    const other = moved ?? round.listed[0];
    return {
      kind: moved === undefined ? (isForeign(other) ? 'pushed-out' : 'not-listed') : 'other-port',
      contact: contact.uriText,
      other: other.uriText,
    };
  }
  return undefined;
}

/** Rule 17: the phone believes that it is registered, and the registrar has no way to it. */
export const registrationBindingLost = defineRule<'registration', Lost>({
  id: 'registration-binding-lost',
  severity: 'error',
  scope: 'registration',
  title: 'Registration that does not lead to the phone',
  spec: ['RFC 3261 §10.2.4', 'RFC 3261 §10.3', 'RFC 5626 §4.4'],
  example: {
    kind: 'lapsed-refused',
    aor: 'alice@example.com',
    contact: 'sip:alice@192.0.2.1:5060',
    registrar: '192.0.2.5',
    granted: 60,
    other: '',
    status: 480,
    phrase: 'Temporarily Unavailable',
    method: '',
    after: 90_000,
  },
  why: ({ aor, kind }) =>
    kind === 'lapsed'
      ? `Nobody can call ${aor} any more.`
      : `Calls to ${aor} do not reach the phone, although its user sees nothing wrong.`,
  fix: ({ kind, registrar, granted, aor }) =>
    ({
      'pushed-out': [
        `Look at how many contacts ${registrar} keeps for ${aor} (max_contacts): when the list is full, some registrars keep the old ones and drop the new one without a word.`,
        'Give each device an account of its own.',
      ],
      'not-listed': [
        `Capture on ${registrar} too and compare: an element on the way may have rewritten the Contact, or the registrar stored it under another name.`,
        `Look at how many contacts ${registrar} keeps for ${aor} (max_contacts).`,
      ],
      'no-time': [
        `Look in the log of ${registrar} for why it granted no time: limits of contacts, a script that removes bindings, a replica that is behind.`,
      ],
      'other-port': [
        `Turn off SIP ALG in the router before the phone, and check NAT handling on ${registrar}: something changed the port of the Contact.`,
      ],
      lapsed: [
        `Check whether the phone of ${aor} is up and has its network.`,
        `If it is, look in its log for why it did not refresh within ${granted} s; behind a NAT a lost answer can stop it for long.`,
      ],
      'lapsed-calls': [
        `Let the phone refresh at 50 to 90 % of the ${granted} s that ${registrar} granted; look in its log for why it did not.`,
        'Check that it goes by the granted time, not by the one it asked for.',
      ],
      'lapsed-refused': [
        `Let the phone refresh at 50 to 90 % of the ${granted} s that ${registrar} granted; look in its log for why it did not.`,
        'Check its network and power at the time of the last registration.',
      ],
      unknown: [
        `Check whether ${registrar} restarted without a stored location table, or whether the node that answers calls is not the one that registers (replicate the bindings).`,
        `Check do-not-disturb, call forwarding and dial rules of ${aor}: a server that knows the phone may say the same.`,
      ],
      'port-gone': [
        'Send keep-alives below the lifetime of the NAT binding (about 25 s on UDP): CRLF or STUN from the phone, OPTIONS from the server.',
        `Register over TCP or TLS, or with less time than ${granted} s.`,
        'Use SIP Outbound (RFC 5626), so that a lost flow is noticed.',
      ],
    })[kind],
  message: ({ kind, aor, contact, registrar, granted, other, status, phrase, method, after }) =>
    ({
      'pushed-out': `${registrar} accepted the REGISTER of ${aor} but keeps another device in the list, ${other}, and not ${contact}.`,
      'not-listed': `${registrar} accepted the REGISTER of ${aor} but does not list ${contact}; it lists ${other}.`,
      'no-time': `${registrar} accepted the REGISTER of ${aor} but grants ${contact} no time at all (expires=0).`,
      'other-port': `${registrar} lists ${other} for ${aor}, where the phone registered ${contact}: calls will go to the wrong port.`,
      lapsed: `The registration of ${aor} for ${granted} s was not refreshed: ${duration(after)} after it ${registrar} still works, but the phone is gone.`,
      'lapsed-calls': `The registration of ${aor} for ${granted} s was not refreshed, yet ${duration(after)} after it the phone still made a call through ${registrar}.`,
      'lapsed-refused': `The registration of ${aor} for ${granted} s was not refreshed: ${duration(after)} after it ${registrar} refused a call to this user with ${status}${phrase === '' ? '' : ` ${phrase}`}.`,
      unknown: `${registrar} had registered ${aor} for ${granted} s, and ${duration(after)} later refused a call to it with ${status}${phrase === '' ? '' : ` ${phrase}`} without trying ${contact}.`,
      'port-gone': `${registrar} got no answer to its ${method} to ${contact} ${duration(after)} after the registration, and the phone next registered from ${other}.`,
    })[kind],
  limits: ({ kind }) =>
    ({
      'pushed-out': '',
      'not-listed': 'An element on the way may have rewritten the list; then calls arrive nevertheless.',
      'no-time': '',
      'other-port': 'An element between this capture point and the registrar may put the port right again.',
      lapsed:
        'A refresh on a way that is not captured (TLS, another registrar) would not be seen; the phone may simply be switched off.',
      'lapsed-calls': 'A refresh on a way that is not captured (TLS, another registrar) would not be seen.',
      'lapsed-refused': 'A refresh on a way that is not captured (TLS, another registrar) would not be seen.',
      unknown: 'Whether the server had lost the binding or refused for a reason of its own is not in the trace.',
      'port-gone': 'That a NAT gave the phone a new port is the usual reason; a restart of the phone looks the same.',
    })[kind],
  when: ({ registration }) => registration.transactions.some(({ final }) => final !== undefined && final.status < 300),
  *check({ registration }, { bindings }) {
    const transaction = registration.transactions.findLast(
      ({ final, method }) => method === 'REGISTER' && final !== undefined,
    );
    const { request, final } = transaction ?? {};
    if (transaction === undefined || request === undefined || final === undefined || final.status >= 300) return;
    if (addressesInferred(request) || bodyUnreliable(request) || bodyUnreliable(final) || isScanner(request)) return;
    if (cameFrom(transaction, registration).length > 0) return;
    const account = bindings.accountOf(registration);
    // Granted as asked: nothing to look for.
    if (account?.changes.some(({ time, exchange }) => exchange === registration.id && time === final.time)) return;
    const shown = refusalOf(transaction, account);
    if (shown === undefined) return;
    const isSure = shown.kind === 'no-time' || shown.kind === 'pushed-out';
    yield {
      at: [final, request],
      args: {
        kind: 'not-listed',
        aor: identityOf(request.header('To')),
        registrar: transaction.server.address,
        granted: 0,
        status: 0,
        phrase: '',
        method: '',
        after: 0,
        ...shown,
        contact: clipContact(shown.contact ?? ''),
        other: clipContact(shown.other ?? ''),
      },
      severity: isSure ? 'error' : 'warning',
      confidence: isSure ? 'certain' : 'likely',
      device: transaction.server.address,
    };
  },
  watch: watchBindings,
});
