import type { StreamFacts } from '../../media/facts.ts';
import type { Call, Dialog, SipMessage } from '../../model.ts';
import {
  type Agreement,
  agreementsOf,
  announcementOf,
  isExpected,
  isInView,
  opposite,
  receiverOf,
  senderOf,
  socketName,
  streamsOf,
  type Way,
  ways,
} from '../agreements.ts';
import { type Context, defineRule } from '../define.ts';
import { milliseconds } from '../guards.ts';
import { duration } from '../phrases.ts';
import { isQ850, reasonsOf } from '../refusal.ts';
import { changesOf, isExpiry, timerAt } from '../session-changes.ts';

type Shown = {
  /** `said`: the BYE gives it as its reason. `timed`: it came after a silence as long as such timers are. */
  evidence: 'said' | 'timed';
  /** The media to who hung up: it had `stopped`, `never` come, was `held`, or is `unseen` in this capture. */
  media: 'stopped' | 'never' | 'held' | 'unseen';
  /** Who hung up. */
  sender: string;
  /** Where the media that was missed should have come from; empty where nothing tells. */
  from: string;
  /** Without media before the BYE, ms; -1 where unseen. */
  silence: number;
  /** The timer that fits, seconds; 0 when none does. */
  timeout: number;
  reasonText: string;
};

interface Silence {
  readonly media: Exclude<Shown['media'], 'unseen'>;
  readonly agreement: Agreement;
  readonly way: Way;
  /** ms. */
  readonly length: number;
  readonly there: readonly StreamFacts[];
  readonly back: readonly StreamFacts[];
}

/** What media timers are set to, seconds. */
const TIMEOUTS = [10, 20, 30, 60, 120, 300];
/** Short timers are met by chance as often as long ones when the window is a share of them. */
const WINDOW_SHARE = 0.1;
/** People speak to a mailbox that is silent for less than this, and hang up when they are done, ms. */
const MAILBOX = 60_000;
/** From here on the causes of Q.850 are about networks and protocols that gave up. */
const GAVE_UP = 34;
/** ms. The side that hangs up sent media until then, give or take. */
const UNTIL_THEN = 2_000;
const TEXT = 120;

const SAID =
  /\b(?:rtp|rtcp|media|audio)\b.{0,24}\b(?:time ?out|timed out|inactiv(?:e|ity)|broken|lost|loss)\b|\bno (?:rtp|media|audio)\b|\binactivity\b/i;

/** The reason that speaks of missing media; that of a session timer is another story (rule `session-timer-expiry-drop`). */
function saidBy(bye: SipMessage): string | undefined {
  if (!bye.has('Reason')) return undefined;
  const texts = reasonsOf(bye).map(({ text }) => text.slice(0, TEXT));
  return texts.find((text) => SAID.test(text.replaceAll(/[_/-]/g, ' ')) && !/session/i.test(text));
}

/** The BYE itself says that nobody hung up: a network or a protocol gave up. */
function gaveUp(bye: SipMessage): boolean {
  return bye.has('Reason') && reasonsOf(bye).some((one) => isQ850(one) && (one.cause ?? 0) >= GAVE_UP);
}

/** How long the side that hung up had heard nothing; undefined where nothing was agreed at the end. */
function silenceOf(bye: SipMessage, { callerTag }: Dialog, call: Call, context: Context): Silence | undefined {
  const facts = context.media.of(call);
  const way = bye.fromTag === callerTag ? 'to-caller' : 'to-callee';
  const agreement = agreementsOf(call, context).findLast(({ kind, end }) => kind === 'audio' && end >= facts.ended);
  if (agreement === undefined) return undefined;
  const there = streamsOf(agreement, way, facts);
  const back = streamsOf(agreement, opposite[way], facts);
  const since = Math.max(agreement.start, ...there.map(({ end }) => end));
  const media = !ways.every((one) => isExpected(agreement, one)) ? 'held' : there.length > 0 ? 'stopped' : 'never';
  return { media, agreement, way, length: milliseconds(since, bye.time), there, back };
}

function timeoutOf(silence: number, window: number): number {
  const near = (seconds: number) => Math.min(window, WINDOW_SHARE * 1000 * seconds);
  return TIMEOUTS.find((seconds) => Math.abs(silence - 1000 * seconds) <= near(seconds)) ?? 0;
}

/** Other timers that end calls: that of the session, and that of an answer without ACK. */
function isOtherTimer(bye: SipMessage, dialog: Dialog, call: Call, { thresholds }: Context): boolean {
  if (dialog.acks.length === 0) return true;
  const timer = timerAt(changesOf(dialog, call), bye.time);
  if (timer === undefined) return false;
  return isExpiry(milliseconds(timer.answer.time, bye.time), timer.interval, thresholds.sessionTimerWindow);
}

/** The silence itself is a fault that somebody's timer ended, not that of a mailbox or a quiet talker. */
function isTelling(bye: SipMessage, silence: Silence, call: Call, { media }: Context): boolean {
  const { agreement, way, there, back, length } = silence;
  const { caller, callee } = agreement;
  // What is too much to follow may be what was missed.
  if (media.of(call).omittedPackets > 0) return false;
  // Whoever suppresses silence is silent by right.
  if (there.some(({ comfortNoise, gaps }) => comfortNoise > 0 || gaps.some(({ quiet }) => quiet))) return false;
  if (silence.media === 'held' || caller.candidates > 0 || callee.candidates > 0) return false;
  if (silence.media === 'never') {
    if (!isInView(agreement, way, back, call)) return false;
    const isNothing = media.of(call).streams.length === 0;
    if (back.length === 0) return isNothing && media.reaches(call, caller.address, callee.address);
  }
  // With silence on both sides the media may have gone past the capture, or was over.
  if (!back.some(({ end }) => milliseconds(end, bye.time) < UNTIL_THEN)) return false;
  return silence.media === 'never' || way === 'to-callee' || length > MAILBOX - UNTIL_THEN || gaveUp(bye);
}

/** Rule 54: a side hangs up because it heard no media for too long. */
export const mediaTimeoutDrop = defineRule<'call', Shown>({
  id: 'media-timeout-drop',
  severity: 'error',
  scope: 'call',
  title: 'Call dropped for lack of media',
  spec: ['RFC 3326 §2', 'RFC 3264 §8.4', 'RFC 6263 §5'],
  example: {
    evidence: 'timed',
    media: 'stopped',
    sender: '192.0.2.9:5060',
    from: '192.0.2.1:40000',
    silence: 30_200,
    timeout: 30,
    reasonText: '',
  },
  why: ({ media }) =>
    media === 'held'
      ? 'Calls on hold are lost whenever they are held for longer than the timer.'
      : 'No person hung up: the call was cut off, after one side had heard nothing for a while.',
  fix: ({ media, sender, from }) => [
    ...{
      stopped: [
        `Find out why the media from ${from} stopped: its host or its network went away, or it is mute or suppresses silence without sending comfort noise.`,
        'If it sends nothing on purpose, let it send comfort noise or keep-alives (RFC 6263; rtp_keepalive in Asterisk).',
      ],
      never: [`Find out why no media came from ${from} at all: NAT, a firewall, a wrong address in its SDP.`],
      held: [
        `Give calls on hold a longer timer of their own on ${sender} (rtp_timeout_hold in Asterisk, media_hold_timeout in FreeSWITCH), or let the side that holds send music or RTCP.`,
      ],
      unseen: [`Capture the media at ${sender}, too: did it stop, or did it never come?`],
    }[media],
    `Keep the timer on ${sender} (rtp_timeout, media_timeout): it only shows the fault. Make it longer when it ends calls that are merely quiet.`,
  ],
  message: ({ evidence, media, sender, from, silence, timeout, reasonText }) => {
    const missed = {
      stopped: `the media from ${from} had stopped ${duration(silence)} before`,
      never: `no media had come from ${from} in the ${duration(silence)} since it was agreed`,
      held: `the call had been on hold without media for ${duration(silence)}`,
      unseen: '',
    }[media];
    return evidence === 'said'
      ? `${sender} hung up for lack of media, as its BYE says ("${reasonText}")${missed === '' ? '' : `: ${missed}`}.`
      : `${sender} hung up when ${missed}, as a media timer of ${timeout} s does.`;
  },
  limits: ({ evidence, media }) =>
    media === 'unseen'
      ? 'The reason may be that of another leg, which was passed on.'
      : evidence === 'timed'
        ? 'That a timer hung up, and not somebody who heard nothing, is a guess from the length of the silence.'
        : '',
  concerns: (method) => method === 'BYE',
  when: ({ call }, { media }) => media.hasAny(call) || call.dialogs.some(({ bye }) => bye?.request?.has('Reason')),
  *check({ call }, context) {
    for (const dialog of call.dialogs) {
      const bye = dialog.bye?.request;
      if (bye === undefined) continue;
      const reasonText = saidBy(bye);
      const silence = silenceOf(bye, dialog, call, context);
      const seen = silence !== undefined && context.media.of(call).streams.length > 0;
      const timeout = silence === undefined ? 0 : timeoutOf(silence.length, context.thresholds.mediaTimeoutWindow);
      if (reasonText === undefined) {
        if (silence === undefined || timeout === 0 || isOtherTimer(bye, dialog, call, context)) continue;
        if (!isTelling(bye, silence, call, context)) continue;
      } else if (seen && silence.there.length > 0 && silence.length < UNTIL_THEN) {
        // It heard media until the end: the reason is that of another leg, and was passed on.
        continue;
      }
      const told = reasonText === undefined || seen ? silence : undefined;
      const speaker = told && senderOf(told.agreement, told.way);
      yield {
        at: [bye, ...(told === undefined ? [] : [announcementOf(receiverOf(told.agreement, told.way), call)])],
        args: {
          evidence: reasonText === undefined ? 'timed' : 'said',
          media: told?.media ?? 'unseen',
          sender: bye.source.name,
          from: speaker === undefined ? '' : socketName(speaker),
          silence: told === undefined ? -1 : Math.round(told.length),
          timeout,
          reasonText: reasonText ?? '',
        },
        confidence:
          reasonText !== undefined ? (told === undefined ? 'likely' : 'certain') : gaveUp(bye) ? 'likely' : 'possible',
        device: speaker === undefined || told?.media === 'held' ? bye.source.address : speaker.address,
      };
      return;
    }
  },
});
