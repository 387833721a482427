/** Labels of the pages of header fields, Reason protocols and timers. */
import type { EntryWords } from '../entry-pages.ts';
import { headerFields } from './header-fields.ts';
import { duration, listed } from './phrases.ts';
import { reasonProtocols } from './reason-protocols.ts';
import { timers } from './timers.ts';

export const entries: EntryWords = {
  headerFields,
  reasonProtocols,
  timers,
  labels: {
    definedIn: 'Defined in',
    metIn: 'Met in',
    registered: 'Registered',
    replacedBy: 'Replaced by',
    compact: 'Compact form',
    standsIn: 'Stands in',
    methods: 'Methods',
    responses: 'Responses',
    values: 'Values',
    setBy: 'Set by',
    mandatory: 'Mandatory',
    comesWith: 'Comes with',
    numbers: 'Numbers',
    length: 'Length',
    mobile: 'On mobile phones',
    runBy: 'Runs at',
    transport: 'Transport',
    rules: 'Rules',
  },
  headings: {
    tells: 'What it tells',
    check: 'What to check',
    numbers: 'Its numbers',
    does: 'What it does',
    expired: 'What a trace shows when it runs out',
  },
  where: { requests: 'requests', responses: 'responses', both: 'requests and responses' },
  repeats: {
    once: 'one, on one line',
    list: 'several, joined by commas or on lines of their own',
    lines: 'several, each on a line of its own',
  },
  setters: {
    uac: 'the client that sends the request',
    uas: 'the side that answers',
    proxy: 'a proxy',
    registrar: 'a registrar',
    b2bua: 'a B2BUA',
    gateway: 'a gateway',
    network: 'a trusted server of the network',
    signer: 'the server that signs for the caller',
  },
  strengths: { must: 'must', should: 'should', may: 'may' },
  numbers: {
    q850: 'Q.850 causes',
    status: 'response codes',
    values: 'its own, see below',
  },
  runners: {
    client: 'the client of the transaction',
    server: 'the server of the transaction',
    proxy: 'a proxy',
    uac: 'the side that sent the request',
    uas: 'the side that answers',
    both: 'both sides',
  },
  notRegistered: 'no: IANA does not list it',
  inEveryMessage: 'in every request and response',
  udpOnly: 'UDP only; over TCP, TLS and WebSocket it is zero or does not run',
  headerTitle: (name) => `Header field ${name}`,
  reasonTitle: (name) => `Reason protocol ${name}`,
  quoted: (text) => `"${text}"`,
  numbered: (cause, name) => `${cause}: ${name}.`,
  listed,
  duration,
  product: (formula, length) => `${formula} = ${length}`,
  doubling: (first, limit) =>
    limit === undefined
      ? `T1 at first (${first}), doubled each time`
      : `T1 at first (${first}), doubled each time up to T2 (${limit})`,
  over: (length) => `more than ${length}`,
  span: (from, to) => `${from} to ${to}`,
  asHeader: (header, otherwise) =>
    otherwise === undefined ? `as ${header} says` : `as ${header} says; ${otherwise} without it`,
};
