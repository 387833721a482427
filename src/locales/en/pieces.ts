/** Sentences that verdicts share: what the caller heard, what came before, who hung up. */
import type { Value } from '../../model.ts';
import { capitalize } from '../phrases.ts';
import { piecesFrom } from '../verdict-pieces.ts';
import { decisions } from './decider.ts';
import { count, duration } from './phrases.ts';
import { fields, reasonName } from './reason.ts';
import { conversation, hangsUp } from './steps.ts';

/** " for 3.0 s". */
const forSoLong = (ms: Value | undefined) => (ms === undefined ? '' : ` for ${duration(ms)}`);

export const pieces = piecesFrom({
  fields,
  decisions,
  heard: {
    sounded: (opened) =>
      `Before that, early media was open${forSoLong(opened)} and RTP went to the caller, who should have heard what was in it.`,
    offered: (opened) =>
      `Before that, early media was offered${forSoLong(opened)}: the caller may have heard ringing or an announcement.`,
    ringback: 'It was ringing before that: the caller should have heard a ringing tone.',
    rangBriefly: (rang) => `It had been ringing for ${duration(rang)} only.`,
    rang: (rang) => `It had been ringing for ${duration(rang)}: the caller should have heard a ringing tone.`,
    nothing: 'Before that came progress without SDP and no 180: most likely the caller heard nothing.',
  },
  beforeAnswer: {
    unrung: 'Nothing rang before that: a machine or a conference answered, or a server hides the ringing.',
    nothing:
      'Progress came without SDP and without 180, so that the caller most likely heard nothing before the answer.',
    rang: (rang) => `It had been ringing for ${duration(rang)}.`,
    sounded: 'Early media came before the answer, with RTP: the caller should have heard what was in it.',
    offered: 'Early media came before the answer: the caller may have heard ringing or an announcement.',
  },
  changed: (status, host) => `Further down it began as a ${status} from ${host}: look there first.`,
  rounds: (n, codes) =>
    `${capitalize(count(n, 'round', 'rounds'))} of authentication, redirection or retry came before${codes === undefined ? '' : ` (${codes})`}.`,
  release(args, reason) {
    const who = args.releaseRole === undefined ? `${args.releasedBy}` : hangsUp(args.releaseRole);
    const giving = reason === undefined ? '' : `, giving ${reasonName(reason)}`;
    return `${who} hung up${conversation(args)}${giving}.`;
  },
  branches: {
    diverted: 'A server had diverted the call to another target (181).',
    queued: (waited) => `The call had waited in a queue${forSoLong(waited)} (182).`,
    ended: 'One branch of a fork had ended before (199).',
    other: 'Another branch answered than the one that rang: a second device, voicemail or forwarding.',
    several: (n) => `${n} branches of the call had responded before: a fork, a hunt group, or an announcement.`,
  },
});
