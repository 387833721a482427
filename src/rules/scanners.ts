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

export function isScanner(request: SipMessage): boolean {
  const agent = request.header('User-Agent');
  return agent !== undefined && NAMES.test(agent);
}

/** SIPp as it signs its branches: many users from one address are then a load test, and no attack. */
const SIPP_BRANCH = /^z9hG4bK-\d{1,10}-\d{1,10}-\d{1,10}$/;

export function isLoadTest(request: SipMessage): boolean {
  return SIPP_BRANCH.test(request.branch);
}
