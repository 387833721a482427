import { describedBy, oneDecimal } from '../agreements.ts';
import { defineRule } from '../define.ts';
import { tenths } from '../phrases.ts';
import { isLostByCapture, lossOf, lostBehind } from '../received.ts';

type Shown = {
  /** `audio`, `video` … */
  kind: string;
  source: string;
  destination: string;
  lost: number;
  expected: number;
  /** Percent, in all and in the worst ten seconds (0 for a shorter stream). */
  share: number;
  worst: number;
  /** Most packets lost in a row. */
  longest: number;
  /** Packets that the receiver misses by its own reports beyond those that were missing here; -1 without reports. */
  beyond: number;
};

/** Rule 89: packets of a stream got lost before they came to the capture point. */
export const rtpLossHigh = defineRule<'call', Shown>({
  id: 'rtp-loss-high',
  severity: 'warning',
  scope: 'call',
  title: 'Lost media packets',
  spec: ['RFC 3550 §6.4.1', 'RFC 3611 §4.7.2'],
  example: {
    kind: 'audio',
    source: '192.0.2.9:30000',
    destination: '192.0.2.1:40000',
    lost: 78,
    expected: 2_310,
    share: 3.4,
    worst: 12.5,
    longest: 9,
    beyond: 14,
  },
  why: ({ share, longest, kind }) =>
    kind === 'video'
      ? 'The picture freezes or breaks up until the next key frame.'
      : share >= 5 || longest >= 5
        ? 'Words are missing or chopped: a decoder hides one lost packet, not several in a row.'
        : 'Concealment hides most of it, but the voice clicks or sounds metallic at times.',
  fix: ({ source, destination, longest, beyond }) => [
    `Look for the loss between ${source} and the capture point: interface errors and discards, duplex mismatch, Wi-Fi, a policer, a full uplink.`,
    longest >= 5
      ? 'Loss in long runs is that of a queue that overflows or of a radio link: mark media with DSCP EF (46) and give it a priority queue all the way.'
      : 'Loss of single packets all the time is that of a policer or a bad cable: compare the counters of each hop.',
    ...(beyond > 0 ? [`Look behind the capture point, too: on the way to ${destination} more got lost.`] : []),
  ],
  message: ({ kind, source, destination, lost, expected, share, worst, beyond }) =>
    `${tenths(share)} % of the ${kind} from ${source} to ${destination} was lost before it came by here: ${lost} of ${expected} packets` +
    (worst > share ? `, ${tenths(worst)} % in the worst ten seconds` : '') +
    (beyond > 0 ? `; its receiver misses ${beyond} more.` : '.'),
  limits: ({ beyond }) =>
    beyond < 0
      ? 'No reports of the receiver were captured that would show whether it misses the same packets, or only the capture does.'
      : '',
  concerns: (method, end) => method === 'INVITE' && end === 'success',
  when: ({ call }, { media }) => media.of(call).streams.length > 0,
  *check({ call }, context) {
    const { thresholds } = context;
    const media = context.media.of(call);
    for (const stream of media.streams) {
      if (stream.direction === 'unknown' || stream.packets < thresholds.judgedPackets) continue;
      const { lost, expected } = lossOf(stream, media, context.now);
      const share = (100 * lost) / expected;
      // With a hole the worst seconds are those around it.
      const worst = lost === stream.lost ? 100 * stream.worstLoss : 0;
      const isBad = worst >= 100 * thresholds.lossInWorst;
      if (share < 100 * thresholds.lossNoticed && !isBad) continue;
      const { rtcp } = stream;
      const reported = rtcp !== undefined && rtcp.reports > 0 && rtcp.lostHere > 0;
      if (isLostByCapture(stream)) {
        yield { undetermined: 'G-LOSS' };
        continue;
      }
      yield {
        at: [describedBy(stream, media, call)],
        args: {
          kind: stream.kind,
          source: stream.source.name,
          destination: stream.destination.name,
          lost,
          expected,
          share: oneDecimal(share),
          worst: oneDecimal(worst),
          longest: stream.longestLoss,
          beyond: reported ? lostBehind(stream) : -1,
        },
        severity: share >= 100 * thresholds.lossBad || isBad ? 'error' : 'warning',
        confidence: reported ? 'certain' : 'likely',
        device: stream.source.address,
      };
    }
  },
});
