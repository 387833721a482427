/** Strings that a trace may hold to act on whoever reads its report, and a report that says them everywhere. */
import type { MessageRef, Report } from '../../src/report.ts';

export const hostileStrings: readonly string[] = [
  '</script><script>window.pwned=1</script>',
  '<img src=x onerror=window.pwned=1>',
  '"><svg onload=window.pwned=1>',
  "javascript:window.pwned=1//' onclick='window.pwned=1",
  '\x1b[2J\x1b]0;pwned\x07\x00\x08\x7f\x9b31m',
  'abc\u202edcba\u2066\u200f\u2028\ufeff\ufffe\ud800',
  '__proto__',
  ']]>--><!--&lt;&#60;{{constructor}}',
  '%%{init: {"securityLevel":"loose"}}%%;end;#59;: click p0 href "javascript:alert(1)"',
  `end\nend\r\nNote over p0: x\n${'y'.repeat(10_000)}`,
];

/** Wherever a trace has a say. */
export function poisoned(report: Report, text: string): Report {
  const ref = <T extends MessageRef>(one: T): T => ({ ...one, startLine: text });
  const message = <T extends Report['calls'][number]['messages'][number]>(one: T): T => ({
    ...one,
    startLine: one.startLine.startsWith('SIP/') ? `SIP/2.0 486 ${text}` : `${text} sip:${text} SIP/2.0`,
    cseq: `1 ${text}`,
    text: `${text}\r\n${text}: ${text}\r\nSubject: ${text}\r\nX-${text}\r\n\r\nv=0\r\ns=${text}\r\nm=${text}`,
    sdp: true,
  });
  return {
    ...report,
    inputs: report.inputs.map((input) => ({ ...input, path: text, format: text })),
    calls: report.calls.map((call) => ({
      ...call,
      from: text,
      to: text,
      callIds: [text],
      verdict: { ...call.verdict, text, advice: text, at: call.verdict.at.map(ref) },
      parties: call.parties.map((party) => ({ ...party, product: text })),
      steps: call.steps.map((step) => ({ ...step, phrase: text, text, description: text, at: ref(step.at) })),
      messages: call.messages.map(message),
    })),
    registrations: report.registrations.map((one) => ({ ...one, aor: text, contact: text })),
    transactions: report.transactions.map((one) => ({ ...one, method: text, callId: text })),
    findings: report.findings.map((one) => ({
      ...one,
      title: text,
      message: text,
      why: text,
      fix: [text, text],
      limits: text,
      refs: [text],
      at: one.at.map(ref),
    })),
    undetermined: report.undetermined.map((one) => ({ ...one, text })),
  };
}
