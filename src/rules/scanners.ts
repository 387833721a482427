/** Programs that search the Internet for open SIP servers: what they leave unfinished is nobody's fault. */
import type { SipMessage } from '../model.ts';

const NAMES =
  /friendly-scanner|friendly-request|sipvicious|sundayddr|sip-scan|sipcli|sipsak|vaxsipuseragent|pplsip|iwar|smap|custom-sip/i;

export function isScanner(request: SipMessage): boolean {
  const agent = request.header('User-Agent');
  return agent !== undefined && NAMES.test(agent);
}
