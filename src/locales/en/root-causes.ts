/** What the most severe finding of a call adds to its verdict. */
import type { Value } from '../../model.ts';
import { type RefusedBye, type Repeated, speakOfRootCauses } from '../root-cause.ts';
import { duration, role, times } from './phrases.ts';
import { hangsUp } from './steps.ts';

/** What a request has wrong that should tie it to its dialog. */
const fields: Readonly<Record<string, string>> = {
  'cseq-number': 'CSeq number',
  'from-tag': 'From tag',
  'to-tag': 'To tag',
  'both-tags': 'both tags',
};

const fieldName = (key: Value | undefined) => fields[String(key)] ?? '';

/** "for 32 s and then hung up". */
function forSoLong({ waited, hungUp }: Repeated): string {
  return `for ${duration(waited)}${hungUp ? ' and then hung up' : ''}`;
}

function bye({ by, talked }: RefusedBye): string {
  const sender = 'address' in by ? by.address : hangsUp(by.role).toLowerCase();
  return talked === undefined
    ? `the BYE of ${sender} was refused with 481`
    : `the BYE that ${sender} sent after ${duration(talked)} of conversation was refused with 481`;
}

const sent = (copies: Value) => `so that the INVITE was sent ${times(copies)}`;

function heardNothing(waited: Value | undefined): string {
  return `so that the caller most likely heard nothing${waited === undefined ? '' : ` for ${duration(waited)}`}`;
}

export const storyOf = speakOfRootCauses({
  ack: {
    later: (waited) => `A later 200 got no ACK and was repeated for ${duration(waited)}`,
    absent: (it) => `no ACK for the 200 was seen: ${role(it.who)} repeated it ${forSoLong(it)}`,
    unheard: (it) => `the 200 did not get back to the caller: ${role(it.who)} repeated it ${forSoLong(it)}`,
    lost: (it, sentTo) =>
      `the ACK, sent to ${sentTo}, did not get through: ${role(it.who)} repeated its 200 ${forSoLong(it)}`,
    unmatched: (it, differs) =>
      `${role(it.who)} did not accept the ACK${differs ? `, which has another ${fieldName(differs)}` : ''}: it repeated its 200 ${forSoLong(it)}`,
  },
  dropped: (who, after) => `${role(who)} hung up ${duration(after)} later: that is how long it waits for an ACK`,
  bye: {
    tags(refused, differs) {
      const reason = differs === 'direction' ? 'its tags are reversed' : `its ${fieldName(differs)} is wrong`;
      return `${bye(refused)}: ${reason}, and the other side does not learn that the call is over`;
    },
    lost: (refused) => `${bye(refused)}: the other side had lost the call by then`,
  },
  crossed(first, release, after) {
    const gaveUp = first ? 'the caller had just given up' : 'the caller gave up in the same moment';
    const end = {
      atOnce: ', and the call was released at once',
      soon: `, and the call was released ${duration(after)} later`,
      late: `, and only ${duration(after)} later a BYE released the call`,
      missing: ', and no BYE released the call',
      unseen: '',
    }[release];
    return `${gaveUp}: CANCEL and answer crossed${end}`;
  },
  slow: (after, copies) => `The first response took ${duration(after)}, ${sent(copies)}`,
  tryingLate: (after, roundTrip, copies) =>
    `The first response took ${duration(after)} although the way there and back takes ${duration(roundTrip)}, ${sent(copies)}`,
  machine: 'A machine ended it, not a person',
  contradiction: 'Code and cause do not go together: one of them was changed on the way',
  huntedOn: ({ refuser, status, client, other }) =>
    `Before that, ${refuser} had refused the call for all devices with ${status}, but ${client} went on and called ${other}`,
  noSdp: {
    announced: (status, waited) => `The ${status} had promised early media without SDP, ${heardNothing(waited)}`,
    silent: (status, waited) => `A ${status} without SDP and no 180 had come before, ${heardNothing(waited)}`,
    stripped: (status, waited, server) => `The SDP of the ${status} was lost at ${server}, ${heardNothing(waited)}`,
  },
  stalled: (server, ended) =>
    `${server} had taken the INVITE with 100 Trying and sent nothing ${ended === 'timeout' ? 'else until then' : 'more'}`,
  noResponse: (server, sends) =>
    `${server} gave no response of any kind, although it was sent the INVITE ${times(sends)}`,
});
