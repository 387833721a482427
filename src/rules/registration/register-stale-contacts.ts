import { type Contact, parseContact } from '../../headers/contact.ts';
import { identityOf } from '../../headers/user-at-host.ts';
import type { Transaction } from '../../model.ts';
import { defineRule } from '../define.ts';
import { cameFrom } from '../hops.ts';

type Shown = {
  /** Several entries of one device or host, or simply many. */
  kind: 'instance' | 'host' | 'many';
  aor: string;
  registrar: string;
  contacts: number;
  /** Entries of the same device. */
  same: number;
  /** What they have in common. */
  shared: string;
};

const SHARED_LENGTH = 80;
/** Entries of one answer that are looked at. */
const LIST_LIMIT = 256;

/** The largest group of entries that share a name but not a port; '' is no name. */
function largest(
  contacts: readonly Contact[],
  nameOf: (contact: Contact) => string,
): { readonly shared: string; readonly same: number } {
  const groups = new Map<string, Set<string>>();
  for (const contact of contacts) {
    const name = nameOf(contact);
    if (name === '' || contact.uri === undefined) continue;
    const ports = groups.get(name) ?? new Set();
    ports.add(`${contact.uri.host}:${contact.uri.port ?? ''}`);
    groups.set(name, ports);
  }
  let best = { shared: '', same: 0 };
  for (const [shared, ports] of groups) if (ports.size > best.same) best = { shared, same: ports.size };
  return best;
}

/** A flow of its own each (RFC 5626 §4.2): the same instance with another reg-id is meant to stand beside. */
function instanceOf({ params }: Contact): string {
  const instance = params.get('+sip.instance');
  return instance === undefined || instance === '' ? '' : `${instance};${params.get('reg-id') ?? ''}`;
}

function hostOf({ uri, params }: Contact): string {
  if (uri?.user === undefined || uri.user === '' || params.has('+sip.instance')) return '';
  return `${uri.user}@${uri.host}`;
}

function findingOf(
  contacts: readonly Contact[],
  ports: number,
  many: number,
): Pick<Shown, 'kind' | 'same' | 'shared'> | undefined {
  const device = largest(contacts, instanceOf);
  if (device.same >= 2) return { kind: 'instance', ...device };
  const host = largest(contacts, hostOf);
  if (host.same >= ports) return { kind: 'host', ...host };
  return contacts.length > many ? { kind: 'many', same: 0, shared: '' } : undefined;
}

/** The last answer that lists bindings: the one after which the list stays as it is. */
function lastList(transactions: readonly Transaction[]): Transaction | undefined {
  return transactions.findLast(
    ({ method, final }) => method === 'REGISTER' && final !== undefined && final.status < 300 && final.has('Contact'),
  );
}

/** Rule 78: addresses that are probably dead still ring along. */
export const registerStaleContacts = defineRule<'registration', Shown>({
  id: 'register-stale-contacts',
  severity: 'info',
  scope: 'registration',
  title: 'Old addresses still registered',
  spec: ['RFC 3261 §10.3', 'RFC 5626 §6'],
  example: {
    kind: 'instance',
    aor: 'alice@example.com',
    registrar: '192.0.2.5:5060',
    contacts: 4,
    same: 4,
    shared: '<urn:uuid:00000000-0000-1000-8000-000a95a0e128>',
  },
  why: () =>
    'Each call is sent to the dead addresses too, which delays it and ends in 408 instead of busy or voicemail.',
  fix: ({ kind, registrar }) => [
    ...(kind === 'many'
      ? [`Compare the list with the devices that really exist, and delete the others on ${registrar}.`]
      : [
          `Let ${registrar} replace the old binding of the same device (remove_existing and max_contacts in Asterisk PJSIP, matching by instance in Kamailio and OpenSIPS).`,
        ]),
    'Let phones unregister before they restart, and let them keep their local port.',
    'Lower the time that is granted: what is dead then goes sooner.',
  ],
  message: ({ kind, aor, registrar, contacts, same, shared }) =>
    `${registrar} lists ${contacts} addresses for ${aor}` +
    {
      instance: `, of which ${same} belong to one device, ${shared}.`,
      host: `, of which ${same} are ports of one host, ${shared}.`,
      many: '.',
    }[kind],
  limits: ({ kind }) =>
    kind === 'instance' ? '' : 'So many devices, or several programs on one host, may be meant to share this user.',
  when: ({ registration }) => lastList(registration.transactions) !== undefined,
  *check({ registration }, { bindings, thresholds }) {
    if ((bindings.accountOf(registration)?.listed ?? 0) < 2) return;
    const transaction = lastList(registration.transactions);
    const { final } = transaction ?? {};
    if (transaction === undefined || final === undefined || cameFrom(transaction, registration).length > 0) return;
    const contacts = final.headers('Contact').slice(0, LIST_LIMIT).flatMap(parseContact);
    const live = contacts.filter(({ wildcard, expires }) => !wildcard && expires !== 0);
    const found = findingOf(live, thresholds.portsOfOneHost, thresholds.contactsListed);
    if (found === undefined) return;
    yield {
      at: [final],
      args: {
        ...found,
        aor: identityOf(final.header('To')),
        registrar: transaction.server.name,
        contacts: live.length,
        shared: found.shared.replace(/;$/, '').slice(0, SHARED_LENGTH),
      },
      confidence: found.kind === 'instance' ? 'likely' : 'possible',
      device: transaction.server.address,
    };
  },
});
