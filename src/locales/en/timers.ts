import type { TimerId } from '../../catalogue/timers.ts';
import type { TimerText } from '../locale.ts';

/** Words for each timer; the facts are in `catalogue/timers.ts`. */
export const timers: Readonly<Record<TimerId, TimerText>> = {
  T1: {
    title: 'T1: estimate of the round trip',
    does:
      'The unit of nearly all other timers: how long a message and its answer are expected to need. On slow paths, ' +
      'such as mobile radio, it is set higher.',
    expired: 'It does not run out itself. The first gap between two copies of an INVITE shows which T1 a host uses.',
  },
  T2: {
    title: 'T2: longest interval between copies',
    does:
      'The upper limit of the growing gaps between copies of requests other than INVITE, and of final responses to ' +
      'INVITE.',
    expired:
      'Copies that come every 4 s show that a host has reached it: the other side has been silent for at least 3.5 s.',
  },
  T4: {
    title: 'T4: longest life of a message',
    does: 'How long a copy may still wander through the network. Timers I and K are made of it.',
    expired: 'Nothing is seen: after it late copies meet no transaction any more.',
  },
  A: {
    title: 'Timer A: INVITE again',
    does:
      'Sends the INVITE again over UDP while there is no response, with gaps that double: after 0.5, 1.5, 3.5, ' +
      '7.5, 15.5 and 31.5 s. Any response stops it.',
    expired:
      'Copies of one INVITE with growing gaps: the next hop does not answer, or its 100 does not come back. Seven ' +
      'copies are a full series.',
  },
  B: {
    title: 'Timer B: INVITE without answer',
    does: 'Ends an INVITE that got no response at all. It runs over every transport.',
    expired:
      'After it the client gives up: it tries the next server, or its user gets 408 although no 408 is on the ' +
      'wire. A proxy sends a 408 to the caller at about this time.',
  },
  C: {
    title: 'Timer C: INVITE without end',
    does:
      'Ends, at a proxy, an INVITE that rings without a final response. Each 101 to 199 starts it anew, a 100 does ' +
      'not.',
    expired:
      'The proxy sends CANCEL downstream, and the caller gets 487 or 408 about three minutes after the last sign ' +
      'of life. Products often set it lower, such as 120 s.',
  },
  D: {
    title: 'Timer D: late refusals',
    does: "Keeps the client's transaction after a refusal, so that copies of it are acknowledged again.",
    expired: 'Nothing is seen in itself. If the server still repeats a refusal after it, no ACK answers any more.',
  },
  E: {
    title: 'Timer E: request again',
    does:
      'Sends any request but INVITE again over UDP: after 0.5, 1.5, 3.5 and 7.5 s, then every 4 s. A provisional ' +
      'response slows it to T2.',
    expired:
      'Copies of REGISTER, OPTIONS or BYE: the peer does not answer, or its answer is lost. Eleven copies are a ' +
      'full series.',
  },
  F: {
    title: 'Timer F: request without answer',
    does: 'Ends a request other than INVITE that got no final response. It runs over every transport.',
    expired:
      'The client gives up: a registration counts as failed, a peer as down, and after a BYE the call may go on ' +
      'existing at the other side.',
  },
  G: {
    title: 'Timer G: refusal again',
    does: 'Sends a refusal of an INVITE again over UDP until its ACK comes.',
    expired: 'Copies of the same 3xx to 6xx: the ACK does not reach the server, or the client does not send it.',
  },
  H: {
    title: 'Timer H: refusal without ACK',
    does: 'Ends the wait for the ACK of a refusal.',
    expired:
      'The copies of the refusal stop. The call is over in any case; only the missing ACK remains to be explained.',
  },
  I: {
    title: 'Timer I: late ACKs',
    does: "Keeps the server's transaction after the ACK of a refusal, to absorb copies of it.",
    expired: 'Nothing is seen: copies of the ACK within it are ignored.',
  },
  J: {
    title: 'Timer J: late copies of a request',
    does:
      "Keeps the server's transaction after its final response, so that a copy of the request gets the same " +
      'response again.',
    expired: 'A copy that comes later counts as a new request: an old BYE then gets 481, an old REGISTER 400 or 500.',
  },
  K: {
    title: 'Timer K: late responses',
    does: "Keeps the client's transaction after the final response, to absorb copies of it.",
    expired: 'Nothing is seen: late copies of the response are dropped.',
  },
  L: {
    title: 'Timer L: answered, at the server',
    does: "Keeps the server's transaction of an answered INVITE, so that copies of the INVITE are absorbed.",
    expired: 'Nothing is seen. A copy after it would start a second call.',
  },
  M: {
    title: 'Timer M: answered, at the client',
    does: "Keeps the client's transaction of an answered INVITE, so that further 2xx of a fork reach the caller.",
    expired: 'A 2xx that comes later belongs to nothing: it gets no ACK, and the phone that sent it ends the call.',
  },
  N: {
    title: 'Timer N: wait for NOTIFY',
    does: "The subscriber's wait for the first NOTIFY after SUBSCRIBE or REFER, also after each refresh.",
    expired: 'The subscription counts as failed although it was answered with 200, and the lamp stays dark.',
  },
  '2xx': {
    title: 'Answer without ACK',
    does:
      'The callee repeats the 200 of an INVITE, after 0.5, 1.5, 3.5 and 7.5 s, then every 4 s, until the ACK ' +
      'comes. It does so over every transport.',
    expired: 'After 32 s without ACK the callee sends BYE: the well-known call that drops after half a minute.',
  },
  '100rel': {
    title: 'Reliable progress without PRACK',
    does: 'The callee repeats a reliable 18x with doubling gaps until its PRACK comes.',
    expired:
      'After 32 s it should refuse the INVITE with a 5xx. Before that, copies with the same RSeq show that the ' +
      'PRACK is missing.',
  },
  trying: {
    title: '100 within 200 ms',
    does: 'A server that cannot answer an INVITE within this time has to send 100, so that the client stops repeating it.',
    expired: 'Copies of the INVITE before the 100 come: the server was slower than T1, busy or waiting for a database.',
  },
  progress: {
    title: 'Sign of life while it rings',
    does:
      'While it rings or waits, the callee sends a provisional response each minute, so that proxies do not run ' +
      'into timer C.',
    expired:
      'Without it, proxies cancel calls that ring or queue for longer than three minutes. A reliable one needs to ' +
      'be sent only every two and a half minutes.',
  },
  glare: {
    title: 'Wait after 491',
    does:
      'How long a side waits after 491 before it tries its re-INVITE or UPDATE again: 2.1 to 4 s for the one that ' +
      'began the call, 0 to 2 s for the other.',
    expired:
      'A second attempt comes within that time and succeeds. If both sides try at the same moment again, one of ' +
      'them does not keep to its share.',
  },
  invite: {
    title: 'Time allowed for ringing',
    does: 'How long an INVITE may ring, as the caller wrote it in Expires.',
    expired: 'The callee answers 487 although there is no CANCEL, and the time since the INVITE equals the value.',
  },
  session: {
    title: 'Session timer',
    does:
      'How long an answered call lives without a refresh. The refresher sends re-INVITE or UPDATE at half of it; ' +
      '1800 s are recommended, 90 s are the least.',
    expired:
      'The side that waits in vain sends BYE, 32 s or a third of the interval before the end, whichever is ' +
      'shorter. Calls that all last equally long are its mark.',
  },
  registration: {
    title: 'Validity of a registration',
    does:
      'How long the registrar keeps a binding, as its 200 grants it. Phones refresh well before, at half to nine ' +
      'tenths.',
    expired: 'Calls to the phone are refused with 404 or 480, while the phone still believes that it is registered.',
  },
  subscription: {
    title: 'Validity of a subscription',
    does:
      'How long the notifier keeps a subscription, as its 200 grants it. Without Expires the event package ' +
      'decides, for presence one hour.',
    expired: 'A last NOTIFY with terminated and timeout, after which lamps and lists stay as they are.',
  },
  flow: {
    title: 'Keep-alive of a registered connection',
    does:
      'How often a phone shows that its connection still lives: over TCP every 95 to 120 s by CRLF, over UDP every ' +
      '24 to 29 s by STUN, or a little below Flow-Timer.',
    expired:
      'The registrar drops the connection and answers calls with 430 or 480; the phone registers again with a new ' +
      'connection.',
  },
};
