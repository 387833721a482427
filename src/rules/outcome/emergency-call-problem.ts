import type { SipMessage } from '../../model.ts';
import { elapsed } from '../../state/elapsed.ts';
import { emergencyOf } from '../called.ts';
import { defineRule } from '../define.ts';
import { beganBefore, clockTooCoarse } from '../guards.ts';
import { duration, saying } from '../phrases.ts';
import {
  clip,
  isMadeHere,
  isRefusedInvite,
  type Refused,
  type Said,
  saidBy,
  saidNothing,
  statusLine,
  wasConnected,
} from '../refusal.ts';
import { isScanner } from '../scanners.ts';

type Shown = Said & {
  kind: 'refused' | 'slow';
  client: string;
  server: string;
  target: string;
  code: number;
  status: string;
  /** Geolocation was sent with the call. */
  located: boolean;
  /** Another attempt of the call was answered. */
  connected: boolean;
  /** To the refusal, or to the first sign of progress, ms. */
  after: number;
  /** Called by an emergency URN, not by a number that may be an extension. */
  certain: boolean;
};

/** A challenge is another matter; 487 is the caller, who gave up. */
const NO_REFUSAL: readonly number[] = [401, 407, 487];

const remedies: Readonly<Record<number, readonly string[]>> = {
  380: [
    'Let the phone make an emergency registration and place the call again (IMS); a phone or trunk without IMS needs an emergency route of its own.',
  ],
  403: ['Allow emergency calls for every account and trunk, whatever its class of service, balance or credentials.'],
  404: [
    'Add an emergency route: the numbers and the URN have to lead to the emergency centre or to a carrier that does.',
  ],
  424: [
    'Read Geolocation-Error, and send a location that can be read: PIDF-LO in the body with a Geolocation that points to it.',
  ],
  425: ['Read AlertMsg-Error, and correct the alert message.'],
  484: ['Take emergency numbers out of the digit collection: they are complete as they are.'],
  488: ['Let the emergency route take every codec that the callers have, and calls without encryption.'],
  503: ['Keep channels free for emergency calls, and add a second route that is tried at once.'],
};

function refusals(refused: readonly Refused[]): Refused | undefined {
  return refused.find(({ final }) => !NO_REFUSAL.includes(final.status));
}

function firstSign(responses: Refused['responses']): SipMessage | undefined {
  return responses.find(({ message }) => message.status > 100 && message.status < 300)?.message;
}

/** Rule 113: somebody called for help and did not get through, or not soon. */
export const emergencyCallProblem = defineRule<'call', Shown>({
  id: 'emergency-call-problem',
  severity: 'error',
  scope: 'call',
  title: 'Emergency call in trouble',
  spec: ['RFC 5031 §4.2', 'RFC 6881 §9.2', 'RFC 6442 §4.3', 'RFC 3261 §21.3.5'],
  example: {
    kind: 'refused',
    client: '192.0.2.1:5060',
    server: '192.0.2.5:5060',
    target: 'urn:service:sos',
    code: 404,
    status: '404 Not Found',
    located: false,
    connected: false,
    after: 30,
    certain: true,
    reasons: [],
    warning: '',
    retryAfter: 0,
  },
  why: (args) =>
    args.kind === 'slow' || args.connected
      ? 'Every second counts, and callers in distress hang up and try again.'
      : 'Somebody needed help and reached nobody. Most countries hold the operator responsible for that.',
  fix: (args) =>
    args.kind === 'slow'
      ? [
          'Give emergency calls a route of their own without number queries and without slow first choices.',
          'Give up the first route after 2 s for such calls.',
        ]
      : [
          ...(remedies[args.code] ?? [
            'Find out from its log why that server refused, before anything else on this list.',
          ]),
          ...(args.located
            ? []
            : ['Send the location of the caller (Geolocation): some emergency networks refuse calls without it.']),
          `Let ${args.client} try the next route at once when an emergency call is refused, and never hold it back by Retry-After or a call limit.`,
        ],
  message: (args) =>
    args.kind === 'slow'
      ? `The emergency call of ${args.client} to ${args.target} gave no sign of progress for ${duration(args.after)}.`
      : `${args.server} refused the emergency call of ${args.client} to ${args.target} with ${args.status} after ${duration(args.after)}` +
        `${args.located ? '' : ', which came without a location'}${args.connected ? ', before another attempt got through' : ''}${saying(args)}.`,
  limits: (args) =>
    args.certain
      ? ''
      : `Taken for an emergency call by its number: where ${args.target} is an extension or a test line, it is none.`,
  when: ({ call }) => {
    const request = call.attempts[0]?.request;
    return request !== undefined && emergencyOf(request) !== undefined;
  },
  *check({ call }, { thresholds }) {
    const [first] = call.attempts;
    if (beganBefore(call) || first.request === undefined || isScanner(first.request)) return;
    const certain = emergencyOf(first.request) === 'service';
    const refused = refusals(call.transactions.filter(isRefusedInvite).filter((one) => isMadeHere(one, call)));
    const connected = wasConnected(call);
    const base = {
      client: first.client.name,
      target: clip(first.request.requestUri),
      located: first.request.has('Geolocation'),
      connected,
      certain,
    };
    // A number may be an extension of a small house: no build should fail for it.
    const severity = certain && !connected ? 'error' : 'warning';
    if (refused !== undefined) {
      const { request, final, server } = refused;
      yield {
        at: [final, request],
        args: {
          ...base,
          kind: 'refused',
          client: refused.client.name,
          server: server.name,
          code: final.status,
          status: statusLine(final),
          after: elapsed(request.time, final.time, final.log) ?? 0,
          ...saidBy(final),
        },
        severity,
        confidence: certain ? 'certain' : 'possible',
        device: server.address,
      };
      return;
    }
    // An answer without 180 may follow one that this capture lost.
    const sign = call.attempts.map(({ responses }) => firstSign(responses)).find((one) => one !== undefined);
    if (sign === undefined || sign.status >= 200 || clockTooCoarse(first.request, 1_000)) return;
    const delay = elapsed(first.request.time, sign.time, sign.log);
    if (delay === undefined || delay <= thresholds.emergencyDelay) return;
    const shown = { ...base, kind: 'slow', server: sign.source.name, code: 0, status: '', after: delay } as const;
    yield {
      at: [sign, first.request],
      args: { ...shown, ...saidNothing },
      severity: 'warning',
      confidence: certain ? 'likely' : 'possible',
      device: sign.source.address,
    };
  },
});
