import type { CallMedia, DtlsHandshake, StunPair } from '../../media/facts.ts';
import type { Call } from '../../model.ts';
import { type Agreement, agreementsOf, announcementOf, ways } from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { count, duration } from '../phrases.ts';
import { alertOf } from '../tls-alerts.ts';

type Shown = {
  /**
   * Of ICE: `unanswered`: no check got an answer. `conflict`: both sides claim one role. `refused`: other errors.
   * `unnominated`: checks succeed and nobody chooses a pair. `turn`: the relay refuses. Of DTLS: `silent`: no answer to
   * the hello. `alert`: broken off. `stuck`: begun and not ended. `idle`: nobody begins.
   */
  kind: 'unanswered' | 'conflict' | 'refused' | 'unnominated' | 'turn' | 'silent' | 'alert' | 'stuck' | 'idle';
  /** Who asks and who is asked. */
  from: string;
  to: string;
  /** Pairs of sockets on which it was tried, and requests or hellos on all of them. */
  pairs: number;
  requests: number;
  /** Error codes of STUN (RFC 8489 §14.8). */
  codes: readonly string[];
  /** Number of the alert, -1 otherwise, and who sent it. */
  alert: number;
  by: string;
  /** From the first attempt to the end of the call, ms. */
  lasted: number;
  /** Hash functions of the fingerprints other than sha-256. */
  hashes: readonly string[];
  /** a=setup of the caller and of the callee; `?` without. */
  setup: readonly string[];
};

interface Fault extends Pick<Shown, 'kind' | 'pairs' | 'requests' | 'codes' | 'alert' | 'by'> {
  readonly one: { readonly from: StunPair['source']; readonly to: StunPair['source'] };
  readonly first: number;
  /** The host that should be heard, or hear. */
  readonly asker: string;
}

const ROLE_CONFLICT = 487;

const sum = (pairs: readonly StunPair[]) => pairs.reduce((all, { requests }) => all + requests, 0);

function ofStun(kind: Fault['kind'], pairs: readonly StunPair[]): Fault {
  const most = pairs.reduce((a, b) => (b.requests > a.requests ? b : a));
  return {
    kind,
    pairs: pairs.length,
    requests: sum(pairs),
    codes: [...new Set(pairs.flatMap(({ errors }) => errors.map(String)))].slice(0, 4),
    alert: -1,
    by: '',
    one: { from: most.source, to: most.destination },
    first: Math.min(...pairs.map(({ first }) => first)),
    asker: most.source.address,
  };
}

function ofDtls(kind: Fault['kind'], { client, server, clientHellos, alerts, alertFrom, first }: DtlsHandshake): Fault {
  return {
    kind,
    pairs: 1,
    requests: clientHellos,
    codes: [],
    alert: alerts[0] ?? -1,
    by: alertFrom?.name ?? '',
    one: { from: client, to: server },
    first,
    asker: client.address,
  };
}

/** Only checks name a user (RFC 8445 §7.2.2): what keeps a NAT binding open does not. */
const isCheck = ({ turn, username }: StunPair) => !turn && username !== '';

function iceFault({ stun, streams, dtls }: CallMedia): Fault | undefined {
  const checks = stun.filter(isCheck);
  const relayed = stun.filter(({ turn, errors }) => turn && errors.length > 0);
  const good = checks.filter(({ successes }) => successes > 0);
  if (good.length > 0) {
    const led = good.some(({ role }) => role === 'controlling');
    const idle = streams.length === 0 && dtls.length === 0;
    return led && idle && !checks.some(({ nominated }) => nominated) ? ofStun('unnominated', good) : undefined;
  }
  if (relayed.length > 0 && stun.every(({ turn, successes }) => !turn || successes === 0))
    return ofStun('turn', relayed);
  if (checks.length === 0) return undefined;
  const refused = checks.filter(({ errors }) => errors.length > 0);
  if (refused.length === 0) return ofStun('unanswered', checks);
  const conflict = refused.filter(({ errors }) => errors.includes(ROLE_CONFLICT));
  return conflict.length > 0 ? ofStun('conflict', conflict) : ofStun('refused', refused);
}

function dtlsFault({ dtls, stun, streams }: CallMedia, { caller, callee }: Agreement): Fault | undefined {
  if (dtls.some(({ clientFinished, serverFinished }) => clientFinished && serverFinished)) return undefined;
  const broken = dtls.find(({ alerts }) => alerts.length > 0);
  if (broken !== undefined) return ofDtls('alert', broken);
  const [begun] = dtls.filter(({ answered }) => !Number.isNaN(answered));
  // Media shows that keys are there, whatever of the handshake is not.
  if (begun !== undefined) return streams.length === 0 ? ofDtls('stuck', begun) : undefined;
  const unanswered = dtls.find(({ clientHellos }) => clientHellos > 1);
  if (unanswered !== undefined) return ofDtls('silent', unanswered);
  const good = stun.filter((pair) => isCheck(pair) && pair.successes > 0);
  const keyed = caller.fingerprint !== undefined && callee.fingerprint !== undefined;
  return dtls.length === 0 && good.length > 0 && keyed && streams.length === 0 ? ofStun('idle', good) : undefined;
}

/** Both are heard: whatever of the handshakes is missing is missing in the capture. */
function flowsBothWays({ streams }: CallMedia, { thresholds }: Context): boolean {
  return ways.every((way) =>
    streams.some(({ direction, packets }) => direction === way && packets > thresholds.countedPackets),
  );
}

/** Something that went to this host was captured: the answers that it got would be here (G-ONESIDED). */
function isInView(host: string, { messages }: Call, { stun, dtls, streams }: CallMedia): boolean {
  return (
    messages.some(({ destination }) => destination.address === host) ||
    stun.some(({ destination }) => destination.address === host) ||
    streams.some(({ destination }) => destination.address === host) ||
    dtls.some(({ server }) => server.address === host)
  );
}

/** Requests that nobody answered, as far as the capture shows. */
export const unheard: ReadonlySet<Shown['kind']> = new Set(['unanswered', 'silent']);
/** ICE may have got through; DTLS has not. */
export const ofKeys: ReadonlySet<Shown['kind']> = new Set(['silent', 'alert', 'stuck', 'idle']);

/** Rule 101: media cannot begin, because ICE finds no way or DTLS no keys. */
export const iceDtlsFailure = defineRule<'call', Shown>({
  id: 'ice-dtls-failure',
  severity: 'error',
  scope: 'call',
  title: 'ICE or DTLS that does not get through',
  spec: ['RFC 8445 §7.2.5', 'RFC 8445 §8.1', 'RFC 5763 §5', 'RFC 6347 §4.2.4', 'RFC 8122 §5', 'RFC 8656 §5'],
  example: {
    kind: 'unanswered',
    from: '192.0.2.1:40000',
    to: '198.51.100.9:30000',
    pairs: 3,
    requests: 24,
    codes: [],
    alert: -1,
    by: '',
    lasted: 8_000,
    hashes: [],
    setup: ['actpass', 'active'],
  },
  why: ({ kind }) =>
    ofKeys.has(kind)
      ? 'Without the handshake there are no keys: neither side can decrypt, and most send nothing at all.'
      : 'Without a pair of addresses that works no media flows: silence both ways, and most calls are hung up.',
  fix: ({ kind, from, to, by, hashes, setup }) =>
    ({
      unanswered: [
        'Open UDP between the media ports of both sides in every firewall, or give both a TURN server that they reach, over TCP or TLS on port 443 if need be.',
        `Check that ${to} runs ICE and answers checks on that socket; behind a symmetric NAT on both sides only a relay helps.`,
        'If candidates are sent later (trickle ICE), check that they arrive and that the other side takes them.',
      ],
      conflict: [
        'Let one side be controlling: the offerer, or the full implementation where the other is lite (RFC 8445 §6.1.1).',
        `If a border controller turns offers into answers, let it end ICE on each leg by itself; ${to} must change its role after a 487.`,
      ],
      refused: [
        'Compare a=ice-ufrag and a=ice-pwd of the last offer and answer with the user name in the checks: one side uses those of an earlier offer or of another leg.',
        `Read the log of ${to} for why it refuses.`,
      ],
      unnominated: [
        `Look at the log of ${from}, which controls: it must nominate a pair that works (USE-CANDIDATE).`,
        'If one side is lite, check that it says a=ice-lite and that the other side takes the controlling role.',
      ],
      turn: [
        `Check user, password and clock for ${to} (401, 438), its quota and ports (486, 508), and that nobody refreshes an allocation that is gone (437).`,
        'Let the client ask a second TURN server, or open a direct way for UDP.',
      ],
      silent: [
        `Check that ${to} runs DTLS on its media socket and that no firewall drops packets of more than 1,200 bytes between it and ${from}.`,
        'Compare a=setup of both sides: one must be active, the other passive (RFC 5763 §5).',
      ],
      alert: [
        `Compare the certificate of each side with the a=fingerprint that the other one got: a border controller may have exchanged only one of them.`,
        ...(hashes.length > 0
          ? [
              `Let both announce a=fingerprint:sha-256 instead of ${hashes.join(' and ')}: not every device takes the older hash functions.`,
            ]
          : []),
        `Read the log of ${by === '' ? to : by}; both must have a version of DTLS and a cipher suite in common.`,
      ],
      stuck: [
        `Capture at both sides: large packets with certificates may get lost as fragments between ${from} and ${to}; lower the MTU of DTLS to 1,200 bytes.`,
        'Read the DTLS log of both sides for the message that they wait for.',
      ],
      idle: [
        `Compare a=setup: the caller says ${setup[0]} and the callee ${setup[1]}; one must be active and begin (RFC 5763 §5).`,
        'If a border controller relays the SDP, let it end DTLS itself or pass a=setup and a=fingerprint on untouched.',
      ],
    })[kind],
  message: ({ kind, from, to, pairs, requests, codes, alert, by, lasted, setup }) => {
    const all = `${count(requests, 'check', 'checks')} on ${count(pairs, 'pair', 'pairs')} of sockets`;
    return {
      unanswered: `ICE found no way in ${duration(lasted)}: ${all} got no answer, such as those from ${from} to ${to}.`,
      conflict: `ICE found no way in ${duration(lasted)}: ${to} claims the same role as ${from} and refuses its checks with 487.`,
      refused: `ICE found no way in ${duration(lasted)}: ${to} refuses the checks of ${from} with ${codes.join(' and ')}.`,
      unnominated: `The checks of ICE between ${from} and ${to} succeed, and in ${duration(lasted)} no pair of sockets was chosen.`,
      turn: `The TURN server ${to} refuses the requests of ${from} with ${codes.join(' and ')}, and there is no other way for the media.`,
      silent: `${from} asked ${to} ${requests} times in ${duration(lasted)} for a DTLS handshake and got no answer.`,
      alert: `${by === '' ? to : by} broke off the DTLS handshake between ${from} and ${to} with the alert ${alertOf(alert)?.name ?? 'number'} (${alert}).`,
      stuck: `The DTLS handshake between ${from} and ${to} began and did not come to its end in ${duration(lasted)}.`,
      idle: `ICE got through between ${from} and ${to}, and in ${duration(lasted)} neither side began the DTLS handshake (a=setup:${setup.join(', a=setup:')}).`,
    }[kind];
  },
  limits: ({ kind }) =>
    unheard.has(kind)
      ? 'Whether the requests did not arrive or the answers got lost on the way back is not visible at one place.'
      : '',
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => {
    const { stun, dtls } = media.of(call);
    return stun.length > 0 || dtls.length > 0;
  },
  *check({ call }, context) {
    const media = context.media.of(call);
    const [agreement] = agreementsOf(call, context);
    if (agreement === undefined || flowsBothWays(media, context)) return;
    const fault = iceFault(media) ?? dtlsFault(media, agreement);
    if (fault === undefined) return;
    const { kind, pairs, requests, codes, alert, by, one, first, asker } = fault;
    const over = Number.isNaN(media.ended) ? context.now : media.ended;
    const lasted = milliseconds(first, over);
    if (lasted < context.thresholds.handshakeTime && kind !== 'alert') return;
    if (unheard.has(kind) && !isInView(asker, call, media)) {
      yield { undetermined: 'G-ONESIDED' };
      return;
    }
    const { caller, callee } = agreement;
    const hashes = [caller, callee].flatMap(({ fingerprint }) => fingerprint?.hash.toLowerCase() ?? []);
    yield {
      at: [announcementOf(callee, call), announcementOf(caller, call)],
      args: {
        kind,
        from: one.from.name,
        to: one.to.name,
        pairs,
        requests,
        codes,
        alert,
        by,
        lasted: Math.round(lasted),
        hashes: [...new Set(hashes)].filter((hash) => hash !== 'sha-256').map((hash) => hash.slice(0, 16)),
        setup: [caller.setup ?? '?', callee.setup ?? '?'].map((role) => role.slice(0, 16)),
      },
      confidence: kind === 'alert' || kind === 'conflict' ? 'certain' : 'likely',
      device: kind === 'unanswered' || kind === 'unnominated' ? one.from.address : one.to.address,
    };
  },
});
