import type { Evidence } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { type Conversation, defineRule, type Watch } from '../define.ts';
import { milliseconds } from '../guards.ts';

type Shown = { calls: number };

/** The answer of a call that lasted, when both sides described media that a capture would show; undefined otherwise. */
function answerOf(conversation: Conversation, least: number): Evidence | undefined {
  if (!('dialogs' in conversation)) return undefined;
  for (const { answer, bye } of conversation.dialogs) {
    if (answer === undefined || answer.log !== undefined || !answer.hasSdp) continue;
    // Media of the far end of a silent call may still come; what was hung up is over.
    if (bye === undefined || milliseconds(answer.time, bye.start) < least) continue;
    const body = answer.bodyText();
    if (/^m=(?:audio|video) [1-9]\d{0,4} (?:UDP\/TLS\/)?RTP\//m.test(body) && !/^a=inactive/m.test(body)) return answer;
  }
  return undefined;
}

/** Capture rule C10: calls were answered, and no media is in the capture. */
export const captureSignallingOnly = defineRule<'capture', Shown>({
  id: 'capture-signalling-only',
  severity: 'info',
  scope: 'capture',
  title: 'Signalling without media',
  spec: [],
  example: { calls: 12 },
  why: () => 'Nothing can be said about one-way audio, loss, jitter or silence: these need the RTP packets.',
  fix: () => [
    'For questions about audio, capture without a port filter on a host that the media passes: media server, SBC or phone.',
  ],
  message: ({ calls }) =>
    `${calls === 1 ? 'One answered call has' : `${calls} answered calls have`} SDP for audio or video, but the capture holds no packet that could be RTP.`,
  limits: () => 'Whether no media was sent, or went another way than the capture point, is not visible here.',
  watch(): Watch<Shown> {
    let calls = 0;
    let first: Evidence | undefined;
    return {
      see(conversation, { network, thresholds }) {
        // What a capture holds is known when its end is reached; that it holds media may be known before.
        if (network.traffic.some(({ media }) => media)) return;
        const answer = answerOf(conversation, thresholds.callWithMedia);
        if (answer === undefined) return;
        calls++;
        first ??= evidenceOf(answer);
      },
      *hits({ network }) {
        if (calls === 0 || first === undefined || network.traffic.some(({ media }) => media)) return;
        yield { at: [first], args: { calls }, confidence: 'certain' };
      },
    };
  },
});
