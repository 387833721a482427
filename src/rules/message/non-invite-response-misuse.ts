import type { SipMessage, Transaction } from '../../model.ts';
import { isSecondSight } from '../around.ts';
import { clip } from '../clip.ts';
import { type Context, defineRule } from '../define.ts';
import { addressesInferred, clockTooCoarse, isReliable, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /** `provisional`: 101 to 199. `hasty`: 100 over UDP before timer E has reached T2. `timeout`: 408. */
  kind: 'provisional' | 'hasty' | 'timeout';
  method: string;
  client: string;
  server: string;
  status: number;
  /** `timeout`: from request to response, ms. */
  after: number;
  /** `hasty`: how long the server must wait, ms. */
  allowed: number;
};

/** Timer E runs T1, 2·T1, 4·T1 … and is set to T2 = 8·T1 after the third: 7·T1 from the first copy (RFC 4320 §4.1). */
const UNTIL_T2 = 7;

function judge(
  { request, responses }: Transaction,
  context: Context,
): { kind: Shown['kind']; response: SipMessage } | undefined {
  for (const { message } of responses) {
    const { status } = message;
    if (status > 100 && status < 200) return { kind: 'provisional', response: message };
    if (status === 408) return { kind: 'timeout', response: message };
    if (status !== 100 || request === undefined || isReliable(request) || clockTooCoarse(request, 100)) continue;
    const { t1, margin } = context.thresholds;
    if (milliseconds(request.time, message.time) < UNTIL_T2 * t1 * (1 - margin))
      return { kind: 'hasty', response: message };
  }
  return undefined;
}

/** Rule 110: responses that RFC 4320 forbids for all methods but INVITE. */
export const nonInviteResponseMisuse = defineRule<'transaction', Shown>({
  id: 'non-invite-response-misuse',
  severity: 'warning',
  scope: 'transaction',
  title: 'Response that only an INVITE may get',
  // §4.1: no provisional response but 100, and that over UDP only once timer E has reached T2. §4.2: no 408.
  spec: ['RFC 4320 §4.1', 'RFC 4320 §4.2'],
  example: {
    kind: 'provisional',
    method: 'REFER',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    status: 180,
    after: 0,
    allowed: 0,
  },
  why: ({ kind }) =>
    ({
      provisional:
        'The client stops repeating its request quickly, so that a lost final response is missed for seconds; some clients wait for ever.',
      hasty:
        'The client slows its repetitions down, so that a lost final response is noticed late; otherwise harmless.',
      timeout:
        'The client has given up by then: the 408 comes too late for it, is repeated for nothing, and floods loaded networks.',
    })[kind],
  fix: ({ kind, server }) =>
    ({
      provisional: [`Let ${server} answer this method with a final response only: update its software.`],
      hasty: [
        `Let ${server} answer requests other than INVITE with a final response at once, or wait 3.5 s before it sends 100.`,
      ],
      timeout: [
        `Let ${server} send nothing when the next hop is silent: look for its setting for RFC 4320, or update it.`,
        'Look one hop further: somebody there does not answer.',
      ],
    })[kind],
  message: ({ kind, method, client, server, status, after, allowed }) =>
    ({
      provisional: `${server} answered the ${method} of ${client} with ${status}, which only an INVITE may get.`,
      hasty: `${server} sent 100 for the ${method} of ${client} too early; over UDP it must wait ${duration(allowed)}.`,
      timeout: `${server} answered the ${method} of ${client} with 408 after ${duration(after)}, which a server that keeps state must not do.`,
    })[kind],
  limits: ({ kind }) =>
    kind === 'timeout' ? 'Whether the server made the 408 or relayed it without state is not visible on this hop.' : '',
  concerns: (method) => method !== 'INVITE',
  when: ({ transaction: { method, responses } }) =>
    method !== 'INVITE' && method !== '' && responses.some(({ message: { status } }) => status < 200 || status === 408),
  *check({ transaction, conversation }, context) {
    const { request, method, client, server } = transaction;
    const found = judge(transaction, context);
    if (found === undefined || addressesInferred(found.response) || found.response.truncated) return;
    if (isSecondSight(transaction, conversation)) return;
    const { kind, response } = found;
    const deeper = passedOn(transaction, conversation).some((lower) => judge(lower, context)?.kind === kind);
    if (deeper) return;
    const { t1 } = context.thresholds;
    yield {
      at: [response, ...(request === undefined ? [] : [request])],
      args: {
        kind,
        method: clip(method, 20),
        client: client.name,
        server: server.name,
        status: response.status,
        // All 100s of one server are one finding.
        after: kind !== 'timeout' || request === undefined ? 0 : milliseconds(request.time, response.time),
        allowed: kind === 'hasty' ? UNTIL_T2 * t1 : 0,
      },
      device: server.address,
      severity: kind === 'hasty' ? 'info' : 'warning',
      confidence: kind === 'provisional' ? 'certain' : 'likely',
    };
  },
});
