import { defineRule } from '../define.ts';

type Shown = {
  /** SIP messages of which only the beginning was kept. */
  messages: number;
  /** The first of them stands in a text log. */
  log: boolean;
  /** Files that end in the middle of a record. */
  files: number;
  /** The first of them. */
  path: string;
};

/** Capture rule C6: parts of messages, or of the file, are missing. */
export const captureTruncated = defineRule<'capture', Shown>({
  id: 'capture-truncated',
  severity: 'warning',
  scope: 'capture',
  title: 'Capture with parts cut off',
  spec: [],
  example: { messages: 3, log: false, files: 0, path: '' },
  why: (args) =>
    args.messages > 0
      ? 'Header fields and SDP behind the cut are missing, so rules about them stay silent.'
      : 'What came after the damage is not in the trace.',
  fix: (args) => [
    ...(args.messages === 0
      ? []
      : args.log
        ? ['Raise the length limit of the logger, and copy the log whole: messages are cut in it.']
        : ['Capture whole packets: "tcpdump -s 0", no packet length limit in Wireshark or on the mirror port.']),
    ...(args.files > 0
      ? ['Stop the program that writes the file before copying it, and check that the disk was not full.']
      : []),
  ],
  message: (args) =>
    [
      args.messages === 1
        ? 'One SIP message is not here in full'
        : args.messages > 1
          ? `${args.messages} SIP messages are not here in full`
          : '',
      args.files === 1
        ? `${args.path} is cut or damaged`
        : args.files > 1
          ? `${args.files} inputs are cut or damaged, the first is ${args.path}`
          : '',
    ]
      .filter((part) => part !== '')
      .join(', and ')
      .concat('.'),
  *check({ truncated, cutInputs }) {
    if (truncated.count === 0 && cutInputs.length === 0) return;
    const first = truncated.first ?? cutInputs[0]?.firstMessage;
    yield {
      at: first === undefined ? [] : [first],
      args: {
        messages: truncated.count,
        log: truncated.first?.log !== undefined,
        files: cutInputs.length,
        path: cutInputs[0]?.path ?? '',
      },
      confidence: 'certain',
    };
  },
});
