import { defineRule } from '../define.ts';

type Shown = {
  count: number;
  input: string;
  /** Frame or line of the first. */
  frame: number;
  messages: number;
};

/** Up to this share of all messages it is noise: a probe, a damaged packet. */
const NOISE = 0.01;

/** Capture rule C12: payloads that begin like SIP and are none. */
export const parserRejects = defineRule<'capture', Shown>({
  id: 'parser-rejects',
  severity: 'warning',
  scope: 'capture',
  title: 'Payloads that could not be read as SIP',
  spec: [],
  example: { count: 2, input: 'trunk.pcap', frame: 17, messages: 100 },
  why: () => 'What these payloads say is in no call of this report.',
  fix: (args) => [
    `Look at frame ${args.frame} of ${args.input}: a broken sender, a damaged packet, or something else that looks like SIP.`,
    'If it is a valid SIP message, please report it: the reader should know it.',
  ],
  message: (args) =>
    args.count === 1
      ? `One payload of ${args.input} (frame ${args.frame}) begins like SIP but has no header field of SIP.`
      : `${args.count} payloads of ${args.input} begin like SIP but have no header field of SIP; the first is frame ${args.frame}.`,
  *check({ rejected, messages }) {
    const { count, input, frame } = rejected;
    if (count === 0) return;
    yield {
      at: [],
      args: { count, input, frame, messages },
      severity: count > NOISE * messages ? 'warning' : 'info',
      confidence: 'certain',
    };
  },
});
