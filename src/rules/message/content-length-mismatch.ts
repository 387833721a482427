import type { SipMessage } from '../../model.ts';
import { defineRule } from '../define.ts';
import { bodyUnreliable } from '../guards.ts';
import { messageName } from '../phrases.ts';

type Shown = {
  kind: 'short' | 'surplus' | 'absent' | 'unreadable';
  /** Of a request; empty for responses. */
  method: string;
  /** Of a response; 0 for requests. */
  status: number;
  sender: string;
  declared: number;
  present: number;
};

const CR = 0x0d;
const LF = 0x0a;

/** Keep-alives and padding behind a message mean nothing (RFC 5626 §3.5.1). */
function isPadding(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; at++)
    if (bytes[at] !== 0 && bytes[at] !== CR && bytes[at] !== LF) return false;
  return true;
}

function kindOf(message: SipMessage): Shown['kind'] | undefined {
  const { contentLength, bodyLength } = message;
  if (contentLength < 0) {
    if (message.has('Content-Length')) return 'unreadable';
    // A datagram ends its message; on a stream only the length does (RFC 3261 §20.14).
    return message.transport === 'tcp' || message.transport === 'tls' ? 'absent' : undefined;
  }
  if (contentLength > bodyLength) return 'short';
  return isPadding(message.body(), contentLength) ? undefined : 'surplus';
}

/** Rule 63: the body is not as long as the header says. */
export const contentLengthMismatch = defineRule<'message', Shown>({
  id: 'content-length-mismatch',
  severity: 'error',
  scope: 'message',
  title: 'Content-Length that does not fit the body',
  spec: ['RFC 3261 §18.3', 'RFC 3261 §20.14'],
  example: { kind: 'short', method: 'INVITE', status: 0, sender: '192.0.2.1:5060', declared: 240, present: 212 },
  why: (args) =>
    ({
      short: 'Receivers drop such a message or refuse it with 400.',
      surplus: 'Receivers ignore what lies beyond the length: the end of the SDP is lost to them.',
      absent: 'On a stream the receiver cannot tell where this message ends and the next begins.',
      unreadable: 'Receivers refuse such a message, and on a stream they lose the beginning of the next.',
    })[args.kind],
  fix: (args) => [
    ...(args.kind === 'absent' || args.kind === 'unreadable'
      ? [`Let ${args.sender} write a Content-Length into every message, 0 where there is no body.`]
      : [
          'Turn off SIP ALG in the routers between: it changes addresses in the body and forgets the length.',
          `Let ${args.sender} compute Content-Length after the last change to the body, in bytes of its UTF-8 form, line ends (CRLF) included.`,
        ]),
    'If a header or SDP rule of a session border controller edits the message, let it set the length anew.',
  ],
  message: (args) =>
    `The ${messageName(args)} from ${args.sender} ` +
    {
      short: `declares a body of ${args.declared} bytes and brings ${args.present}.`,
      surplus: `declares a body of ${args.declared} bytes and brings ${args.present}: the last ${args.present - args.declared} are ignored.`,
      absent: 'has no Content-Length, which a stream needs.',
      unreadable: 'has a Content-Length that is no number.',
    }[args.kind],
  when: ({ message }) => message.contentLength !== message.bodyLength && !bodyUnreliable(message),
  *check({ message }) {
    const kind = kindOf(message);
    if (kind === undefined) return;
    yield {
      at: [message],
      args: {
        kind,
        method: message.isRequest ? message.method : '',
        status: message.status,
        sender: message.source.name,
        declared: Math.max(0, message.contentLength),
        present: message.bodyLength,
      },
      device: message.source.address,
      // Without its end an SDP loses media lines; other surplus is only ignored.
      severity: kind === 'surplus' && !message.hasSdp ? 'warning' : 'error',
      confidence: 'certain',
    };
  },
});
