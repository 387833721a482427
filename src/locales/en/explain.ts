/** Words of the pages of `sipsleuth explain`. */
import type { ExplainWords } from '../explain-words.ts';
import { speakOfRules } from '../rule-words.ts';
import { causes } from './causes.ts';
import { entries } from './entries.ts';
import { methods } from './methods.ts';
import { listed } from './phrases.ts';
import { sequence } from './sequences.ts';
import { statusFacts } from './status-facts.ts';
import { unregistered } from './unregistered.ts';
import { warnings } from './warnings.ts';
import { wordsOf } from './words.ts';

export const explain: ExplainWords = {
  wordsOf,
  unregistered,
  entries,
  listed,
  definedIn: 'Defined in',
  headings: { description: 'Description', whenSeen: 'When you see it', howToFix: 'How to fix' },
  item: (name, text) => `${name}: ${text}`,
  clause: (name, means) => `${name}: ${means}.`,
  status: {
    facts: statusFacts,
    labels: {
      class: 'Class',
      final: 'Final',
      registered: 'Registered',
      metIn: 'Met in',
      madeBy: 'Made by',
      scope: 'Scope',
      retry: 'Retry',
      forking: 'Forking',
      inDialog: 'In a dialog',
      headers: 'Header fields',
      toPstn: 'To the PSTN',
      fromPstn: 'From the PSTN',
    },
    headings: { confused: 'Not to be confused with', variants: 'Also seen as' },
    finality: { provisional: 'no: another response follows', final: 'yes: it ends the transaction' },
    forking: {
      ends: 'ends it: no other target may be tried (RFC 3261 §16.7)',
      goesOn: 'does not end it: other targets may be tried',
    },
    notRegistered: (code) => `no; clients treat it as ${code} (RFC 3261 §8.1.3.2)`,
    deprecated: (spec) => `${spec} (deprecated)`,
    retryRuled: (retry, header) => `${retry}; ${header} rules it`,
    cause: (code, name = 'unknown') => `Q.850 cause ${code} (${name})`,
    causes: (codes) => `Q.850 cause ${listed(codes)}`,
    variant: (phrase, by) => `"${phrase}": ${by}.`,
  },
  comparison: {
    headings: { differences: 'Key differences', whichOne: 'When to use which' },
    fields: {
      class: 'Class',
      scope: 'Scope',
      makers: 'Made by',
      retry: 'Retry',
      header: 'Header field that says what to do',
      dialog: 'In a dialog',
      cause: 'Towards the PSTN',
    },
    noCause: 'no Q.850 cause',
    title: (a, b) => `${a} compared with ${b}`,
    difference: (field, a, ofA, b, ofB) => `${field}. ${a}: ${ofA}. ${b}: ${ofB}.`,
    finality: (provisional, final) =>
      `${provisional} is provisional: the call is still being set up. ${final} is final: it ends the attempt.`,
    forking: (ends, goesOn) =>
      `After ${ends} no other target may be tried (RFC 3261 §16.7); ${goesOn} does not forbid it.`,
    alike: (a, meansA, b, meansB) =>
      `Both have the same class, makers and effects. ${a} means that ${meansA}. ${b} means that ${meansB}.`,
    use: (code, when) => `Use ${code} when ${when}.`,
    inOneCall: (first, last) => `In one call: ${first} → ${last}`,
  },
  sequence,
  cause: {
    words: causes,
    labels: {
      inSip: 'In SIP',
      fromSip: 'From SIP',
      asterisk: 'Asterisk sends',
      freeswitch: 'FreeSWITCH sends',
      decidedBy: 'Decided by',
    },
    noResponse: {
      circuit: 'no response: the gateway takes another circuit',
      release: 'no response: it becomes BYE or CANCEL',
    },
    decidedBy: {
      releaser: 'whoever hung up',
      untold: 'not told',
      user: "the called user or the user's device",
      network: 'the network',
    },
    title: (code, name) => (name === undefined ? `Q.850 cause ${code}` : `Q.850 cause ${code}: ${name}`),
  },
  warning: {
    words: warnings,
    title: (code, name) => (name === undefined ? `Warning ${code}` : `Warning ${code}: ${name}`),
  },
  method: {
    words: methods,
    labels: { dialog: 'Dialog', answered: 'Answered' },
    dialogs: {
      creates: 'creates a dialog',
      inside: 'only within a dialog',
      none: 'never within a dialog',
      either: 'within or outside a dialog',
    },
    answered: { yes: 'yes', never: 'never: it has no response' },
  },
  ruleWords: speakOfRules({}).rule,
  rule: {
    labels: { severity: 'Severity', looksAt: 'Looks at', setting: 'Setting', source: 'Source' },
    headings: {
      says: 'What it says, for example',
      why: 'Why it matters',
      limits: 'What a trace cannot prove',
    },
    scopes: {
      message: 'each message',
      transaction: 'each transaction',
      dialog: 'each dialog',
      call: 'each call',
      registration: 'each registration',
      subscription: 'each subscription',
      capture: 'the capture as a whole',
    },
    severities: { error: 'error', warning: 'warning', info: 'info' },
    title: (id, title) => `${id}: ${title}`,
    setting: (id) => `--rule ${id}=off, or error, warning, info`,
  },
};
