import { parseTokens } from '../../headers/tokens.ts';
import type { SipMessage, Transaction } from '../../model.ts';
import { type Context, type Conversation, defineRule } from '../define.ts';
import { endedBefore } from '../guards.ts';
import { clip, isMadeHere, laterTries, statusLine } from '../refusal.ts';
import { isScanner } from '../scanners.ts';

type Shown = {
  status: number;
  line: string;
  method: string;
  client: string;
  server: string;
  /** What the server cannot do, or wants done; empty where the response does not say. */
  tokens: readonly string[];
  /** The request really demanded them (Require, Proxy-Require, Resource-Priority). */
  demanded: boolean;
  after: 'retried' | 'again' | 'gave-up';
};

const STATUSES: readonly number[] = [417, 420, 421, 439, 494, 580];

/** Reliable provisional responses have a rule of their own. */
const RELIABLE = '100rel';

const MECHANISM: Readonly<Record<number, string>> = { 494: 'sec-agree', 580: 'precondition', 439: 'outbound' };

function tokensOf(final: SipMessage, request: SipMessage | undefined): readonly string[] {
  switch (final.status) {
    case 420:
      return final.headers('Unsupported').flatMap(parseTokens);
    case 421:
      return final.headers('Require').flatMap(parseTokens);
    case 417:
      return request?.headers('Resource-Priority') ?? [];
    default:
      return [MECHANISM[final.status]];
  }
}

function isDemanded(request: SipMessage | undefined, tokens: readonly string[]): boolean {
  if (request === undefined) return false;
  const demands = ['Require', 'Proxy-Require'].flatMap((name) => request.headers(name).flatMap(parseTokens));
  return tokens.some((token) => demands.some((demand) => demand.toLowerCase() === token.toLowerCase()));
}

/** The client asked again, as it should (RFC 3261 §8.1.3.5); `pending`: there was no time for it in this capture. */
function whatFollowed(
  transaction: Transaction,
  final: SipMessage,
  conversation: Conversation,
  context: Context,
): Shown['after'] | 'pending' {
  const later = laterTries(transaction, conversation);
  const last = later[later.length - 1];
  if (last === undefined) {
    return endedBefore(context, final.time, context.thresholds.negotiationRetry) ? 'pending' : 'gave-up';
  }
  return later.every((one) => one.final?.status === final.status) ? 'again' : 'retried';
}

/** More than a sentence shows. */
const TOKEN_LIMIT = 64;

function told({ tokens }: Shown): string {
  return clip(tokens.join(', '));
}

/** Rule 72: one side insists on something that the other side does not have. */
export const requiredExtensionUnsupported = defineRule<'transaction', Shown>({
  id: 'required-extension-unsupported',
  severity: 'error',
  scope: 'transaction',
  title: 'Extension that one side demands and the other lacks',
  spec: ['RFC 3261 §8.1.3.5', 'RFC 3261 §21.4.15', 'RFC 3261 §21.4.16', 'RFC 3329 §2.3.1', 'RFC 3312 §8'],
  example: {
    status: 420,
    line: '420 Bad Extension',
    method: 'INVITE',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    tokens: ['timer'],
    demanded: true,
    after: 'gave-up',
  },
  why: (args) =>
    args.after === 'retried'
      ? 'The client got further without it; each call of this kind costs one more round trip.'
      : 'The request fails over an extension, not over what it asks for.',
  fix: (args) =>
    ({
      420: [
        `Let ${args.client} put ${told(args) || 'the extension'} into Supported instead of Require: then each side uses it where both have it.`,
        `Or switch it on in ${args.server}, or let the SBC between take it out.`,
        `Let ${args.client} try again without it after a 420.`,
      ],
      421: [
        `Switch on ${told(args) || 'the extension'} in ${args.client}, or list it in its Supported.`,
        `Or let ${args.server} do without: demanding an extension locks out plain SIP devices.`,
      ],
      417: [
        `Map the Resource-Priority of ${args.client} to a namespace that ${args.server} knows, or take it out of Require.`,
      ],
      439: ['Let the first proxy support outbound (Path with ob), or register without reg-id.'],
      494: [
        `Let ${args.client} agree on a mechanism of the Security-Server list (IPsec or TLS), or switch off sec-agree for it in ${args.server}.`,
      ],
      580: [
        'Look why the resources were not reserved: bearer set-up of the mobile network, or media address that cannot be reached.',
        `If ${args.server} is no mobile network, send the call without preconditions.`,
      ],
    })[args.status] ?? [],
  message: (args) => {
    const what =
      args.tokens.length === 0
        ? ''
        : `: ${args.status === 421 || args.status === 494 ? 'it wants' : args.status === 580 ? 'it could not meet the' : 'it does not support'} ${told(args)}`;
    const demand =
      args.status === 420 && !args.demanded && args.tokens.length > 0 ? ', which the request did not even demand' : '';
    const end = {
      retried: '; the next attempt got further.',
      again: '; the next attempt got the same.',
      'gave-up': `, and ${args.client} did not try again.`,
    }[args.after];
    return `${args.server} refused the ${args.method} of ${args.client} with ${args.line}${what}${demand}${end}`;
  },
  concerns: (_, end) => end === 'refused',
  when: ({ transaction: { final } }) => final !== undefined && STATUSES.includes(final.status),
  *check({ transaction, conversation }, context) {
    const { final, request, method, client, server } = transaction;
    if (final === undefined || (request !== undefined && isScanner(request))) return;
    if (!isMadeHere(transaction, conversation)) return;
    const tokens = tokensOf(final, request).filter((token) => token !== undefined);
    if (tokens.length > 0 && tokens.every((token) => token.toLowerCase() === RELIABLE)) return;
    const after = whatFollowed(transaction, final, conversation, context);
    if (after === 'pending') {
      yield { undetermined: 'G-END' };
      return;
    }
    yield {
      at: [final, ...(request === undefined ? [] : [request])],
      args: {
        status: final.status,
        line: statusLine(final),
        method,
        client: client.name,
        server: server.name,
        tokens: tokens.slice(0, TOKEN_LIMIT).map(clip),
        demanded: isDemanded(request, tokens),
        after,
      },
      // With a second attempt that goes on, this was negotiation.
      severity: after === 'retried' ? 'info' : 'error',
      confidence: 'certain',
      device: final.status === 421 || final.status === 580 ? server.address : client.address,
    };
  },
});
