import type { Call, Dialog, SipMessage, Transaction } from '../../model.ts';
import { type Context, defineRule } from '../define.ts';
import { endedBefore, milliseconds } from '../guards.ts';
import { nearby, passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import { changesOf } from '../session-changes.ts';

type Shown = {
  caller: string;
  /** Who answered, as their Contacts name them, the first ones: one, if a single device answered under several To tags. */
  answerers: readonly string[];
  /** Of all. */
  devices: number;
  answers: number;
  /** Between the first answer and the second, ms. */
  apart: number;
  /** `left`: more than one was kept. `unseen`: the capture ended too soon, or does not show whom the caller released. */
  release: 'done' | 'late' | 'left' | 'unseen';
  /** From the second answer to the BYE that came too late, ms; 0 unless `late`. */
  released: number;
};

/** Devices that a sentence names. */
const TOLD = 3;

function told({ answerers, devices }: Pick<Shown, 'answerers' | 'devices'>): string {
  return answerers.join(' and ') + (devices > answerers.length ? ' and others' : '');
}

const isSuccess = ({ status }: SipMessage) => status >= 200 && status < 300;

/** One answer a To tag, in order of time. */
function distinct(answers: readonly SipMessage[]): SipMessage[] {
  const found = new Map<string, SipMessage>();
  for (const answer of answers) if (answer.toTag !== '' && !found.has(answer.toTag)) found.set(answer.toTag, answer);
  return [...found.values()].sort((a, b) => a.time - b.time);
}

function successes({ responses }: Transaction): SipMessage[] {
  return responses.flatMap(({ message }) => (isSuccess(message) ? message : []));
}

/** The branch of the request that a proxy forked: its own forks carry it below their own. */
function forkedFrom({ request }: Transaction): string {
  return request === undefined || request.viaCount < 2 ? '' : (request.headers('Via')[1] ?? '');
}

/** All answers to the INVITE of this transaction, those to its sister forks included. */
function answersTo(transaction: Transaction, call: Call): SipMessage[] {
  const parent = forkedFrom(transaction);
  if (parent === '') return distinct(successes(transaction));
  const sisters = nearby(transaction, call).filter(
    (one) =>
      one.method === 'INVITE' &&
      one.cseq === transaction.cseq &&
      one.client.address === transaction.client.address &&
      one.viaCount === transaction.viaCount &&
      forkedFrom(one) === parent,
  );
  return distinct(sisters.flatMap(successes));
}

function dialogOf(answer: SipMessage, { dialogs }: Call): Dialog | undefined {
  return dialogs.find(({ callerTag, calleeTag }) => callerTag === answer.fromTag && calleeTag === answer.toTag);
}

/** All but one of the answered dialogs must end at once (RFC 3261 §13.2.2.4). */
function releaseOf(answers: readonly SipMessage[], call: Call, context: Context): Pick<Shown, 'release' | 'released'> {
  const { surplusRelease } = context.thresholds;
  const newest = answers[answers.length - 1];
  let inTime = 0;
  let first: number | undefined;
  let open = 0;
  for (const answer of answers) {
    const dialog = dialogOf(answer, call);
    const bye = dialog && changesOf(dialog, call).bye?.start;
    if (bye === undefined) {
      if (dialog?.state === 'terminated') inTime++;
      else open++;
      continue;
    }
    const after = milliseconds(newest.time, bye);
    if (after <= surplusRelease) inTime++;
    else first = Math.min(first ?? after, after);
  }
  if (inTime >= answers.length - 1) return { release: 'done', released: 0 };
  if (endedBefore(context, newest.time, surplusRelease)) return { release: 'unseen', released: 0 };
  if (open > 1) return { release: 'left', released: 0 };
  return { release: 'late', released: first ?? 0 };
}

/** Rule 49: one INVITE, and more than one device that answered it. */
export const multiple2xxForked = defineRule<'call', Shown>({
  id: 'multiple-2xx-forked',
  severity: 'warning',
  scope: 'call',
  title: 'Call that was answered more than once',
  spec: ['RFC 3261 §13.2.2.4', 'RFC 3261 §16.7', 'RFC 6026 §7.1'],
  example: {
    caller: '192.0.2.1:5060',
    answerers: ['192.0.2.7:5060', '192.0.2.8:5060'],
    devices: 2,
    answers: 2,
    apart: 120,
    release: 'late',
    released: 30_000,
  },
  why: ({ release }) =>
    release === 'left' || release === 'late'
      ? 'Two callees are connected at once: one of them hears nothing or everything, and both calls are billed.'
      : 'One callee picked up and was hung up on at once; often it is a mailbox or an automatic answer that was faster.',
  fix: ({ caller, devices, release, ...args }) => [
    ...(release === 'left' || release === 'late'
      ? [
          `Let ${caller} acknowledge every 200 and send BYE at once to all but one${devices > 1 ? ` of ${told({ ...args, devices })}` : ''}.`,
        ]
      : []),
    ...(devices > 1
      ? [
          'Look for voicemail, call forwarding or automatic answer on one of the devices that ring together, and turn it off there.',
          'Let the forking proxy cancel the other branches as soon as the first 200 arrives, and check that the CANCEL reaches them without delay.',
        ]
      : [
          `Look behind ${told({ ...args, devices })} for a fork that it hides; if there is none, repair it: one INVITE makes one dialog.`,
        ]),
  ],
  message: ({ caller, devices, answers, apart, release, released, ...args }) =>
    (devices > 1
      ? `${devices} devices (${told({ ...args, devices })}) answered the INVITE of ${caller}`
      : `${told({ ...args, devices })} answered the INVITE of ${caller} ${answers} times, each time with another To tag`) +
    `, the second ${devices > 1 ? '' : 'time '}${duration(apart)} after the first` +
    {
      done: `; ${caller} kept one and released the other${answers > 2 ? 's' : ''}.`,
      late: `, and the surplus call was released only ${duration(released)} later.`,
      left: ', and more than one of the calls was left up.',
      unseen: '.',
    }[release],
  limits: ({ release }) =>
    release === 'unseen'
      ? 'The capture ends too soon to show whether the surplus call was released.'
      : release === 'left'
        ? 'A BYE that took another path would not be seen here.'
        : '',
  when: ({ call }) => {
    let answered = 0;
    for (const { answer } of call.dialogs) if (answer !== undefined && ++answered > 1) return true;
    return false;
  },
  *check({ call }, context) {
    const reported = new Set<string>();
    for (const transaction of call.transactions) {
      const { method, request, final } = transaction;
      if (method !== 'INVITE' || final === undefined || !isSuccess(final)) continue;
      if (request === undefined || request.toTag !== '') continue;
      const answers = answersTo(transaction, call);
      if (answers.length < 2) continue;
      // Below the fork each branch has one answer; above it all of them pass the same hops.
      const key = answers
        .map(({ toTag }) => toTag)
        .sort()
        .join(' ');
      if (reported.has(key)) continue;
      if (passedOn(transaction, call).some((lower) => distinct(successes(lower)).length >= answers.length)) continue;
      reported.add(key);
      const { release, released } = releaseOf(answers, call, context);
      const acks = answers.flatMap((answer) => dialogOf(answer, call)?.acks[0] ?? []);
      const names = [...new Set(answers.map(nameOf))];
      const caller = call.attempts[0]?.client ?? transaction.client;
      yield {
        at: [answers[1], answers[0], ...acks],
        args: {
          caller: caller.name,
          answerers: names.slice(0, TOLD),
          devices: names.length,
          answers: answers.length,
          apart: milliseconds(answers[0].time, answers[1].time),
          release,
          released,
        },
        severity: release === 'left' || release === 'late' ? 'error' : 'warning',
        confidence: release === 'left' ? 'likely' : 'certain',
        device: release === 'left' || release === 'late' ? caller.address : transaction.server.address,
      };
    }
  },
});

const NAME_LENGTH = 60;

/** Its Contact tells the device behind a proxy. */
function nameOf(answer: SipMessage): string {
  const uri = /<([^<>]*)>/.exec(answer.header('Contact') ?? '')?.[1] ?? '';
  return uri === '' ? answer.source.name : uri.slice(0, NAME_LENGTH);
}
