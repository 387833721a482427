/** The JSON Schema of expectations, in which the names stand that are taken; schema/expectations.schema.json is made of it. */
import { methods } from '../catalogue/methods.ts';

type Node = Readonly<Record<string, unknown>>;

const callOutcomes = 'answered busy declined cancelled no-answer redirected rejected unauthorized failed unknown'.split(
  ' ',
);
const registrationOutcomes = 'registered unregistered unauthorized rejected failed unknown'.split(' ');
export const timingNames = ['trying', 'post-dial', 'ring', 'setup', 'final', 'duration'] as const;
const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];
const methodNames = methods.map(({ name }) => name);

/** Characters of a pattern or name, and entries of a list. */
const LONGEST = 512;
const MOST = 1_000;

const object = (description: string, properties: Node, required: readonly string[] = []): Node => ({
  description,
  type: 'object',
  additionalProperties: false,
  ...(required.length === 0 ? {} : { required }),
  properties,
});

const listOf = (description: string, items: Node, minItems = 1): Node => ({
  description,
  type: 'array',
  minItems,
  maxItems: MOST,
  items,
});

const either = (description: string, item: Node, minItems = 1): Node => ({
  description,
  anyOf: [item, { type: 'array', minItems, maxItems: MOST, items: item }],
});

const oneOrMore = (description: string, words: readonly string[]): Node => either(description, { enum: words });

const text = (description: string): Node =>
  either(
    `${description}: a part of it, the whole with * for anything, or after = the very text; a list means any of them.`,
    { type: ['string', 'number'], maxLength: LONGEST },
  );

const count = (description: string): Node => ({
  description: `${description}: 3, ">= 2", "< 5" or "2..5".`,
  type: ['integer', 'string'],
  minimum: 0,
  maxLength: 64,
});

const duration = (description: string): Node => ({
  description: `${description}: "< 3s", ">= 500ms" or "1s..30s"; units are ms, s, min and h.`,
  type: ['string', 'number'],
  maxLength: 64,
});

const status = (description: string): Node =>
  either(`${description}: 200, 48x, 4xx, or none where there is no final response; a list means any of them.`, {
    type: ['string', 'integer'],
    maxLength: 8,
  });

const position = {
  index: {
    description: 'Which of those that the other selectors leave, from 1; from the end with -1.',
    type: 'integer',
    minimum: -1_000_000,
    maximum: 1_000_000,
  },
  input: text('Path of the capture or log that it begins in'),
};

const method = (description: string) => oneOrMore(description, methodNames);

/** One selector, or several of which any will do. */
const select = (properties: Node): Node =>
  either('Which of them are meant; without it all. A list means any of its selectors.', {
    type: 'object',
    additionalProperties: false,
    properties,
  });

const rulePatterns = (description: string, rules: readonly string[], minItems: number): Node =>
  either(
    description,
    {
      anyOf: [{ enum: rules }, { type: 'string', pattern: '[*]', maxLength: 64 }],
    },
    minItems,
  );

const findings = (rules: readonly string[]): Node =>
  object('What may and must be found. What another finding explains counts with that one.', {
    allowed: rulePatterns('Only these may be found, beside what none-above lets pass; [] for none.', rules, 0),
    forbidden: rulePatterns('None of these may be found.', rules, 1),
    required: rulePatterns('Each of these must be found.', rules, 1),
    'none-above': {
      description: 'Nothing worse than this may be found, but for what is allowed.',
      enum: ['error', 'warning', 'info'],
    },
  });

const side = (description: string): Node =>
  object(description, {
    present: { description: 'Whether there is one.', type: 'boolean' },
    codec: either('Name of an encoding that it lists, as PCMA; a list means any of them.', {
      type: 'string',
      maxLength: LONGEST,
    }),
    direction: oneOrMore('Direction of its first stream.', directions),
    media: either('A kind of media that it has and does not refuse, as audio.', { type: 'string', maxLength: LONGEST }),
    protocol: either('Protocol of its first stream, as RTP/SAVP.', { type: 'string', maxLength: LONGEST }),
    address: text('Address of its first stream'),
  });

const header = object(
  'A header field of some messages.',
  {
    in: {
      description: 'The messages: a method, a status (18x), or a status with the method that it answers (200 BYE).',
      type: ['string', 'integer'],
      maxLength: 32,
    },
    name: { description: 'Name of the field, compact or not.', type: 'string', pattern: "^[\\w.!%*+`'~-]{1,64}$" },
    value: text('Its value'),
    present: { description: 'Whether there is such a field; true unless said.', type: 'boolean' },
    match: { description: 'One of those messages will do (any), or each must hold (all).', enum: ['any', 'all'] },
  },
  ['in', 'name'],
);

const messages: Node = {
  description:
    'How many messages: by method, status or class, retransmissions left out; total has them; retransmissions counts them.',
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    [...methodNames, 'retransmissions', 'total'].map((name) => [name, { $ref: '#/$defs/count' }]),
  ),
  patternProperties: { '^[1-6]([0-9]{2}|[0-9]x|xx)$': { $ref: '#/$defs/count' } },
};

const common = {
  name: {
    description: 'What is expected, in words; stands in every report of it.',
    type: 'string',
    maxLength: LONGEST,
  },
  match: {
    description: 'Whether all that are selected must hold (all, the default), one of them (any) or none of them.',
    enum: ['all', 'any', 'none'],
  },
  count: count('How many are selected'),
  status: status('Final response'),
  headers: listOf('Header fields of its messages.', { $ref: '#/$defs/header' }),
  messages: { $ref: '#/$defs/messages' },
  findings: { $ref: '#/$defs/findings' },
};

const call = object('What some calls must be like.', {
  ...common,
  select: select({
    from: text('user@host of From'),
    to: text('user@host of To'),
    'call-id': text('Call-ID'),
    method: method('A method that was used in it.'),
    'user-agent': text('User-Agent or Server of one of its messages'),
    outcome: oneOrMore('How it came out.', callOutcomes),
    status: status('Final response'),
    ...position,
  }),
  sequence: either(
    'Responses to the INVITE on the side of the caller: "100? 18x* 200". Codes and classes; ? * + for at most one, any number, one or more; (a|b) for a choice; any for any response, and * by itself for any number of them; none.',
    { type: ['string', 'integer'], maxLength: 1_000 },
  ),
  outcome: oneOrMore('How it came out; a list means any of them.', callOutcomes),
  timings: object('Delays.', {
    trying: duration('INVITE to 100'),
    'post-dial': duration('INVITE to the first 101 to 199 or 2xx'),
    ring: duration('First 180 (else 183) to the final response'),
    setup: duration('INVITE to 2xx'),
    final: duration('INVITE to the final response'),
    duration: duration('2xx to BYE'),
  }),
  sdp: object('What was negotiated at the beginning.', {
    codec: either('The codec: first of the answer, as PCMA; a list means any of them.', {
      type: 'string',
      maxLength: LONGEST,
    }),
    offer: { $ref: '#/$defs/side' },
    answer: { $ref: '#/$defs/side' },
  }),
});

const registration = object('What some registrations must be like.', {
  ...common,
  select: select({
    aor: text('Address of record'),
    contact: text('Contact'),
    client: text('Address of the client'),
    registrar: text('Address of the registrar'),
    outcome: oneOrMore('How it came out.', registrationOutcomes),
    ...position,
  }),
  outcome: oneOrMore('How it came out; a list means any of them.', registrationOutcomes),
  expires: count('Seconds that the last 2xx granted, or with a unit, as "> 1h"'),
  attempts: count('REGISTER requests, retransmissions not counted'),
});

const subscription = object('What some subscriptions must be like.', {
  ...common,
  select: select({
    event: text('Event'),
    from: text('user@host of From'),
    to: text('user@host of To'),
    status: status('Final response to SUBSCRIBE'),
    ...position,
  }),
  notifies: count('NOTIFY requests'),
});

const transaction = object('What some requests outside of all those must be like.', {
  ...common,
  select: select({
    method: method('Method of the request.'),
    'call-id': text('Call-ID'),
    client: text('Address of the client'),
    server: text('Address of the server'),
    status: status('Final response'),
    ...position,
  }),
});

const capture = object('What all that was read must be like.', {
  messages: count('SIP messages'),
  calls: count('Calls'),
  registrations: count('Registrations'),
  subscriptions: count('Subscriptions'),
  transactions: count('Other requests'),
  outcomes: {
    description: 'Calls by outcome.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(callOutcomes.map((name) => [name, { $ref: '#/$defs/count' }])),
  },
  complete: { description: 'Whether all inputs are whole: nothing cut, nothing damaged.', type: 'boolean' },
  findings: { $ref: '#/$defs/findings' },
});

/** `rules`: the ids of the rules, for they may be named. */
export function expectationsSchema(rules: readonly string[]): Node {
  const group = (name: string, what: string) => listOf(`Expectations about ${what}.`, { $ref: `#/$defs/${name}` });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://sipsleuth.example/expectations@1',
    title: 'Expectations of sipsleuth',
    ...object(
      'What a SIP capture or log must show; sipsleuth expect checks it.',
      {
        $schema: { description: 'This schema, for editors.', type: 'string' },
        expectations: { description: 'Version of this language.', const: 1 },
        calls: group('call', 'calls'),
        registrations: group('registration', 'registrations'),
        subscriptions: group('subscription', 'subscriptions'),
        transactions: group('transaction', 'other requests'),
        capture: { $ref: '#/$defs/capture' },
      },
      ['expectations'],
    ),
    $defs: {
      call,
      registration,
      subscription,
      transaction,
      capture,
      findings: findings(rules),
      header,
      messages,
      side: side('An SDP offer or answer of the first negotiation.'),
      count: count('How many'),
    },
  };
}
