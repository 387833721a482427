/** `sdp`: the first negotiation of a call (RFC 3264), on the side of the caller. */

import { isResponse, methodOf, sdpOf, statusOf } from '../messages/text.ts';
import type { ReportCall, ReportMessage } from '../report.ts';
import { isSpeech } from '../sdp/codecs.ts';
import type { Media } from '../sdp/media.ts';
import type { Session } from '../sdp/session.ts';
import type { SdpExpectation, SdpSide } from './language.ts';
import { alternatives, type Check, checkOf, listed, type Probe, seen, unreadable } from './probe.ts';
import { anyOf, namePattern, textPattern } from './text-pattern.ts';

interface Described {
  readonly message: ReportMessage;
  readonly session: Session;
}

interface Negotiation {
  readonly offer: Described | undefined;
  readonly answer: Described | undefined;
}

function described(message: ReportMessage | undefined): Described | undefined {
  const session = message === undefined ? undefined : sdpOf(message);
  return message === undefined || session === undefined ? undefined : { message, session };
}

/** The round of the INVITE that led to the final response; those before it were challenged or redirected. */
function lastRound({
  messages,
  finalStatus,
}: ReportCall): { invite: ReportMessage; responses: ReportMessage[] } | undefined {
  const [first] = messages.filter((message) => !isResponse(message) && methodOf(message) === 'INVITE');
  if (first === undefined) return undefined;
  const answered = (invite: ReportMessage) => {
    const all = messages.filter(
      (one) => isResponse(one) && one.cseq === invite.cseq && one.message > invite.message && one.repeats >= 0,
    );
    // Behind a translated address the answers go elsewhere.
    const own = all.filter(({ destination }) => destination === first.source);
    return own.length > 0 ? own : all;
  };
  const rounds = messages
    .filter((one) => !isResponse(one) && methodOf(one) === 'INVITE' && one.source === first.source && one.repeats >= 0)
    .map((invite) => ({ invite, responses: answered(invite) }));
  const final = rounds.find(({ responses }) => responses.some((one) => statusOf(one) === finalStatus));
  return final ?? rounds[0];
}

export function negotiationOf(call: ReportCall): Negotiation {
  const round = lastRound(call);
  if (round === undefined) return { offer: undefined, answer: undefined };
  const { invite, responses } = round;
  const described2xx = responses.filter((one) => one.sdp && statusOf(one) >= 200 && statusOf(one) < 300);
  const early = responses.filter((one) => one.sdp && statusOf(one) > 100 && statusOf(one) < 200);
  const back = described(described2xx[0] ?? early[early.length - 1]);
  if (invite.sdp) return { offer: described(invite), answer: back };
  // Without an offer in the INVITE the other side makes it, and PRACK or ACK answers (RFC 3261 §13.2.1, RFC 3262 §5).
  const offer = described(early[0] ?? described2xx[0]);
  const answer = call.messages.find(
    (one) =>
      !isResponse(one) &&
      ['PRACK', 'ACK'].includes(methodOf(one)) &&
      one.sdp &&
      one.source === invite.source &&
      offer !== undefined &&
      one.message > offer.message.message,
  );
  return { offer, answer: described(answer) };
}

/** The stream that a user means: the first one that was not refused. */
function mainStream({ media }: Session): Media | undefined {
  return media.find(({ rejected }) => !rejected) ?? media[0];
}

/** Name of the codec that both sides agreed on: the first of the answer that is no companion. */
export function codecOf(call: ReportCall): string | undefined {
  const { answer } = negotiationOf(call);
  const stream = answer === undefined ? undefined : mainStream(answer.session);
  if (stream === undefined || stream.rejected) return undefined;
  return stream.payloads.find((one) => isSpeech(one) && one.encoding !== '')?.encoding;
}

function namesOf({ media }: Session): string[] {
  const all = media
    .filter(({ rejected }) => !rejected)
    .flatMap(({ payloads, formats }) =>
      payloads.length > 0 ? payloads.map(({ encoding, id }) => encoding || String(id)) : formats,
    );
  return [...new Set(all)];
}

function sideChecks(name: 'offer' | 'answer', side: SdpSide, found: Described | undefined): readonly Check[] {
  const what = `sdp.${name}`;
  const at = found === undefined ? [] : [found.message.message];
  if (side.present === false) {
    return [checkOf(what, 'sdp-present', { side: name }, found === undefined, at)];
  }
  if (found === undefined) return [checkOf(what, 'sdp-missing', { side: name }, false)];
  const { session } = found;
  const stream = mainStream(session);
  const checks: Check[] = [];
  const ask = (key: string, wanted: SdpSide[keyof SdpSide], values: readonly string[], text = namePattern) => {
    const words = listed(wanted as string | readonly string[] | undefined).map(String);
    if (words.length === 0) return;
    const pass = values.some(anyOf(words.map(text)));
    checks.push(seen(`${what}.${key}`, alternatives(words), values.join(', ') || 'none', pass, pass ? [] : at));
  };
  ask('codec', side.codec, namesOf(session));
  ask('direction', side.direction, stream === undefined ? [] : [stream.direction]);
  ask(
    'media',
    side.media,
    session.media.filter(({ rejected }) => !rejected).map(({ kind }) => kind),
  );
  ask('protocol', side.protocol, stream === undefined ? [] : [stream.protocol]);
  const address = stream?.connection?.address ?? session.connection?.address;
  ask('address', side.address, address === undefined ? [] : [address], textPattern);
  return checks.length > 0 ? checks : [checkOf(what, 'sdp-present', { side: name }, true)];
}

export function sdpProbe(written: SdpExpectation): Probe<ReportCall> {
  const codecs = listed(written.codec);
  const isCodec = anyOf(codecs.map(namePattern));
  return (call) => {
    const closed = unreadable('sdp', call);
    if (closed !== undefined) return [closed];
    const { offer, answer } = negotiationOf(call);
    const checks: Check[] = [];
    if (codecs.length > 0) {
      const codec = codecOf(call);
      const at = (answer ?? offer) === undefined ? [] : [(answer ?? offer)!.message.message];
      const pass = codec !== undefined && isCodec(codec);
      checks.push(seen('sdp.codec', alternatives(codecs), codec ?? 'none', pass, pass ? [] : at));
    }
    if (written.offer !== undefined) checks.push(...sideChecks('offer', written.offer, offer));
    if (written.answer !== undefined) checks.push(...sideChecks('answer', written.answer, answer));
    return checks;
  };
}
