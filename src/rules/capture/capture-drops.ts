import { defineRule } from '../define.ts';

type Shown = {
  input: string;
  /** Packets that the capturing machine says it lost. */
  drops: number;
  frames: number;
  /** Holes in TCP streams that carry SIP, and the frame behind the first. */
  gaps: number;
  frame: number;
};

const packets = (count: number) => (count === 1 ? 'one packet' : `${count} packets`);

/** Capture rule C5: the capture itself lost packets. */
export const captureDrops = defineRule<'capture', Shown>({
  id: 'capture-drops',
  severity: 'warning',
  scope: 'capture',
  title: 'The capture lost packets',
  spec: [],
  example: { input: 'busy.pcapng', drops: 1_200, frames: 480_000, gaps: 3, frame: 912 },
  why: () =>
    'A message that is missing here may well have been sent: findings about missing answers, ACKs and retransmissions are less certain.',
  fix: ({ drops }) => [
    ...(drops > 0
      ? [
          'Give the capture a larger kernel buffer (tcpdump -B, dumpcap -B) and write to a disk that keeps up.',
          'Capture less: a filter for the signalling ports, or a snap length that cuts media but keeps SIP whole.',
        ]
      : [
          'Check the mirror port: a busy link mirrored to a slower one loses packets without anybody counting them.',
          'Capture on the SIP host itself, or with a larger buffer (tcpdump -B, dumpcap -B).',
        ]),
  ],
  message: ({ input, drops, frames, gaps, frame }) => {
    const holes = `${gaps === 1 ? 'a hole' : `${gaps} holes`} in TCP streams that carry SIP (first before frame ${frame})`;
    if (drops === 0) return `The capture ${input} has ${holes}.`;
    return `The machine that wrote ${input} lost ${packets(drops)} beside the ${frames} that it kept${gaps > 0 ? `, and there ${gaps === 1 ? 'is' : 'are'} ${holes}` : ''}.`;
  },
  limits: ({ drops }) =>
    drops > 0
      ? 'Which packets were lost, and whether SIP was among them, is not recorded.'
      : 'The hosts themselves repair such holes: what is missing is missing in the capture.',
  *check({ inputs }, { thresholds }) {
    for (const { path, drops, frames, gaps, firstMessage } of inputs) {
      if (drops === 0 && gaps.count === 0) continue;
      const many = drops > frames * thresholds.dropShare || gaps.count >= thresholds.tcpGaps;
      yield {
        at: firstMessage === undefined ? [] : [firstMessage],
        args: { input: path, drops, frames, gaps: gaps.count, frame: gaps.frame },
        severity: many ? 'warning' : 'info',
        confidence: 'certain',
      };
    }
  },
});
