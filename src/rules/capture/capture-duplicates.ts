import { defineRule } from '../define.ts';

type Shown = { input: string; duplicates: number; messages: number; percent: number };

/** Capture rule C4: the capture holds the same packets twice. */
export const captureDuplicates = defineRule<'capture', Shown>({
  id: 'capture-duplicates',
  severity: 'info',
  scope: 'capture',
  title: 'Messages captured twice',
  spec: [],
  example: { input: 'any.pcap', duplicates: 120, messages: 240, percent: 50 },
  why: () =>
    'Each message counts once here, so the findings are not touched; but other tools will take the second copies for retransmissions.',
  fix: () => [
    'Capture at one point: on one interface instead of "any", and not on a bridge or VLAN together with its parent.',
    'On a mirror port, mirror one direction of each port (rx), not both of all ports.',
    'To clean the file for other tools: editcap -d removes packets that are equal.',
  ],
  message: ({ input, duplicates, messages, percent }) =>
    `${duplicates} of ${messages} SIP messages in ${input} (${percent} %) are second copies of a packet; they were left out.`,
  limits: () => 'Packets are taken for one when all bytes are equal and they are a few milliseconds apart at most.',
  *check({ inputs }, { thresholds }) {
    for (const { path, duplicates, messages, firstMessage } of inputs) {
      if (duplicates < thresholds.duplicates || duplicates < messages * thresholds.duplicateShare) continue;
      yield {
        at: firstMessage === undefined ? [] : [firstMessage],
        args: { input: path, duplicates, messages, percent: Math.round((duplicates / messages) * 100) },
        confidence: 'certain',
      };
    }
  },
});
