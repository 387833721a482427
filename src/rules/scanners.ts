/** Programs that search the Internet for open SIP servers: what they leave unfinished is nobody's fault. */
import type { SipMessage } from '../model.ts';

const NAMES =
  /friendly-scanner|friendly-request|sipvicious|sundayddr|sip-scan|sipcli|sipsak|vaxsipuseragent|pplsip|iwar|smap|custom-sip/i;

/** Those that serve for nothing else; the others are also used to monitor, to test or to phone. */
const ONLY_SCANNERS = /friendly-scanner|friendly-request|sipvicious|sundayddr|sip-scan|pplsip|\biwar\b/i;

export type ScannerName = 'known' | 'maybe' | 'none';

export function scannerName(agent: string): ScannerName {
  if (!NAMES.test(agent)) return 'none';
  return ONLY_SCANNERS.test(agent) ? 'known' : 'maybe';
}

/** Programs met lately: most messages of a capture come from the same few. */
const known = new Map<string, boolean>();
const KNOWN = 1024;

let asked: SipMessage | undefined;
let askedId = -1;
let answer = false;

export function isScanner(request: SipMessage): boolean {
  // Several rules ask of the same request, one after the other. An object may be used again, its number is not.
  if (request === asked && request.id === askedId) return answer;
  asked = request;
  askedId = request.id;
  answer = scans(request.header('User-Agent'));
  return answer;
}

function scans(agent: string | undefined): boolean {
  if (agent === undefined) return false;
  let found = known.get(agent);
  if (found === undefined) {
    found = NAMES.test(agent);
    if (known.size >= KNOWN) known.clear();
    known.set(agent, found);
  }
  return found;
}

/** SIPp as it signs its branches: many users from one address are then a load test, and no attack. */
const SIPP_BRANCH = /^z9hG4bK-\d{1,10}-\d{1,10}-\d{1,10}$/;

export function isLoadTest(request: SipMessage): boolean {
  return SIPP_BRANCH.test(request.branch);
}
