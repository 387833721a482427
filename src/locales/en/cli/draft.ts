/** What a drafted file of expectations says of itself, in its comments: above everything, and above the names of its settings. */
export const draft = {
  head: [
    'What a trace must show: "sipsleuth expect THIS-FILE capture.pcap" checks it.',
    'Drafted from a trace; strike out what need not be so, and widen what may vary.',
  ],
  comments: {
    select: 'Which calls are meant: "=" in front means exactly this, without it a part of the text will do.',
    count: 'How many there must be; ">= 1" or "2..5" leave room.',
    outcome: 'A list means any of them.',
    sequence: 'Responses on the side of the caller: ? at most one, + one or more, 18x for 180 to 189, * for anything.',
    timings: 'Twice what was seen, rounded up.',
    sdp: 'The codec that both sides agreed on.',
    findings: 'Only these rules may find something; "sipsleuth explain RULE" tells what they look for.',
    capture: 'All that was read, together.',
  } as Readonly<Record<string, string>>,
};
