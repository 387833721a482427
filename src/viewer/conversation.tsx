/** A conversation with its messages: ladder, findings, story, offer and answer, and the messages as a table. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { toMicros } from '../ladder/micros.ts';
import { type Drawable, pinsOf } from '../ladder/subject.ts';
import type { ReportFinding } from '../report.ts';
import { shortAddress } from '../reporters/address.ts';
import { delta } from '../reporters/time.ts';
import { Findings } from './findings.tsx';
import { Ladder } from './ladder.tsx';
import { MessageDialog } from './message.tsx';
import { go, numberOf, type Route, replaceHash } from './route.ts';
import { SdpPair } from './sdp.tsx';
import { Traced } from './text.tsx';
import { useView } from './view.ts';

export interface ConversationProps {
  readonly subject: Drawable;
  /** By index; holes where none is needed. */
  readonly findings: readonly ReportFinding[];
  readonly numbers: ReadonlyMap<number, number>;
  readonly route: Route;
  readonly page: string;
  readonly children?: ComponentChildren;
}

export function Conversation({ subject, findings, numbers, route, page, children }: ConversationProps) {
  const { words } = useView();
  const { messages } = subject;
  const here = `#${page}=${subject.id + 1}`;
  const hashOfMessage = (index: number) => `${here}&message=${index + 1}`;
  const places = useMemo(() => new Map(messages.map(({ message }, index) => [message, index])), [messages]);
  const pins = useMemo(() => pinsOf(subject, findings, numbers), [subject, findings, numbers]);
  const open = numberOf(route, 'message') - 1;
  const showPin = (number: number) => {
    const index = [...numbers].find(([, one]) => one === number)?.[0];
    const element = document.getElementById(`finding-${index}`);
    element?.scrollIntoView({ block: 'start' });
    element?.focus({ preventScroll: true });
  };
  return (
    <>
      {messages.length === 0 && <p class="empty">{words.noMessages.replace('{n}', String(subject.id + 1))}</p>}
      <div class="scene">
        {messages.length > 0 && (
          <section class="panel picture">
            <h2>
              {words.ladder} <span class="hint">{words.ladderHint}</span>
            </h2>
            <Ladder subject={subject} pins={pins} onOpen={(index) => go(hashOfMessage(index))} onPin={showPin} />
          </section>
        )}
        <div class="beside">
          {subject.findings.length > 0 && (
            <section class="panel">
              <h2>{words.findings}</h2>
              <Findings
                indices={subject.findings}
                findings={findings}
                numbers={numbers}
                messageHash={(message) => {
                  const index = places.get(message);
                  return index === undefined ? undefined : hashOfMessage(index);
                }}
              />
            </section>
          )}
          {children}
        </div>
      </div>
      <SdpPair messages={messages} />
      {messages.length > 0 && <MessageTable subject={subject} hashOfMessage={hashOfMessage} />}
      {messages[open] !== undefined && (
        <MessageDialog
          messages={messages}
          index={open}
          onMove={(index) => replaceHash(hashOfMessage(index))}
          onClose={() => replaceHash(here)}
        />
      )}
    </>
  );
}

/** The same as the ladder, for who cannot see it and for paper. */
function MessageTable({
  subject,
  hashOfMessage,
}: {
  readonly subject: Drawable;
  hashOfMessage(index: number): string;
}) {
  const { words } = useView();
  const [shown, setShown] = useState(false);
  const begin = toMicros(subject.start);
  const { columns } = words;
  return (
    <section class={`panel messages${shown ? '' : ' folded'}`}>
      <h2>
        {words.messagesTable}{' '}
        <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? words.hide : words.show}
        </button>
      </h2>
      <table class="plain" aria-label={words.messagesTable}>
        <thead>
          <tr>
            <th scope="col" class="numeric">
              {columns.number}
            </th>
            <th scope="col" class="numeric">
              {columns.time}
            </th>
            <th scope="col">{columns.source}</th>
            <th scope="col">{columns.destination}</th>
            <th scope="col">{columns.message}</th>
            <th scope="col" class="numeric">
              {columns.frame}
            </th>
          </tr>
        </thead>
        <tbody>
          {subject.messages.map((message, index) => (
            <tr key={message.message}>
              <td class="numeric">
                <a href={hashOfMessage(index)}>{index + 1}</a>
              </td>
              <td class="numeric">{delta((toMicros(message.time) - begin) / 1000, message.time)}</td>
              <td>
                <Traced text={shortAddress(message.source)} />
              </td>
              <td>
                <Traced text={shortAddress(message.destination)} />
              </td>
              <td>
                <Traced text={message.startLine} /> {message.sdp && <span class="soft">{words.withSdp}</span>}
              </td>
              <td class="numeric">{message.frame}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
