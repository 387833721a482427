import type { Call, Dialog, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { beganBefore, clockTooCoarse, endedBefore, milliseconds } from '../guards.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import { type Changes, changesOf, fateOf, hostOf, nameOf } from '../session-changes.ts';

type Shown = {
  /** `refused`: with 491. `crossed`: both sides took the other's re-INVITE although their own was under way. */
  kind: 'refused' | 'crossed';
  method: string;
  client: string;
  server: string;
  collisions: number;
  /** `given-up`: a side did not try again. `unresolved`: it did, and nothing was ever accepted. `open`: not seen. */
  outcome: 'resolved' | 'given-up' | 'unresolved' | 'open';
  /** From the last 491 to the next try of the refused side, ms; -1 without one. */
  retry: number;
  /** How that compares with RFC 3261 §14.1: the side that made the Call-ID waits 2.1 to 4 s, the other up to 2 s. */
  backOff: 'right' | 'early' | 'late' | 'unknown';
};

/** 491s this close together, ms, are the two sides of one collision. */
const TOGETHER = 1_000;
/** Refusals of one collision that are looked at: two sides on some hops. */
const SIDES = 8;
/** RFC 3261 §14.1, in ms. */
const OWNER_LEAST = 2_100;
const OWNER_MOST = 4_000;
const OTHER_MOST = 2_000;
/** Time on the way between this capture point and the host, ms. */
const TRANSIT = 300;

interface Refusal {
  readonly change: Transaction;
  readonly answer: SipMessage;
}

function refusalsOf({ attempts }: Changes, call: Call): Refusal[] {
  const found: Refusal[] = [];
  for (const change of attempts) {
    if (change.final?.status !== 491) continue;
    if (!passedOn(change, call).some(({ final }) => final?.status === 491))
      found.push({ change, answer: change.final });
  }
  return found.sort((a, b) => a.answer.time - b.answer.time);
}

function countCollisions(refusals: readonly Refusal[]): number {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { answer } of refusals) {
    if (milliseconds(last, answer.time) > TOGETHER) count++;
    last = answer.time;
  }
  return count;
}

/** The next change that the refused side sent, on whatever hop it shows first. */
function retryOf({ change, answer }: Refusal, { attempts }: Changes): Transaction | undefined {
  const own = change.request?.fromTag;
  return attempts.find(
    ({ request, cseq, start }) => request?.fromTag === own && cseq > change.cseq && start >= answer.time,
  );
}

function backOffOf(own: string, retry: number, dialog: Dialog, call: Call): Shown['backOff'] {
  if (beganBefore(call) || retry < 0) return 'unknown';
  const owner = own === dialog.callerTag;
  if (owner && retry < OWNER_LEAST - TRANSIT) return 'early';
  return retry > (owner ? OWNER_MOST : OTHER_MOST) + TRANSIT ? 'late' : 'right';
}

function outcomeOf(last: readonly Refusal[], dialog: Dialog, call: Call, context: Context): Shown['outcome'] {
  const changes = changesOf(dialog, call);
  const since = last[last.length - 1].answer.time;
  const retries = last.map((refusal) => retryOf(refusal, changes));
  const fates = retries.map((retry) => retry && fateOf(retry, context));
  if (fates.includes('accepted')) return 'resolved';
  if (fates.includes('unknown')) return 'open';
  const { changeRetry } = context.thresholds;
  const bye = changes.bye?.start;
  const over = bye === undefined ? !endedBefore(context, since, changeRetry) : milliseconds(since, bye) > changeRetry;
  if (retries.every((retry) => retry === undefined)) {
    if (!over) return 'open';
    // One that was accepted meanwhile is the change that won.
    return changes.answers.some(({ time }) => milliseconds(last[0].change.start, time) > 0) ? 'given-up' : 'unresolved';
  }
  return changes.answers.some(({ time }) => time > since) ? 'resolved' : over ? 'unresolved' : 'open';
}

const severities = { resolved: 'info', open: 'info', 'given-up': 'warning', unresolved: 'error' } as const;

/** Two re-INVITEs of opposite direction on one hop, each sent while the other was under way, and both accepted. */
function crossing({ attempts }: Changes): readonly [Transaction, Transaction] | undefined {
  // What reordering in the capture can mix up, µs.
  const apart = 20_000;
  for (let i = 1; i < attempts.length; i++) {
    const [first, second] = [attempts[i - 1], attempts[i]];
    const { final } = first;
    if (first.method !== 'INVITE' || second.method !== 'INVITE' || final === undefined) continue;
    if (first.client.address !== second.server.address || first.server.address !== second.client.address) continue;
    if (final.status >= 300 || second.final === undefined || second.final.status >= 300) continue;
    if (second.start > first.start + apart && second.start + apart < final.time) return [first, second];
  }
  return undefined;
}

/** Rule 40: both sides want to change the call at the same time. */
export const reinviteGlare = defineRule<'dialog', Shown>({
  id: 'reinvite-glare',
  severity: 'info',
  scope: 'dialog',
  title: 'Changes of a call that collide',
  spec: ['RFC 3261 §14.1', 'RFC 3261 §14.2', 'RFC 3261 §21.4.27', 'RFC 3311 §5.2'],
  example: {
    kind: 'refused',
    method: 're-INVITE',
    client: '192.0.2.1:5060',
    server: '192.0.2.7:5060',
    collisions: 3,
    outcome: 'resolved',
    retry: 200,
    backOff: 'early',
  },
  why: ({ kind, outcome, collisions }) =>
    kind === 'crossed'
      ? 'Each side now takes another description for the valid one: silence, or sound in one direction, may follow.'
      : {
          resolved:
            collisions > 1
              ? 'Hold, transfer or media come late, and every collision is a chance for one that does not heal.'
              : 'Nothing is wrong: the second try is how SIP settles a collision.',
          open: 'Nothing is wrong so far: the second try is how SIP settles a collision.',
          'given-up': 'What the refused side wanted (hold, resume, refresh, other media) never happened.',
          unresolved: 'No change got through any more: hold, resume or the session refresh of this call failed.',
        }[outcome],
  fix: ({ kind, outcome, client, server, collisions, backOff }) =>
    kind === 'crossed'
      ? [
          `Update ${client} and ${server}: whoever gets a re-INVITE while its own is under way must refuse it with 491.`,
          'Let only one side start changes: direct media of the PBX or media release of the border controller, not both.',
        ]
      : outcome !== 'given-up' && outcome !== 'unresolved' && collisions === 1
        ? ['Nothing to do while it happens now and then.']
        : [
            ...(outcome === 'given-up'
              ? [`Let ${client} repeat its change after 491, as RFC 3261 §14.1 asks for.`]
              : []),
            ...(backOff === 'early' || backOff === 'late'
              ? [
                  `Repair the waiting time of ${client}: the side that made the Call-ID waits 2.1 to 4 s, the other 0 to 2 s.`,
                ]
              : []),
            'Let one side only refresh the session (refresher in Session-Expires), best with UPDATE without SDP.',
            'Turn off what re-invites on its own right after the answer on one of the two sides: direct media, codec lock-down, media release.',
          ],
  message: ({ kind, method, client, server, collisions, outcome, retry, backOff }) => {
    if (kind === 'crossed') {
      return `The re-INVITEs of ${client} and ${server} crossed, and each accepted the other's instead of refusing it with 491.`;
    }
    const times = collisions > 1 ? `, the last of ${collisions} collisions` : '';
    const again = `tried again ${duration(retry)} later${backOff === 'early' ? ', too early' : backOff === 'late' ? ', too late' : ''}`;
    return (
      `${server} refused the ${method} of ${client} with 491 because another change was under way${times}` +
      {
        resolved: `; ${client} ${again}, and a change was accepted.`,
        open: retry < 0 ? '.' : `; ${client} ${again}.`,
        'given-up': `, and ${client} did not try again.`,
        unresolved:
          retry < 0 ? ', and neither side tried again.' : `; ${client} ${again}, and nothing was accepted any more.`,
      }[outcome]
    );
  },
  limits: ({ outcome }) => (outcome === 'open' ? 'Whether the next try succeeded is not in this trace.' : ''),
  when: ({ call }) => {
    let changes = 0;
    for (const { method, request, final } of call.transactions) {
      if ((method !== 'INVITE' && method !== 'UPDATE') || request === undefined || request.toTag === '') continue;
      if (final?.status === 491 || ++changes > 1) return true;
    }
    return false;
  },
  *check({ dialog, call }, context) {
    const changes = changesOf(dialog, call);
    const refusals = refusalsOf(changes, call);
    const newest = refusals[refusals.length - 1];
    if (newest === undefined) {
      const crossed = crossing(changes);
      const [first, second] = crossed ?? [];
      if (first?.request === undefined || second?.request === undefined) return;
      if (clockTooCoarse(first.request, 20)) return;
      yield {
        at: [second.request, first.request],
        args: { ...shownOf(first), kind: 'crossed', collisions: 1, outcome: 'resolved', retry: -1, backOff: 'unknown' },
        confidence: 'likely',
        device: second.client.address,
      };
      return;
    }
    const last = refusals
      .filter(({ answer }) => milliseconds(answer.time, newest.answer.time) <= TOGETHER)
      .slice(-SIDES);
    const outcome = outcomeOf(last, dialog, call, context);
    const shown = last.find((refusal) => retryOf(refusal, changes) !== undefined) ?? last[0];
    const { change, answer } = shown;
    if (change.request === undefined) return;
    const next = retryOf(shown, changes);
    const retry = next === undefined ? -1 : milliseconds(answer.time, next.start);
    const collisions = countCollisions(refusals);
    const severity = severities[outcome];
    yield {
      at: [answer, change.request, ...(next?.request === undefined ? [] : [next.request])],
      args: {
        ...shownOf(change),
        client: (hostOf(change.request.fromTag, dialog, call) ?? change.client).name,
        kind: 'refused',
        collisions,
        outcome,
        retry,
        backOff: backOffOf(change.request.fromTag, retry, dialog, call),
      },
      severity: severity === 'info' && collisions > 1 ? 'warning' : severity,
      confidence: outcome === 'unresolved' || outcome === 'given-up' ? 'likely' : 'certain',
      device: change.client.address,
    };
  },
});

function shownOf(change: Transaction): Pick<Shown, 'method' | 'client' | 'server'> {
  return { method: nameOf(change), client: change.client.name, server: change.server.name };
}
