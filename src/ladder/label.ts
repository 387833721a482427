/** What stands on the arrow of a message. */
import type { ReportMessage } from '../report.ts';

export type Labelled = Pick<ReportMessage, 'startLine' | 'cseq' | 'sdp' | 'repeats'>;

export interface Label {
  /** `INVITE`, `183 Session Progress`. */
  readonly name: string;
  /** Of a response the code alone; of a request the method. */
  readonly short: string;
  /** ` (BYE)`, ` (SDP)`, ` ×3`: what a shorter label would lose first. */
  readonly tail: string;
  /** 0 for requests, and for responses without a readable code. */
  readonly status: number;
  readonly isResponse: boolean;
}

/** The registered phrase of a status code; empty without one. */
export type PhraseOf = (status: number) => string;

/** `486 Busy Here`: the phrase of the wire, or the registered one where that is shorter. */
export function statusName(status: string, phrase: string, phraseOf: PhraseOf): string {
  const registered = phraseOf(Number(status));
  const short = registered !== '' && (phrase === '' || registered.length < phrase.length) ? registered : phrase;
  return `${status} ${short}`.trim();
}

export function labelOf({ startLine, cseq, sdp, repeats }: Labelled, phraseOf: PhraseOf): Label {
  const [first = '', second = '', ...rest] = startLine.split(' ');
  const isResponse = startLine.startsWith('SIP/');
  const method = cseq.slice(cseq.indexOf(' ') + 1);
  // A 200 says little without the method that it answers.
  const of = isResponse && method !== 'INVITE' ? ` (${method})` : '';
  const code = second === '' ? '?' : second;
  return {
    name: isResponse ? statusName(code, rest.join(' '), phraseOf) : first,
    short: isResponse ? code : first,
    tail: `${of}${sdp ? ' (SDP)' : ''}${repeats > 0 ? ` ×${repeats + 1}` : ''}`,
    status: isResponse && /^[1-6]\d\d$/.test(code) ? Number(code) : 0,
    isResponse,
  };
}
