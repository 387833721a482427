/** Secrets that a report must not repeat: digest responses and SRTP keys. */

import type { SipMessage } from '../model.ts';

const credentials = /^((?:proxy-)?authorization\s*:.*)$/gim;
const digestResponse = /(\bresponse\s*=\s*)("[^"]*"|[^\s,]+)/gi;
const basicSecret = /(\bbasic\s+)\S+/gi;
const sdesKey = /^(a=crypto:.{0,200}?inline:)\S+/gim;
const sessionKey = /^(k=).*$/gim;

/** Most messages hold no secret, and finding that out is much cheaper than four patterns over their text. */
export function hasSecrets(message: SipMessage, text: string): boolean {
  return (
    message.has('Authorization') ||
    message.has('Proxy-Authorization') ||
    text.includes('\na=crypto:') ||
    text.includes('\nk=')
  );
}

export function maskSecrets(text: string): string {
  return text
    .replace(credentials, (line) => line.replace(digestResponse, '$1"…"').replace(basicSecret, '$1…'))
    .replace(sdesKey, '$1…')
    .replace(sessionKey, '$1…');
}
