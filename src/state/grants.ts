/** One round of a registration: what the REGISTER asked for and what the 2xx granted (RFC 3261 §10.2, §10.3). */
import { type Contact, parseContact } from '../headers/contact.ts';
import { parseExpires } from '../headers/expires.ts';
import { parseVia } from '../headers/via.ts';
import type { SipMessage, Transaction } from '../model.ts';

/** Bindings read of one message; a list that is longer is an attack. */
const LIST_LIMIT = 64;

export interface Asked {
  readonly contact: Contact;
  /** `user@host:port` */
  readonly key: string;
  /** Seconds; undefined when the client leaves it to the registrar. */
  readonly expires: number | undefined;
}

export interface Round {
  readonly asked: readonly Asked[];
  /** `Contact: *` */
  readonly removesAll: boolean;
  /** Contacts of the 2xx: by the RFC, every binding that the registrar now has. */
  readonly listed: readonly Contact[];
  /** Expires of the 2xx, for entries that have none of their own. */
  readonly expires: number | undefined;
}

/** What tells one binding of an address of record from another, parameters left out. */
export function keyOf(contact: Contact): string {
  const { uri, uriText } = contact;
  if (uri === undefined || uri.host === '') return uriText.slice(0, 200);
  return `${(uri.user ?? '').slice(0, 120)}@${uri.host.slice(0, 120)}:${portOf(contact)}`;
}

function portOf({ uri }: Contact): number {
  const tls = uri?.scheme === 'sips' || uri?.params.get('transport')?.toLowerCase() === 'tls';
  return uri?.port ?? (tls ? 5061 : 5060);
}

function contactsOf(message: SipMessage | undefined): readonly Contact[] {
  const contacts = message?.headers('Contact').slice(0, LIST_LIMIT).flatMap(parseContact) ?? [];
  return contacts.slice(0, LIST_LIMIT);
}

function secondsOf(message: SipMessage | undefined): number | undefined {
  const value = message?.header('Expires');
  return value === undefined ? undefined : parseExpires(value);
}

export function readRound({ request, final }: Transaction): Round {
  const contacts = contactsOf(request);
  const expires = secondsOf(request);
  const asked = contacts.filter(({ wildcard }) => !wildcard);
  return {
    asked: asked.map((contact) => ({ contact, key: keyOf(contact), expires: contact.expires ?? expires })),
    removesAll: contacts.some(({ wildcard }) => wildcard),
    listed: contactsOf(final).filter(({ wildcard }) => !wildcard),
    expires: secondsOf(final),
  };
}

/** Same user and host, another port, and not one that a NAT on the way explains. */
export function isOtherPort(asked: Contact, listed: Contact, transaction: Transaction): boolean {
  if (asked.uri === undefined || listed.uri === undefined) return false;
  if (asked.uri.host !== listed.uri.host || (asked.uri.user ?? '') !== (listed.uri.user ?? '')) return false;
  const port = portOf(listed);
  return port !== portOf(asked) && !isSource(listed, transaction);
}

/** The registrar put the address in that it saw the REGISTER come from, as many do for phones behind a NAT. */
function isSource(listed: Contact, { client, final }: Transaction): boolean {
  const [top] = parseVia(final?.header('Via') ?? '');
  const port = portOf(listed);
  const host = listed.uri?.host;
  if (host === client.address && port === client.port) return true;
  return top?.received !== undefined && host === top.received && (top.rport === undefined || port === top.rport);
}

/**
 * The entry of the 2xx that stands for the Contact of the REGISTER. Elements on the way rewrite addresses, so the same
 * device or user will do where the address differs.
 */
export function entryOf(asked: Contact, listed: readonly Contact[], transaction: Transaction): Contact | undefined {
  const key = keyOf(asked);
  const exact = listed.find((one) => keyOf(one) === key);
  if (exact !== undefined) return exact;
  const instance = asked.params.get('+sip.instance');
  return (
    listed.find((one) => instance !== undefined && one.params.get('+sip.instance') === instance) ??
    listed.find((one) => isSource(one, transaction)) ??
    listed.find(
      (one) =>
        (one.uri?.user ?? '') === (asked.uri?.user ?? '') &&
        one.uri?.host !== asked.uri?.host &&
        one.uri?.host !== undefined,
    )
  );
}
