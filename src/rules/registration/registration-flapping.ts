import type { Change } from '../../state/bindings.ts';
import { defineRule } from '../define.ts';
import { addressesInferred, clockTooCoarse, milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';
import { isLoadTest, isScanner } from '../scanners.ts';

type Shown = {
  /** One device under ever new addresses, one that leaves and returns, or several that push each other out. */
  kind: 'moves' | 'leaves' | 'replaced';
  aor: string;
  registrar: string;
  changes: number;
  /** ms */
  over: number;
  /** The last two Contacts. */
  contact: string;
  before: string;
};

const CONTACT_LENGTH = 80;

const clip = (text: string) => (text.length > CONTACT_LENGTH ? `${text.slice(0, CONTACT_LENGTH)}…` : text);

/** Changes of one kind of trouble, the newest last. */
type Series = readonly Change[];

function within(series: Series, window: number): Series {
  const last = series[series.length - 1];
  return last === undefined ? [] : series.filter(({ time }) => milliseconds(time, last.time) <= window);
}

/** A device that returns: each leave and each return counts, its first appearance does not. */
function comings(changes: Series, device: Change): Series {
  const own = changes.filter(({ binding }) => binding.key === device.binding.key);
  const first = own.findIndex(({ kind }) => kind === 'removed');
  return first < 0 ? [] : own.slice(first).filter(({ kind }) => kind === 'removed' || kind === 'added');
}

/** Each added while the other was pushed out, in turns. */
function replacements(changes: Series): Series {
  const series: Change[] = [];
  for (let i = 0; i + 1 < changes.length; i++) {
    const [added, dropped] = [changes[i], changes[i + 1]];
    if (added.kind !== 'added' || dropped.kind !== 'dropped' || added.exchange !== dropped.exchange) continue;
    const last = series[series.length - 1];
    // In turns: what pushes out now is what was pushed out before.
    if (last === undefined || last.binding.key !== added.binding.key) series.push(added);
  }
  return series;
}

/** Rule 76: the registration of one address of record does not come to rest. */
export const registrationFlapping = defineRule<'registration', Shown>({
  id: 'registration-flapping',
  severity: 'warning',
  scope: 'registration',
  title: 'Registration that keeps changing',
  spec: ['RFC 3261 §10.2', 'RFC 5626 §4.1'],
  example: {
    kind: 'moves',
    aor: 'alice@example.com',
    registrar: '192.0.2.5',
    changes: 4,
    over: 240_000,
    contact: 'sip:alice@192.0.2.1:5064',
    before: 'sip:alice@192.0.2.1:5062',
  },
  why: ({ kind }) =>
    kind === 'replaced'
      ? 'Only the device that registered last is called; which one that is changes by the minute.'
      : 'Calls that come in between two registrations go to an address where nobody listens any more.',
  fix: ({ kind, registrar, aor }) =>
    ({
      moves: [
        `Look at the network of the phone of ${aor}: unstable WLAN or mobile data, or a NAT that gives it a new port each time.`,
        'Send keep-alives below the lifetime of the NAT binding (about 25 s on UDP), or register over TCP or TLS.',
        `Let phone and ${registrar} use SIP Outbound (instance-id and reg-id, RFC 5626), so that a new flow takes the place of the old.`,
      ],
      leaves: [
        `Look for what makes the phone of ${aor} restart or unregister: power, updates, a provisioning loop, an app that the system puts to sleep.`,
        'A push client unregisters by design when it sleeps: let the server wake it with a push notification (RFC 8599).',
      ],
      replaced: [
        'Give each device an account of its own.',
        `Or let ${registrar} keep several contacts for one user (max_contacts in Kamailio, OpenSIPS and Asterisk PJSIP).`,
      ],
    })[kind],
  message: ({ kind, aor, registrar, changes, over, contact, before }) =>
    ({
      moves: `The phone of ${aor} changed its Contact at ${registrar} ${changes} times within ${duration(over)}, the last time from ${before} to ${contact}.`,
      leaves: `The Contact ${contact} of ${aor} left ${registrar} and came back again: ${changes} changes within ${duration(over)}.`,
      replaced: `Two devices of ${aor} push each other out of ${registrar}: ${changes} changes within ${duration(over)}, the last put ${contact} in place of ${before}.`,
    })[kind],
  limits: ({ kind }) =>
    kind === 'replaced'
      ? 'It is taken for granted that the registrar lists all its bindings, as RFC 3261 wants it.'
      : '',
  when: ({ registration }) => registration.transactions.some(({ final }) => final !== undefined && final.status < 300),
  *check({ registration }, { bindings, thresholds }) {
    const last = registration.transactions.findLast(
      ({ method, request, final }) =>
        method === 'REGISTER' && request !== undefined && final !== undefined && final.status < 300,
    );
    if (last?.request === undefined || addressesInferred(last.request) || clockTooCoarse(last.request, 1_000)) return;
    if (isScanner(last.request) || isLoadTest(last.request)) return;
    const account = bindings.accountOf(registration);
    const newest = account?.changes.findLast(({ exchange }) => exchange === registration.id);
    if (account === undefined || newest === undefined) return;
    const { changes, aor, registrar } = account;
    const found: readonly (readonly [Shown['kind'], Series])[] = [
      ['moves', changes.filter(({ kind }) => kind === 'moved')],
      ['leaves', comings(changes, newest)],
      ['replaced', replacements(changes)],
    ];
    for (const [kind, all] of found) {
      const series = within(all, thresholds.flapWindow);
      const end = series[series.length - 1];
      if (series.length < thresholds.flaps || end.exchange !== registration.id) continue;
      // It is the story of both devices: told once.
      if (kind === 'replaced' && end.binding.key !== series[0].binding.key) continue;
      const previous = series[series.length - 2];
      yield {
        at: series.toReversed().map(({ binding }) => binding.at[0]),
        args: {
          kind,
          aor,
          registrar,
          changes: series.length,
          over: milliseconds(series[0].time, end.time),
          contact: clip(end.binding.contact),
          before: clip((end.before ?? previous.binding).contact),
        },
        device: kind === 'replaced' ? registrar : end.binding.source.address,
        // Many registrars list only the binding that was just asked for: then nobody was pushed out.
        ...(kind === 'replaced' && !bindings.listsAll(registrar)
          ? { severity: 'info', confidence: 'possible' }
          : { confidence: kind === 'replaced' ? 'likely' : 'certain' }),
      };
      return;
    }
  },
});
