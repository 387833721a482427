import { defineRule } from '../define.ts';
import { lockOf } from '../digest.ts';
import { passedOn } from '../hops.ts';
import { duration } from '../phrases.ts';
import type { DigestField, Spelling } from '../recompute.ts';
import {
  challengedAgain,
  forbiddenCredentials,
  isSuccess,
  laterOf,
  type RejectionKind,
  testedWith,
} from '../rejection.ts';

type Shown = {
  kind: RejectionKind;
  method: string;
  client: string;
  server: string;
  status: number;
  phrase: string;
  user: string;
  realm: string;
  /** What the credentials say, and what they should say or were made with. */
  given: string;
  wanted: string;
  /** Of `expired`: from the challenge to the credentials, ms. */
  late: number;
  /** Of `made`: what the digest was made with another value of. */
  field: DigestField | '';
  /** The digest was recomputed with a password that the user gave, and is right. */
  tested: boolean;
  /** A later attempt of the client was accepted. */
  letIn: boolean;
};

const BAD_AUTHENTICATION = /auth|password|credential|digest/i;

const doubtful: readonly RejectionKind[] = ['nonce', 'server', 'expired', 'mismatch'];

/** Where a nonce that only another server knows would look the same. */
export const blamesNonces: readonly RejectionKind[] = ['correct', 'expired', 'forbidden', 'refused', 'uri'];

/** Kinds that the server must mend; all others begin at the client. */
const ofServer: readonly RejectionKind[] = ['correct', 'expired', 'server'];

const LONGEST = 80;

function clip(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function quoted(text: string): string {
  return text === '' ? 'nothing' : `"${text}"`;
}

const spellings: Readonly<Record<Spelling, (length: string) => string>> = {
  trimmed: () => 'without the blanks around it',
  blank: () => 'with a blank behind it',
  'line-end': () => 'with a line end behind it',
  'carriage-return': () => 'with a carriage return behind it',
  quoted: () => 'in quotes',
  'lower-case': () => 'in lower case',
  'upper-case': () => 'in upper case',
  percent: () => 'with its special characters as %HH',
  unpercent: () => 'with its %HH resolved',
  xml: () => 'with its special characters as in XML (&amp;)',
  empty: () => 'empty',
  cut: (length) => `cut after ${length} characters`,
};

/** How the password was changed before it was hashed. */
function spelled(wanted: string, given: string): string {
  return spellings[wanted as Spelling](given);
}

/** What the digest was made with; the password given fits once that is changed. */
function madeWith({ field, given, wanted }: Shown): string {
  switch (field) {
    case 'spelling':
      return `their digest was made with the password given, but ${spelled(wanted, given)}`;
    case 'password':
      return `their digest was made with the password of "${wanted}"`;
    case 'case':
      return 'their digest is right, but its hexadecimal digits are capitals';
    case 'body':
      return 'their digest (qop auth-int) was made over an empty body, and the request has one';
    case 'username':
      return `their digest was made for user ${quoted(wanted)}, while they name ${quoted(given)}`;
    case '':
      return '';
    default: {
      const name = { nc: 'nonce count', cnonce: 'client nonce', uri: 'URI' }[String(field)] ?? field;
      return field === 'qop' && wanted === ''
        ? `their digest was made without qop, while they say ${given}`
        : `their digest was made with ${name} ${quoted(wanted)} instead of ${quoted(given)}`;
    }
  }
}

function remedyOf({ field, client, given, wanted, user }: Shown): string {
  switch (field) {
    case 'spelling':
      return `Enter the password of "${user}" in ${client} anew, by hand: its form or provisioning uses it ${spelled(wanted, given)}.`;
    case 'password':
      return `Set the password of "${user}" in ${client}: it uses that of "${wanted}".`;
    case 'username':
      return `Set one authentication user in ${client}: the digest is for ${quoted(wanted)}, the header says ${quoted(given)}.`;
    case 'realm':
      return `Let ${client} hash the realm of the challenge: clear a realm that is set in its account, or correct a stored hash that was made with ${quoted(wanted)}.`;
    case 'nonce':
      return `Let ${client} answer the newest challenge: its digest is made with another nonce than it writes.`;
    case 'uri':
    case 'method':
      return `Find what changes the request between ${client} and here (a SIP ALG, a PBX that copies credentials into another request): the digest belongs to ${quoted(wanted)}.`;
    case 'case':
      return `Update ${client}: it must write the digest in lower case (RFC 7616 §3.2), and servers that compare texts refuse it.`;
    case 'body':
      return `Offer qop auth instead of auth-int, or find what adds a body between ${client} and here.`;
    default:
      return `Update ${client} or set its digest options: what it writes as ${field} is not what it hashes.`;
  }
}

/** Rule 6: the client answered the challenge, and its answer was not accepted. */
export const authCredentialsRejected = defineRule<'transaction', Shown>({
  id: 'auth-credentials-rejected',
  severity: 'error',
  scope: 'transaction',
  title: 'Credentials that the server does not accept',
  spec: ['RFC 3261 §22.1', 'RFC 3261 §22.2', 'RFC 7616 §3.2', 'RFC 7616 §3.3', 'RFC 8760 §2.4'],
  example: {
    kind: 'refused',
    method: 'REGISTER',
    client: '192.0.2.1:5060',
    server: '192.0.2.5:5060',
    status: 401,
    phrase: 'Unauthorized',
    user: 'alice',
    realm: 'example.com',
    given: '',
    wanted: '',
    late: 0,
    field: '',
    tested: false,
    letIn: false,
  },
  why: (args) =>
    args.letIn
      ? 'The client was let in later; some servers block it after a few such attempts.'
      : args.method === 'REGISTER'
        ? 'The phone stays unregistered: it gets no calls, and those that it makes may be refused.'
        : 'The request is not let in; clients that try the same credentials again and again get locked out.',
  fix: (args) => [
    ...{
      user: [`Set the authentication user in ${args.client}: it is empty.`],
      realm: [
        `Set the realm in ${args.client} to "${args.wanted}", or leave it empty so that it takes the one of the challenge.`,
      ],
      nonce: [`Let ${args.client} answer the newest challenge: it goes on using the nonce of an older one.`],
      server: [`Let the servers share their nonces, or send ${args.client} back to the one that challenged it.`],
      algorithm: [`Let ${args.client} use an algorithm that the server offers (${args.wanted}).`],
      qop: [`Let ${args.client} use the quality of protection that the challenge offers (${args.wanted || 'none'}).`],
      expired: [
        `Let ${args.client} answer a challenge at once, or let ${args.server} keep its nonces valid for longer.`,
        `Let ${args.server} say stale=true when a nonce has run out: then the client tries again by itself.`,
      ],
      uri: [],
      refused: [],
      forbidden: [],
      mismatch: [],
      made: [remedyOf(args)],
      correct: [
        `Compare what ${args.server} holds for "${args.user}" with the password given: another password, or a stored hash (HA1) that was made with another realm or user.`,
        `Check that ${args.server} looks "${args.user}" up in the right domain or tenant, and that the account is neither locked nor bound to another address.`,
      ],
    }[args.kind],
    ...(args.kind === 'made' || args.kind === 'correct' || args.tested
      ? []
      : [
          `Set the password of "${args.user}" for realm "${args.realm}" anew on both sides, and watch for blanks and for characters that need escaping.`,
          'Check that the authentication user is the one that the server knows: it often differs from the number or display name.',
        ]),
    ...(args.kind === 'uri'
      ? [
          'Find out what changes the Request-URI after the digest was made: an ALG, a header rule, an outbound proxy setting. Some servers compare the two.',
        ]
      : []),
    ...(blamesNonces.includes(args.kind)
      ? ['If several servers share the work, check that each accepts the nonces of the others.']
      : []),
  ],
  message: (args) =>
    `${args.server} refused the credentials of "${args.user}" for realm "${args.realm}" in the ${args.method} of ${args.client} with ${args.status}${args.phrase === '' ? '' : ` ${args.phrase}`}` +
    {
      user: ': the user name is missing.',
      realm: `: they are made for realm "${args.given}".`,
      nonce: ': they answer an older challenge, not the newest.',
      server: `: the challenge had come from another server, ${args.wanted}.`,
      algorithm: `: they use ${args.given}, and the challenge offered ${args.wanted}.`,
      qop: `: they use qop ${args.given}, and the challenge offered ${args.wanted || 'none'}.`,
      uri: `, although ${args.tested ? 'their digest is right for the password given' : 'they answer its newest challenge'}; their uri is ${args.given} while the request goes to ${args.wanted}.`,
      refused: ', although they answer its newest challenge: user or password is wrong.',
      expired: `: they came ${duration(args.late)} after the challenge, and its nonce had run out.`,
      forbidden: '.',
      correct: ', although their digest is right for the password given.',
      mismatch: ': their digest was not made with the password given.',
      made: `: ${madeWith(args)}.`,
    }[args.kind],
  limits: (args) =>
    args.kind === 'mismatch'
      ? 'Whether the password in the client or the one given here is out of date cannot be read from a digest.'
      : args.kind === 'correct'
        ? 'What the server compares the digest with does not show.'
        : (args.kind === 'refused' || args.kind === 'uri') && !args.tested
          ? 'Whether the password or the user name is wrong cannot be read from a digest.'
          : args.kind === 'expired'
            ? 'Whether user and password are right was not put to the test.'
            : '',
  concerns: (_, end) => end === 'refused',
  when: ({ transaction }) => transaction.final !== undefined && transaction.final.status >= 400,
  *check({ transaction, conversation }, context) {
    const { final, request, method } = transaction;
    if (final === undefined || final.status < 400 || request === undefined || method === 'ACK' || method === 'CANCEL')
      return;
    const lock = lockOf(final.status);
    const said = final.status === 403 && BAD_AUTHENTICATION.test(final.phrase);
    // A 403 without a word about credentials may mean anything, unless a password shows that they are wrong.
    if (lock === undefined && !(final.status === 403 && (said || context.secrets !== undefined))) return;
    if (passedOn(transaction, conversation).some((lower) => lower.final?.status === final.status)) return;
    const found =
      lock === undefined
        ? forbiddenCredentials(request)
        : challengedAgain(transaction, request, final, lock, conversation, context.thresholds.challengeAnswer);
    if (found === undefined) return;
    const { credentials, realm, challenged } = found;
    const { kind, given, wanted, late, field, tested, named } = testedWith(
      context.secrets,
      found,
      request,
      transaction,
      conversation,
    );
    const wrong = kind === 'made' || (kind === 'mismatch' && named);
    if (lock === undefined && !said && !wrong) return;
    if (found.unseen && !wrong) {
      yield { undetermined: 'G-START' };
      return;
    }
    const letIn = laterOf(transaction, conversation).some(isSuccess);
    yield {
      at: [final, request, ...(challenged === undefined ? [] : [challenged])],
      args: {
        kind,
        method,
        client: transaction.client.name,
        server: transaction.server.name,
        status: final.status,
        phrase: clip(final.phrase),
        user: clip(credentials.username ?? ''),
        realm: clip(realm),
        given: clip(given),
        wanted: clip(wanted),
        late,
        field,
        tested,
        letIn,
      },
      severity: letIn ? 'warning' : 'error',
      confidence: doubtful.includes(kind) ? 'likely' : 'certain',
      device: (ofServer.includes(kind) ? transaction.server : transaction.client).address,
    };
  },
});
