/**
 * The verdict of a call in one short paragraph, and what to do about it: composed from its facts, in the same order in
 * every language.
 */
import { findStatus } from '../catalogue/statuses.ts';
import { type RootCause, tellsTheSame } from '../explain/cause.ts';
import { tellingCause } from '../explain/decision.ts';
import type { VerdictKey } from '../explain/verdict.ts';
import type { Args } from '../model.ts';
import type { Locale } from './locale.ts';
import { capitalize, sentences } from './phrases.ts';
import type { Deed, Reached, Story, VerdictWords, Why } from './verdict-words.ts';

type Told = ReturnType<Locale['verdict']>;
type Teller = (args: Args, cause: RootCause | undefined) => Told;

/** Codes that a device gives, seen no further than the proxy that handed them on. */
function isPassedOn({ role, status, rang }: Args): boolean {
  return role === 'proxy' && (rang !== undefined || [486, 488, 600, 603, 606, 607].includes(Number(status)));
}

function whyNotFound({ status }: Args): Why {
  switch (status) {
    case 410:
      return 'gone';
    case 484:
      return 'incomplete';
    case 485:
      return 'ambiguous';
    case 604:
      return 'nowhere';
    default:
      return 'notFound';
  }
}

/** How far the call had got when it was cancelled. */
function reachedBefore({ reach, audible }: Args): Reached {
  if (reach === 'ringing') return 'ringing';
  if (reach === 'trying' || reach === 'nothing') return 'nothing';
  return audible === 'early-media' ? 'early-media' : 'progress';
}

/** What to do about a call that was given up. */
function adviceOfAbandoned({ reach, audible, decision }: Args): keyof VerdictWords['advice'] {
  if (decision !== undefined) return 'noAnswerTimer';
  if (reach === 'progress' && audible === 'early-media') return 'earlyMedia';
  if (reach === 'trying' || reach === 'progress') return 'nextHopSilent';
  return reach === 'nothing' ? 'nextHopDead' : 'callerGaveUp';
}

function told(story: Story | undefined): string {
  return story === undefined ? '' : `${capitalize(story.text)}.`;
}

/** The verdicts of one language, by their keys. */
export function verdictsFrom(words: VerdictWords): Readonly<Record<VerdictKey, Teller>> {
  const { pieces, whys, advice, wordsOf } = words;

  const relayed = (args: Args) => args.relayed === true && words.relayed(args.server);

  const refused = (args: Args, deed: Deed, why = '') =>
    sentences(words.refused(args, words.deeds[isPassedOn(args) ? 'passedOn' : deed], why), relayed(args));

  const adviceOf = (args: Args) => {
    if (args.decision === 'expires') return advice.ringLonger;
    if (args.insteadOf === undefined) return pieces.causeAdvice(args) || wordsOf(Number(args.status), args).howToFix;
    const { howToFix } = wordsOf(Number(args.insteadOf));
    return `${words.beginWith(args.insteadOf, args.insteadOfHost)} ${howToFix}`;
  };

  const storyFor = (key: VerdictKey, args: Args, cause: RootCause | undefined) =>
    cause === undefined || tellsTheSame(key, cause.rule) ? undefined : words.storyOf(cause, args);

  /** Somebody said no: who, what, after how long, why, and what the caller heard. */
  const refusal =
    (key: VerdictKey, deed: Deed, why?: (args: Args) => string): Teller =>
    (args, cause) => {
      const story = storyFor(key, args, cause);
      const text = sentences(
        refused(args, deed, why?.(args)),
        pieces.changed(args),
        pieces.reason(args),
        pieces.warning(args),
        pieces.retry(args),
        pieces.branches(args),
        !story?.silence && pieces.heard(args),
        pieces.decider(args),
        told(story),
      );
      return { text, advice: adviceOf(args) };
    };

  const opening = (text: string, story: Story | undefined) => {
    if (story === undefined) return `${text}.`;
    return story.but ? words.but(text, story.text) : `${text}. ${told(story)}`;
  };

  /** What a code says; a cause says it better. */
  const unless = (why: Why) => (args: Args) => (tellingCause(args) === undefined ? whys[why] : '');

  const isKnown = ({ status }: Args) => findStatus(Number(status)) !== undefined;
  const means = (args: Args) => wordsOf(Number(args.status), args).means;

  const credentials = (args: Args, cause: RootCause | undefined) => {
    const { kind, offered, given } = cause?.args ?? {};
    if (cause?.rule === 'auth-challenge-unanswered') {
      if (kind === 'unusable') return words.credentials.unusable;
      return kind === 'ignored' ? words.credentials.ignored : words.credentials.notAnswered(offered);
    }
    if (Number(args.rounds) === 0) return words.credentials.none;
    return words.credentials.rejected(cause?.rule === 'auth-credentials-rejected' ? kind : undefined, given);
  };

  const redirectedTo = (args: Args, cause: RootCause | undefined) => {
    if (args.contact)
      return words.redirection.to(args.contact, cause?.args.kind === 'same-target' ? 'called' : 'other');
    return args.status === 380 ? words.redirection.service : words.redirection.nowhere;
  };

  return {
    answered: (args, cause) => {
      const story = storyFor('answered', args, cause);
      const text = sentences(
        opening(words.answeredBy(args), story),
        !story?.silence && pieces.answeredHow(args, story === undefined),
        pieces.branches(args),
        pieces.rounds(args),
        !story?.ending && pieces.release(args),
      );
      const next = args.ringing === false ? advice.tooEarly : advice.audio;
      return { text, advice: cause === undefined ? next : '' };
    },
    'answered-before-capture': (args, cause) => {
      const story = storyFor('answered-before-capture', args, cause);
      const text = sentences(opening(words.answeredBefore, story), !story?.ending && pieces.release(args));
      return { text, advice: cause === undefined ? advice.beginEarlier : '' };
    },
    'busy-here': refusal('busy-here', 'refused', () => whys.busy),
    'busy-everywhere': (args, cause) => ({
      text: sentences(
        refused(args, 'refused', whys.busyEverywhere),
        pieces.changed(args),
        pieces.reason(args),
        pieces.retry(args),
        words.nothingElse,
        pieces.branches(args),
        pieces.heard(args),
        pieces.decider(args),
        told(storyFor('busy-everywhere', args, cause)),
      ),
      advice: wordsOf(600, args).howToFix,
    }),
    declined: refusal('declined', 'declined'),
    unwanted: refusal('unwanted', 'unwanted'),
    blocked: refusal('blocked', 'blocked'),
    cancelled: (args, cause) => {
      const story = storyFor('cancelled', args, cause);
      return {
        text: sentences(
          words.cancelled(args, reachedBefore(args)),
          !story?.silence && args.audible === 'silence' && words.silentProgress,
          pieces.branches(args),
          pieces.decider(args),
          told(story),
        ),
        advice: cause === undefined ? advice[adviceOfAbandoned(args)] : '',
      };
    },
    'cancelled-elsewhere': (args) => ({
      text: words.cancelledElsewhere(args.cancelledAfter ?? args.after),
      advice: advice.elsewhere,
    }),
    terminated: (args, cause) => {
      const expired = args.decision === 'expires';
      return {
        text: sentences(
          refused(args, 'ended'),
          words.noCancel[expired ? 'expired' : 'unexplained'],
          pieces.decider(args),
          pieces.reason(args),
          told(storyFor('terminated', args, cause)),
        ),
        advice: expired ? advice.ringLonger : advice.findCancel,
      };
    },
    'no-answer': (args, cause) => {
      const story = storyFor('no-answer', args, cause);
      const text = sentences(
        words.noAnswer(args),
        relayed(args),
        pieces.changed(args),
        pieces.reason(args),
        pieces.branches(args),
        pieces.decider(args),
        args.audible === 'ringback' ? words.ringingTone : !story?.silence && pieces.heard(args),
        told(story),
      );
      return { text, advice: adviceOf(args) };
    },
    redirected: (args, cause) => ({
      text: sentences(
        refused(args, 'redirected'),
        redirectedTo(args, cause),
        told(storyFor('redirected', args, cause)),
      ),
      advice: args.status === 380 ? adviceOf(args) : advice.redirection,
    }),
    'not-found': refusal('not-found', 'refused', (args) => whys[whyNotFound(args)]),
    forbidden: (args, cause) =>
      cause?.rule === 'auth-credentials-rejected'
        ? { text: refused(args, 'refused', whys.credentials), advice: '' }
        : refusal('forbidden', 'refused', unless('forbidden'))(args, cause),
    unavailable: refusal('unavailable', 'refused', unless('unavailable')),
    'media-refused': refusal('media-refused', 'refused', ({ status }) => whys[status === 415 ? 'body' : 'media']),
    rejected: refusal('rejected', 'refused', (args) => (isKnown(args) ? means(args) : '')),
    unauthorized: (args, cause) => ({
      text: sentences(
        refused(args, 'challenged'),
        credentials(args, cause),
        told(storyFor('unauthorized', args, cause)),
      ),
      advice: Number(args.rounds) > 0 ? advice.newPassword : adviceOf(args),
    }),
    'no-response': (args, cause) => ({
      text: sentences(words.noResponse(args.server, args.sends ?? 1), told(storyFor('no-response', args, cause))),
      advice: advice.noResponse,
    }),
    stalled: (args, cause) => ({
      text: sentences(words.stalled(args.server, args.after), told(storyFor('stalled', args, cause))),
      advice: advice.stalled,
    }),
    timeout: (args, cause) => {
      const { text, advice: usual } = refusal('timeout', 'waited')(args, cause);
      // The hop that fell silent is known.
      const known = cause?.rule === 'invite-no-response' || cause?.rule === 'invite-stalled-after-trying';
      return { text, advice: known ? '' : usual };
    },
    'server-failure': refusal('server-failure', 'gaveUp', (args) => {
      const vague = args.status === 500 || args.status === 503 || tellingCause(args) !== undefined || !isKnown(args);
      return vague ? '' : means(args);
    }),
    unfinished: (args, cause) => {
      if (cause?.rule === 'invite-no-final-response' && cause.args.kind === 'ringing') {
        const { server, status, waited } = cause.args;
        return { text: words.neverEnded(server, status, waited), advice: advice.neverEnded };
      }
      const open = words.open[String(args.reach) as keyof typeof words.open] ?? words.open.progress;
      return {
        text: sentences(open, told(storyFor('unfinished', args, cause))),
        advice: args.reach === 'nothing' ? advice.bothWays : advice.longer,
      };
    },
    unknown: (_args, cause) => ({
      text: sentences(words.fragments, cause && told(words.storyOf(cause, {}))),
      advice: '',
    }),
  };
}
