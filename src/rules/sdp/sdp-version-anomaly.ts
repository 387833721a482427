import type { SipMessage } from '../../model.ts';
import type { Description } from '../../sdp/description.ts';
import { isReliableProvisional, sameMedia } from '../../sdp/exchange.ts';
import type { Negotiation } from '../../sdp/offer-answer.ts';
import type { SdpOrigin } from '../../sdp/session.ts';
import { defineRule } from '../define.ts';
import { carrierName, type Fault, firstArising, negotiates } from '../negotiation.ts';

type Kind = 'unchanged' | 'lower' | 'other-session';

type Shown = {
  /** `unchanged`: other media under the same version. `lower`: the version went back. `other-session`: another o= line. */
  kind: Kind;
  sender: string;
  other: string;
  carrier: string;
  /** The version, or the origin, before and now. */
  before: string;
  now: string;
  /** What changed first; empty unless `unchanged`. */
  changed: '' | 'streams' | 'address' | 'port' | 'codecs' | 'direction' | 'profile' | 'media';
};

interface Anomaly extends Fault {
  readonly kind: Kind;
  readonly at: readonly SipMessage[];
  readonly before: string;
  readonly now: string;
  readonly changed: Shown['changed'];
}

function isSameSource(a: SdpOrigin, b: SdpOrigin): boolean {
  return a.username === b.username && a.sessionId === b.sessionId && a.address === b.address;
}

function isNumber(text: string): boolean {
  return text.length > 0 && text.length <= 20 && [...text].every((digit) => digit >= '0' && digit <= '9');
}

/** Versions exceed 2^53: by length, then by digits. */
function isLower(text: string, than: string): boolean {
  if (!isNumber(text) || !isNumber(than)) return false;
  return BigInt(text) < BigInt(than);
}

function changeOf(a: Description, b: Description): Shown['changed'] {
  const [before, now] = [a.session.media, b.session.media];
  if (before.length !== now.length) return 'streams';
  for (const [index, media] of now.entries()) {
    const old = before[index];
    if (media.connection?.address !== old.connection?.address) return 'address';
    if (media.port !== old.port) return 'port';
    if (media.formats.join() !== old.formats.join()) return 'codecs';
    if (media.direction !== old.direction) return 'direction';
    if (media.protocol !== old.protocol) return 'profile';
  }
  return 'media';
}

function short({ username, sessionId, address }: SdpOrigin): string {
  return `${username} ${sessionId} ${address}`.slice(0, 80);
}

/** What was not agreed never came into force, and announcements before the answer speak in other voices. */
function isBinding({ message }: Description, idle: ReadonlySet<SipMessage>): boolean {
  return !idle.has(message) && (message.isRequest || message.status >= 200 || isReliableProvisional(message));
}

function* judge({ descriptions, exchanges, confirmed }: Negotiation): Generator<Anomaly> {
  if (descriptions.length < 3) return;
  const idle = new Set(exchanges.flatMap(({ offer, answer }) => (answer === undefined ? [offer.message] : [])));
  const last: { caller?: Description; callee?: Description } = {};
  for (const { description, byCaller } of descriptions) {
    const { isRequest, toTag } = description.message;
    // Another try to begin the dialog is another session.
    if (isRequest && toTag === '') last.caller = undefined;
    if (!isBinding(description, idle)) continue;
    const side = byCaller ? 'caller' : 'callee';
    const before = last[side];
    last[side] = description;
    const old = before?.session.origin;
    const now = description.session.origin;
    if (before === undefined || old === undefined || now === undefined) continue;
    const at = [description.message, before.message];
    if (!isSameSource(old, now)) {
      if (confirmed) yield { kind: 'other-session', byCaller, at, before: short(old), now: short(now), changed: '' };
    } else if (isLower(now.version, old.version)) {
      yield { kind: 'lower', byCaller, at, before: old.version, now: now.version, changed: '' };
    } else if (old.version === now.version && !sameMedia(before, description)) {
      const changed = changeOf(before, description);
      yield {
        kind: 'unchanged',
        byCaller,
        at,
        before: old.version.slice(0, 24),
        now: now.version.slice(0, 24),
        changed,
      };
    }
  }
}

const changes: Readonly<Record<Shown['changed'], string>> = {
  '': '',
  streams: 'the number of streams',
  address: 'the media address',
  port: 'the media port',
  codecs: 'the codecs',
  direction: 'the direction',
  profile: 'the profile',
  media: 'the media',
};

/** Rule 43: the o= line does not tell what happened to the description. */
export const sdpVersionAnomaly = defineRule<'call', Shown>({
  id: 'sdp-version-anomaly',
  severity: 'warning',
  scope: 'call',
  title: 'SDP version that does not follow the changes',
  spec: ['RFC 3264 §8', 'RFC 8866 §5.2'],
  example: {
    kind: 'unchanged',
    sender: '192.0.2.5:5060',
    other: '192.0.2.9:5060',
    carrier: 'INVITE',
    before: '1',
    now: '1',
    changed: 'port',
  },
  why: ({ kind }) =>
    ({
      unchanged:
        'A receiver that goes by the version ignores the change: media goes on to the old address, or hold has no effect.',
      lower: 'A receiver that goes by the version takes the description for an old one and may ignore it.',
      'other-session': 'Strict receivers treat it as a new session: they may refuse it or start their media anew.',
    })[kind],
  fix: ({ kind, sender }) =>
    kind === 'other-session'
      ? [
          `Check whether ${sender} joins two calls (transfer, third-party control) or failed over to another node: then this is expected.`,
          `Otherwise let ${sender} keep the o= line of the dialog and count its version up.`,
        ]
      : [
          `Let ${sender} raise the version in o= by one with every change of its SDP.`,
          `If a media relay edits the SDP at ${sender}, let it own the o= line (rtpengine: the flags replace-origin and replace-SDP-version).`,
        ],
  message: ({ kind, sender, carrier, before, now, changed }) =>
    ({
      unchanged: `The ${carrier} of ${sender} changes ${changes[changed]} under the version ${now} that its o= line had before.`,
      lower: `The version in the o= line of ${sender} went back from ${before} to ${now} in its ${carrier}.`,
      'other-session': `The o= line of ${sender} changed within the dialog: "${before}" became "${now}" in its ${carrier}.`,
    })[kind],
  limits: ({ kind }) =>
    kind === 'other-session'
      ? 'Transfers and call control by a third party change the origin rightly.'
      : 'Many receivers do not look at the version.',
  when: negotiates,
  *check({ call }) {
    for (const { kind, at, before, now, changed } of firstArising(call, judge)) {
      const [message] = at;
      yield {
        at,
        args: {
          kind,
          sender: message.source.name,
          other: message.destination.name,
          carrier: carrierName(message),
          before: before.slice(0, 80),
          now: now.slice(0, 80),
          changed,
        },
        severity: kind === 'other-session' ? 'info' : 'warning',
        confidence: kind === 'other-session' ? 'possible' : 'certain',
        device: message.source.address,
      };
    }
  },
});
