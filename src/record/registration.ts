/** Registrations: all REGISTER transactions of one device for one address of record are one story (RFC 3261 §10). */
import { parseContact } from '../headers/contact.ts';
import { parseExpires } from '../headers/expires.ts';
import { identityOf } from '../headers/user-at-host.ts';
import type { Exchange, SipMessage, Transaction } from '../model.ts';
import type { RegistrationOutcome, ReportMessage } from '../report.ts';
import { type Keep, keeps } from './call.ts';
import { listMessages } from './messages.ts';

export interface RegistrationRecord {
  /** Number of the first message: records stand in this order in the report. */
  readonly first: number;
  readonly aor: string;
  contact: string;
  readonly client: string;
  readonly registrar: string;
  readonly start: number;
  end: number;
  outcome: RegistrationOutcome;
  finalStatus: number;
  attempts: number;
  expires: number | null;
  messages: readonly ReportMessage[];
}

/** Messages listed of one registration; a day of refreshes has thousands. */
const LIST_LIMIT = 500;

function registers(exchange: Exchange): readonly Transaction[] {
  return exchange.transactions.filter((one) => one.method === 'REGISTER');
}

function outcomeOf(final: SipMessage | undefined, removes: boolean, responses: number): RegistrationOutcome {
  if (final === undefined) return responses > 0 ? 'unknown' : 'failed';
  if (final.status < 300) return removes ? 'unregistered' : 'registered';
  if (final.status === 401 || final.status === 407) return 'unauthorized';
  return final.status >= 500 && final.status < 600 ? 'failed' : 'rejected';
}

/** Seconds that the registrar granted to this Contact (RFC 3261 §10.3 step 8). */
function grantedTo(contact: string, ok: SipMessage): number | null {
  const bindings = ok.headers('Contact').flatMap((value) => parseContact(value) ?? []);
  const own = bindings.find((binding) => contact !== '' && contact.includes(binding.uriText)) ?? bindings[0];
  if (own?.expires !== undefined) return own.expires;
  const value = ok.header('Expires');
  return value === undefined ? null : (parseExpires(value) ?? null);
}

function removesBinding(request: SipMessage | undefined): boolean {
  if (request === undefined) return false;
  const contact = request.header('Contact');
  if (contact === undefined) return false;
  const expires = parseContact(contact)?.[0]?.expires ?? parseExpires(request.header('Expires') ?? '');
  return expires === 0;
}

/** Adds a finished exchange to what is known of its registration. */
export function recordRegistration(
  known: RegistrationRecord | undefined,
  exchange: Exchange,
  flagged: boolean,
  keep: Keep,
): RegistrationRecord {
  const rounds = registers(exchange);
  const last = rounds[rounds.length - 1] ?? exchange.transactions[0];
  const message = last.request ?? last.responses[0].message;
  const record: RegistrationRecord = known ?? {
    first: exchange.messages[0]?.id ?? 0,
    aor: identityOf(message.header('To')),
    contact: '',
    client: last.client.name,
    registrar: last.server.name,
    start: exchange.start,
    end: exchange.end,
    outcome: 'unknown',
    finalStatus: 0,
    attempts: 0,
    expires: null,
    messages: [],
  };
  const { final } = last;
  record.contact = last.request?.header('Contact') ?? record.contact;
  record.end = Math.max(record.end, exchange.end);
  record.outcome = outcomeOf(final, removesBinding(last.request), last.responses.length);
  record.finalStatus = final?.status ?? 0;
  record.attempts += rounds.length;
  if (final !== undefined && final.status < 300) record.expires = grantedTo(record.contact, final);
  const clean = !flagged && (record.outcome === 'registered' || record.outcome === 'unregistered');
  if (keeps(keep, clean) && record.messages.length < LIST_LIMIT) {
    record.messages = [...record.messages, ...listMessages(exchange.messages, exchange.transactions)];
  }
  return record;
}
