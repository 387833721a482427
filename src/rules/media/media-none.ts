import type { Call } from '../../model.ts';
import {
  type Agreement,
  agreementsOf,
  announcementOf,
  isExpected,
  refusalsOf,
  socketName,
  ways,
} from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';

type Shown = {
  /** `refused`: packets to one of the sockets came back (ICMP). `absent`: the capture shows media of these hosts, but not of this call. */
  kind: 'refused' | 'absent';
  caller: string;
  callee: string;
  /** The socket that refused; empty unless `refused`. */
  refusing: string;
  lasted: number;
};

/** Addresses beyond those of the m= lines may carry the media out of sight: by ICE, or through a TURN server. */
function mayGoElsewhere({ caller, callee }: Agreement): boolean {
  return caller.candidates > 0 || callee.candidates > 0;
}

/** Media of this call would be in the capture, as far as messages or media of others on the same way tell. */
function isInView({ caller, callee }: Agreement, call: Call, { media }: Context): boolean {
  if (media.reaches(call, caller.address, callee.address)) return true;
  const ends = [caller.address, callee.address];
  return call.messages.some(
    ({ source, destination }) => ends.includes(source.address) && ends.includes(destination.address),
  );
}

function judge(
  agreement: Agreement,
  call: Call,
  context: Context,
): { kind: Shown['kind']; refusing: string } | undefined {
  const { caller, callee } = agreement;
  for (const epoch of [caller, callee]) {
    if (refusalsOf(epoch, agreement, context).length > 0) return { kind: 'refused', refusing: socketName(epoch) };
  }
  return isInView(agreement, call, context) ? { kind: 'absent', refusing: '' } : undefined;
}

/** Rule 12: an answered call in which no media flows at all. */
export const mediaNone = defineRule<'call', Shown>({
  id: 'media-none',
  severity: 'error',
  scope: 'call',
  title: 'No media in an answered call',
  spec: ['RFC 3264 §5.1', 'RFC 3264 §6.1'],
  example: { kind: 'absent', caller: '192.0.2.1:40000', callee: '192.0.2.9:30000', refusing: '', lasted: 8_000 },
  why: () => 'Both sides hear nothing from the answer on.',
  fix: ({ kind, caller, callee, refusing }) => [
    kind === 'refused'
      ? `Nothing listens at ${refusing}: check that the media service of that host runs and opens the port that its SDP names.`
      : `Open the RTP port ranges of both sides in every firewall between ${caller} and ${callee}.`,
    'Compare the media addresses of both SDPs with those at which the hosts are reached; relay the media where they cannot reach each other.',
    'Check that the media server or relay behind the signalling is up, then call an echo service.',
  ],
  message: ({ kind, caller, callee, refusing, lasted }) =>
    `In the ${duration(lasted)} after the answer no media went between ${caller} and ${callee}` +
    (kind === 'refused'
      ? `; packets to ${refusing} came back as undeliverable (ICMP).`
      : ', while the capture shows media of other calls.'),
  limits: ({ kind }) =>
    kind === 'absent'
      ? 'The media of this call may take another way than that of the others, past the capture point.'
      : '',
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  // Most captures without media are without all media: their descriptions need not be read.
  when: ({ call }, { media, network }) =>
    media.of(call).streams.length === 0 &&
    (media.hasAny(call) || network.otherIcmp(call.start, Math.max(call.end, call.start)).length > 0),
  *check({ call }, context) {
    const { fax } = context.media.of(call);
    if (fax.length > 0) return;
    for (const agreement of agreementsOf(call, context)) {
      const { caller, callee, start, end, kind } = agreement;
      if (kind !== 'audio' || !ways.every((way) => isExpected(agreement, way))) continue;
      const lasted = milliseconds(start, end);
      if (lasted < context.thresholds.noMediaTime) continue;
      const fault = judge(agreement, call, context);
      // A capture without any media is one thing to say, not one for each call (rule `capture-signalling-only`).
      if (!context.media.hasAny(call) && fault?.kind !== 'refused') continue;
      if (fault === undefined || mayGoElsewhere(agreement)) {
        yield { undetermined: 'G-MEDIA' };
        continue;
      }
      yield {
        at: [announcementOf(callee, call), announcementOf(caller, call)],
        args: { ...fault, caller: socketName(caller), callee: socketName(callee), lasted: Math.round(lasted) },
        confidence: fault.kind === 'refused' ? 'certain' : 'likely',
        device: fault.kind === 'refused' && fault.refusing === socketName(caller) ? caller.address : callee.address,
      };
      return;
    }
  },
});
