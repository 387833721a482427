import { parseAddress } from './address.ts';
import { cutList } from './list.ts';
import { parseUri } from './uri.ts';

/** `unsupported`: the grammar has no rule for that header field, or none for what this value holds. */
export type Verdict = 'valid' | 'invalid' | 'unsupported';

/** JsSIP's grammar, the arbiter: asked for odd values, by `--strict`, and by tests. Not for the hot path. */
export interface Grammar {
  /** `name` is a canonical header name, or `Request-URI`. Never throws. */
  judge(name: string, value: string): Verdict;
}

/** The parser that PEG.js generated for JsSIP: -1 when the text does not fit, anything else when it does. */
interface Parser {
  parse(text: string, rule: string): unknown;
}

/** JsSIP's start rules by header field. */
const RULES: ReadonlyMap<string, string> = new Map(
  (
    'Allow-Events Call-ID Contact Content-Disposition Content-Encoding Content-Length Content-Type CSeq Event Expires ' +
    'From Max-Forwards Min-Expires Proxy-Authenticate Proxy-Require Reason Record-Route Refer-To Replaces Require ' +
    'Request-URI Route Session-Expires Subject Subscription-State Supported To Via WWW-Authenticate'
  )
    .split(' ')
    .map((name) => [name, name.replaceAll('-', '_')]),
);

/** Of these the grammar is given one value at a time: of several it keeps the last (Via) or knows no list (Reason). */
const LISTS = new Set(['Contact', 'Reason', 'Record-Route', 'Route', 'Via']);
const ADDRESSES = new Set(['Contact', 'From', 'Record-Route', 'Refer-To', 'Route', 'To']);

let loading: Promise<Grammar> | undefined;

/** Loads the grammar (some 13,000 lines) on first use, once. */
export function loadGrammar(): Promise<Grammar> {
  loading ??= import('jssip/lib/Grammar.js').then((module) => grammarOf(module.default as Parser));
  return loading;
}

function grammarOf(parser: Parser): Grammar {
  const judgeOne = (name: string, rule: string, value: string): Verdict => {
    if (ADDRESSES.has(name) && isForeign(parseAddress(value)?.uri?.scheme)) return 'unsupported';
    if (name === 'Request-URI') {
      const scheme = parseUri(value)?.scheme;
      if (scheme === 'tel') return 'unsupported';
      // Its Request-URI takes a broken sip URI for an absolute URI, of which any letters are right.
      if (!isForeign(scheme)) rule = 'SIP_URI';
    }
    try {
      return parser.parse(value, rule) === -1 ? 'invalid' : 'valid';
    } catch {
      // It decodes as it goes and throws, for instance at an escape that is no UTF-8, which SIP allows.
      return 'unsupported';
    }
  };
  return {
    judge(name, value) {
      const rule = RULES.get(name);
      if (!rule) return 'unsupported';
      if (name === 'Contact' && value === '*') return 'valid'; // The generated parser trips over it.
      let verdict: Verdict = 'valid';
      for (const element of LISTS.has(name) ? cutList(value) : [value]) {
        // The star of a Contact stands alone.
        const one = element === '*' && name === 'Contact' ? 'invalid' : judgeOne(name, rule, element);
        if (one === 'invalid') return one;
        if (one === 'unsupported') verdict = one;
      }
      return verdict;
    },
  };
}

/** Its `name-addr` holds sip and sips URIs only; RFC 3261 §25.1 allows any. */
function isForeign(scheme: string | undefined): boolean {
  return scheme !== undefined && scheme !== 'sip' && scheme !== 'sips';
}
