/** What response codes tell together, in the order in which they came: composed, so that no sequence is without words. */
import {
  fittingCause,
  hasCall,
  isChallenge,
  isInDialog,
  isOfNetwork,
  isOfWait,
  isSpecial,
} from '../../explain/codes.ts';
import { sentences } from './phrases.ts';
import { wordsOf } from './words.ts';

/** "486 Busy Here". */
export type NameOf = (code: number) => string;

const isFinal = (code: number) => code >= 200;

/** Where the last round begins: what ended before it was a challenge, a redirection or another target. */
function lastRound(codes: readonly number[]): number {
  for (let i = codes.length - 2; i >= 0; i--) if (isFinal(codes[i])) return i + 1;
  return 0;
}

function ofRoundsBefore(codes: readonly number[]): string[] {
  return [...new Set(codes.filter(isFinal))].map((code) => {
    if (isChallenge(code)) return `The ${code} is a normal challenge, not the result.`;
    if (code >= 300 && code < 400) return `The ${code} sent the call elsewhere, and the caller followed.`;
    if ([413, 415, 416, 420, 421, 422].includes(code))
      return `After the ${code} the caller tried again with a changed INVITE.`;
    if (code === 491) return 'Both sides had changed the call at once (491); after a pause one of them tried again.';
    return code < 300
      ? `The ${code} had answered the call; what follows belongs to another request, or a second device answered.`
      : `The ${code} ended one attempt, and another one followed.`;
  });
}

/** How far the request got, by the strongest sign of progress (response-codes.md §6.1 item 1). */
function reach(progress: readonly number[], final: number | undefined): string[] {
  const has = (code: number) => progress.includes(code);
  const told: string[] = [];
  if (has(181)) told.push('A server diverted the call to another destination (181).');
  if (has(182)) told.push('The call waited in a queue (182).');
  if (has(180) && has(183)) {
    told.push(
      progress.indexOf(183) < progress.indexOf(180)
        ? 'The audio path was prepared first (183), then a device of the callee rang (180): usual in mobile networks.'
        : 'A device of the callee rang (180); then an announcement, voicemail or another branch took over (183).',
    );
  } else if (has(180)) told.push('A device of the callee was ringing (180).');
  else if (has(183)) told.push('A server or gateway further down worked on the call and may have sent audio (183).');
  if (has(199)) told.push('One branch of a fork ended before the others (199).');
  if (told.length > 0) return told;
  if (progress.some((code) => code > 100)) return ['A server further down worked on the call.'];
  if (final !== undefined && final < 300) return [];
  return [has(100) ? 'Only the next hop is proven to have the request (100).' : 'No provisional response came.'];
}

/** What the caller heard before the end, as far as codes tell (item 2). */
function heard(progress: readonly number[], final: number | undefined): string {
  if (final !== undefined && final >= 300 && final < 400) return '';
  if (progress.includes(183)) {
    const tone =
      final !== undefined && final >= 400 ? 'a tone or an announcement of the reason' : 'the tone of the far network';
    const without = progress.includes(180)
      ? 'the ringing tone was up to its own device'
      : 'it most likely heard nothing';
    return `If the 183 carried SDP and audio followed, the caller heard ${tone}; without SDP, ${without}.`;
  }
  if (progress.includes(180)) return 'The caller should have heard a ringing tone.';
  if (progress.includes(182))
    return 'If the 182 carried SDP, the caller heard music or an announcement; without SDP, most likely nothing.';
  // Without any 1xx it need not even be a call.
  const silent = progress.length > 0 && final !== undefined && final >= 300;
  return silent ? 'Before the end the caller most likely heard nothing.' : '';
}

function end(final: number | undefined, progress: readonly number[], nameOf: NameOf): string {
  if (final !== undefined && final >= 300) return `It ended with ${nameOf(final)}: ${wordsOf(final).means}.`;
  if (final !== undefined)
    return `${progress.length > 0 ? 'The call was answered' : 'The request succeeded'} (${nameOf(final)}).`;
  const last = progress[progress.length - 1];
  return `Nothing follows the ${last}: the call is still open, or its end is not in the trace.`;
}

/** What the codes say together that none of them says alone. */
function together(progress: readonly number[], final: number | undefined, before: readonly number[]): string {
  const rang = progress.includes(180);
  const media = progress.includes(183);
  if (final === undefined)
    return rang || media ? '' : 'The next hop took the call and went quiet: look at what it does with it.';
  if (final < 300) {
    if (rang && !media && !isSpecial(progress))
      return 'This is the textbook call: if something is wrong with it, look at the media.';
    if (rang || media || isSpecial(progress)) return '';
    if (hasCall(before)) return '';
    return progress.length > 0
      ? 'Nothing rang: a machine, a conference, automatic answer, or a server that hides the ringing.'
      : 'If it was an INVITE, nothing rang.';
  }
  if (final < 400 && progress.length > 0 && final !== 380)
    return 'No INVITE to the new address follows: the caller does not follow redirections, or did so elsewhere.';
  if (isChallenge(final))
    return before.some(isChallenge)
      ? 'A second challenge: the credentials are wrong, the nonce had expired (stale=true), or another server asks.'
      : 'No answer to the challenge follows: the caller has no credentials for this realm.';
  if (final === 403 && before.some(isChallenge))
    return 'After a challenge, a 403 often means a wrong user name or password.';
  if (media && isOfNetwork(final))
    return 'A path to the far network was open, and then it ran out of circuits or lost its next hop: not the user.';
  if (media && final >= 600)
    return 'So the far network was reached and opened its audio before it refused the call once and for all.';
  return '';
}

/** Times and header fields that tell what the codes leave open (item 4). */
function clues(progress: readonly number[], final: number | undefined): string[] {
  const rang = progress.includes(180);
  const media = progress.includes(183);
  const found: string[] = [];
  if (progress.includes(181))
    found.push('History-Info or Diversion: where the call was diverted to; the result is that of the last target.');
  if (progress.includes(182))
    found.push('The repeats of the 182: without one a minute, timer C of a proxy (more than 3 min) ends the call.');
  if (final === undefined) {
    if (!rang && !media) found.push('The next hop: whether it sent the INVITE on, and what it got there.');
    return found;
  }
  if (final < 300) {
    if (progress.length === 0) return found;
    if (!rang && !media && !isSpecial(progress))
      found.push('A ringing tone within the answered audio betrays a route that answers too early.');
    if (media) found.push('RTP between the 183 and the answer: without it the caller heard nothing.');
    if (rang || media)
      found.push('The To-tags of ringing and answer: if they differ, another branch of a fork answered.');
    return found;
  }
  if (final < 400 || isChallenge(final) || isInDialog(final)) return found;
  if (final === 487) {
    found.push(
      'Who sent the CANCEL, when, and with which Reason: the caller, or a proxy whose no-answer timer ran out (120 s in Kamailio, 180 s timer C).',
    );
    return found;
  }
  if (rang && [486, 600, 603, 607].includes(final))
    found.push(
      'The time after the 180: 1 to 20 s is a person who pressed reject, less than 0.5 s an app or a setting.',
    );
  else if (rang) {
    if (isOfWait(final))
      found.push(
        'The time after the 180: round numbers are no-answer timers (10 to 60 s in phones and PBXs, 120 s in Kamailio, 180 s timer C).',
      );
  } else if (media) found.push('The time after the 183: less than 1 s is the network, not a person.');
  else if (!isSpecial(progress))
    found.push(
      'The time after the INVITE: less than 0.3 s is a rule of that server itself, 30 to 32 s a next hop that does not answer.',
    );
  const cause = fittingCause(final);
  found.push(
    `The Reason header: a Q.850 cause says what the telephone network means${cause === undefined ? '' : ` (${cause} fits ${final})`}.`,
  );
  found.push(`Who made the ${final}: the deepest hop that shows it, by its Server or User-Agent.`);
  if (media) found.push('RTP between the 183 and the end: without it the caller heard silence.');
  return found;
}

/** A code within a call, where the general words speak of other methods too. */
export function inCall(code: number, codes: readonly number[]): string {
  const call = codes.some((one) => one < 200);
  if (call && code === 200) return 'The call is answered; the ACK of the caller must follow.';
  return wordsOf(code).description;
}

export interface SequenceWords {
  readonly story: string;
  readonly clues: readonly string[];
}

export function tellSequence(codes: readonly number[], nameOf: NameOf): SequenceWords {
  const from = lastRound(codes);
  const round = codes.slice(from);
  const progress = round.filter((code) => !isFinal(code));
  const final = round.find(isFinal);
  const story = sentences(
    ...ofRoundsBefore(codes.slice(0, from)),
    ...reach(progress, final),
    heard(progress, final),
    end(final, progress, nameOf),
    together(progress, final, codes.slice(0, from)),
  );
  return { story, clues: clues(progress, final) };
}
