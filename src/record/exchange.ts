/** Subscriptions and single requests outside calls and registrations. */
import { identityOf } from '../headers/user-at-host.ts';
import type { Exchange } from '../model.ts';
import type { ReportMessage } from '../report.ts';
import { type Keep, keeps } from './call.ts';
import { listMessages } from './messages.ts';

export interface SubscriptionRecord {
  /** Number of the first message: records stand in this order in the report. */
  readonly first: number;
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
  readonly finalStatus: number;
  readonly notifies: number;
  readonly messages: readonly ReportMessage[];
}

export interface TransactionRecord {
  readonly first: number;
  readonly method: string;
  readonly callId: string;
  readonly client: string;
  readonly server: string;
  readonly start: number;
  readonly end: number;
  readonly finalStatus: number;
  readonly messages: readonly ReportMessage[];
}

function succeeded(status: number): boolean {
  return status >= 200 && status < 300;
}

export function recordSubscription(exchange: Exchange, flagged: boolean, keep: Keep): SubscriptionRecord {
  const subscribes = exchange.transactions.filter((one) => one.method === 'SUBSCRIBE');
  const last = subscribes[subscribes.length - 1];
  const first = exchange.messages[0];
  const finalStatus = last?.final?.status ?? 0;
  return {
    first: first?.id ?? 0,
    event: exchange.messages.find((message) => message.has('Event'))?.header('Event') ?? '',
    from: identityOf(first.header('From')),
    to: identityOf(first.header('To')),
    start: exchange.start,
    end: exchange.end,
    finalStatus,
    notifies: exchange.transactions.filter((one) => one.method === 'NOTIFY').length,
    messages: keeps(keep, !flagged && (last === undefined || succeeded(finalStatus)))
      ? listMessages(exchange.messages, exchange.transactions)
      : [],
  };
}

/** The last transaction decides: what came before it were rounds of authentication or redirection. */
export function recordTransaction(exchange: Exchange, flagged: boolean, keep: Keep): TransactionRecord {
  const last = exchange.transactions[exchange.transactions.length - 1];
  const finalStatus = last?.final?.status ?? 0;
  const first = exchange.messages[0];
  return {
    first: first?.id ?? 0,
    method: last?.method ?? first.method,
    callId: exchange.callId,
    client: (last?.client ?? first.source).name,
    server: (last?.server ?? first.destination).name,
    start: exchange.start,
    end: exchange.end,
    finalStatus,
    messages: keeps(keep, !flagged && succeeded(finalStatus))
      ? listMessages(exchange.messages, exchange.transactions)
      : [],
  };
}
