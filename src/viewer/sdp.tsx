/** Offer and answer side by side, section by section. */
import { useMemo, useState } from 'preact/hooks';
import type { ReportMessage } from '../report.ts';
import { safe } from '../reporters/safe.ts';
import { clock } from '../reporters/time.ts';
import { partsOf, sdpOf } from './parts.ts';
import { useView } from './view.ts';

interface Described {
  readonly message: ReportMessage;
  /** The session's own lines, then each media section from its `m=` on. */
  readonly sections: readonly (readonly string[])[];
}

function sectionsOf(sdp: string): readonly (readonly string[])[] {
  const sections: string[][] = [[]];
  for (const line of sdp.split(/\r?\n/)) {
    if (line.startsWith('m=')) sections.push([]);
    sections[sections.length - 1].push(line);
  }
  return sections;
}

function describedOf(messages: readonly ReportMessage[]): readonly Described[] {
  return messages.flatMap((message) => {
    if (!message.sdp || message.repeats < 0) return [];
    const sdp = sdpOf(partsOf(message.text));
    return sdp === undefined ? [] : [{ message, sections: sectionsOf(sdp) }];
  });
}

const isResponse = ({ startLine }: ReportMessage) => startLine.startsWith('SIP/');
const isSuccess = ({ startLine }: ReportMessage) => /^SIP\/2\.0 2/.test(startLine);

/** Answers travel back on the same hop: in a 2xx rather than a provisional response, else in ACK, PRACK or its 2xx. */
function answerTo(offer: ReportMessage, all: readonly Described[]): number {
  const back = all
    .map(({ message }, index) => ({ message, index }))
    .filter(
      ({ message }) =>
        message.message > offer.message && message.source === offer.destination && message.destination === offer.source,
    );
  const same = back.filter(({ message }) => !isResponse(offer) && isResponse(message) && message.cseq === offer.cseq);
  return (same.find(({ message }) => isSuccess(message)) ?? same[0] ?? back[0])?.index ?? -1;
}

export function SdpPair({ messages }: { readonly messages: readonly ReportMessage[] }) {
  const { words } = useView();
  const all = useMemo(() => describedOf(messages), [messages]);
  const [chosen, setChosen] = useState<{ readonly offer: number; readonly answer?: number }>({ offer: 0 });
  const offer = all[chosen.offer] ?? all[0];
  if (offer === undefined) return null;
  const answerIndex = chosen.answer ?? answerTo(offer.message, all);
  const answer = all[answerIndex];
  const rows = Math.max(offer.sections.length, answer?.sections.length ?? 0);
  return (
    <section class="panel" id="sdp">
      <h2>{words.mediaOffer}</h2>
      <div class="sdp">
        <Choice
          label={words.offer}
          all={all}
          value={all.indexOf(offer)}
          onChoose={(index) => setChosen({ offer: index })}
        />
        {answer === undefined ? (
          <p class="empty">{words.noAnswer}</p>
        ) : (
          <Choice
            label={words.answer}
            all={all}
            value={answerIndex}
            onChoose={(index) => setChosen({ offer: chosen.offer, answer: index })}
          />
        )}
        {Array.from({ length: rows }, (_, i) => (
          <Section key={i} offer={offer.sections[i] ?? []} answer={answer?.sections[i] ?? []} />
        ))}
      </div>
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: readonly Described[];
  readonly value: number;
  onChoose(index: number): void;
}

function Choice({ label, all, value, onChoose }: ChoiceProps) {
  return (
    <label class="choice">
      <b>{label}</b>
      <select value={value} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {all.map(({ message }, index) => (
          <option key={message.message} value={index}>
            {safe(
              `${clock(message.time, 3)} ${message.startLine.replace(/^SIP\/2\.0 | SIP\/2\.0$/g, '').slice(0, 60)} (${message.source})`,
            )}
          </option>
        ))}
      </select>
    </label>
  );
}

function Section({ offer, answer }: { readonly offer: readonly string[]; readonly answer: readonly string[] }) {
  const side = (lines: readonly string[], other: ReadonlySet<string>) => (
    <pre class="wire">
      {lines.map((line, i) => (
        <span key={i} class={line.startsWith('m=') ? 'media' : other.has(line) ? 'same' : undefined}>
          {safe(line)}
          {'\n'}
        </span>
      ))}
    </pre>
  );
  return (
    <>
      {side(offer, new Set(answer))}
      {side(answer, new Set(offer))}
    </>
  );
}
